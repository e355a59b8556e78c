"""The hook for pre-commit: installed from a checkout of this project, it refuses a bad draft and takes a good one.

Nothing is fetched: pip is told to leave dependencies out, and the packages of this environment stand in for them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.acceptance.conftest import ROOT
from tests.acceptance.desk import DRAFT, GOOD, lay_out

PROJECT = ("checker", "rules", "schemas", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
CONFIG = """repos:
  - repo: {project}
    rev: {commit}
    hooks:
      - id: checker-gate
"""

pytest.importorskip("pre_commit", reason="pre-commit is not at hand: pip install '.[dev]'")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not at hand")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    who = {f"GIT_{role}_{what}": "desk" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))},
        **who,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "hooks"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def test_a_bad_draft_is_refused_and_a_good_one_taken(tmp_path: Path, environment: dict[str, str]) -> None:
    def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )

    def done(*command: str, cwd: Path) -> str:
        ended = run(*command, cwd=cwd)
        assert ended.returncode == 0, ended.stdout
        return ended.stdout

    project, desk = tmp_path / "project", tmp_path / "desk"
    project.mkdir()
    desk.mkdir()
    for name in PROJECT:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, project / name)
    lay_out(desk)
    (desk / "good.md").unlink()
    (desk / "checker.toml").write_text('[gate]\ndrafts = ["draft.md"]\nsources = ["sources"]\n', "utf-8")
    for repository in (project, desk):
        done("git", "init", "--quiet", cwd=repository)
    done("git", "add", ".", cwd=project)
    done("git", "commit", "--quiet", "-m", "The project", cwd=project)
    commit = done("git", "rev-parse", "HEAD", cwd=project).strip()
    (desk / ".pre-commit-config.yaml").write_text(CONFIG.format(project=project, commit=commit), "utf-8")
    done(sys.executable, "-m", "pre_commit", "install", "--install-hooks", cwd=desk)

    done("git", "add", ".", cwd=desk)
    refused = run("git", "commit", "-m", "A bad draft", cwd=desk)
    assert refused.returncode == 1, refused.stdout
    column = DRAFT.splitlines()[6].index("60 days") + 1
    assert f"\ndraft.md:7:{column}: " in refused.stdout
    assert run("git", "rev-parse", "HEAD", cwd=desk).returncode != 0

    (desk / "draft.md").write_text(GOOD, "utf-8")
    done("git", "add", ".", cwd=desk)
    done("git", "commit", "-m", "A good draft", cwd=desk)
    assert done("git", "log", "--format=%s", cwd=desk) == "A good draft\n"
