"""Weekday: a weekday said beside a date on which that date does not fall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

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

_NEAR = timedelta(days=31)
"""A date without a year that lies so near to publication is of that year."""


def _weekday(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    source = article.source.id
    for mention in story.mentions.get(source, ()):
        value = mention.value
        if not isinstance(value, Date | DateTime) or value.weekday is None:
            continue
        day = _day(article, value)
        if day is None or (falls_on := weekday_of(day)) == value.weekday:
            continue
        camp = Camp(
            value=value,
            sources=(source,),
            claims=(f"{source}:{mention.start}",),
            evidence=(evidence_of(article, mention),),
        )
        said = words_of_value(value.model_copy(update={"weekday": None, "edtf": day}))
        yield make(
            rule,
            "internal",
            fields={"source": source, "day": said, "said": DAYS[value.weekday - 1], "right": DAYS[falls_on - 1]},
            about=f"{source} {day} {value.weekday}",
            camps=[camp],
            trace=[f"{day} is a {DAYS[falls_on - 1]}; stated: {DAYS[value.weekday - 1]}"],
        )


def _day(article: Article, value: Date | DateTime) -> str | None:
    """The day a date with its year is; of one without, the day it is this month or the next or was in the last.

    *Monday, 18 March*, printed on 12 March 2025, is no day of 2024, whatever fell on a Monday then.
    """
    if value.earliest is None or value.earliest[:10] != (value.latest or "")[:10]:
        return None
    day = value.earliest[:10]
    if value.anchor is None:
        return day
    if value.anchor != "published" or article.published is None:
        return None
    printed = date.fromisoformat(article.published[:10])
    near = (_in_year(day, printed.year + years) for years in (-1, 0, 1))
    return next((one.isoformat() for one in near if one is not None and abs(one - printed) <= _NEAR), None)


def _in_year(day: str, year: int) -> date | None:
    try:
        return date.fromisoformat(f"{year:04}{day[4:]}")
    except ValueError:
        return None  # 29 February


CHECK = Check("weekday", Parameters, ("source", "day", "said", "right"), of_article=_weekday)
