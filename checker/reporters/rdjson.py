"""Diagnostics for reviewdog (rdjson), whose columns count UTF-8 bytes: they are told where the text is given."""

from __future__ import annotations

from typing import Any

from checker.model.finding import Severity
from checker.model.report import Report
from checker.positions import line_starts, position_in
from checker.reporters.anchors import Anchor, Anchors
from checker.reporters.counts import told
from checker.reporters.given import Given
from checker.reporters.jsontext import json_text
from checker.reporters.visible import shortened, visible

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, given: Given) -> str:
    """A diagnostic for each conflict and gap that is not suppressed, with what stands against it as related places."""
    anchors, places = Anchors(report, given), _Places(given)
    diagnostics: list[dict[str, Any]] = []
    for finding in told(report):
        anchored = anchors.of(finding)
        if anchored.main is None:
            continue
        diagnostic: dict[str, Any] = {
            "message": shortened(visible(finding.message), 2000),
            "location": places.location(anchored.main),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
        }
        if anchored.others:
            diagnostic["related_locations"] = [
                {"message": f"{visible(other.source)}: {other.said}", "location": places.location(other)}
                for other in anchored.others
            ]
        diagnostics.append(diagnostic)
    return json_text({"source": {"name": report.tool.name}, "diagnostics": diagnostics})


class _Places:
    """Anchors as locations of the format."""

    def __init__(self, given: Given) -> None:
        self._texts = given.texts
        self._starts = {source: line_starts(text) for source, text in given.texts.items()}

    def location(self, anchor: Anchor) -> dict[str, Any]:
        return {"path": anchor.path, "range": self._range(anchor)}

    def _range(self, anchor: Anchor) -> dict[str, Any]:
        text, evidence = self._texts.get(anchor.source), anchor.evidence
        if not text or evidence is None:
            return {"start": {"line": anchor.line}}
        starts = self._starts[anchor.source]
        first = position_in(text, starts, evidence.start, "utf8")
        last = position_in(text, starts, evidence.end, "utf8")
        return {"start": first._asdict(), "end": last._asdict()}
