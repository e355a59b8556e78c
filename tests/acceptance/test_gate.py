"""`checker gate`: what is said of a draft, where in it, and the exit code for every way a run can end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import ROOT, Run
from tests.acceptance.desk import DRAFT, GOOD, WIRE


def findings(checker: Run, *arguments: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(checker("gate", *arguments, "--format", "json").stdout)["findings"]
    return found


def test_a_conflict_is_shown_at_its_line_and_column(checker: Run, desk: Path) -> None:
    done = checker("gate", "draft.md", "--sources", "sources")
    assert (done.returncode, done.stderr) == (1, "")
    column = DRAFT.splitlines()[6].index("60 days") + 1
    assert f"\ndraft.md:7:{column}: " in done.stdout
    message = (
        "effect delay of the order of 2021-01-05: 45 days (agence, wire) vs 60 days (draft), 15 days apart; NUM102"
    )
    assert f"NUM102 value (error, 2 roots): {message}" in " ".join(done.stdout.split())


def test_a_superseded_value_is_an_error(checker: Run, desk: Path) -> None:
    (desk / "draft.md").write_text(DRAFT.replace("60 days", "45 days"), "utf-8")
    conflicts = [one for one in findings(checker, "draft.md", "--sources", "sources") if one["verdict"] == "conflict"]
    said = [(one["cause"], one["severity"], one["message"]) for one in conflicts]
    superseded = "12 people (draft, wire) is superseded; newest: 14 people (agence)"
    assert said == [("update", "error", f"death toll of the incident of 2021-01-04: {superseded}; SRC504")]


def test_every_finding_is_about_the_draft_and_stands_in_its_file(checker: Run, desk: Path) -> None:
    found = findings(checker, "draft.md", "--sources", "sources")
    assert {one["verdict"] for one in found} == {"agreement", "conflict", "gap"}
    assert [one["message"] for one in found if "draft" not in one["sources"]] == []
    assert [
        one["anchor"] for one in found if DRAFT[one["anchor"]["start"] : one["anchor"]["end"]] != one["anchor"]["exact"]
    ] == []
    omitted = [one for one in found if one["cause"] == "omitted"]
    assert [one["anchor"]["exact"] for one in omitted] == ["Marseille"]
    assert ["30 people" in one["message"] for one in omitted] == [True]


def test_a_good_draft_passes_and_conflicts_of_the_sources_are_only_counted(checker: Run, desk: Path) -> None:
    (desk / "sources" / "late.txt").write_text(WIRE.replace("45 days", "90 days").replace("12", "14"), "utf-8")
    (desk / "good.md").write_text("A fire in Marseille on Monday 4 January 2021 killed 14 people.\n", "utf-8")
    done = checker("gate", "good.md", "--sources", "sources")
    assert done.returncode == 0
    assert "NUM102" not in done.stdout
    assert "conflict among the sources alone left out" in done.stdout.splitlines()[-1]


def test_several_drafts_are_judged_each_by_itself(checker: Run, desk: Path) -> None:
    done = checker("gate", "draft.md", "good.md", "--sources", "sources", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["gate"]["drafts"] == ["draft", "good"]
    conflicts = {(one["severity"], *one["sources"]) for one in report["findings"] if one["verdict"] == "conflict"}
    assert conflicts == {("error", "agence", "draft", "wire"), ("note", "agence", "good", "wire")}
    alone = json.loads(checker("gate", "draft.md", "--sources", "sources", "--format", "json").stdout)
    assert [one for one in report["findings"] if "good" not in one["sources"]] == alone["findings"]


@pytest.mark.parametrize(("threshold", "code"), [("conflict", 0), ("gap", 1), ("never", 0)])
def test_gaps_fail_only_when_asked(checker: Run, desk: Path, threshold: str, code: int) -> None:
    (desk / "good.md").write_text(GOOD + "\nThe order covers eight apps.\n", "utf-8")
    done = checker("gate", "good.md", "--sources", "sources", "--fail-on", threshold)
    assert "GAP601 uncorroborated" in done.stdout
    assert done.returncode == code


def test_the_same_bytes_whatever_the_order(checker: Run, desk: Path) -> None:
    there = checker("gate", "draft.md", "good.md", "--sources", "sources/wire.txt", "sources/agence.txt")
    back = checker(
        "gate", "good.md", "draft.md", "--sources", "sources/agence.txt", "sources/wire.txt", PYTHONHASHSEED="7"
    )
    assert there.stdout == back.stdout != ""


def test_a_draft_in_the_folder_of_sources_is_told_apart(checker: Run, desk: Path) -> None:
    (desk / "sources" / "draft.md").write_text(DRAFT, "utf-8")
    done = checker("gate", "sources/draft.md", "--sources", "sources")
    assert done.returncode == 1
    assert done.stderr == "checker: sources/draft.md is a draft, not one of its own sources; it was left out of these\n"
    assert "3 articles" in done.stdout.splitlines()[-1]


POLICE = "At least 14 people were killed in a fire in Lyon on 4 January 2021, according to the police.\n"
SELON = "L'incendie survenu à Lyon le 4 janvier 2021 a fait au moins 14 morts, selon la police.\n"


@pytest.mark.parametrize(
    ("draft", "code", "cause"),
    [
        ("A fire in Lyon on 4 January 2021 killed at least 14 people.", 1, "attribution"),
        ("A fire in Lyon on 4 January 2021 killed at least 14 people, the police said.", 0, None),
        ("A fire in Lyon on 4 January 2021 killed 9 people, the police said.", 1, "update"),
        ("On Tuesday 4 January 2021 a fire in Lyon killed at least 14 people, the police said.", 1, "internal"),
    ],
)
def test_a_story_at_the_desk(checker: Run, tmp_path: Path, draft: str, code: int, cause: str | None) -> None:
    (tmp_path / "sources").mkdir()
    for name, text in (("police.txt", POLICE), ("selon.txt", SELON)):
        (tmp_path / "sources" / name).write_text(text, "utf-8")
    (tmp_path / "draft.md").write_text(f"---\ntitle: Fire\n---\n\n{draft}\n", "utf-8")
    done = checker("gate", "draft.md", "--sources", "sources", "--format", "json", "--quiet")
    report = json.loads(done.stdout)
    conflicts = [one for one in report["findings"] if one["verdict"] == "conflict" and one["severity"] != "note"]
    assert (done.returncode, {one["cause"] for one in conflicts}) == (code, {cause} - {None})
    lines = next(one["line_starts"] for one in report["sources"] if one["source"]["id"] == "draft")
    assert {sum(start <= one["anchor"]["start"] for start in lines) for one in conflicts} <= {5}


def test_a_check_that_crashes_is_2_and_the_rest_is_reported(checker: Run, desk: Path) -> None:
    broken = (
        "import checker.judge.checks.weekday as broken\n"
        "broken.CHECK = broken.CHECK._replace(of_article=lambda *_: 1 / 0)\n"
    )
    (desk / "sitecustomize.py").write_text(broken, "utf-8")
    done = checker("gate", "good.md", "--sources", "sources", "--fail-on", "never", PYTHONPATH=f"{desk}:{ROOT}")
    assert done.returncode == 2
    assert "CHK001 crash (error): rule " in done.stdout
    assert "could not be run: ZeroDivisionError: division by zero; CHK001" in " ".join(done.stdout.split())
    assert "SRC501 exact" in done.stdout


FAILURES = [
    (["draft.md", "--sources", "draft.md"], "checker: draft.md: it is named as a draft and as a source; leave it out"),
    (["draft.md", "--sources", "none"], "checker: none: there is no such file or folder; "),
    (["draft.md", "--sources", "empty"], "checker: empty: there is no article in this folder; "),
    (["only/draft.md", "--sources", "only"], "checker: --sources: there is no source beside the drafts; "),
    (["none.md", "--sources", "sources"], "checker: none.md: there is no such file or folder; "),
    (["draft.md"], "checker: gate: there are no sources; name them: --sources PATH, or set sources under "),
    (["--sources", "sources"], "checker: gate: there is no draft; name it: checker gate DRAFT, or set drafts "),
    (["same/wire.txt", "--sources", "sources"], "checker: same/wire.txt: the source sources/wire.txt has the same id "),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), FAILURES, ids=[" ".join(arguments) for arguments, _ in FAILURES])
def test_what_cannot_be_judged_is_2_and_no_report(checker: Run, desk: Path, arguments: list[str], said: str) -> None:
    (desk / "empty").mkdir()
    for folder, name in (("only", "draft.md"), ("same", "wire.txt")):
        (desk / folder).mkdir()
        (desk / folder / name).write_text(DRAFT, "utf-8")
    done = checker("gate", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_an_unreadable_source_is_2_and_the_rest_is_judged(checker: Run, desk: Path) -> None:
    (desk / "sources" / "broken.txt").write_bytes(b"\x7fELF\x00\x01\x02\x00" * 20)
    done = checker("gate", "draft.md", "--sources", "sources")
    assert done.returncode == 2
    assert done.stderr.startswith("checker: sources/broken.txt: ")
    assert "NUM102 value" in done.stdout


def test_a_crashing_check_is_2(checker: Run, desk: Path) -> None:
    (desk / "sitecustomize.py").write_text(
        "import checker.judge.checks.difference as difference\n"
        "def crash(*_):\n"
        "    raise RuntimeError('it broke')\n"
        "    yield\n"
        "difference.CHECK = difference.CHECK._replace(of_fact=crash)\n",
        "utf-8",
    )
    done = checker("gate", "good.md", "--sources", "sources", PYTHONPATH=str(desk))
    assert done.returncode == 2
    assert "rule NUM101 could not be run: RuntimeError: it broke" in " ".join(done.stdout.split())
    assert "SRC501 exact" in done.stdout
