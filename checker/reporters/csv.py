"""A row a finding, for spreadsheets: RFC 4180, in UTF-8 with a byte order mark, else Excel reads no accents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model.finding import Finding
from checker.model.report import Report
from checker.reporters.anchors import Anchored, Anchors
from checker.reporters.given import Given
from checker.reporters.visible import shortened, visible
from checker.values.words import words_of_value

COLUMNS = (
    "rule", "verdict", "cause", "severity", "message", "subject", "attribute", "event", "scope", "values", "sources",
    "roots", "path", "line", "column", "words", "fingerprint", "suppressed by", "reason", "owner", "expires",
)  # fmt: skip
_LONGEST = 8000
"""Characters of a cell; spreadsheets cut one off, or refuse it, beyond some thirty thousand."""
_FORMULA = tuple("=+-@＝＋－＠")
"""What a cell begins with that a spreadsheet would run."""


def render(report: Report, given: Given) -> str:
    """All findings in the report's order, under a row of column names; empty cells where there is nothing to say."""
    anchors = Anchors(report, given)
    rows = [COLUMNS, *(tuple(_cells(finding, anchors.of(finding))) for finding in report.findings)]
    return "\ufeff" + "".join(_row(row) for row in rows)


def _cells(finding: Finding, anchored: Anchored) -> Iterator[str]:
    """The cells of a finding, one for each of COLUMNS."""
    yield from (finding.rule, finding.verdict, finding.cause, finding.severity, finding.message)
    fact = finding.fact
    yield from (fact.subject, fact.attribute, fact.event or "", fact.scope or "") if fact else ("",) * 4
    yield " / ".join(words_of_value(camp.value) for camp in finding.camps)
    yield ", ".join(finding.sources)
    yield "" if finding.roots is None else str(finding.roots)
    main = anchored.main
    yield main.path if main else ""
    yield str(main.line) if main else ""
    yield str(main.start.column) if main and main.start else ""
    yield main.evidence.exact if main and main.evidence else ""
    yield finding.fingerprint
    known = finding.suppressed
    yield from (known.by, known.reason, known.owner or "", known.expires or "") if known else ("",) * 4


def _row(cells: Iterable[str]) -> str:
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(text: str) -> str:
    """A cell in quotes, on one line; an apostrophe before it where a spreadsheet would take it for a formula."""
    shown = shortened(visible(text), _LONGEST)
    guard = "'" if shown.lstrip().startswith(_FORMULA) else ""
    return '"' + guard + shown.replace('"', '""') + '"'
