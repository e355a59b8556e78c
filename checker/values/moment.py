"""Expressions of time as read, before they are placed in the calendar, and the text they are read in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from checker.language import Lexicon, parts_of
from checker.values.calendar import Side
from checker.values.lexer import Tokens


@dataclass(frozen=True, slots=True)
class Step:
    """So many units of time from the day of publication, or from the day last named (`context`).

    `weekday` is the day of that unit that is meant, where the words say one. `origin` is the day it starts from, where
    that is told from publication in turn (two weeks from tomorrow). `about` is a step told roundly.
    """

    unit: str
    count: int
    context: bool = False
    weekday: int | None = None
    origin: Step | None = None
    about: bool = False


class Moment(NamedTuple):
    """A date or clock time from token `first` to token `last`, inclusive.

    `edtf` may be open; where `step` is given the calendar value follows from it. `clock` is `20:30` for a clock time.
    `side` is where the words themselves put it. `then` is what is meant, told from the day that the rest says: the day
    after it, the week that holds it. `zone` is the time zone told with a clock time.
    """

    first: int
    last: int
    edtf: str = "XXXX-XX-XX"
    weekday: int | None = None
    step: Step | None = None
    side: Side | None = None
    clock: str | None = None
    then: Step | None = None
    zone: str | None = None


@cache
def _sections(words: Lexicon) -> Mapping[str, Mapping[str, str]]:
    """The classes of words by name; phrases are keyed as the lexer joins them."""
    return {
        name: {" ".join(parts_of(word, words.code)): value for word, value in entries.items()} | entries
        for name, entries in words.values.items()
    }


class Passage:
    """The tokens of one text beside the words of its language."""

    __slots__ = ("code", "ends", "norms", "sections", "shape", "starts", "tokens", "words")

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens, self.words, self.code = tokens, words, words.code
        self.norms, self.shape = tokens.norms, tokens.shape
        self.starts, self.ends = tokens.starts, tokens.ends
        self.sections = _sections(words)

    def letter(self, index: int) -> str:
        """The letter of a token, empty outside the text."""
        return self.shape[index] if 0 <= index < len(self.shape) else ""

    def norm(self, index: int) -> str:
        """The token in lower case, empty outside the text."""
        return self.norms[index] if 0 <= index < len(self.norms) else ""

    def has(self, index: int, section: str) -> bool:
        """Whether the token is a word of the section."""
        return 0 <= index < len(self.norms) and self.norms[index] in self.sections[section]

    def look(self, index: int, section: str) -> str | None:
        """What the section says of the token, None where it does not list it."""
        return self.sections[section].get(self.norms[index]) if 0 <= index < len(self.norms) else None

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital."""
        return 0 <= index < len(self.starts) and self.tokens.text[self.starts[index]].isupper()

    def habit(self, name: str) -> bool:
        """Whether the language has a custom of writing dates."""
        return name in self.sections["habits"]


Build = Callable[[Passage, "re.Match[str]"], Moment | None]


class Rule(NamedTuple):
    """A form of words: a pattern over the shape, and what makes a moment of its match or declines it."""

    pattern: re.Pattern[str]
    build: Build


def rule(pattern: str, build: Build) -> Rule:
    """The rule of a pattern written over the letters of the shape."""
    return Rule(re.compile(pattern), build)


def apply(rules: tuple[Rule, ...], passage: Passage, taken: bytearray) -> Iterator[Moment]:
    """The moments that the rules find in turn; the tokens of each are marked as taken."""
    for pattern, build in rules:
        match = pattern.search(passage.shape)
        while match:
            at = match.start() + 1
            if taken.find(1, *match.span()) < 0 and (moment := build(passage, match)):
                if taken.find(1, moment.first, moment.last + 1) < 0:
                    taken[moment.first : moment.last + 1] = b"\1" * (moment.last + 1 - moment.first)
                    yield moment
                at = max(at, moment.last + 1)
            match = pattern.search(passage.shape, at)
