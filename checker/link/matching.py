"""A match of two claims of two sources, and whether two values are one, as far as each is said finely."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from checker.link.context import Weighed
from checker.model.value import LOCAL, Date, DateTime, Duration, Value
from checker.values.calendar import intersect
from checker.values.comparison import Level, compare_values
from checker.values.comparison.clocks import apart_in_utc

_UNKNOWN = "XXXX-XX-XX"
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FINENESS = {len(edtf): fine for fine, edtf in enumerate(("2021", "2021-01", "2021-01-05"))}
OPPOSED = {"bound:start", "bound:end"}
"""What begins on a day is not what ends on it."""


@dataclass(eq=False)
class Match:
    """Two claims of two sources, in the order of their ids, that line up: how well, and whether with one value."""

    a: Weighed
    b: Weighed
    score: float
    same: bool

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.a.claim.id, self.b.claim.id

    @property
    def ends(self) -> tuple[tuple[Weighed, Weighed], tuple[Weighed, Weighed]]:
        """Either claim with the other."""
        return (self.a, self.b), (self.b, self.a)

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The keys they share, in the order of what they weigh in the first."""
        return tuple(key for key in self.a.heaviest if key in self.b.weights)


def is_same(one: Weighed, other: Weighed) -> bool:
    """Whether two values are one, as far as each is said finely."""
    if one.began is not None and other.began is not None and intersect(one.began, other.began) is None:
        return False  # five years earlier and five years later
    if one.columns == other.columns:
        return True
    a, b = one.claim.value, other.claim.value
    if isinstance(a, Date | DateTime) and isinstance(b, Date | DateTime):
        return _one_moment(a, b) or _one_in_utc(one.value, other.value)
    if isinstance(a, Date) != isinstance(b, Date):
        return counted_from(one, other)
    if one.value_keys.isdisjoint(other.value_keys):
        return False  # *fewer than 100* fits 20, but does not say it
    return compare_values(a, b, any_noun=True).level in (Level.identical, Level.equivalent, Level.compatible)


def _one_moment(a: Date | DateTime, b: Date | DateTime) -> bool:
    """Whether two dates or clock times are said as finely and fit: 8 September and 8 September 2025, in one zone."""
    zones = {value.zone if isinstance(value, DateTime) else None for value in (a, b)}
    if len(zones) > 1 and not zones <= {None, LOCAL}:
        return False  # 5.50 am and 0550 GMT
    (day, _, clock), (other, _, hour) = a.edtf.partition("T"), b.edtf.partition("T")
    if not clock and (_UNKNOWN in (day, other) or ("W" in day) != ("W" in other)):
        return False
    if clock != hour or (clock and _UNKNOWN in (day, other)):
        return clock == hour
    alike = len(day) == len(other) or within(a, b)
    return alike and intersect(a, b) is not None


def counted_from(one: Weighed, other: Weighed) -> bool:
    """Whether one is a length of years and the other when what has lasted so long began, or the years it lasted."""
    for length, told in ((one, other), (other, one)):
        if not isinstance(length.claim.value, Duration) or not isinstance(told.claim.value, Date):
            continue
        if told.lasted is not None:
            return compare_values(length.claim.value, told.lasted).level in (Level.identical, Level.equivalent)
        plain = _PLAIN.fullmatch(told.claim.value.edtf) is not None
        return plain and length.began is not None and intersect(length.began, told.claim.value) is not None
    return False


def _one_in_utc(a: Value, b: Value) -> bool:
    """Whether two clock times told in two zones are one moment."""
    return isinstance(a, DateTime) and isinstance(b, DateTime) and apart_in_utc(a, b) == 0


def within(a: Value, b: Value) -> bool:
    """Whether one of two dates is a month and the other its year, or one a day and the other its month."""
    if not isinstance(a, Date) or not isinstance(b, Date):
        return False
    coarse, fine = sorted((a.edtf, b.edtf), key=len)
    return _FINENESS.get(len(fine), 0) - _FINENESS.get(len(coarse), 0) == 1 and not {"W", "/"} & {*coarse, *fine}
