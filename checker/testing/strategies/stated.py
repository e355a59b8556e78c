"""Values as sources state facts by them: told exactly, so that it is plain which of them agree and which differ."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from checker.model.rule import FactType
from checker.model.value import Count, Duration, Kind, Name, Names, Number, Place, Quote, Status, Value
from checker.testing.renderings.tellable import TELLABLE, single_days

ORGANISATIONS = ("Corvane", "Halden Foods", "Tisserand", "Novelis Energy", "Pargon", "Ostara Bank")
PEOPLE = ("Anna Lindqvist", "Marc Delorme", "Wilbur Osei", "Yara Petit", "Hugo Ferrand", "Ines Valdez")
SUBJECTS = ("Brightwell", "Lumio", "Orlando Trust", "Zolara", "Karsten Mills")
"""Whom facts are about: none of them is a value."""
PERSONS = ("Clara Bonnet", "Ivo Marek", "Thea Lund", "Nils Okafor", "Rosa Amiel")
"""The persons whom facts are about."""
CITIES = (
    ("Lisbon", "Lisbonne"),
    ("London", "Londres"),
    ("Vienna", "Vienne"),
    ("Geneva", "Genève"),
    ("Cairo", "Le Caire"),
)
"""Cities of five countries, in English and French."""
SENTENCES = (
    "We will not sell the yard to anyone this year",
    "The bridge was inspected in spring and nothing was found",
    "Every family that lost a house will have a new one",
)


def _exactly(kind: Kind) -> st.SearchStrategy[Any]:
    return TELLABLE[kind].filter(lambda value: getattr(value, "modifier", "exact") == "exact" and _has_figure(value))


def _has_figure(value: Any) -> bool:
    return not hasattr(value, "amount") or value.amount is not None


organisations = st.sampled_from(ORGANISATIONS)
names: st.SearchStrategy[Name] = st.one_of(
    organisations.map(lambda text: Name(text=text, type="organisation")),
    st.sampled_from(PEOPLE).map(lambda text: Name(text=text, type="person")),
)
lists: st.SearchStrategy[Names] = st.lists(organisations, min_size=2, max_size=4, unique=True).map(
    lambda items: Names(items=tuple(items))
)
places: st.SearchStrategy[Place] = st.sampled_from(CITIES).map(lambda names: Place(text=names[0]))
quotes: st.SearchStrategy[Quote] = st.sampled_from(SENTENCES).map(lambda text: Quote(text=text))

STATED: dict[Kind, st.SearchStrategy[Any]] = {
    **{kind: _exactly(kind) for kind in ("count", "percent", "money", "measure")},
    "number": st.integers(2, 9999).map(lambda amount: Number(amount=Decimal(amount))),
    "duration": st.builds("P{}{}".format, st.integers(2, 90), st.sampled_from("DWMY")).map(
        lambda iso: Duration(iso=iso)
    ),
    "date": single_days,
    "name": names,
    "names": lists,
    "place": places,
    "quote": quotes,
}
"""The exact values of each kind that can be stated without knowing the fact type; a status needs its states."""


def stated_values(fact_type: FactType) -> st.SearchStrategy[Any]:
    """Values that a fact type takes, told exactly."""
    return st.one_of([_of_kind(kind, fact_type) for kind in fact_type.kinds if kind in STATED or kind == "status"])


def _of_kind(kind: Kind, fact_type: FactType) -> st.SearchStrategy[Any]:
    if kind == "status":
        return st.sampled_from(sorted(fact_type.states) or ["open"]).map(lambda state: Status(state=state))
    if kind == "count" and fact_type.nouns:
        return st.builds(Count, amount=st.integers(2, 999).map(Decimal), noun=st.sampled_from(fact_type.nouns))
    return STATED[kind]


def can_state(fact_type: FactType) -> bool:
    """Whether there are values to state a fact of this type by."""
    return any(kind in STATED or kind == "status" for kind in fact_type.kinds)


stated: st.SearchStrategy[Value] = st.one_of(*STATED.values())
"""Exact values of any kind."""
