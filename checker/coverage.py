"""Coverage: what became of every value that was read in an article."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.claim import Claim
from checker.model.fact import Fact
from checker.model.report import Coverage, UnexaminedValue
from checker.model.source import Article
from checker.model.value import Mention

COUNTED = frozenset(
    ("number", "count", "percent", "money", "measure", "date", "datetime", "duration", "names", "quote")
)
"""The kinds that carry facts by themselves. Names and places are read too, but as what facts are about."""


def cover(article: Article, mentions: Sequence[Mention], claims: Sequence[Claim], facts: Sequence[Fact]) -> Coverage:
    """The coverage of one article, given the facts of its story."""
    source = article.source.id
    shared = {
        claim
        for fact in facts
        if len({one for camp in fact.camps for one in camp.sources}) > 1
        for camp in fact.camps
        for claim in camp.claims
    }
    spans = sorted(
        (evidence.start, evidence.end, claim.id in shared) for claim in claims for evidence in claim.evidence
    )
    counts = {"compared": 0, "lone": 0}
    left: list[UnexaminedValue] = []
    read = [mention for mention in mentions if mention.value.kind in COUNTED]
    for mention in read:
        over = [compared for start, end, compared in spans if start < mention.end and mention.start < end]
        if over:
            counts["compared" if any(over) else "lone"] += 1
        else:
            exact = article.text[mention.start : mention.end]
            left.append(UnexaminedValue(kind=mention.value.kind, exact=exact, start=mention.start, end=mention.end))
    return Coverage(
        source=source,
        read=len(read),
        compared=counts["compared"],
        lone=counts["lone"],
        unexamined=len(left),
        values=tuple(left),
    )
