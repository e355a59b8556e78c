"""Laws of findings: their evidence is in the texts, their fingerprints outlast all but values, each stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from checker.model.claim import Evidence
from checker.model.finding import Finding
from checker.pipeline import article_of
from checker.testing.laws.editing import edited
from checker.testing.laws.law import law, must
from checker.testing.laws.sources import told_stories
from checker.testing.stories import Account, Story, Told, examined, with_value
from checker.testing.strategies.edits import harmful
from checker.testing.strategies.stories import PUBLISHED, stories
from checker.testing.subject import Subject
from checker.waivers import Known, can_be_known, waiver_of


@law("judging", told_stories)
def evidence_is_verbatim(subject: Subject, story: Sequence[Told]) -> None:
    """A finding is read beside the articles: words that do not stand there cost all trust."""
    articles = [examined(one).article if isinstance(one, Account) else article_of(one) for one in story]
    texts = {article.source.id: article.text for article in articles}
    for finding in subject.findings(story):
        for camp in finding.camps:
            must(
                set(camp.sources) >= {one.source for one in camp.evidence}, f"evidence of no source: {finding.message}"
            )
            for one in camp.evidence:
                must(_stands(one, texts[one.source]), f"'{one.exact}' of {one.source} is not so in its text")


def _stands(one: Evidence, text: str) -> bool:
    before, after = text[: one.start], text[one.end :]
    return text[one.start : one.end] == one.exact and before.endswith(one.prefix) and after.startswith(one.suffix)


@law(
    "judging", lambda subject: st.tuples(stories(subject.fact_types), st.sampled_from(("", "It rained.", "Il pleut !")))
)
def fingerprints_outlast_all_but_values(subject: Subject, example: tuple[Story, str]) -> None:
    """A waiver is bound to a fingerprint: it holds while words, offsets and files change and the values do not."""
    story, aside = example
    changed = [replace(one, source=f"paper-{one.source}", aside=aside, copies=one.source) for one in story]
    was, now = (_fingerprints(subject.findings(told)) for told in (story, changed))
    must(was == now, f"no longer: {sorted(was - now)}; instead: {sorted(now - was)}")


def _fingerprints(findings: Sequence[Finding]) -> set[tuple[str, str, str]]:
    """The fingerprints of findings on facts; what an article lacks is a finding on that article."""
    return {(one.rule, str(one.fact), one.fingerprint) for one in findings if one.fact and one.cause != "omitted"}


def _edited_twice(subject: Subject) -> st.SearchStrategy[tuple[Story, Story]] | None:
    """Two stories that differ in the value that one source gives beside the others'."""
    drawn = edited(subject)
    return drawn.flatmap(lambda example: _edited_again(*example)) if drawn is not None else None


def _edited_again(story: Story, at: int) -> st.SearchStrategy[tuple[Story, Story]]:
    agreed, other = story[0].statements[at], story[-1].statements[at]
    third = harmful(other.value, other.fact_type).filter(lambda value: value != agreed.value)
    return third.map(lambda value: (story, with_value(story, story[-1].source, at, value)))


@law("judging", _edited_twice)
def another_value_is_another_fingerprint(subject: Subject, example: tuple[Story, Story]) -> None:
    """A waiver says of two figures that they are all right: a third figure must open the finding again."""
    was, now = (
        {one.fingerprint: one.message for one in subject.findings(story) if one.verdict == "conflict"}
        for story in example
    )
    must(not was.keys() & now.keys(), f"one fingerprint: {[(was[one], now[one]) for one in was.keys() & now.keys()]}")


@law("judging", told_stories)
def waiving_one_finding_changes_no_other(subject: Subject, story: Sequence[Told]) -> None:
    """Who waives a finding answers for that one: all others are told as before, or a conflict goes to print unseen."""
    report = subject.report(story)
    for finding in filter(can_be_known, report.findings):
        waiver = waiver_of(finding, reason="It may stand.", owner="desk", expires=PUBLISHED)
        known, _ = subject.waiving(report, Known(waivers=(waiver,)), PUBLISHED)
        waived = [one.message for one in known.findings if one.suppressed is not None]
        must(waived == [finding.message], f"of '{finding.message}' a waiver waives {waived}")
        left = [one for one in known.findings if one.suppressed is None]
        must(left == [one for one in report.findings if one is not finding], f"others than '{finding.message}' changed")
