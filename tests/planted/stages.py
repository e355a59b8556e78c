"""Wrong ways of linking, of finding roots, of forming camps and of judging."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from checker.engine import memory
from checker.errors import Problem
from checker.judge import judge
from checker.judge.story import Story
from checker.lineage import find_roots
from checker.link.columns import columns
from checker.link.facts import Linked, LinkedClaim, link
from checker.model.claim import Claim, Evidence
from checker.model.fact import Camp, Fact, Root
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.rule import FactType, Rule, RulePack
from checker.model.source import Article
from checker.model.value import Mention, Value
from checker.pipeline import Examined, Stages, judge_story
from checker.testing.subject import Waiving
from checker.values.comparison import Comparison, Level
from checker.values.comparison.levels import IDENTICAL, different
from checker.waivers import Known, applied, can_be_known, waiver_of

Mentions = Mapping[str, Sequence[Mention]]


def against_the_first(
    examined: Iterable[Examined], packs: Sequence[RulePack], draft: str | None, stages: Stages
) -> Report:
    """The file named first is the measure: what does not concern it is left out."""
    told = list(examined)
    report = judge_story(told, packs, draft, stages)
    first = told[0].article.source.id
    return report.model_copy(update={"findings": tuple(one for one in report.findings if first in one.sources)})


def link_by_language(claims: Sequence[Claim], articles: Sequence[Article], packs: Sequence[RulePack]) -> Linked:
    """Facts of English articles and of French ones are kept apart."""
    language = {article.source.id: article.language for article in articles}
    return _with_keys(
        link(claims, articles, packs), lambda one: {"scope": f"{one.key.scope or ''} {language[one.claim.source]}"}
    )


def link_by_attribute(claims: Sequence[Claim], articles: Sequence[Article], packs: Sequence[RulePack]) -> Linked:
    """Whoever it is about, one attribute is one fact."""
    return _with_keys(link(claims, articles, packs), lambda one: {"subject": "it", "event": None})


def _with_keys(linked: Linked, update: Callable[[LinkedClaim], Mapping[str, str | None]]) -> Linked:
    claims = [one._replace(key=one.key.model_copy(update=update(one))) for one in linked.claims]
    return linked._replace(claims=tuple(claims))


def each_source_a_root(articles: Sequence[Article], mentions: Mentions) -> tuple[Root, ...]:
    """A copy is an origin of its own."""
    return tuple(Root(id=one, members=(one,)) for one in sorted(article.source.id for article in articles))


def one_root_for_all(articles: Sequence[Article], mentions: Mentions) -> tuple[Root, ...]:
    """Three sources or more have it from one another."""
    roots = find_roots(articles, mentions)
    if len(articles) < 3:
        return roots
    members = tuple(sorted(article.source.id for article in articles))
    return (Root(id=members[0], members=members, reasons=("there are many",)),)


def claims_are_roots(
    claims: Iterable[LinkedClaim], root_of: Mapping[str, str], published: Mapping[str, str | None]
) -> tuple[Fact, ...]:
    """Each claim counts as a root, also the second of one source."""
    facts = memory.facts(claims, root_of, published)
    return tuple(fact.model_copy(update={"roots": sum(len(camp.claims) for camp in fact.camps)}) for fact in facts)


def evidence_a_sign_late(
    claims: Iterable[LinkedClaim], root_of: Mapping[str, str], published: Mapping[str, str | None]
) -> tuple[Fact, ...]:
    """Offsets are counted from one."""
    facts = memory.facts(claims, root_of, published)
    return tuple(fact.model_copy(update={"camps": tuple(map(_late, fact.camps))}) for fact in facts)


def _late(camp: Camp) -> Camp:
    def moved(one: Evidence) -> Evidence:
        return one.model_copy(update={"start": one.start + 1, "end": one.end + 1})

    return camp.model_copy(update={"evidence": tuple(map(moved, camp.evidence))})


def _altered(alter: Callable[[Finding], Finding | None]) -> Callable[[Story, Sequence[Rule]], tuple[Finding, ...]]:
    """A judge whose findings are altered, or left out for None."""
    return lambda story, rules: tuple(filter(None, map(alter, judge(story, rules))))


def _stamped(finding: Finding, *parts: str) -> Finding:
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return finding.model_copy(update={"fingerprint": digest[:16]})


def _names_in_print(finding: Finding) -> Finding:
    return _stamped(finding, finding.rule, str(finding.fact), finding.message)


def _no_values(finding: Finding) -> Finding:
    return _stamped(finding, finding.rule, str(finding.fact), "")


def _in_order(finding: Finding) -> Finding:
    values = [columns(camp.value).canonical for camp in finding.camps for _ in camp.sources]
    return _stamped(finding, finding.rule, str(finding.fact), *values)


fingerprint_of_the_message = _altered(_names_in_print)
fingerprint_without_values = _altered(_no_values)
fingerprint_by_sources = _altered(_in_order)
conflicts_of_three = _altered(lambda one: None if one.verdict == "conflict" and len(one.sources) < 3 else one)


class AsWritten(Story):
    """Values are one if they are written alike."""

    def compare(self, a: Value, b: Value, fact_type: FactType | None) -> Comparison:
        return IDENTICAL if columns(a) == columns(b) else different("they are not written alike")


class Inverted(Story):
    """What lies within the tolerance differs, what lies outside it not."""

    def compare(self, a: Value, b: Value, fact_type: FactType | None) -> Comparison:
        found = super().compare(a, b, fact_type)
        within = fact_type is not None and fact_type.tolerance.absolute is not None and fact_type.tolerance.absolute > 9
        return different("within the tolerance") if within and found.level is Level.compatible else found


def judging_with(kind: type[Story]) -> Callable[[Story, Sequence[Rule]], tuple[Finding, ...]]:
    """A judge for which the story compares otherwise."""
    names = [name for name in Story.__dataclass_fields__ if not name.startswith("_")]
    return lambda story, rules: judge(kind(**{name: getattr(story, name) for name in names}), rules)


def waiving_all_alike(*fields: str) -> Waiving:
    """Waivers that hold for every finding whose own waiver is like them in these fields."""

    def waiving(report: Report, known: Known, today: str) -> tuple[Report, tuple[Problem, ...]]:
        waivers = tuple(
            own
            for given in known.waivers
            for one in filter(can_be_known, report.findings)
            for own in [waiver_of(one, reason=given.reason, owner=given.owner, expires=given.expires)]
            if all(getattr(own, field) == getattr(given, field) for field in fields)
        )
        return applied(report, known._replace(waivers=waivers), today)

    return waiving
