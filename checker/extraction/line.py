"""A sentence as a line of words and values, the form that patterns are matched against.

Every word stands in lower case, every value as `kind#number` (names as `name.type#number`, counts as
`count.thing#number`), parted by single spaces, with a space at both ends. The number is the value's place in the
reading, so that a match leads back to the mention.
Where mentions lie one inside the other, the line shows the parts (each name of a list); the *coarse* line shows lists
as one value.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.language.nouns import thing
from checker.model.value import Count, Name
from checker.values.found import Found
from checker.values.lexer import Tokens

WINDOW = 60
"""How many words on either side of a value its patterns may look at."""

_NO_WORD = re.compile(r"\W+")
_HIDDEN = {"quote"}
_RANK = {"name": 2, "place": 2, "names": 3}


class Atom(NamedTuple):
    """A word (`number` None) or a value of the line; `first` and `last` are its tokens."""

    text: str
    first: int
    last: int
    number: int | None = None


@dataclass(frozen=True)
class Line:
    """The atoms of one sentence. Positions in `text` lead back to tokens through `token_at`."""

    atoms: tuple[Atom, ...]

    @cached_property
    def text(self) -> str:
        return " " + "".join(f"{atom.text} " for atom in self.atoms)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for atom in self.atoms if atom.number is None for word in atom.text.split(" "))

    @cached_property
    def values(self) -> tuple[Atom, ...]:
        """The atoms that are values, or stand for names."""
        return tuple(atom for atom in self.atoms if atom.number is not None)

    @cached_property
    def _offsets(self) -> tuple[int, ...]:
        offsets, at = [], 1
        for atom in self.atoms:
            offsets.append(at)
            at += len(atom.text) + 1
        return tuple(offsets)

    def index_at(self, offset: int) -> int:
        """The index of the atom that stands at an offset of `text`."""
        return max(bisect_right(self._offsets, offset) - 1, 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The first and last token of the stretch `text[start:end]`."""
        return self.atoms[self.index_at(start)].first, self.atoms[self.index_at(end - 1)].last

    def around_atom(self, atom: Atom) -> Line:
        """The window around a value, which is written `value#number` in it."""
        at = bisect_left(self.atoms, atom.first, key=lambda one: one.first)
        atoms = list(self.atoms[max(at - WINDOW, 0) : at + WINDOW + 1])
        atoms[min(at, WINDOW)] = Atom(f"value#{atom.number}", atom.first, atom.last, atom.number)
        return Line(tuple(atoms))


def _label(found: Found) -> str:
    value = found.value
    if isinstance(value, Count):
        return f"count.{_NO_WORD.sub('_', thing(value.noun))}"
    return f"name.{value.type}" if isinstance(value, Name) else value.kind


def line(
    tokens: Tokens,
    span: tuple[int, int],
    found: Sequence[Found],
    numbers: Sequence[int],
    *,
    coarse: bool = False,
    references: Mapping[int, int] | None = None,
) -> Line:
    """The line of the sentence over tokens `span` (inclusive), with the values `numbers` of `found` that lie in it.

    `references` maps a token that stands for a name (*the app*) to the number of that name.
    """
    first, last = span
    chosen: dict[int, int] = {}
    rank = {**_RANK, "names": -1} if coarse else _RANK
    for number in sorted(numbers, key=lambda n: (rank.get(found[n].value.kind, 1), found[n].first, n)):
        item = found[number]
        if item.value.kind in _HIDDEN or (item.value.kind == "names" and not coarse):
            continue
        if item.first >= first and item.last <= last and chosen.keys().isdisjoint(range(item.first, item.last + 1)):
            chosen.update(dict.fromkeys(range(item.first, item.last + 1), number))
    atoms: list[Atom] = []
    index = first
    while index <= last:
        if index in chosen:
            number = chosen[index]
            atoms.append(Atom(f"{_label(found[number])}#{number}", found[number].first, found[number].last, number))
            index = found[number].last + 1
            continue
        if references and index in references:
            number = references[index]
            atoms.append(Atom(f"{_label(found[number])}#{number}", index, index, number))
        elif tokens.norms[index] != "\n":
            atoms.append(Atom(tokens.norms[index].replace("#", "♯"), index, index))
        index += 1
    return Line(tuple(atoms))
