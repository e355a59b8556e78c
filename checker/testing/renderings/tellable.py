"""Values that a newsroom would print, and so the values that can be rendered: no 14 decimals, no 30 February."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from checker.model.value import Count, Date, DateTime, Duration, Kind, Measure, Modifier, Money, Number, Percent
from checker.testing.renderings.numerals import MANY
from checker.testing.renderings.things import CURRENCIES, FRACTIONS, TIMES, UNITS, lemmas
from checker.values.calendar import with_bounds

MODIFIERS: tuple[Modifier, ...] = ("exact", "exact", "about", "at_least", "more_than", "at_most", "less_than")

wholes = st.one_of(
    st.integers(2, 100), st.integers(2, 999), st.integers(2, 999_999), st.integers(2, 999).map(lambda n: n * 1000)
).map(Decimal)
"""Whole numbers below a million, round ones and small ones the most."""
tenths = st.integers(1, 9999).filter(lambda n: n % 10 > 0).map(lambda n: Decimal(n) / 10)
hundredths = st.integers(1, 9999).filter(lambda n: n % 10 > 0).map(lambda n: Decimal(n) / 100)
millions = st.builds(
    lambda number, power: Decimal(number).scaleb(power - 1), st.integers(10, 9999), st.sampled_from((6, 9))
)
"""1 million to 999.9 billion, with one decimal at the most."""


def _plain(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount.normalize()


def bounds(amounts: st.SearchStrategy[Decimal]) -> st.SearchStrategy[tuple[Decimal, Decimal]]:
    """Two ends of a range as they are printed: the upper at most ten times the lower."""
    pairs = st.tuples(amounts, amounts).map(sorted).map(lambda ends: (ends[0], ends[1]))
    return pairs.filter(lambda ends: ends[0] < ends[1] <= 10 * ends[0])


@st.composite
def _fields(draw: st.DrawFn, amounts: st.SearchStrategy[Decimal], ends: Any, many: bool = False) -> dict[str, Any]:
    """The fields of an amount: a figure with its modifier, a range, or the bounds of a collective."""
    form = draw(st.sampled_from(("figure", "figure", "figure", "range", *(("many",) if many else ()))))
    if form == "figure":
        return {"amount": _plain(draw(amounts)), "modifier": draw(st.sampled_from(MODIFIERS))}
    collectives = st.sampled_from([(Decimal(low), Decimal(high)) for low, high in sorted(MANY)])
    low, high = draw(collectives if form == "many" else bounds(ends))
    return {"modifier": "range", "low": _plain(low), "high": _plain(high)}


def _amounts(kind: Any, fields: st.SearchStrategy[dict[str, Any]], **more: st.SearchStrategy[Any]) -> Any:
    return st.builds(lambda figure, rest: kind(**figure, **rest), fields, st.fixed_dictionaries(more))


small = st.integers(2, 999).map(Decimal)
tens_of_millions = st.integers(1, 999).map(lambda n: Decimal(n) * 10**6)
numbers: st.SearchStrategy[Number] = _amounts(
    Number, _fields(wholes | tenths | millions, small | tens_of_millions, True)
) | st.builds(Number, amount=st.sampled_from(sorted(FRACTIONS)), modifier=st.sampled_from(MODIFIERS))
counts: st.SearchStrategy[Count] = _amounts(
    Count,
    _fields(wholes | millions, small | tens_of_millions, True),
    noun=st.deferred(lambda: st.sampled_from(lemmas())),
)
percents: st.SearchStrategy[Percent] = _amounts(
    Percent, _fields(st.integers(2, 400).map(Decimal) | tenths | hundredths, st.integers(2, 100).map(Decimal) | tenths)
)
moneys: st.SearchStrategy[Money] = _amounts(
    Money,
    _fields(wholes | hundredths | millions, small | tens_of_millions, True),
    currency=st.sampled_from(tuple(CURRENCIES)),
)
measures: st.SearchStrategy[Measure] = _amounts(
    Measure, _fields(st.integers(2, 99_999).map(Decimal) | tenths, small | tenths), unit=st.sampled_from(tuple(UNITS))
)


def _iso(amount: Decimal, unit: str) -> str:
    return f"P{'T' if unit[0] == 'T' else ''}{_plain(amount):f}{unit[-1]}"


units_of_time = st.sampled_from(tuple(TIMES))
durations: st.SearchStrategy[Duration] = st.one_of(
    st.builds(
        lambda amount, unit, modifier: Duration(iso=_iso(amount, unit), modifier=modifier),
        st.integers(2, 999).map(Decimal) | st.sampled_from([Decimal("1.5"), Decimal("2.5")]),
        units_of_time,
        st.sampled_from(MODIFIERS),
    ),
    st.builds(Duration, iso=st.just("PT0.5H"), modifier=st.sampled_from(MODIFIERS)),
    st.builds(
        lambda ends, unit: Duration(modifier="range", low=_iso(ends[0], unit), high=_iso(ends[1], unit)),
        bounds(st.integers(2, 60).map(Decimal)),
        units_of_time,
    ),
)

days = st.dates(date(2000, 1, 1), date(2039, 12, 28)) | st.dates(date(1600, 1, 1), date(2099, 12, 28))
"""Days of this century the most."""
years = st.integers(1990, 2040) | st.integers(1600, 2049)


def _day(day: date, weekday: bool) -> Date:
    return with_bounds(Date(edtf=f"{day}", weekday=day.isoweekday() if weekday else None))


single_days = st.builds(_day, days, st.booleans())
open_days = days.map(lambda day: Date(edtf=f"XXXX-{day:%m-%d}"))
weekdays = st.integers(1, 7).map(lambda number: Date(edtf=f"XXXX-WXX-{number}", weekday=number))
intervals = st.builds(
    lambda day, more: with_bounds(Date(edtf=f"{day}/{day + timedelta(more)}")), days, st.integers(1, 40)
).filter(lambda value: value.edtf[:4] == value.edtf[11:15])
stretches = st.one_of(
    years.map(str),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-{}".format, years, st.integers(21, 24)),
    st.builds("{}-Q{}".format, years, st.integers(1, 4)),
    st.integers(180, 203).map("{}X".format),
    st.integers(15, 20).map("{}XX".format),
).map(lambda edtf: with_bounds(Date(edtf=edtf)))
"""Years, months, seasons, quarters, decades and centuries."""
dates: st.SearchStrategy[Date] = single_days | open_days | weekdays | intervals | stretches
clocks = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 30)) | st.integers(0, 59))
datetimes: st.SearchStrategy[DateTime] = st.builds(
    lambda day, clock: with_bounds(DateTime(edtf=f"{day.edtf}T{clock}", weekday=day.weekday)),
    single_days | open_days | weekdays | st.just(Date(edtf="XXXX-XX-XX")),
    clocks,
)

TELLABLE: dict[Kind, st.SearchStrategy[Any]] = {
    "number": numbers, "count": counts, "percent": percents, "money": moneys, "measure": measures,
    "duration": durations, "date": dates, "datetime": datetimes,
}  # fmt: skip
"""The values of each kind that can be rendered."""
