"""Who and what is named: one canonical name for all forms of it in a story.

In this order: the known names of the packs with their aliases; a name by the fuller one of the story, with a middle
initial or a suffix (Robert Tarn, Robert E. Tarn III); a family name alone, by the one full name in the
story that ends with it (in the same article first); initials, by the one full name in the story that has them (NBL,
Norvik Bridge Lines); places by country and gazetteer; a full name by the first one of
the story that is the same transcribed in another way (Zelensky, Zelenskyy), or misspelt in another article, where both
hold one office; else the name itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from checker.language.places import place_name
from checker.model.rule import KnownName, RulePack
from checker.values.comparison import fold
from checker.values.comparison.names import office
from checker.values.comparison.spelling import misspelt, sound

_FULL_NAME = re.compile(
    r"\A[^\W\d_a-z][\w.'’-]*(?: (?:(?:de|du|van|von|der|den|al|el|ben|bin|di|da|la|le) )*[^\W\d_a-z][\w.'’-]*)+"
)
"""Words that each begin with a capital, particles aside: a role or a description is no name that others shorten."""
_INITIAL = re.compile(r"(?<![\w'’-])[^\W\d_a-z]")
_SHORT_FORM = re.compile(r"[^\W\d_a-z]{3,6}")
"""Initials: three capitals or more, and nothing else."""
_LEGAL_FORM = re.compile(
    r"(?: (?:Holdings?|Inc|Ltd|Limited|LLC|PLC|plc|Corp|Corporation|AG|NV|N\.V|SE|SA|S\.A|SpA|SAS|GmbH|Co)\.?)+$"
)
"""What a company's name may end with in one article and not in another."""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior"))
"""What may stand behind a person's name. Told of two people they are what tells these apart."""


class NameBook:
    """Canonical names of one story.

    `told` are the names of each source as written, `held` the offices of people: source, name, office; in any order.
    """

    def __init__(
        self,
        packs: Sequence[RulePack],
        told: Iterable[tuple[str, str]] = (),
        held: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        self.known: dict[str, KnownName] = {}
        for pack in packs:
            for known in pack.names:
                for form in (known.name, *known.aliases):
                    self.known.setdefault(fold(form), known)
        self._fuller: dict[str, str] = {}
        told = sorted(told, key=lambda pair: (fold(pair[1]), pair))
        self._fuller = _fuller({self._known_or_self(text) for _, text in told})
        self._shown: dict[str, str] = {}
        self._sounds: dict[str, str] = {}
        self._full: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        slips = _slips(held)
        for source, text in told:
            name = written = self._known_or_self(text)
            full = _FULL_NAME.fullmatch(written) is not None
            if full and fold(written) not in self.known and place_name(written) is None:
                name = slips.get(sound(written)) or self._sounds.setdefault(sound(written), written)
                self._sounds.setdefault(sound(written), name)
            self._shown.setdefault(fold(name), name)
            if full:
                self._initials["".join(_INITIAL.findall(written))].add(name)
            words = fold(written).split()
            while len(words) > 1 and words[-1] in _SUFFIXES:
                words.pop()
            for first in range(1, len(words) if full else 0):
                family = " ".join(words[first:])  # *Pen* and *Le Pen* of *Marine Le Pen*
                self._full[source, family].add(name)
                self._full[None, family].add(name)

    def canonical(self, text: str, source: str | None = None) -> str:
        """The name that `text` is a form of; `source` helps where two people of a story share a family name."""
        name = self._known_or_self(text)
        folded = fold(name)
        if folded in self.known:
            return self._shown.get(folded, name)
        for place in (source, None):
            full = {fold(one): one for one in self._full.get((place, folded), ())}
            if len(full) == 1:
                return next(iter(full.values()))
        short = self._initials.get(name, ()) if _SHORT_FORM.fullmatch(name) else ()
        if len(short) == 1:
            return next(iter(short))
        if _FULL_NAME.fullmatch(name) and (same := self._sounds.get(sound(name))) is not None:
            return same
        return self._shown.get(folded, name)

    def key(self, text: str, source: str | None = None) -> str:
        """The folded canonical name: equal for all forms of one name."""
        return fold(self.canonical(text, source))

    def _known_or_self(self, text: str) -> str:
        known = self.known.get(fold(text))
        if known is not None:
            return known.name
        name = place_name(text) or _LEGAL_FORM.sub("", " ".join(text.split()))
        return self._fuller.get(fold(name), name)


def _fuller(names: Iterable[str]) -> dict[str, str]:
    """A full name, folded -> the one of these names that has all its words and more initials, and a suffix.

    None where two have each what the other has not: *Robert Tarn* may be Robert Tarn Jr or Robert Tarn III.
    """
    groups: dict[tuple[str, ...], dict[str, frozenset[str]]] = defaultdict(dict)
    for name in names:
        words = fold(name).split()
        more = frozenset(word for word in words[1:] if len(word) == 1 or word in _SUFFIXES)
        plain = tuple(word for word in words if word not in more)
        if len(plain) > 1 and _FULL_NAME.match(name):
            groups[plain][name] = more
    found: dict[str, str] = {}
    for group in groups.values():
        fullest = max(group, key=lambda name: (len(group[name]), len(name), name))
        if all(more <= group[fullest] for more in group.values()):
            found.update({fold(name): fullest for name in group})
    return found


def _slips(held: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The sound of a full name that is another misspelt -> the name that more sources have.

    Two names are one where both hold one office and no source has both (then they are two people).
    """
    sources: dict[str, set[str]] = defaultdict(set)
    offices: dict[str, set[str]] = defaultdict(set)
    given: dict[str, set[str]] = defaultdict(set)
    for source, name, role in held:
        if _FULL_NAME.fullmatch(name):
            sources[name].add(source)
            offices[name] |= office(role)
            given[fold(name).partition(" ")[0]].add(name)
    found: dict[str, str] = {}
    for names in given.values():
        ranked = sorted(names, key=lambda name: (-len(sources[name]), fold(name), name))
        for one, other in combinations(ranked, 2):
            alike = misspelt(one, other) and not offices[one].isdisjoint(offices[other])
            if alike and sources[one].isdisjoint(sources[other]):
                found.setdefault(sound(other), found.get(sound(one), one))
    return found
