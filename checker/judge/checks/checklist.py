"""Checklist: a question that a story of this kind should answer, and that no source answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.link.events import LinkedEvent
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.value import NoValue

ASIDE = 3
"""An event of which another of its type has so many times more told is only mentioned in passing."""
_WHEN = ("when was", "when did")


def _checklist(rule: Rule, parameters: Parameters, story: Story) -> Iterator[Finding]:
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.key.event is not None:
            facts[fact.key.event].append(fact)
    events = _events(story)
    told = {event.id: len({fact.key.attribute for fact in facts[event.id]}) for event in events}
    most: dict[str, int] = defaultdict(int)
    for event in events:
        kind = event.told[0].event.type
        most[kind] = max(most[kind], told[event.id])
    for event in events:
        if told[event.id] * ASIDE <= most[event.told[0].event.type]:
            continue
        sources = {one.source for one in event.told}
        for question in story.questions:
            if question.event != event.told[0].event.type:
                continue
            answers = [fact for fact in facts[event.id] if fact.key.attribute in question.answered_by]
            camps = [camp for fact in answers for camp in fact.camps]
            dated = event.time is not None and question.text.startswith(_WHEN)
            if dated or any(not isinstance(camp.value, NoValue) for camp in camps):
                continue
            answer = "the sources say that it is not specified" if camps else "no answer was read in any source"
            yield make(
                rule,
                "unanswered",
                fields={"question": question.text, "event": event.label, "answer": answer},
                about=f"{question.id} {event.id}",
                camps=camps,
                sources=sources,
                roots=len({story.root_of.get(source, source) for source in sources}),
                trace=[f"event: {event.id}", f"answered by: {', '.join(question.answered_by)}", *event.reasons],
            )


def _events(story: Story) -> list[LinkedEvent]:
    events = {linked.event.id: linked.event for linked in story.claims if linked.event is not None}
    return [events[name] for name in sorted(events)]


CHECK = Check("checklist", Parameters, ("question", "event", "answer"), of_story=_checklist)
