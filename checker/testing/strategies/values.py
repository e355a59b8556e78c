"""Values of every kind, and mentions. Bounds belong to their date; a range has both bounds and no figure."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from checker.model.value import (
    Count,
    Date,
    DateTime,
    Duration,
    Kind,
    Measure,
    Mention,
    Modifier,
    Money,
    Name,
    Names,
    NoValue,
    Number,
    Percent,
    Place,
    Quote,
    Status,
    Value,
)
from checker.testing.strategies.words import NOUNS, SENTENCES, maybe, names_of_people, names_of_things, some, texts


def decimals(least: int = -(10**12), most: int = 10**13) -> st.SearchStrategy[Decimal]:
    """Whole numbers, tenths, hundredths and thousandths, some with zeros at the end, some in exponent form."""
    whole = st.integers(least, most).map(Decimal)
    return st.builds(lambda n, places: n.scaleb(-places), whole, st.integers(-3, 3))


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Any]:
    """The fields that all amounts share: a range with its bounds, or a figure with any other modifier."""
    modifier = draw(st.sampled_from(get_args(Modifier)))
    if modifier != "range":
        return {"modifier": modifier, "amount": draw(decimals())}
    low, high = sorted((draw(decimals()), draw(decimals())))
    return {"modifier": modifier, "low": low, "high": high}


def amounts_of(kind: Callable[..., Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of one kind of amount, with the fields that it has beside the figure."""
    return st.builds(lambda figure, more: kind(**figure, **more), figures(), st.fixed_dictionaries(fields))


numbers: st.SearchStrategy[Number] = amounts_of(Number)
percents: st.SearchStrategy[Percent] = amounts_of(Percent)
counts: st.SearchStrategy[Count] = amounts_of(
    Count, noun=st.sampled_from(NOUNS), qualifiers=some(st.sampled_from(NOUNS))
)
moneys: st.SearchStrategy[Money] = amounts_of(Money, currency=maybe(st.sampled_from(("USD", "EUR", "CNY", "CAD"))))
measures: st.SearchStrategy[Measure] = amounts_of(Measure, unit=st.sampled_from(("km", "Cel", "[mi_i]", "km/h", "m2")))

days = st.dates(date(1800, 1, 1), date(2100, 12, 28))
iso_days = days.map(date.isoformat)
clock_times = st.builds(lambda hour, minute: f"T{hour:02}:{minute:02}", st.integers(0, 23), st.integers(0, 59))
iso_moments = iso_days | st.builds(lambda day, clock, zone: day + clock + zone, iso_days, clock_times,
                                   st.sampled_from(("", "Z", "+01:00", ":30-05:00")))  # fmt: skip


def _season(year: int, season: int) -> tuple[date, date]:
    """First and last day of 21 spring, 22 summer, 23 autumn or 24 winter, by whole months."""
    first = date(year, 3 * (season - 20), 1)
    return first, _month_end(first.year + (first.month + 2) // 13, (first.month + 1) % 12 + 1)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _stretch(day: date, form: str) -> tuple[str, date, date]:
    """The stretch of the calendar of the given form around a day: EDTF, first day, last day."""
    year, month = day.year, day.month
    week = day.isocalendar()
    monday = date.fromisocalendar(week.year, week.week, 1)
    season, quarter = 21 + day.toordinal() % 4, (month + 2) // 3
    match form:
        case "month":
            return f"{year}-{month:02}", date(year, month, 1), _month_end(year, month)
        case "year":
            return f"{year}", date(year, 1, 1), date(year, 12, 31)
        case "decade":
            return f"{year // 10}X", date(year // 10 * 10, 1, 1), date(year // 10 * 10 + 9, 12, 31)
        case "century":
            return f"{year // 100}XX", date(year // 100 * 100, 1, 1), date(year // 100 * 100 + 99, 12, 31)
        case "season":
            return f"{year}-{season}", *_season(year, season)
        case "quarter":
            return f"{year}-Q{quarter}", date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)
        case "week":
            return f"{week.year}-W{week.week:02}", monday, monday + timedelta(6)
        case "weekend":
            return f"{week.year}-W{week.week:02}-WE", monday + timedelta(5), monday + timedelta(6)
        case "interval":
            last = day + timedelta(day.month)
            return f"{day}/{last}", day, last
    return day.isoformat(), day, day


STRETCHES = ("day", "month", "year", "decade", "century", "season", "quarter", "week", "weekend", "interval")


@st.composite
def pinned_dates(draw: st.DrawFn) -> Date:
    """A date with both bounds: a day, a longer stretch or an interval."""
    day = draw(days)
    form = draw(st.sampled_from(STRETCHES))
    edtf, earliest, latest = _stretch(day, form)
    weekday = draw(maybe(st.just(day.isoweekday()))) if form == "day" else None
    anchor = draw(maybe(st.sampled_from(("published", "context", "source:afp-en"))))
    return Date(edtf=edtf, earliest=str(earliest), latest=str(latest), weekday=weekday, anchor=anchor)


open_dates = st.one_of(
    st.just(Date(edtf="XXXX-XX-XX")),
    st.integers(1, 7).map(lambda weekday: Date(edtf=f"XXXX-WXX-{weekday}", weekday=weekday)),
    days.map(lambda day: Date(edtf=f"XXXX-{day:%m-%d}")),
    st.integers(1, 12).map(lambda month: Date(edtf=f"XXXX-{month:02}")),
    days.map(lambda day: Date(edtf=f"{day}/..", earliest=str(day))),
    days.map(lambda day: Date(edtf=f"../{day}", latest=str(day))),
)
"""Dates that the words leave open, on one side or both."""

dates: st.SearchStrategy[Date] = pinned_dates() | open_dates
datetimes = st.one_of(
    st.builds(lambda day, clock: DateTime(edtf=day + clock, earliest=day, latest=day), iso_days, clock_times),
    st.builds(
        lambda day, clock: DateTime(edtf=day + clock), st.sampled_from(("XXXX-XX-XX", "XXXX-WXX-2")), clock_times
    ),
)
iso_durations = st.builds(
    lambda number, form: form.format(number),
    st.integers(0, 400) | st.sampled_from(("1.5", "0.5", "2.25")),
    st.sampled_from(("P{}D", "P{}W", "P{}M", "P{}Y", "PT{}H", "PT{}M", "PT{}S", "P1Y{}M", "P1DT{}H")),
)
durations = st.one_of(
    st.builds(Duration, iso=iso_durations, modifier=st.sampled_from(get_args(Modifier)).filter(lambda m: m != "range")),
    st.builds(Duration, modifier=st.just("range"), low=iso_durations, high=iso_durations),
)

names = st.builds(Names, items=some(names_of_things, 1, 4), complete=st.booleans())
single_names = st.builds(
    Name,
    text=names_of_people | texts,
    type=st.sampled_from(("person", "organisation", "product", "role", "other")),
    role=maybe(st.just("maire")),
)
places = st.builds(Place, text=names_of_things, country=maybe(st.sampled_from(("US", "FR"))))
quotes = st.builds(Quote, text=texts, speaker=maybe(names_of_people))
statuses = st.builds(Status, state=st.sampled_from(("halted", "confirmed", "closed")))
novalues = st.builds(NoValue, reason=st.sampled_from(("unknown", "unspecified")))

VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    "number": numbers, "count": counts, "percent": percents, "money": moneys, "measure": measures,
    "date": dates, "datetime": datetimes, "duration": durations, "names": names, "name": single_names,
    "place": places, "quote": quotes, "status": statuses, "novalue": novalues,
}  # fmt: skip
"""The strategy of each kind of value."""

values: st.SearchStrategy[Value] = st.one_of(*VALUES.values())
kinds: st.SearchStrategy[Kind] = st.sampled_from(get_args(Kind))


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[int, int]:
    """Start and end of a stretch of at least one code point in a text of `length`."""
    start = draw(st.integers(0, length - 1))
    return start, draw(st.integers(start + 1, length))


@st.composite
def mentions(draw: st.DrawFn, text: str = SENTENCES[0]) -> Mention:
    """A value at a span of the text; the words there need not say it."""
    start, end = draw(spans(len(text)))
    return Mention(start=start, end=end, value=draw(values))
