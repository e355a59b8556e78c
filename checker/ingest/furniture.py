"""What a line of a page is by its own words: navigation, a credit, a date, a picture's line."""

from __future__ import annotations

import re
from typing import Literal

from checker.ingest.credits import agency_in, are_names, is_agencies, is_byline, is_signed
from checker.ingest.dateline import is_dateline
from checker.ingest.lines import Unit
from checker.ingest.pagedates import is_dated, without_dates
from checker.ingest.vocabulary import vocabulary

Mark = Literal[
    "boilerplate", "section", "end", "date", "prefix", "credit", "signed", "copyright", "photo", "caption", "dateline"
]
"""`section` heads a list of other stories; `end` closes the article; `signed` is a person with an agency, under a
picture or a text; `photo` credits the picture told of in the line above; `prefix` is a date put before the text."""

_LONGEST = 300
_LONGEST_TEASER = 200
_LONGEST_CAPTION = 600
_DECORATION = " \t•·*–—-_.…:|!»›>#[]()\"'“”«"
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b|℗)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BAR = re.compile(r"\s[|•·›>/]\s|[|•›]")
_BREADCRUMB = re.compile(r"[›>»]")
_PICTURE_TAIL = re.compile(
    r"(?:[([](?P<in>[^()\[\]]{3,90})[)\]]|(?:[.!?»”\"]|\s[-–—|]|\s{2})\s{0,2}(?P<out>[^.!?]{3,70}))\.?$"
)


def mark(unit: Unit) -> Mark | None:
    """What the unit is by its words, None where they do not say."""
    if unit.words.startswith(vocabulary().link_signs) and not unit.level:
        return "boilerplate"
    if len(unit.words) > _LONGEST:
        return "caption" if _is_caption(unit.words) else None
    norm = unit.words.lower().replace("’", "'").replace(" :", ":")
    bare = norm.strip(_DECORATION)
    return _by_entry(bare, norm, unit.level) or _by_credit(unit.words, norm) or _by_beginning(unit, norm, bare)


def _by_entry(bare: str, norm: str, level: int) -> Mark | None:
    known = vocabulary()
    if bare in known.ends:
        return "end"
    if bare in known.sections:
        return "section"
    if level:
        return None
    if bare in known.lines or known.patterns.fullmatch(norm) or known.patterns.fullmatch(bare):
        return "boilerplate"
    return None


def _by_credit(words: str, norm: str) -> Mark | None:
    if photo := _of_picture(words, norm):
        return photo
    if (notice := _COPYRIGHT.match(words)) and len(words) <= _LONGEST_TEASER:
        if _YEAR.search(words):
            return "copyright"
        rest = words[notice.end() :]
        return "photo" if is_signed(rest) or (are_names(rest.strip(), 5) and agency_in(rest) is None) else "signed"
    if is_dateline(words):
        return "dateline"
    if is_agencies(words) or is_byline(words) or (vocabulary().notes.open(norm.lstrip("([")) and _is_note(words)):
        return "credit"
    if is_signed(words):
        return "signed"
    if is_dated(words):
        rest = without_dates(words)
        if not rest:
            return "date"
        if is_agencies(rest) or is_byline(rest) or is_signed(rest):
            return "credit"
    return None


def _is_note(words: str) -> bool:
    return words.startswith(("(", "[")) or words.count(" ") <= 24


def _by_beginning(unit: Unit, norm: str, bare: str) -> Mark | None:
    known = vocabulary()
    if known.labels.open(bare) or known.labels.open(norm):
        return "boilerplate"
    if len(norm) <= _LONGEST_TEASER:
        start = norm.lstrip("•·*–—-([ ")
        if known.openings.open(start) or (known.teasers.open(start) and not norm.endswith(".")):
            return "boilerplate"
        if _is_menu(norm):
            return "boilerplate"
    if known.within.search(norm):
        return "copyright" if "©" in norm else "boilerplate"
    return "caption" if not unit.level and _is_caption(unit.words) else None


def _is_menu(norm: str) -> bool:
    """Whether the line is short words parted by bars or arrows: a menu or the way to this page."""
    parts = [part for part in _BAR.split(norm) if part.strip()]
    if norm.endswith((".", ":")) or any(part.count(" ") > 4 or len(part) > 32 for part in parts):
        return False
    return len(parts) >= 3 or (len(parts) == 2 and _BREADCRUMB.search(norm) is not None)


def _of_picture(words: str, norm: str) -> Mark | None:
    """`caption` where the line tells what a picture shows, `photo` where it only credits one."""
    known = vocabulary()
    start = norm.lstrip("([")
    if known.photo_files.match(start) or known.photo_openings.open(start):
        return "photo" if len(words) <= 80 and not words.endswith(".") and not _has_clause(words) else "caption"
    return "photo" if _credits_picture(words) else None


def _has_clause(words: str) -> bool:
    """Whether more than names follow the label of a picture's line."""
    rest = words.partition(":")[2].strip()
    return bool(rest) and not are_names(rest, 10) and re.search(r"[/|©]", rest) is None


def _credits_picture(words: str) -> bool:
    """Whether a line is only a picture's credit: `REUTERS/Jane Doe`, `Jane Doe/AFP via Getty Images`."""
    line = words.strip("()[] .")
    if len(line) > 90 or not (found := vocabulary().photo_marks.search(line)):
        return False
    return found[0] == line or (re.search(r"[/|©,]|\bvia\b|Photo|PHOTO", line) is not None and are_names(line, 10))


def _is_caption(words: str) -> bool:
    """Whether a line tells of a picture and ends in the picture's credit."""
    if len(words) > _LONGEST_CAPTION or not (tail := _PICTURE_TAIL.search(words, max(0, len(words) - 100))):
        return False
    credit = (tail["in"] or tail["out"]).strip()
    norm = credit.lower().replace(" :", ":")
    if vocabulary().photo_openings.open(norm) or _credits_picture(credit):
        return True
    return bool(_COPYRIGHT.match(credit) and not _YEAR.search(credit)) or ("/" in credit and is_signed(credit))
