"""Age: the age an article gives a person against the birth date it gives, on the day it appeared, if that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from checker.judge.camps import camp_of
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.link.facts import LinkedClaim
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Date, Duration
from checker.values.comparison.times import days_of

_YEAR = Decimal("365.2425")
_SLACK = 1
"""An age may have been true on another day than the article's: so many years either way are let pass."""


class AgeParameters(Parameters):
    """The attributes of the age (a length of time) and of the birth date."""

    age: str
    birth: str


def _age(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, AgeParameters)
    if not article.published:
        return
    source = article.source.id
    today = date.fromisoformat(article.published[:10])
    told: dict[str, dict[str, list[LinkedClaim]]] = defaultdict(lambda: defaultdict(list))
    for linked in story.claims_of(source):
        told[linked.key.subject][linked.key.attribute].append(linked)
    for subject, claims in sorted(told.items()):
        for born in claims[parameters.birth]:
            for aged in claims[parameters.age]:
                birth, age = born.claim.value, aged.claim.value
                if not isinstance(birth, Date) or not birth.earliest or birth.earliest != birth.latest:
                    continue
                if not isinstance(age, Duration) or age.iso is None or age.modifier != "exact":
                    continue
                stated = round(days_of(age.iso) / _YEAR)
                begun = date.fromisoformat(birth.earliest)
                right = today.year - begun.year - ((today.month, today.day) < (begun.month, begun.day))
                if abs(stated - right) <= _SLACK:
                    continue
                worked = f"born on {birth.earliest}, {right} years old on {today.isoformat()}"
                yield make(
                    rule,
                    "internal",
                    fields={"source": source, "person": subject, "worked": worked, "stated": str(stated)},
                    about=f"{source} {subject} {birth.earliest} {stated}",
                    camps=[camp_of(born.claim), camp_of(aged.claim)],
                    trace=[f"{worked}; stated: {stated}"],
                )


CHECK = Check("age", AgeParameters, ("source", "person", "worked", "stated"), of_article=_age)
