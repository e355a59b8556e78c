"""`checker rules list | explain | test`."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.cli import CLEAN, FINDINGS
from checker.cli.streams import complain, emit
from checker.errors import Problem, UsageError, raise_all

if TYPE_CHECKING:
    from checker.model.rule import RulePack


def list_rules(options: Namespace) -> int:
    """One line a rule."""
    from checker.reporters.catalogue import rule_table
    from checker.rulepack import load_packs

    emit(rule_table(load_packs(options.packs)))
    return CLEAN


def explain(options: Namespace) -> int:
    """What each rule is for, its parameters, and its cases."""
    from checker.reporters.catalogue import rule_text
    from checker.rulepack import load_packs

    packs = load_packs(options.packs)
    _known(options.ids, [rule.id for pack in packs for rule in pack.rules])
    emit("\n".join(rule_text(pack, rule) for pack in packs for rule in pack.rules if rule.id in options.ids))
    return CLEAN


def test(options: Namespace) -> int:
    """Run the cases of the rules named, or of all; exit 1 where one fails."""
    from checker import pipeline
    from checker.rulepack import load_packs

    packs = load_packs(options.packs)
    selection = _selected(options.ids, packs)
    results = pipeline.test_rules(packs, selection)
    failed = Counter(result.passed for result in results)[False]
    for result in results:
        if not result.passed:
            emit(f"FAILED {result.rule} {result.name}\n  expected: {result.expected}\n  got:      {result.got}\n")
        elif options.verbose:
            complain(f"passed {result.rule} {result.name}")
    rules = len({result.rule for result in results})
    emit(f"{len(results)} cases of {rules} rules: {len(results) - failed} passed, {failed} failed\n")
    return FINDINGS if failed else CLEAN


def _selected(ids: Sequence[str], packs: Sequence[RulePack]) -> list[str] | None:
    """The ids of rules; a pack's id stands for all its rules, and none for those of every pack."""
    rules = {pack.id: [rule.id for rule in pack.rules] for pack in packs}
    _known(ids, [*rules, *(rule for members in rules.values() for rule in members)])
    return [rule for name in ids for rule in rules.get(name, [name])] if ids else None


def _known(ids: Sequence[str], known: Sequence[str]) -> None:
    """Raise UsageError for every id that is not known."""
    from difflib import get_close_matches

    problems = []
    for name in ids:
        if name not in known:
            near = get_close_matches(name.upper(), known, 1)
            remedy = f"did you mean {near[0]}?" if near else "see 'checker rules list'"
            problems.append(Problem("rules", f"there is no rule {name!r}", remedy))
    raise_all(UsageError, problems)
