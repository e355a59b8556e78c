"""Patterns found by the words of a sentence; those that are never tried are not even compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Generic, TypeVar

from checker.extraction.patterns import Fit, Needing, Pattern

Entry = TypeVar("Entry")


class Later(Needing):
    """A pattern that is compiled when it is first tried; what it needs is told from how it is written."""

    def __init__(
        self, written: str, anchors: frozenset[str], others: tuple[frozenset[str], ...], make: Callable[[], Pattern]
    ) -> None:
        self.written, self.anchors, self.others, self.make = written, anchors, others, make

    @cached_property
    def pattern(self) -> Pattern:
        return self.make()

    def shortest(self, line: str) -> Fit | None:
        """As of a compiled pattern."""
        return self.pattern.shortest(line)

    def fits(self, line: str) -> bool:
        """As of a compiled pattern."""
        return self.pattern.fits(line)

    def all(self, line: str) -> Iterator[Fit]:
        """As of a compiled pattern."""
        return self.pattern.all(line)


def ready(one: Pattern | Later) -> Pattern:
    """The pattern, compiled now where it was not."""
    return one.pattern if isinstance(one, Later) else one


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
        self.of_word = lru_cache(maxsize=50_000)(self._of_word)

    def candidates(self, words: Sequence[str]) -> list[tuple[Pattern | Later, Entry]]:
        """The entries that can match a line of these words, in the order they were given."""
        numbers: set[int] = set()
        held = frozenset(words)
        numbers.update(*map(self.of_word, held))
        return [self.entries[number] for number in sorted(numbers) if self.entries[number][0].possible(held)]

    def _of_word(self, word: str) -> tuple[int, ...]:
        """The entries of which a word, or what it begins with, is an anchor."""
        begun = (self.beginnings.get(word[:length], ()) for length in self.lengths if length <= len(word))
        return (*self.words.get(word, ()), *chain.from_iterable(begun))
