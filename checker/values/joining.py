"""Moments that belong together as one: a clock time and its day, the two ends of a stretch, a month and `last year`."""

from __future__ import annotations

import re

from checker.values.feasts import OF_EASTER
from checker.values.moment import Moment, Passage, Step
from checker.values.relative import unit_word

UNKNOWN = "XXXX-XX-XX"
_CLOCK_THEN_DAY = re.compile(r"P?(?:p?A?|,|f)")
_DAY_THEN_CLOCK = re.compile(r"\.?[>p]?")
_OF_YEAR = re.compile(r"[,fp]?A?")
_LINK = re.compile(r",?[>p~\-]A?|&A?")
_LISTED = re.compile(r",?&?p?A?")
_PHASE_LINKS = ("", "-", "f", "A", "fA", "fuf")
_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-\d{2}")
_MONTH = re.compile(r"[\dX]{4}-\d{2}")
_YEAR = re.compile(r"\d{4}")


def joined(passage: Passage, moments: list[Moment], taken: bytearray) -> list[Moment]:
    """The moments, sorted by place, with those that belong together as one; what they grow over is taken."""
    whole: list[Moment] = []
    for moment in moments:
        moment = _extended(passage, moment, taken)
        if whole and (pair := _pair(passage, whole[-1], moment)):
            whole[-1] = pair
            taken[pair.first : pair.last + 1] = b"\1" * (pair.last + 1 - pair.first)
        else:
            if whole and (year := _shared_year(passage, whole[-1], moment)):
                whole[-1] = whole[-1]._replace(edtf=year + whole[-1].edtf[4:])
            whole.append(moment)
    return whole


def _pair(passage: Passage, one: Moment, other: Moment) -> Moment | None:
    if other.first - one.last > 5:
        return None
    return (
        _one_time(passage, one, other)
        or _in_year(passage, one, other)
        or _beside(passage, one, other)
        or _stretch(passage, one, other)
    )


def _extended(passage: Passage, moment: Moment, taken: bytearray) -> Moment:
    """The moment with `early`, `fin` before a stretch, and with `dernier`, `prochain` after a day of no year."""
    if held := _holding(passage, moment, taken):
        return held
    first, last, side = moment.first, moment.last, moment.side
    if not moment.clock and not moment.step and passage.letter(last + 1) == "r" and moment.edtf.startswith("XXXX-"):
        count = passage.look(last + 1, "relative")
        if count in ("-1", "1") and not taken[last + 1]:
            last, side = last + 1, "past" if count == "-1" else "future"
    if not moment.clock and not _is_day(moment):
        for length in (1, 2, 3, 4):
            at = first - length
            if (
                passage.letter(at) == "B"
                and passage.shape[at + 1 : first] in _PHASE_LINKS
                and taken.find(1, at, first) < 0
            ):
                first = at
                break
    if (first, last) == (moment.first, moment.last):
        return moment
    taken[first : last + 1] = b"\1" * (last + 1 - first)
    return moment._replace(first=first, last=last, side=side)


def _holding(passage: Passage, moment: Moment, taken: bytearray) -> Moment | None:
    """The week of which a day is told: `the week of May 20`, `la semaine du 20 mai`."""
    at = moment.first - 2
    unit = unit_word(passage, at) if passage.letter(at) == "u" and passage.letter(at + 1) == "f" else None
    if (
        unit not in ("W", "WE")
        or not _is_day(moment)
        or passage.letter(at - 1) != "A"
        or taken.find(1, at, at + 2) >= 0
    ):
        return None
    taken[at : at + 2] = b"\1\1"
    return moment._replace(first=at, weekday=None, then=Step(unit, 0))


def _is_day(moment: Moment) -> bool:
    if moment.clock:
        return False
    if moment.step:
        return moment.step.unit in ("D", "weekday", OF_EASTER) or moment.step.weekday is not None
    return bool(_DAY.fullmatch(moment.edtf)) or "WXX" in moment.edtf


def _one_time(passage: Passage, one: Moment, other: Moment) -> Moment | None:
    """`8.30 p.m. on 5 January`, `mardi à 20 h 30`: the day with its clock time."""
    between = passage.shape[one.last + 1 : other.first]
    inside = range(one.last + 1, other.first)
    if one.clock and one.edtf == UNKNOWN and not one.step and _is_day(other):
        said = all(passage.letter(at) in ",P" or passage.has(at, "clock_then_day") for at in inside)
        return other._replace(first=one.first, clock=one.clock) if said and _CLOCK_THEN_DAY.fullmatch(between) else None
    if other.clock and other.edtf == UNKNOWN and not other.step and _is_day(one):
        said = all(passage.has(at, "day_then_clock") or _shortens(passage, at) for at in inside)
        return one._replace(last=other.last, clock=other.clock) if said and _DAY_THEN_CLOCK.fullmatch(between) else None
    return None


def _shortens(passage: Passage, at: int) -> bool:
    """Whether the point at `at` belongs to a short month (5 janv.) and ends no sentence."""
    short = passage.letter(at) == "." and passage.glued(at) and passage.has(at - 1, "month_short")
    return short and not passage.capital(at + 1)


def _in_year(passage: Passage, one: Moment, other: Moment) -> Moment | None:
    """`in March last year`, `le 5 janvier de l'an dernier`: the year counts from publication."""
    step = other.step
    if one.step or one.clock or not one.edtf.startswith("XXXX-") or one.edtf.startswith("XXXX-W"):
        return None
    if step is None or step.unit != "Y" or not _OF_YEAR.fullmatch(passage.shape[one.last + 1 : other.first]):
        return None
    return one._replace(last=other.last, step=step)


def _beside(passage: Passage, one: Moment, other: Moment) -> Moment | None:
    """`the day after Christmas`, `la veille du 14 juillet`: the day beside the day told after it."""
    step, between = one.step, passage.shape[one.last + 1 : other.first]
    if step is None or step.unit != "D" or not passage.has(one.first, "day_beside") or other.clock or other.then:
        return None
    if between not in (("", "A") if passage.habit("month_first") else ("f", "fA")) or not _is_day(other):
        return None
    return other._replace(first=one.first, weekday=None, then=Step("D", step.count))


def _year_before(start: str, stop: str) -> str:
    """The year of a day or month told just before another of a known year."""
    return f"{int(stop[:4]) - (start[5:] > stop[5:]):04}"


def _shared_year(passage: Passage, one: Moment, other: Moment) -> str | None:
    """The year of the 5 in `5 January and 6 February 2021`, `Jan. 5 and 6, 2021`."""
    if (
        one.step
        or one.clock
        or other.step
        or other.first - one.last > 4
        or one.edtf[:4] != "XXXX"
        or other.edtf[:4] == "XXXX"
    ):
        return None
    alike = any(form.fullmatch(one.edtf) and form.fullmatch(other.edtf) for form in (_DAY, _MONTH))
    return (
        _year_before(one.edtf, other.edtf)
        if alike and _LISTED.fullmatch(passage.shape[one.last + 1 : other.first])
        else None
    )


def _stretch(passage: Passage, one: Moment, other: Moment) -> Moment | None:
    """`28 April to 2 May 2020`, `de 2014 à 2019`, `between 1996 and 2001`: from the one to the end of the other."""
    if one.step or other.step or one.clock or other.clock:
        return None
    between = passage.shape[one.last + 1 : other.first]
    if not _LINK.fullmatch(between):
        return None
    link = one.last + 1 + (between[0] == ",")
    paired = "b" in passage.shape[max(0, one.first - 2) : one.first]
    if (between[0] == "&" and not paired) or (between[0] not in "&~-" and not passage.has(link, "stretch")):
        return None
    start, stop = one.edtf, other.edtf
    if not any(form.fullmatch(start) and form.fullmatch(stop) for form in (_DAY, _MONTH, _YEAR)):
        return None
    if start[:4] == "XXXX" != stop[:4]:
        start = _year_before(start, stop) + start[4:]
    if start >= stop and not stop[:4] == start[:4] == "XXXX":
        return None
    return Moment(one.first, other.last, f"{start}/{stop}", side=other.side)
