"""The whole report as JSON, in the form of schemas/report.schema.json."""

from __future__ import annotations

from typing import Any

from checker.model.report import Report
from checker.reporters.given import Given
from checker.reporters.jsontext import json_text


def document(report: Report) -> dict[str, Any]:
    """The report JSON-ready: keys in the order of the model, packs by name, without keys that have no value."""
    made: dict[str, Any] = report.model_dump(mode="json", by_alias=True, exclude_none=True)
    made["tool"]["packs"] = dict(sorted(report.tool.packs.items()))
    return made


def render(report: Report, given: Given) -> str:
    """The report as one JSON document."""
    return json_text(document(report))
