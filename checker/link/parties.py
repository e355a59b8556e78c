"""Whether two statements of one doing are told of one thing, by one doer: how much speaks for it, and what against."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.deeds import broadly
from checker.language.nouns import are_people
from checker.language.topics import topics
from checker.link.context import SAID, Weighed
from checker.link.magnitude import ANYONE
from checker.link.names import NameBook
from checker.model.claim import Claim

OF, BY = "of:", "by:"
NOBODY, NONE = "nobody", "none"
_WEIGHTS = {"of word": 1.0, "of name": 1.5, "by word": 0.75, "by name": 1.5, "people": 0.25}
_BESIDE = {"name": 1.0, "date": 0.5}
_BESIDE_ELSE, _BESIDE_MOST = 0.5, 2.5
_OTHER_NAMES = 0.75
"""So much less speaks for two statements beside which none of the names of the one stands by the other."""


class Party(NamedTuple):
    """Whom a doing is told of, or who does it: the keys of the words, and of the names."""

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    nobody: bool = False
    none: bool = False
    """*no body*, *aucun corps*: none of a kind, which says nothing of those found elsewhere"""

    @property
    def is_people(self) -> bool:
        """Whether it is people without a name, or nobody."""
        said = [key.partition(":")[2] for key in self.words]
        people = bool(said) and all(one in ANYONE or are_people(one) for one in said)
        return not self.names and (self.nobody or people)

    def tells(self, other: Party) -> bool:
        """Whether a name or a word is that of another party too, and tells more than *two men*."""
        words = {key for key in self.words & other.words if key.partition(":")[2] not in ANYONE}
        return bool(words or self.names & other.names)


def party(claim: Claim, role: str, names: NameBook) -> Party:
    """The party of a statement in a role, its names in canonical form."""
    keys = [one_key(key.removeprefix(role)) for key in claim.context if key.startswith(role)]
    named = {f"name:{names.key(key.removeprefix('name:'), claim.source)}" for key in keys if key.startswith("name:")}
    return Party(
        frozenset(key for key in keys if not key.startswith("name:") and key not in (NOBODY, NONE)),
        frozenset(named),
        NOBODY in keys,
        NONE in keys,
    )


class Statement(NamedTuple):
    """A statement of a doing with its parties. `keys`: what stands around it, as `one_key` puts it."""

    told: Weighed
    of: Party
    by: Party
    keys: frozenset[str]


def one_key(key: str) -> str:
    """The key of a word by what it is about, where it has one: one for a noun that is counted and one that is not."""
    kind, _, noun = key.partition(":")
    return broadly((topics("en").key(noun) or key) if kind == "thing" else key)


def statement(told: Weighed, names: NameBook) -> Statement:
    """A claim of a doing as a statement."""
    of, by = party(told.claim, OF, names), party(told.claim, BY, names)
    return Statement(told, of, by, frozenset(map(one_key, told.weights)))


def nearness(a: Statement, b: Statement) -> float:
    """How much speaks for two statements of one doing being told of one thing; 0 where something speaks against it."""
    of = _nearness(a.of, b.of, "of", a.told, b.told)
    by = _nearness(a.by, b.by, "by", a.told, b.told)
    if of is None or by is None:
        return 0.0
    shared = {key for key in a.keys & b.keys if key.startswith((*SAID, "date:"))}
    parties = {key for one in (a.of, a.by) for key in (*one.words, *one.names)}
    beside = sum(_BESIDE.get(key.partition(":")[0], _BESIDE_ELSE) for key in shared - parties)
    names = [{key for key in one.told.weights if key.startswith("name:")} for one in (a, b)]
    apart = all(names) and not any(b.told.has_name(name) for name in names[0])
    return of + by + min(beside, _BESIDE_MOST) - (_OTHER_NAMES if apart else 0.0)


def _nearness(one: Party, other: Party, role: str, a: Weighed, b: Weighed) -> float | None:
    """What speaks for two parties being one; None where they are two."""
    named = any(_is_named(name, other, b) for name in one.names) or any(_is_named(name, one, a) for name in other.names)
    if one.names and other.names and not named:
        return None
    words = one.words & other.words
    known = [any(key.startswith(SAID) for key in each.words) for each in (one, other)]
    people = one.is_people and other.is_people
    if not words and not named and all(known) and not people:
        return None
    if people and not one.tells(other):
        return _WEIGHTS["people"] if one.nobody or other.nobody or words else None
    return (_WEIGHTS[f"{role} word"] if words else 0.0) + (_WEIGHTS[f"{role} name"] if named else 0.0)


def _is_named(name: str, party: Party, told: Weighed) -> bool:
    return name in party.names or (bool(party.names) and told.has_name(name))
