"""Countable nouns in two languages.

What a form found in a text is called, and what a form that is not known would be called.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from checker.built import built
from checker.language.gazetteer import nationals

_FILE = Path(__file__).parent / "nouns.toml"
_SECTIONS = ("people", "nouns")
_FRENCH_PLURALS = (("eau", "eaux"), ("au", "aux"), ("eu", "eux"), ("al", "aux"))
_ENGLISH_PLURALS = (("s", "ses"), ("x", "xes"), ("z", "zes"), ("ch", "ches"), ("sh", "shes"))


class Other(NamedTuple):
    """Another lemma for a noun: where a word of `before` stands just before its figure, or one of `around` near it."""

    lemma: str
    before: frozenset[str]
    around: frozenset[str]


@dataclass(frozen=True, eq=False)
class Nouns:
    """The countable nouns of one language: form -> English lemma. A form that is both stands in both; phrases have
    spaces.

    `things` has lemmas that name the same thing as another (demonstrator -> protester): counts of the two can be
    compared. `several` has the plurals of lemmas; `others` the forms that name another thing in some surroundings;
    `people` the lemmas that count people.
    """

    code: str
    singulars: dict[str, str] = field(default_factory=dict)
    plurals: dict[str, str] = field(default_factory=dict)
    things: dict[str, str] = field(default_factory=dict)
    several: dict[str, str] = field(default_factory=dict)
    others: dict[str, Other] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)

    def lemma(self, plural: str) -> str:
        """The lemma of a plural form: the lexicon's, or the singular that the language's rules give."""
        known = self.plurals.get(plural)
        return known if known is not None else (_french(plural) if self.code == "fr" else _english(plural))


def plural_of(noun: str, code: str) -> str:
    """The regular plural of a noun; of a phrase, that of its last word in English and its first in French."""
    if code == "fr":
        head, space, rest = noun.partition(" ")
        if rest and " " not in rest and "'" not in rest:
            # an adjective goes with its noun: raids aériens; a complement with de, d' does not: coups de feu
            rest = plural_of(rest, code)
        if head[-1] in "sxz":
            return noun
        for ending, plural in _FRENCH_PLURALS:
            if head.endswith(ending):
                return head[: -len(ending)] + plural + space + rest
        return head + "s" + space + rest
    for ending, plural in _ENGLISH_PLURALS:
        if noun.endswith(ending):
            return noun[: -len(ending)] + plural
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "i", "o", "u"):
        return noun[:-1] + "ies"
    return noun + "s"


def _english(plural: str) -> str:
    if plural.endswith("ies") and len(plural) > 4:
        return plural[:-3] + "y"
    if plural.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")) or (
        plural.endswith("uses") and plural[-5] not in "aoe"
    ):
        return plural[:-2]
    return plural[:-1] if plural.endswith("s") and not plural.endswith("ss") else plural


def _french(plural: str) -> str:
    if plural.endswith(("ais", "ois", "ès")):
        return plural
    if plural.endswith("aux") and not plural.endswith("eaux"):
        return plural[:-3] + "al"
    return plural[:-1] if plural.endswith(("s", "eaux", "eux", "oux")) else plural


def _forms(words: str) -> Iterator[tuple[str, str | None]]:
    for word in words.split(","):
        noun, slash, plural = word.strip().partition("/")
        if noun:
            yield noun, plural if slash else None


def _words(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(",") if word.strip())


def _entries(block: str) -> Iterator[str]:
    for line in block.splitlines():
        if not line.startswith("#"):
            yield from line.split(";")


@built
def nouns(code: str) -> Nouns:
    """The nouns of a language, loaded once; where two entries share a form the first has it."""
    found = Nouns(code)
    data = tomllib.loads(_FILE.read_text("utf-8"))
    entries = [(section, entry) for section in _SECTIONS for entry in _entries(data[section])]
    for section, entry in entries:
        english, _, french = entry.partition("|")
        named = [(words, next(_forms(words))[0]) for words in english.split("+") if words.strip()]
        if section == "people":
            found.people.update(lemma for _, lemma in named)
        for _, lemma in named[1:]:
            found.things.setdefault(lemma, named[0][1])
        for words, lemma in [(french, named[0][1])] if code == "fr" and named else named:
            for noun, told in _forms(words):
                found.singulars.setdefault(noun, lemma)
                several = told or plural_of(noun, code)
                found.plurals.setdefault(several, lemma)
                if noun == lemma:
                    found.several.setdefault(lemma, several)
    listed = {noun for _, entry in entries for noun, _ in _forms(entry.partition("|")[0].replace("+", ","))}
    for one, several, lemma in nationals(code):
        if not lemma or lemma in listed:
            continue
        found.people.add(lemma)
        found.singulars.setdefault(one, lemma)
        found.plurals.setdefault(several, found.singulars[one])
    for entry in data["other"] if code == "fr" else ():
        other = Other(entry["lemma"], _words(entry["before"]), _words(entry["around"]))
        found.others.update(dict.fromkeys(_words(entry["forms"]), other))
    return found


def plural(noun: str) -> str:
    """What several of a count's noun are called in English: the lexicon's plural of the lemma, or the regular one."""
    return nouns("en").several.get(noun) or plural_of(noun, "en")


def are_people(noun: str) -> bool:
    """Whether a count's noun counts people: voters, injured, Canadians."""
    return noun in nouns("en").people


def thing(noun: str) -> str:
    """What a count's noun counts: one lemma for all that name the same thing (demonstrator, marcher: protester)."""
    return nouns("en").things.get(noun, noun)
