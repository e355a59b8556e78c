"""What a law is held against: packs or single rules of them, with the comparing and judging that they run on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Protocol

from checker.errors import Problem
from checker.link.names import NameBook
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.rule import CaseText, FactType, RuleCase, RulePack, Tolerance
from checker.model.value import Value
from checker.pipeline import STAGES, Examined, Stages, article_of, examine, judge_story, packs_of
from checker.rulepack import load_packs
from checker.testing.stories import Told, examined
from checker.values.comparison import Comparison, compare_values
from checker.waivers import Known, applied

_EXACT = Tolerance()
_NAMES = NameBook(())


class Compare(Protocol):
    """Comparing two values within a tolerance."""

    def __call__(self, a: Value | None, b: Value | None, /, *, tolerance: Tolerance = ...) -> Comparison: ...


Judging = Callable[[Iterable[Examined], Sequence[RulePack], str | None, Stages], Report]
Waiving = Callable[[Report, Known, str], tuple[Report, tuple[Problem, ...]]]


def compare(a: Value | None, b: Value | None, /, *, tolerance: Tolerance = _EXACT) -> Comparison:
    """As judging compares: names by the rules of a story's names, places in any language."""
    return compare_values(a, b, tolerance=tolerance, canonical=_NAMES.key)


@dataclass(frozen=True)
class Subject:
    """What is under test.

    `packs` are all that are known when judging, `tested` those whose fact types and cases the stories are drawn from.
    `rules`: only these are run (all for None). `compare`, `stages`, `judging` and `waiving` are the checker's own, or
    others in their place.
    """

    packs: tuple[RulePack, ...]
    tested: tuple[RulePack, ...]
    rules: frozenset[str] | None = None
    compare: Compare = compare
    stages: Stages = STAGES
    judging: Judging = judge_story
    waiving: Waiving = applied

    @cached_property
    def fact_types(self) -> tuple[FactType, ...]:
        """The fact types that the tested packs find in texts; for rules, and where they have none, those of all."""
        own = [one for pack in self.tested for one in pack.fact_types if one.reads in ("patterns", "counts")]
        known = [one for pack in self.packs for one in pack.fact_types if one.reads != "roles"]
        return tuple(own if own and self.rules is None else known)

    @cached_property
    def cases(self) -> tuple[RuleCase, ...]:
        """The cases of what is tested."""
        return tuple(
            case for pack in self.tested for case in pack.cases if self.rules is None or case.rule in self.rules
        )

    def report(
        self, story: Iterable[Told], *, draft: str | None = None, packs: tuple[RulePack, ...] | None = None
    ) -> Report:
        """The report on a story by the rules under test. `packs` link and judge it in place of those that are known."""
        told = [self._read(one) if isinstance(one, CaseText) else examined(one) for one in story]
        return self.judging(told, self._limited(packs or self.packs), draft, self.stages)

    def findings(self, story: Iterable[Told], *, draft: str | None = None) -> tuple[Finding, ...]:
        """The findings on a story."""
        return self.report(story, draft=draft).findings

    @cached_property
    def _read(self) -> Callable[[CaseText], Examined]:
        return lru_cache(maxsize=1000)(lambda text: examine(article_of(text), self.packs))

    def _limited(self, packs: tuple[RulePack, ...]) -> tuple[RulePack, ...]:
        rules = self.rules
        if rules is None:
            return packs
        return tuple(
            pack.model_copy(update={"rules": tuple(rule for rule in pack.rules if rule.id in rules)}) for pack in packs
        )


def subject_of(packs: Sequence[str | Path] | None = None, selected: str | None = None) -> Subject:
    """The packs of these names or folders (all built-in ones for None), or the one pack or rule of them `selected`.

    As with cases, all built-in packs are known beside them. Raises `PackError`.
    """
    tested = load_packs(packs, cases=True)
    known = {pack.id: pack for pack in (*packs_of(None), *packs_of(packs))}
    one = tuple(pack for pack in tested if pack.id == selected)
    rules = frozenset({selected}) if selected is not None and not one else None
    return Subject(tuple(known.values()), one or tested, rules)
