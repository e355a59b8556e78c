"""Clock times: `8.30 p.m.`, `20:30`, `20 h 30`, `à vingt heures`, `1430 GMT`, `noon`.

As written; `zones.py` adds the time zone that is told with them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.values.durations import length
from checker.values.moment import Moment, Passage, rule
from checker.values.zones import zone_at

_HOUR = re.compile(r"PT(\d+)(\.5)?H(?:(\d+)M)?")


def _moment(first: int, last: int, hour: int, minute: int) -> Moment | None:
    if hour > 23 or minute > 59:
        return None
    return Moment(first, last, "XXXX-XX-XX", clock=f"{hour:02}:{minute:02}")


def _half_of_day(hour: int, mark: str) -> int:
    """The hour by 24 of an hour with a.m. or p.m."""
    if mark == "pm" and hour < 12:
        return hour + 12
    return 0 if mark == "am" and hour == 12 else hour


def _with_zone(passage: Passage, last: int) -> int:
    """The last token of a clock time with the time zone that may follow it."""
    zone = zone_at(passage, last + 1)
    return zone.last if zone else last


def _meridiem(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`8 p.m.`, `8.30pm`, `8:30 a.m.`, `eight o'clock`."""
    mark = passage.look(match.end() - 1, "meridiem") or ""
    if passage.letter(match.start()) in ("n", "i"):
        said = passage.look(match.start(), "number") or passage.look(match.start(), "one") or "99"
        hour, minute = int(said.rstrip("*")), 0
    elif match["b"]:
        hour, minute = int(passage.norm(match.start())), int(passage.norm(match.start("b")))
    else:
        parts = passage.norm(match.start()).split(".")
        if len(parts) > 2 or not all(part.isdigit() and len(part) <= 2 for part in parts):
            return None
        hour, minute = int(parts[0]), int(parts[1]) if len(parts) == 2 else 0
    if mark and not 1 <= hour <= 12 and not (hour < 24 and match["b"]):
        return None
    return _moment(match.start(), _with_zone(passage, match.end() - 1), _half_of_day(hour, mark), minute)


def _colon(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`20:30` after a word of clock times, beside a date or with a time zone; `3:1` and `John 3:16` are none."""
    at = match.start()
    if (
        not passage.glued(at + 1)
        or not passage.glued(at + 2)
        or len(passage.norm(at + 2)) != 2
        or passage.shape[at + 3 : at + 5] == ":d"
    ):
        return None
    last = _with_zone(passage, at + 2)
    beside = (
        passage.letter(at - 1) in tuple("WMmytP(")
        or passage.letter(at + 3) in tuple("WtP")
        or passage.shape[at - 2 : at] in ("y,", "W,")
    )
    if last == at + 2 and not beside and not passage.has(at - 1, "clock_before"):
        return None
    return _moment(at, last, int(passage.norm(at)), int(passage.norm(at + 2)))


def _military(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`1430 GMT`, `0930 GMT`."""
    norm = passage.norm(match.start())
    if (
        len(norm) != 4
        or not norm.isdigit()
        or not passage.has(match.end() - 1, "zone")
        or not passage.capital(match.end() - 1)
    ):
        return None
    return _moment(match.start(), match.end() - 1, int(norm[:2]), int(norm[2:]))


def _chained(passage: Passage, at: int) -> bool:
    """Whether a clock time of hours stands before, with a word between: `13 h 30 à 15 h 30`."""
    before = passage.shape[max(0, at - 4) : at]
    return before[-1:] in (">", "&") and (before[-3:-1] == "du" or before[:3] == "dud")


def _after_day(passage: Passage, at: int) -> bool:
    """Whether the figure at `at` ends a day in figures: 2021-01-05 à 6 h, le 16.08.1954 à 16 h."""
    return passage.shape[at - 4 : at + 1] == "y-d-d" or passage.norm(at).count(".") == 2


_NOON = 12


class _Half(NamedTuple):
    """`du matin`, `de l'après-midi`, `du soir` up to token `last`; `mark` is am or pm."""

    last: int
    mark: str


def _half(passage: Passage, at: int) -> _Half | None:
    """The half of the day that hours are of, told from token `at` on."""
    at += passage.letter(at) == "f"
    at += passage.letter(at) == "A"
    mark = passage.look(at, "half_of_day") if passage.letter(at - 1) in ("f", "A") else None
    return _Half(at, mark) if mark else None


def _hours(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`20 h 30`, `à 20 heures`, `vers onze heures`: a clock time by the words before and after it."""
    at = match.start("h")
    if not passage.has(match.start("u"), "clock_hour"):
        return None
    found = length(passage, at)
    hours = _HOUR.fullmatch(found.value.iso or "") if found else None
    if found is None or hours is None or found.first != at:
        return None
    before, minute = passage.norm(at - 1), "30" if hours[2] else hours[3]
    if half := _half(passage, found.last + 1):
        return _moment(at, half.last, _half_of_day(int(hours[1]), half.mark), int(minute or 0))
    ranged = passage.letter(at - 1) == ">" and passage.letter(at - 2) in tuple("dDni")
    if ranged and not (_chained(passage, at) or _after_day(passage, at - 2)):
        return None
    told = passage.norm(at - 2) if passage.letter(at - 1) == "x" else before
    sure = any(words in passage.sections["clock_sure"] for words in (before, f"{passage.norm(at - 2)} {before}"))
    figure_next = passage.letter(found.last + 2) in tuple("dDn")  # 24 heures sur 24
    lasting = passage.has(found.last + 1, "length_after") and (figure_next or not sure)
    if told in passage.sections["length_before"] or lasting:
        return None
    beside = passage.letter(at - 1) in tuple("WMtPy") or passage.shape[at - 2 : at] in ("W,", "M,", "t,", "y,", "P,")
    beside = (
        beside
        or (passage.letter(at - 1) == "f" and passage.has(at - 2, "clock_noun"))
        or passage.letter(found.last + 1) in tuple("WtP")
        or _chained(passage, at)
        or (passage.has(at - 1, "clock_told") and passage.has(at - 2, "clock_subject"))
    )
    away = passage.letter(found.last + 1) == "f" and (
        not hours[3] or (int(hours[1]) <= _NOON and passage.letter(found.last + 2) in tuple("LC"))
    )
    sure = sure and not away
    if not sure and passage.has(found.last + 1 + (passage.letter(found.last + 1) == "x"), "shifted_after"):
        return None  # neuf heures environ après l'alerte
    if not (
        sure
        or beside
        or (minute and not away and (passage.has(at - 1, "clock_before") or passage.letter(at - 1) in tuple("(,:.¶~")))
    ):
        return None
    return _moment(at, found.last, int(hours[1]), int(minute or 0))


def _leading_zero(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`04h30`, `08 h`: no length is written so."""
    hour, minute = passage.norm(match.start()), passage.norm(match.start("m")) if match["m"] else "00"
    if hour[0] != "0" or len(hour) != 2 or len(minute) != 2 or not passage.has(match.start("u"), "clock_hour"):
        return None
    if passage.norm(match.start() - 1) in passage.sections["length_before"]:
        return None
    return _moment(match.start(), match.end() - 1, int(hour), int(minute))


def _range_start(passage: Passage, match: re.Match[str]) -> Moment | None:
    """The `9 h` of `de 9 h à 18 h`."""
    if passage.letter(match.start() - 1) not in ("f", "b"):
        return None
    if (
        not all(passage.has(match.start(unit), "clock_hour") for unit in ("u", "v"))
        or passage.norm(match.end("u")) == "ou"
    ):
        return None
    minute = int(passage.norm(match.start("m"))) if match["m"] else 0
    return _moment(
        match.start("h"),
        match.end("m") - 1 if match["m"] else match.start("u"),
        int(passage.norm(match.start("h"))),
        minute,
    )


def _noon(passage: Passage, match: re.Match[str]) -> Moment | None:
    at = match.start()
    clock = passage.look(at, "clock_word") or "12:00"
    day = passage.has(at + 1, "clock_then_day") and passage.letter(at + 2) in tuple("WdMt")
    if not (day or passage.has(at - 1, "clock_before") or passage.letter(at - 1) in tuple("tW")):
        return None
    return _moment(at, at, int(clock[:2]), int(clock[3:]))


CLOCK = (
    rule(r"(?:d(?::(?P<b>d))?|[Dni])z", _meridiem),
    rule(r"[yD][LC]", _military),
    rule(r"d:d", _colon),
    rule(r"d(?P<u>u)(?P<m>d)?(?!u)", _leading_zero),
    rule(r"(?P<h>d)(?P<u>u)(?P<m>d)?[>&]d(?P<v>u)", _range_start),
    rule(r"(?P<h>[dn])(?:-?[nd]|-&-?[ni])?(?P<u>u)", _hours),
    rule(r"N", _noon),
)
"""Clock times, on no day yet."""
