"""Markdown: its marks are passed over, its headings known."""

from __future__ import annotations

from checker.ingest.decoding import decoded
from checker.ingest.frontmatter import front_matter, title_within
from checker.ingest.markup import markup
from checker.ingest.page import Page


def read_markdown(data: bytes, where: str) -> Page:
    """The page of a Markdown file. Raises InputError."""
    return markdown_page(decoded(data, where), where)


def markdown_page(text: str, where: str) -> Page:
    """The page of a Markdown text already decoded. Raises InputError for bad front matter."""
    start, stated = front_matter(text, where)
    skipped, headings = markup(text, start)
    return Page(text, start, stated, tuple(skipped), headings, title_within(text, start))
