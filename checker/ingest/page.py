"""What a format's reader hands over: the text, and what the format itself says about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.ingest.stated import Stated

Span = tuple[int, int]


@dataclass(frozen=True)
class Page:
    """A canonical text and what its format marks in it, all offsets in code points.

    `start` is where the article begins, behind front matter; `skipped` are spans of markup and addresses, in order and
    without overlap; `headings` maps the start of a heading's line to its level, 1 the highest; `title` is where the
    front matter gives the headline.
    """

    text: str
    start: int = 0
    stated: Stated = field(default_factory=Stated)
    skipped: tuple[Span, ...] = ()
    headings: dict[int, int] = field(default_factory=dict)
    title: Span | None = None


Reader = Callable[[bytes, str], Page]
"""A format's reader: a file's bytes and its name for messages, to a Page. Raises InputError."""


def blanked(text: str, kept: list[Span]) -> str:
    """`text` with every character outside the `kept` spans (in order, without overlap) made a space, line ends left.

    It is as long as `text`, so that offsets hold in both.
    """
    parts: list[str] = []
    at = 0
    for start, end in [*kept, (len(text), len(text))]:
        parts += [_blank(text[at:start]), text[start:end]]
        at = end
    return "".join(parts)


def _blank(stretch: str) -> str:
    if "\n" not in stretch and "\r" not in stretch:
        return " " * len(stretch)
    return "".join(sign if sign in "\r\n" else " " for sign in stretch)


def without(span: Span, holes: list[Span]) -> list[Span]:
    """What is left of `span` without the `holes` (in order, without overlap, any of them outside the span too)."""
    left: list[Span] = []
    at, stop = span
    for start, end in holes:
        if end <= at or start >= stop:
            continue
        if start > at:
            left.append((at, start))
        at = max(at, end)
    if at < stop:
        left.append((at, stop))
    return left
