"""Days told by their place in a stretch: `the first Monday of May`, `le dernier jour de 1999`, `two Sundays ago`."""

from __future__ import annotations

import re

from checker.values.calendar import bounds
from checker.values.dates import month_number, weekday_number
from checker.values.moment import Moment, Passage, Step, rule
from checker.values.relative import unit_word

_FEBRUARY = 2


def _rank(passage: Passage, at: int) -> int | None:
    """The place that `third` or `last` says, -1 for the last."""
    told = passage.look(at, "relative") if passage.letter(at) == "r" else passage.look(at, "ordinal")
    rank = told or ("2" if passage.letter(at) == "2" else "")
    return int(rank) if rank == "-1" or rank.isdigit() else None


def _nth_weekday(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`the first Monday in May 2020`, `dernier dimanche d'octobre`."""
    n, weekday = match.start("n"), weekday_number(passage, match.start("w"))
    month, rank = month_number(passage, match.start("m")), _rank(passage, n)
    if not weekday or not month or rank not in (-1, 1, 2, 3, 4, 5):
        return None
    year = passage.norm(match.start("y")) if match["y"] else "XXXX"
    return Moment(n, match.end() - 1, f"{year}-{month:02}", weekday, Step("nth", rank, weekday=weekday))


def _nth_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`the last day of 1999`, `le premier jour de mars`; not the last of a February of no year."""
    n, rank = match.start("n"), _rank(passage, match.start("n"))
    if unit_word(passage, match.start("u")) != "D" or rank is None or not -1 <= rank <= 31:
        return None
    month = month_number(passage, match.start("m")) if match["m"] else None
    year = passage.norm(match.start("y")) if match["y"] else None
    if (match["m"] and not month) or (rank < 0 and month == _FEBRUARY and not year):
        return None
    if not month and rank not in (-1, 1):
        return None
    month = month or (12 if rank < 0 else 1)
    ends = bounds(f"{year or 2000}-{month:02}")
    number = int(ends[1][8:]) if ends and rank < 0 else rank
    return Moment(n, match.end() - 1, f"{year or 'XXXX'}-{month:02}-{number:02}")


def _before_last(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`the week before last`, `the Friday before last`, `the year after next`."""
    at = match.start("u")
    count = passage.sections["before_last"].get(f"{passage.norm(at + 1)} {passage.norm(at + 2)}")
    weekday = weekday_number(passage, at)
    unit = "weekday" if weekday else unit_word(passage, at)
    if count is None or unit is None:
        return None
    return Moment(at, at + 2, weekday=weekday, step=Step(unit, int(count), weekday=weekday))


def _weekdays_ago(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`two Sundays ago`."""
    weekday = passage.look(match.end() - 2, "weekdays")
    count = passage.look(match.start(), "number") or passage.norm(match.start())
    if not weekday or not count.rstrip("*").isdigit():
        return None
    step = Step("weekday", -int(count.rstrip("*")), weekday=int(weekday))
    return Moment(match.start(), match.end() - 1, weekday=int(weekday), step=step)


def _weeks_on(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`mardi en huit`, `jeudi en quinze`."""
    weekday, count = weekday_number(passage, match.start()), passage.look(match.end() - 1, "weeks_on")
    if not weekday or not count:
        return None
    return Moment(match.start(), match.end() - 1, weekday=weekday, step=Step("weekday", int(count), weekday=weekday))


RANKS = (
    rule(r"(?P<n>[or2])(?P<w>W)[fp](?P<m>[Mm])(?:\.?[,f]?(?P<y>y))?", _nth_weekday),
    rule(r"(?P<n>[or2])(?P<u>u)[fp](?=[Mmy])(?:(?P<m>[Mm])(?:\.?[,f]?(?=y))?)?(?P<y>y)?", _nth_day),
    rule(r"A(?P<u>[uW])pr(?![uWMmse])", _before_last),
    rule(r"[dn][LC]g", _weekdays_ago),
    rule(r"Wpn(?![-nuS])", _weeks_on),
)
"""Days and weeks told by their place; they come before the other relative rules."""
