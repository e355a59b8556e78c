"""Deadline: a start, a delay and an end that one article gives for one event, worked out on the calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.link.facts import LinkedClaim
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Date, Duration
from checker.values.calendar import add, intersect
from checker.values.words import iso_words


class DeadlineParameters(Parameters):
    """The attributes of the start (a date), the delay (a duration) and the end (a date)."""

    start: str
    delay: str
    end: str


def _deadline(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, DeadlineParameters)
    source = article.source.id
    told: dict[tuple[str, str | None], list[LinkedClaim]] = defaultdict(list)
    for linked in story.claims_of(source):
        if linked.event is not None:
            told[linked.key.attribute, linked.key.event].append(linked)
    for (attribute, event), delays in list(told.items()):
        if attribute != parameters.delay or (parameters.start, event) not in told:
            continue
        start = told[parameters.start, event][0]
        for delay, end in product(delays, told.get((parameters.end, event), ())):
            if isinstance(delay.claim.value, Duration) and delay.claim.value.modifier == "exact":
                yield from _worked_out(rule, source, start, delay, end)


def _worked_out(rule: Rule, source: str, start: LinkedClaim, delay: LinkedClaim, end: LinkedClaim) -> Iterator[Finding]:
    begins, length, stated = start.claim.value, delay.claim.value, end.claim.value
    if not (isinstance(begins, Date) and isinstance(length, Duration) and isinstance(stated, Date)):
        return
    if length.iso is None or begins.earliest is None or begins.earliest != begins.latest:
        return
    due = add(begins.earliest, length.iso)
    if intersect(Date(edtf=due, earliest=due, latest=due), stated) is not None:
        return
    camps = [
        Camp(
            value=linked.claim.value,
            sources=(source,),
            claims=(linked.claim.id,),
            evidence=linked.claim.evidence,
        )
        for linked in (start, delay, end)
    ]
    sum_words = f"{begins.earliest} + {length.iso} = {due}; stated {stated.edtf}"
    yield make(
        rule,
        "arithmetic",
        fields={"source": source, "label": end.label, "sum": sum_words, "delay": iso_words(length.iso)},
        fact=end.key,
        camps=camps,
        trace=[sum_words],
    )


CHECK = Check("deadline", DeadlineParameters, ("source", "label", "sum", "delay"), of_article=_deadline)
