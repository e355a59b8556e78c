"""Days told with less than a day and a month: `Tuesday`, `Monday 21`, `on the 18th`."""

from __future__ import annotations

import re

from checker.values.dates import day, day_number, weekday_number
from checker.values.moment import Moment, Passage, rule


def _weekday_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`Monday 21`, `Tue 13th`: a day of a month that is not named."""
    weekday = weekday_number(passage, match.start("w"))
    number = day_number(passage, match.start("d"), match.end("d") - 1)
    if not weekday or not number:
        return None
    return Moment(match.start(), match.end() - 1, day(None, number), weekday)


def _bare_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`on the 18th`."""
    number = day_number(passage, match.start("d"), match.end("d") - 1)
    if not number or not passage.has(match.start() - 0, "day_before"):
        return None
    return Moment(match.start("d"), match.end("d") - 1, day(None, number))


def _part_of_bare_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`le 12 au soir`; not where figures stand before what they count (the 12 morning trains)."""
    number = None if passage.habit("month_first") else day_number(passage, match.start("d"), match.end("d") - 1)
    return Moment(match.start("d"), match.end() - 1, day(None, number)) if number else None


def is_habit(passage: Passage, first: int) -> bool:
    """Whether a weekday or unit at `first` is a habit: every Tuesday, le mercredi, tous les ans."""
    before = first - 1
    if passage.has(before, "recurrence"):
        return True
    return passage.has(before, "article_of_habit") or (
        passage.letter(before) in ("o", "n", "d", "2") and passage.has(before - 1, "recurrence")
    )


def _weekday(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`Tuesday`, `mardi soir`."""
    at = match.start("w")
    short = passage.letter(at) == "Z" and not (passage.letter(at - 1) == "&" or passage.has(at - 1, "day_before"))
    if (
        short
        or is_habit(passage, at)
        or _in_timetable(passage, at)
        or _of_a_row(passage, at)
        or not (weekday := weekday_number(passage, at))
        or _names_something(passage, at)
    ):
        return None
    return Moment(at, match.end() - 1, f"XXXX-WXX-{weekday}", weekday)


def _of_a_row(passage: Passage, at: int) -> bool:
    """Whether a weekday is told by its place in a row: the first Monday of every month, le deuxième jeudi du procès."""
    return passage.letter(at + 1) == "f" and (passage.has(at + 2, "recurrence") or passage.letter(at - 1) in ("o", "2"))


_WEEKDAYS_ON = re.compile(r"[>p~\-]A?W")


def _in_timetable(passage: Passage, at: int) -> bool:
    """Whether a weekday is an end of `Monday to Friday`."""
    ahead, back = _WEEKDAYS_ON.match(passage.shape, at + 1), at - 1 - (passage.letter(at - 1) == "A")
    links = ([at + 1] if ahead else []) + ([back] if passage.letter(back - 1) == "W" else [])
    return any(passage.letter(link) in "~-" or passage.has(link, "stretch") for link in links)


def _names_something(passage: Passage, at: int) -> bool:
    """Whether a weekday is part of a name: Black Friday, the Sunday Times."""
    if not passage.capital(at) or not passage.habit("month_first"):
        return passage.has(at + 1, "weekday_name_after")
    before, after = at - 1, at + 1
    return (passage.capital(before) and passage.has(before, "weekday_name_before")) or (
        passage.capital(after) and passage.has(after, "weekday_name_after")
    )


def _night(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`la nuit de lundi à mardi`: it touches both days."""
    first, second = weekday_number(passage, match.start("w")), weekday_number(passage, match.start("v"))
    if not first or second != first % 7 + 1:
        return None
    return Moment(match.start(), match.end() - 1, f"XXXX-WXX-{first}/XXXX-WXX-{second}")


BARE_DAYS = (
    rule(r"(?P<w>[WZ])\.?A?(?P<d>d[LCT]?)(?=[,.;)¶pf&w»\"]|$)(?![,.]d)", _weekday_day),
    rule(r"pA(?P<d>d[LCT])(?=[,.;)¶pf&wV»\"?!]|$)", _bare_day),
    rule(r"(?P<d>d(?<=A.)[LCT]?)P", _part_of_bare_day),
    rule(r"Pf(?P<w>W)>(?P<v>W)", _night),
    rule(r"(?P<w>[WZ])(?:(?:pA)?P)?", _weekday),
)
"""Days with less than a month and a number."""
