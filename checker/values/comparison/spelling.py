"""Two spellings of one person's name: what differs by error, and what only differs by the way it is transcribed.

A name written in two alphabets has several right spellings (Zelensky, Zelenskyy; Tchernenko, Chernenko): these have
one key. What is left after that and still differs by a letter or two is one name spelt in two ways.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from checker.values.comparison.names import fold

_ONE_SOUND = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"tsch|tch|sch|sh|ch|cz|tj", "s"), (r"dj|dzh|zh", "j"), (r"ph|v(?=$|\s)|ff(?=$|\s)", "f"), (r"x", "ks"),
        (r"gu(?=[ei])", "g"), (r"kh|gh|ck|qu|q|c|k|h(?=$|\s)", "k"),
        (r"ou|oo|w", "u"), (r"v", "u"), (r"ee|y|j", "i"), (r"\bie", "e"), (r"i+(?:e(?=$|\s))?", "i"), (r"z", "s"),
        (r"h", ""), (r"e(?=$|\s)", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_SHORTEST = 5
"""Shorter family names that differ by a letter are rather two names."""
_ARABIC = re.compile(r"(?<=\s)(?:al|el|bin|ibn|ben|abu|abou)\b|\b(?:abd\w*|moham\w+|muham\w+|ahm[ae]d)\b")
"""Names of an alphabet without vowels are transcribed with any: only their consonants count."""
_LIKE = 0.7
"""How much of the longer name two spellings of one share."""


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """A key that is equal for the spellings of one name in Latin letters, whatever the transcription."""
    key = fold(name)
    vowels = "aeiou" if _ARABIC.search(key) else ""
    for pattern, plain in _ONE_SOUND:
        key = pattern.sub(plain, key)
    return "".join(letter for letter in key if letter not in vowels and letter != " ")


def misspelt(one: str, other: str) -> bool:
    """Whether two full names of persons are one with its family name spelt in two ways: Anna Carvin, Anna Carvan."""
    (given, *family), (also_given, *also_family) = (fold(name).split() for name in (one, other))
    if given != also_given or len(given) < 2 or not family or len(family) != len(also_family):
        return False
    differing = [(a, b) for a, b in zip(family, also_family, strict=True) if a != b]
    if len(differing) != 1 or sound(one) == sound(other):
        return False
    a, b = sorted(differing[0])  # the matcher is not symmetric
    if b.startswith(a):
        return False  # an ending, or a word that ran into the next
    return min(len(a), len(b)) >= _SHORTEST and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _LIKE
