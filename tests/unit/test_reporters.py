"""Every format of one made-up report, whole, against files in snapshots/, and what the whole of a report must keep.

Where a report is meant to change, delete its file and run the test: it writes the file anew and fails once.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.model.report import Report, Tool
from checker.reporters import REPORTERS
from checker.reporters.jsonl import RECORDS
from tests.unit.reports import GIVEN, REPORT

SNAPSHOTS = Path(__file__).parent / "snapshots"
SORTED = REPORT.model_copy(update={"tool": Tool(version="0.1.0", packs={"core": "1 aaaa", "news": "1 bbbb"})})


@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_whole_report(form: str) -> None:
    file = SNAPSHOTS / f"report.{form}"
    rendered = REPORTERS[form](REPORT, GIVEN)
    if not file.exists():
        file.write_bytes(rendered.encode())
        pytest.fail(f"{file} is new: read it")
    assert rendered.encode() == file.read_bytes()


def test_table_fits_its_width_and_holds_nothing_a_terminal_acts_on() -> None:
    lines = REPORTERS["table"](REPORT).split("\n")
    assert max(map(len, lines)) <= 100
    assert not [line for line in lines if any(ord(sign) < 32 or ord(sign) == 127 for sign in line)]


def test_json_is_the_report() -> None:
    text = REPORTERS["json"](REPORT)
    assert Report.model_validate_json(text) == SORTED
    assert "\x1b" not in text and "null" not in text
    assert list(json.loads(text))[:4] == ["schema", "tool", "sources", "coverage"]


def test_json_lines_are_the_report() -> None:
    records = [json.loads(line) for line in REPORTERS["jsonl"](REPORT).splitlines()]
    kinds = [record.pop("record") for record in records]
    assert kinds[0] == "report"
    lists = {
        key: [item for kind, item in zip(kinds, records, strict=True) if kind == record]
        for key, record in RECORDS.items()
    }
    assert Report.model_validate({**records[0], **lists}) == SORTED
    assert set(Report.model_fields) - {"schema_", "tool", "gate"} == set(RECORDS)


def test_an_empty_report_is_still_told() -> None:
    text = REPORTERS["table"](Report(tool=Tool(version="0.1.0")))
    assert text.endswith("\n0 conflicts, 0 agreements, 0 gaps in 0 articles\n")
