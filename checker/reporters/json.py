"""The whole report as JSON, in the form of schemas/report.schema.json."""

from __future__ import annotations

import json

from checker.model.report import Report

_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""Characters that JSON allows as they are, and that a terminal or a reader of lines acts on."""


def render(report: Report) -> str:
    """The report, keys in the order of the model, packs by name, without keys that have no value."""
    document = report.model_dump(mode="json", by_alias=True, exclude_none=True)
    document["tool"]["packs"] = dict(sorted(report.tool.packs.items()))
    return json.dumps(document, ensure_ascii=False, indent=2).translate(_ESCAPED) + "\n"
