"""`checker config show`: every setting, its value and where that comes from."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from checker.cli import CLEAN
from checker.cli.settings import cache_folder, configured
from checker.cli.streams import emit


def show(options: Namespace) -> int:
    """A line a setting, in TOML, with its origin as a comment; what is not set is a comment as a whole."""
    found = configured(options, options.start)
    unset = {
        "packs": "all built-in ones",
        "lang": "found for each article",
        "omitted_roots": "as the rules say",
        "cache_folder": str(cache_folder() or "none"),
    }
    lines = [f"# {found.file or 'no configuration was found'}"]
    for key, value in found.config.model_dump(mode="json", exclude_none=False).items():
        origin = str(found.file) if key in found.said else "default"
        if value is None:
            lines.append(f"# {key}: {unset[key]}  # default")
        else:
            lines.append(f"{key} = {_toml(value)}  # {origin}")
    emit("\n".join(lines) + "\n")
    return CLEAN


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{key} = {_toml(one)}" for key, one in value.items() if one is not None)
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
