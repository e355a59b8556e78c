"""How fast values are read: an article, against other readers, and a long text against many short ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import cycle
from statistics import median
from typing import Literal

from benchmarks import peers
from benchmarks.measuring import PEERS, Row, at_least, at_most, milliseconds, missing, texts
from checker import find_values
from checker.language.detect import LANGUAGES, detect

RUNS = 15
PER_ARTICLE = 3.0
LONG, SHORT = 1_000_000, 10_000
GROWTH = 1.2


def rows() -> Iterator[Row]:
    """The rows on `find_values`."""
    where, articles = texts()
    ours = median(milliseconds(partial(find_values, text), RUNS, warm=3) for text in articles)
    yield at_most(f"find_values, warm, {where}", f"{ours:.2f} ms an article (median)", ours, PER_ARTICLE, "ms")
    told = [(text, detect(text)) for text in articles]
    for peer in peers.PEERS:
        theirs = peers.median_ms(peer, PEERS, [(text, language) for text, language in told])
        if isinstance(theirs, str):
            yield missing(f"{peer.call}, same texts", f">= {peer.promised:g} times ours", theirs)
        else:
            measured = f"{theirs:.1f} ms against {ours:.2f} ms"
            yield at_least(f"{peer.call}, same texts", measured, theirs / ours, peer.promised, "times ours")
    yield _growth(articles)


def _growth(articles: list[str]) -> Row:
    """One text of 1 MB against the same text in pieces of 10 kB, a language at a time, cut between paragraphs."""
    one = many = 0.0
    for language in LANGUAGES:
        long = _text([text for text in articles if detect(text) == language], LONG)
        pieces = [long[at : at + SHORT] for at in range(0, LONG, SHORT)]
        many += milliseconds(partial(_read, pieces, language), 3)
        one += milliseconds(partial(_read, [long], language), 3)
    measured = f"{one / 2:.0f} ms against {many / 2:.0f} ms"
    return at_most("one text of 1 MB against 100 of 10 kB (en and fr)", measured, one / many, GROWTH, "times")


def _read(texts: list[str], language: Literal["en", "fr"]) -> None:
    for text in texts:
        find_values(text, language)


def _text(articles: list[str], length: int) -> str:
    """A text of exactly that length out of whole paragraphs of articles, over and over."""
    paragraphs, size = [], 0
    for paragraph in cycle(part for article in articles for part in article.split("\n\n")):
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
        if size >= length:
            break
    return "\n\n".join(paragraphs)[:length].ljust(length)
