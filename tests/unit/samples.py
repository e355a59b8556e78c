"""Findings of the made-up story, reports that hold them, and what a JSON format makes of those."""

from __future__ import annotations

import json
from typing import Any

from checker.model.finding import Finding
from checker.model.report import Report
from checker.reporters import REPORTERS
from checker.reporters.given import Given
from tests.unit.reports import DELAYS, GIVEN, KEY, REPORT


def finding(number: int = 1, **changes: Any) -> Finding:
    """A conflict of the sample story, with a fingerprint of its own."""
    said: dict[str, Any] = {
        "rule": "NUM101",
        "verdict": "conflict",
        "cause": "value",
        "severity": "error",
        "message": f"m{number}",
    }
    said |= {"fact": KEY, "sources": ("agency", "copy", "herald"), "camps": DELAYS, "fingerprint": f"{number:016x}"}
    return Finding.model_validate({**said, **changes})


def omission(source: str) -> Finding:
    """A fact of two articles that a third leaves out: the fingerprint is the same whichever that is."""
    gap: dict[str, Any] = {"rule": "GAP602", "verdict": "gap", "cause": "omitted", "severity": "note"}
    return finding(sources=(source,), camps=(DELAYS[0],), message=f"not in {source}", fingerprint="f" * 16, **gap)


CRASH = finding(
    9, verdict="gap", cause="crash", rule="CHK001", camps=(), sources=(), fact=None, message="NUM101 could not be run"
)
AGREEMENT = finding(8, verdict="agreement", cause="exact", severity="note", rule="SRC501")
KNOWN = REPORT.findings[3]


def holding(*findings: Finding, **changes: Any) -> Report:
    """The sample report with other findings."""
    return REPORT.model_copy(update={"findings": findings, **changes})


def made(form: str, *findings: Finding, given: Given = GIVEN) -> Any:
    """The JSON that a format makes of a report with these findings."""
    return json.loads(REPORTERS[form](holding(*findings), given))


def run(form: str, *findings: Finding, given: Given = GIVEN) -> Any:
    """The only run of a SARIF log."""
    (one,) = made(form, *findings, given=given)["runs"]
    return one
