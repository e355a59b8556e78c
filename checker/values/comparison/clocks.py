"""Comparing clock times, by the time zones they are told in."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from checker.language.zones import minutes_ahead
from checker.model.value import LOCAL, Date, DateTime
from checker.values.comparison.levels import EQUIVALENT, PRECISION, ROUNDING, Comparison, different, missing

_NO_DAY = "XXXX-XX-XX"
_DAY_MINUTES = 24 * 60
_ROUNDED = 10
"""So many minutes apart two clock times may be one, told roundly."""
_HALF_HOUR_ZONES = 150
"""Time zones that differ by half an hour differ by at least so many minutes."""
_HALF_HOUR, _QUARTER, _FARTHEST_ZONES = 30, 15, 14 * 60
_ONE_PLACE = 120
"""Clock times told without a zone are of one place where they are at most so many minutes apart: who tells a time of
another zone than that of what happened says so, if it is not a long way off.
"""


def compare_clocks(a: DateTime, b: DateTime) -> Comparison:
    """The level of two clock times, of known days or not; a difference is given in minutes."""
    if (apart := apart_in_utc(a, b)) is not None and (apart <= _ROUNDED or apart % 60):
        return _level(apart, EQUIVALENT)
    if _NO_DAY in (a.edtf[:10], b.edtf[:10]):
        minutes = minutes_apart(a.edtf.partition("T")[2], b.edtf.partition("T")[2])
    else:
        one, other = (datetime.fromisoformat(value.edtf[:16]) for value in (a, b))
        minutes = int(abs((one - other).total_seconds()) // 60)
    if minutes is None:
        return missing("a time that is not known")
    if _are_two_zones(minutes, zone_of(a), zone_of(b)):
        return missing("clock times that may be of two time zones")
    return _level(minutes, PRECISION)


def _level(minutes: int, same: Comparison) -> Comparison:
    if minutes <= _ROUNDED:
        return ROUNDING if minutes else same
    return different(f"{minutes} minutes apart")


def zone_of(value: Date | DateTime) -> str | None:
    """The time zone told with a clock time."""
    return value.zone if isinstance(value, DateTime) else None


def _are_two_zones(minutes: int, zone: str | None, other: str | None) -> bool:
    """Whether clock times so many minutes apart may be one, told in two zones."""
    if {zone, other} <= {None, LOCAL}:
        return None in (zone, other) and minutes > _ONE_PLACE and _may_be_zones(minutes, _HALF_HOUR)
    if minutes or None not in (zone, other):
        return zone != other and _may_be_zones(minutes, _QUARTER)
    return False


def _may_be_zones(minutes: int, step: int) -> bool:
    """Whether two time zones can be so far apart: by full hours or, from two and a half hours on, parts of one."""
    return minutes <= _FARTHEST_ZONES and (minutes % 60 == 0 or (minutes % step == 0 and minutes >= _HALF_HOUR_ZONES))


def minutes_apart(clock: str, other: str) -> int | None:
    """The minutes between two clock times (`03:40`, `04:10`; `23:50`, `00:10`); None for what is no such time."""
    times = [re.match(r"(\d\d):(\d\d)", one) for one in (clock, other)]
    if times[0] is None or times[1] is None:
        return None
    one, two = (int(time[1]) * 60 + int(time[2]) for time in times if time)
    return min(abs(one - two), _DAY_MINUTES - abs(one - two))


def in_utc(value: DateTime) -> tuple[datetime, ...]:
    """When a clock time is by UTC, of the year 1 where its day is not known: two times where the clocks may have been
    put forward; none where no zone is told with it or none that is known.
    """
    day, _, clock = value.edtf.partition("T")
    if value.zone is None or not re.match(r"\d\d:\d\d", clock) or ("X" in day and day != _NO_DAY):
        return ()
    known = None if day == _NO_DAY else date.fromisoformat(day)
    told = datetime.fromisoformat(f"{known or date(1, 1, 2)}T{clock[:5]}")
    return tuple(told - timedelta(minutes=ahead) for ahead in minutes_ahead(value.zone, known))


def apart_in_utc(a: DateTime, b: DateTime) -> int | None:
    """The least minutes between two clock times told in two zones that are known; None where they are not."""
    if a.zone == b.zone:
        return None
    of_a_day = _NO_DAY not in (a.edtf[:10], b.edtf[:10])
    gaps = [int(abs((one - other).total_seconds()) // 60) for one in in_utc(a) for other in in_utc(b)]
    if not of_a_day:
        gaps = [min(gap % _DAY_MINUTES, -gap % _DAY_MINUTES) for gap in gaps]
    return min(gaps, default=None)
