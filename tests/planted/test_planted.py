"""The laws find planted mistakes: each is caught by the law named for it, within 500 examples."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from checker.model.rule import Rule
from checker.pipeline import STAGES
from checker.testing.laws import hold, laws_of
from checker.testing.subject import Subject, subject_of
from tests.planted import comparators, stages

EXAMPLES = 500


@cache
def sound() -> Subject:
    return subject_of()


def comparing(name: str) -> Subject:
    """The checker with another way of comparing."""
    return replace(sound(), compare=getattr(comparators, name))


def staged(**other: object) -> Subject:
    """The checker with another stage of judging."""
    return replace(sound(), stages=STAGES._replace(**other))  # type: ignore[arg-type]


def ruled(rule: str, **update: object) -> Subject:
    """The checker with one rule written wrongly."""

    def changed(one: Rule) -> Rule:
        return one.model_copy(update={"parameters": {**one.parameters, **update}}) if one.id == rule else one

    packs = tuple(
        pack.model_copy(update={"rules": tuple(map(changed, pack.rules)), "digest": f"{pack.digest} {rule}"})
        for pack in sound().packs
    )
    return replace(sound(), packs=packs)


BUGS: dict[str, tuple[Subject, str]] = {
    "asymmetric tolerance": (comparing("asymmetric_tolerance"), "comparison-is-symmetric"),
    "float rounding": (comparing("float_rounding"), "comparison-is-exact"),
    "places compared as written": (comparing("places_as_written"), "comparison-is-language-invariant"),
    "interval end off by one day": (comparing("last_day_left_out"), "intervals-hold-both-their-ends"),
    "units unread": (comparing("units_unread"), "comparison-is-unit-invariant"),
    "weeks are no days": (comparing("weeks_are_no_days"), "comparison-is-unit-invariant"),
    "tolerance in place of rounding": (comparing("tolerance_is_a_limit"), "wider-tolerance-adds-no-difference"),
    "the unknown is not itself": (comparing("nothing_equals_nothing"), "comparison-is-reflexive"),
    "one order of magnitude is near enough": (comparing("generous"), "harmful-values-differ"),
    "the first source is the measure": (
        replace(sound(), judging=stages.against_the_first), "order-of-sources-is-nothing"),
    "facts parted by language": (staged(link=stages.link_by_language), "language-of-a-source-is-nothing"),
    "facts of two subjects joined": (staged(link=stages.link_by_attribute), "a-story-is-the-sum-of-its-facts"),
    "a copy is an origin": (staged(roots=stages.each_source_a_root), "a-copy-is-no-second-origin"),
    "duplicate counted twice": (staged(facts=stages.claims_are_roots), "saying-it-twice-is-nothing"),
    "many sources are one": (staged(roots=stages.one_root_for_all), "a-story-is-the-sum-of-its-facts"),
    "evidence off by one": (staged(facts=stages.evidence_a_sign_late), "evidence-is-verbatim"),
    "fingerprint of the message": (
        staged(judge=stages.fingerprint_of_the_message), "fingerprints-outlast-all-but-values"),
    "fingerprint without values": (
        staged(judge=stages.fingerprint_without_values), "another-value-is-another-fingerprint"),
    "fingerprint grows with sources": (
        staged(judge=stages.fingerprint_by_sources), "an-agreeing-source-makes-no-conflict"),
    "a waiver for one rule and value, whatever the fact": (
        replace(sound(), waiving=stages.waiving_all_alike("rule", "values")), "waiving-one-finding-changes-no-other"),
    "a waiver for all that a rule finds of no fact": (
        replace(sound(), waiving=stages.waiving_all_alike("rule", "fact", "values")),
        "waiving-one-finding-changes-no-other"),
    "two sources are too few": (staged(judge=stages.conflicts_of_three), "a-harmful-edit-is-found"),
    "values compared as written": (
        staged(judge=stages.judging_with(stages.AsWritten)), "a-benign-edit-is-silent"),
    "tolerance the wrong way round": (
        staged(judge=stages.judging_with(stages.Inverted)), "wider-tolerance-adds-no-conflict"),
    "a rule that misses clock times and days": (ruled("DAT201", kinds=["datetime"]), "a-harmful-edit-is-found"),
    "a rule that leaves an attribute out": (
        ruled("NUM101", not_attributes=["price", "jobs to be created"]), "edits-in-print-are-told-apart"),
}  # fmt: skip


@pytest.mark.parametrize("name", BUGS)
def test_a_planted_bug_is_caught_by_its_law(name: str) -> None:
    subject, law = BUGS[name]
    [result] = hold(laws_of([law]), subject, EXAMPLES, shrink=False)
    assert result.broken is not None


def test_every_law_catches_one() -> None:
    assert {law for _, law in BUGS.values()} == {law.name for law in laws_of()}
    assert len(BUGS) >= 15
