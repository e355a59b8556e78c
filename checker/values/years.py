"""Years that stand alone: `in 2020`, `depuis 1998`, `(1998)`, `the 2008 crisis`, `en 97`; not `2000 people`.

A figure of four digits is a year only where the words around it make it one; before a counted noun it is an amount.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.values.dates import year_number
from checker.values.moment import Moment, Passage, rule

_POSSIBLE = range(1500, 2101)
_PLAIN = range(1900, 2051)
"""Years that need little around them to be read as such."""
_AMOUNT_NEXT = frozenset("%$cuUShkK2")
_NOUN_LIKE = frozenset("LX")
_CODE_BEFORE = frozenset(("$", "c", "%", "#", "°", "-", "/"))
_OPENING = frozenset(("", "¶", ".", "«", '"', ",", ";", "&", ":"))
_LONGEST = 150
"""A stretch of years from one figure to another is no longer than so many years."""


class _Figure(NamedTuple):
    """A figure of four digits at a token, and what stands before and after it."""

    passage: Passage
    at: int
    year: int
    before: str
    after: str

    @property
    def plain(self) -> bool:
        return self.year in _PLAIN

    @property
    def dated(self) -> bool:
        """Whether a word follows that a year stands before: *election*, *crisis*, *was*."""
        return self.passage.has(self.at + 1, "year_after")

    @property
    def counted(self) -> bool:
        """Whether a word follows that the figure could count."""
        if self.after == "f":
            return self.passage.norm(self.at + 1) == "d'"
        if self.dated or self.passage.has(self.at + 1, "tense"):
            return False
        return self.after in _NOUN_LIKE or (self.after == "R" and self.passage.norm(self.at + 1).endswith("s"))

    @property
    def counts_round(self) -> bool:
        """Whether it is a round figure before such a word: *2000 people*."""
        return self.counted and self.year % 100 == 0

    @property
    def counts_many(self) -> bool:
        """Whether such a word follows in the plural: *1450 soldats*."""
        return self.after == "L" and self.counted and self.passage.norm(self.at + 1).endswith("s")

    def preceded(self, section: str) -> bool:
        """Whether a word of the section stands before."""
        return self.passage.has(self.at - 1, section)


def _is_year(figure: _Figure) -> bool:
    if figure.after in _AMOUNT_NEXT or figure.before in ("$", "c", "%", "#", "°"):
        return False
    return _is_marked(figure) or _ends_pair(figure) or _is_likely(figure)


def _is_marked(figure: _Figure) -> bool:
    """Whether words or signs of years stand before: `l'an 2000`, `since 1998`, `(2012)`, `fin 2019`, `2015-2019`."""
    passage, at = figure.passage, figure.at
    if figure.preceded("year_word"):
        return True
    if figure.preceded("year_sure"):
        return not figure.counts_round
    if figure.before == "(":
        return figure.after in tuple("),~-;/")
    if figure.before == "B" or (passage.letter(at - 2) == "B" and figure.before in ("-", "f")):
        return True
    return _begins_stretch(passage, at) or (figure.preceded("year_time") and not figure.counted)


def _begins_stretch(passage: Passage, at: int) -> bool:
    """Whether another year follows, with a word or dash of stretches between: `1789-1815`, `de 1789 à 1815`."""
    link = passage.letter(at + 1) in ("-", "~") or passage.has(at + 1, "stretch")
    if not link or passage.letter(at + 2) != "y" or passage.letter(at + 3) in _NOUN_LIKE | _AMOUNT_NEXT:
        return False
    year = int(passage.norm(at))
    return year < int(passage.norm(at + 2)) < year + _LONGEST


def _ends_pair(figure: _Figure) -> bool:
    """Whether it is the second of two years (`2015-2019`, `2002/2003`) or glued to a name (`Covid-2020`, `'98`)."""
    passage, at = figure.passage, figure.at
    other = passage.letter(at - 2)
    if other == "y" and _begins_stretch(passage, at - 2):
        return True
    if figure.before not in ("-", "~", "/", "'"):
        return False
    if other == "y":
        return int(passage.norm(at - 2)) <= figure.year
    return figure.plain and other in ("C", "L") and (figure.before == "'" or passage.capital(at - 2))


def _is_likely(figure: _Figure) -> bool:
    """Whether it is a year by the class of the word before it."""
    if figure.preceded("year_amount") or figure.before in ("A", "j"):
        french = figure.passage.code == "fr"
        counts = figure.counts_many or figure.counts_round or (figure.counted and french)
        return figure.plain and (figure.dated or not counts)
    if figure.preceded("whose") and figure.before == "w":
        return figure.plain and not figure.counts_many and not figure.counts_round
    if figure.preceded("year_before"):
        counts = figure.counts_round and figure.after != "R"
        return not counts and (figure.plain or not figure.counts_many)
    if not figure.plain:
        return False
    if figure.before in ("C", "L", "R", "O"):
        return figure.dated or (not figure.counted and figure.after not in tuple("C-dyD"))
    if figure.before in _OPENING:
        listed = figure.before in tuple(",&;") and figure.passage.letter(figure.at - 2) == "y"
        told = figure.passage.has(figure.at + 1, "tense")
        return figure.dated or told or (listed and not figure.counted)
    return False


def _year(passage: Passage, match: re.Match[str]) -> Moment | None:
    at = match.start()
    year = int(passage.norm(at))
    if year not in _POSSIBLE:
        return None
    figure = _Figure(passage, at, year, passage.letter(at - 1), passage.letter(at + 1))
    return Moment(at, at, f"{year:04}") if _is_year(figure) else None


def _season_years(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`the 2019-20 season`, `in 2019/20`: a year and the next; a longer stretch in brackets or before what has years.

    So `(1914-18)` and `the 1914-18 war`.
    """
    at, last = match.start(), match.end() - 1
    year, second = int(passage.norm(at)), passage.norm(last)
    end = year - year % 100 + int(second) + 100 * (second == "00")
    glued = passage.glued(last) and passage.glued(last - 1)
    if year not in _PLAIN or end <= year or len(second) != 2 or not glued:
        return None
    before, after = passage.letter(at - 1), passage.letter(last + 1)
    if before in _CODE_BEFORE or after in _AMOUNT_NEXT:
        return None
    bracketed = before == "(" and after == ")"
    if end > year + 1 and not bracketed and not passage.has(last + 1, "year_after"):
        return None
    return Moment(at, last, f"{year:04}/{end:04}")


def _two_digit_year(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`en 97`, `in '98`."""
    at = match.start("y")
    norm = passage.norm(at)
    marked = passage.letter(at - 1) == "'" and passage.glued(at)
    said = marked or (passage.has(match.start(), "short_year_before") and int(norm) > 49)
    return Moment(at - marked, at, f"{year_number(norm):04}") if said and len(norm) == 2 else None


YEARS = (
    rule(r"y[-~/]d(?![-~/.,:]?[dyD])", _season_years),
    rule(r"y", _year),
    rule(r"[pf>'&](?P<y>d)(?=[,.;:)(»\"pfA&w¶!?~v]|$)(?![,.]d)", _two_digit_year),
)
"""Years alone; they come last, when all that holds a year within is taken."""
