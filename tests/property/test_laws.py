"""The laws of `checker.testing.laws` hold for the checker's own comparison, and for each of its packs."""

from __future__ import annotations

import pytest

from checker.rulepack import built_in
from checker.testing.laws import LAWS, Law, test_of
from checker.testing.subject import subject_of
from tests.property.profiles import MANY, THOROUGH

TIMES = MANY if THOROUGH else 1
JUDGING = [law for law in LAWS.values() if law.of == "judging"]


def hold(law: Law, pack: str | None, examples: int) -> None:
    test = test_of(law, subject_of(None, pack), examples * TIMES, derandomize=not THOROUGH)
    if test is not None:
        test()


@pytest.mark.parametrize("law", LAWS.values(), ids=list(LAWS))
def test_all_packs_together(law: Law) -> None:
    hold(law, None, 25)


@pytest.mark.parametrize("pack", built_in())
@pytest.mark.parametrize("law", JUDGING, ids=[law.name for law in JUDGING])
def test_each_pack(law: Law, pack: str) -> None:
    hold(law, pack, 3)


def test_every_law_says_why() -> None:
    assert [law.name for law in LAWS.values() if len(law.why.split()) < 8] == []
