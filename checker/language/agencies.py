"""News agencies with their spellings, and the words by which a text says where its story comes from."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from checker.built import built

_FILE = Path(__file__).parent / "agencies.toml"


class Agencies(NamedTuple):
    """`short`: spellings read as they stand, `long`: in any case; each -> the name the agency is credited under.

    `joined` and `articles` are the small words of credit lines; `reported` are the phrases before an outlet's name, of
    all languages, as tuples of words without accents.
    """

    short: dict[str, str]
    long: dict[str, str]
    joined: frozenset[str]
    articles: frozenset[str]
    reported: tuple[tuple[str, ...], ...]


@built
def agencies() -> Agencies:
    """The agencies of agencies.toml, loaded once."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    phrases = {tuple(line.split()) for block in data["reported"].values() for line in block.strip().splitlines()}
    return Agencies(
        short={spelling: name for name, entry in data["agencies"].items() for spelling in entry["short"]},
        long={spelling: name for name, entry in data["agencies"].items() for spelling in entry["long"]},
        joined=frozenset(data["credit"]["joined"].split()),
        articles=frozenset(data["credit"]["articles"].split()),
        reported=tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase))),
    )
