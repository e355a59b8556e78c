"""Mutants of rules and fact types: each changes one thing, and says what."""

from __future__ import annotations

import pytest

from checker.model.rule import FactType, Rule
from checker.rulepack import load_packs
from checker.testing.mutants import of_fact_type, of_rule
from checker.testing.suggestions import candidates

RULE = Rule(id="9001", name="n", summary="s", rationale="r", check="checklist", severity="note", message="m")
FACT = FactType(id="f", attribute="a", kinds=("count",))


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({}, []),
        ({"roots": 2}, ["roots: 1 in place of 2", "roots: 3 in place of 2"]),
        ({"within": 250}, ["within: 125 in place of 250", "within: 500 in place of 250"]),
        ({"exact": True}, ["exact: false"]),
        ({"cause": "list"}, ["cause: 'value' in place of 'list'"]),
        ({"to": ["to", "à"]}, ["to: without 'to'", "to: without 'à'"]),
    ],
)
def test_of_rule(parameters: dict[str, object], told: list[str]) -> None:
    rule = RULE.model_copy(update={"parameters": parameters})
    mutants = list(of_rule(rule))
    assert [one.what for one in mutants] == ["severity: error", *told]
    assert all(one.rule != rule for one in mutants)


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (["status"], []),
        (["date"], ["compatible values differ", "equivalent values differ", "values near one another agree"]),
        (["money"], [
            "compatible values differ", "values near one another agree", "units and currencies are not read",
        ]),
    ],
)  # fmt: skip
def test_of_comparing(kinds: list[str], told: list[str]) -> None:
    rule = RULE.model_copy(update={"check": "difference", "parameters": {"kinds": kinds, "cause": "value"}})
    assert [one.what for one in of_rule(rule) if ":" not in one.what] == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, []),
        ({"patterns": {"en": ("{value} x", "y {value}")}}, [
            "patterns.en: without '{value} x'", "patterns.en: without 'y {value}'",
        ]),
        ({"unless": {"fr": ("de {value}",)}}, ["unless.fr: without 'de {value}'"]),
        ({"states": {"shut": {"en": ("shut",)}}}, ["states.shut.en: without 'shut'"]),
        ({"kinds": ("count", "number")}, ["kinds: without 'count'", "kinds: without 'number'"]),
        ({"nouns": ("seat",)}, ["nouns: without 'seat'"]),
        ({"moves": True, "cardinality": "many"}, ["moves: false", "cardinality: one"]),
        ({"tolerance": {"absolute": "2"}}, ["tolerance: none", "tolerance: four times as wide"]),
    ],
)  # fmt: skip
def test_of_fact_type(given: dict[str, object], told: list[str]) -> None:
    fact_type = FactType.model_validate({**FACT.model_dump(), **given})
    mutants = list(of_fact_type(fact_type))
    assert [one.what for one in mutants] == told
    assert all(one.fact_type != fact_type for one in mutants)


def test_a_suggested_case_is_in_the_words_of_the_pattern() -> None:
    pattern = "{subject} (was|is) founded [back] in {value}"
    fact_type = FACT.model_copy(update={"kinds": ("date",), "patterns": {"en": (pattern,)}})
    [mutant] = of_fact_type(fact_type)
    texts = [case.articles[0].text for case in candidates(mutant, load_packs(["core"]))]
    assert "The firm Brightwell was founded in 5 March 2021." in texts
