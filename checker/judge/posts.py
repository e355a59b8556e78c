"""The posts of a live text: paragraphs that begin with a clock time. What one post says, a later one may correct."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from checker.model.source import Article

_CLOCK = re.compile(
    r"^[*_#>\s–—-]{0,8}(?:[01]?\d|2[0-3])(?:(?:[:.]|\s?h\s?)[0-5]\d(?![\d.,]\d)\b|\s?[ap]\.?m\b)",
    re.MULTILINE | re.IGNORECASE,
)
_FEW = 3
"""A text with fewer such paragraphs is no live text."""


@lru_cache(maxsize=1_000)
def _begins(text: str) -> tuple[int, ...]:
    begins = tuple(match.start() for match in _CLOCK.finditer(text))
    return begins if len(begins) >= _FEW else ()


def in_one_post(article: Article, one: int, other: int) -> bool:
    """Whether two places of a text stand in one post; so they do in a text that is not live."""
    begins = _begins(article.text)
    return bisect_right(begins, one) == bisect_right(begins, other)
