"""Patterns found by the words of a sentence; those that no sentence comes near are not even compiled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from checker.extraction.patterns import Pattern

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Later:
    """A pattern that is compiled when a line has one of its `anchors`, words or beginnings (`word*`)."""

    anchors: frozenset[str]
    make: Callable[[], Pattern]

    @cached_property
    def pattern(self) -> Pattern:
        return self.make()


class Index(Generic[Entry]):
    """Entries by the anchors of their patterns: a sentence is shown only the patterns one of whose words it has."""

    def __init__(self, entries: Sequence[tuple[Pattern | Later, Entry]]) -> None:
        self.words: dict[str, list[int]] = {}
        self.beginnings: dict[str, list[int]] = {}
        self.entries = list(entries)
        for number, (pattern, _) in enumerate(self.entries):
            for anchor in pattern.anchors:
                table = self.beginnings if anchor.endswith("*") else self.words
                table.setdefault(anchor.rstrip("*"), []).append(number)
        self.lengths = sorted({len(beginning) for beginning in self.beginnings})

    def candidates(self, words: Sequence[str]) -> list[tuple[Pattern, Entry]]:
        """The entries that can match a line of these words, in the order they were given."""
        numbers: set[int] = set()
        held = frozenset(words)
        for word in held:
            numbers.update(self.words.get(word, ()))
            for length in self.lengths:
                if length > len(word):
                    break
                numbers.update(self.beginnings.get(word[:length], ()))
        found = ((_compiled(one), entry) for one, entry in (self.entries[number] for number in sorted(numbers)))
        return [(pattern, entry) for pattern, entry in found if pattern.possible(held)]


def _compiled(one: Pattern | Later) -> Pattern:
    return one.pattern if isinstance(one, Later) else one
