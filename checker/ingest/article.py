"""A page made an Article: its language, blocks, credit and dates."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from checker.errors import InputError, Problem, UsageError
from checker.ingest.blocks import Piece, pieces
from checker.ingest.decoding import empty
from checker.ingest.hints import credited, date_hints, stated_in_lines
from checker.ingest.markdown import markdown_page
from checker.ingest.page import Page
from checker.ingest.plain import plain_page
from checker.ingest.stated import BadValue, Stated, checked, stated
from checker.language.detect import detect
from checker.model.source import Article, Block, Source

_WORD = re.compile(r"[^\W_]+")

Moment = str | date | None
"""An ISO date or datetime, or a date or datetime object."""


class Told(NamedTuple):
    """What is known of an article beside its page: who it is, where it is kept, and what overrides the page."""

    source_id: str
    path: str | None
    stated: Stated


def options(language: str | None, published: Moment, modified: Moment = None) -> Stated:
    """What a caller states of an article. Raises UsageError for a value that cannot be one."""
    values: dict[str, str | None] = {}
    problems = []
    for key, raw in (("language", language), ("published", published), ("modified", modified)):
        try:
            values[key] = None if raw is None else checked(key, raw)
        except BadValue as bad:
            problems.append(Problem(f"option {key}", bad.what, bad.remedy))
    if problems:
        raise UsageError(*problems)
    return stated(values)


def article_from_text(
    source_id: str,
    text: str,
    *,
    language: str | None = None,
    published: Moment = None,
    modified: Moment = None,
    source: Source | None = None,
    markdown: bool = False,
) -> Article:
    """The article of a text in memory; `source` says who publishes it. Raises InputError, UsageError."""
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(empty(source_id))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"character {error.start} is half of a surrogate pair"
        raise InputError(Problem(source_id, what, "give text that can be written as UTF-8")) from None
    text = text.removeprefix("\ufeff")
    page = markdown_page(text, source_id) if markdown else plain_page(text, source_id)
    known = options(language, published, modified)
    if source is not None:
        role = None if source.role == "anonymous" else source.role
        known = known.over(Stated(publisher=source.publisher, credit=source.credit, url=source.url, role=role))
    return article(page, Told(source_id, None, known))


def article(page: Page, told: Told) -> Article:
    """The article of a page. What was told overrides what the page's format states, and that the page's lines.

    Raises InputError where front matter is all there is.
    """
    if not page.text[page.start :].strip():
        raise InputError(empty(told.path or told.source_id))
    known = told.stated.over(page.stated)
    found = _under_title(page, pieces(page))
    language = known.language or detect(_prose(page, found))
    known = known.over(stated_in_lines(page, found, language))
    return Article(
        source=Source(
            id=told.source_id,
            publisher=known.publisher,
            credit=known.credit or credited(page, found),
            url=known.url,
            role=known.role or "anonymous",
        ),
        path=told.path,
        text=page.text,
        sha256=sha256(page.text.encode("utf-8")).hexdigest(),
        language=language,
        published=known.published,
        modified=known.modified,
        hints=tuple(date_hints(page, found, language)),
        blocks=tuple(Block(kind=piece.kind, start=piece.start, end=piece.end) for piece in found),
        skipped=_within_blocks(page, found),
    )


def _under_title(page: Page, found: list[Piece]) -> list[Piece]:
    """The pieces under the headline of the front matter, where the page does not begin with the same words again."""
    if page.title is None:
        return found
    words = _WORD.findall(page.text[slice(*page.title)].casefold())
    headed = (piece for piece in found if piece.kind == "headline")
    if any(_WORD.findall(page.text[piece.start : piece.end].casefold()) == words for piece in headed):
        return found
    return [Piece("headline", *page.title), *found]


def _prose(page: Page, found: list[Piece]) -> str:
    """The words that show the language: the article's own, or the whole page where it has none."""
    own = [page.text[piece.start : piece.end] for piece in found if piece.kind in ("headline", "lede", "body")]
    return "\n".join(own) or page.text[page.start :]


def _within_blocks(page: Page, found: list[Piece]) -> tuple[tuple[int, int], ...]:
    """The skipped spans cut to the blocks: outside of these nothing is read anyway."""
    kept: list[tuple[int, int]] = []
    position = 0
    for piece in found:
        while position < len(page.skipped) and page.skipped[position][1] <= piece.start:
            position += 1
        at = position
        while at < len(page.skipped) and page.skipped[at][0] < piece.end:
            start, end = page.skipped[at]
            kept.append((max(start, piece.start), min(end, piece.end)))
            at += 1
    return tuple(kept)
