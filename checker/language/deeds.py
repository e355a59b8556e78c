"""Doings that say the same, and those that say the opposite, of whom they are told of.

`deeds.toml` has a family a line: the doings (as `topics.toml` names them) that come to one, the first of which names
the family, and after a bar those that deny it. Who was acquitted was not convicted.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "deeds.toml"
_NOT = "not "


@cache
def _families() -> dict[str, tuple[str, bool]]:
    """Doing -> its family and whether it denies it."""
    found: dict[str, tuple[str, bool]] = {}
    for line in tomllib.loads(_FILE.read_text("utf-8"))["families"].splitlines():
        text = line.partition("#")[0]
        sides = [[word.strip() for word in side.split(",") if word.strip()] for side in text.split("|")]
        for denies, words in enumerate(sides if sides[0] else ()):
            found.update({word: (sides[0][0], bool(denies)) for word in words})
    return found


@cache
def _kinds() -> dict[str, str]:
    """Thing or topic -> the key of what it is called more broadly."""
    found: dict[str, str] = {}
    for line in tomllib.loads(_FILE.read_text("utf-8"))["kinds"].splitlines():
        broad, _, words = line.rpartition(":")
        found.update({word.strip(): broad for word in words.split(",") if word.strip()})
    return found


def broadly(key: str) -> str:
    """The key of what a thing is called more broadly: `topic:weapon` for `topic:pistol`; else the key itself."""
    kind, _, noun = key.partition(":")
    return _kinds().get(noun, key) if kind in ("thing", "topic") else key


def in_family(doing: str, state: str) -> tuple[str, str]:
    """The family of a doing, and the state of that: `acquit`, `done` is `convict`, `not done`."""
    family, denies = _families().get(doing, (doing, False))
    if not denies:
        return family, state
    return family, state.removeprefix(_NOT) if state.startswith(_NOT) else _NOT + state
