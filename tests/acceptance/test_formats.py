"""Several formats of one run, each where it was sent, with paths that the programs of a repository know."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.reporters import REPORTERS
from tests.acceptance.conftest import Run
from tests.unit.reading import PUBLISHED, commands, complaints, documents, needs_schemas, rows

SIGNED = "On 5 January 2021 President Donald Trump signed an order banning deals with Alipay within {}.\n"
HARBOUR = {
    "draft.md": "---\ntitle: The order\ndate: 2021-01-06\n---\n\n🚢 " + SIGNED.format("45 days"),
    "agency.txt": SIGNED.format("60 days"),
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two articles that differ, in a folder `news`; commands run in its root."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "news").mkdir()
    for name, text in HARBOUR.items():
        (tmp_path / "news" / name).write_text(text, "utf-8")
    return tmp_path


def test_all_formats_at_once(checker: Run, repository: Path) -> None:
    others = [form for form in REPORTERS if form != "github"]
    outputs = [word for form in others for word in ("--format", form, "-o", f"report.{form}")]
    done = checker("check", "news", *outputs, "--format", "github", "--quiet")
    assert (done.returncode, done.stderr) == (1, "")
    (error, *_) = commands(done.stdout)
    assert (error[0], error[1]["file"], error[1]["line"]) == ("error", "news/agency.txt", "1")
    assert all((repository / f"report.{form}").read_bytes().endswith(b"\n") for form in others)
    assert (repository / "report.sarif").read_text("utf-8") == checker("check", "news", "--format", "sarif").stdout


@needs_schemas
@pytest.mark.parametrize("form", PUBLISHED)
def test_the_sample_story_keeps_the_published_schema(checker: Run, story: Path, form: str) -> None:
    assert list(complaints(form, checker("check", story, "--format", form).stdout)) == []


def test_columns_are_those_of_the_file(checker: Run, repository: Path) -> None:
    made = json.loads(checker("check", "news", "--format", "rdjson").stdout)["diagnostics"][0]
    places = [made["location"], *(one["location"] for one in made["related_locations"])]
    assert sorted(place["path"] for place in places) == ["news/agency.txt", "news/draft.md"]
    for place in places:
        line = (repository / place["path"]).read_bytes().split(b"\n")[place["range"]["start"]["line"] - 1]
        said = line[place["range"]["start"]["column"] - 1 : place["range"]["end"]["column"] - 1]
        assert said in (b"45 days", b"60 days")


@pytest.mark.parametrize("form", ["sarif", "sarif-github", "gitlab", "rdjson", "github", "csv"])
def test_paths_are_those_of_the_repository(
    checker: Run, repository: Path, tmp_path_factory: pytest.TempPathFactory, form: str
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere")
    for name, text in HARBOUR.items():
        (outside / name).write_text(text, "utf-8")
    inside = checker("check", repository / "news", "--format", form).stdout
    assert inside == checker("check", "news", "--format", form).stdout
    assert "news/agency.txt" in inside
    assert str(repository) not in inside
    assert f"{outside}/agency.txt" in checker("check", outside, "--format", form).stdout


def test_rules_come_with_their_help(checker: Run, repository: Path) -> None:
    (run,) = json.loads(checker("check", "news", "--format", "sarif-github").stdout)["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["NUM102"]["shortDescription"]["text"] != "rule NUM102"
    assert rules["NUM102"]["defaultConfiguration"] == {"level": "error"}


def test_what_fails_the_run_fails_in_junit(checker: Run, repository: Path) -> None:
    assert '<testsuite name="conflicts" tests="1" failures="1"' in checker("check", "news", "--format", "junit").stdout
    never = checker("check", "news", "--format", "junit", "--fail-on", "never")
    assert (never.returncode, never.stdout.count("<failure")) == (0, 0)


def test_a_text_that_is_no_longer_what_was_read_gives_no_columns(checker: Run, repository: Path) -> None:
    checker("extract", "news", "-o", "claims.jsonl")
    (repository / "news" / "agency.txt").write_text("Something else.\n", "utf-8")
    (repository / "news" / "draft.md").unlink()
    done = checker("compare", "claims.jsonl", "--format", "rdjson")
    assert done.returncode == 1
    assert all("end" not in one["location"]["range"] for one in json.loads(done.stdout)["diagnostics"])


def test_spreadsheets_and_lines_hold_every_finding(checker: Run, story: Path) -> None:
    findings = json.loads(checker("check", story, "--format", "json").stdout)["findings"]
    assert len(rows(checker("check", story, "--format", "csv").stdout.replace("\r\n", "\n"))) == len(findings)
    records = documents("jsonl", checker("check", story, "--format", "jsonl").stdout)
    assert [record for record in records if record.pop("record") == "finding"] == findings
