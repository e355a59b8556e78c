"""Text to typed values: `find_values` is the whole of it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from checker.language import Lexicon, lexicon
from checker.language.detect import detect
from checker.model.value import Mention
from checker.values import amounts, proper, time, traps
from checker.values.found import Found
from checker.values.lexer import Tokens, lex


def found_in(tokens: Tokens, words: Lexicon, published: dt.date | dt.datetime | str | None = None) -> tuple[Found, ...]:
    """All values of a text's tokens, by first token: figures and times without overlap.

    Names, places and quotes beside them.
    """
    taken = bytearray(len(tokens.norms))
    traps.mark(tokens, words, taken)
    found = list(time.read(tokens, words, taken, published))
    found += amounts.read(tokens, words, taken)
    found += proper.read(tokens, words, found)
    return tuple(sorted(found, key=lambda value: (value.first, value.last, value.value.kind)))


def find_values(
    text: str, language: Literal["en", "fr"] | None = None, published: dt.date | dt.datetime | str | None = None
) -> tuple[Mention, ...]:
    """The values of `text`, by start. `language` is found where it is not given.

    `published` (a date, or an ISO 8601 string that begins with one; ValueError otherwise) pins relative dates.
    """
    words = lexicon(language or detect(text))
    tokens = lex(text, words)
    return tuple(
        Mention(start=tokens.starts[first], end=tokens.ends[last], value=value)
        for first, last, value in found_in(tokens, words, published)
    )
