"""GitLab's code quality report: what is to be told, an item each with a fingerprint of its own.

GitLab keeps one item for a fingerprint, and shows an item as new or mended by comparing those of two branches.
"""

from __future__ import annotations

from checker.model.finding import Severity
from checker.model.report import Report
from checker.reporters.anchors import Anchors
from checker.reporters.counts import told
from checker.reporters.given import Given
from checker.reporters.identity import identities
from checker.reporters.jsontext import json_text
from checker.reporters.visible import shortened, visible

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "note": "info"}


def render(report: Report, given: Given) -> str:
    """A JSON array of conflicts and gaps that are not suppressed, the gravest first."""
    anchors, findings = Anchors(report, given), told(report)
    items = []
    for finding, name in zip(findings, identities(findings), strict=True):
        if main := anchors.of(finding).main:
            items.append(
                {
                    "description": shortened(visible(finding.message), 2000),
                    "check_name": finding.rule,
                    "fingerprint": name,
                    "severity": _SEVERITIES[finding.severity],
                    "location": {"path": main.path, "lines": {"begin": main.line}},
                }
            )
    return json_text(items)
