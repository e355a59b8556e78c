"""A match of two claims of two sources, and whether two values are one, as far as each is said finely."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from checker.link.context import Weighed
from checker.link.magnitude import value_keys
from checker.model.value import Date, DateTime
from checker.values.calendar import intersect
from checker.values.comparison import Level, compare_values

_UNKNOWN = "XXXX-XX-XX"
OPPOSED = {"bound:start", "bound:end"}
"""What begins on a day is not what ends on it."""


@dataclass(frozen=True)
class Match:
    """Two claims of two sources that line up, how well, the keys they share, and whether their values are the same."""

    pair: tuple[str, str]
    score: float
    shared: tuple[str, ...]
    same: bool


def matched(a: Weighed, b: Weighed, score: float, shared: Set[str], *, same: bool) -> Match:
    """The match of two claims; the keys they share in the order of what they weigh in the first."""
    ordered = tuple(sorted(shared, key=lambda key: (-a.weights[key], key)))
    return Match((min(a.claim.id, b.claim.id), max(a.claim.id, b.claim.id)), score, ordered, same)


def is_same(one: Weighed, other: Weighed) -> bool:
    """Whether two values are one, as far as each is said finely."""
    if one.columns == other.columns:
        return True
    a, b = one.claim.value, other.claim.value
    if isinstance(a, Date | DateTime) and isinstance(b, Date | DateTime):
        return _one_moment(a, b)
    if set(value_keys(a)).isdisjoint(value_keys(b)):
        return False  # *fewer than 100* fits 20, but does not say it
    return compare_values(a, b, any_noun=True).level in (Level.identical, Level.equivalent, Level.compatible)


def _one_moment(a: Date | DateTime, b: Date | DateTime) -> bool:
    """Whether two dates or clock times are said as finely and fit: 8 September and 8 September 2025."""
    (day, _, clock), (other, _, hour) = a.edtf.partition("T"), b.edtf.partition("T")
    if not clock and (_UNKNOWN in (day, other) or ("W" in day) != ("W" in other)):
        return False
    if clock != hour or (clock and _UNKNOWN in (day, other)):
        return clock == hour
    return len(day) == len(other) and intersect(a, b) is not None
