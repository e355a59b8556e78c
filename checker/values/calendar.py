"""Calendar values as EDTF and their bounds; placing open values by what else is known.

The forms of EDTF in use are those of docs/values.md: a day, month, year, decade (`199X`), century (`18XX`), season
(`2020-22`), week (`2020-W32`), weekend (`2020-W32-WE`), quarter (`2020-Q1`), a clock time on a day, and `a/b` for a
stretch from a to b; `2020-05-03~` is about that day. Open forms have X where nothing is known: `XXXX-01-05`,
`XXXX-WXX-2`, `XXXX-XX-XXT20:30`. All days are ISO strings; bounds are inclusive.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeVar

from checker.model.value import Date, DateTime

Side = Literal["past", "future", "nearest"]
Bounds = tuple[str, str]
Dated = TypeVar("Dated", Date, DateTime)

_ABOUT_A_DAY = re.compile(r"\d{4}-\d\d-\d\d~")
_ABOUT = 3
"""So many days to either side may be meant by about a day, half of a week."""
_DURATION = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEARS = re.compile(r"(\d{2}(?:XX|\d(?:X|\d)))")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_OPEN_YEAR = re.compile(r"XXXX-(?:(\d\d)(?:-(\d\d))?|XX-(\d\d)|Q([1-4]))")


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_bounds(year: int, month: int, months: int = 1) -> Bounds:
    first = date(year, month, 1)
    return first.isoformat(), (months_on(first, months) - timedelta(1)).isoformat()


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds | None:
    """First and last day of a calendar value (the minute of a clock time), both inclusive.

    None where it is open or is no date of the calendar (30 February).
    """
    try:
        return _bounds(edtf)
    except ValueError:
        return None


def _bounds(edtf: str) -> Bounds | None:
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        start, stop = bounds(first), bounds(last)
        return (start[0], stop[1]) if start and stop and start[0] <= stop[1] else None
    day, _, clock = edtf.removesuffix("~").partition("T")
    if len(day) == 10 and day[:4].isdigit() and "W" not in day and "X" not in day:
        iso = date.fromisoformat(day).isoformat() + (f"T{clock}" if clock else "")
        return iso, iso
    if match := _WEEK.fullmatch(day):
        first_day = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return first_day.isoformat(), (first_day + timedelta(1 if match[3] else 6)).isoformat()
    if match := _QUARTER.fullmatch(day):
        return _month_bounds(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := _MONTH.fullmatch(day):
        year, month = int(match[1]), int(match[2])
        return _month_bounds(year, 3 * month - 60, 3) if 21 <= month <= 24 else _month_bounds(year, month)
    if match := _YEARS.fullmatch(day):
        return match[1].replace("X", "0") + "-01-01", match[1].replace("X", "9") + "-12-31"
    return None


def weekday_of(iso: str) -> int:
    """1 Monday … 7 Sunday of an ISO day."""
    return date.fromisoformat(iso[:10]).isoweekday()


def exists(month: int, day: int) -> bool:
    """Whether some year has that day of that month."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]


def week_of(day: date) -> str:
    """The ISO week that holds a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def unit_at(unit: str, day: date, count: int = 0) -> str:
    """The EDTF of the unit of time (D W WE M Q Y decade century) that holds `day`, moved on by `count` such units."""
    if unit == "D":
        return (day + timedelta(count)).isoformat()
    if unit in ("W", "WE"):
        return week_of(day + timedelta(7 * count)) + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return months_on(day.replace(day=1), count).isoformat()[:7]
    if unit == "Q":
        moved = months_on(day.replace(day=1), 3 * count)
        return f"{moved.year:04}-Q{(moved.month + 2) // 3}"
    if unit == "Y":
        return f"{day.year + count:04}"
    if unit == "decade":
        return f"{day.year // 10 + count:03}X"
    return f"{day.year // 100 + count:02}XX"


def with_bounds(value: Dated) -> Dated:
    """The value with `earliest` and `latest` as its EDTF gives them."""
    stretch = bounds(value.edtf)
    earliest, latest = stretch or (None, None)
    return value.model_copy(update={"earliest": earliest, "latest": latest})


def days_between(edtf: str, day: date) -> int:
    """How many days a calendar value lies from a day; 0 where it holds the day or is open."""
    stretch = bounds(edtf)
    if stretch is None:
        return 0
    first, last = (date.fromisoformat(end[:10]) for end in stretch)
    return max((first - day).days, (day - last).days, 0)


def _choose(candidates: list[str], near: date, side: Side) -> str:
    """Of EDTF values in the order of time, the one nearest to `near` on the side asked for, else the nearest of all."""
    today = near.isoformat()
    spans = [(edtf, stretch) for edtf in candidates if (stretch := bounds(edtf))]
    past = [edtf for edtf, (first, _) in spans if first <= today]
    future = [edtf for edtf, (_, last) in spans if last >= today]
    if side == "past" and past:
        return past[-1]
    if side == "future" and future:
        return future[0]

    return min((edtf for edtf, _ in spans), key=lambda edtf: days_between(edtf, near), default="")


def _candidates(edtf: str, near: date, years: int) -> Iterator[str]:
    """What an open value could be, within so many years of `near`, in the order of time."""
    if edtf.startswith("XXXX-XX-") and edtf[8:10] != "XX":
        for months in range(-12, 13):
            yield months_on(near.replace(day=1), months).isoformat()[:8] + edtf[8:]
        return
    for year in range(near.year - years, near.year + years + 1):
        first, slash, last = edtf.partition("/")
        if slash and first[5:7] > last[5:7]:
            yield f"{year:04}{first[4:]}/{year + 1:04}{last[4:]}"
        else:
            yield edtf.replace("XXXX", f"{year:04}")


def _placed(edtf: str, weekday: int | None, near: date, side: Side) -> str:
    if "/XXXX-WXX" in edtf:
        start = _placed(edtf.partition("/")[0], None, near, side)
        return f"{start}/{(date.fromisoformat(start) + timedelta(1)).isoformat()}"
    if match := _OPEN_WEEKDAY.fullmatch(edtf):
        back = (near.isoweekday() - int(match[1])) % 7
        return (near + timedelta((7 - back) % 7 if side == "future" else -back)).isoformat()
    if edtf.startswith("XXXX-XX-XXT"):
        return near.isoformat() + edtf[10:]
    if edtf.startswith("XXXX-XX-XX") or "XXXX" not in edtf:
        return edtf
    # A weekday on a day of the year comes back after 5 or 6 years, 29 February after 4 or 8.
    candidates = list(_candidates(edtf, near, 9 if weekday or edtf.endswith("-02-29") else 2))
    if weekday:
        fitting = [day for day in candidates if bounds(day) and weekday_of(day) == weekday]
        close = _choose(fitting, near, "nearest")
        # A weekday said beside the day tells the year better than the tense of a verb nearby.
        if close and abs((date.fromisoformat(close[:10]) - near).days) < 400:
            return close
    return _choose(candidates, near, side) or edtf


def pin(value: Dated, *, near: date, side: Side) -> Dated:
    """The value with its open parts placed about the day `near`, at the precision it has; `anchor` is the caller's.

    `past` is on or before `near`; `future` on or after it: *will vote on Friday*, printed on a Friday, is that day;
    `nearest` is the nearest past day for a weekday, the nearest day for the rest. What tells nothing (`XXXX-XX-XX`) is
    given back as it is.
    """
    edtf = _placed(value.edtf, value.weekday, near, side)
    return value if edtf == value.edtf else with_bounds(value.model_copy(update={"edtf": edtf}))


def shift(day: date, duration: str, sign: int = 1) -> date:
    """The day a duration (ISO 8601) after `day`, or before it with `sign` -1; parts of a day are dropped."""
    match = _DURATION.fullmatch(duration)
    if not match:
        raise ValueError(f"{duration!r} is no ISO 8601 duration")
    years, months, weeks, days, hours, minutes, seconds = (Decimal(part or 0) for part in match.groups())
    whole_months = int(years * 12 + months)
    spare_days = (years * 12 + months - whole_months) * 30
    of_hours = (hours * 3600 + minutes * 60 + seconds) / 86400
    return months_on(day, sign * whole_months) + sign * timedelta(int(weeks * 7 + days + spare_days + of_hours))


def add(iso_day: str, duration_iso: str) -> str:
    """The ISO day that lies the duration after `iso_day`: `add("2021-01-05", "P45D")` is `2021-02-19`."""
    return shift(date.fromisoformat(iso_day[:10]), duration_iso).isoformat()


def _fields(value: Date | DateTime) -> tuple[int | None, int | None, int | None]:
    """Month, day and weekday that an open value asks for."""
    edtf = value.edtf.partition("T")[0]
    if match := _OPEN_WEEKDAY.fullmatch(edtf):
        return None, None, int(match[1])
    month = day = None
    if (match := _OPEN_YEAR.fullmatch(edtf)) and not match[4] and int(match[1] or 0) <= 12:
        month = int(match[1]) if match[1] else None
        day = int(match[2] or match[3]) if match[2] or match[3] else None
    dated = len(edtf) == 10 and "X" not in edtf
    return month, day, None if dated else value.weekday


def _merged(one: int | None, other: int | None) -> tuple[int | None, bool]:
    return (one if other is None else other), one is None or other is None or one == other


def _overlap(a: Bounds | None, b: Bounds | None) -> Bounds | None:
    return (max(a[0], b[0]), min(a[1], b[1])) if a and b else a or b


def _reach(value: Date | DateTime) -> Date | DateTime:
    """The days that a value which is about a day can be of; any other value as it is."""
    if not _ABOUT_A_DAY.fullmatch(value.edtf):
        return value
    day = date.fromisoformat(value.edtf[:10])
    first, last = ((day + timedelta(away)).isoformat() for away in (-_ABOUT, _ABOUT))
    return value.model_copy(update={"edtf": f"{first}/{last}", "earliest": first, "latest": last})


def intersect(a: Date | DateTime, b: Date | DateTime) -> Date | None:
    """What two values say together, None where they contradict: *Tuesday* and *5 January* and *2021* give 2021-01-05.

    About a day is three days to either side of it.

    Where more than one day is left, the value stays open: a weekday is kept as `weekday` beside the stretch, a day of
    no year has the first and last of the days as its bounds.
    """
    a, b = _reach(a), _reach(b)
    (month_a, day_a, weekday_a), (month_b, day_b, weekday_b) = _fields(a), _fields(b)
    month, months_fit = _merged(month_a, month_b)
    day, days_fit = _merged(day_a, day_b)
    weekday, weekdays_fit = _merged(weekday_a, weekday_b)
    span_a, span_b = (bounds(value.edtf.partition("T")[0]) for value in (a, b))
    span = _overlap(span_a, span_b)
    if not (months_fit and days_fit and weekdays_fit) or (span and span[0] > span[1]):
        return None
    anchor = a.anchor or b.anchor
    if span is None:
        return _open(month, day, weekday, a, b, anchor)
    narrow = a if span == span_a else b if span == span_b else None
    edtf = narrow.edtf.partition("T")[0] if narrow else f"{span[0]}/{span[1]}"
    if month is None and day is None and weekday is None:
        kept = narrow.weekday if narrow else None
        return Date(edtf=edtf, earliest=span[0], latest=span[1], weekday=kept, anchor=anchor)
    days = _days_within(span, month, day, weekday)
    if days == []:
        return None
    if days and len(days) == 1:
        return Date(edtf=days[0], earliest=days[0], latest=days[0], weekday=weekday, anchor=anchor)
    if days and month and day is None and days[0][:7] == days[-1][:7]:
        edtf, span = days[0][:7], bounds(days[0][:7]) or span
    elif days and (month or day):
        edtf, span = _open_edtf(month, day), (days[0], days[-1])
    return Date(edtf=edtf, earliest=span[0], latest=span[1], weekday=weekday, anchor=anchor)


def _days_within(span: Bounds, month: int | None, day: int | None, weekday: int | None) -> list[str] | None:
    """The days of a stretch that fit, or None where the stretch is too long (over ten years) to tell."""
    first, last = (date.fromisoformat(end) for end in span)
    if (length := (last - first).days) > 3660:
        return None
    days = (first + timedelta(ahead) for ahead in range(length + 1))
    return [
        each.isoformat()
        for each in days
        if (month is None or each.month == month)
        and (day is None or each.day == day)
        and (weekday is None or each.isoweekday() == weekday)
    ]


def _open(
    month: int | None, day: int | None, weekday: int | None, a: Date | DateTime, b: Date | DateTime, anchor: str | None
) -> Date | None:
    """Two open values as one open value."""
    if month and day and not exists(month, day):
        return None
    if month is None and day is None:
        if weekday:
            return Date(edtf=f"XXXX-WXX-{weekday}", anchor=anchor)
        return Date(edtf=a.edtf.partition("T")[0], anchor=anchor) if a.edtf == b.edtf else None
    return Date(edtf=_open_edtf(month, day), weekday=weekday, anchor=anchor)


def _open_edtf(month: int | None, day: int | None) -> str:
    """A day or month of no known year."""
    if day is None:
        return f"XXXX-{month:02}"
    return f"XXXX-{month:02}-{day:02}" if month else f"XXXX-XX-{day:02}"


def next_day(one: Date | DateTime, other: Date | DateTime) -> bool:
    """Whether two days, both known, follow each other: a night is of both."""
    days = [date.fromisoformat(time.earliest[:10]) for time in (one, other) if time.earliest and _one_day(time)]
    return len(days) == 2 and abs((days[0] - days[1]).days) == 1


def _one_day(time: Date | DateTime) -> bool:
    return (time.earliest or "")[:10] == (time.latest or "")[:10]
