"""Wrong ways of comparing two values."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from checker.model.rule import Tolerance
from checker.model.value import Duration, Measure, NoValue
from checker.testing.subject import compare
from checker.values.comparison import Comparison, Level, compare_values
from checker.values.comparison.levels import EQUIVALENT, IDENTICAL, PRECISION, different, missing

EXACT = Tolerance()


def asymmetric_tolerance(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """A tenth of the first value is allowed, whichever that is."""
    found = compare(a, b, tolerance=tolerance)
    figures = [getattr(value, "amount", None) for value in (a, b)]
    if found.level is Level.different and figures[0] and figures[1]:
        return PRECISION if abs(figures[0] - figures[1]) <= abs(figures[0]) / 2 else found
    return found


def float_rounding(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """Figures are compared as floats, rounded so that 0.1 + 0.2 is 0.3."""
    figures = [value.amount for value in (a, b) if getattr(value, "amount", None) is not None]
    if len(figures) == 2 and a.kind == b.kind and len({round(float(one), 1) for one in figures}) == 1:
        return EQUIVALENT
    return compare(a, b, tolerance=tolerance)


def places_as_written(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """London and Londres are two towns."""
    return compare_values(a, b, tolerance=tolerance)


def last_day_left_out(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """An interval ends on the day before its last."""
    cut = [_cut(value) for value in (a, b)]
    return compare(*cut, tolerance=tolerance)


def _cut(value: Any) -> Any:
    if getattr(value, "kind", "") != "date" or "/" not in value.edtf or not value.earliest or not value.latest:
        return value
    last = max(date.fromisoformat(value.latest) - timedelta(1), date.fromisoformat(value.earliest))
    return value.model_copy(update={"edtf": f"{value.earliest}/{last}", "latest": str(last)})


def units_unread(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """Measures are compared as bare figures."""
    if isinstance(a, Measure) and isinstance(b, Measure):
        b = b.model_copy(update={"unit": a.unit})
    return compare(a, b, tolerance=tolerance)


def weeks_are_no_days(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """Durations are one if they are written alike."""
    if isinstance(a, Duration) and isinstance(b, Duration) and a.iso and b.iso:
        return IDENTICAL if a == b else different(f"{a.iso} is not {b.iso}")
    return compare(a, b, tolerance=tolerance)


def tolerance_is_a_limit(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """Where a tolerance is given, nothing else is allowed for: not even rounding."""
    figures = [getattr(value, "amount", None) for value in (a, b)]
    if tolerance.absolute and figures[0] is not None and figures[1] is not None and a != b and a.kind == b.kind:
        return PRECISION if abs(figures[0] - figures[1]) * 10 < tolerance.absolute else different("too far")
    return compare(a, b, tolerance=tolerance)


def nothing_equals_nothing(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """What is not known cannot be compared, not even with itself."""
    if isinstance(a, NoValue) or isinstance(b, NoValue):
        return missing("one side says that it is not known")
    return compare(a, b, tolerance=tolerance)


def generous(a: Any, b: Any, /, *, tolerance: Tolerance = EXACT) -> Comparison:
    """Figures of one order of magnitude are one figure."""
    figures = [getattr(value, "amount", None) for value in (a, b)]
    if figures[0] and figures[1] and Decimal("0.1") < abs(figures[0] / figures[1]) < 10:
        return PRECISION
    return compare(a, b, tolerance=tolerance)
