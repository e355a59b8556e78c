"""A text's units: the paragraphs or lines that are one thing on the page.

A unit is a line; where a text is wrapped at a fixed width, the lines that the wrapping parted are one unit again.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from checker.ingest.page import Page, blanked, without

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_WORD = re.compile(r"[^\W_]")
_STOPS = ".!?…:;"
_CLOSERS = "\"'”’»)]* \u00a0\u202f"
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_LIST_MARK = re.compile(r"[-•·*–—]\s|\d{1,2}[.)]\s|>")


class Unit(NamedTuple):
    """`text[start:end]`, without spaces at the ends. `words` are its words without markup, one space between them.

    `parted` says whether a blank line stands before it; `level` is a Markdown heading's, else 0.
    """

    start: int
    end: int
    words: str
    parted: bool
    level: int = 0

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.words.rstrip(_CLOSERS)[-1:] in _STOPS and self.words != ""

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph: a sentence of some length, or a very long line."""
        return self.level == 0 and (len(self.words) > 240 or (self.stopped and self.words.count(" ") >= 7))


def units(page: Page) -> list[Unit]:
    """The units of a page, in order; lines without a letter or digit are none."""
    text = page.text
    seen = blanked(text, without((page.start, len(text)), list(page.skipped))) if page.skipped or page.start else text
    lines: list[Unit] = []
    at, parted = page.start, True
    for end, following in [*((m.start(), m.end()) for m in _BREAK.finditer(text, page.start)), (len(text), len(text))]:
        line = seen[at:end]
        if _WORD.search(line):
            raw = text[at:end]
            start = at + len(raw) - len(raw.lstrip())
            words = " ".join(_UNSEEN.sub("", line).split())
            lines.append(Unit(start, at + len(raw.rstrip()), words, parted, page.headings.get(at, 0)))
            parted = False
        elif end > at and not line.isspace():
            parted = True  # an ornament: "* * *"
        else:
            parted = parted or following > at
        at = following
    return _unwrapped(lines)


def _unwrapped(lines: list[Unit]) -> list[Unit]:
    """The lines with those that a fixed width parted joined again."""
    width = max((len(line.words) for line in lines), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return lines
    pairs = [pair for pair in pairwise(lines) if _fits(*pair, width)]
    going_on = sum(below.words[0].islower() for _, below in pairs)
    if not going_on or going_on * 2 < len(pairs):
        return lines
    joined: list[Unit] = []
    last: Unit | None = None
    for line in lines:
        if last is not None and _fits(last, line, width):
            whole = joined[-1]
            joined[-1] = Unit(whole.start, line.end, f"{whole.words} {line.words}", whole.parted, whole.level)
        else:
            joined.append(line)
        last = line
    return joined


def _fits(line: Unit, below: Unit, width: int) -> bool:
    """Whether `below` can be what did not fit on `line`: its first word would have passed the width."""
    if below.parted or line.level or below.level or _LIST_MARK.match(below.words):
        return False
    return len(line.words) + 1 + len(below.words.partition(" ")[0]) > width - 3
