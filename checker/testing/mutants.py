"""Mutants: a rule or a fact type with one thing in it wrong. A pack's cases should fail on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, get_args

from checker.judge.story import Story
from checker.model.finding import CAUSES, Severity
from checker.model.rule import FactType, PerLanguage, Rule, Tolerance
from checker.model.source import Language
from checker.model.value import Kind, Measure, Money, Value
from checker.values.comparison import Comparison, Level
from checker.values.comparison.levels import PRECISION, different

COMPARING = frozenset({"difference", "internal", "update", "agreement"})
"""The kinds of check whose findings hang on how near two camps of one fact are."""


@dataclass(frozen=True)
class Pattern:
    """A pattern of a fact type: the key it stands under, its language, and how it is written."""

    key: str
    language: Language
    written: str


@dataclass(frozen=True)
class Mutant:
    """One mutation. `of` is the id of the rule or fact type, `what` says what is changed in it.

    Either `rule` or `fact_type` is the changed one; `story` compares otherwise for the rule. `pattern` is the one that
    is left out, if that is the mutation.
    """

    of: str
    what: str
    rule: Rule | None = None
    fact_type: FactType | None = None
    story: type[Story] = Story
    pattern: Pattern | None = None


class _CompatibleDiffers(Story):
    """Neither rounding nor precision is allowed for."""

    def compare(self, a: Value, b: Value, fact_type: FactType | None) -> Comparison:
        found = super().compare(a, b, fact_type)
        return different("they are only compatible") if found.level is Level.compatible else found


class _EquivalentDiffers(Story):
    """One value in two forms is two values."""

    def compare(self, a: Value, b: Value, fact_type: FactType | None) -> Comparison:
        found = super().compare(a, b, fact_type)
        return different("they are only equivalent") if found.level is Level.equivalent else found


class _NearAgrees(Story):
    """A small difference is none."""

    def compare(self, a: Value, b: Value, fact_type: FactType | None) -> Comparison:
        found = super().compare(a, b, fact_type)
        return PRECISION if found.level is Level.different and _near(a, b) else found


class _UnitsUnread(Story):
    """Units and currencies are not looked at."""

    def compare(self, a: Value, b: Value, fact_type: FactType | None) -> Comparison:
        if isinstance(a, Measure) and isinstance(b, Measure):
            b = b.model_copy(update={"unit": a.unit})
        if isinstance(a, Money) and isinstance(b, Money):
            b = b.model_copy(update={"currency": a.currency})
        return super().compare(a, b, fact_type)


def _near(a: Any, b: Any) -> bool:
    """Whether figures are a tenth apart, days one day, words a few letters, lists one item."""
    figures = [getattr(value, "amount", None) for value in (a, b)]
    if figures[0] is not None and figures[1] is not None:
        return bool(abs(figures[0] - figures[1]) * 10 <= max(abs(figures[0]), abs(figures[1])))
    if getattr(a, "earliest", None) and getattr(b, "earliest", None):
        days = [date.fromisoformat(value.earliest[:10]) for value in (a, b)]
        return abs((days[0] - days[1]).days) <= 1
    if hasattr(a, "items") and hasattr(b, "items"):
        return len(set(a.items) ^ set(b.items)) <= 2
    words = [getattr(value, "text", None) or getattr(value, "iso", None) or "" for value in (a, b)]
    return all(words) and SequenceMatcher(None, words[0], words[1], autojunk=False).ratio() > 0.6


_STATES: frozenset[Kind] = frozenset({"status"})
_FORMS: frozenset[Kind] = frozenset({"date", "datetime", "duration", "measure"})
"""The kinds of which equivalent values can meet; those of the others are one canonical value, and so one camp."""
_LEVELS: tuple[tuple[str, type[Story], frozenset[Kind]], ...] = (
    ("compatible values differ", _CompatibleDiffers, frozenset(get_args(Kind)) - _STATES),
    ("equivalent values differ", _EquivalentDiffers, _FORMS),
    ("values near one another agree", _NearAgrees, frozenset(get_args(Kind)) - _STATES),
    ("units and currencies are not read", _UnitsUnread, frozenset({"measure", "money"})),
)
"""What is said of a way to compare, the way, and the kinds of value on which it makes a difference."""


def of_rule(rule: Rule) -> Iterator[Mutant]:
    """The mutants of a rule: severity, thresholds, words and kinds of its parameters, levels of comparing."""
    severities = get_args(Severity)
    other = severities[(severities.index(rule.severity) + 1) % len(severities)]
    yield Mutant(rule.id, f"severity: {other}", rule.model_copy(update={"severity": other}))
    for name, given in rule.parameters.items():
        for what, changed in _altered(given):
            parameters = {**rule.parameters, name: changed}
            yield Mutant(rule.id, f"{name}: {what}", rule.model_copy(update={"parameters": parameters}))
    for what, story, kinds in _LEVELS if rule.check in COMPARING else ():
        if not rule.parameters.get("kinds") or not kinds.isdisjoint(rule.parameters["kinds"]):
            yield Mutant(rule.id, what, rule, story=story)


def _altered(given: Any) -> Iterator[tuple[str, Any]]:
    """A parameter with one thing in it changed, and what was changed."""
    if isinstance(given, bool):
        yield str(not given).lower(), not given
    elif isinstance(given, int):
        for number in (given - 1, given + 1) if given < 10 else (given // 2, given * 2):
            yield f"{number} in place of {given}", number
    elif isinstance(given, str):
        conflicts = CAUSES["conflict"]
        changed = conflicts[conflicts.index(given) - 1] if given in conflicts else f"no {given}"
        yield f"'{changed}' in place of '{given}'", changed
    elif isinstance(given, list):
        yield from ((f"without '{item}'", rest) for item, rest in _without_one(given))


def _without_one(items: Sequence[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Items, each with the list without it."""
    for at, item in enumerate(items):
        yield item, [*items[:at], *items[at + 1 :]]


def of_fact_type(fact_type: FactType) -> Iterator[Mutant]:
    """The mutants of a fact type: each pattern and guard left out, each key as if it were not written."""

    def mutant(what: str, update: dict[str, Any], pattern: Pattern | None = None) -> Mutant:
        return Mutant(fact_type.id, what, fact_type=fact_type.model_copy(update=update), pattern=pattern)

    for pattern, update in _without_patterns(fact_type):
        yield mutant(f"{pattern.key}.{pattern.language}: without '{pattern.written}'", update, pattern)
    for name in ("guards", "nouns", "kinds", "subject"):
        given = getattr(fact_type, name)
        if len(given) > (1 if name in ("kinds", "subject") else 0):
            for item, rest in _without_one(given):
                yield mutant(f"{name}: without '{item}'", {name: tuple(rest)})
    for name in ("moves", "gather", "placed", "timed", "far"):
        if getattr(fact_type, name):
            yield mutant(f"{name}: false", {name: False})
    if fact_type.counts is not None:
        yield mutant("counts: nothing", {"counts": None})
    if fact_type.cardinality == "many":
        yield mutant("cardinality: one", {"cardinality": "one"})
    if fact_type.tolerance != Tolerance():
        yield mutant("tolerance: none", {"tolerance": Tolerance()})
        yield mutant("tolerance: four times as wide", {"tolerance": _widened(fact_type.tolerance)})


def _widened(tolerance: Tolerance) -> Tolerance:
    return Tolerance(
        absolute=tolerance.absolute * 4 if tolerance.absolute is not None else None,
        relative=tolerance.relative * 4 if tolerance.relative is not None else None,
    )


def _without_patterns(fact_type: FactType) -> Iterator[tuple[Pattern, dict[str, Any]]]:
    """The patterns of a fact type, each with what of the fact type changes without it."""
    for key in ("patterns", "unsaid", "unless"):
        for pattern, table in _without_each(key, getattr(fact_type, key)):
            yield pattern, {key: table}
    for state, given in fact_type.states.items():
        for pattern, table in _without_each(f"states.{state}", given):
            yield pattern, {"states": {**fact_type.states, state: table}}


def _without_each(key: str, given: PerLanguage) -> Iterator[tuple[Pattern, PerLanguage]]:
    for language, patterns in given.items():
        for at, written in enumerate(patterns):
            yield Pattern(key, language, written), {**given, language: (*patterns[:at], *patterns[at + 1 :])}
