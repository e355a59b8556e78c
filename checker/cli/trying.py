"""What `checker rules test` does beside running cases: holding laws, and looking for mutants that live."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.cli.streams import complain, emit
from checker.errors import Problem, UsageError

if TYPE_CHECKING:
    from checker.testing.laws import Law

ALL_LAWS = "all"
NO_LAW = "none"
UNASKED = 20
"""So many examples are tried of each law where laws are held unasked."""
EXTRA = "pip install 'checker[testing]'"


def laws_to_hold(options: Namespace) -> tuple[Law, ...]:
    """The laws asked for; where nothing is said of laws, all if a pack or a rule is named and the extra is installed.

    Raises `UsageError` for a law that is none, where examples are asked of no law, and where the extra is wanted.
    """
    names = options.laws or []
    if names == [NO_LAW] or not (names or options.ids or options.packs):
        if options.examples:
            raise UsageError(Problem("--examples", "no law is to be held", "add --law NAME or --law all"))
        if not names and not options.quiet:
            complain("no law is held, as no pack or rule is named; name one, or add --law all")
        return ()
    try:
        from checker.testing.laws import laws_of
    except ModuleNotFoundError as error:
        lacking = f"laws need {error.name}, which is not installed"
        if names or options.examples:
            raise UsageError(Problem("--law", lacking, EXTRA)) from None
        complain(f"no law is held: {lacking}; {EXTRA}")
        return ()
    return laws_of(() if ALL_LAWS in names else names)


def hold_laws(laws: Sequence[Law], options: Namespace) -> int:
    """Hold laws against the rules and packs named, or all; the number of those broken."""
    from checker.testing.laws import EXAMPLES, hold
    from checker.testing.subject import subject_of

    examples = options.examples or (EXAMPLES if options.laws else UNASKED)
    held = broken = 0
    for name in options.ids or [None]:
        about = f" for {name}" if name else ""
        for result in hold(laws, subject_of(options.packs, name), examples):
            if result.broken is not None:
                broken += 1
                emit(f"BROKEN {result.law.name}{about}: {result.law.why}\n")
                emit("".join(f"  {line}\n" for line in result.broken.splitlines()))
                continue
            held += 1
            if options.verbose:
                complain(f"holds: {result.law.name}{about}")
    emit(f"{held + broken} laws, {examples} examples each: {held} hold, {broken} broken\n")
    return broken


def try_mutants(packs: Sequence[str] | None, ids: Sequence[str] | None) -> None:
    """Say of each rule and fact type how many of its mutants its pack's cases kill; of those named, which live, each
    with a case to add.
    """
    from checker.rulepack import load_packs
    from checker.testing.mutation import MutationScore, Trial

    tested = load_packs(packs, cases=True)
    known = {pack.id: pack for pack in (*load_packs(None), *tested)}
    trial = Trial(tested, tuple(known.values()), ids)
    scores: list[MutationScore] = []
    for score in trial.scores():
        scores.append(score)
        what = "rule" if score.is_rule else "fact type"
        emit(f"{what} {score.of}: {score.killed} of {score.mutants} mutants killed\n")
        for mutant in score.survivors if ids else ():
            emit(f"  lives: {mutant.what}\n")
            emit("".join(f"    {line}\n" for line in trial.suggested(mutant).splitlines()))
    mutants, killed = (sum(getattr(score, name) for score in scores) for name in ("mutants", "killed"))
    share = f"{killed / mutants:.2f}" if mutants else "-"
    emit(f"mutation score {share}: {killed} of {mutants} mutants killed\n")
