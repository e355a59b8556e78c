"""What comparing says of its levels, beside the laws that `checker.testing.laws` holds against any comparison."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from checker.model.value import Date, Duration, Kind, Quote, Value
from checker.testing.strategies import VALUES
from checker.values.comparison import Level, compare_values
from checker.values.words import words_of_value

SAME_KIND = st.sampled_from(sorted(VALUES)).flatmap(lambda kind: st.tuples(VALUES[kind], VALUES[kind]))


@given(SAME_KIND)
def test_a_difference_says_how_large_and_nothing_else_does(pair: tuple[Value, Value]) -> None:
    found = compare_values(*pair)
    assert bool(found.size) == (found.level in (Level.different, Level.missing))
    assert not re.fullmatch(r"(-.*|0( \w+)?) apart.*", found.size)


@given(SAME_KIND)
def test_identical_values_have_the_same_words(pair: tuple[Value, Value]) -> None:
    one, other = pair
    if one == other:
        assert words_of_value(one) == words_of_value(other)
    assert words_of_value(one)


@given(st.data(), st.sampled_from(["number", "percent", "money", "measure", "count"]))
def test_the_form_of_a_decimal_is_nothing(data: st.DataObject, kind: Kind) -> None:
    value: Any = data.draw(VALUES[kind])
    if value.amount is not None:
        longer = value.model_copy(update={"amount": value.amount + Decimal("0.0000")})
        assert compare_values(value, longer).level is Level.identical


@given(st.integers(1, 60))
def test_weeks_and_days_are_one_length(weeks: int) -> None:
    assert compare_values(Duration(iso=f"P{weeks}W"), Duration(iso=f"P{weeks * 7}D")).level is Level.equivalent


@given(st.dates())
def test_a_day_is_compatible_with_its_month_year_and_weekday(day: Any) -> None:
    said = Date(edtf=f"{day:%Y-%m-%d}".zfill(10), earliest=day.isoformat(), latest=day.isoformat())
    for edtf in (f"XXXX-{day:%m-%d}", f"XXXX-{day:%m}", f"XXXX-WXX-{day.isoweekday()}"):
        assert compare_values(said, Date(edtf=edtf)).level is Level.compatible


@given(st.lists(st.sampled_from(["we", "sell", "the", "firm", "not"]), min_size=1, max_size=12), st.data())
def test_a_part_of_a_quotation_is_compatible_with_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    whole, part = Quote(text=" ".join(words)), Quote(text=" ".join(words[start:end]))
    assert compare_values(whole, part).level <= Level.compatible


@given(st.lists(st.sampled_from(["we", "sell", "the", "firm", "not"]), min_size=2, max_size=12), st.data())
def test_words_left_out_lawfully_are_compatible(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    cut = Quote(text=" ".join([*words[:start], "[…]", *words[end:]]))
    assert compare_values(Quote(text=" ".join(words)), cut).level <= Level.compatible
