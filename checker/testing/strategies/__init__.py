"""Hypothesis strategies for everything in checker.model, readable and shrinking to small readable examples."""

from __future__ import annotations

from checker.testing.strategies.articles import articles, claims, events, evidence, hints, sources
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
from checker.testing.strategies.values import VALUES, dates, datetimes, durations, mentions, values
from checker.testing.strategies.words import SENTENCES, identifiers, maybe, some, texts

__all__ = [
    "SENTENCES",
    "VALUES",
    "articles",
    "camps",
    "claims",
    "dates",
    "datetimes",
    "durations",
    "event_types",
    "events",
    "evidence",
    "fact_keys",
    "fact_types",
    "facts",
    "findings",
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
    "some",
    "sources",
    "texts",
    "values",
]
