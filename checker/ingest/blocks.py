"""The blocks of an article: what each unit of the page is, from its words and from where it stands.

Order of the reasoning: words alone (`furniture`), captions over a picture's credit, lists of other stories and menus,
the lede as the first paragraph of prose, the headline before it, what follows the last paragraph, and all else is body.
Last, a dateline, a date put before the text and a credit put behind it are cut off the paragraphs they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.ingest.credits import is_agencies
from checker.ingest.dateline import dateline_end
from checker.ingest.furniture import Mark, mark
from checker.ingest.lines import Unit, units
from checker.ingest.page import Page
from checker.ingest.pagedates import date_prefix, is_bare_date, is_publication_word, is_stamp
from checker.ingest.vocabulary import vocabulary
from checker.model.source import BlockKind

_LIST_MARK = re.compile(r"[-•·*–—▪●]\s|\d{1,2}[.)]\s|\([a-z\d]\)\s")
_TRAILING = re.compile(
    r"(?<=[.!?»”\"\s])(?=\S)(?P<credit>[-–—]{0,2}\s?\([^()\n]{2,80}\)\.?"
    r"|(?<=[.!?»”\"] )[-–—]{0,2} ?[^\s().!?][^().!?\n]{1,40})$"
)
_DATELINE_REACH = 3
"""A dateline opens one of so many first paragraphs: a standfirst may stand before it."""
_LABELLED = re.compile(r"[^\W\d][^:.!?,«\"“]{1,40} ?: ?[^:]{2,80}$")
"""A word or two, a colon and a short entry: what an imprint is made of."""
_LONGEST_HEADLINE = 220
_LONGEST_CAPTION = 300
_SHORT_CAPTION = 160
_LONG_LINE = 120

_KIND_OF: dict[Mark, BlockKind] = {
    "boilerplate": "boilerplate", "section": "boilerplate", "end": "boilerplate", "date": "boilerplate",
    "prefix": "boilerplate", "credit": "credit", "signed": "credit", "copyright": "credit",
    "photo": "caption", "caption": "caption", "dateline": "dateline",
}  # fmt: skip


class Piece(NamedTuple):
    """A block before it is one: `mark` says why, where its words did."""

    kind: BlockKind
    start: int
    end: int
    mark: Mark | None = None


def pieces(page: Page) -> list[Piece]:
    """The blocks of a page, in order and without overlap."""
    sheet = _Sheet(units(page))
    sheet.settle()
    last = max(sheet.open(), default=-1)
    opening = [i for i in sheet.open() if sheet.lines[i].is_prose][:_DATELINE_REACH]
    found: list[Piece] = []
    for index, unit in enumerate(sheet.lines):
        of_unit = sheet.marks[index]
        if of_unit is not None:
            found.append(Piece(_KIND_OF[of_unit], unit.start, unit.end, of_unit))
        else:
            kind: BlockKind = "headline" if index == sheet.headline else "lede" if index == sheet.lede else "body"
            found += _cut(page.text, unit, kind, index == sheet.lede or index in opening, index == last)
    return found


class _Over(NamedTuple):
    """What of the article's text stands over a place of the page: a line that can be a title, a paragraph."""

    title: bool = False
    prose: bool = False

    def and_(self, line: Unit) -> _Over:
        """With one line more."""
        title = not line.stopped and line.words.count(" ") >= 3
        return _Over(self.title or title, self.prose or line.is_prose)


class _Sheet:
    """The units of one page while their marks are found: `marks[i]` is None for what is the article's own text."""

    def __init__(self, lines: list[Unit]) -> None:
        self.lines = lines
        self.listed = _items(lines)
        alone = len(lines) == 1  # a text of one line is what somebody states, not a page
        self.marks: list[Mark | None] = [
            None if alone or i in self.listed else mark(line) for i, line in enumerate(lines)
        ]
        self.lede = self.headline = -1

    def open(self) -> list[int]:
        """The units that are still the article's text."""
        return [i for i, of_unit in enumerate(self.marks) if of_unit is None]

    def settle(self) -> None:
        """Find all marks, the lede and the headline."""
        self._captions()
        self._other_stories()
        self._menus()
        self._stamps()
        self.lede = self._first_paragraph()
        self.headline = self._title()
        self._dates()
        self._after_the_end()

    def _captions(self) -> None:
        """The line that a picture's credit stands under is its caption; who signs no picture signs the text."""
        text = self.open()
        last_text = max(text, default=-1)
        last_prose = max((i for i in text if self.lines[i].is_prose), default=-1)
        over = _Over()
        for i, of_unit in enumerate(self.marks):
            if of_unit in ("photo", "signed"):
                follows = last_prose > i if of_unit == "signed" else last_text > i
                told = i > 0 and self.marks[i - 1] is None and follows and self._tells_of_picture(i, over)
                if told:
                    self.marks[i - 1] = "caption"
                bare_sign = self.lines[i].words.startswith(("©", "(c)", "(C)"))
                if told or (bare_sign and not over.prose and (i == 0 or not self.lines[i - 1].is_prose)):
                    self.marks[i] = "photo"
            if i > 0 and self.marks[i - 1] is None:
                over = over.and_(self.lines[i - 1])
            if of_unit is None and i > 0 and self._heads_caption(i - 1):
                self.marks[i - 1] = self.marks[i] = "caption"

    def _heads_caption(self, i: int) -> bool:
        """Whether the unit is a word such as *caption* that stands over what a picture shows."""
        head = self.lines[i].words.lower().strip(" :,.") in vocabulary().photo_heads
        return head and self.marks[i] is None and len(self.lines[i + 1].words) <= _LONGEST_CAPTION

    def _tells_of_picture(self, i: int, before: _Over) -> bool:
        """Whether the unit over the credit `i` is its caption; `before` is the article's text that stands over both."""
        over, glued = self.lines[i - 1], self.lines[i - 1].parted and not self.lines[i].parted
        if len(over.words) > _LONGEST_CAPTION or over.level:
            return False
        cue = vocabulary().photo_cues.search(over.words.lower().replace("’", "'")) is not None
        of_picture, short = self.marks[i] == "photo", len(over.words) <= _SHORT_CAPTION
        if before.prose:
            return cue or (of_picture and glued and short)
        return (over.stopped and (cue or glued or short)) or (before.title and of_picture)

    def _other_stories(self) -> None:
        """What follows the heading of a list of other stories goes with it, up to the next paragraph."""
        listing = False
        for i, of_unit in enumerate(self.marks):
            if of_unit == "section":
                listing = True
            elif of_unit == "date" and listing:
                self.marks[i] = "boilerplate"
            elif of_unit is None and listing:
                listing = not self.lines[i].is_prose
                if listing:
                    self.marks[i] = "boilerplate"

    def _menus(self) -> None:
        """Three and more short lines on end before the first paragraph are a menu."""
        first = self._first_paragraph()
        run: list[int] = []
        for i, line in enumerate(self.lines[: first + 1]):
            if i < first and (self.marks[i] == "boilerplate" or (self.marks[i] is None and _is_short(line))):
                run.append(i)
                continue
            if len(run) >= 3:
                for j in run:
                    self.marks[j] = "boilerplate"
            run = []

    def _stamps(self) -> None:
        """Over the first paragraph an outlet stands with the day of its article."""
        for i in self.open() if len(self.lines) > 1 else ():
            line = self.lines[i]
            if not line.level and i not in self.listed and is_stamp(line.words):
                self.marks[i] = "date"
            elif line.is_prose:
                return

    def _first_paragraph(self) -> int:
        text = [i for i in self.open() if i not in self.listed]
        prose = [i for i in text if self.lines[i].is_prose]
        for i in prose:
            asks = self.lines[i].words.endswith(("?", "!")) and len(self.lines[i].words) <= _SHORT_CAPTION
            if not (asks or _is_initialled(self.lines[i])) or i == prose[-1]:
                return i
        return min(text, key=lambda i: (not self.lines[i].stopped, -len(self.lines[i].words), i), default=-1)

    def _title(self) -> int:
        text = [i for i in self.open() if i not in self.listed]
        if (first := next((i for i in text if self.lines[i].level == 1), -1)) >= 0:
            return first
        before = [i for i in text if i < self.lede and _can_be_title(self.lines[i])]
        if not before:
            return -1
        headed = [i for i in before if self.lines[i].level]
        title = (headed or [i for i in before if self.lines[i].words.count(" ") >= 3] or before)[0]
        for i in before:
            if (i < title and not self.lines[i].level) or (
                i > title and self.lines[i].words == self.lines[title].words
            ):
                self.marks[i] = "boilerplate"
        return title

    def _dates(self) -> None:
        """A word of publication goes with the date under it; dates between paragraphs head a timeline's entries."""
        for i, line in enumerate(self.lines[:-1]):
            if self.marks[i] is None and self.marks[i + 1] == "date" and is_publication_word(line.words):
                self.marks[i] = "date"
        prose = [i for i in self.open() if i >= self.lede and self.lines[i].is_prose]
        if len(prose) < 2:
            return
        bare = [i for i in range(prose[0], prose[-1]) if self.marks[i] == "date" and is_bare_date(self.lines[i].words)]
        if len(bare) > 1 or (bare and bare[0] > prose[1]):
            for i in bare:
                self.marks[i] = None

    def _after_the_end(self) -> None:
        """Behind the last paragraph, short lines after a credit are the page's; so is all behind `Comments`."""
        ended = next(
            (i for i, of_unit in enumerate(self.marks) if of_unit == "end" and i > self.lede >= 0), len(self.lines)
        )
        for i in range(ended, len(self.lines)):
            self.marks[i] = self.marks[i] if self.marks[i] in ("credit", "copyright", "signed") else "boilerplate"
        last = max((i for i in self.open() if self._is_text(i)), default=-1)
        passed = False
        for i in range(last + 1, len(self.lines)):
            if self.marks[i] is not None:
                passed = True
            elif passed:
                self.marks[i] = "boilerplate"

    def _is_text(self, i: int) -> bool:
        line = self.lines[i]
        is_text = line.stopped or line.level > 0 or len(line.words) > _LONG_LINE
        return (is_text and not _LABELLED.match(line.words)) or i in (self.lede, self.headline) or i in self.listed


def _items(lines: list[Unit]) -> set[int]:
    """The items of lists that a colon announces: they are the article's, whatever their words."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        if not line.words.endswith(":") or line.words.count(" ") < 3:
            continue
        for j in range(i + 1, min(i + 60, len(lines))):
            item = lines[j]
            marked = _LIST_MARK.match(item.words) is not None
            if (item.is_prose and not marked) or (item.parted and j > i + 1 and not marked) or item.level:
                break
            found.add(j)
    return found


def _is_short(line: Unit) -> bool:
    return line.words.count(" ") <= 2 and len(line.words) <= 30 and not line.stopped and not line.level


def _is_initialled(line: Unit) -> bool:
    """Whether what looks like a full stop ends initials, as a headline may: `... in the U.S.`"""
    return len(line.words) <= _LONG_LINE and re.search(r"\b(?:[A-Z]\.){2,4}$", line.words[-12:]) is not None


def _can_be_title(line: Unit) -> bool:
    if line.level or _is_initialled(line):
        return True
    stops = line.words.rstrip(" \"'”’»)").endswith((".", ":", ";"))
    return not stops and len(line.words) <= _LONGEST_HEADLINE and not _LIST_MARK.match(line.words)


def _cut(text: str, unit: Unit, kind: BlockKind, first: bool, last: bool) -> Iterator[Piece]:
    """The unit as a block, without the date or dateline it begins with and the credit it ends with."""
    start, end = unit.start, unit.end
    if first and (prefix := date_prefix(text[start : min(end, start + 160)])):
        yield Piece("boilerplate", start, start + prefix[0], "prefix")
        start = _past_signs(text, start + prefix[0], end)
    if first and 0 < (length := dateline_end(text[start : min(end, start + 170)])) < end - start:
        yield Piece("dateline", start, start + len(text[start : start + length].rstrip()), "dateline")
        start = _past_signs(text, start + length, end, signs="")
    credit = _trailing_credit(text, start, end) if last else end
    yield Piece(kind, start, start + len(text[start:credit].rstrip()))
    if credit < end:
        yield Piece("credit", credit, end, "credit")


def _past_signs(text: str, at: int, end: int, signs: str = ".,:;|–—-") -> int:
    while at < end - 1 and (text[at].isspace() or text[at] in signs):
        at += 1
    return at


def _trailing_credit(text: str, start: int, end: int) -> int:
    """Where the credit that ends a text begins, `end` where there is none: `... he said. (AFP)`."""
    tail = max(start + 1, end - 100)
    match = _TRAILING.search(text[tail:end])
    if match and is_agencies(match["credit"]):
        return tail + match.start("credit")
    return end
