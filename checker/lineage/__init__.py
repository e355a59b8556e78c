"""Which sources are one origin: an agency's text, its copies, translations and rewrites are one root.

Three ties are looked for, each between two sources and each with its reason: copied wording, values and names told in
one order (in any language), and, where a text is not at hand, a common credit. A common credit, a text that names the
other as its source, or a shared slip make less of a common order enough. Sources joined by ties are one root. A
round-up that carries two texts whole therefore makes them one: no more is counted than is independent for certain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from checker.lineage.credit import credit, reported
from checker.lineage.nearness import near_pairs
from checker.lineage.sequence import items, slips
from checker.lineage.ties import Traits, credit_tie, order_tie, wording_tie
from checker.lineage.wording import stretches, wording
from checker.model.fact import Root
from checker.model.source import Article
from checker.model.value import Mention

__all__ = ["find_roots"]

_MOST_RUNS = 400_000
"""Runs of words that are indexed, of all sources together; of more, every second, third … by its hash."""


class _Forest:
    """Places joined into roots; a root is known by its first place."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self.reasons: list[tuple[int, str]] = []

    def root(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = place = self._above[self._above[place]]
        return place

    def roots(self) -> list[int]:
        return [self.root(place) for place in range(len(self._above))]

    def join(self, pairs: Iterable[tuple[int, int]], tie: Callable[[int, int], str | None]) -> None:
        """Join the pairs that are tied; those that are of one root already need no further reason."""
        for one, other in pairs:
            first, second = sorted((self.root(one), self.root(other)))
            if first != second and (reason := tie(one, other)):
                self._above[second] = first
                self.reasons.append((one, reason))


def find_roots(articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]]) -> tuple[Root, ...]:
    """The roots of the articles, each source in exactly one, sorted by id; `reasons` has a line for each tie.

    `mentions` are the values of each article by source id, as `find_values` gives them; without them only wording and
    credits speak, without a text only credits. A root's id is the agency that all its members credit, where there are
    two or more and no other root has that name, else its first member.
    """
    traits = _traits(articles, mentions)
    forest = _Forest(len(traits))

    def by(tie: Callable[[Traits, Traits], str | None]) -> Callable[[int, int], str | None]:
        return lambda one, other: tie(traits[one], traits[other])

    forest.join(_without_text(traits), by(credit_tie))
    forest.join(_same_text(traits), by(wording_tie))
    forest.join(near_pairs(_runs(traits), range(len(traits))), by(wording_tie))
    forest.join(near_pairs([_steps(one) for one in traits], forest.roots()), by(order_tie))
    return _named(traits, forest)


def _traits(articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]]) -> list[Traits]:
    """What the sources are compared by, in the order of their ids."""
    ordered = sorted(articles, key=lambda article: article.source.id)
    return [_trait(article, mentions.get(article.source.id, ())) for article in ordered]


def _trait(article: Article, found: Sequence[Mention]) -> Traits:
    parts = stretches(article)
    told = wording(article, parts)
    return Traits(
        id=article.source.id,
        wording=told,
        items=items(found, parts),
        credit=credit(article.source),
        reported=reported(told.words),
        slips=slips(found),
    )


def _without_text(traits: Sequence[Traits]) -> Iterable[tuple[int, int]]:
    """Each agency's first source without a text, with every other source that credits the agency first."""
    by_agency: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(traits):
        if one.credit.first:
            by_agency[one.credit.first].append(place)
    for places in by_agency.values():
        hub = next((place for place in places if not traits[place].wording), None)
        if hub is not None:
            yield from ((min(hub, place), max(hub, place)) for place in places if place != hub)


def _same_text(traits: Sequence[Traits]) -> Iterable[tuple[int, int]]:
    """Each source with the first that has the same wording."""
    first: dict[tuple[frozenset[int], frozenset[int]], int] = {}
    for place, one in enumerate(traits):
        if one.wording:
            earlier = first.setdefault((one.wording.own, one.wording.quoted), place)
            if earlier != place:
                yield earlier, place


def _runs(traits: Sequence[Traits]) -> list[list[int]]:
    """The runs of words by which sources are found to be near; none for a text that an earlier source has already."""
    copies = {place for _, place in _same_text(traits)}
    step = 1 + sum(len(one.wording.own) + len(one.wording.quoted) for one in traits) // _MOST_RUNS
    return [
        [run for run in (*one.wording.own, *one.wording.quoted) if run % step == 0] if place not in copies else []
        for place, one in enumerate(traits)
    ]


def _steps(one: Traits) -> set[tuple[str, ...]]:
    """Pairs of neighbouring items, either way round: where a translation and its original meet."""
    return {tuple(sorted(pair)) for pair in zip(one.items, one.items[1:], strict=False)}


def _named(traits: Sequence[Traits], forest: _Forest) -> tuple[Root, ...]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    for place in range(len(traits)):
        members[forest.root(place)].append(place)
    for place, reason in forest.reasons:
        reasons[forest.root(place)].append(reason)
    agency = {root: _agency([traits[place] for place in places]) for root, places in members.items()}
    taken = Counter(name for name in agency.values() if name) + Counter(one.id for one in traits)
    roots = []
    for root, places in members.items():
        name = agency[root]
        root_id = name if name and taken[name] == 1 else traits[places[0]].id
        roots.append(
            Root(id=root_id, members=tuple(traits[place].id for place in places), reasons=tuple(sorted(reasons[root])))
        )
    return tuple(sorted(roots, key=lambda root: root.id))


def _agency(of_root: Sequence[Traits]) -> str | None:
    """The name of the agency that all of several members credit, that which the first of them credits first."""
    common = frozenset.intersection(*(one.credit.credited for one in of_root))
    if len(of_root) < 2 or not common:
        return None
    first = of_root[0].credit
    return first.names[first.first if first.first in common else min(common)]
