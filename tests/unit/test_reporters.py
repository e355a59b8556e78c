"""The table and JSON reports of one made-up report, whole, against small files in snapshots/.

Where a report is meant to change, delete its file and run the test: it writes the file anew and fails once.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest

from checker.model.claim import Evidence
from checker.model.fact import Camp, Fact, FactKey, Root
from checker.model.finding import Finding, Suppression
from checker.model.report import Coverage, Report, SourceEntry, Tool, UnexaminedValue
from checker.model.source import Source
from checker.model.value import Count, Duration, NoValue, Value
from checker.reporters import REPORTERS

SNAPSHOTS = Path(__file__).parent / "snapshots"
TEXTS = {
    "agency": "Mill closes\n\nThe paper mill will close within 45 days, said Ann Roe.\nThere are 120 workers.\n",
    "herald": "Fermeture de l'usine\n\nL'usine doit fermer d'ici 60 jours.\n",
    "copy": "The paper mill will close within 45 days,\x1b[31m said Ann\nRoe. It has not said how many people will go.",
}
KEY = FactKey(subject="paper mill", attribute="closing_delay", event="closure:1")


def evidence(source: str, exact: str) -> Evidence:
    """The first place where a source says these words, with its context."""
    text = TEXTS[source]
    start = text.index(exact)
    end = start + len(exact)
    return Evidence(
        source=source,
        start=start,
        end=end,
        exact=exact,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def camp(value: Value, *said: Evidence, speakers: tuple[str, ...] = ()) -> Camp:
    """The sources that give one value, in these words."""
    sources = tuple(one.source for one in said)
    return Camp(value=value, sources=sources, claims=sources, evidence=said, speakers=speakers)


def entry(source: str, language: str, published: str | None = None) -> SourceEntry:
    """A source with the lines of its text."""
    text = TEXTS[source]
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    return SourceEntry.model_validate(
        {
            "source": Source(id=source),
            "path": f"story/{source}.txt",
            "language": language,
            "published": published,
            "line_starts": starts,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }
    )


DELAYS = (
    camp(
        Duration(iso="P45D"),
        evidence("agency", "45 days"),
        evidence("copy", "45 days,\x1b[31m said Ann\nRoe"),
        speakers=("Ann Roe",),
    ),
    camp(Duration(iso="P60D"), evidence("herald", "60 jours")),
)
REPORT = Report(
    tool=Tool(version="0.1.0", packs={"news": "1 bbbb", "core": "1 aaaa"}),
    sources=(entry("agency", "en", "2024-05-02"), entry("copy", "en"), entry("herald", "fr")),
    coverage=(
        Coverage(
            source="agency",
            read=3,
            compared=1,
            lone=1,
            unexamined=1,
            values=(UnexaminedValue(kind="count", exact="120 workers", start=80, end=91),),
        ),
        Coverage(source="copy", read=1, compared=1, lone=0, unexamined=0),
        Coverage(source="herald", read=0, compared=0, lone=0, unexamined=0),
    ),
    roots=(
        Root(id="root:1", members=("agency", "copy"), reasons=("9 of 10 runs of words of copy stand in agency",)),
        Root(id="root:2", members=("herald",)),
    ),
    facts=(Fact(key=KEY, fact_type="closing", label="delay of the closure", roots=2, camps=DELAYS),),
    findings=(
        Finding(
            rule="NUM103",
            verdict="conflict",
            cause="update",
            severity="note",
            message="workers: 110 (herald) after 120 (agency); NUM103",
            fingerprint="0" * 15 + "1",
        ),
        Finding(
            rule="NUM101",
            verdict="conflict",
            cause="value",
            severity="error",
            message="closing delay of the paper mill: 45 days (agency, copy) vs 60 days (herald); NUM101",
            fact=KEY,
            camps=DELAYS,
            trace=(
                "both tell of the closure of the paper mill",
                "45 days and 60 days differ by 15 days, more than the tolerance",
            ),
            fingerprint="0" * 15 + "2",
        ),
        Finding(
            rule="GAP604",
            verdict="gap",
            cause="uncorroborated",
            severity="note",
            message="number of people who will go: said not to be specified (copy only); GAP604",
            sources=("copy",),
            camps=(camp(NoValue(), evidence("copy", "not said how many people")),),
            roots=1,
            fingerprint="0" * 15 + "3",
        ),
        Finding(
            rule="GAP601",
            verdict="gap",
            cause="uncorroborated",
            severity="warning",
            message="workers: 120 (agency only)",
            camps=(camp(Count(amount=Decimal(120), noun="worker"), evidence("agency", "120 workers")),),
            fingerprint="0" * 15 + "4",
            suppressed=Suppression(by="waiver", reason="the\nunion confirmed it", owner="desk", expires="2024-06-01"),
        ),
    ),
)


@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_whole_report(form: str) -> None:
    file = SNAPSHOTS / f"report.{form}"
    rendered = REPORTERS[form](REPORT)
    if not file.exists():
        file.write_text(rendered, "utf-8")
        pytest.fail(f"{file} is new: read it")
    assert rendered == file.read_text("utf-8")


def test_table_fits_its_width_and_holds_nothing_a_terminal_acts_on() -> None:
    lines = REPORTERS["table"](REPORT).split("\n")
    assert max(map(len, lines)) <= 100
    assert not [line for line in lines if any(ord(sign) < 32 or ord(sign) == 127 for sign in line)]


def test_json_is_the_report() -> None:
    text = REPORTERS["json"](REPORT)
    assert Report.model_validate_json(text) == REPORT.model_copy(
        update={"tool": Tool(version="0.1.0", packs={"core": "1 aaaa", "news": "1 bbbb"})}
    )
    assert "\x1b" not in text and "null" not in text
    assert list(json.loads(text))[:4] == ["schema", "tool", "sources", "coverage"]


def test_an_empty_report_is_still_told() -> None:
    text = REPORTERS["table"](Report(tool=Tool(version="0.1.0")))
    assert text.endswith("\n0 conflicts, 0 agreements, 0 gaps in 0 articles\n")
