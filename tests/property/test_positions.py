"""Offsets, lines and columns in code points, UTF-8 bytes and UTF-16 units: there and back, and each against the text
itself."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.positions import Position, Unit, line_starts, offset_of, offset_of_units, position, position_in, width
from tests.property.profiles import quick

ODD = (
    "🚨",
    "👩🏽‍🚒",
    "🇵🇹",
    "e\u0301",
    "é",
    "œ",
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "\u0085",
    "\u202e",
    "\t",
    "\0",
    "a",
    " ",
)
texts = st.lists(st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)).map("".join)
ENCODED = {"code_points": ("utf-32-le", 4), "utf8": ("utf-8", 1), "utf16": ("utf-16-le", 2)}
units = st.sampled_from(get_args(Unit))


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int]:
    """A text that is not empty, and an offset in it or at its end."""
    text = draw(texts.filter(bool))
    return text, draw(st.integers(0, len(text)))


@quick(200)
@given(places(), units)
@example(("🚨 45 days", 2), "utf8")
@example(("e\u0301🚨", 3), "utf16")
@example(("é" * 100_000 + "5", 100_000), "utf8")
def test_units_are_what_encoders_write(place: tuple[str, int], unit: Unit) -> None:
    text, offset = place
    encoding, size = ENCODED[unit]
    assert width(text[:offset], unit) * size == len(text[:offset].encode(encoding))


@quick(200)
@given(places(), units)
@example(("a\r\nb\n", 4), "utf8")
@example(("a\n", 2), "utf16")
def test_there_and_back(place: tuple[str, int], unit: Unit) -> None:
    text, offset = place
    assert offset_of_units(text, width(text[:offset], unit), unit) == offset
    assert offset_of(text, line_starts(text), position_in(text, line_starts(text), offset, unit), unit) == offset


@quick(200)
@given(places(), units)
def test_lines_and_columns_lead_to_the_same_place_in_the_encoded_file(place: tuple[str, int], unit: Unit) -> None:
    text, offset = place
    encoding, size = ENCODED[unit]
    line, column = position_in(text, line_starts(text), offset, unit)
    lines = text.split("\n")
    before = "".join(f"{one}\n" for one in lines[: line - 1])
    in_line = lines[line - 1].encode(encoding)[: (column - 1) * size].decode(encoding)
    assert before + in_line == text[:offset]


@quick(100)
@given(places())
def test_code_points_need_no_text(place: tuple[str, int]) -> None:
    text, offset = place
    starts = line_starts(text)
    assert position(starts, offset) == position_in(text, starts, offset, "code_points")
    assert len(starts) == text.count("\n") + 1


def test_the_documented_example_of_reviewdog() -> None:
    text = "a𐐀b"
    columns = [position_in(text, (0,), offset, "utf8").column for offset in range(3)]
    assert columns == [1, 2, 6]
    assert [position_in(text, (0,), offset, "utf16").column for offset in range(3)] == [1, 2, 4]


@pytest.mark.parametrize(("count", "unit"), [(3, "utf8"), (2, "utf16"), (9, "code_points"), (99, "utf8")])
def test_no_offset_inside_a_character(count: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match=f"{count} units of {unit}"):
        offset_of_units("a🚨b", count, unit)


def test_an_empty_text_has_no_line() -> None:
    assert line_starts("") == ()
    assert line_starts("\n") == (0, 1)
    assert position(line_starts("\n"), 1) == Position(2, 1)
