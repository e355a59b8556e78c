"""How well values are read on sets labelled by others, where these are at hand, against the figures to reach."""

from __future__ import annotations

import json
from collections.abc import Iterator

from benchmarks.measuring import SHARED, Row, command, missing

SCORE = SHARED / "bench" / "score.py"
PROMISED = {
    "timex_fr": 0.75,
    "date_en": 0.90,
    "number_en": 0.92,
    "number_fr": 0.92,
    "percent_en": 0.95,
    "percent_fr": 0.95,
    "money_en": 0.95,
    "money_fr": 0.95,
    "duration_en": 0.95,
    "duration_fr": 0.95,
    "pairs_fr": 0.70,
}
"""Set -> F1; for pairs, the precision of flagged contradictions where both sides carry digits."""


def rows() -> Iterator[Row]:
    """A row for each set."""
    for name, promised in PROMISED.items():
        what = f"labelled set {name}, development half"
        figure = "precision, digits on both sides" if name.startswith("pairs") else "F1"
        if not SCORE.is_file():
            yield missing(what, f"{figure} >= {promised}", "there is no ../shared/bench")
            continue
        run = command(str(SCORE), "--json", "--only", name)
        if run.returncode or not run.stdout.strip():
            last = (run.stderr.strip().splitlines() or ["nothing was printed"])[-1]
            yield missing(what, f"{figure} >= {promised}", last[:100])
            continue
        yield _row(what, figure, promised, json.loads(run.stdout.splitlines()[0]))


def _row(what: str, figure: str, promised: float, scored: dict[str, object]) -> Row:
    typed = scored.get("digits_on_both_sides")
    if isinstance(typed, dict):
        value, recall = typed["P"], f"{typed['flagged']} flagged of {typed['contradictions']} contradictions"
    else:
        value, recall = scored["F1"], f"precision {scored['P']}, recall {scored['R']}"
    measured = f"{recall}, {scored['ms_per_case']} ms a case"
    return Row(what, measured, f"{value} {figure}", f">= {promised}", "yes" if float(str(value)) >= promised else "no")
