"""How much a value is of what: keys by which values that can be equal are found without comparing all with all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal

from checker.language.nouns import are_people, thing
from checker.language.topics import topics
from checker.model.value import AmountValue, Count, Date, DateTime, Duration, Measure, Money, Number, Percent, Value
from checker.values.comparison.amounts import in_base_unit
from checker.values.comparison.clocks import in_utc
from checker.values.comparison.times import days_of

ANYONE = frozenset(("person", "man", "woman", "victim", "member", "life"))
_AGE = re.compile(r"P\d{2}Y")
_NO_DAY = "XXXX-XX-XX"
_LARGE = 100
_STEP = math.log(1.12)
"""Equal figures, rounding and *about* allowed for, lie within one step of each other on a logarithmic scale."""


def comparable(value: Value) -> str | None:
    """What two values must both be of before a difference means something; None for a bare figure or an age."""
    if isinstance(value, Count):
        return "count person" if of_anyone(value) else f"count {thing(value.noun)}"
    if isinstance(value, Date | DateTime):
        return "hour" if value.edtf.startswith(_NO_DAY) else "day"
    if isinstance(value, Duration) and _AGE.fullmatch(value.iso or ""):
        return None  # whose age it is, no word around it says
    return None if isinstance(value, Number) else next((kind for kind, _ in magnitudes(value)), None)


def of_anyone(value: Count) -> bool:
    """Whether people are counted by a noun that says nothing more of them than what was done: *people*, *dead*."""
    return thing(value.noun) in ANYONE or (are_people(value.noun) and counted_doing(value) is not None)


def counted_doing(value: Count) -> str | None:
    """What the noun counted says was done: `doing:die` for 64 dead, `doing:arrest` for two arrests."""
    done = topics("en").key(thing(value.noun))
    return done if done is not None and done.startswith("doing:") else None


def value_keys(value: Value) -> Iterator[str]:
    """Keys of which two equal values share one: what is measured and how much, or the day, weekday or hour."""
    if isinstance(value, Date | DateTime):
        day, _, clock = value.edtf.partition("T")
        yield f"hour {clock}" if clock else f"day {day[4:]}" if len(day) >= len("2021-01") else f"year {day}"
        if not clock and "W" not in day:
            yield from (f"within {day[:fine]}" for fine in _coarser(day))
        if value.weekday and not clock:
            yield f"weekday {value.weekday}"
        if isinstance(value, DateTime):
            yield from (f"utc {moment:%H:%M}" for moment in in_utc(value))
        return
    for kind, number in magnitudes(value):
        step = math.floor(math.log(abs(number)) / _STEP) if number else 0
        sign = "-" if number < 0 else ""
        yield from (f"{kind} {sign}{step}", f"{kind} {sign}{step + 1}") if number else (f"{kind} 0",)


def _coarser(day: str) -> tuple[int, ...]:
    """How many letters of a day are what it is written as, and its month or year."""
    if len(day) == len("2021-01-05"):
        return (len("2021-01"),)
    return (len("2021"), len(day)) if len(day) == len("2021-01") else (len(day),)


def magnitudes(value: Value) -> Iterator[tuple[str, Decimal]]:
    """What is measured and how much of it, in one unit; both ends of a range."""
    if isinstance(value, Duration):
        yield from (("days", days_of(iso)) for iso in (value.iso, value.low, value.high) if iso)
    elif isinstance(value, AmountValue):
        kind = "money " + (value.currency or "") if isinstance(value, Money) else ""
        kind = "percent" if isinstance(value, Percent) else kind or "number"
        for number in (value.amount, value.low, value.high):
            if number is not None:
                yield in_base_unit(value, number) if isinstance(value, Measure) else (kind, number)


def digits(value: Value) -> int:
    """How rare a value is: its digits, noughts at the end aside, and one more from a hundred on; a day 2, an hour 3."""
    if isinstance(value, AmountValue):
        if value.amount is None:
            return 1
        return len(value.amount.normalize().as_tuple().digits) + (abs(value.amount) >= _LARGE)
    if isinstance(value, DateTime):
        return 3
    if isinstance(value, Date):
        return 2 if len(value.edtf) >= len("2021-01-05") and "W" not in value.edtf else 1
    if isinstance(value, Duration):
        return sum(sign.isdigit() for sign in value.iso or "0")
    return 1
