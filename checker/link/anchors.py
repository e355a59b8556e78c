"""Pairs of equal values known to be of one fact: what they say of the values around them, and of the two articles."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from math import inf

from checker.language.nouns import are_people, thing
from checker.link.context import Weighed
from checker.link.equals import Equal
from checker.link.matching import Match
from checker.model.value import Count

BESIDE = 200
"""Code points within which an equal pair stands beside two values."""
_PART_OF = 25
"""Code points within which a part stands before its whole: *three of the 14 tanks*."""
ON_STORY = 3
"""So many pairs of equal values say that two articles are on one story."""


class Anchors:
    """Where pairs of equal values stand in two sources, and which of the `pairs` looked at have no rival."""

    def __init__(self, equals: Iterable[Match], pairs: Iterable[Equal] = ()) -> None:
        places: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
        counted: dict[tuple[str, str], set[tuple[int, int, str]]] = defaultdict(set)
        for one in equals:
            for a, b in one.ends:
                places[a.source, b.source].add((a.start, b.start))
                if isinstance(a.claim.value, Count) and not are_people(a.claim.value.noun):
                    counted[a.source, b.source].add((a.start, b.start, thing(a.claim.value.noun)))
        self._places = {sources: sorted(found) for sources, found in places.items()}
        self._counted = {sources: sorted(found) for sources, found in counted.items()}
        self._rivals: dict[tuple[Weighed, str], int] = defaultdict(int)
        self._rivals_of_thing: dict[tuple[Weighed, str], int] = defaultdict(int)
        for pair in pairs:
            if pair.asked < inf and not pair.is_coarse:
                for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
                    self._rivals[mine, theirs.source] += 1
                    if pair.nouns == "same":
                        self._rivals_of_thing[mine, theirs.source] += 1

    def beside(self, a: Weighed, b: Weighed) -> int:
        """How many pairs stand close to both claims."""
        if (places := self._places.get((a.source, b.source))) is None:
            return 0
        first = bisect_left(places, (a.start - BESIDE + 1,))
        last = bisect_left(places, (a.start + BESIDE,), first)
        return sum(abs(other - b.start) < BESIDE for _, other in places[first:last])

    def are_wholes(self, a: Weighed, b: Weighed) -> bool:
        """Whether two counts of one thing are those of which both articles tell one part just before: *three of the 14
        tanks* and *trois des seize cuves*.
        """
        nouns = {thing(one.claim.value.noun) if isinstance(one.claim.value, Count) else "" for one in (a, b)}
        counted = self._counted.get((a.source, b.source), ())
        if len(nouns) > 1 or "" in nouns:
            return False
        parts = counted[bisect_left(counted, (a.start - _PART_OF,)) : bisect_left(counted, (a.start,))]
        return any(what in nouns and 0 < b.start - other <= _PART_OF for _, other, what in parts)

    def only(self, pair: Equal) -> bool:
        """Whether two claims are the only ones of their value in two articles that are on one story; of two that count
        the same thing, the only ones of that.
        """
        a, b = pair.a, pair.b
        rivals = self._rivals_of_thing if pair.nouns == "same" else self._rivals
        lone = rivals[a, b.source] == rivals[b, a.source] == 1
        return lone and self.equals_of(a, b) >= ON_STORY

    def equals_of(self, a: Weighed, b: Weighed) -> int:
        """How many pairs of equal values the articles of two claims have."""
        return len(self._places.get((a.source, b.source), ()))
