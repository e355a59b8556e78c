"""`checker extract`, `compare` and `validate`: claims files in between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Run


@pytest.fixture
def claims(checker: Run, story: Path, tmp_path: Path) -> Path:
    """The claims file of the sample story."""
    done = checker("extract", story, "-o", "claims.jsonl")
    assert done.returncode == 0, done.stderr
    return tmp_path / "claims.jsonl"


def findings(checker: Run, *arguments: object) -> list[dict[str, Any]]:
    done = checker(*arguments, "--format", "json", "-q")
    assert done.returncode in (0, 1), done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


def test_extracted_claims_keep_their_schema(checker: Run, claims: Path) -> None:
    done = checker("validate", claims)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{claims}: valid\n", "")


def test_extract_writes_the_same_to_stdout(checker: Run, story: Path, claims: Path) -> None:
    assert checker("extract", story).stdout == claims.read_text("utf-8")


def test_comparing_claims_finds_the_conflicts_that_checking_the_articles_finds(
    checker: Run, story: Path, claims: Path
) -> None:
    def conflicts(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
        return sorted((one["rule"], one["message"]) for one in found if one["verdict"] == "conflict")

    assert conflicts(findings(checker, "compare", claims)) == conflicts(findings(checker, "check", story))


def test_a_claim_edited_by_hand_is_compared(checker: Run, claims: Path) -> None:
    before = {one["fingerprint"] for one in findings(checker, "compare", claims) if one["verdict"] == "conflict"}
    lines = claims.read_text("utf-8").splitlines(keepends=True)
    edited = [line.replace('"P45D"', '"P60D"') if '"courrier-vn-fr"' in line else line for line in lines]
    assert edited != lines
    claims.write_text("".join(edited), "utf-8")
    new = [
        one
        for one in findings(checker, "compare", claims)
        if one["verdict"] == "conflict" and one["fingerprint"] not in before
    ]
    assert new
    assert all("45 days" in one["message"] and "60 days" in one["message"] for one in new)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("{not json\n", "claims.jsonl:"),
        ('{"kind": "no such record"}\n', "claims.jsonl:"),
    ],
)
def test_a_broken_line_is_told_and_the_rest_is_judged(checker: Run, claims: Path, broken: str, said: str) -> None:
    with claims.open("a", encoding="utf-8") as stream:
        stream.write(broken)
    number = len(claims.read_text("utf-8").splitlines())
    for command, begins in (("compare", "WHAT WAS READ\n"), ("validate", "")):
        done = checker(command, "claims.jsonl")
        assert done.returncode == 2
        assert done.stdout.startswith(begins) and bool(done.stdout) == bool(begins)
        assert f"{said}{number}" in done.stderr


def test_validate_knows_every_kind_of_file(checker: Run, story: Path) -> None:
    checker("check", story, "--format", "json", "-o", "report.json")
    rules = story.parent.parent / "rules"
    files = ["report.json", story / "sources.toml", rules / "core", rules / "core" / "pack.toml"]
    done = checker("validate", *files)
    assert (done.returncode, done.stdout) == (0, "".join(f"{file}: valid\n" for file in files))


def test_validate_names_file_path_and_remedy(checker: Run, story: Path, tmp_path: Path) -> None:
    checker("check", story, "--format", "json", "-o", "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    report["findings"][0]["cause"] = "valeu"
    (tmp_path / "report.json").write_text(json.dumps(report), "utf-8")
    done = checker("validate", "report.json", story / "sources.toml")
    assert done.returncode == 2
    assert done.stdout == f"{story / 'sources.toml'}: valid\n"
    assert "report.json: $.findings[0].cause" in done.stderr
    assert 'did you mean "value"?' in done.stderr
