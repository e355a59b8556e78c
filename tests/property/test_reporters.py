"""Whatever a report holds, each format says what it must: every finding once, under a name of its own, at its words."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import check_texts
from checker.model.claim import Evidence
from checker.model.report import Report
from checker.reporters import REPORTERS
from checker.reporters.counts import told
from checker.reporters.csv import COLUMNS
from checker.reporters.given import Given
from checker.reporters.jsonl import RECORDS
from checker.testing import strategies
from tests.property.profiles import quick
from tests.property.test_offsets import stories
from tests.unit.reading import PUBLISHED, commands, complaints, documents, needs_schemas, rows

REPORTS = strategies.reports
TEXTS = st.dictionaries(st.sampled_from(("afp-en", "line-fr")), st.text(min_size=1, max_size=60))


@pytest.mark.parametrize("form", sorted(REPORTERS))
@quick(25)
@given(report=REPORTS, texts=TEXTS)
def test_the_same_bytes_for_the_same_report(form: str, report: Report, texts: dict[str, str]) -> None:
    made = REPORTERS[form](report, Given(texts=texts))
    again = Report.model_validate_json(report.model_dump_json(by_alias=True))
    assert made.encode() == REPORTERS[form](again, Given(texts=dict(reversed(texts.items())))).encode()
    assert made.endswith("\n") or (form == "github" and made == "")


@needs_schemas
@pytest.mark.parametrize("form", PUBLISHED)
@quick(25)
@given(report=REPORTS, texts=TEXTS)
def test_it_keeps_the_published_schema(form: str, report: Report, texts: dict[str, str]) -> None:
    assert list(complaints(form, REPORTERS[form](report, Given(texts=texts)))) == []


@quick(60)
@given(report=REPORTS)
def test_every_finding_is_told_once(report: Report) -> None:
    fingerprints = [finding.fingerprint for finding in report.findings]
    (run,) = json.loads(REPORTERS["sarif"](report))["runs"]
    names = [result["partialFingerprints"]["finding/v1"] for result in run["results"]]
    assert [name[:16] for name in names] == fingerprints
    assert len(set(names)) == len(names)
    cases = [case.get("name", "") for case in ET.fromstring(REPORTERS["junit"](report)).iter("testcase")]
    assert len(set(cases)) == len(cases) == len(fingerprints)
    table = rows(REPORTERS["csv"](report))
    assert [row[COLUMNS.index("fingerprint")] for row in table] == fingerprints
    records = documents("jsonl", REPORTERS["jsonl"](report))
    assert [record["fingerprint"] for record in records if record["record"] == "finding"] == fingerprints


@quick(60)
@given(report=REPORTS)
def test_what_is_to_be_told_comes_by_rank(report: Report) -> None:
    severities = {"error": "critical", "warning": "major", "note": "info"}
    known = report.sources or report.gate
    placed = [one for one in told(report) if known or one.camps or one.sources or one.anchor]
    items = json.loads(REPORTERS["gitlab"](report))
    assert [item["severity"] for item in items] == [severities[finding.severity] for finding in placed]
    assert len({item["fingerprint"] for item in items}) == len(items)
    assert len(json.loads(REPORTERS["rdjson"](report))["diagnostics"]) == len(items)
    results = json.loads(REPORTERS["sarif-github"](report))["runs"][0]["results"]
    assert [result["level"] for result in results] == [finding.severity for finding in placed]
    assert all(result["locations"] for result in results)
    shown = [finding.severity for finding in told(report) if finding.severity != "note"]
    assert [name for name, _, _ in commands(REPORTERS["github"](report)) if name != "notice"] == shown


@quick(40)
@given(report=REPORTS)
def test_json_lines_hold_all(report: Report) -> None:
    head, *records = documents("jsonl", REPORTERS["jsonl"](report))
    lists: dict[str, list[Any]] = {key: [] for key in RECORDS}
    for record in records:
        lists[next(key for key, name in RECORDS.items() if name == record["record"])].append(record)
        del record["record"]
    assert head.pop("record") == "report"
    assert Report.model_validate({**head, **lists}) == report


def evidence_by_place(report: Report) -> dict[tuple[str, int, int], Evidence]:
    """The evidence of all findings, by source, start and length."""
    pieces = (piece for finding in report.findings for camp in finding.camps for piece in camp.evidence)
    return {(piece.source, piece.start, piece.end - piece.start): piece for piece in pieces}


def places(results: list[Any], key: str) -> Iterator[Any]:
    for result in results:
        yield from (place[key] for place in (*result.get("locations", ()), *result.get("relatedLocations", ())))


def stretch(text: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    """What stands from one line and column (from 1) up to another, in the units that `text` is made of."""
    lines = text.split("\n")
    if start[0] == end[0]:
        return lines[start[0] - 1][start[1] - 1 : end[1] - 1]
    between = lines[start[0] : end[0] - 1]
    return "\n".join((lines[start[0] - 1][start[1] - 1 :], *between, lines[end[0] - 1][: end[1] - 1]))


@quick(25)
@given(stories(), stories(), st.sampled_from(("", "🚨 ", "e\u0301\r\n", "👩🏽‍🚒 " * 50)))
def test_places_are_those_of_the_words(one: str, other: str, before: str) -> None:
    texts = {"gazette": (before + one).removeprefix("\ufeff"), "line-fr": (before + other).removeprefix("\ufeff")}
    report = check_texts([("gazette", texts["gazette"], "en"), ("line-fr", texts["line-fr"], "fr")])
    known = evidence_by_place(report)
    (run,) = json.loads(REPORTERS["sarif"](report))["runs"]
    for place in places(run["results"], "physicalLocation"):
        if "region" in place:
            region, source = place["region"], place["artifactLocation"]["uri"]
            piece = known[source, region["charOffset"], region["charLength"]]
            start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
            assert stretch(texts[source], start, end) == region["snippet"]["text"] == piece.exact
    for diagnostic in json.loads(REPORTERS["rdjson"](report, Given(texts=texts)))["diagnostics"]:
        for place in (diagnostic, *diagnostic.get("related_locations", ())):
            source, span = place["location"]["path"], place["location"]["range"]
            if "end" in span:
                as_bytes = texts[source].encode().decode("latin-1")  # a sign a byte
                start, end = ((span[at]["line"], span[at]["column"]) for at in ("start", "end"))
                said = stretch(as_bytes, start, end).encode("latin-1").decode()
                assert said in {piece.exact for piece in known.values() if piece.source == source}
