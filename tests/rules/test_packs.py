"""The built-in packs are sound: what `checker validate` would say of a user's pack it does not say of ours."""

from __future__ import annotations

from checker.packaged import packaged
from checker.pipeline import lint, validate_file
from checker.rulepack import load_packs


def test_patterns_compile_and_rules_name_checks_that_exist() -> None:
    assert [str(problem) for problem in lint(load_packs())] == []


def test_every_pack_validates() -> None:
    folders = sorted(file.parent for file in packaged("rules").glob("*/pack.toml"))
    assert len(folders) >= 3
    assert [str(problem) for folder in folders for problem in validate_file(folder)] == []
