"""Documents as JSON text that can be printed and read line by line."""

from __future__ import annotations

import json
import re
from typing import Any

from checker.reporters.visible import UNSEEN

_ESCAPED = {code: json.dumps(chr(code))[1:-1] for code in (0x7F, 0x85, 0x2028, 0x2029, *UNSEEN)}
"""What JSON allows as it is, though a terminal or a reader of lines acts on it, and its escape."""
_COMMAND = re.compile(r"#(?=#\w*\[)")
"""Build servers obey `##[group]` and `##vso[…]` wherever in a line they stand."""


def json_text(document: Any, *, indent: int | None = 2) -> str:
    """A document as JSON with a line end after it; on one line where `indent` is None."""
    text = json.dumps(document, ensure_ascii=False, indent=indent).translate(_ESCAPED)
    return _COMMAND.sub(r"\\u0023", text) + "\n"
