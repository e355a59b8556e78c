"""Feasts: on fixed days (`Christmas Eve`), counted from Easter (`le lundi de Pentecôte`) or from a month (`Labor Day`).

What the data say of each is the month and day (`12-24`), the days from Easter (`E+50`), or month, rank and weekday
(`09-1-1`, the first Monday of September; `05--1-1`, the last of May).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.values.calendar import Side
from checker.values.moment import Moment, Passage, Step, rule

OF_EASTER = "feast of easter"
"""The unit of a step that counts days from Easter."""
_FROM_EASTER = re.compile(r"E([+-]\d+)")
_NTH = re.compile(r"(\d\d)-(-?\d)-(\d)")
_NAME_NEXT = frozenset("CLXROT")


def easter(year: int) -> date:
    """Easter Sunday of the Western churches: the Sunday after the first full moon of spring as their tables have it."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    to_sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(to_sunday)


def near_easter(days: int, near: date, side: Side | None) -> date:
    """The day so many days from an Easter, on or before `near`, on or after it, or the nearest to it."""
    all_days = [easter(near.year + years) + timedelta(days) for years in (-1, 0, 1)]
    if side == "past":
        return max(day for day in all_days if day <= near)
    if side == "future":
        return min(day for day in all_days if day >= near)
    return min(all_days, key=lambda day: abs(day - near))


def _feast(passage: Passage, match: re.Match[str]) -> Moment | None:
    at, last = match.start(), match.end() - 1
    told = passage.look(at, "feast") or passage.look(at, "moving_feast")
    if not told or passage.has(at - 1, "recurrence") or _of_another_country(passage, at):
        return None
    capital = passage.capital(at) or " " in passage.norm(at)
    moving = passage.has(at, "moving_feast")
    if (moving or passage.habit("month_first")) and not capital:
        return None
    year = passage.norm(match.start("y")) if match["y"] else None
    if not moving:
        return Moment(at, last, f"{year or 'XXXX'}-{told}")
    if passage.letter(last + 1) in _NAME_NEXT or passage.has(at - 2, "feast_place"):
        return None
    if nth := _NTH.fullmatch(told):
        return Moment(at, last, f"{year or 'XXXX'}-{nth[1]}", step=Step("nth", int(nth[2]), weekday=int(nth[3])))
    counted = _FROM_EASTER.fullmatch(told)
    if counted is None:
        return None
    days = int(counted[1])
    if year:
        return Moment(at, last, (easter(int(year)) + timedelta(days)).isoformat())
    return Moment(at, last, step=Step(OF_EASTER, days))


def _of_another_country(passage: Passage, at: int) -> bool:
    """Whether a feast that each country keeps on a day of its own is told of another: India's Independence Day."""
    owner = at - 1 - (passage.norm(at - 1) == "'s")
    if not passage.has(at, "national_feast") or passage.has(owner, "national_feast_of"):
        return False
    return owner < at - 1 or (passage.capital(owner) and passage.letter(owner) in ("C", "L", "R"))


FEASTS = (rule(r"J(?:[,f]?(?P<y>y))?", _feast),)
