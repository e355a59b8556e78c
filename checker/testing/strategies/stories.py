"""Stories: several sources telling one set of facts, with disagreements where they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from checker.model.rule import FactType
from checker.model.value import Quote
from checker.testing.stories import Account, Statement, Story, with_value
from checker.testing.strategies.articles import languages
from checker.testing.strategies.edits import harmful
from checker.testing.strategies.stated import PERSONS, SUBJECTS, can_state, stated_values

PUBLISHED = "2021-01-05"


def _about(fact_type: FactType) -> st.SearchStrategy[str]:
    """Whom a fact of this type can be about."""
    persons = {"person", "speaker"} & set(fact_type.subject)
    return st.sampled_from(PERSONS if persons else SUBJECTS)


@st.composite
def statements(draw: st.DrawFn, fact_types: Sequence[FactType]) -> Statement:
    """One fact with its value."""
    fact_type = draw(st.sampled_from([one for one in fact_types if can_state(one)]))
    return Statement(draw(_about(fact_type)), fact_type, draw(stated_values(fact_type)))


def facts(fact_types: Sequence[FactType], most: int = 3) -> st.SearchStrategy[tuple[Statement, ...]]:
    """One or more facts, no two of one subject: of any fact types, or all of one."""

    def told(fact_types: Sequence[FactType]) -> st.SearchStrategy[tuple[Statement, ...]]:
        return st.lists(statements(fact_types), min_size=1, max_size=most, unique_by=lambda one: one.about).map(tuple)

    known = [one for one in fact_types if can_state(one)]
    return told(known) | st.sampled_from(known).flatmap(lambda one: told([one]))


@st.composite
def agreeing(draw: st.DrawFn, fact_types: Sequence[FactType], most: int = 3) -> Story:
    """Two or more sources, published on one day, that state the same facts by the same values.

    Of a story with a quotation all are in one language: across languages wording is not compared.
    """
    stated = draw(facts(fact_types, most))
    told_in = st.just(draw(languages)) if any(isinstance(one.value, Quote) for one in stated) else languages
    return tuple(
        Account(f"s{number}", stated, draw(told_in), PUBLISHED) for number in range(1, draw(st.integers(2, 3)) + 1)
    )


@st.composite
def disagreeing(draw: st.DrawFn, fact_types: Sequence[FactType], most: int = 3) -> tuple[Story, int]:
    """A story in which the last source gives another value to one fact, and the number of that fact."""
    story = draw(agreeing(fact_types, most))
    at = draw(st.integers(0, len(story[0].statements) - 1))
    statement = story[0].statements[at]
    other = draw(harmful(statement.value, statement.fact_type))
    return with_value(story, story[-1].source, at, other), at


@st.composite
def stories(draw: st.DrawFn, fact_types: Sequence[FactType], most: int = 3) -> Story:
    """Sources that state some of the facts, with or without a disagreement, published on one day, two or never."""
    agree = agreeing(fact_types, most)
    story = draw(agree | disagreeing(fact_types, most).map(lambda drawn: drawn[0]))
    told = []
    for account in story:
        published = draw(st.sampled_from((PUBLISHED, "2021-01-06", None)))
        kept = account.statements[: draw(st.integers(1, len(account.statements)))]
        told.append(replace(account, statements=kept, published=published))
    return tuple(told)
