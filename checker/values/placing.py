"""Where in the calendar an expression of time lies, told from the day of publication or from a day named before it."""

from __future__ import annotations

from datetime import date, timedelta

from checker.model.value import Date
from checker.values.calendar import Side, bounds, pin, shift, unit_at, week_of
from checker.values.feasts import OF_EASTER, near_easter
from checker.values.moment import Step

OWN_WEEK = "weekday of no own week"
"""The unit of *last Tuesday*, where that is never a day just past of the same week."""
_WINTER = 24
_ROUND = timedelta(7)
_FINEST = {"D": "D", "W": "W", "M": "M", "Y": "Y"}


def at_step(step: Step, base: date, side: Side | None) -> str:
    """The EDTF of what lies `step` from `base`; the tense (`side`) decides for *this summer* and *the weekend*."""
    if step.origin:
        return shift(date.fromisoformat(at_step(step.origin, base, side)), step.unit, step.count).isoformat()
    if step.unit.startswith("P"):
        return _ago(step.unit, base) if step.count < 0 else _ahead(step.unit, base, about=step.about)
    if step.unit in ("weekday", OWN_WEEK):
        day = _weekday(step.weekday or 1, step.count, base)
        return (day - timedelta(7 * (step.unit == OWN_WEEK and _just_past(day, base)))).isoformat()
    if step.unit in ("this", "past", "future"):
        return _named(step, base, side)
    if step.unit == "weekend" or (step.unit == "WE" and step.count == 0):
        return _weekend(base, side)
    if step.unit == OF_EASTER:
        return near_easter(step.count, base, side).isoformat()
    if step.weekday and step.unit == "W":
        monday = base - timedelta(base.isoweekday() - 1)
        return (monday + timedelta(7 * step.count + step.weekday - 1)).isoformat()
    return unit_at(step.unit, base, step.count)


def _ago(duration: str, base: date) -> str:
    """So long ago, as exactly as the unit that was said: a day, the week, the month, the year."""
    day = shift(base, duration, -1)
    if duration.endswith("00Y"):
        return unit_at("century", day)
    return unit_at(_FINEST.get(duration[-1], "D") if "T" not in duration else "D", day)


def _ahead(duration: str, base: date, *, about: bool) -> str:
    """So long from now: the month or the year, else the day; about it from a week on, as weeks are told roundly."""
    day = shift(base, duration)
    if duration[-1] in "MY":
        return unit_at(duration[-1], day)
    return day.isoformat() + ("~" if about or day - base >= _ROUND else "")


def _weekday(weekday: int, count: int, base: date) -> date:
    """The `count`-th such weekday after `base` or, below 0, before it; where `count` is 0 the nearest to it."""
    ahead = (weekday - base.isoweekday()) % 7
    if count > 0:
        return base + timedelta((ahead or 7) + 7 * (count - 1))
    if count < 0:
        return base + timedelta(ahead + 7 * count)
    return base + timedelta(ahead if ahead <= 3 else ahead - 7)


def _just_past(day: date, base: date) -> bool:
    """Whether `day` is of the week of `base` and up to three days before it: its bare name would do for it."""
    return (base - day).days <= 3 and week_of(day) == week_of(base)


def weekday_in(month: str, weekday: int, count: int) -> str | None:
    """The EDTF of the `count`-th such weekday of a month (`2020-05`), or from its end below 0; None past the month."""
    ends = bounds(month)
    if ends is None:
        return None
    first, last = (date.fromisoformat(end) for end in ends)
    day = _weekday(weekday, count, first - timedelta(1) if count > 0 else last + timedelta(1))
    return day.isoformat() if first <= day <= last else None


def _weekend(base: date, side: Side | None) -> str:
    """The weekend of the week of `base`; the one before, where the tense is past and it has not begun, or a Monday."""
    weekday = base.isoweekday()
    before = (weekday < 6 and side == "past") or (weekday == 1 and side is None)
    return unit_at("WE", base, -1 if before else 0)


def _named(step: Step, base: date, side: Side | None) -> str:
    """A month or season by name: this one by the tense, the last before or the next after the one that holds `base`."""
    edtf = f"XXXX-{step.count:02}"
    if step.unit == "this" and side is None:
        return f"{base.year - (step.count == _WINTER and base.month < 3):04}-{step.count:02}"
    if step.unit == "this":
        return pin(Date(edtf=edtf), near=base, side=side or "nearest").edtf
    near = base
    holding = bounds(pin(Date(edtf=edtf), near=base, side="past").edtf)
    if holding and holding[0] <= base.isoformat() <= holding[1]:
        near = (
            date.fromisoformat(holding[0]) - timedelta(1)
            if step.unit == "past"
            else date.fromisoformat(holding[1]) + timedelta(1)
        )
    return pin(Date(edtf=edtf), near=near, side="past" if step.unit == "past" else "future").edtf
