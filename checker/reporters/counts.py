"""How many findings of each verdict there are, as one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.model.finding import Finding, Severity
from checker.model.report import Report

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def counted(number: int, noun: str) -> str:
    """`1 gap`, `2 gaps`, `0 gaps`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def active(report: Report, verdict: str) -> list[Finding]:
    """The findings of a verdict that are not suppressed, errors first, else in the report's order."""
    found = [f for f in report.findings if f.verdict == verdict and f.suppressed is None]
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


def told(report: Report) -> list[Finding]:
    """What a reviewer is to be told: conflicts and gaps that are not suppressed, errors first, then conflicts."""
    found = [*active(report, "conflict"), *active(report, "gap")]
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


def count_line(report: Report) -> str:
    """For instance `3 conflicts (1 error, 2 notes), 15 agreements, 24 gaps in 5 articles`."""
    conflicts = active(report, "conflict")
    line = counted(len(conflicts), "conflict") + by_severity(conflicts)
    line += f", {counted(len(active(report, 'agreement')), 'agreement')}, {counted(len(active(report, 'gap')), 'gap')}"
    line += f" in {counted(len(report.sources), 'article')}"
    if report.gate is not None and report.gate.among_sources:
        line += f"; {counted(report.gate.among_sources, 'conflict')} among the sources alone left out"
    suppressed = sum(finding.suppressed is not None for finding in report.findings)
    return f"{line}; {suppressed} suppressed" if suppressed else line


def by_severity(findings: Sequence[Finding]) -> str:
    """For instance ` (1 error, 2 notes)`; empty where there are none."""
    count = Counter(finding.severity for finding in findings)
    parts = [counted(count[severity], severity) for severity in SEVERITIES if count[severity]]
    return f" ({', '.join(parts)})" if parts else ""
