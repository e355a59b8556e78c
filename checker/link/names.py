"""Who and what is named: one canonical name for all forms of it in a story.

In this order: the known names of the packs with their aliases; a family name alone, by the one full name in the
story that ends with it (in the same article first); places by country and gazetteer; a full name by the first one of
the story that is the same transcribed in another way (Zelensky, Zelenskyy); else the name itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.language.places import place_name
from checker.model.rule import KnownName, RulePack
from checker.values.comparison import fold
from checker.values.comparison.spelling import sound

_FULL_NAME = re.compile(
    r"\A[^\W\d_a-z][\w.'’-]*(?: (?:(?:de|du|van|von|der|den|al|el|ben|bin|di|da|la|le) )*[^\W\d_a-z][\w.'’-]*)+"
)
"""Words that each begin with a capital, particles aside: a role or a description is no name that others shorten."""
_LEGAL_FORM = re.compile(
    r"(?: (?:Holdings?|Inc|Ltd|Limited|LLC|PLC|plc|Corp|Corporation|AG|NV|N\.V|SE|SA|S\.A|SpA|SAS|GmbH|Co)\.?)+$"
)
"""What a company's name may end with in one article and not in another."""


class NameBook:
    """Canonical names of one story. `told` are the names of each source as written, in any order."""

    def __init__(self, packs: Sequence[RulePack], told: Iterable[tuple[str, str]] = ()) -> None:
        self.known: dict[str, KnownName] = {}
        for pack in packs:
            for known in pack.names:
                for form in (known.name, *known.aliases):
                    self.known.setdefault(fold(form), known)
        self._shown: dict[str, str] = {}
        self._sounds: dict[str, str] = {}
        self._full: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for source, text in sorted(told, key=lambda pair: (fold(pair[1]), pair)):
            name = written = self._known_or_self(text)
            full = _FULL_NAME.fullmatch(written) is not None
            if full and fold(written) not in self.known and place_name(written) is None:
                name = self._sounds.setdefault(sound(written), written)
            self._shown.setdefault(fold(name), name)
            words = fold(written).split()
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
        return place_name(text) or _LEGAL_FORM.sub("", " ".join(text.split()))
