"""Comparing two values: one of ordered levels, the same in any language and in either order of the two."""

from __future__ import annotations

from checker.model.rule import Tolerance
from checker.model.value import AmountValue, Date, DateTime, Duration, Name, Names, NoValue, Place, Quote, Status, Value
from checker.values.comparison.amounts import compare_amounts
from checker.values.comparison.levels import IDENTICAL, Comparison, Level, different, missing
from checker.values.comparison.names import Canonical, compare_lists, compare_names, compare_places, fold
from checker.values.comparison.quotes import compare_quotes
from checker.values.comparison.times import compare_dates, compare_durations

__all__ = ["Canonical", "Comparison", "Level", "compare_values", "fold"]

_EXACT = Tolerance()


def compare_values(
    a: Value | None,
    b: Value | None,
    *,
    tolerance: Tolerance = _EXACT,
    canonical: Canonical = fold,
    any_noun: bool = False,
) -> Comparison:
    """How near two values are, and how far apart where they differ.

    `tolerance` widens what is compatible (in the value's unit, days for durations); `canonical` says which names are
    one; `any_noun` compares counts whatever noun they count. Reflexive and symmetric; swapping the sides changes at
    most the wording of the size.
    """
    if a is None or b is None:
        return missing("no value on one side")
    if isinstance(a, NoValue) or isinstance(b, NoValue):
        return IDENTICAL if a == b else missing("one side says that it is not known")
    if isinstance(a, Date | DateTime) and isinstance(b, Date | DateTime):
        return compare_dates(a, b)
    if isinstance(a, Duration) and isinstance(b, Duration):
        return compare_durations(a, b, tolerance)
    if isinstance(a, Names) and isinstance(b, Names):
        return compare_lists(a, b, canonical)
    if isinstance(a, Name) and isinstance(b, Name):
        return compare_names(a, b, canonical)
    if isinstance(a, Place) and isinstance(b, Place):
        return compare_places(a, b, canonical)
    if isinstance(a, Quote) and isinstance(b, Quote):
        return compare_quotes(a, b)
    if isinstance(a, Status) and isinstance(b, Status):
        return IDENTICAL if a.state == b.state else different(f"{a.state} is not {b.state}")
    if isinstance(a, AmountValue) and isinstance(b, AmountValue):
        return compare_amounts(a, b, tolerance, any_noun=any_noun)
    return missing(f"a {a.kind} and a {b.kind}")
