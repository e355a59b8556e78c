"""Facts, camps, findings and reports. A camp's evidence comes from its sources, a cause belongs to its verdict."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from checker.model.fact import Camp, Fact, FactKey, Root
from checker.model.finding import CAUSES, Finding, Severity, Suppression, Verdict
from checker.model.report import Coverage, Gate, Report, SourceEntry, Tool, UnexaminedValue
from checker.testing.strategies.articles import articles, claims, evidence, sources
from checker.testing.strategies.values import iso_days, iso_moments, kinds, values
from checker.testing.strategies.words import (
    SENTENCES,
    identifiers,
    maybe,
    names_of_people,
    names_of_things,
    some,
    texts,
)


@st.composite
def camps(draw: st.DrawFn, among: tuple[str, ...] = ("afp-en", "line-fr"), of: Any = values) -> Camp:
    """A camp of sources out of `among`, with a claim and evidence of each."""
    members = tuple(sorted(draw(st.sets(st.sampled_from(among), min_size=1))))
    return Camp(
        value=draw(of),
        sources=members,
        claims=tuple(f"{source}#1" for source in members),
        evidence=tuple(draw(evidence(source, SENTENCES[0])) for source in members),
        speakers=draw(some(names_of_people, most=1)),
        newest=draw(maybe(iso_moments)),
    )


fact_keys = st.builds(
    FactKey,
    subject=names_of_things,
    attribute=st.sampled_from(("number of ships", "delay", "seat")),
    event=maybe(st.just("order#1")),
    scope=maybe(st.just("Europe")),
)


@st.composite
def facts(draw: st.DrawFn, of: Any = values) -> Fact:
    """A fact of one to three camps, each of a source of its own; `of` draws their values."""
    ids = [f"source-{number}" for number in range(draw(st.integers(1, 3)))]
    return Fact(
        key=draw(fact_keys),
        fact_type=draw(identifiers),
        label=draw(texts),
        moves=draw(st.booleans()),
        roots=draw(st.integers(1, len(ids))),
        camps=tuple(draw(camps((source,), of)) for source in ids),
        link=draw(some(texts, most=1)),
    )


rule_ids = st.sampled_from(("NUM101", "GAP602", "CHK001", "9001"))
fingerprints = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)
suppressions = st.one_of(
    st.builds(Suppression, by=st.just("waiver"), reason=texts, owner=names_of_people, expires=maybe(iso_days)),
    st.builds(Suppression, by=st.just("baseline"), reason=texts),
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """A finding with a cause of its verdict, on a fact or on an article alone."""
    verdict = draw(st.sampled_from(get_args(Verdict)))
    return Finding(
        rule=draw(rule_ids),
        verdict=verdict,
        cause=draw(st.sampled_from(CAUSES[verdict])),
        severity=draw(st.sampled_from(get_args(Severity))),
        message=draw(texts),
        fact=draw(maybe(fact_keys)),
        sources=draw(some(st.sampled_from(("afp-en", "line-fr")), most=2)),
        camps=draw(some(camps(), most=2)),
        roots=draw(maybe(st.integers(0, 5))) if verdict != "conflict" else None,
        trace=draw(some(texts, most=2)),
        fingerprint=draw(fingerprints),
        suppressed=draw(maybe(suppressions)),
        anchor=draw(maybe(evidence("afp-en", SENTENCES[0]))),
    )


@st.composite
def coverages(draw: st.DrawFn) -> Coverage:
    """How far one article was examined; the figures add up and each unexamined value is listed."""
    unread = draw(some(st.builds(UnexaminedValue, kind=kinds, exact=texts, start=st.just(3), end=st.just(9))))
    compared, lone = draw(st.integers(0, 50)), draw(st.integers(0, 50))
    return Coverage(
        source=draw(sources).id,
        read=compared + lone + len(unread),
        compared=compared,
        lone=lone,
        unexamined=len(unread),
        values=unread,
    )


@st.composite
def source_entries(draw: st.DrawFn) -> SourceEntry:
    """The report's entry for an article."""
    article = draw(articles())
    return SourceEntry(
        source=article.source,
        path=article.path,
        language=article.language,
        published=article.published,
        modified=article.modified,
        hints=article.hints,
        line_starts=(0, *(at + 1 for at, letter in enumerate(article.text) if letter == "\n")),
        sha256=article.sha256,
    )


tools = st.builds(
    Tool, version=st.just("0.1.0"), packs=st.dictionaries(identifiers, st.just("1.0 sha256:ab"), max_size=2)
)
roots = st.builds(Root, id=texts, members=some(texts, 1, 3), reasons=some(texts, most=2))
reports = st.builds(
    Report,
    tool=tools,
    sources=st.lists(source_entries(), max_size=2, unique_by=lambda entry: entry.source.id).map(tuple),
    coverage=some(coverages(), most=2),
    claims=some(claims(), most=2),
    roots=some(roots, most=2),
    facts=some(facts(), most=2),
    findings=some(findings(), most=2),
    gate=maybe(st.builds(Gate, drafts=some(texts, 1, 2), among_sources=st.integers(0, 9))),
)
