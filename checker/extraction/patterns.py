"""The pattern language of rule packs, compiled to regular expressions for a linear-time matcher.

A pattern is matched against a *line*: a sentence as words and values parted by single spaces (see `line.py`). What
may be written in a pattern, with its meaning, is the table in docs/packs.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

import re2

from checker.errors import PackError, Problem
from checker.extraction.pieces import phrases_in, pieces

NEAR, FAR = 4, 20
_ANY_NAME = r"name\.\w+"


class Wording(NamedTuple):
    """A phrase compiled: its expression, and words of which it holds one; none where nothing is sure."""

    expression: str
    held: frozenset[str]


class Fit(NamedTuple):
    """Where a pattern fits a line: offsets in the line, the atom that is the subject, and where the event's word
    begins.
    """

    start: int
    end: int
    subject: str | None
    event: int | None


class Needing:
    """What matches no line without any of its `anchors`, words or beginnings (`word*`), nor without any of each set of
    `others`.
    """

    anchors: frozenset[str]
    others: tuple[frozenset[str], ...]

    @cached_property
    def _needed(self) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
        """The words and the beginnings of each set, smallest sets first."""
        return tuple(
            (frozenset(words), tuple(word[:-1] for word in words if word.endswith("*")))
            for words in sorted((self.anchors, *self.others), key=len)
        )

    def possible(self, words: Set[str]) -> bool:
        """Whether a line of these words has all that is needed."""
        for needed, beginnings in self._needed:
            if needed.isdisjoint(words) and not (beginnings and any(word.startswith(beginnings) for word in words)):
                return False
        return True


@dataclass(frozen=True)
class Pattern(Needing):
    """A compiled pattern."""

    written: str
    expression: str
    anchors: frozenset[str]
    others: tuple[frozenset[str], ...] = ()

    @cached_property
    def _matcher(self) -> Any:
        """Of UTF-8 bytes: given a str, the matcher would encode all of it anew for every search."""
        return re2.compile(self.expression.encode())

    def shortest(self, line: str) -> Fit | None:
        """The fit over the fewest characters of the line, the first of several; None where there is none."""
        text, best, least, at = line.encode(), None, 0, 0
        while (match := self._matcher.search(text, at)) is not None:
            length = len(match.group().decode())
            if best is None or length < least:
                best, least = match, length
            at = match.start() + 1
        return self._fit(best, text) if best is not None else None

    def fits(self, line: str) -> bool:
        """Whether there is a fit."""
        return self._matcher.search(line.encode()) is not None

    def all(self, line: str) -> Iterator[Fit]:
        """The fits that do not overlap, from the left."""
        text = line.encode()
        for match in self._matcher.finditer(text):
            yield self._fit(match, text)

    def _fit(self, match: Any, text: bytes) -> Fit:
        groups = self._matcher.groupindex
        subject = match.group(groups[b"subject"]) if b"subject" in groups else None
        event = match.start(groups[b"event"]) if b"event" in groups else -1
        return Fit(
            start=_characters(text, match.start()) + 1,
            end=_characters(text, match.end()),
            subject=subject.decode() if subject is not None else None,
            event=_characters(text, event) if event >= 0 else None,
        )


def _characters(text: bytes, end: int) -> int:
    """How many characters the first `end` bytes hold."""
    return len(text[:end].decode())


def _atom(kinds: Sequence[str]) -> str:
    return rf"(?:{'|'.join(kinds)})#\d+ "


@cache
def _subject(kinds: tuple[str, ...]) -> str:
    accepted = [f"name\\.{kind}" for kind in ("person", "organisation", "product", "role") if kind in kinds]
    if "name" in kinds:
        accepted = [_ANY_NAME, "place"]
    elif accepted:
        accepted.append(r"name\.other")
    if "place" in kinds and "name" not in kinds:
        accepted.append("place")
    return rf"(?P<subject>(?:{'|'.join(accepted or [_ANY_NAME])})#\d+) "


@cache
def _word(word: str) -> str:
    if word == "*":
        return r"[^\s#]+ "
    return re.escape(word[:-1]) + r"\S* " if word.endswith("*") and len(word) > 1 else re.escape(word) + " "


def commonness(words: Set[str]) -> tuple[float, list[str]]:
    """Least for the words that the fewest sentences are likely to have: few and long ones."""
    return sum(0.25 ** len(word) for word in words), sorted(words)


def rarest(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The set of words of which the fewest sentences are likely to have one; empty where there is no set."""
    return min(sets, key=commonness, default=frozenset())


def event_held(words: Sequence[str]) -> frozenset[str]:
    """The rarest word of each of an event type's words."""
    return _event(tuple(words))[1]


@cache
def _event(words: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """The expression of an event type's words, and the rarest word of each."""
    parted = [[word for _, word in pieces(written)] for written in words]
    alternatives = "|".join("".join(map(_word, parts)) for parts in parted)
    held = frozenset[str]().union(*(rarest(frozenset({part}) for part in parts) for parts in parted))
    return f"(?P<event>{alternatives})", held


class _Compiler:
    """Turns the pieces of one pattern into an expression, with words of which anything that it fits has one."""

    def __init__(
        self, subject_kinds: tuple[str, ...], event_words: tuple[str, ...], phrases: Mapping[str, Wording]
    ) -> None:
        self.subject_kinds = subject_kinds
        self.event_words = event_words
        self.phrases = phrases

    def compile(self, pattern: str) -> Pattern:
        self.pieces = pieces(pattern)
        self.at = 0
        for name in ("subject", "event"):
            if self.pieces.count(("slot", name)) > 1:
                raise ValueError(f"{{{name}}} stands in it twice")
        expression, held = self._sequence("")
        anchors = rarest(held)
        others = tuple(words for words in dict.fromkeys(held) if words != anchors)
        return Pattern(pattern, " " + expression, anchors, others)

    def phrase(self, alternatives: Sequence[str]) -> Wording:
        """The compiled phrase of these alternatives."""
        self.pieces = pieces(f"({'|'.join(alternatives)})")
        for name in ("value", "subject", "event"):
            if ("slot", name) in self.pieces:
                raise ValueError(f"{{{name}}} stands in it; write that in the patterns")
        self.at = 1
        return self._alternatives(")")

    def _sequence(self, stop: str) -> tuple[str, list[frozenset[str]]]:
        """The expression up to one of the signs in `stop`, and sets of words of each of which it holds one."""
        parts: list[str] = []
        held: list[frozenset[str]] = []
        while self.at < len(self.pieces):
            kind, text = self.pieces[self.at]
            if kind == "sign" and text in stop:
                return "".join(parts), held
            self.at += 1
            if kind == "gap":
                part = Wording(
                    rf"(?:[^;:\s]\S* ){{0,{NEAR}}}?" if text == ".." else rf"(?:\S+ ){{0,{FAR}}}?", frozenset()
                )
            elif kind == "word":
                part = Wording(_word(text), frozenset({text} - {"*"}))
            elif kind == "slot":
                part = self._slot(text)
            elif kind == "phrase":
                part = self._named(text)
            elif text == "(":
                part = self._alternatives(")")
            elif text == "[":
                part = Wording(f"{self._alternatives(']').expression}?", frozenset())
            else:
                raise ValueError(f"'{text}' without its partner")
            parts.append(part.expression)
            if part.held:
                held.append(part.held)
        if stop:
            raise ValueError(f"no '{stop[0]}' at the end")
        return "".join(parts), held

    def _alternatives(self, stop: str) -> Wording:
        options: list[str] = []
        rare: list[frozenset[str]] = []
        while True:
            inner, held = self._sequence(stop + "|")
            options.append(inner)
            rare.append(rarest(held))
            sign = self.pieces[self.at][1]
            self.at += 1
            if sign == stop:
                return Wording(f"(?:{'|'.join(options)})", frozenset().union(*rare) if all(rare) else frozenset())

    def _named(self, name: str) -> Wording:
        if name not in self.phrases:
            raise ValueError(f"there is no phrase <{name}> in this language")
        return self.phrases[name]

    def _slot(self, name: str) -> Wording:
        if name == "event":
            if not self.event_words:
                raise ValueError("{event} in a fact type without an event")
            return Wording(*_event(self.event_words))
        return Wording(self._atoms(name), frozenset())

    def _atoms(self, name: str) -> str:
        if name == "value":
            return r"value#\d+ "
        if name == "subject":
            return _subject(self.subject_kinds)
        if name == "name":
            return rf"{_ANY_NAME}#\d+ "
        if name in ("date", "datetime"):
            return _atom(["date", "datetime"])
        if name == "count":
            return r"count\.\w+#\d+ "
        if name.startswith("count."):
            return rf"{re.escape(name)}#\d+ "
        if name in ("duration", "money", "percent", "number", "measure", "place", "names", "quote"):
            return _atom([name])
        raise ValueError(f"no such slot as {{{name}}}")


def compile_phrase(alternatives: Sequence[str], phrases: Mapping[str, Wording]) -> Wording:
    """A phrase that may hold those in `phrases`. Raises `ValueError` for one that cannot be read."""
    return _Compiler((), (), phrases).phrase(alternatives)


def compile_pattern(
    pattern: str,
    *,
    subject_kinds: Sequence[str] = ("name",),
    event_words: Sequence[str] = (),
    phrases: Mapping[str, Wording] = MappingProxyType({}),
    where: str = "pattern",
) -> Pattern:
    """The compiled pattern. Raises `PackError` naming `where` for one that cannot be read or that nothing anchors."""
    held = tuple((name, phrases[name]) for name in phrases_in(pattern) if name in phrases)
    try:
        return _compiled(pattern, tuple(subject_kinds), tuple(event_words), held)
    except ValueError as error:
        remedy = "see the table of patterns in docs/packs.md"
        raise PackError(Problem(where, f"the pattern '{pattern}' cannot be used: {error}", remedy)) from None


@cache
def _compiled(
    pattern: str, subject_kinds: tuple[str, ...], event_words: tuple[str, ...], held: tuple[tuple[str, Wording], ...]
) -> Pattern:
    compiled = _Compiler(subject_kinds, event_words, dict(held)).compile(pattern)
    if not compiled.anchors:
        raise ValueError("no word of it is required, so it would match almost everything")
    return compiled
