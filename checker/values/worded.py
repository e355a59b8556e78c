"""Days and years in number words: `le treize mai 1961`, `in nineteen ninety-nine`, `en deux mille six`."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.values.dates import day, month_number, weekday_before
from checker.values.moment import Moment, Passage, rule
from checker.values.numberwords import is_whole
from checker.values.numerals import read_at

_CENTURIES = range(15, 22)
_TWO_FIGURES = range(10, 100)
_YEARS = range(1500, 2101)
_COUNTS_NEXT = frozenset("%$cuUSnh2dDyKko-")
_NOUNS_NEXT = frozenset("LCX")


def _whole(passage: Passage, index: int) -> tuple[int, int] | None:
    """The whole number in words that begins at a token, and its last token."""
    numeral = read_at(passage.tokens, passage.words, index) if passage.letter(index) in ("n", "S", "i") else None
    if numeral is None or numeral.first != index or numeral.amount is None or not is_whole(Decimal(numeral.amount)):
        return None
    return int(numeral.amount), numeral.last


def _worded_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`le treize mai 1961`."""
    at, month = match.start("n"), month_number(passage, match.start("m"))
    told = _whole(passage, at)
    if told is None or not month or told[1] + 1 != match.start("m") or not 1 <= told[0] <= 31:
        return None
    year = int(passage.norm(match.start("y"))) if match["y"] else None
    weekday, first = weekday_before(passage, at)
    if not weekday and not passage.has(at - 1, "day_before"):
        return None
    return Moment(first, match.end() - 1, day(month, told[0], year), weekday)


def _worded_year(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`in nineteen ninety-nine`, `since two thousand and six`, `en mille neuf cent quarante-cinq`."""
    at = match.start("n")
    told = _whole(passage, at) if passage.has(at - 1, "worded_year_before") else None
    if told is None:
        return None
    year, last = told
    counts = passage.letter(last + 1) in _NOUNS_NEXT
    if year in _CENTURIES and (rest := _whole(passage, last + 1)) and rest[0] in _TWO_FIGURES:
        year, last, counts = 100 * year + rest[0], rest[1], False
    if year not in _YEARS or counts or passage.letter(last + 1) in _COUNTS_NEXT:
        return None
    return Moment(at, last, f"{year:04}")


WORDED = (
    rule(r"(?P<n>n(?:-?&?-?[ni]){0,4})(?P<m>[Mm])(?:f?(?P<y>y))?", _worded_day),
    rule(r"(?P<n>[nS])(?<=p.)(?:-?[ni]|[S&h])", _worded_year),
)
"""Days and years that have their number in words."""
