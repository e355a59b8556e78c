"""Whose text it says it is: the agencies credited, and the one outlet that a text names as its source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from checker.built import digest_of, kept
from checker.language import LANGUAGES
from checker.language.agencies import agencies
from checker.language.gazetteer import gazetteer
from checker.lineage.wording import words
from checker.model.source import Source

_SIGNS = re.compile(r"[/|,;&+•·()\[\]]|\s[-–—]\s")
_LONGEST = 6
"""Words in the longest name of an outlet."""
_ARTICLES = 4
"""Small words that may stand before it: *selon le quotidien*, *by our partner the*."""


class Credit(NamedTuple):
    """Who is credited, by key: a name without case and accents, an agency's always the same.

    `agencies` are the credited that are known as agencies, `first` is credited first, `keys` holds the publisher too.
    `names` gives the form of each key that a reader should see.
    """

    credited: frozenset[str]
    agencies: frozenset[str]
    first: str | None
    keys: frozenset[str]
    names: dict[str, str]


class Reported(NamedTuple):
    """Who a text says it follows: `outlets` known as such, and `names` that an outlet nobody knows might have there."""

    outlets: frozenset[str]
    names: frozenset[str]


def credit(source: Source) -> Credit:
    """What the source itself states: its credit line, and its publisher where that is an agency."""
    lines = [source.credit] if source.credit else []
    if source.publisher and (source.role == "agency" or _key(source.publisher) in _agencies()):
        lines.append(source.publisher)
    keyed = [(key, part) for line in lines for part in _parts(line) if (key := _key(part))]
    publisher = [(_key(source.publisher), source.publisher)] if source.publisher else []
    credited = frozenset(key for key, _ in keyed)
    return Credit(
        credited=credited,
        agencies=credited & _agencies().keys(),
        first=keyed[0][0] if keyed else None,
        keys=credited | {key for key, _ in publisher},
        names={key: _agencies().get(key, part) for key, part in reversed(keyed + publisher)},
    )


def reported(said: Sequence[str]) -> Reported:
    """Who a text names as its source. `said`: its words outside direct quotes, without case and accents."""
    names: set[str] = set()
    for at, word in enumerate(said):
        for phrase in _phrases().get(word, ()):
            if tuple(said[at : at + len(phrase)]) == phrase:
                names |= _openings(said, at + len(phrase))
    return Reported(frozenset(names & _outlets()), frozenset(names))


def _openings(said: Sequence[str], at: int) -> set[str]:
    """The keys of all names that may begin at a place, after articles."""
    names: set[str] = set()
    for start in range(at, min(at + _ARTICLES, len(said))):
        names |= {_key(" ".join(said[start : start + length])) for length in range(1, _LONGEST + 1)}
        if said[start] not in agencies().articles:
            break
    return names


def _parts(line: str) -> list[str]:
    """The names of a credit line: `AFP/VNA/CVN`, `Le Monde avec AFP`."""
    joined = agencies().joined
    parts: list[list[str]] = [[]]
    for piece in _SIGNS.sub(" / ", line).split():
        if piece == "/" or piece.lower() in joined:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [" ".join(part) for part in parts if part]


def _key(name: str) -> str:
    """The name without case, accents and a leading article; an agency's one name for all its spellings."""
    found = words(name)
    bare = " ".join(found[1:] if len(found) > 1 and found[0] in agencies().articles else found)
    return _spellings().get(" ".join(found)) or _spellings().get(bare) or bare


@cache
def _spellings() -> dict[str, str]:
    """Spelling of an agency -> its key."""
    spellings = {**agencies().long, **agencies().short, **{name: name for name in _agencies().values()}}
    return {" ".join(words(spelling)): " ".join(words(name)) for spelling, name in spellings.items()}


@cache
def _agencies() -> dict[str, str]:
    """Key of an agency -> the name it is credited under."""
    return {" ".join(words(name)): name for name in (*agencies().short.values(), *agencies().long.values())}


@cache
def _outlets() -> frozenset[str]:
    """Keys of all agencies and of the media that the gazetteers know."""

    def make() -> frozenset[str]:
        media = (name for code in LANGUAGES for name, entry in gazetteer(code).entries.items() if entry.kind == "media")
        return frozenset(map(_key, media)) | _agencies().keys()

    return kept("outlets", f"{digest_of('lineage')} {digest_of('language')}", make)


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the phrases that begin with it."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in agencies().reported:
        found[phrase[0]].append(phrase)
    return {head: tuple(phrases) for head, phrases in found.items()}
