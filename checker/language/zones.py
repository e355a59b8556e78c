"""How far the clocks of a place are ahead of UTC, as the data file `zones.toml` has it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "zones.toml"
_SUNDAY = 7
_FORWARD = {"eu": ((3, -1), (10, -1)), "us": ((3, 2), (11, 1))}
"""Month and number of the Sunday on which clocks are put forward, and of that on which they are put back."""


@cache
def _zones() -> dict[str, tuple[int, str]]:
    """Name -> minutes ahead of UTC in winter, and the custom of putting clocks forward."""
    found: dict[str, tuple[int, str]] = {}
    for entry in tomllib.loads(_FILE.read_text("utf-8"))["zone"]:
        hours, _, minutes = entry["ahead"].lstrip("-").partition(":")
        ahead = (int(hours) * 60 + int(minutes)) * (-1 if entry["ahead"].startswith("-") else 1)
        found.update((name, (ahead, entry.get("forward", ""))) for name in entry["names"])
    return found


def is_zone(name: str) -> bool:
    """Whether the clocks of a place, by its small name, are known."""
    return name in _zones()


def minutes_ahead(name: str, day: date | None) -> tuple[int, ...]:
    """How many minutes the clocks of a zone are ahead of UTC on a day; all that may be where the day is not known or
    the clocks change on it; none for a zone that is not known.
    """
    if name.casefold() not in _zones():
        return ()
    ahead, custom = _zones()[name.casefold()]
    if not custom:
        return (ahead,)
    if day is None:
        return (ahead, ahead + 60)
    start, end = (_sunday(day.year, month, number) for month, number in _FORWARD[custom])
    if day in (start, end):
        return (ahead, ahead + 60)
    return (ahead + 60 if start < day < end else ahead,)


def _sunday(year: int, month: int, number: int) -> date:
    """The first, second, ... Sunday of a month, or the last."""
    if number < 0:
        last = date(year, month, 31)  # March and October
        return last - timedelta(days=last.isoweekday() % _SUNDAY)
    first = date(year, month, 1)
    return first + timedelta(days=_SUNDAY - first.isoweekday() + (number - 1) * _SUNDAY)
