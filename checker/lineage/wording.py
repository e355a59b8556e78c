"""The wording of an article: which runs of words it has, in its own words and in what it quotes.

Two reporters at one press conference share its quotes, so a shared quote says little of who copied whom. What counts is
kept apart from the start: stretches outside direct quotes, and stretches inside.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.model.source import Article

RUN = 5
"""Words in a run. Two writers hit upon the same five words now and then, hardly ever at a third of the places."""
_SHORT_QUOTE = 4
"""Fewer quoted words than these are an expression set in marks, and part of the sentence around them."""
_TOLD = frozenset(("headline", "lede", "body"))
_QUOTE = re.compile(r"«[^«»]{1,2000}»|“[^“”]{1,2000}”|\"[^\"\n]{1,2000}\"")
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")


class Stretch(NamedTuple):
    """`text[start:end]` of an article, in code points; `quoted` where it stands between quotation marks."""

    start: int
    end: int
    quoted: bool


class Wording(NamedTuple):
    """Hashes of the runs of words outside and inside quotes, and the words outside them in order."""

    own: frozenset[int]
    quoted: frozenset[int]
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.own or self.quoted)


def words(text: str) -> list[str]:
    """The words without case and accents, parted at every other sign."""
    return _WORD.findall(_MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())))


def stretches(article: Article) -> tuple[Stretch, ...]:
    """Headline, lede and body in order, parted at direct quotes; the whole text where nobody told its blocks."""
    whole = [(0, len(article.text))] if article.text else []
    blocks = [(block.start, block.end) for block in article.blocks if block.kind in _TOLD] if article.blocks else whole
    return tuple(stretch for start, end in blocks for stretch in _parted(article.text, start, end))


def _parted(text: str, start: int, end: int) -> Iterator[Stretch]:
    at = start
    for match in _QUOTE.finditer(text, start, end):
        if len(_WORD.findall(match[0])) >= _SHORT_QUOTE:
            if match.start() > at:
                yield Stretch(at, match.start(), False)
            yield Stretch(match.start(), match.end(), True)
            at = match.end()
    if end > at:
        yield Stretch(at, end, False)


def wording(article: Article, parts: Sequence[Stretch]) -> Wording:
    """The wording of an article over its stretches; markup (`skipped`) is left out."""
    text = article.text
    for start, end in article.skipped:
        text = text[:start] + " " * (end - start) + text[end:]
    own: set[int] = set()
    quoted: set[int] = set()
    said: list[str] = []
    running: list[str] = []
    for part in parts:
        found = words(text[part.start : part.end])
        if part.quoted:
            own |= _runs(running)
            quoted |= _runs(found)
            running = []
        else:
            running += found
            said += found
    return Wording(frozenset(own | _runs(running)), frozenset(quoted), tuple(said))


def _runs(found: list[str]) -> set[int]:
    """Hashes of all runs of RUN words, of the whole where there are fewer. crc32: the same in every process."""
    if not found:
        return set()
    return {zlib.crc32(" ".join(found[at : at + RUN]).encode()) for at in range(max(1, len(found) - RUN + 1))}
