"""Comparing dates, clock times and durations."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from checker.model.base import plain
from checker.model.rule import Tolerance
from checker.model.value import LOCAL, Date, DateTime, Duration
from checker.values.calendar import intersect
from checker.values.comparison.amounts import Figure, compare_figures, figure
from checker.values.comparison.clocks import compare_clocks, zone_of
from checker.values.comparison.levels import EQUIVALENT, IDENTICAL, PRECISION, Comparison, Level, different, missing
from checker.values.words import iso_words

_A_YEAR, _A_MONTH = re.compile(r"\d{4}"), re.compile(r"(\d{4})-(\d\d)")
_ISO = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_DAY = Decimal(86400)
_MONTH = Decimal("30.436875") * _DAY
_IDIOMS = ((Decimal(15), Decimal(14)), (Decimal(8), Decimal(7)))
"""Days that two languages count differently for the same weeks: quinze jours is a fortnight, huit jours a week."""
_NO_DAY = "XXXX-XX-XX"
_MONTH_DAYS, _MANY_MONTH_DAYS = (Decimal(28), Decimal(31)), Decimal(30)
_FEW_MONTHS, _YEAR, _YEARS = 6, 12, 24


def compare_dates(a: Date | DateTime, b: Date | DateTime) -> Comparison:
    """The level of two calendar values; a difference is given in days, or in minutes within one day."""
    if a == b:
        return IDENTICAL
    if a.edtf == b.edtf and (zone_of(a) or LOCAL) == (zone_of(b) or LOCAL):
        # a day said by *le 5 janvier* in one and resolved in the other, a weekday said beside it or not
        return EQUIVALENT if a.earliest == b.earliest else PRECISION
    unknown = _NO_DAY in (a.edtf[:10], b.edtf[:10])
    if isinstance(a, DateTime) and isinstance(b, DateTime) and (unknown or "X" not in a.edtf + b.edtf):
        return compare_clocks(a, b)
    if unknown:
        return missing("a day that is not known")
    if intersect(a, b) is not None:
        return PRECISION
    return different(_days_apart(a, b))


def _days_apart(a: Date | DateTime, b: Date | DateTime) -> str:
    """The size of the difference in the unit in which both are told: years, months, or the days between their ends."""
    if (years := _A_YEAR.fullmatch(a.edtf)) and (others := _A_YEAR.fullmatch(b.edtf)):
        return _counted(Decimal(abs(int(years[0]) - int(others[0]))), "year")
    if (month := _A_MONTH.fullmatch(a.edtf)) and (other := _A_MONTH.fullmatch(b.edtf)):
        told, also = (int(one[1]) * 12 + int(one[2]) for one in (month, other))
        return _counted(Decimal(abs(told - also)), "month")
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return "they cannot be one day"
    ends = [date.fromisoformat(end[:10]) for end in (a.earliest, a.latest, b.earliest, b.latest)]
    days = max((ends[2] - ends[1]).days, (ends[0] - ends[3]).days)
    return "they cannot be one day" if days <= 0 else f"{days} day{'s' if days > 1 else ''} apart"


def _parts(iso: str) -> tuple[Decimal, Decimal]:
    """Months and seconds of an ISO duration."""
    match = _ISO.fullmatch(iso)
    if match is None:
        raise ValueError(f"{iso!r} is no ISO 8601 duration")
    years, months, weeks, days, hours, minutes, seconds = (Decimal(part or 0) for part in match.groups())
    return years * 12 + months, (weeks * 7 + days) * _DAY + hours * 3600 + minutes * 60 + seconds


def days_of(iso: str) -> Decimal:
    """An ISO duration in days, a month taken as the mean of all."""
    months, seconds = _parts(iso)
    return (months * _MONTH + seconds) / _DAY


def _figure(value: Duration) -> Figure:
    """The duration in days; *about* reaches a tenth, as for figures."""
    days, low, high = (None if iso is None else days_of(iso) for iso in (value.iso, value.low, value.high))
    return figure(days, value.modifier, low, high)


def compare_durations(a: Duration, b: Duration, tolerance: Tolerance) -> Comparison:
    """The level of two durations; a difference is given in days."""
    if a == b:
        return IDENTICAL
    if a.iso and b.iso and a.modifier == b.modifier:
        if _parts(a.iso) == _parts(b.iso):
            return EQUIVALENT
        if _same_by_custom(a.iso, b.iso):
            return Comparison(Level.compatible, "equivalent")
    if a.iso and b.iso and _parts(a.iso) == _parts(b.iso):
        return PRECISION
    compared = compare_figures(_figure(a), _figure(b), tolerance)
    if compared.level is Level.different:
        if size := _in_one_unit(a, b):
            return different(f"{size} apart")
        one, other = _figure(a), _figure(b)
        gap = max(other.low - one.high, one.low - other.high)
        return different(_length_apart(gap) if gap else compared.size)
    return PRECISION if compared.level is Level.compatible else compared


def _length_apart(days: Decimal) -> str:
    """The size of a difference in days, below a day in hours, below an hour in minutes, below a minute in seconds."""
    for in_a_day, unit in ((1, "day"), (24, "hour"), (1440, "minute")):
        if days * in_a_day >= 1:
            return _counted(days * in_a_day, unit)
    return _counted(days * _DAY, "second")


def _counted(number: Decimal, unit: str) -> str:
    said = plain(number.quantize(Decimal("0.1")))
    return f"{said} {unit}{'' if said == '1' else 's'} apart"


def _in_one_unit(a: Duration, b: Duration) -> str:
    """The difference of two lengths that are said in one unit, in that unit; empty where they are not."""
    parts = [re.fullmatch(r"(PT?)([\d.]+)([A-Z])", value.iso or "") for value in (a, b)]
    if parts[0] is None or parts[1] is None or parts[0][1] + parts[0][3] != parts[1][1] + parts[1][3]:
        return ""
    gap = abs(Decimal(parts[0][2]) - Decimal(parts[1][2]))
    return iso_words(f"{parts[0][1]}{plain(gap)}{parts[0][3]}")


def _same_by_custom(a: str, b: str) -> bool:
    """Fifteen days and two weeks, eight days and a week; a month and 28 to 31 days, from seven months on 30 to 31 days
    for each; a year and 364 to 366.
    """
    (months_a, seconds_a), (months_b, seconds_b) = _parts(a), _parts(b)
    days = sorted((seconds_a / _DAY, seconds_b / _DAY), reverse=True)
    if not months_a and not months_b:
        return tuple(days) in _IDIOMS
    if bool(months_a) == bool(months_b) or (months_a and seconds_a) or (months_b and seconds_b):
        return False
    months = months_a or months_b
    if months == _YEAR:
        return 364 <= days[0] <= 366
    least = _MONTH_DAYS[0] if months <= _FEW_MONTHS else _MANY_MONTH_DAYS
    return months * least <= days[0] <= months * _MONTH_DAYS[1] and months < _YEARS
