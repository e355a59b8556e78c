"""Internal: one article gives one fact two values that cannot both be right.

Not where values met by what stands around them: that two values of one article stand in like words makes them no one
fact. Nor where a live text gives them in two posts: the later one corrects the earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from checker.judge.amounts import told_with
from checker.judge.camps import of_source
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.pairs import differing, how_linked
from checker.judge.posts import in_one_post
from checker.judge.story import Story
from checker.link.context import METHOD, Weighed, weigh
from checker.model.fact import Camp, Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Quote


class InternalParameters(Parameters):
    """`unless`: words of a sentence that speaks of one among several: *second*, *aftershock*."""

    unless: tuple[str, ...] = ()


def _internal(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, InternalParameters)
    fact_type = story.fact_type(fact)
    by_context = any(story.claim(camp.claims[0]).claim.method == METHOD for camp in fact.camps)
    quoted = isinstance(fact.camps[0].value, Quote)  # one utterance may be quoted in parts
    if by_context or quoted or fact.moves or (fact_type and (fact_type.moves or fact_type.cardinality == "many")):
        return
    for pair in differing(fact, story):
        for source in sorted(set(pair.one.sources) & set(pair.other.sources)):
            own = [of_source(camp, source, story) for camp in (pair.one, pair.other)]
            article = story.article(source)
            told = product(*(_weighed(camp, story) for camp in own))
            if not any(_of_one(one, other, article, parameters.unless) for one, other in told):
                continue
            named = [{story.claim(one).claim.subject for one in camp.claims} for camp in own]
            if named[0].isdisjoint(named[1]):
                continue  # *Bush* and *George H. W. Bush* may be two of one family
            yield make(
                rule,
                "internal",
                fields={"label": fact.label, "source": source, "size": pair.compared.size},
                fact=fact.key,
                camps=own,
                trace=[*how_linked(fact), pair.trace()],
            )


def _weighed(camp: Camp, story: Story) -> Iterable[Weighed]:
    return weigh((story.claim(one).claim for one in camp.claims), story.names).values()


def _of_one(one: Weighed, other: Weighed, article: Article | None, unless: Sequence[str]) -> bool:
    """Whether nothing tells two statements apart: no other name, day or post, no word such as *previous*."""
    if (one.names and other.names and one.names.isdisjoint(other.names)) or one.on_other_day(other):
        return False
    if article is None:
        return True
    apart = any(told_with(article, each.claim, unless) for each in (one, other))
    return not apart and in_one_post(article, one.start, other.start)


CHECK = Check("internal", InternalParameters, ("label", "source", "size"), of_fact=_internal)
