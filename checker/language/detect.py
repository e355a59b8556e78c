"""Which language a text is in, English or French, from its function words and, where these are few, its spelling.

The words and letters that speak for a language are in `language/<code>/detect.toml`. Only the first `WINDOW` characters
are looked at, so the cost does not grow with the text.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")
WINDOW = 6000
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_WORD_WEIGHT = 4
"""A function word weighs as much as four tell-tale spellings."""
_CLEAR_LEAD = 5
"""So many function words more on one side make spelling unnecessary."""


class Telling(NamedTuple):
    """What speaks for a language: function words that the other has not, and spellings as one pattern."""

    words: frozenset[str]
    spelling: re.Pattern[str]


@cache
def _telling(code: Language) -> Telling:
    data = tomllib.loads((Path(__file__).parent / code / "detect.toml").read_text("utf-8"))
    return Telling(
        frozenset(cast(str, data["words"]).split()), re.compile("|".join(cast(str, data["spelling"]).split()))
    )


def detect(text: str) -> Language:
    """The language of `text`; `en` also where nothing speaks for either, or both are spoken for alike."""
    lower = text[:WINDOW].lower().replace("’", "'")
    words = _WORD.findall(lower)
    english, french = (_telling(code) for code in LANGUAGES)
    lead = sum(word in french.words for word in words) - sum(word in english.words for word in words)
    if abs(lead) < _CLEAR_LEAD:
        lead = lead * _WORD_WEIGHT + len(french.spelling.findall(lower)) - len(english.spelling.findall(lower))
    return "fr" if lead > 0 else "en"
