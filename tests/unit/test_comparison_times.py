"""Levels of two dates, clock times and durations, a row each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model.rule import Tolerance
from checker.model.value import Date, DateTime, Duration, Modifier
from checker.values.calendar import with_bounds
from checker.values.comparison import compare_values

EXACT, SAME = ("identical", "exact"), ("equivalent", "equivalent")
PRECISION, ROUNDING = ("compatible", "precision"), ("compatible", "rounding")
CUSTOM = ("compatible", "equivalent")
DIFFERENT, MISSING = ("different", "different"), ("missing", "missing")

DAYS = [
    ("2021-01-05", "2021-01-05", EXACT, ""),
    ("2021-01-05", "2021-01-06", DIFFERENT, "1 day apart"),
    ("2021-01-05", "2021-02-05", DIFFERENT, "31 days apart"),
    ("1837", "1873", DIFFERENT, "36 years apart"),
    ("2020-12", "2021-01", DIFFERENT, "1 month apart"),
    ("2020", "2021-03", DIFFERENT, "60 days apart"),
    ("2021-01-05", "2021-01", PRECISION, ""),
    ("2021-01-05", "2021", PRECISION, ""),
    ("2021-01-31", "2021-02", DIFFERENT, "1 day apart"),
    ("2020-12", "2021", DIFFERENT, "1 day apart"),
    ("2015", "201X", PRECISION, ""),
    ("2020", "201X", DIFFERENT, "1 day apart"),
    ("1899", "18XX", PRECISION, ""),
    # years left open
    ("XXXX-01-05", "2021-01-05", PRECISION, ""),
    ("XXXX-01-05", "XXXX-01-05", EXACT, ""),
    ("XXXX-01-05", "XXXX-01-06", DIFFERENT, "they cannot be one day"),
    ("XXXX-01-05", "2021", PRECISION, ""),
    ("XXXX-01-05", "2021-02", DIFFERENT, "they cannot be one day"),
    ("XXXX-02-29", "2020", PRECISION, ""),
    ("XXXX-02-29", "2021", DIFFERENT, "they cannot be one day"),
    # a weekday against a date: 5 January 2021 was a Tuesday
    ("XXXX-WXX-2", "2021-01-05", PRECISION, ""),
    ("XXXX-WXX-3", "2021-01-05", DIFFERENT, "they cannot be one day"),
    ("XXXX-WXX-2", "XXXX-WXX-3", DIFFERENT, "they cannot be one day"),
    ("XXXX-WXX-2", "XXXX-01-05", PRECISION, ""),
    ("XXXX-WXX-2", "2021-01", PRECISION, ""),
    # longer stretches
    ("2020-22", "2020-08-31", PRECISION, ""),
    ("2020-22", "2020-09-01", DIFFERENT, "1 day apart"),
    ("2020-22", "2020-Q3", PRECISION, ""),
    ("2020-Q3", "2020-10-01", DIFFERENT, "1 day apart"),
    ("2020-W32", "2020-08-09", PRECISION, ""),
    ("2020-W32", "2020-08-10", DIFFERENT, "1 day apart"),
    ("2020-W32-WE", "2020-08-07", DIFFERENT, "1 day apart"),
    ("2020-05-03/2020-05-05", "2020-05-04", PRECISION, ""),
    ("2020-05-03/2020-05-05", "2020-05-06", DIFFERENT, "1 day apart"),
    # about a day: three days to either side
    ("2024-05-30~", "2024-05-30", PRECISION, ""),
    ("2024-05-30~", "2024-05-27", PRECISION, ""),
    ("2024-05-30~", "2024-06-03", DIFFERENT, "4 days apart"),
    ("2024-05-30~", "2024-05-31~", PRECISION, ""),
    ("2024-05-30~", "2024-05", PRECISION, ""),
    ("2024-05-30~", "XXXX-WXX-5", PRECISION, ""),
    # a relative day that nothing pins
    ("XXXX-XX-XX", "2021-01-05", MISSING, "a day that is not known"),
    ("XXXX-XX-XX", "XXXX-WXX-2", MISSING, "a day that is not known"),
    # clock times
    ("2021-01-05T20:30", "2021-01-05T20:40", ROUNDING, ""),
    ("2021-01-05T20:30", "2021-01-05T20:41", DIFFERENT, "11 minutes apart"),
    ("2021-01-05T20:30", "2021-01-05T21:30", DIFFERENT, "60 minutes apart"),
    ("2021-01-05T20:30", "2021-01-05T22:30", DIFFERENT, "120 minutes apart"),
    ("2021-01-05T20:30", "2021-01-05T23:30", MISSING, "clock times that may be of two time zones"),
    ("2021-01-05T20:30", "2021-01-06T10:30", MISSING, "clock times that may be of two time zones"),
    ("2021-01-05T20:30", "2021-01-06T11:00", DIFFERENT, "870 minutes apart"),
    ("2021-01-05T20:30", "2021-01-05", PRECISION, ""),
    ("2021-01-05T20:30", "2021-01-06", DIFFERENT, "1 day apart"),
    ("XXXX-XX-XXT20:30", "2021-01-05T20:30", PRECISION, ""),
    ("XXXX-XX-XXT20:30", "2021-01-05T20:35", ROUNDING, ""),
    ("XXXX-XX-XXT20:30", "2021-01-05T21:30", DIFFERENT, "60 minutes apart"),
    ("XXXX-XX-XXT23:55", "XXXX-XX-XXT00:05", ROUNDING, ""),
    ("XXXX-XX-XXT20:30", "2021-01-05", MISSING, "a day that is not known"),
]  # fmt: skip


def when(edtf: str) -> Date | DateTime:
    return with_bounds(DateTime(edtf=edtf)) if "T" in edtf else with_bounds(Date(edtf=edtf))


@pytest.mark.parametrize(("left", "right", "expected", "size"), DAYS)
def test_dates(left: str, right: str, expected: tuple[str, str], size: str) -> None:
    found, turned = compare_values(when(left), when(right)), compare_values(when(right), when(left))
    assert (found.level.name, found.reason, found.size) == (*expected, size)
    assert turned == found


ZONES = "clock times that may be of two time zones"
CLOCKS = [
    # two hours, their zones, and whether they can both be right
    ("20:30", "local", "21:30", "local", DIFFERENT, "60 minutes apart"),
    ("14:30", "local", "20:30", "local", DIFFERENT, "360 minutes apart"),
    ("20:30", "local", "21:30", None, DIFFERENT, "60 minutes apart"),
    ("14:30", "local", "20:30", None, MISSING, ZONES),
    ("20:30", "UTC", "21:30", None, MISSING, ZONES),
    ("20:30", "UTC", "21:30", "local", MISSING, ZONES),
    ("20:30", "UTC", "20:30", "local", MISSING, ZONES),
    ("20:30", "UTC", "20:30", None, PRECISION, ""),
    ("20:30", "UTC", "21:30", "UTC", DIFFERENT, "60 minutes apart"),
    ("11:05", "local", "05:20", "UTC", MISSING, ZONES),
    ("20:30", "moscow", "20:50", None, DIFFERENT, "20 minutes apart"),
    ("20:30", "elsewhere", "20:36", None, ROUNDING, ""),
    # zones that are known
    ("20:27", "malgache", "17:27", "UTC", SAME, ""),
    ("20:27", "malgache", "20:27", "south african", MISSING, ZONES),
    ("20:27", "malgache", "19:31", "moscow", DIFFERENT, "56 minutes apart"),
    ("20:27", "malgache", "23:01", "delhi", ROUNDING, ""),
    ("20:27", "atlantis", "17:27", "UTC", MISSING, ZONES),
]  # fmt: skip


@pytest.mark.parametrize(
    ("paris", "utc", "together"),
    [
        ("2021-01-05T20:30", "2021-01-05T19:30", True),
        ("2021-07-05T20:30", "2021-07-05T19:30", False),
        ("2021-07-05T00:30", "2021-07-04T22:30", True),
        ("XXXX-XX-XXT20:30", "2021-07-05T18:30", True),
    ],
)
def test_clocks_are_put_forward_in_summer(paris: str, utc: str, together: bool) -> None:
    found = compare_values(DateTime(edtf=paris, zone="paris"), DateTime(edtf=utc, zone="UTC"))
    assert (found.level.name == "equivalent") is together


@pytest.mark.parametrize("day", ["XXXX-XX-XX", "2021-01-05"])
@pytest.mark.parametrize(("clock", "zone", "other", "others", "expected", "size"), CLOCKS)
def test_clock_times_and_their_zones(
    day: str, clock: str, zone: str | None, other: str, others: str | None, expected: tuple[str, str], size: str
) -> None:
    one, two = DateTime(edtf=f"{day}T{clock}", zone=zone), DateTime(edtf=f"{day}T{other}", zone=others)
    found, turned = compare_values(one, two), compare_values(two, one)
    assert (found.level.name, found.reason, found.size) == (*expected, size)
    assert turned == found


def test_a_day_with_and_without_its_weekday_is_one_day() -> None:
    plain, said = when("2021-01-05"), when("2021-01-05").model_copy(update={"weekday": 2, "anchor": "published"})
    assert compare_values(plain, said).level.name == "equivalent"


LENGTHS = [
    ("P45D", "P45D", EXACT, ""),
    ("P45D", "P60D", DIFFERENT, "15 days apart"),
    ("P45D", "P44D", DIFFERENT, "1 day apart"),
    ("P2W", "P14D", SAME, ""),
    ("P1D", "PT24H", SAME, ""),
    ("P1Y6M", "P18M", SAME, ""),
    ("P1.5Y", "P18M", SAME, ""),
    ("PT90M", "PT1.5H", SAME, ""),
    # what two languages count differently
    ("P15D", "P2W", CUSTOM, ""),
    ("P15D", "P14D", CUSTOM, ""),
    ("P16D", "P2W", DIFFERENT, "2 days apart"),
    ("P8D", "P1W", CUSTOM, ""),
    ("P9D", "P1W", DIFFERENT, "2 days apart"),
    ("P15D", "P8D", DIFFERENT, "7 days apart"),
    ("P1M", "P30D", CUSTOM, ""),
    ("P1M", "P4W", CUSTOM, ""),
    ("P1M", "P31D", CUSTOM, ""),
    ("P1M", "P32D", DIFFERENT, "1.6 days apart"),
    ("P1M", "P27D", DIFFERENT, "3.4 days apart"),
    ("P3M", "P90D", CUSTOM, ""),
    ("P9M", "P270D", CUSTOM, ""),
    ("P9M", "P279D", CUSTOM, ""),
    ("P9M", "P260D", DIFFERENT, "13.9 days apart"),
    ("P1Y", "P365D", CUSTOM, ""),
    ("P1Y", "P52W", CUSTOM, ""),
    ("P1Y", "P363D", DIFFERENT, "2.2 days apart"),
    # below a day
    ("PT2H", "PT3H", DIFFERENT, "1 hour apart"),
    ("PT30M", "PT45M", DIFFERENT, "15 minutes apart"),
    ("PT10S", "PT40S", DIFFERENT, "30 seconds apart"),
    ("PT23H", "P2D", DIFFERENT, "1 day apart"),
    ("PT22H", "P2D", DIFFERENT, "1.1 days apart"),
]


@pytest.mark.parametrize(("left", "right", "expected", "size"), LENGTHS)
def test_durations(left: str, right: str, expected: tuple[str, str], size: str) -> None:
    found = compare_values(Duration(iso=left), Duration(iso=right))
    assert (found.level.name, found.reason, found.size) == (*expected, size)
    assert compare_values(Duration(iso=right), Duration(iso=left)) == found


@pytest.mark.parametrize(
    ("modifier", "iso", "other", "level"),
    [
        ("about", "P10D", "P11D", "compatible"),
        ("about", "P10D", "P16D", "different"),
        ("about", "P10D", "P10D", "compatible"),
        ("at_least", "P1M", "P5Y", "compatible"),
        ("at_least", "P1M", "P2W", "different"),
        ("less_than", "P1Y", "P8M", "compatible"),
        ("less_than", "P1Y", "P13M", "different"),
    ],
)
def test_modified_durations(modifier: Modifier, iso: str, other: str, level: str) -> None:
    said = Duration(iso=iso, modifier=modifier)
    assert compare_values(said, Duration(iso=other)).level.name == level


def test_a_range_of_durations() -> None:
    weeks = Duration(modifier="range", low="P2W", high="P3W")
    assert compare_values(weeks, Duration(iso="P20D")).level.name == "compatible"
    assert compare_values(weeks, Duration(iso="P25D")).size == "4 days apart"


def test_the_tolerance_of_durations_is_in_days() -> None:
    one, other = Duration(iso="P45D"), Duration(iso="P47D")
    assert compare_values(one, other, tolerance=Tolerance(absolute=Decimal(2))).level.name == "compatible"
    assert compare_values(one, other, tolerance=Tolerance(absolute=Decimal(1))).level.name == "different"
