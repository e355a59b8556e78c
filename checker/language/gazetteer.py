"""What is known of names whatever a text says: places with their countries, well-known and given names, nations.

`places.toml` and `known.toml` hold them for all languages together; a gazetteer is what one language makes of them,
keyed by a text's tokens joined by one space. Loaded once a language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.built import built

HERE = Path(__file__).parent
_ELIDED = re.compile(r"(?i)\b([cdjlmnst])'(?=\w)")
_APOSTROPHE = re.compile(r"(?<=\w)(?<!\b[oO])'(?=\w)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NAMED = {
    "organisations": "organisation",
    "media": "media",
    "products": "product",
    "others": "other",
    "people": "person",
}


_ALIKE = ("ese", "ish", "nch", "iss")
"""People so called in English are many by the same word: the Chinese."""


class Entry(NamedTuple):
    """`kind`: place, weak_place (only after a preposition of place), organisation, media, product, person or other."""

    kind: str
    country: str | None = None


class Gazetteer(NamedTuple):
    """`entries` by key; `heads` first token -> the rest of the keys of several tokens, longest first.

    `lower` are the first tokens of places that begin in lower case (mer, golfe, pays).
    `nations` gives adjectives and people (`chinoises`, `Americans`) their country ('' for peoples of no one country);
    `given` holds given names.
    """

    entries: dict[str, Entry]
    heads: dict[str, tuple[tuple[str, ...], ...]]
    lower: frozenset[str]
    nations: dict[str, str]
    given: frozenset[str]


def _key(name: str, code: str) -> str:
    """The tokens of a name, as the lexer parts them, joined by one space."""
    name = name.strip()
    if name.isalpha():
        return name.lower()
    if not _INITIALS.search(name):
        name = name.replace(".", " . ")
    apart = _ELIDED.sub(r"\1' ", name) if code == "fr" else name
    apart = _APOSTROPHE.sub(" ' ", apart)
    return (
        " ".join(apart.replace("-", " - ").replace("&", " & ").split())
        .lower()
        .replace(" ' s", " 's" if code == "en" else " ' s")
    )


def _names(block: str, code: str) -> Iterator[str]:
    """The names of a block in the language: `London=Londres` is London in English and Londres in French.

    `Kyiv/Kiev` is one place spelt in two ways.
    """
    for entry in block.replace("\n", ",").split(","):
        english, mark, french = entry.partition("=")
        name = french if mark and code == "fr" else english
        yield from (spelling for spelling in name.split("/") if spelling.strip())


def _french_forms(adjective: str) -> Iterator[str]:
    """Masculine and feminine, singular and plural: `chinois, chinoise, chinoises`."""
    masculine, _, feminine = adjective.partition("/")
    if not feminine:
        doubled = masculine.endswith(("en", "el"))
        feminine = masculine if masculine.endswith("e") else masculine + ("ne" if doubled else "e")
    for form in (masculine, feminine):
        yield form
        yield form if form.endswith(("s", "x")) else form + "s"


def _nation_forms(english: str, french: str, code: str) -> Iterator[str]:
    for adjective in (english if code == "en" else french).split(","):
        if adjective and code == "fr":
            yield from _french_forms(adjective)
        elif adjective:
            yield from (adjective.lower(), adjective.lower() + "s")


def nationals(code: str) -> Iterator[tuple[str, str, str]]:
    """The people of each country: a form of the language, its plural, and the English lemma (`mauritian`)."""
    data = tomllib.loads((HERE / "places.toml").read_text("utf-8"))
    for line in data["countries"].strip().split("\n"):
        _, _, _, english, french, _ = line.split("|")
        lemma = english.partition(",")[0].lower()
        for adjective in (english if code == "en" else french).split(","):
            forms = list(_nation_forms(adjective, adjective, code)) if adjective else []
            for one, several in zip(forms[::2], forms[1::2], strict=True):
                yield one, one if one.endswith(_ALIKE) else several, lemma


def _places(data: dict[str, str], code: str) -> Iterator[tuple[str, Entry]]:
    for name in _names(data["regions"], code):
        yield name, Entry("place")
    for line in data["cities"].strip().split("\n"):
        country, _, names = line.partition("|")
        for name in _names(names, code):
            yield name.rstrip("!"), Entry("weak_place" if name.endswith("!") else "place", country)
    for line in data["countries"].strip().split("\n"):
        country, english, french, _, _, capitals = line.split("|")
        for name in (*_names(english if code == "en" else french, code), *_names(capitals, code)):
            yield name, Entry("place", country)


@built
def gazetteer(code: str) -> Gazetteer:
    """The gazetteer of a language (`en`, `fr`)."""
    data = tomllib.loads((HERE / "places.toml").read_text("utf-8"))
    known = tomllib.loads((HERE / "known.toml").read_text("utf-8"))
    pairs = [(name, Entry(kind)) for table, kind in _NAMED.items() for name in _names(known[table], code)]
    places = list(_places(data, code))
    pairs += places
    lower = frozenset(_key(name, code).split()[0] for name, _ in places if name.strip()[0].islower())
    entries: dict[str, Entry] = {}
    for name, entry in pairs:
        entries[_key(name, code)] = entry
    heads: dict[str, list[tuple[str, ...]]] = {}
    for key in entries:
        head, *rest = key.split()
        if rest:
            heads.setdefault(head, []).append(tuple(rest))
    nations: dict[str, str] = {}
    for line in data["countries"].strip().split("\n"):
        country, _, _, english, french, _ = line.split("|")
        for form in _nation_forms(english, french, code):
            nations.setdefault(" ".join(form.replace("-", " - ").split()), country)
    for name in _names(known["peoples"], code):
        nations.setdefault(name.strip(), "")
    longest_first = {head: tuple(sorted(rest, key=lambda r: (-len(r), r))) for head, rest in heads.items()}
    return Gazetteer(entries, longest_first, lower, nations, frozenset(known["given"].split()))
