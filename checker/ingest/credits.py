"""Who is credited: agencies' names in bylines, signatures, datelines and copyright lines."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.ingest.vocabulary import agency_names, vocabulary

_APART = re.compile(r"(?:(?<!\s)\s++)?[/|,;&+•·]\s*|(?<!\s)\s++(?:[-–—]+|and|et|avec|with|via|by|par)\s+")
_DECORATION = " \t\u00a0\u202f.()[]-–—*_:|"
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_LONGEST = 120


@lru_cache(maxsize=64)  # one line is asked about several times on end
def agency_in(words: str) -> str | None:
    """The agency first named, under the name its credit is given (`AFP`, `Reuters`); None where none is."""
    pattern, names = agency_names()
    match = pattern.search(words)
    return names[match[0].lower()] if match else None


def _is_agency(part: str) -> bool:
    pattern, _ = agency_names()
    bare = re.sub(r"^(?:l'|the |la |le )", "", part.strip(_DECORATION), flags=re.IGNORECASE)
    return pattern.fullmatch(bare) is not None


def is_agencies(words: str) -> bool:
    """Whether the words are names of agencies and nothing more: `AFP/VNA/CVN`, `(AFP)`, `avec Reuters`."""
    if len(words) > _LONGEST or agency_in(words) is None:
        return False
    line = words.replace("’", "'").strip(_DECORATION)
    lower = line.lower()
    for opening in vocabulary().agency_bylines:
        if lower.startswith(opening) and not lower[len(opening) : len(opening) + 1].isalnum():
            line = line[len(opening) :].strip(_DECORATION)
            break
    parts = [part for part in _APART.split(line) if part]
    return any(_is_agency(part) for part in parts) and all(
        _is_agency(part) or _ACRONYM.fullmatch(part) for part in parts
    )


def is_signed(words: str) -> bool:
    """Whether the words are names of persons with an agency's: `Jane Doe | Reuters`, `Jane Doe, Xinhua`."""
    if len(words) > _LONGEST or words.rstrip().endswith((".", "?", "!", ":")) or agency_in(words) is None:
        return False
    parts = [part for part in _APART.split(words.replace("’", "'").strip(_DECORATION)) if part]
    return len(parts) > 1 and any(_is_agency(part) for part in parts) and all(are_names(part, 4) for part in parts)


def are_names(words: str, most: int = 16) -> bool:
    """Whether the words are capitalised, apart from small words between names; at most `most` words."""
    found = re.findall(r"[^\W\d_][\w.'-]*", words)
    small = vocabulary().between
    return (
        0 < len(found) <= most and found[0][0].isupper() and all(word[0].isupper() or word in small for word in found)
    )


def is_byline(words: str) -> bool:
    """Whether the words name who wrote the text: `By Jane Doe`, `Par Jean Dupont avec AFP`."""
    if len(words) > _LONGEST or words.endswith((".", "?", "!")) or any(sign.isdigit() for sign in words):
        return False
    lower = words.lower()
    for opening in vocabulary().bylines:
        if lower.startswith(opening) and not lower[len(opening) : len(opening) + 1].isalnum():
            names = words[len(opening) :].replace("’", "'").strip(_DECORATION)
            names = re.sub(r"^(?:l'|the |la |le )", "", names)
            return are_names(names) and (" " in names or agency_in(names) is not None)
    return False
