"""Where the folders are that come with the package: rule packs and schemas."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def packaged(name: str) -> Path:
    """The folder `rules` or `schemas`: inside the package when installed, beside it in a source tree."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name
