"""Laws of editing: what changes the facts is found, what does not is silent, and a tolerance only allows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from checker.model.rule import CaseText, FactType, Rule, Tolerance
from checker.testing.laws.law import law, must
from checker.testing.laws.sources import conflicts, said
from checker.testing.stories import Story, with_value
from checker.testing.strategies.edits import benign
from checker.testing.strategies.scenes import Scenario, scenarios
from checker.testing.strategies.stated import can_state
from checker.testing.strategies.stories import agreeing, disagreeing, stories
from checker.testing.subject import Subject

_BUILT_IN = {"business", "orders"}
"""The packs whose sentences the scenes are."""


def _compared(subject: Subject) -> list[FactType]:
    """The fact types of one value at a time: their differences are conflicts. Of single rules, those they look at."""
    only = subject.rules
    rules = [rule for pack in subject.packs for rule in pack.rules if only is not None and rule.id in only]
    return [
        one
        for one in subject.fact_types
        if one.cardinality == "one" and not one.gather and can_state(one)
        if only is None or any(rule.check == "difference" and _takes(rule, one) for rule in rules)
    ]


def _takes(rule: Rule, fact_type: FactType) -> bool:
    kinds, attributes = rule.parameters.get("kinds"), rule.parameters.get("attributes")
    return (
        (not kinds or set(fact_type.kinds) <= set(kinds))
        and (not attributes or fact_type.attribute in attributes)
        and fact_type.attribute not in rule.parameters.get("not_attributes", ())
    )


def edited(subject: Subject) -> st.SearchStrategy[tuple[Story, int]] | None:
    """Stories with one disagreement on a fact that the rules under test compare."""
    return disagreeing(fact_types) if (fact_types := _compared(subject)) else None


@law("judging", edited)
def a_harmful_edit_is_found(subject: Subject, example: tuple[Story, int]) -> None:
    """Of two sources one gives another figure, day or name for one fact: to find that is what the checker is for."""
    story, at = example
    fact = story[0].statements[at]
    sources = {story[0].source, story[-1].source}
    found = [
        one
        for one in subject.findings(story)
        if one.verdict == "conflict" and one.fact and one.fact.attribute == fact.fact_type.attribute
    ]
    must(any(sources <= set(one.sources) for one in found), f"no conflict on {fact!r} between {sorted(sources)}")
    told = {piece.source for one in found for camp in one.camps for piece in camp.evidence}
    must(sources <= told, f"the evidence is of {sorted(told)} only")


@st.composite
def _harmless(draw: st.DrawFn, fact_types: Sequence[FactType]) -> Story:
    story = draw(agreeing(fact_types))
    at = draw(st.integers(0, len(story[0].statements) - 1))
    return with_value(story, story[-1].source, at, draw(benign(story[0].statements[at].value)))


@law("judging", lambda subject: _harmless(subject.fact_types))
def a_benign_edit_is_silent(subject: Subject, story: Story) -> None:
    """Another unit, order, case or language of one value is no conflict: false alarms cost more than they warn."""
    found = [one.message for one in subject.findings(story) if one.verdict == "conflict" and len(one.sources) > 1]
    must(not found, f"a conflict: {'; '.join(found)}")


@law("judging", lambda subject: scenarios() if _reads_scenes(subject) else None)
def edits_in_print_are_told_apart(subject: Subject, scenario: Scenario) -> None:
    """From the words on, in both languages: two values in print are a conflict, one value in two forms is none."""
    found = [one for one in subject.findings(scenario.texts) if one.verdict == "conflict"]
    of_it = [one.message for one in found if one.fact and one.fact.attribute == scenario.attribute]
    must(bool(of_it) != scenario.agree, f"{'; '.join(of_it) or 'no conflict'}: {_texts(scenario.texts)}")


def _reads_scenes(subject: Subject) -> bool:
    rules = {"NUM101", "NUM102"}
    return {pack.id for pack in subject.tested} >= _BUILT_IN and (subject.rules is None or subject.rules >= rules)


def _texts(texts: Sequence[CaseText]) -> str:
    return " | ".join(text.text for text in texts)


def _near_and_far(subject: Subject) -> st.SearchStrategy[tuple[Story, Decimal, int]]:
    """Stories whose values are one, near or far apart, with a share and a distance to tolerate more."""
    told = stories(subject.fact_types) | _harmless(subject.fact_types)
    return st.tuples(told, st.decimals(0, 2, places=2), st.integers(0, 500))


@law("judging", _near_and_far)
def wider_tolerance_adds_no_conflict(subject: Subject, example: tuple[Story, Decimal, int]) -> None:
    """Whoever widens the tolerance of a fact type wants fewer findings, and must not be given others."""
    story, share, absolute = example
    wide = tuple(
        pack.model_copy(
            update={"fact_types": tuple(_widened(one, share, Decimal(absolute)) for one in pack.fact_types)}
        )
        for pack in subject.packs
    )
    before, after = subject.report(story), subject.report(story, packs=wide)
    new = conflicts(after.findings) - conflicts(before.findings)
    must(not new, f"a new conflict: {said(after.findings, new)}")


def _widened(fact_type: FactType, share: Decimal, absolute: Decimal) -> FactType:
    was = fact_type.tolerance
    wide = Tolerance(relative=(was.relative or 0) + share, absolute=(was.absolute or 0) + absolute)
    return fact_type.model_copy(update={"tolerance": wide})
