"""Omission: several roots carry a fact, and an article that tells of the same event or subject does not."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.pairs import differing, how_linked
from checker.judge.story import Story
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.values.comparison import Level


class OmissionParameters(Parameters):
    """`roots`: how many independent roots must carry the fact."""

    roots: int = Field(default=2, ge=1)


def _omission(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, OmissionParameters)
    if fact.roots < parameters.roots or differing(fact, story):
        return
    carrying = {source for camp in fact.camps for source in camp.sources}
    for article in story.articles:
        source = article.source.id
        wanted = source == story.draft if story.draft is not None else True
        if source in carrying or not wanted or not _tells_of(source, fact, story) or _has_value(source, fact, story):
            continue
        yield make(
            rule,
            "omitted",
            fields={"label": fact.label, "source": source, "roots": str(fact.roots)},
            fact=fact.key,
            camps=fact.camps,
            sources=[source],
            roots=fact.roots,
            trace=[
                *how_linked(fact),
                f"{source} tells of {fact.key.event or fact.key.subject} and gives no such value",
            ],
        )


def _has_value(source: str, fact: Fact, story: Story) -> bool:
    """Whether the article has the value all the same, in words that no claim was made of."""
    fact_type = story.fact_type(fact)
    return any(
        story.compare(mention.value, camp.value, fact_type).level in (Level.identical, Level.equivalent)
        for mention in story.mentions.get(source, ())
        for camp in fact.camps
    )


def _tells_of(source: str, fact: Fact, story: Story) -> bool:
    """Whether the article has another claim on the fact's event, or where it has none on its subject."""
    for linked in story.claims:
        same = linked.key.event == fact.key.event and (
            fact.key.event is not None or linked.key.subject == fact.key.subject
        )
        if same and linked.claim.source == source:
            return True
    return False


CHECK = Check("omission", OmissionParameters, ("label", "source", "roots"), of_fact=_omission)
