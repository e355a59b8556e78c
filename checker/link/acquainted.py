"""Which articles are on one story, as far as the names in them tell: words of names that are no places and no nouns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from checker.language.places import place_name
from checker.language.topics import topics
from checker.model.claim import Claim
from checker.values.comparison import fold

_WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 2
"""So many words of names two articles on one story have in common. Of two stories hardly any have."""
_TELLING = 4
"""A word of fewer letters tells nothing."""


class Acquainted:
    """Tells of two sources whether they are on one story. The names of all are looked up once."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = tuple(claims)

    def __call__(self, one: str, other: str) -> bool:
        return len(self._words[one] & self._words[other]) >= ENOUGH

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        told: dict[str, set[str]] = defaultdict(set)
        for claim in self._claims:
            for name in _names(claim):
                told[claim.source] |= _words(name)
        return told


def _names(claim: Claim) -> Iterator[str]:
    """The names in and around a claim."""
    yield from (key.removeprefix("name:") for key in claim.context if key.startswith("name:"))
    yield from claim.event.participants if claim.event else ()
    if claim.attribution is not None:
        yield claim.attribution.speaker
    if claim.subject != claim.attribute:
        yield claim.subject


@lru_cache(maxsize=10_000)
def _words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others; those of a place tell nothing."""
    words = _WORD.findall(name) if place_name(name) is None else ()
    return frozenset(
        fold(word) for word in words if len(word) >= _TELLING and word[0].isupper() and not _is_known(word)
    )


def _is_known(word: str) -> bool:
    return any(topics(code).key(word) is not None for code in ("en", "fr"))
