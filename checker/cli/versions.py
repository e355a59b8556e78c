"""`checker --version`: the version of the checker and of each built-in pack, with nothing loaded that judges."""

from __future__ import annotations

import argparse
import re
from typing import Any

_VERSION = re.compile(r'^version = "([^"]+)"$', re.M)
"""Loading a reader of TOML would take a third of the time that this command has."""


class ShowVersions(argparse.Action):
    """Print the versions, a line each, and end."""

    def __init__(self, option_strings: Any, dest: str, **_: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help="the versions of all parts")

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        from checker import __version__
        from checker.cli.streams import emit
        from checker.packaged import packaged

        lines = [f"checker {__version__}"]
        for file in sorted(packaged("rules").glob("*/pack.toml")):
            version = _VERSION.search(file.read_text("utf-8"))
            lines.append(f"pack {file.parent.name} {version[1] if version else 'without a version'}")
        emit("\n".join(lines) + "\n")
        parser.exit()
