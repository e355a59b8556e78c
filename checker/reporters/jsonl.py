"""The whole report as JSON lines: one record each, so that a program can take what it wants as it reads."""

from __future__ import annotations

from checker.model.report import Report
from checker.reporters.given import Given
from checker.reporters.json import document
from checker.reporters.jsontext import json_text

RECORDS = {
    "sources": "source",
    "coverage": "coverage",
    "claims": "claim",
    "roots": "root",
    "facts": "fact",
    "findings": "finding",
}
"""The report's lists in their order, and what the record of one of their items is called."""


def render(report: Report, given: Given) -> str:
    """A record `report` with what is no list, then one for each item of the lists; `record` says what each is."""
    whole = document(report)
    records = [{"record": "report", **{key: said for key, said in whole.items() if key not in RECORDS}}]
    records += [{"record": record, **item} for key, record in RECORDS.items() for item in whole[key]]
    return "".join(json_text(record, indent=None) for record in records)
