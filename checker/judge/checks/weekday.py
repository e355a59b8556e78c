"""Weekday: a weekday said beside a date on which that date does not fall."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story, evidence_of
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Date, DateTime
from checker.values.calendar import weekday_of
from checker.values.words import DAYS, words_of_value


def _weekday(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    source = article.source.id
    for mention in story.mentions.get(source, ()):
        value = mention.value
        if not isinstance(value, Date | DateTime) or value.weekday is None or value.anchor is not None:
            continue
        if value.earliest is None or value.earliest[:10] != (value.latest or "")[:10]:
            continue
        falls_on = weekday_of(value.earliest)
        if falls_on == value.weekday:
            continue
        camp = Camp(
            value=value,
            sources=(source,),
            claims=(f"{source}:{mention.start}",),
            evidence=(evidence_of(article, mention),),
        )
        day = words_of_value(value.model_copy(update={"weekday": None}))
        yield make(
            rule,
            "internal",
            fields={"source": source, "day": day, "said": DAYS[value.weekday - 1], "right": DAYS[falls_on - 1]},
            about=f"{source} {value.edtf} {value.weekday}",
            camps=[camp],
            trace=[f"{value.earliest[:10]} is a {DAYS[falls_on - 1]}; stated: {DAYS[value.weekday - 1]}"],
        )


CHECK = Check("weekday", Parameters, ("source", "day", "said", "right"), of_article=_weekday)
