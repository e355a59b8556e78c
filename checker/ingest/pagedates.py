"""Lines that date the page: `Publié le 3 août 2020 à 10h20`, `date 2020-08`, `January 5, 2021`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.ingest.credits import are_names
from checker.ingest.dates import Dated, dates, words
from checker.model.source import Language

_LONGEST = 160
_CLOCK = re.compile(
    r"(?<![\d.,])\d{1,2} ?(?:(?:[:h.] ?|min ?)\d{2}(?:[:m]\d{2})?(?: ?[ap]\.?m\b\.?)?|h\b|[ap]\.?m\b\.?"
    r"|(?:min|mins|minutes?|hrs?|hours?|heures?|days?|jours?)\b)|(?:utc|gmt) ?[+-]\d{1,2}(?::\d\d)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PREFIX = re.compile(r"(?:date|dated|publi(?:é|ée|shed)(?: le| on)?|posted(?: on)?)\s{0,2}:?\s{1,2}", re.IGNORECASE)
_LONGEST_OUTLET = 10
"""An outlet's name, with an agency's beside it, has no more words."""
_NO_CAPITAL = re.compile(r"\b[ld]['’]|\b\S{1,40}\.[a-z]{2,4}\b|\ble $", re.IGNORECASE)
"""What is a name for all that it has no capital: *l'Agence*, *harbour.fr*."""
_NOTE = re.compile(r"\([^()]*\)|(?<=\d{4})\. .*$")
_BEFORE_DAY = re.compile(r"(?:^|[,.|•·–—(:/-] {0,2})(?:le )?$", re.IGNORECASE)
_ENDS_IN_CLOCK = re.compile(r"\d ?[ap]\.m\.$", re.IGNORECASE)
_GOES_ON = re.compile(r"[\s.,:;|–—-]{1,5}[\"“«'‘]?\s?[^\W\d_a-z]")
_EDGES = " ,|•·–—-/:;()[].\u00a0\u202f"


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    def any_of(section: str) -> re.Pattern[str]:
        entries = sorted(words()[section].split(), key=len, reverse=True)
        return re.compile(
            rf"(?<!\w)(?:{'|'.join(re.escape(e).replace('_', ' ') for e in entries)})(?!\w)", re.IGNORECASE
        )

    return any_of("published"), any_of("modified"), frozenset(words()["beside"].split())


def is_dated(line: str) -> bool:
    """Whether a short line has a date in it."""
    return len(line) <= _LONGEST and _DIGIT.search(line) is not None and any(True for _ in dates(line))


def without_dates(line: str) -> str:
    """What a dated line says beside its dates, clock times and words of publication; empty where that is all."""
    rest = _rest(line)
    return " ".join(rest.split()).strip(_EDGES) if _words_beside(rest) else ""


def words_beside(line: str) -> list[str]:
    """The words of a dated line that have to do with no date: an outlet's name."""
    return _words_beside(_rest(line))


def _words_beside(rest: str) -> list[str]:
    _, _, beside = _phrases()
    words = re.findall(r"[^\W_]+(?:[.'’][^\W_]*)?", rest)
    return [word for word in words if {word.lower(), word.lower().rstrip(".'’")}.isdisjoint(beside)]


def _rest(line: str) -> str:
    published, modified, _ = _phrases()
    rest = line
    for dated in reversed(list(dates(line))):
        rest = f"{rest[: dated.start]} | {rest[dated.end :]}"
    for pattern in (_CLOCK, modified, published):
        rest = pattern.sub(" ", rest)
    return rest


def is_stamp(line: str) -> bool:
    """Whether a line does no more than date the article, under the outlet's name: `The Harbour Post, Fri 8 Nov 2019`,
    `franceports – Publié le 8 novembre 2019 à 22h31`. A note may follow the day, or stand in brackets.
    """
    if not is_dated(line):
        return False
    line = _NOTE.sub(" ", line).rstrip()
    if (day := next(dates(line), None)) is None or (line.endswith((".", "?", "!")) and not _ENDS_IN_CLOCK.search(line)):
        return False
    published, modified, _ = _phrases()
    if any(said.search(line, 0, day.start) for said in (published, modified)):
        return len(words_beside(line)) <= _LONGEST_OUTLET
    outlet = _NO_CAPITAL.sub("", line[: day.start])
    after = " ".join(words_beside(line[day.end :]))
    named = are_names(outlet, _LONGEST_OUTLET) if outlet.strip(_EDGES) else True
    return (
        day.day is not None
        and _BEFORE_DAY.search(line[: day.start]) is not None
        and named
        and (not after or are_names(after, _LONGEST_OUTLET))
    )


def says_published(line: str) -> bool:
    """Whether the line has a word of publication or of change."""
    published, modified, _ = _phrases()
    return published.search(line) is not None or modified.search(line) is not None


def is_bare_date(line: str) -> bool:
    """Whether the line gives a date alone, without a word of publication and without a clock time."""
    return not says_published(line) and not _CLOCK.search(line) and not without_dates(line)


def is_publication_word(line: str) -> bool:
    """Whether the line is a word of publication and nothing more: `Published`, `Mis à jour le :`."""
    return len(line) <= 40 and says_published(line) and not without_dates(line)


class StatedDays(NamedTuple):
    """The ISO days of a line: of publication and of change where a word says so, and those that stand bare."""

    published: str | None
    modified: str | None
    bare: tuple[str, ...]


def stated_days(line: str, language: Language) -> StatedDays:
    """The days a line gives. A change is of the same year where it tells none (*mis à jour le 9 novembre*)."""
    published_words, modified_words, _ = _phrases()
    published = modified = None
    bare: list[str] = []
    at = 0
    for dated in dates(line, language):
        before = line[at : dated.start]
        at = dated.end
        known = published or next(iter(bare), None)
        if modified_words.search(before):
            modified = modified or dated.day or (dated.in_year(int(known[:4])) if known else None)
        elif published_words.search(before):
            published = published or dated.day
        elif dated.day is not None:
            bare.append(dated.day)
    return StatedDays(published, modified, tuple(bare))


def date_prefix(line: str) -> tuple[int, Dated] | None:
    """Where a date with its word, put before a text, ends, and the date: `date 2020-08 The ministry ...`."""
    prefix = _PREFIX.match(line)
    if prefix is None:
        return None
    first = next(iter(dates(line[:80])), None)
    if first is None or first.start != prefix.end() or not _GOES_ON.match(line, first.end):
        return None
    return first.end, first
