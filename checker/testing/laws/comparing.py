"""Laws of comparing two values: `subject.compare`, with the tolerances of the fact types under test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from checker.model.rule import Tolerance
from checker.model.value import Date, Place, Quote, Value
from checker.testing.laws.law import law, must
from checker.testing.renderings import TELLABLE, told
from checker.testing.strategies.edits import harmful, restated
from checker.testing.strategies.stated import CITIES, STATED, stated
from checker.testing.strategies.values import VALUES, values
from checker.testing.subject import Subject
from checker.values.calendar import with_bounds
from checker.values.comparison import Level
from checker.values.find import find_values
from checker.values.words import words_of_value

_SAME = (Level.identical, Level.equivalent)
_SAME_KIND = st.sampled_from(sorted(VALUES)).flatmap(lambda kind: st.tuples(VALUES[kind], VALUES[kind]))
_STATED_PAIRS = st.sampled_from(sorted(STATED)).flatmap(lambda kind: st.tuples(STATED[kind], STATED[kind]))
_PAIRS = _STATED_PAIRS | _SAME_KIND | st.tuples(values, values)
_NEAR = stated.flatmap(lambda value: st.tuples(st.just(value), _near(value)))


_SAID = st.lists(st.sampled_from(["we", "sell", "the", "firm", "not", "[…]", "…", "(it)", "now", "[W]e"]), max_size=12)
_QUOTES = st.tuples(_SAID, _SAID).map(lambda pair: tuple(Quote(text=" ".join(words) or "we") for words in pair))


def _near(value: Any) -> st.SearchStrategy[Any]:
    """Values that differ by little, where that can be said."""
    if getattr(value, "amount", None) is None:
        return st.just(value)
    last = Decimal(1).scaleb(value.amount.as_tuple().exponent)
    return st.integers(1, 3).map(lambda steps: value.model_copy(update={"amount": value.amount + steps * last}))


def _of(strategy: st.SearchStrategy[Any]) -> Callable[[Subject], st.SearchStrategy[Any]]:
    return lambda subject: st.tuples(strategy, st.sampled_from(_tolerances(subject)))


def _tolerances(subject: Subject) -> list[Tolerance]:
    return [Tolerance(), *{str(one.tolerance): one.tolerance for one in subject.fact_types}.values()]


def _words(*values: Value) -> str:
    return " and ".join(words_of_value(value) for value in values)


@law("comparing", _of(values))
def comparison_is_reflexive(subject: Subject, example: tuple[Value, Tolerance]) -> None:
    """Nothing differs from itself: what two sources print alike is never a finding."""
    value, tolerance = example
    level = subject.compare(value, value.model_copy(), tolerance=tolerance).level
    must(level is Level.identical, f"{_words(value)} is {level.name} to itself")


_REPEATING = (Quote(text="a b c a b d"), Quote(text="a b d a b c"))


@law("comparing", _of(_NEAR | _PAIRS | _QUOTES), (_REPEATING, Tolerance()))
def comparison_is_symmetric(subject: Subject, example: tuple[tuple[Value, Value], Tolerance]) -> None:
    """Which source comes first is chance: a difference seen from one side only would come and go with file names."""
    (one, other), tolerance = example
    ours = subject.compare(one, other, tolerance=tolerance)
    theirs = subject.compare(other, one, tolerance=tolerance)
    must(
        (ours.level, ours.reason) == (theirs.level, theirs.reason),
        f"{_words(one, other)}: {ours.level.name}, {ours.reason}; swapped: {theirs.level.name}, {theirs.reason}",
    )


@law("comparing", _of(_NEAR))
def comparison_is_exact(subject: Subject, example: tuple[tuple[Value, Value], Tolerance]) -> None:
    """Two figures told exactly are the same only if they are equal: figures are decimals, never rounded to compare."""
    (one, other), tolerance = example
    level = subject.compare(one, other, tolerance=tolerance).level
    must(one == other or level not in _SAME, f"{_words(one, other)} are {level.name} and not equal")


@law("comparing", _of(stated.filter(lambda value: restated(value) != value).flatmap(
    lambda value: st.tuples(st.just(value), harmful(value)))))  # fmt: skip
def comparison_is_unit_invariant(subject: Subject, example: tuple[tuple[Value, Value], Tolerance]) -> None:
    """A kilometre is a thousand metres: a unit is a matter of house style, it neither makes nor hides a difference."""
    (value, other), _ = example
    level = subject.compare(value, restated(value)).level
    must(level in _SAME or level is Level.compatible, f"{_words(value, restated(value))} are {level.name}")
    for pair in (
        (value, other),
        (value, restated(other)),
        (restated(value), other),
        (restated(value), restated(other)),
    ):
        level = subject.compare(*pair).level
        must(level is Level.different, f"{_words(*pair)} are {level.name}")


def _read(value: Value, language: Any) -> st.SearchStrategy[Value]:
    """What is read of the value as it is told in a language."""

    def back(text: Any) -> Value:
        found = [one.value for one in find_values(text.text, language) if one.value.kind == value.kind]
        return found[0] if found else value

    return told(value, language).map(back)


_TOLD = (
    st.sampled_from(sorted(TELLABLE))
    .flatmap(lambda kind: TELLABLE[kind])
    .flatmap(lambda value: st.tuples(_read(value, "en"), _read(value, "fr")))
)
_PLACES = st.sampled_from(CITIES).map(lambda names: tuple(Place(text=name) for name in names))


@law("comparing", _of(_TOLD | _PLACES))
def comparison_is_language_invariant(subject: Subject, example: tuple[tuple[Value, Value], Tolerance]) -> None:
    """One value told in English and in French is one value: half of all comparisons are across languages."""
    (english, french), tolerance = example
    level = subject.compare(english, french, tolerance=tolerance).level
    must(level in _SAME, f"{_words(english)} in English and {_words(french)} in French are {level.name}")


@law("comparing", lambda subject: st.tuples(
    _NEAR | _STATED_PAIRS, st.sampled_from(_tolerances(subject)), st.decimals(0, 1, places=2), st.integers(0, 10**6)
))  # fmt: skip
def wider_tolerance_adds_no_difference(
    subject: Subject, example: tuple[tuple[Value, Value], Tolerance, Decimal, int]
) -> None:
    """A tolerance allows: whoever widens one may lose findings, and must not gain any."""
    (one, other), narrow, share, absolute = example
    wide = Tolerance(
        relative=(narrow.relative or Decimal(0)) + share, absolute=(narrow.absolute or Decimal(0)) + absolute
    )
    was, now = (subject.compare(one, other, tolerance=tolerance).level for tolerance in (narrow, wide))
    must(now <= was, f"{_words(one, other)}: {was.name} within {_said(narrow)}, {now.name} within {_said(wide)}")


def _said(tolerance: Tolerance) -> str:
    return f"{tolerance.absolute or 0} or {tolerance.relative or 0} of it"


_INTERVALS = st.tuples(st.dates(date(2000, 1, 10), date(2039, 11, 30)), st.integers(1, 40))


@law("comparing", _of(_INTERVALS))
def intervals_hold_both_their_ends(subject: Subject, example: tuple[tuple[date, int], Tolerance]) -> None:
    """From 3 to 9 May is the 3rd and the 9th too, and neither the 2nd nor the 10th."""
    (first, more), _ = example
    last = first + timedelta(more)
    interval = with_bounds(Date(edtf=f"{first}/{last}"))
    for day in (first, last, first - timedelta(1), last + timedelta(1)):
        level = subject.compare(with_bounds(Date(edtf=f"{day}")), interval).level
        inside = first <= day <= last
        must((level is Level.different) != inside, f"{day} is {level.name} to the days from {first} to {last}")


@law("comparing", _of(stated.flatmap(lambda value: st.tuples(st.just(value), harmful(value)))))
def harmful_values_differ(subject: Subject, example: tuple[tuple[Value, Value], Tolerance]) -> None:
    """Twice the figure, another day, another name: what cannot both be true is different, at any size."""
    one, other = example[0]
    level = subject.compare(one, other).level
    must(level is Level.different, f"{_words(one, other)} are {level.name}")
