"""What a page's own lines let one say of its publication: days stated in so many words, and hints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.ingest.blocks import Piece
from checker.ingest.credits import agency_in
from checker.ingest.dates import calendar_value, dates
from checker.ingest.page import Page
from checker.ingest.pagedates import is_publication_word, stated_days
from checker.ingest.stated import Stated
from checker.model.source import DateHint, Language

_YEARS = re.compile(r"(?<!\d)(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)(?!\d)")
_DATING = ("date", "prefix", "credit", "signed", "dateline")


def credited(page: Page, found: list[Piece]) -> str | None:
    """The agency that the text credits, in a dateline, byline, signature or copyright line; never a picture's."""
    lines = (page.text[piece.start : piece.end] for piece in found if piece.kind in ("credit", "dateline"))
    return next((agency for line in lines if (agency := agency_in(line))), None)


def stated_in_lines(page: Page, found: list[Piece], language: Language) -> Stated:
    """The days of publication and of change that lines of their own give before the article's second paragraph.

    A day between the headline and the text, alone or with the outlet or the author, is that of publication; not where
    there are two, nor over the headline, where a page puts the day on which it was looked at.
    Where only a change is dated, the text as it stands is of that day.
    """
    published = modified = None
    begun = titled = False
    word = ""
    bare: set[str] = set()
    for piece in found:
        if piece.kind == "body" and begun:
            break
        begun = begun or piece.kind == "lede"
        titled = titled or piece.kind == "headline"
        line = page.text[piece.start : piece.end]
        if piece.mark in ("date", "credit", "signed"):
            days = stated_days(f"{word} {line}", language)
            published, modified = published or days.published, modified or days.modified
            bare |= {*days.bare} if titled and not begun else set()
        word = line if piece.mark == "date" and is_publication_word(line) else ""
    if published is None:
        published = bare.pop() if len(bare) == 1 else modified
    return Stated(published=published, modified=modified)


def date_hints(page: Page, found: list[Piece], language: Language) -> Iterator[DateHint]:
    """The hints, in order of the text. Captions give none."""
    for piece in found:
        line = page.text[piece.start : piece.end]
        if piece.mark == "copyright":
            for match in _YEARS.finditer(line):
                if value := calendar_value(int(match[1]), None, None):
                    span = piece.start + match.start(1), piece.start + match.end(1)
                    yield DateHint(value=value, basis="copyright", certainty="weak", start=span[0], end=span[1])
                break
        elif piece.mark in _DATING and piece.kind != "caption":
            for dated in dates(line, language):
                yield DateHint(
                    value=dated.value,
                    basis="date_line" if piece.mark in ("date", "prefix") else "credit_line",
                    certainty="likely",
                    start=piece.start + dated.start,
                    end=piece.start + dated.end,
                )
