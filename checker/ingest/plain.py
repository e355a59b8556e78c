"""Plain text: only web and e-mail addresses are passed over."""

from __future__ import annotations

import re

from checker.ingest.decoding import decoded
from checker.ingest.frontmatter import front_matter, title_within
from checker.ingest.page import Page, Span

ADDRESS = re.compile(
    r"(?:https?://|(?<![\w.@])www\.)[^\s<>\"«»“”]{0,2000}[^\s<>\"«»“”.,;:!?)\]'’…]"
    r"|(?<![\w.+-])pic\.twitter\.com/\w{1,40}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-zA-Z]{2,24}(?![\w-])"
)


def read_plain(data: bytes, where: str) -> Page:
    """The page of a text file. Raises InputError."""
    return plain_page(decoded(data, where), where)


def plain_page(text: str, where: str) -> Page:
    """The page of a text already decoded. Raises InputError for bad front matter."""
    start, stated = front_matter(text, where)
    return Page(text, start, stated, tuple(addresses(text, start)), title=title_within(text, start))


def addresses(text: str, start: int) -> list[Span]:
    """The spans of web and e-mail addresses from `start` on."""
    if not any(sign in text for sign in ("://", "www.", "WWW.", "@", "pic.")):
        return []
    return [match.span() for match in ADDRESS.finditer(text, start)]
