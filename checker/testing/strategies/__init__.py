"""Hypothesis strategies for everything in checker.model, and for stories: readable, shrinking to small examples.

`stories(fact_types)` draws what several sources state, `agreeing` and `disagreeing` those of one mind and not, and
`scenarios()` whole texts; `stated_values(fact_type)` draws what a fact can be stated by, `benign(value)` the same value
in another form, `harmful(value)` one that cannot be true beside it.
"""

from __future__ import annotations

from checker.testing.strategies.articles import articles, claims, events, evidence, hints, sources
from checker.testing.strategies.edits import benign, harmful
from checker.testing.strategies.findings import camps, fact_keys, facts, findings, reports, roots
from checker.testing.strategies.packs import (
    event_types,
    fact_types,
    known_names,
    questions,
    rule_cases,
    rule_packs,
    rules,
)
from checker.testing.strategies.scenes import scenarios
from checker.testing.strategies.stated import stated_values
from checker.testing.strategies.stories import agreeing, disagreeing, stories
from checker.testing.strategies.values import VALUES, dates, datetimes, durations, mentions, values
from checker.testing.strategies.words import SENTENCES, identifiers, maybe, some, texts

__all__ = [
    "SENTENCES",
    "VALUES",
    "agreeing",
    "articles",
    "benign",
    "camps",
    "claims",
    "dates",
    "datetimes",
    "disagreeing",
    "durations",
    "event_types",
    "events",
    "evidence",
    "fact_keys",
    "fact_types",
    "facts",
    "findings",
    "harmful",
    "hints",
    "identifiers",
    "known_names",
    "maybe",
    "mentions",
    "questions",
    "reports",
    "roots",
    "rule_cases",
    "rule_packs",
    "rules",
    "scenarios",
    "some",
    "sources",
    "stated_values",
    "stories",
    "texts",
    "values",
]
