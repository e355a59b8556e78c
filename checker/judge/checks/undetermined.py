"""Undetermined: days that cannot be placed, since neither the article nor another source of the event dates them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story, evidence_of
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Date, DateTime, Mention


def _undetermined(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    source = article.source.id
    open_days = [mention for mention in story.mentions.get(source, ()) if _is_open(mention)]
    unplaced = [mention for mention in open_days if not _placed_by_event(mention, source, story)]
    if not unplaced:
        return
    words = list(dict.fromkeys(article.text[mention.start : mention.end] for mention in unplaced))
    camps = [
        Camp(
            value=mention.value,
            sources=(source,),
            claims=(f"{source}:{mention.start}",),
            evidence=(evidence_of(article, mention),),
        )
        for mention in unplaced
    ]
    why = "no publication date is known" if article.published is None else "the words do not tell"
    yield make(
        rule,
        "undetermined",
        fields={"source": source, "days": ", ".join(words), "why": why},
        about=source,
        camps=camps,
        trace=[why, "give it with --published, in sources.toml or in front matter"],
    )


def _is_open(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Date | DateTime) or value.earliest is not None:
        return False
    day, clock, _ = value.edtf.partition("T")  # a clock time alone asks for no calendar
    return day.startswith("XXXX-WXX") or (day == "XXXX-XX-XX" and not clock)


def _placed_by_event(mention: Mention, source: str, story: Story) -> bool:
    """Whether the day is that of an event which other sources date."""
    for linked in story.claims:
        event = linked.event
        if event is None or event.time is None or event.time.earliest is None or linked.claim.source != source:
            continue
        own = linked.claim.event.time if linked.claim.event else None
        if own is not None and isinstance(mention.value, Date) and own.edtf == mention.value.edtf:
            return True
    return False


CHECK = Check("undetermined", Parameters, ("source", "days", "why"), of_article=_undetermined)
