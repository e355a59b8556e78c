"""The cases of each shipped rule show at least 0.85 of the mistakes that can be made in it.

Rules of long lists of words take a while: they are tried in the thorough profile, and by `make bench`.
"""

from __future__ import annotations

import pytest

from checker.model.rule import Rule
from checker.rulepack import load_packs
from checker.testing.mutants import of_rule
from checker.testing.mutation import Trial
from tests.property.profiles import THOROUGH

PACKS = load_packs(cases=True)
RULES = [rule for pack in PACKS for rule in pack.rules]
QUICK = 20
LEAST = 0.85


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_mutants_are_killed(rule: Rule) -> None:
    if not THOROUGH and len(list(of_rule(rule))) > QUICK:
        pytest.skip("many mutants: see make bench")
    [pack] = [pack for pack in PACKS if rule in pack.rules]
    [score] = Trial([pack], PACKS, [rule.id]).scores()
    assert score.killed >= LEAST * score.mutants, [one.what for one in score.survivors]
