"""Whether two values differ as by a slip: a digit wrong, two digits swapped, another day, month or year of one date."""

from __future__ import annotations

from checker.link.magnitude import magnitudes
from checker.model.value import AmountValue, Date, DateTime, Value
from checker.values.comparison.clocks import minutes_apart

_DIGITS = 3
"""Figures of fewer digits differ by one digit by chance too often."""
_MINUTES = 60


def is_slip(a: Value, b: Value) -> bool:
    """Whether one of two values can be the other with a slip; the same in either order."""
    if isinstance(a, Date | DateTime) and isinstance(b, Date | DateTime):
        return _dates(a, b)
    if isinstance(a, AmountValue) and isinstance(b, AmountValue):
        return any(_figures(one, other) for one in _digits(a) for other in _digits(b))
    return False


def is_swap(a: Value, b: Value) -> bool:
    """Whether two figures of three digits or more, noughts at the ends aside, are one with two neighbours swapped."""
    if not isinstance(a, AmountValue) or not isinstance(b, AmountValue):
        return False
    return any(
        len(one) >= _DIGITS and _swapped(one, other)
        for one in _digits(a)
        for other in _digits(b)
        if len(one) == len(other)
    )


def is_shifted(a: Value, b: Value) -> bool:
    """Whether two figures have the same digits, noughts around them aside: 39 and 390."""
    if not isinstance(a, AmountValue) or not isinstance(b, AmountValue):
        return False
    return not set(_digits(a)).isdisjoint(_digits(b))


def _digits(value: AmountValue) -> list[str]:
    """The digits of a value as said and in its base unit, without the noughts around them."""
    sizes = [size for _, size in magnitudes(value)]
    if value.amount is not None:
        sizes.append(value.amount)
    return ["".join(str(digit) for digit in abs(size).normalize().as_tuple().digits) for size in sizes]


def _figures(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    return _swapped(one, other) or (len(one) >= _DIGITS and sum(a != b for a, b in zip(one, other, strict=True)) == 1)


def _swapped(one: str, other: str) -> bool:
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) != 2:
        return False
    at, following = differing
    return following == at + 1 and one[at] == other[following] and one[following] == other[at]


def _dates(a: Date | DateTime, b: Date | DateTime) -> bool:
    (day, _, clock), (other, _, hour) = a.edtf.partition("T"), b.edtf.partition("T")
    if clock and hour:
        apart = minutes_apart(clock, hour)
        return apart is not None and apart <= _MINUTES
    parts, others = day.split("-"), other.split("-")
    if len(parts) != len(others) or len(parts) < 2 or "W" in day + other or "/" in day + other:
        return False
    if a.weekday is not None and a.weekday == b.weekday:
        return False  # a weekday was taken for the one of another week
    differing = [(one, two) for one, two in zip(parts, others, strict=True) if one != two and "X" not in one + two]
    return len(differing) == 1 and "X" not in parts[-1] + others[-1]
