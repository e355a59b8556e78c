"""The report that a fact-checker reads: what was not looked at, roots, conflicts, agreements, gaps, and a count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.model.finding import Finding
from checker.model.report import Coverage, Report
from checker.reporters.counts import active, count_line, counted
from checker.reporters.evidence import LineStarts, camp_lines, line_starts, place, spot
from checker.reporters.given import Given
from checker.reporters.layout import grid, titled, wrapped
from checker.reporters.visible import clipped, shortened, visible

_LONGEST = 2000
"""Characters of a message or a reason."""
_FEW = 5
"""Unexamined values that are named for each article."""
_STEPS = 12
"""Steps of a trace that are shown: with twenty sources there are hundreds, each like the one before."""


def render(report: Report, given: Given) -> str:
    """The report as plain text of 100 columns (the grid of articles may be wider)."""
    starts = line_starts(report)
    paths = {entry.source.id: entry.path or entry.source.id for entry in report.sources}
    lines = ["WHAT WAS READ", *_coverage(report), *_unexamined(report, starts)]
    lines += titled("Roots", list(_roots(report)))
    for verdict in ("conflict", "agreement", "gap"):
        findings = active(report, verdict)
        lines += titled(f"{verdict}s", [line for finding in findings for line in _finding(finding, starts, paths)][:-1])
    if given.show_suppressed:
        lines += titled("Suppressed", list(_suppressed(report)))
    return "\n".join((*lines, "", count_line(report), ""))


def _coverage(report: Report) -> Iterator[str]:
    """What became of the values of each article."""
    entries = {entry.source.id: entry for entry in report.sources}
    rows = []
    for coverage in report.coverage:
        entry = entries.get(coverage.source)
        rows.append(
            (
                visible(coverage.source),
                entry.language if entry else "",
                visible((entry.published if entry else None) or "unknown"),
                coverage.read,
                coverage.compared,
                coverage.lone,
                _share(coverage),
            )
        )
    headers = ("article", "language", "published", "values read", "compared", "lone", "unexamined")
    yield from grid(headers, rows, right=(3, 4, 5, 6)).splitlines()


def _share(coverage: Coverage) -> str:
    """`12 (40 %)`, rounded down to whole per cent."""
    return f"{coverage.unexamined} ({100 * coverage.unexamined // coverage.read} %)" if coverage.read else "0"


def _unexamined(report: Report, starts: LineStarts) -> Iterator[str]:
    """The first values of each article that no claim was formed from."""
    for coverage in report.coverage:
        if not coverage.values:
            continue
        named = [
            f"“{clipped(visible(value.exact), 60)}” ({place(starts, coverage.source, value.start)})"
            for value in coverage.values[:_FEW]
        ]
        rest = coverage.unexamined - len(named)
        more = f" and {rest} more" if rest > 0 else ""
        yield from wrapped(f"Unexamined in {visible(coverage.source)}: {', '.join(named)}{more}")


def _roots(report: Report) -> Iterator[str]:
    """Which sources are one origin, and why."""
    for root in report.roots:
        members = ", ".join(map(visible, root.members))
        if len(root.members) > 1:
            yield from wrapped(f"one origin: {members}")
            for reason in root.reasons:
                yield from wrapped(_said(reason), indent=4)
    alone = [visible(member) for root in report.roots if len(root.members) == 1 for member in root.members]
    if alone:
        yield from wrapped(f"independent: {', '.join(alone)}")


def _finding(finding: Finding, starts: LineStarts, paths: Mapping[str, str]) -> Iterator[str]:
    """Place in the draft where it has one, with the fingerprint; rule, cause and message; each camp with its words;
    the trace; an empty line.
    """
    if (anchor := finding.anchor) is not None:
        at = spot(starts, anchor.source, anchor.start)
        yield f"{visible(paths.get(anchor.source, anchor.source))}:{at}: {finding.fingerprint}"
    roots = f", {counted(finding.roots, 'root')}" if finding.roots is not None else ""
    yield from wrapped(f"{finding.rule} {finding.cause} ({finding.severity}{roots}): {_said(finding.message)}")
    for camp in finding.camps:
        yield from camp_lines(camp, starts)
    for step in finding.trace[:_STEPS]:
        yield from wrapped(f"because {shortened(visible(step), 400)}", indent=4)
    if (more := len(finding.trace) - _STEPS) > 0:
        yield f"    and {counted(more, 'more step')} in the JSON report"
    yield ""


def _suppressed(report: Report) -> Iterator[str]:
    """What is known, who answers for it and why; the findings themselves are in the JSON report."""
    for finding in report.findings:
        if known := finding.suppressed:
            owner = f", {_said(known.owner)}" if known.owner else ""
            until = f", until {visible(known.expires)}" if known.expires else ""
            yield from wrapped(
                f"{finding.rule} {finding.cause} ({known.by}{owner}{until}): {_said(finding.message)}; "
                f"{_said(known.reason)}"
            )


def _said(text: str) -> str:
    return shortened(visible(text), _LONGEST)
