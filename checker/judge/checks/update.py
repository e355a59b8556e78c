"""Update: the camps of a fact that moves are of different times; the newest value is named."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import camp_words, make
from checker.judge.pairs import contradicting, differing, how_linked
from checker.judge.story import Story
from checker.judge.timeline import as_of, at_one_time, newest_first
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.values.words import words_of_value


def _update(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    if not fact.moves:
        return
    across = at_once = contradicting(fact, story)
    if len({camp.newest for camp in fact.camps}) > 1:  # of one day, what is borne out is only told beside a part
        across = [pair for pair in differing(fact, story) if pair.parts_sources]
    if not across or at_one_time(at_once, fact, story):
        return  # what one article gives twice is of parts, or recalled; what two give of one time is a difference
    order = newest_first(fact, story)
    newest = camp_words(order[0]) if order else "not known, since the days cannot be put in order"
    told = []
    for camp in order or fact.camps:
        when = as_of(camp, story)
        told.append(f"{camp_words(camp)}: as of {words_of_value(when) if when else camp.newest or 'no known day'}")
    yield make(
        rule,
        "update",
        fields={"label": fact.label, "newest": newest},
        fact=fact.key,
        camps=order or fact.camps,
        roots=fact.roots,
        trace=[*how_linked(fact), *told],
    )


CHECK = Check("update", Parameters, ("label", "newest"), of_fact=_update)
