"""Comparing names, places and lists of names. What is one name under two forms is the caller's `Canonical` to say."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from checker.language import lexicon
from checker.language.places import country_name, place_name
from checker.language.topics import topics
from checker.model.value import Name, Names, Place
from checker.values.comparison.levels import (
    EQUIVALENT,
    IDENTICAL,
    PARTIAL,
    PRECISION,
    Comparison,
    different,
    missing,
)

_LANGUAGES = ("en", "fr")
Canonical = Callable[[str], str]
"""A name as written -> the key of who or what it names."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The name without case, accents, punctuation and doubled spaces: the same name in any typography."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign if sign.isalnum() else " " for sign in apart if not unicodedata.combining(sign))
    return " ".join(kept.split())


def compare_names(a: Name, b: Name, canonical: Canonical) -> Comparison:
    """The level of two names: a shorter form of one name is compatible; roles that are not one may be held together."""
    if a == b:
        return IDENTICAL
    one, other = canonical(a.text), canonical(b.text)
    if one == other:
        return IDENTICAL if a.text == b.text else EQUIVALENT
    if _within(one, other):
        return PRECISION
    if a.type == b.type == "role" and (level := _offices(office(a.text), office(b.text))) is not None:
        return level
    if "role" in (a.type, b.type):
        return missing("two roles, which one person may hold together")
    return different(f"{a.text} is not {b.text}")


def _within(one: str, other: str) -> bool:
    """Whether one name is the other with words left out (Pompeo, Mike Pompeo)."""
    words, others = one.split(), other.split()
    return bool(words and others) and (set(words) <= set(others) or set(others) <= set(words))


def _offices(a: frozenset[str], b: frozenset[str]) -> Comparison | None:
    """The level of two roles by what their words are about; None where either says what the other does not."""
    if not a or not b or not (a <= b or b <= a):
        return None
    return EQUIVALENT if a == b else PRECISION


@lru_cache(maxsize=20_000)
def office(text: str) -> frozenset[str]:
    """What the words of a role are about, in either language: *Interior Minister*, *ministre de l'Intérieur*."""
    words = [word for word in fold(text).split() if word not in _unsaid() and len(word) > 1]
    known = [topics(code) for code in _LANGUAGES]
    return frozenset(next((key for one in known if (key := one.key(word))), word) for word in words)


@cache
def _unsaid() -> frozenset[str]:
    """Words of a role that say nothing of what it is."""
    kinds = ("function", "role_aside")
    return frozenset(fold(word) for code in _LANGUAGES for kind in kinds for word in lexicon(code).values[kind])


def compare_places(a: Place, b: Place, canonical: Canonical) -> Comparison:
    """The level of two places: a town and the country it lies in are compatible."""
    if a == b:
        return IDENTICAL
    one, other = canonical(a.text), canonical(b.text)
    if one == other:
        return EQUIVALENT
    if a.country and a.country == b.country and (_is_country(a) or _is_country(b) or _within(one, other)):
        return PRECISION
    return different(f"{a.text} is not {b.text}")


def _is_country(place: Place) -> bool:
    """Whether the place is the whole country it lies in, named in any language."""
    return place.country is not None and place_name(place.text) == country_name(place.country)


def compare_lists(a: Names, b: Names, canonical: Canonical) -> Comparison:
    """The level of two lists, whatever their order. A difference names the items that only one side has."""
    if a == b:
        return IDENTICAL
    ours, theirs = ({canonical(item): item for item in side.items} for side in (a, b))
    only_a = [item for key, item in ours.items() if key not in theirs]
    only_b = [item for key, item in theirs.items() if key not in ours]
    if not only_a and not only_b:
        return EQUIVALENT if a.complete == b.complete else PARTIAL
    if not a.complete and not b.complete:
        return PARTIAL
    if (not a.complete and not only_a) or (not b.complete and not only_b):
        return PARTIAL
    parts = [
        f"only {side}: {', '.join(items)}" for side, items in (("the first", only_a), ("the second", only_b)) if items
    ]
    return different("; ".join(parts))
