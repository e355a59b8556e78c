"""The gate: drafts judged against their sources. What is found about a draft is kept, each with its place in it.

A conflict among the sources alone is none of the draft's: it is counted, not reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from checker.errors import Problem, UsageError
from checker.ingest import Reading, read_stories
from checker.judge.finding import camp_words
from checker.judge.pairs import differing
from checker.judge.story import Story, evidence_at
from checker.judge.timeline import as_of, newest_first
from checker.language.nouns import thing
from checker.model.claim import Evidence
from checker.model.fact import Camp, Fact, Root
from checker.model.finding import Finding, Severity
from checker.model.report import Gate, Report
from checker.model.rule import RulePack
from checker.model.source import Article
from checker.model.value import AmountValue, Count, Mention, Number, Value
from checker.pipeline import (
    Examined,
    Inputs,
    Outcome,
    Packs,
    Reader,
    Reports,
    anew,
    coverage_of,
    examine_all,
    findings_of,
    packs_of,
    report_on,
    story_of,
)
from checker.policy import AS_THE_PACKS_SAY, Policy
from checker.values.comparison import Level

_OF_THE_STORY = ("unanswered",)
"""Causes of findings about the story as a whole: none of them is a draft's."""


class Judged(NamedTuple):
    """A draft's story, the findings about the draft, and the fingerprints of the conflicts among its sources."""

    story: Story
    findings: tuple[Finding, ...]
    aside: frozenset[str]


def gate_paths(
    drafts: Sequence[str | Path],
    sources: Sequence[str | Path],
    *,
    packs: Packs = None,
    language: str | None = None,
    published: str | None = None,
    policy: Policy = AS_THE_PACKS_SAY,
    reader: Reader = examine_all,
    reports: Reports = anew,
) -> Outcome:
    """Judge each draft against the sources. One that cannot be read is a problem; the rest is judged.

    A draft that a folder of sources holds too is no source: the outcome's notes say so. Raises UsageError for a draft
    that is named as a source by itself, and where nothing is read as a source.
    """
    loaded = policy.applied(packs_of(packs))
    _not_both(drafts, sources)
    own = read_stories(drafts, language=language, published=published)
    files = {Path(article.path).resolve(): article for article in own.articles if article.path}
    read = read_stories(sources, language=language, published=published)
    rest = [article for article in read.articles if not article.path or Path(article.path).resolve() not in files]
    told_apart = sorted({article.path or "" for article in read.articles} - {article.path or "" for article in rest})
    notes = tuple(f"{path} is a draft, not one of its own sources; it was left out of these" for path in told_apart)
    problems = [*own.problems, *read.problems, *_no_source(rest, read)]
    ids = {article.source.id: article for article in rest}
    problems += [_one_id(draft, ids[draft.source.id]) for draft in own.articles if draft.source.id in ids]
    judged = [draft for draft in own.articles if draft.source.id not in ids]
    if not judged or not rest:
        return Outcome(None, tuple(sorted(set(problems))), notes)

    def make() -> Report:
        examined = list(reader([*judged, *rest], loaded))
        return gate(examined[: len(judged)], examined[len(judged) :], loaded, policy)

    inputs = Inputs((*judged, *rest), loaded, policy, [draft.source.id for draft in judged])
    return Outcome(reports(inputs, make), tuple(sorted(set(problems))), notes)


def gate(
    drafts: Sequence[Examined],
    sources: Sequence[Examined],
    packs: Sequence[RulePack],
    policy: Policy = AS_THE_PACKS_SAY,
) -> Report:
    """The report on drafts, at least one, that were read with their sources; each is judged by itself."""
    judged = [judge_draft(story_of([draft, *sources], packs, draft.article.source.id), packs) for draft in drafts]
    findings = policy.weighed(dict.fromkeys(finding for one in judged for finding in one.findings))
    told = Gate(
        drafts=tuple(sorted(draft.article.source.id for draft in drafts)),
        among_sources=len(frozenset[str]().union(*(one.aside for one in judged))),
    )
    return report_on(_as_one([one.story for one in judged]), packs, findings, told)


def judge_draft(story: Story, packs: Sequence[RulePack]) -> Judged:
    """The findings about the draft of a story."""
    facts = {str(fact.key): fact for fact in story.facts}
    kept: list[Finding] = []
    aside: set[str] = set()
    for finding in findings_of(story, packs):
        fact = facts.get(str(finding.fact))
        if finding.cause == "crash":
            kept.append(finding)
        elif _is_the_drafts(finding, fact, story):
            weighed = _weighed(finding, fact, story) if fact is not None else finding
            kept.append(weighed.model_copy(update={"anchor": _anchor(weighed, story)}))
        elif finding.verdict == "conflict":
            aside.add(finding.fingerprint)
    return Judged(story, tuple(kept), frozenset(aside))


def _is_the_drafts(finding: Finding, fact: Fact | None, story: Story) -> bool:
    """Whether a finding is about the draft: a conflict on a fact is where the draft's own value differs."""
    if story.draft not in finding.sources or finding.cause in _OF_THE_STORY:
        return False
    if finding.verdict != "conflict" or fact is None or finding.cause == "internal":
        return True
    pairs = differing(fact, story)
    return not pairs or any((story.draft in pair.one.sources) != (story.draft in pair.other.sources) for pair in pairs)


def _weighed(finding: Finding, fact: Fact, story: Story) -> Finding:
    """An update in which the draft gives a value that a newer one has replaced is an error; one with a value that no
    source gives or prints, and for which the draft names no time, a warning.
    """
    if finding.cause != "update":
        return finding
    cited = [camp for camp in fact.camps if story.draft in camp.sources]
    others = [camp for camp in fact.camps if camp.sources != (story.draft,)]
    order = others if len(others) == 1 else newest_first(fact.model_copy(update={"camps": tuple(others)}), story)
    if order and _alike(cited, order[:1], fact, story):
        return finding
    newest = camp_words(order[0]) if order else "not known"
    old = _alike(cited, others, fact, story)
    if old is not None and order is not None:
        said = " and ".join(map(camp_words, cited))
        like = "" if old in cited else f", like {camp_words(old)},"
        return _retold(finding, "error", f"{fact.label}: {said}{like} is superseded; newest: {newest}")
    stray = [camp for camp in cited if _alike([camp], others, fact, story) is None]
    if not stray or any(as_of(camp, story) or _is_printed(camp.value, story) for camp in stray):
        return finding
    said = " and ".join(map(camp_words, stray))
    told = " vs ".join(map(camp_words, others))
    return _retold(finding, "warning", f"{fact.label}: {said} is what no source gives: {told}; newest: {newest}")


def _alike(cited: Sequence[Camp], camps: Sequence[Camp], fact: Fact, story: Story) -> Camp | None:
    """The first of camps whose value goes with one that the draft gives."""
    fact_type = story.fact_type(fact)
    for camp in camps:
        if any(story.compare(one.value, camp.value, fact_type).level is not Level.different for one in cited):
            return camp
    return None


def _is_printed(value: Value, story: Story) -> bool:
    """Whether a source prints a draft's figure, though not of what the draft does: *310 people here, 4,200 in all*."""
    if not isinstance(value, AmountValue):
        return False
    printed = (mention.value for source, told in story.mentions.items() if source != story.draft for mention in told)
    return any(isinstance(one, AmountValue) and _is_one_figure(value, one) for one in printed)


def _is_one_figure(a: AmountValue, b: AmountValue) -> bool:
    if a.amount is None or a.amount != b.amount:
        return False
    if isinstance(a, Count) and isinstance(b, Count):
        return thing(a.noun) == thing(b.noun)
    return a.kind == b.kind or isinstance(b, Number)


def _retold(finding: Finding, severity: Severity, said: str) -> Finding:
    return finding.model_copy(update={"severity": severity, "message": f"{said}; {finding.rule}"})


def _anchor(finding: Finding, story: Story) -> Evidence | None:
    """The first of the draft's words that a finding rests on; for what it leaves out, where it tells of the event or
    subject; else where the draft begins.
    """
    own = [one for camp in finding.camps for one in camp.evidence if one.source == story.draft]
    if not own and finding.fact is not None:
        own = [
            one
            for linked in story.claims_of(story.draft or "")
            if _of_one_thing(linked.key.event, linked.key.subject, finding)
            for one in linked.claim.evidence
        ]
    if own:
        return min(own, key=lambda one: (one.start, one.end))
    return next(_beginning(article) for article in story.articles if article.source.id == story.draft)


def _of_one_thing(event: str | None, subject: str, finding: Finding) -> bool:
    fact = finding.fact
    return fact is not None and event == fact.event and (event is not None or subject == fact.subject)


def _beginning(article: Article) -> Evidence | None:
    """The first line of the first block that is read."""
    if not article.blocks:
        return None
    start = article.blocks[0].start
    line_end = article.text.find("\n", start, article.blocks[0].end)
    end = article.blocks[0].end if line_end < 0 else line_end
    return evidence_at(article, start, max(end, start + 1))


def _as_one(stories: Sequence[Story]) -> Story:
    """What was read and lined up for several drafts, as one; their roots are joined where they share a source."""
    if len(stories) == 1:
        return stories[0]
    articles = {article.source.id: article for story in stories for article in story.articles}
    ordered_articles = tuple(articles[name] for name in sorted(articles))
    mentions: dict[str, Sequence[Mention]] = {}
    for story in stories:
        mentions.update(story.mentions)
    facts = sorted(dict.fromkeys(fact for story in stories for fact in story.facts), key=_fact_order)
    claims = {linked.claim.id: linked for story in stories for linked in story.claims}
    linked_claims = tuple(claims[name] for name in sorted(claims))
    return replace(
        stories[0],
        articles=ordered_articles,
        facts=tuple(facts),
        claims=linked_claims,
        roots=tuple(_joined(root for story in stories for root in story.roots)),
        coverage=coverage_of(ordered_articles, mentions, linked_claims, facts),
        mentions=mentions,
        draft=None,
    )


def _fact_order(fact: Fact) -> tuple[str, list[tuple[str, ...]]]:
    return str(fact.key), [camp.claims for camp in fact.camps]


def _joined(roots: Iterable[Root]) -> Iterator[Root]:
    """Roots that share no member."""
    apart: list[Root] = []
    for root in roots:
        meeting = [one for one in apart if not set(one.members).isdisjoint(root.members)]
        apart = [one for one in apart if one not in meeting]
        together = [*meeting, root]
        members = tuple(sorted({member for one in together for member in one.members}))
        reasons = tuple(dict.fromkeys(reason for one in together for reason in one.reasons))
        apart.append(Root(id=min(one.id for one in together), members=members, reasons=reasons))
    yield from sorted(apart, key=lambda root: root.members)


def _not_both(drafts: Sequence[str | Path], sources: Sequence[str | Path]) -> None:
    """Raise UsageError for paths that are named as draft and as source."""
    named = {Path(path).resolve() for path in sources}
    both = [str(path) for path in drafts if Path(path).resolve() in named]
    if both:
        what, remedy = "it is named as a draft and as a source", "leave it out of --sources"
        raise UsageError(*(Problem(path, what, remedy) for path in both))


def _no_source(rest: Sequence[Article], read: Reading) -> Iterator[Problem]:
    if not rest and not read.problems:
        yield Problem("--sources", "there is no source beside the drafts", "name the files or folders of the sources")


def _one_id(draft: Article, source: Article) -> Problem:
    what = f"the source {source.path} has the same id {draft.source.id!r}"
    return Problem(str(draft.path), what, "rename the draft, or give one of the two another id in sources.toml")
