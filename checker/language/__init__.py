"""What the checker knows of a language: words by class, kept as data in a folder of TOML files a language.

`language/<code>/claims.toml`, `amounts.toml`, `names.toml`, `time.toml` each hold tables `[words.<section>]`, one for
each class of words, with the letter that stands for the class in a text's shape and its entries: `words = "january=1,
jan=1"`, one entry `word` or `word=value`, entries parted by commas or line ends; an entry of several words is a
phrase and becomes one token. A word that stands in several sections gets the letter of the section that comes last
(files in the order of `FILES`), which should be one made for the ambiguity. A section without a letter is only looked
up and its words keep the class they have.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.built import built

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr")
FILES = ("claims.toml", "amounts.toml", "names.toml", "time.toml")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language. Keys are lower case with straight apostrophes."""

    code: str
    letters: dict[str, str]
    """word or phrase -> the letter of its class"""
    values: dict[str, dict[str, str]]
    """section -> word -> value ('' where the entry has none)"""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """first word -> the phrases that begin with it, longest first, as tuples of words"""


def entries(block: str) -> list[tuple[str, str]]:
    """The `word=value` entries of a block of a data file, in order."""
    found = []
    for entry in block.replace("\n", ",").split(","):
        word, _, value = entry.partition("=")
        if word.strip():
            found.append((word.strip(), value.strip()))
    return found


def parts_of(phrase: str, code: str) -> tuple[str, ...]:
    """The tokens of an entry.

    Hyphens and French elisions part words, an English apostrophe is written apart (`days ' time`).
    """
    if code == "fr" and phrase != "aujourd'hui":
        phrase = phrase.replace("'", "' ")
    return tuple(phrase.replace("-", " - ").split()) if phrase != "-" else (phrase,)


def build(code: str, tables: list[dict[str, Any]]) -> Lexicon:
    """The lexicon of a language from its parsed data files, in order."""
    letters: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for section, table in (pair for data in tables for pair in data["words"].items()):
        if section in values:
            raise ValueError(f"two sections of language {code} are called {section}")
        values[section] = dict(entries(table["words"]))
        if "letter" not in table:
            continue
        for word in tuple(values[section]):
            letters[word] = table["letter"]
            parts = parts_of(word, code)
            if len(parts) > 1:
                letters[" ".join(parts)] = table["letter"]
                values[section][" ".join(parts)] = values[section][word]
                if parts not in (known := phrases.setdefault(parts[0], [])):
                    known.append(parts)
    longest_first = {head: tuple(sorted(tails, key=lambda p: (-len(p), p))) for head, tails in phrases.items()}
    return Lexicon(code, letters, values, longest_first)


@built
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language (`en`, `fr`), loaded once."""
    files = [HERE / code / name for name in FILES]
    return build(code, [tomllib.loads(file.read_text("utf-8")) for file in files if file.exists()])
