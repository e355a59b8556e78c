"""Dates in the lines that date a page: bylines, datelines. Dates in prose are read by `checker.values`.

A day is read whatever the language: 3 August 2020, August 3, 2020, 3 août 2020, lundi 3 août, 2020-08-03, 03/08/2020,
03/08/20. With figures only, a day that could be a month gives the year alone, save in French, where the day is first.
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from checker.model.source import Language
from checker.model.value import Date


class Dated(NamedTuple):
    """A date read at `start`..`end` of a line. `day` is the ISO date where the line gives day, month and year."""

    start: int
    end: int
    value: Date
    day: str | None

    def in_year(self, year: int) -> str | None:
        """The ISO day of a date told without its year (`XXXX-11-09`), if that year has it."""
        _, month, day = (self.value.edtf + "--").split("-")[:3]
        value = calendar_value(year, int(month), int(day)) if month.isdigit() and day.isdigit() else None
        return value.earliest if value else None


_FIGURE = re.compile(r"\d")
"""There is one in every date."""


@cache
def words() -> dict[str, Any]:
    """The data of publication.toml."""
    return tomllib.loads((Path(__file__).with_name("publication.toml")).read_text("utf-8"))


def _numbers(section: str) -> dict[str, int]:
    return {name: int(number) for name, _, number in (pair.partition("=") for pair in words()[section].split())}


@cache
def _grammar() -> tuple[re.Pattern[str], dict[str, int], dict[str, int]]:
    months, weekdays = _numbers("months"), _numbers("weekdays")
    month = rf"(?:{'|'.join(sorted(months, key=len, reverse=True))})(?!\w)\.?"
    weekday = rf"(?:{'|'.join(sorted(weekdays, key=len, reverse=True))})(?!\w)\.?"
    year = r"(?:19|20)\d\d(?!\d)"
    return (
        re.compile(
            rf"(?<![\w.])(?:(?P<weekday>{weekday}),?\s{{1,3}}(?:the\s|le\s)?)?(?:"
            rf"(?P<iso>{year}[-/](?:0[1-9]|1[0-2])(?:[-/](?:0[1-9]|[12]\d|3[01])(?!\d))?)"
            rf"|(?P<d1>\d{{1,2}})(?:er|st|nd|rd|th)?\s{{1,3}}(?P<m1>{month})(?:,?\s{{1,3}}(?P<y1>{year}))?"
            rf"|(?P<m2>{month})\s{{1,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:h])(?:,?\s{{1,3}}(?P<y2>{year}))?"
            rf"|(?P<m3>{month})\s{{1,3}}(?P<y3>{year})"
            rf"|(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y4>{year})"
            r"|(?P<a2>\d\d)/(?P<b2>\d\d)/(?P<y5>\d\d)(?![\d/]))",
            re.IGNORECASE,
        ),
        months,
        weekdays,
    )


def dates(line: str, language: Language | None = None) -> Iterator[Dated]:
    """The dates of a short line, in order."""
    if not _FIGURE.search(line):
        return
    pattern, months, weekdays = _grammar()
    for match in pattern.finditer(line):
        year, month, day = _parts(match, months, language)
        if (value := calendar_value(year, month, day, _number(match["weekday"], weekdays))) is not None:
            yield Dated(*match.span(), value, value.earliest if year and day else None)


def _parts(
    match: re.Match[str], months: dict[str, int], language: Language | None
) -> tuple[int | None, int | None, int | None]:
    if match["iso"]:
        year, month, *rest = (int(part) for part in re.split("[-/]", match["iso"]))
        return year, month, rest[0] if rest else None
    if match["y4"] or match["y5"]:
        first, second = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
        year = int(match["y4"] or f"20{match['y5']}")
        if language == "fr" or first > 12:
            return year, second, first
        return (year, first, second) if second > 12 else (year, None, None)
    month_name = match["m1"] or match["m2"] or match["m3"]
    year_text, day_text = match["y1"] or match["y2"] or match["y3"], match["d1"] or match["d2"]
    return int(year_text) if year_text else None, _number(month_name, months), int(day_text) if day_text else None


def _number(name: str | None, numbers: dict[str, int]) -> int | None:
    return numbers[name.lower().rstrip(".")] if name else None


def calendar_value(year: int | None, month: int | None, day: int | None, weekday: int | None = None) -> Date | None:
    """The Date of these parts, None where no such day is in the calendar. Without a year its bounds are open."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= monthrange(year or 2000, month or 1)[1]:
        return None
    tail = (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    if year is None:
        return Date(edtf=f"XXXX{tail}", weekday=weekday)
    first, last = month or 1, month or 12
    earliest, latest = f"{year}-{first:02}-{day or 1:02}", f"{year}-{last:02}-{day or monthrange(year, last)[1]:02}"
    return Date(edtf=f"{year}{tail}", earliest=earliest, latest=latest, weekday=weekday)
