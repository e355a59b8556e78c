"""Deadline: a start, a delay and an end that one article gives for one event, worked out on the calendar."""

from __future__ import annotations

from collections.abc import Iterator

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
    own = [linked for linked in story.claims if linked.claim.source == source and linked.event is not None]
    for delay in own:
        length = delay.claim.value
        if delay.key.attribute != parameters.delay or not isinstance(length, Duration) or length.modifier != "exact":
            continue
        for end in own:
            if end.key.attribute != parameters.end or end.key.event != delay.key.event:
                continue
            start = next(
                (one for one in own if one.key.attribute == parameters.start and one.key.event == delay.key.event), None
            )
            if start is not None:
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
