"""The figures of an article in reading order, what stands between them, and how far rounding lets each be off."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.judge.camps import camp_at
from checker.judge.finding import make
from checker.judge.story import Story
from checker.language.nouns import thing
from checker.model.claim import Claim
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import AmountValue, Count, Mention, Money, Number, Percent

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<!\bi\.e)(?<!\be\.g)[.!?][\"'”»)]*\s|\n\s*\n")


class Amount(NamedTuple):
    """A figure of an article, told exactly or to its last digit, with where it stands."""

    article: Article
    mention: Mention
    value: AmountValue
    figure: Decimal

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """What rounding to its last digit that is not zero allows; a small whole number is itself."""
        exponent = self.figure.normalize().as_tuple().exponent
        assert isinstance(exponent, int)
        if self.value.modifier == "exact" and abs(self.figure) < 1000 and exponent >= 0:
            return self.figure, self.figure
        half = Decimal(1).scaleb(exponent) / 2
        return self.figure - half, self.figure + half

    @property
    def in_brackets(self) -> bool:
        """Whether nothing but the figure stands between brackets."""
        return self.article.text[max(self.mention.start - 1, 0) : self.mention.end + 1] == f"({self.words})"

    @property
    def words(self) -> str:
        """The figure as it is written."""
        return self.article.text[self.mention.start : self.mention.end]

    def camp(self) -> Camp:
        """The figure as a camp of its own."""
        return camp_at(self.article, self.mention)


def amounts(article: Article, story: Story) -> list[Amount]:
    """The figures that an article states exactly or nearly, in reading order."""
    found = []
    for mention in story.mentions.get(article.source.id, ()):
        value = mention.value
        if isinstance(value, AmountValue) and value.amount is not None and value.modifier in ("exact", "about"):
            found.append(Amount(article, mention, value, value.amount))
    return sorted(found, key=lambda one: one.mention.start)


def between(one: Amount, other: Amount) -> str:
    """The words between two figures, spaces made one."""
    return " ".join(one.article.text[one.mention.end : other.mention.start].split()).lower()


def same_sentence(one: Amount, other: Amount) -> bool:
    """Whether no sentence ends between two figures."""
    return not sentence_ends(one.article, one.mention.end, other.mention.start)


def sentence_ends(article: Article, start: int, end: int) -> bool:
    """Whether a sentence ends somewhere from `start` to `end`."""
    ends = _sentence_ends(article.text)
    return bisect_right(ends, start) < bisect_right(ends, end)


def sentence_around(article: Article, start: int, end: int) -> tuple[int, int]:
    """From where to where the sentence goes in which a stretch of the text stands."""
    ends = _sentence_ends(article.text)
    before, after = bisect_right(ends, start), bisect_left(ends, end)
    return ends[before - 1] if before else 0, ends[after] if after < len(ends) else len(article.text)


@lru_cache(maxsize=16)
def _sentence_ends(text: str) -> list[int]:
    """Where the sentences of a text end, the mark and the space behind it included."""
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def of_one_kind(one: AmountValue, other: AmountValue) -> bool:
    """Whether one figure can be so many percent of another: money of one currency, counts, a bare number."""
    if isinstance(one, Percent) or isinstance(other, Percent):
        return False
    if isinstance(one, Money) and isinstance(other, Money):
        return one.currency == other.currency
    if isinstance(one, Number) or isinstance(other, Number):
        return True
    if isinstance(one, Count) and isinstance(other, Count):
        return thing(one.noun) == thing(other.noun)
    return one.kind == other.kind and getattr(one, "unit", None) == getattr(other, "unit", None)


def triples(found: Sequence[Amount]) -> Iterator[tuple[Amount, Amount, Amount]]:
    """Every three figures that follow one another."""
    yield from zip(found, found[1:], found[2:], strict=False)


def counts(value: AmountValue) -> bool:
    """Whether a figure counts something."""
    return isinstance(value, Count | Number)


def fits(least: Decimal, most: Decimal, percent: Amount) -> bool:
    """Whether a stated percentage can be one from `least` to `most`, as far as its own rounding goes."""
    exponent = percent.figure.normalize().as_tuple().exponent
    half = Decimal("0.5").scaleb(min(int(exponent), 0)) if percent.value.modifier == "exact" else Decimal(3)
    return least - half <= percent.figure <= most + half


def contradiction(rule: Rule, told: Sequence[Amount], worked: str, stated: str) -> Finding:
    """The finding that figures of one article do not go together: what they give, and what it states."""
    source = told[0].article.source.id
    return make(
        rule,
        "arithmetic",
        fields={"source": source, "worked": worked, "stated": stated},
        about=f"{source} {worked}",
        camps=[one.camp() for one in told],
        trace=[f"{worked}; stated: {stated}"],
    )


def told_with(article: Article, claim: Claim, words: Sequence[str]) -> bool:
    """Whether one of the words stands in the sentence of a claim."""
    evidence = claim.evidence[0]
    start, end = sentence_around(article, evidence.start, evidence.end)
    return any(word in words for word in _WORD.findall(article.text[start:end].lower()))
