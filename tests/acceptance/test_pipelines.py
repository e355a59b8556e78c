"""What build servers are given: the files keep their published schemas, and what they run gates a draft."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.acceptance.conftest import ROOT
from tests.acceptance.desk import DRAFT

yaml = pytest.importorskip("yaml", reason="PyYAML is not at hand: pip install '.[dev]'")
CONFORMANCE = ROOT.parent / "shared" / "conformance"
COLUMN = DRAFT.splitlines()[6].index("60 days") + 1
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not at hand")


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize(
    ("file", "schema"),
    [(".pre-commit-hooks.yaml", "pre-commit-hooks.json"), ("action.yml", "github-action.json")],
)
def test_a_file_keeps_its_published_schema(file: str, schema: str) -> None:
    if not (CONFORMANCE / schema).is_file():
        pytest.skip(f"the published schemas are not at hand: no folder {CONFORMANCE}")
    published = json.loads((CONFORMANCE / schema).read_text("utf-8"))
    jsonschema.Draft7Validator(published).validate(loaded(file))


def bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a build server does: it stops at the first command that fails."""
    place = folder / ".checker-environment" / "bin"
    place.mkdir(parents=True, exist_ok=True)
    command = place / "checker"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m checker "$@"\n', "utf-8")
    command.chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "kept"), "PATH": f"{place}:{os.environ['PATH']}"}
        | environment,
        capture_output=True,
        encoding="utf-8",
    )


def judged(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action with these inputs."""
    action = loaded("action.yml")
    assert set(inputs) <= set(action["inputs"])
    step = action["runs"]["steps"][-1]
    environment = {
        name: inputs.get(value.removeprefix("${{ inputs.").removesuffix(" }}"), "")
        for name, value in step["env"].items()
    }
    return bash(step["run"], folder, GITHUB_STEP_SUMMARY=str(folder / "summary.md"), **environment)


def test_the_action_fails_on_a_bad_draft_at_its_line(desk: Path) -> None:
    done = judged(desk, drafts="draft.md\n", sources="sources\n")
    assert done.returncode == 1
    assert f"::error file=draft.md,line=7,endLine=7,col={COLUMN}," in done.stdout
    assert "NUM102" in (desk / "summary.md").read_text("utf-8")
    assert judged(desk, drafts="good.md", sources="sources").returncode == 0


def test_the_action_takes_what_is_set_names_with_blanks_and_nothing_for_a_command(desk: Path) -> None:
    (desk / "my drafts").mkdir()
    (desk / "draft.md").rename(desk / "my drafts" / "$(touch made) draft.md")
    (desk / "checker.toml").write_text('[gate]\nsources = ["sources"]\n', "utf-8")
    done = judged(desk, drafts="my drafts", arguments="--fail-on\nnever\n--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"::error file=my drafts/$(touch made) draft.md,line=7,endLine=7,col={COLUMN}," in done.stdout
    assert not (desk / "made").exists()


def test_nothing_of_the_action_puts_an_input_into_a_script() -> None:
    assert ["${{" in step["run"] for step in loaded("action.yml")["runs"]["steps"]] == [False, False]


def test_the_gitlab_job_fails_on_a_bad_draft_and_leaves_its_report(desk: Path) -> None:
    (desk / "checker.toml").write_text('[gate]\ndrafts = ["draft.md"]\nsources = ["sources"]\n', "utf-8")
    job = loaded("ci/gitlab.yml")["checker-gate"]
    done = bash("\n".join(job["script"]), desk, CHECKER_ARGUMENTS="")
    assert (done.returncode, done.stderr) == (1, "")
    assert f"\ndraft.md:7:{COLUMN}: " in done.stdout
    assert [(desk / name).is_file() for name in job["artifacts"]["reports"].values()] == [True, True]
    passed = bash("\n".join(job["script"]), desk, CHECKER_ARGUMENTS="good.md")
    assert passed.returncode == 0
