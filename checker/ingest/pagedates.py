"""Lines that date the page: `Publié le 3 août 2020 à 10h20`, `date 2020-08`, `January 5, 2021`."""

from __future__ import annotations

import re
from functools import cache

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
    published, modified, beside = _phrases()
    rest = line
    for dated in reversed(list(dates(line))):
        rest = f"{rest[: dated.start]} | {rest[dated.end :]}"
    for pattern in (_CLOCK, modified, published):
        rest = pattern.sub(" ", rest)
    left = re.findall(r"[^\W_]+(?:[.'’][^\W_]*)?", rest.lower())
    if all(word in beside or word.rstrip(".'’") in beside for word in left):
        return ""
    return " ".join(rest.split()).strip(_EDGES)


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


def stated_days(line: str, language: Language) -> tuple[str | None, str | None]:
    """The ISO days of publication and of change that a line gives in so many words, None each where it does not."""
    published_words, modified_words, _ = _phrases()
    published = modified = None
    at = 0
    for dated in dates(line, language):
        before = line[at : dated.start]
        at = dated.end
        if modified_words.search(before):
            modified = modified or dated.day
        elif published_words.search(before):
            published = published or dated.day
    return published, modified


def date_prefix(line: str) -> tuple[int, Dated] | None:
    """Where a date with its word, put before a text, ends, and the date: `date 2020-08 The ministry ...`."""
    prefix = _PREFIX.match(line)
    if prefix is None:
        return None
    first = next(iter(dates(line[:80])), None)
    if first is None or first.start != prefix.end() or not _GOES_ON.match(line, first.end):
        return None
    return first.end, first
