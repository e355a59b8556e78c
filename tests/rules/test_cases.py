"""Every case of every built-in rule pack: `pytest tests/rules -k NUM101` runs those of one rule."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.model.rule import RulePack
from checker.packaged import packaged
from checker.pipeline import test_rules
from checker.rulecases import CaseResult
from checker.rulepack import lint_cases, load_packs

PACKS = load_packs(cases=True)
CASE_FILES = sorted(packaged("rules").glob("*/*.cases.toml"))


def _cases() -> Iterator[Any]:
    """The rule of each case and its place among those of the rule, pack by pack, which is the order of the results."""
    seen: Counter[str] = Counter()
    for pack in PACKS:
        for case in pack.cases:
            yield pytest.param(case.rule, seen[case.rule], id=f"{pack.id}-{case.rule}-{case.name}")
            seen[case.rule] += 1


@cache
def _results(rule: str) -> tuple[CaseResult, ...]:
    """The results of a rule's cases; all built-in packs are known to them, as in `checker rules test`."""
    return test_rules(selection=[rule])


@pytest.mark.parametrize(("rule", "place"), list(_cases()))
def test_case(rule: str, place: int) -> None:
    result = _results(rule)[place]
    assert result.passed, f"{result.name}\nexpected: {result.expected}\ngot:      {result.got}"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_rule_has_cases_that_fire_stay_silent_and_sit_on_the_boundary(pack: RulePack) -> None:
    assert list(lint_cases([pack])) == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_no_two_cases_of_a_rule_have_one_name(pack: RulePack) -> None:
    assert [name for name, times in Counter((case.rule, case.name) for case in pack.cases).items() if times > 1] == []


@pytest.mark.parametrize("file", CASE_FILES, ids=lambda file: f"{file.parent.name}-{file.name.partition('.')[0]}")
def test_the_file_of_a_rule_holds_its_cases_alone(file: Path) -> None:
    """Cases of any rule may stand in `facts.cases.toml`."""
    stem = file.name.removesuffix(".cases.toml")
    assert file.with_name(f"{stem}.toml").is_file()
    rules = {case["rule"] for case in tomllib.loads(file.read_text("utf-8"))["case"]}
    assert stem == "facts" or rules == {stem}
