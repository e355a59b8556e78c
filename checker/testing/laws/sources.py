"""Laws of sources: their order, language and number say nothing; a copy is no second origin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from checker.link.columns import columns
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.rule import CaseText
from checker.model.value import Quote
from checker.testing.laws.law import law, must
from checker.testing.stories import Account, Story, Told
from checker.testing.strategies.stories import stories
from checker.testing.subject import Subject

COPY = "zz"
"""The id of a source that is added to a story."""


def told_stories(subject: Subject) -> st.SearchStrategy[tuple[Told, ...]]:
    """Stories of the subject's fact types with given claims, and the articles of its cases."""
    drawn = stories(subject.fact_types)
    several = [case.articles for case in subject.cases if len(case.articles) > 1]
    return drawn | st.sampled_from(several) if several else drawn


def with_each(told: st.SearchStrategy[Any], more: Callable[[Any], st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Stories, each with what is drawn from it."""
    return told.flatmap(lambda story: st.tuples(st.just(story), more(story)))


def conflicts(findings: Iterable[Finding]) -> set[str]:
    """The fingerprints of the conflicts."""
    return {one.fingerprint for one in findings if one.verdict == "conflict"}


def said(findings: Sequence[Finding], fingerprints: set[str]) -> str:
    """The messages of findings with these fingerprints."""
    return "; ".join(one.message for one in findings if one.fingerprint in fingerprints)


def as_id(told: Told, name: str) -> Told:
    """The same words from another source."""
    if isinstance(told, CaseText):
        return told.model_copy(update={"id": name})
    return replace(told, source=name, copies=told.copies or told.source)


@law(
    "judging",
    lambda subject: told_stories(subject).flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))),
)
def order_of_sources_is_nothing(subject: Subject, example: tuple[Sequence[Told], Sequence[Told]]) -> None:
    """In which order files are named is chance: a verdict that depends on it cannot be replayed."""
    one, other = (subject.report(story) for story in example)
    must(one.roots == other.roots, f"roots {one.roots} in one order, {other.roots} in the other")
    must(one.facts == other.facts, f"facts {one.facts} in one order, {other.facts} in the other")
    ours, theirs = ([finding.message for finding in report.findings] for report in (one, other))
    must(one.findings == other.findings, f"{ours} in one order, {theirs} in the other")


@law("judging", lambda subject: stories(subject.fact_types))
def language_of_a_source_is_nothing(subject: Subject, story: Story) -> None:
    """The same values told in the other language are the same story: nothing is judged by the language it is in."""
    if any(isinstance(one.value, Quote) for account in story for one in account.statements):
        return
    turned = [replace(account, language="fr" if account.language == "en" else "en") for account in story]
    ours, theirs = ({(one.message, one.fingerprint) for one in subject.findings(told)} for told in (story, turned))
    must(ours == theirs, f"{sorted(ours - theirs)} in one language, {sorted(theirs - ours)} in the other")


@law(
    "judging",
    lambda subject: stories(subject.fact_types).flatmap(lambda told: st.tuples(st.just(told), st.sampled_from(told))),
)
def saying_it_twice_is_nothing(subject: Subject, example: tuple[Story, Account]) -> None:
    """A source that repeats itself adds neither weight nor doubt."""
    story, account = example
    repeated = replace(account, statements=account.statements * 2)
    before, after = (
        {(one.rule, one.fingerprint, one.sources, one.roots) for one in subject.findings(told)}
        for told in (story, [repeated if one is account else one for one in story])
    )
    must(
        before == after,
        f"said once: {sorted(map(str, before - after))}; said twice: {sorted(map(str, after - before))}",
    )


_POLLS = (
    CaseText(
        id="en", text="The Ipsos poll was published on Friday. The pollster Ipsos questioned 1,504 people.",
        language="en", published="2022-04-25",
    ),
    CaseText(
        id="fr", text="Le sondage d'Ifop a été publié vendredi. Ifop a interrogé 1.054 personnes.",
        language="fr", published="2022-04-25",
    ),
)  # fmt: skip
"""Two events of one type and day, which are told apart by who tells of them."""


@law(
    "judging",
    lambda subject: told_stories(subject).flatmap(lambda told: st.tuples(st.just(told), st.sampled_from(told))),
    (_POLLS, _POLLS[0]),
)
def a_copy_is_no_second_origin(subject: Subject, example: tuple[Sequence[Told], Told]) -> None:
    """Five papers with one agency text are one witness: a copy raises no corroboration and makes no conflict."""
    story, copied = example
    before, after = subject.report(story), subject.report([*story, as_id(copied, COPY)])
    most = {str(fact.key): fact.roots for fact in before.facts}
    rose = {key: fact.roots for fact in after.facts if fact.roots > most.get(key := str(fact.key), fact.roots)}
    must(not rose, f"facts with more roots: {rose}")
    roots = {one.fingerprint: one.roots or 0 for one in before.findings}
    more = [one.message for one in after.findings if (one.roots or 0) > roots.get(one.fingerprint, one.roots or 0)]
    must(not more, f"more roots: {'; '.join(more)}")
    was, now = _stated(before, "conflict"), _stated(after, "conflict")
    must(now.keys() <= was.keys(), f"a new conflict: {[now[one] for one in sorted(now.keys() - was.keys())]}")
    was, now = _stated(before, "uncorroborated"), _stated(after, "uncorroborated")
    must(was.keys() <= now.keys(), f"corroborated by a copy: {[was[one] for one in sorted(was.keys() - now.keys())]}")


def _stated(report: Report, what: str) -> dict[tuple[str, ...], str]:
    """The messages of findings of this verdict or cause, by rule, attribute and values.

    Not by fingerprint: an event may be called by the sources that tell of it.
    """
    return {
        (
            one.rule,
            one.fact.attribute if one.fact else "",
            *sorted(columns(camp.value).canonical for camp in one.camps),
        ): (one.message)
        for one in report.findings
        if what in (one.verdict, one.cause)
    }


@law(
    "judging",
    lambda subject: stories(subject.fact_types).flatmap(lambda told: st.tuples(st.just(told), st.sampled_from(told))),
)
def an_agreeing_source_makes_no_conflict(subject: Subject, example: tuple[Story, Account]) -> None:
    """Who says what another says already contradicts nobody anew."""
    story, account = example
    _no_new_conflict(subject.report(story), subject.report([*story, replace(account, source=COPY)]))


@law("judging", lambda subject: stories(subject.fact_types))
def a_story_is_the_sum_of_its_facts(subject: Subject, story: Story) -> None:
    """What is found of one fact does not hang on what else is told: facts can be judged apart, on any machine."""
    whole = {_of_fact(one) for one in subject.findings(story) if one.fact and one.verdict != "gap"}
    apart: set[Any] = set()
    for about in {one.about for account in story for one in account.statements}:
        part = [replace(one, statements=tuple(s for s in one.statements if s.about == about)) for one in story]
        told = [account for account in part if account.statements]
        apart |= {_of_fact(one) for one in subject.findings(told) if one.fact and one.verdict != "gap"}
    must(whole == apart, f"only in the whole: {sorted(whole - apart)}; only apart: {sorted(apart - whole)}")


def _of_fact(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.cause, finding.message


def _no_new_conflict(before: Report, after: Report) -> None:
    new = conflicts(after.findings) - conflicts(before.findings)
    must(not new, f"a new conflict: {said(after.findings, new)}")
