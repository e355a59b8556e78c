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
EXTRA = "pip install 'checker[testing]'"


def laws_named(names: Sequence[str]) -> tuple[Law, ...]:
    """The laws of these names. Raises `UsageError` where there is none, or where the extra is not installed."""
    try:
        from checker.testing.laws import laws_of
    except ModuleNotFoundError as error:
        raise UsageError(Problem("--law", f"laws need {error.name}, which is not installed", EXTRA)) from None
    return laws_of(() if ALL_LAWS in names else names)


def hold_laws(laws: Sequence[Law], options: Namespace) -> int:
    """Hold laws against the rules and packs named, or all; the number of those broken."""
    from checker.testing.laws import EXAMPLES, hold
    from checker.testing.subject import subject_of

    held = broken = 0
    for name in options.ids or [None]:
        about = f" for {name}" if name else ""
        for result in hold(laws, subject_of(options.packs, name), options.examples or EXAMPLES):
            if result.broken is not None:
                broken += 1
                emit(f"BROKEN {result.law.name}{about}: {result.law.why}\n")
                emit("".join(f"  {line}\n" for line in result.broken.splitlines()))
                continue
            held += 1
            if options.verbose:
                complain(f"holds: {result.law.name}{about}")
    emit(f"{held + broken} laws: {held} hold, {broken} broken\n")
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
