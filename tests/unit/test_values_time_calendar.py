"""Bounds of calendar values, placing open ones, and what two values say together."""

from __future__ import annotations

from datetime import date

import pytest

from checker.model.value import Date, DateTime
from checker.values.calendar import Side, add, bounds, intersect, pin, weekday_of

WEDNESDAY = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2021-01-05", "2021-01-05", "2021-01-05"),
        ("2021-01-05T20:30", "2021-01-05T20:30", "2021-01-05T20:30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2020-21", "2020-03-01", "2020-05-31"),
        ("2020-24", "2020-12-01", "2021-02-28"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2020-W32-WE", "2020-08-08", "2020-08-09"),
        ("2017-05/2020-07", "2017-05-01", "2020-07-31"),
    ],
)
def test_bounds_are_the_first_and_last_day(edtf: str, earliest: str, latest: str) -> None:
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    "edtf", ["XXXX-01-05", "XXXX-WXX-2", "XXXX-XX-XX", "XXXX-XX-XXT20:30", "2021-02-29", "2020-W54", "2020-05/2019-01"]
)
def test_what_is_open_or_no_date_has_no_bounds(edtf: str) -> None:
    assert bounds(edtf) is None


@pytest.mark.parametrize(
    ("edtf", "weekday", "side", "placed"),
    [
        ("XXXX-WXX-3", None, "past", "2021-03-10"),
        ("XXXX-WXX-3", None, "future", "2021-03-10"),
        ("XXXX-WXX-2", None, "future", "2021-03-16"),
        ("XXXX-WXX-4", None, "nearest", "2021-03-04"),
        ("XXXX-12-30", None, "past", "2020-12-30"),
        ("XXXX-12-30", None, "future", "2021-12-30"),
        ("XXXX-12-30", None, "nearest", "2020-12-30"),
        ("XXXX-02-29", None, "past", "2020-02-29"),
        ("XXXX-01-05", 2, "future", "2021-01-05"),
        ("XXXX-03", None, "past", "2021-03"),
        ("XXXX-22", None, "past", "2020-22"),
        ("XXXX-Q1", None, "future", "2021-Q1"),
        ("XXXX-XX-18", None, "past", "2021-02-18"),
        ("XXXX-XX-13", 6, "past", "2021-03-13"),
        ("XXXX-12-30/XXXX-01-02", None, "past", "2020-12-30/2021-01-02"),
        ("XXXX-WXX-7/XXXX-WXX-1", None, "past", "2021-03-07/2021-03-08"),
        ("XXXX-XX-XX", None, "past", "XXXX-XX-XX"),
        ("2019-05", None, "future", "2019-05"),
    ],
)
def test_open_values_are_placed_at_their_own_precision(edtf: str, weekday: int | None, side: Side, placed: str) -> None:
    value = pin(Date(edtf=edtf, weekday=weekday), near=WEDNESDAY, side=side)
    assert value.edtf == placed
    assert bounds(placed) is None or (value.earliest, value.latest) == bounds(placed) or edtf == placed


def test_a_clock_time_on_no_day_is_placed_on_the_day_given() -> None:
    value = pin(DateTime(edtf="XXXX-XX-XXT20:30"), near=WEDNESDAY, side="nearest")
    assert value == DateTime(edtf="2021-03-10T20:30", earliest="2021-03-10T20:30", latest="2021-03-10T20:30")


@pytest.mark.parametrize(
    ("day", "duration", "later"),
    [
        ("2021-01-05", "P45D", "2021-02-19"),
        ("2021-01-05", "P2W", "2021-01-19"),
        ("2021-01-31", "P1M", "2021-02-28"),
        ("2020-02-29", "P1Y", "2021-02-28"),
        ("2020-08-06", "P1.5Y", "2022-02-06"),
        ("2020-08-06T20:30", "PT48H", "2020-08-08"),
        ("2020-08-06", "P1Y1M21D", "2021-09-27"),
    ],
)
def test_adding_a_duration_gives_a_day(day: str, duration: str, later: str) -> None:
    assert add(day, duration) == later


def test_adding_what_is_no_duration_is_an_error() -> None:
    with pytest.raises(ValueError, match="'soon' is no ISO 8601 duration"):
        add("2021-01-05", "soon")


def test_weekdays_count_from_monday() -> None:
    assert (weekday_of("2021-01-04"), weekday_of("2021-01-10T08:00")) == (1, 7)


def dated(edtf: str, weekday: int | None = None) -> Date:
    earliest, latest = bounds(edtf) or (None, None)
    return Date(edtf=edtf, earliest=earliest, latest=latest, weekday=weekday)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("XXXX-01-05", "2021", "2021-01-05"),
        ("XXXX-01-05", "2020-01/2021-06", "XXXX-01-05"),
        ("XXXX-WXX-2", "2020-W32", "2020-08-04"),
        ("XXXX-WXX-2", "2021-01-05", "2021-01-05"),
        ("XXXX-WXX-3", "2021-01-05", None),
        ("XXXX-01-05", "XXXX-01-06", None),
        ("XXXX-01-05", "XXXX-01", "XXXX-01-05"),
        ("XXXX-01", "2021", "2021-01"),
        ("2021", "2021-03", "2021-03"),
        ("2021", "2020-03", None),
        ("2020-22", "2020-Q3", "2020-07-01/2020-08-31"),
        ("XXXX-02-29", "2021", None),
    ],
)
def test_two_values_say_one_thing_or_contradict(one: str, other: str, together: str | None) -> None:
    for a, b in ((one, other), (other, one)):
        found = intersect(dated(a), dated(b))
        assert (found and found.edtf) == together


def test_weekday_day_and_year_from_three_sources_give_the_day() -> None:
    tuesday, fifth, year = dated("XXXX-WXX-2"), dated("XXXX-01-05"), dated("2021")
    for first, second, third in ((tuesday, fifth, year), (tuesday, year, fifth), (year, fifth, tuesday)):
        both = intersect(first, second)
        assert both is not None
        assert intersect(both, third) == Date(edtf="2021-01-05", earliest="2021-01-05", latest="2021-01-05", weekday=2)


def test_a_weekday_that_contradicts_its_own_date_does_not_change_it() -> None:
    wrong = dated("2021-01-05", weekday=1)
    assert intersect(wrong, dated("2021")) == wrong
