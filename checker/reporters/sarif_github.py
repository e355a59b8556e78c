"""SARIF as GitHub's code scanning takes it.

It ignores kinds and suppressions, so that what is not to be shown must not be there, and rejects a whole file for one
result without a place or for too many of something. A finding keeps its alert by its own hash, however its paragraph is
edited.
"""

from __future__ import annotations

from typing import Any

from checker.model.report import Report
from checker.reporters.anchors import Anchor, Anchors
from checker.reporters.counts import told
from checker.reporters.given import Given
from checker.reporters.identity import identities
from checker.reporters.sarif import lines_of, log, related, result, rule_ids, run_of, uri

MOST_RESULTS = 5000
"""What code scanning shows of one run; five times as many and it takes none."""
MOST_PLACES = 99
"""Places beside the main one that it keeps for a result."""


def render(report: Report, given: Given) -> str:
    """One run with the conflicts and gaps that are not suppressed, the gravest first, each at a line of a file."""
    anchors, findings = Anchors(report, given), told(report)
    rules = rule_ids(findings)
    results: list[dict[str, Any]] = []
    for finding, name in zip(findings, identities(findings), strict=True):
        anchored = anchors.of(finding)
        if anchored.main is None or len(results) == MOST_RESULTS:
            continue
        made = {
            **result(finding, anchored, rules),
            "level": finding.severity,
            "locations": [{"physicalLocation": _place(anchored.main)}],
            "partialFingerprints": {"primaryLocationLineHash": name},
        }
        if anchored.others:
            made["relatedLocations"] = related(anchored.others[:MOST_PLACES], _place)
        results.append(made)
    left_out = len(findings) - len(results)
    said = (
        f"{left_out} of {len(findings)} findings are left out: GitHub takes so many, each at a line" if left_out else ""
    )
    return log(run_of(report, given, rules, results, said))


def _place(anchor: Anchor) -> dict[str, Any]:
    """An anchor as a physical location, always with a line."""
    region = lines_of(anchor) or {"startLine": 1}
    return {"artifactLocation": {"uri": uri(anchor.path)}, "region": region}
