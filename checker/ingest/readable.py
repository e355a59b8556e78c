"""The text of an article as value readers see it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.ingest.page import blanked, without
from checker.model.source import Article, Block

_FURNITURE = frozenset({"boilerplate", "credit", "dateline"})


def prose(article: Article) -> str:
    """The article's text with spaces for all that is not the article's own words: as `readable`, and furniture of the
    page.

    Navigation, imprints, credits and datelines hold values (phones, addresses, dates) that state nothing.
    """
    return _kept(article, [block for block in article.blocks if block.kind not in _FURNITURE])


def readable(article: Article) -> str:
    """The article's text with spaces for all that is no word of it: what is outside its blocks, and its skipped spans.

    As long as `article.text`, and line ends stay, so that a span in one is the same span in the other.
    """
    return _kept(article, article.blocks)


def _kept(article: Article, blocks: Sequence[Block]) -> str:
    holes = list(article.skipped)
    ends = [end for _, end in holes]
    kept = []
    for block in blocks:
        first = bisect_left(ends, block.start + 1)
        last = first
        while last < len(holes) and holes[last][0] < block.end:
            last += 1
        kept += without((block.start, block.end), holes[first:last])
    return blanked(article.text, kept)
