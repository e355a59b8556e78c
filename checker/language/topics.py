"""What words are about, in two languages: what is done (a *doing*) and what is spoken of (a *topic*).

`topics.toml` holds both, an entry `english, other words | français, autres mots` each, named by its first word. A word
is known by its stem; one that ends with * stands for all words that begin so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from checker.built import built
from checker.language.stems import plain, stem

_FILE = Path(__file__).parent / "topics.toml"
_KINDS = {"doings": "doing", "topics": "topic"}
_LANGUAGES = ("en", "fr")
_LONGEST = 20
"""No beginning of the file is longer."""


@dataclass(frozen=True, eq=False)
class Topics:
    """The words of one language: stem -> key, and beginning -> key."""

    stems: dict[str, str] = field(default_factory=dict)
    beginnings: dict[str, str] = field(default_factory=dict)

    @lru_cache(maxsize=50_000)  # noqa: B019  # there are two of them, as long as the process lasts
    def key(self, word: str) -> str | None:
        """`doing:close` for *fermé*, `topic:depth` for *profondeur*, None for a word that is not known."""
        found = self.stems.get(stem(word))
        if found is not None:
            return found
        letters = plain(word)
        return next(
            (
                self.beginnings[letters[:size]]
                for size in range(min(len(letters), _LONGEST), 3, -1)
                if letters[:size] in self.beginnings
            ),
            None,
        )


def _entries() -> Iterator[tuple[str, list[list[str]]]]:
    """The key of each entry with its words in English and in French."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    for section, kind in _KINDS.items():
        for line in data[section].replace(";", "\n").split("\n"):
            if line.strip() and not line.lstrip().startswith("#"):
                sides = [[word.strip() for word in side.split(",") if word.strip()] for side in line.split("|")]
                yield f"{kind}:{sides[0][0].rstrip('*')}", sides


@built
def _both() -> dict[str, Topics]:
    known = {code: Topics() for code in _LANGUAGES}
    for key, sides in _entries():
        for code, words in zip(_LANGUAGES, sides, strict=True):
            for word in words:
                if word.endswith("*"):
                    known[code].beginnings.setdefault(plain(word[:-1]), key)
                else:
                    known[code].stems.setdefault(stem(word), key)
    return known


def topics(code: str) -> Topics:
    """The words of a language by what they are about."""
    return _both()[code]
