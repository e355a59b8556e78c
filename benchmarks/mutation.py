"""How much of the shipped rules and fact types their packs' own cases hold in place: the share of mutants killed."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measuring import Row, at_least
from checker.rulepack import load_packs
from checker.testing.mutation import MutationScore, Trial

PROMISED = 0.85


def rows() -> Iterator[Row]:
    """A row for each rule, and one for the fact types of each pack."""
    packs = load_packs(cases=True)
    scores = list(Trial(packs, packs).scores())
    for score in scores:
        if score.is_rule:
            measured = f"{score.killed} of {score.mutants} mutants killed"
            yield at_least(f"rule {score.of}", measured, score.killed / score.mutants, PROMISED, "of mutants")
    for pack in packs:
        own = [score for score in scores if score.pack == pack.id and not score.is_rule]
        if own:
            yield _fact_types(pack.id, own)


def _fact_types(pack: str, scores: list[MutationScore]) -> Row:
    mutants, killed = sum(one.mutants for one in scores), sum(one.killed for one in scores)
    measured = f"{killed} of {mutants} mutants killed"
    return Row(f"{len(scores)} fact types of {pack}", measured, f"{killed / mutants:.2f} of mutants")
