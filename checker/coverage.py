"""Coverage: what became of every value that was read in an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from checker.model.claim import Claim
from checker.model.fact import Fact
from checker.model.report import Coverage, UnexaminedValue
from checker.model.source import Article
from checker.model.value import Mention

COUNTED = frozenset(
    ("number", "count", "percent", "money", "measure", "date", "datetime", "duration", "names", "quote")
)
"""The kinds that carry facts by themselves. Names and places are read too, but as what facts are about."""


class _Spans:
    """Stretches of a text, asked whether one of them overlaps a mention."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        spans = sorted((evidence.start, evidence.end) for claim in claims for evidence in claim.evidence)
        self.starts = [start for start, _ in spans]
        self.furthest = list(accumulate((end for _, end in spans), max))

    def overlap(self, mention: Mention) -> bool:
        begun = bisect_left(self.starts, mention.end)
        return begun > 0 and self.furthest[begun - 1] > mention.start


def compared(facts: Iterable[Fact]) -> frozenset[str]:
    """The ids of the claims whose fact two or more sources state."""
    return frozenset(
        claim
        for fact in facts
        if len({source for camp in fact.camps for source in camp.sources}) > 1
        for camp in fact.camps
        for claim in camp.claims
    )


def cover(article: Article, mentions: Sequence[Mention], claims: Sequence[Claim], shared: frozenset[str]) -> Coverage:
    """The coverage of one article. `shared`: the ids of the story's claims that are `compared`."""
    of_shared, of_any = _Spans(claim for claim in claims if claim.id in shared), _Spans(claims)
    counts = {"compared": 0, "lone": 0}
    left: list[UnexaminedValue] = []
    read = [mention for mention in mentions if mention.value.kind in COUNTED]
    for mention in read:
        if of_any.overlap(mention):
            counts["compared" if of_shared.overlap(mention) else "lone"] += 1
        else:
            exact = article.text[mention.start : mention.end]
            left.append(UnexaminedValue(kind=mention.value.kind, exact=exact, start=mention.start, end=mention.end))
    return Coverage(
        source=article.source.id,
        read=len(read),
        compared=counts["compared"],
        lone=counts["lone"],
        unexamined=len(left),
        values=tuple(left),
    )
