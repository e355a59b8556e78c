"""`checker rules list | explain | test | new`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence

from checker.cli import CLEAN, FINDINGS
from checker.cli.streams import complain, emit
from checker.cli.trying import hold_laws, laws_to_hold, try_mutants
from checker.errors import PackError, Problem, UsageError, raise_all


def list_rules(options: Namespace) -> int:
    """One line a rule."""
    from checker.reporters.catalogue import rule_table
    from checker.rulepack import load_packs

    emit(rule_table(load_packs(options.packs, cases=True)))
    return CLEAN


def explain(options: Namespace) -> int:
    """What each rule is for, its parameters, and its cases."""
    from checker.reporters.catalogue import rule_text
    from checker.rulepack import load_packs

    packs = load_packs(options.packs, cases=True)
    _known(options.ids, {rule.id for pack in packs for rule in pack.rules})
    emit("\n".join(rule_text(pack, rule) for pack in packs for rule in pack.rules if rule.id in options.ids))
    return CLEAN


def test(options: Namespace) -> int:
    """Lint the rules and packs named, or all, run their cases, hold laws, try mutants; exit 1 where one fails."""
    from checker import pipeline
    from checker.rulepack import load_packs

    laws = laws_to_hold(options)
    raise_all(PackError, pipeline.problems_of_packs(options.packs, options.ids or None))
    packs = load_packs(options.packs)
    _known(options.ids, {pack.id for pack in packs} | {rule.id for pack in packs for rule in pack.rules})
    results = pipeline.test_rules(options.packs, options.ids or None)
    if not results:
        names = ", ".join(options.ids or [pack.id for pack in packs])
        raise UsageError(Problem("rules test", f"there are no cases of {names}", "add [[case]] to facts.cases.toml"))
    for result in results:
        if not result.passed:
            emit(f"FAILED {result.rule} {result.name}\n")
            emit(f"  expected: {_hung(result.expected)}\n  got:      {_hung(result.got)}\n")
        elif options.verbose:
            complain(f"passed {result.rule} {result.name}")
    failed = sum(not result.passed for result in results)
    rules = len({result.rule for result in results})
    emit(f"{len(results)} cases of {rules} rules: {len(results) - failed} passed, {failed} failed\n")
    broken = hold_laws(laws, options) if laws else 0
    if options.mutate and failed:
        complain("no mutants are tried while cases fail")
    elif options.mutate:
        try_mutants(options.packs, options.ids or None)
    return FINDINGS if failed or broken else CLEAN


def _hung(text: str) -> str:
    """Lines after the first set under it."""
    return text.replace("\n", "\n" + " " * 12)


def _known(ids: Sequence[str], known: Collection[str]) -> None:
    """Raise UsageError for every id that is not known."""
    from difflib import get_close_matches

    problems = []
    for name in ids:
        if name not in known:
            near = get_close_matches(name.upper(), known, 1)
            remedy = f"did you mean {near[0]}?" if near else "see 'checker rules list'"
            problems.append(Problem("rules", f"there is no rule {name!r}", remedy))
    raise_all(UsageError, problems)
