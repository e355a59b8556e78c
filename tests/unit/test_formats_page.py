"""docs/formats.md says what the formats do: it has a row for each, and its severities are those that they write."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from checker.model.finding import Finding, Verdict
from checker.reporters import REPORTERS
from checker.reporters.given import Given
from tests.unit.reading import commands
from tests.unit.reports import REPORT

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
FORMATS = ("sarif", "sarif-github", "github", "gitlab", "rdjson", "junit")
CONFLICT = {"verdict": "conflict", "cause": "value"}
GAP = {"verdict": "gap", "cause": "uncorroborated"}
KNOWN = REPORT.findings[3].suppressed
KINDS: dict[str, dict[str, Any]] = {
    "conflict, error": {**CONFLICT, "severity": "error"},
    "conflict, warning": {**CONFLICT, "severity": "warning"},
    "conflict, note": {**CONFLICT, "severity": "note"},
    "gap, warning": {**GAP, "severity": "warning"},
    "gap, warning, with `--fail-on gap`": {**GAP, "severity": "warning"},
    "gap, note": {**GAP, "severity": "note"},
    "agreement": {"verdict": "agreement", "cause": "exact", "severity": "note"},
    "suppressed": {**CONFLICT, "severity": "error", "suppressed": KNOWN},
    "a check that crashed": {"verdict": "gap", "cause": "crash", "severity": "error"},
}


def rows() -> dict[str, list[str]]:
    """The table of findings: what each format makes of a kind of finding."""
    table = PAGE[PAGE.index("| finding |") :].split("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return {first: rest for first, *rest in cells}


def said(form: str, finding: Finding, failing: frozenset[Verdict]) -> str:
    """What a format makes of a finding, in the words of the page; empty where it leaves it out."""
    text = REPORTERS[form](REPORT.model_copy(update={"findings": (finding,)}), Given(failing=failing))
    if form == "junit":
        (case,) = ET.fromstring(text).iter("testcase")
        return next((child.tag for child in case), "passed")
    if form == "github":
        return next(("counted" if name == "notice" else name for name, _, _ in commands(text)), "")
    made = json.loads(text)
    if form.startswith("sarif"):
        results = made["runs"][0]["results"]
        return ", ".join(result[key] for result in results for key in ("kind", "level") if key in result)
    return "".join(item["severity"] for item in (made if form == "gitlab" else made["diagnostics"]))


def test_every_format_has_its_row() -> None:
    first = PAGE[: PAGE.index("| finding |")]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", first, re.M)) == set(REPORTERS)
    heads = PAGE[PAGE.index("| finding |") :].splitlines()[0]
    assert tuple(re.findall(r"`([a-z-]+)`", heads)) == FORMATS
    assert set(rows()) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_severity_is_what_the_page_says(kind: str) -> None:
    finding = Finding(rule="NUM101", message="m", fingerprint="0" * 16, **KINDS[kind])
    failing: frozenset[Verdict] = frozenset({"conflict", "gap"} if "--fail-on gap" in kind else {"conflict"})
    for form, told in zip(FORMATS, rows()[kind], strict=True):
        made = said(form, finding, failing)
        if form != "sarif":
            assert made == told, form
        elif kind == "suppressed":
            assert told == "as above, with `suppressions`"
        else:
            assert all(re.search(rf"\b{word}\b", told) for word in made.split(", ")), made
