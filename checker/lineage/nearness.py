"""Which sources are worth comparing: those that share features, found by an inverted index instead of all pairs."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import islice

WIDTH = 16
"""How many others one feature may bring to a source, how many of one root may stand for it, and how many of the
nearest are compared."""


def near_pairs(features: Sequence[Collection[Hashable]], roots: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of places (the first before the second) that share a feature and stand in two roots, nearest first.

    `roots` gives the root of each place as known so far. Among up to WIDTH sources all such pairs come out. Above, each
    source looks at the next WIDTH that have a feature: texts that share much meet by one feature or another, and the
    cost grows with the number of features, not of pairs.
    """
    having = _holders(features, roots)
    for first, of_first in enumerate(features):
        met: defaultdict[int, int] = defaultdict(int)
        for feature in of_first:
            if holders := having.get(feature):
                after = islice(holders, bisect_right(holders, first), None)
                for other in islice((other for other in after if roots[other] != roots[first]), WIDTH):
                    met[other] += 1
        for second, _ in sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))[:WIDTH]:
            yield first, second


def _holders(features: Sequence[Collection[Hashable]], roots: Sequence[int]) -> dict[Hashable, list[int]]:
    """Feature -> the places that have it, in order, at most WIDTH of one root. What one place alone has is left out."""
    having: defaultdict[Hashable, list[int]] = defaultdict(list)
    of_root: defaultdict[tuple[Hashable, int], int] = defaultdict(int)
    for place, of_place in enumerate(features):
        for feature in of_place:
            of_root[feature, roots[place]] += 1
            if of_root[feature, roots[place]] <= WIDTH:
                having[feature].append(place)
    return {feature: places for feature, places in having.items() if len(places) > 1}
