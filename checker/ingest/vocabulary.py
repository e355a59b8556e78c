"""The words by which blocks are known, from blocks.toml, and the agencies of the language data; loaded once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from checker.language.agencies import agencies

HERE = Path(__file__).parent


class Openings(NamedTuple):
    """How a line may begin: whole words, or up to a colon where the entry ends in one."""

    beginnings: tuple[str, ...]

    def open(self, norm: str) -> bool:
        """Whether the normalised line begins with one of them."""
        return f"{norm} ".startswith(self.beginnings)


class Vocabulary(NamedTuple):
    """The entries of blocks.toml, those of both languages together, ready to be looked up."""

    lines: frozenset[str]
    sections: frozenset[str]
    ends: frozenset[str]
    openings: Openings
    teasers: Openings
    labels: Openings
    within: re.Pattern[str]
    patterns: re.Pattern[str]
    link_signs: tuple[str, ...]
    photo_openings: Openings
    photo_heads: frozenset[str]
    photo_files: re.Pattern[str]
    photo_marks: re.Pattern[str]
    photo_cues: re.Pattern[str]
    bylines: tuple[str, ...]
    agency_bylines: tuple[str, ...]
    notes: Openings
    between: frozenset[str]
    no_place: frozenset[str]
    place_words: str


def _entries(block: str) -> list[str]:
    return [entry for line in block.splitlines() if (entry := line.strip())]


def _openings(entries: Iterable[str], *, label: bool = False) -> Openings:
    found: list[str] = []
    for entry in entries:
        if label:
            found += [f"{entry}:", f"{entry} |", f"{entry} ©"]
        elif entry[-1].isalnum() or entry[-1] == ".":
            found += [f"{entry} ", f"{entry}:", f"{entry},", f"{entry}."]
        else:
            found.append(entry.rstrip("*"))
    return Openings(tuple(found))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _from_initials(entries: Iterable[str]) -> str:
    """The opening of a pattern that looks at entries only where a word begins with the initial of one: much faster."""
    initials = "".join(sorted({entry[0] for entry in entries}))
    return rf"\b(?=[{re.escape(initials)}])(?:"


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of all languages."""
    data = tomllib.loads((HERE / "blocks.toml").read_text("utf-8"))
    page, photo, byline = data["boilerplate"], data["photo"], data["byline"]

    def of(key: str) -> list[str]:
        return [entry for code in ("en", "fr") for entry in _entries(page[code][key])]

    return Vocabulary(
        lines=frozenset(of("line")),
        sections=frozenset(of("section")),
        ends=frozenset(of("end")),
        openings=_openings(of("opening")),
        teasers=_openings(of("teaser")),
        labels=_openings(of("label"), label=True),
        within=_any_of(map(re.escape, of("within"))),
        patterns=_any_of(page["any"]["patterns"]),
        link_signs=tuple(page["any"]["link_signs"].split()),
        photo_openings=Openings(
            _openings(_entries(photo["label"]), label=True).beginnings
            + _openings(_entries(photo["opening"])).beginnings
        ),
        photo_heads=frozenset(_entries(photo["head"])),
        photo_files=re.compile(rf"(?:{'|'.join(photo['file'])})\s?(?::|[-–—]\s)"),
        photo_marks=re.compile(f"{_from_initials(photo['marks'])}{'|'.join(photo['marks'])})"),
        photo_cues=_any_of(photo["cues"]),
        bylines=tuple(sorted(_entries(byline["opening"]), key=len, reverse=True)),
        agency_bylines=tuple(sorted(_entries(byline["agency_opening"]), key=len, reverse=True)),
        notes=_openings(_entries(byline["note"])),
        between=frozenset(f"{byline['between']} {byline['roles']}".split()),
        no_place=frozenset(data["dateline"]["no_place"].split()),
        place_words="|".join(data["dateline"]["within"].split()),
    )


@cache
def agency_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern that finds an agency's name, and the name its credit is given under by lower-case spelling."""
    known = agencies()
    names = {spelling.lower(): name for spelling, name in (*known.short.items(), *known.long.items())}
    short, long = (sorted(spellings, key=len, reverse=True) for spellings in (known.short, known.long))
    short_pattern, long_pattern = ("|".join(map(re.escape, spellings)) for spellings in (short, long))
    initials = _from_initials([*short, *long, *(spelling.upper() for spelling in long)])
    return re.compile(rf"{initials}(?<![@#])(?:{short_pattern}|(?i:{long_pattern}))(?!\w))"), names
