"""Levels of two figures, a row each, on both sides of every threshold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model.rule import Tolerance
from checker.model.value import AmountValue, Count, Measure, Modifier, Money, Number, Percent
from checker.values.comparison import compare_values

EXACT, SAME = ("identical", "exact"), ("equivalent", "equivalent")
PRECISION, ROUNDING = ("compatible", "precision"), ("compatible", "rounding")
DIFFERENT, MISSING = ("different", "different"), ("missing", "missing")


def number(amount: str, modifier: Modifier = "exact") -> Number:
    return Number(amount=Decimal(amount), modifier=modifier)


def between(low: str | None, high: str | None) -> Number:
    return Number(modifier="range", low=Decimal(low) if low else None, high=Decimal(high) if high else None)


def count(amount: str, noun: str, *qualifiers: str) -> Count:
    return Count(amount=Decimal(amount), noun=noun, qualifiers=qualifiers)


def money(amount: str, currency: str | None, modifier: Modifier = "exact") -> Money:
    return Money(amount=Decimal(amount), currency=currency, modifier=modifier)


def percent(amount: str) -> Percent:
    return Percent(amount=Decimal(amount))


def measure(amount: str, unit: str, modifier: Modifier = "exact") -> Measure:
    return Measure(amount=Decimal(amount), unit=unit, modifier=modifier)


Row = tuple[AmountValue, AmountValue, tuple[str, str], str]
ROUNDED: list[Row] = [
    (number("8"), number("8"), EXACT, ""),
    (number("8"), number("8.00"), EXACT, ""),
    (number("8"), number("9"), DIFFERENT, "1 apart (12.5 %)"),
    (number("0"), number("1"), DIFFERENT, "1 apart"),
    (number("-2"), number("2"), DIFFERENT, "4 apart (200 %)"),
    # billions, said shorter
    (number("2000000000"), number("1980000000"), ROUNDING, ""),
    (number("2000000000"), number("1900000000"), ROUNDING, ""),
    (number("2000000000"), number("1890000000"), DIFFERENT, "110 million apart (5.8 %)"),
    (number("1500000000"), number("1540000000"), ROUNDING, ""),
    (number("1500000000"), number("1560000000"), DIFFERENT, "60 million apart (4 %)"),
    # small whole figures are counted, not rounded
    (number("30"), number("28"), DIFFERENT, "2 apart (7.1 %)"),
    (number("100"), number("98"), ROUNDING, ""),
    (number("100"), number("97"), DIFFERENT, "3 apart (3.1 %)"),
    (number("110"), number("112"), DIFFERENT, "2 apart (1.8 %)"),
    (number("1000"), number("1049"), ROUNDING, ""),
    (number("1000"), number("1051"), DIFFERENT, "51 apart (5.1 %)"),
    (number("1230"), number("1234"), ROUNDING, ""),
    (number("1234"), number("1233"), DIFFERENT, "1 apart (0.1 %)"),
    # decimals
    (percent("12"), percent("12.4"), ROUNDING, ""),
    (percent("70"), percent("70.4"), ROUNDING, ""),
    (percent("70"), percent("70.6"), DIFFERENT, "0.6 apart (0.9 %)"),
    (percent("12"), percent("12.5"), ROUNDING, ""),
    (percent("12"), percent("12.6"), DIFFERENT, "0.6 apart (5 %)"),
    (percent("12.4"), percent("12.44"), ROUNDING, ""),
    (percent("12.4"), percent("12.5"), DIFFERENT, "0.1 apart (0.8 %)"),
]
MODIFIED: list[Row] = [
    (number("100", "about"), number("98"), PRECISION, ""),
    (number("100", "about"), number("103"), PRECISION, ""),
    (number("98"), number("103"), DIFFERENT, "5 apart (5.1 %)"),
    (number("100", "about"), number("150"), PRECISION, ""),
    (number("100", "about"), number("151"), DIFFERENT, "51 apart (51 %)"),
    (number("40", "about"), number("45"), PRECISION, ""),
    (number("40", "about"), number("46"), DIFFERENT, "6 apart (15 %)"),
    (number("120", "about"), number("132"), PRECISION, ""),
    (number("120", "about"), number("133"), DIFFERENT, "13 apart (10.8 %)"),
    (number("100", "about"), number("100"), PRECISION, ""),
    (number("100", "about"), number("115", "about"), PRECISION, ""),
    (number("100", "more_than"), number("100"), PRECISION, ""),
    (number("100", "more_than"), number("5000"), PRECISION, ""),
    (number("100", "more_than"), number("99"), DIFFERENT, "1 apart (1 %)"),
    (number("100", "at_most"), number("99"), PRECISION, ""),
    (number("100", "at_most"), number("101"), DIFFERENT, "1 apart (1 %)"),
    (number("100", "at_least"), number("100", "at_most"), PRECISION, ""),
    (number("100", "more_than"), number("100", "at_most"), DIFFERENT, "they leave no figure in common"),
    (number("100", "at_least"), number("100", "less_than"), DIFFERENT, "they leave no figure in common"),
    (number("100", "more_than"), number("101", "less_than"), PRECISION, ""),
    (between("3", "5"), number("5"), PRECISION, ""),
    (between("3", "5"), number("6"), DIFFERENT, "1 apart"),
    (between("3", "5"), between("5", "9"), PRECISION, ""),
    (between("3", "5"), between("6", "9"), DIFFERENT, "1 apart"),
    (between("20", None), number("19"), DIFFERENT, "1 apart"),
    (between(None, None), number("19"), PRECISION, ""),
]
OF_KINDS: list[Row] = [
    (count("8", "app"), count("8", "app", "chinese-owned"), SAME, ""),
    (count("8", "app"), count("8", "person"), MISSING, "app and person are counted"),
    (count("8", "app"), number("8"), SAME, ""),
    (count("8", "app"), number("9"), DIFFERENT, "1 apart (12.5 %)"),
    (number("8"), percent("8"), MISSING, "a number and a percent"),
    (money("5", "USD"), money("5", "EUR"), MISSING, "amounts in USD and EUR"),
    (money("5", "USD"), money("5", None), MISSING, "amounts in USD and an unnamed currency"),
    (money("5", "USD"), money("6", "USD"), DIFFERENT, "1 apart (20 %)"),
    (measure("5", "km"), measure("5000", "m"), SAME, ""),
    (measure("100", "km"), measure("62", "[mi_i]"), ROUNDING, ""),
    (measure("161", "km"), measure("102", "[mi_i]"), ROUNDING, ""),
    (measure("161", "km"), measure("103", "[mi_i]"), DIFFERENT, "4,760 apart (3 %)"),
    (measure("50", "km", "more_than"), measure("31", "[mi_i]"), ROUNDING, ""),
    (measure("50", "km", "more_than"), measure("25", "[mi_i]"), DIFFERENT, "9,766.4 apart (24.3 %)"),
    (measure("104", "[degF]"), measure("40", "Cel"), SAME, ""),
    (measure("100", "[degF]"), measure("38", "Cel"), ROUNDING, ""),
    (measure("100", "[degF]"), measure("36", "Cel"), DIFFERENT, "1.8 apart (5 %)"),
    (measure("3", "har"), measure("30000", "m2"), SAME, ""),
    (measure("5", "km"), measure("5", "kg"), MISSING, "a figure in km and one in kg"),
    (measure("5", "smoots"), measure("5", "km"), MISSING, "a figure in smoots and one in km"),
    (measure("5", "smoots"), measure("6", "smoots"), DIFFERENT, "1 apart (20 %)"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected", "size"), ROUNDED + MODIFIED + OF_KINDS)
def test_figures(left: AmountValue, right: AmountValue, expected: tuple[str, str], size: str) -> None:
    found, turned = compare_values(left, right), compare_values(right, left)
    assert (found.level.name, found.reason, found.size) == (*expected, size)
    assert (turned.level, turned.reason) == (found.level, found.reason)


@pytest.mark.parametrize(
    ("tolerance", "right", "level"),
    [
        (Tolerance(absolute=Decimal(2)), "30", "compatible"),
        (Tolerance(absolute=Decimal(1)), "30", "different"),
        (Tolerance(relative=Decimal("0.1")), "31", "different"),
        (Tolerance(relative=Decimal("0.1")), "30", "compatible"),
        (Tolerance(), "30", "different"),
    ],
)
def test_tolerance_is_absolute_or_a_share_of_the_smaller(tolerance: Tolerance, right: str, level: str) -> None:
    assert compare_values(number("28"), number(right), tolerance=tolerance).level.name == level


def test_one_thing_counted_under_two_nouns() -> None:
    found = compare_values(count("8", "app"), count("8", "service"), any_noun=True)
    assert (found.level.name, found.reason) == SAME
