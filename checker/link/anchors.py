"""Pairs of equal values known to be of one fact: what they say of the values around them, and of the two articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from checker.link.context import Weighed
from checker.link.equals import Equal
from checker.link.matching import Match

BESIDE = 200
"""Code points within which an equal pair stands beside two values."""
ON_STORY = 3
"""So many pairs of equal values say that two articles are on one story."""


class Anchors:
    """Where pairs of equal values stand in two sources, and which of the `pairs` looked at have no rival."""

    def __init__(self, equals: Iterable[Match], told: Mapping[str, Weighed], pairs: Iterable[Equal] = ()) -> None:
        self._places: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
        for one in equals:
            for end, other in (one.pair, one.pair[::-1]):
                self._places[told[end].source, told[other].source].add((told[end].start, told[other].start))
        self._rivals = Counter(
            side for one in pairs for side in ((one.a.claim.id, one.b.source), (one.b.claim.id, one.a.source))
        )

    def beside(self, a: Weighed, b: Weighed) -> int:
        """How many pairs stand close to both claims."""
        return sum(
            abs(one - a.start) < BESIDE and abs(other - b.start) < BESIDE
            for one, other in self._places[a.source, b.source]
        )

    def only(self, a: Weighed, b: Weighed) -> bool:
        """Whether two claims are the only ones of their value in two articles that are on one story."""
        lone = self._rivals[a.claim.id, b.source] == self._rivals[b.claim.id, a.source] == 1
        return lone and len(self._places[a.source, b.source]) >= ON_STORY
