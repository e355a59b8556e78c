"""Rule packs with their fact types, names, questions, rules and cases."""

from __future__ import annotations

from typing import Literal, get_args

from hypothesis import strategies as st

from checker.model.finding import CAUSES, Severity
from checker.model.rule import (
    CaseText,
    EventType,
    ExpectedFinding,
    FactType,
    Guard,
    KnownName,
    PerLanguage,
    Phrase,
    Question,
    Rule,
    RuleCase,
    RulePack,
    SubjectKind,
    Tolerance,
)
from checker.testing.strategies.articles import languages, pages
from checker.testing.strategies.findings import rule_ids
from checker.testing.strategies.values import decimals, iso_moments, kinds
from checker.testing.strategies.words import NOUNS, identifiers, maybe, names_of_things, some, texts

patterns: st.SearchStrategy[PerLanguage] = st.fixed_dictionaries(
    {}, optional={"en": some(st.just("{subject} runs {value}")), "fr": some(st.just("{subject} exploite {value}"))}
)
lines = some(st.sampled_from(("was|were", "<were> sunk", "{value} in {date}")))
phrases = st.builds(Phrase, id=identifiers, en=lines, fr=lines)
guards = st.builds(Guard, id=identifiers, en=lines, fr=lines)
event_types = st.builds(
    EventType,
    id=identifiers,
    label=names_of_things,
    lasting=st.booleans(),
    aside=some(st.sampled_from(("person", "place"))),
    nouns=patterns,
    verbs=patterns,
)


@st.composite
def fact_types(draw: st.DrawFn) -> FactType:
    """A fact type; it has states where it takes the kind status, and only there."""
    taken = draw(some(kinds, 1))
    return FactType(
        id=draw(identifiers),
        attribute=draw(texts),
        kinds=taken,
        nouns=draw(some(st.sampled_from(NOUNS))),
        subject=draw(some(st.sampled_from(get_args(SubjectKind)), 1)),
        event=draw(maybe(identifiers)),
        cardinality=draw(st.sampled_from(("one", "many"))),
        moves=draw(st.booleans()),
        tolerance=draw(st.builds(Tolerance, absolute=maybe(decimals(0, 100)), relative=maybe(decimals(0, 1)))),
        reads=draw(st.sampled_from(("patterns", "roles", "quotes"))),
        patterns=draw(patterns),
        states={state: draw(patterns) for state in ("halted", "confirmed")} if "status" in taken else {},
        unsaid=draw(patterns),
        unless=draw(patterns),
        guards=draw(some(identifiers)),
        counts=draw(maybe(texts)),
        gather=draw(st.booleans()),
        placed=draw(st.booleans()),
        timed=draw(st.booleans()),
        far=draw(st.booleans()),
    )


known_names = st.builds(
    KnownName,
    name=names_of_things,
    type=st.sampled_from(("person", "organisation", "product", "role", "place", "other")),
    aliases=some(texts, most=2),
    owner=maybe(names_of_things),
    within=maybe(names_of_things),
)
questions = st.builds(Question, id=identifiers, event=identifiers, text=texts, answered_by=some(texts, 1, 2))
rules = st.builds(
    Rule,
    id=rule_ids,
    name=identifiers,
    summary=texts,
    rationale=texts,
    check=identifiers,
    severity=st.sampled_from(get_args(Severity)),
    message=texts,
    parameters=st.dictionaries(identifiers, st.integers() | texts | st.lists(texts, max_size=2), max_size=2),
)
case_texts = st.builds(
    CaseText, id=identifiers, text=pages, language=maybe(languages), published=maybe(iso_moments), credit=maybe(texts)
)
expected_findings = st.builds(
    ExpectedFinding,
    cause=st.sampled_from([cause for causes in CAUSES.values() for cause in causes]),
    severity=maybe(st.sampled_from(get_args(Severity))),
    sources=maybe(some(identifiers, most=2)),
    message=maybe(texts),
    evidence=st.dictionaries(identifiers, texts, max_size=2),
)

EXPECTATIONS: tuple[tuple[Literal["fires", "silent", "boundary"], int, int], ...] = (
    ("fires", 1, 2), ("silent", 0, 0), ("boundary", 0, 2),
)  # fmt: skip
"""What a case can expect, and the least and most findings that go with it."""


@st.composite
def rule_cases(draw: st.DrawFn) -> RuleCase:
    """A case whose number of findings goes with what it expects."""
    expects, least, most = draw(st.sampled_from(EXPECTATIONS))
    return RuleCase(
        rule=draw(rule_ids),
        name=draw(texts),
        expects=expects,
        articles=draw(some(case_texts, 1, 2)),
        findings=draw(some(expected_findings, least, most)),
        draft=draw(maybe(identifiers)),
    )


rule_packs = st.builds(
    RulePack,
    id=identifiers,
    version=st.sampled_from(("1.0.0", "0.3", "2.1.0-rc1")),
    summary=texts,
    requires=some(identifiers, most=2),
    digest=st.just("sha256:ab"),
    phrases=some(phrases, most=1),
    guards=some(guards, most=1),
    fact_types=some(fact_types(), most=1),
    event_types=some(event_types, most=1),
    names=some(known_names, most=1),
    questions=some(questions, most=1),
    rules=some(rules, most=1),
    cases=some(rule_cases(), most=1),
)
