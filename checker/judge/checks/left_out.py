"""Left out: values outside all fact types that several roots give, and that an article on the same story does not.

Where a fact type takes a value, the check of omission tells it; here one finding tells all that an article leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import Field

from checker.judge.check import Check, Parameters
from checker.judge.checks.solitary import SolitaryParameters, is_worth, named
from checker.judge.finding import make
from checker.judge.pairs import differing
from checker.judge.story import Story
from checker.link.magnitude import value_keys
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article


class LeftOutParameters(SolitaryParameters):
    """`roots`: how many independent roots must carry a value; `common`: so many facts tie an article to one of the
    others."""

    roots: int = Field(default=2, ge=1)
    common: int = Field(default=3, ge=1)


def _left_out(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, LeftOutParameters)
    source = article.source.id
    if story.draft not in (None, source):
        return
    ties = Counter(other for _, carrying in story.shared_facts.get(source, ()) for other in carrying)
    near = {other for other, facts in ties.items() if other != source and facts >= parameters.common}
    here = {key for mention in story.mentions.get(source, ()) for key in value_keys(mention.value)}
    facts = [
        fact
        for fact, carrying in story.facts_of_no_type
        if source not in carrying and fact.roots >= parameters.roots and not near.isdisjoint(carrying)
        if is_worth(fact.camps[0].value, fact.camps[0].evidence[0].exact, parameters)
        if here.isdisjoint(key for camp in fact.camps for key in value_keys(camp.value))
        if not differing(fact, story)
    ]
    if facts:
        camps = [fact.camps[0] for fact in facts]
        yield make(
            rule,
            "omitted",
            fields={"source": source, "values": named([camp.value for camp in camps], parameters.shown)},
            about=source,
            camps=camps,
            sources=[source],
            roots=min(fact.roots for fact in facts),
            trace=[f"{fact.label}: {fact.roots} roots" for fact in facts],
        )


CHECK = Check("left_out", LeftOutParameters, ("source", "values"), of_article=_left_out)
