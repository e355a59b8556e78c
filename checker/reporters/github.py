"""Annotations in a pull request: workflow commands that the runner of GitHub Actions finds in what a step prints.

The runner keeps ten errors and ten warnings of a step and fifty annotations of a job, and drops the others unseen. So
the gravest are printed, and one notice says how many there are besides. What an article says may hold anything: a raw
line end in it would begin a command of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model.finding import Finding
from checker.model.report import Report
from checker.reporters.anchors import Anchor, Anchors
from checker.reporters.counts import by_severity, counted, told
from checker.reporters.evidence import LineStarts, camp_lines, line_starts
from checker.reporters.given import Given
from checker.reporters.visible import shortened, visible

CAP = 10
"""Annotations of one severity in a step; with the notice, two steps of a job fit into its fifty."""
_LONGEST = 4000
"""Characters of an annotation."""
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report, given: Given) -> str:
    """Errors, then warnings, up to ten of each, then a notice of what is not shown. Empty where there is nothing."""
    anchors, starts = Anchors(report, given), line_starts(report)
    lines, left = [], []
    room = {"error": CAP, "warning": CAP, "note": 0}
    for finding in told(report):
        if room[finding.severity]:
            room[finding.severity] -= 1
            lines.append(_annotation(finding, anchors.of(finding).main, starts))
        else:
            left.append(finding)
    if notice := _rest(left, report):
        lines.append(_command("notice", {"title": report.tool.name}, notice))
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, at: Anchor | None, starts: LineStarts) -> str:
    properties = {"file": at.path, "line": str(at.line)} if at else {}
    if at and at.start and at.end:
        properties["endLine"] = str(at.end.line)
        if at.start.line == at.end.line:  # columns are for one line only
            properties |= {"col": str(at.start.column), "endColumn": str(at.end.column)}
    properties["title"] = f"{finding.rule} {finding.cause}"
    return _command(finding.severity, properties, shortened("\n".join(_text(finding, starts)), _LONGEST))


def _text(finding: Finding, starts: LineStarts) -> Iterator[str]:
    yield visible(finding.message)
    for camp in finding.camps:
        yield from camp_lines(camp, starts)


def _rest(left: Sequence[Finding], report: Report) -> str:
    """How many findings are not annotated, and where they are told; nothing where none is left."""
    parts = []
    for verdict in ("conflict", "gap"):
        if found := [finding for finding in left if finding.verdict == verdict]:
            parts.append(counted(len(found), verdict) + by_severity(found))
    if suppressed := sum(finding.suppressed is not None for finding in report.findings):
        parts.append(f"{suppressed} suppressed")
    return f"not annotated: {', '.join(parts)}; the summary of the job tells them (--format markdown)" if parts else ""


def _command(name: str, properties: dict[str, str], data: str) -> str:
    said = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {said}::{_escaped(data, _DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return text.translate({ord(sign): written for sign, written in table.items()})
