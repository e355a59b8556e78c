"""The stem of a word: enough of it to tell its inflections from other words, and often one in both languages."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LENGTH = 6


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """The word in lower case without accents."""
    letters = word.lower()
    if letters.isascii():
        return letters  # most words: nothing to take apart
    apart = unicodedata.normalize("NFKD", letters)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def stem(word: str) -> str:
    """The first letters of a word without accents: `renova` of renovation and of rénovation; `loss` is no plural."""
    letters = plain(word)
    if len(letters) > _LENGTH:
        return letters[:_LENGTH]
    return letters[:-1] if letters.endswith("s") and not letters.endswith("ss") else letters
