"""Where a stretch of text stands, in the units that other programs count in.

Offsets here are code points, as everywhere in the checker. Other programs count UTF-8 bytes (reviewdog) or UTF-16 code
units (JavaScript, doccano). A line ends with its line feed; a carriage return before that is part of it. Lines and
columns count from 1. A byte order mark is no part of the canonical text and is not counted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

Unit = Literal["code_points", "utf8", "utf16"]


class Position(NamedTuple):
    """A line and a column in it, both from 1."""

    line: int
    column: int


def line_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the lines of a text begin; none for an empty text."""
    return (0, *(match.end() for match in re.finditer("\n", text))) if text else ()


def width(text: str, unit: Unit) -> int:
    """How many units a text takes; half of a surrogate pair takes what UTF-8 and UTF-16 would take if they had it."""
    if unit == "code_points":
        return len(text)
    if unit == "utf8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(sign > "\uffff" for sign in text)


def offset_of_units(text: str, count: int, unit: Unit) -> int:
    """The offset before which `count` units of a text stand: what `width` of the text up to there counts.

    Raises ValueError where that is inside a character, or beyond the text.
    """
    offset = passed = 0
    while passed < count and offset < len(text):
        passed += width(text[offset], unit)
        offset += 1
    if passed != count:
        raise ValueError(f"{count} units of {unit} end inside a character or beyond the text")
    return offset


def position(starts: Sequence[int], offset: int) -> Position:
    """The line of an offset, and the column in code points. `starts` are the text's line starts, at least one."""
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1)


def position_in(text: str, starts: Sequence[int], offset: int, unit: Unit) -> Position:
    """As `position`, with the column in any unit; for that the text is needed."""
    line, _ = position(starts, offset)
    return Position(line, width(text[starts[line - 1] : offset], unit) + 1)


def offset_of(text: str, starts: Sequence[int], place: Position, unit: Unit) -> int:
    """The offset that `position_in` made `place` of. Raises ValueError where the column is inside a character."""
    start = starts[place.line - 1]
    return start + offset_of_units(text[start:], place.column - 1, unit)
