"""Internal: one article gives one fact two values that cannot both be right.

Not where values met by what stands around them: that two values of one article stand in like words makes them no one
fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.pairs import differing, how_linked
from checker.judge.story import Story
from checker.link.general import METHOD
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.value import Quote


def _internal(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    fact_type = story.fact_type(fact)
    by_context = any(story.claim(camp.claims[0]).claim.method == METHOD for camp in fact.camps)
    quoted = isinstance(fact.camps[0].value, Quote)  # one utterance may be quoted in parts
    if by_context or quoted or fact.moves or (fact_type is not None and fact_type.cardinality == "many"):
        return
    for pair in differing(fact, story):
        for source in sorted(set(pair.one.sources) & set(pair.other.sources)):
            own = [
                camp.model_copy(
                    update={
                        "sources": (source,),
                        "claims": tuple(one for one in camp.claims if story.claim(one).claim.source == source),
                        "evidence": tuple(one for one in camp.evidence if one.source == source),
                    }
                )
                for camp in (pair.one, pair.other)
            ]
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


CHECK = Check("internal", Parameters, ("label", "source", "size"), of_fact=_internal)
