"""The camps of a fact compared two by two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from checker.judge.story import Story
from checker.model.fact import Camp, Fact
from checker.values.comparison import Comparison, Level

MOST_CAMPS = 40
"""Of a fact with more camps the largest are compared; the trace says so."""


class Pair(NamedTuple):
    """Two camps of one fact and how near their values are."""

    one: Camp
    other: Camp
    compared: Comparison

    @property
    def parts_sources(self) -> bool:
        """Whether each camp has a source the other lacks: an article that tells both values contradicts neither."""
        one, other = set(self.one.sources), set(self.other.sources)
        return not (one <= other or other <= one)

    def trace(self) -> str:
        """The comparison as a line of a trace."""
        from checker.judge.finding import camp_words

        size = f": {self.compared.size}" if self.compared.size else ""
        return f"{camp_words(self.one)} and {camp_words(self.other)}: {self.compared.level.name}{size}"


def pairs(fact: Fact, story: Story) -> Iterator[Pair]:
    """Every two camps of the fact, of at most `MOST_CAMPS`. Quotations in two languages are not compared by wording."""
    fact_type = story.fact_type(fact)
    for one, other in combinations(fact.camps[:MOST_CAMPS], 2):
        yield Pair(one, other, story.compare(one.value, other.value, fact_type))


def differing(fact: Fact, story: Story) -> list[Pair]:
    """The pairs that cannot both be right, the pair of the largest camps first."""
    return [pair for pair in pairs(fact, story) if pair.compared.level is Level.different]


def contradicting(fact: Fact, story: Story) -> list[Pair]:
    """The differing pairs between whose sources nothing agrees: an article that tells several values of a fact, of
    parts or of earlier times, contradicts no source that bears out one of them.
    """
    compared = list(pairs(fact, story))
    told = Counter(source for camp in fact.camps for source in camp.sources)
    agreeing = [(pair.one, pair.other) for pair in compared if pair.compared.level is not Level.different]
    agreeing += [(camp, camp) for camp in fact.camps]
    borne_out = {
        frozenset((one, other))
        for a, b in agreeing
        for one, other in product(a.sources, b.sources)
        if told[one] > 1 or told[other] > 1
    }
    return [
        pair
        for pair in compared
        if pair.compared.level is Level.different
        and any(
            one != other and frozenset((one, other)) not in borne_out
            for one, other in product(pair.one.sources, pair.other.sources)
        )
    ]


def how_linked(fact: Fact) -> list[str]:
    """The first lines of a trace: what the claims share, and why they met."""
    return [f"fact: {fact.key}", *fact.link]
