"""Solitary: the values of an article that no article of another root gives, in claims or out of them.

The values that fact types take are left to the check of corroboration. Of the others those are told that a reader would
want a second source for: what is counted, paid, measured, a share, a length of time, a date with its year. A value that
another article gives of any thing of the kind is not told: it may be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import Field

from checker.judge.camps import camp_at
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.link.columns import columns
from checker.link.magnitude import value_keys
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Count, Date, Number, Quote, Value
from checker.values.words import words_of_value

_YEAR = len("2021")
_NONE: frozenset[str] = frozenset()


class SolitaryParameters(Parameters):
    """`shown`: so many of the values are named in the message."""

    shown: int = Field(default=6, ge=1)
    least: int = Field(default=3, ge=0)
    """What is counted in fewer than this says nothing by its figure alone."""


def _solitary(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, SolitaryParameters)
    source = article.source.id
    root = story.root_of[source]
    others = {story.root_of[one.source.id] for one in story.articles if one.source.id != story.draft} - {root}
    if not others:
        return
    taken = {
        offset
        for linked in story.claims_of(source)
        if linked.fact_type is not None and not isinstance(linked.claim.value, Quote)
        for evidence in linked.claim.evidence
        for offset in range(evidence.start, evidence.end)
    }
    alone = {
        columns(mention.value).canonical: mention
        for mention in reversed(story.mentions.get(source, ()))
        if is_worth(mention.value, article.text[mention.start : mention.end], parameters)
        if taken.isdisjoint(range(mention.start, mention.end))
        if all(story.roots_by_value.get(key, _NONE) <= {root} for key in value_keys(mention.value))
    }
    told = sorted(alone.values(), key=lambda mention: mention.start)
    if told:
        yield make(
            rule,
            "uncorroborated",
            fields={
                "source": source,
                "alone": str(len(told)),
                "values": named([mention.value for mention in told], parameters.shown),
            },
            about=source,
            camps=[camp_at(article, mention) for mention in told],
            sources=[source],
            roots=1,
            trace=[f"looked for in {len(others)} other roots"],
        )


def is_worth(value: Value, said: str, parameters: SolitaryParameters) -> bool:
    """Whether a value, said in these words, is worth a second source."""
    if isinstance(value, Date):
        return value.edtf[:_YEAR].isdigit() and value.edtf[:_YEAR] in said
    if isinstance(value, Number):
        return False
    if isinstance(value, Count):
        return value.amount is None or value.amount >= parameters.least
    return value.kind in ("money", "percent", "measure", "duration")


def named(values: Sequence[Value], shown: int) -> str:
    """The first of some values in words, and how many more there are."""
    words = [words_of_value(value) for value in values]
    more = len(words) - shown
    return ", ".join(words[:shown]) + (f" and {more} more" if more > 0 else "")


CHECK = Check("solitary", SolitaryParameters, ("source", "alone", "values"), of_article=_solitary)
