"""Unsaid: what an article itself says is not known or not told: *the firm did not say which sites will close*.

That is a gap of another kind than silence: somebody asked, and there is no answer yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pydantic import Field

from checker.ingest import prose
from checker.judge.camps import camp_at
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Mention, NoValue

_END = re.compile(r"[.;:!?,()\n»\"“”]|\s[-–—]\s|$")
_LONGEST = 120
"""Code points of what is not said, at most."""
_MOST = 5
"""So many gaps of one article are told."""


class UnsaidParameters(Parameters):
    """`untold`: words that deny that something is told, each before one of `what`: *did not say* and *how many*.
    `unknown`: words that say so by themselves. `|` parts alternatives of one word; `*` is up to two words.
    """

    untold: tuple[str, ...] = Field(min_length=1)
    what: tuple[str, ...] = Field(min_length=1)
    unknown: tuple[str, ...] = ()


def _unsaid(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, UnsaidParameters)
    source, text = article.source.id, prose(article).replace("’", "'")
    told: set[str] = set()
    for match in _told(parameters.untold, parameters.what, parameters.unknown).finditer(text):
        stop = min(match.end() + _LONGEST, len(text))
        end = _END.search(text, match.end(), stop)
        mention = Mention(start=match.start(), end=end.start() if end else match.end(), value=NoValue())
        words = " ".join(article.text[mention.start : mention.end].split())
        if words.casefold() in told or len(told) == _MOST:
            continue
        told.add(words.casefold())
        yield make(
            rule,
            "unanswered",
            fields={"source": source, "words": words},
            about=f"{source} {words}",
            camps=[camp_at(article, mention)],
            trace=[f"{source} says itself that it is not known or not told"],
        )


@lru_cache(maxsize=8)
def _told(untold: tuple[str, ...], what: tuple[str, ...], unknown: tuple[str, ...]) -> re.Pattern[str]:
    """What finds the words in a text."""
    pairs = rf"(?:{_any(untold)})\s+(?:{_any(what)})"
    alone = rf"|(?:{_any(unknown)})" if unknown else ""
    return re.compile(rf"(?<![\w'])(?:{pairs}{alone})(?!\w)", re.IGNORECASE)


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(_phrase(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _phrase(phrase: str) -> str:
    """The words of a phrase, with white space between them; a word that ends with an apostrophe needs none after it."""
    written, between = "", ""
    for word in phrase.split():
        if word == "*":
            written += r"(?:\s+\w{1,30}){0,2}"
            continue
        written += between + "(?:" + "|".join(map(re.escape, word.split("|"))) + ")"
        between = r"\s{0,3}" if word.endswith("'") else r"\s+"
    return written


CHECK = Check("unsaid", UnsaidParameters, ("source", "words"), of_article=_unsaid)
