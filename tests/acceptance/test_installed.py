"""The wheel, installed into a fresh environment: it carries rules, schemas and the data of the languages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.acceptance.conftest import ROOT, STORY

PARTS = ("pyproject.toml", "README.md", "LICENSE", "checker", "schemas", "rules")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network from a copy of the source tree."""
    source = tmp_path_factory.mktemp("source")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", str(source)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = (source / "dist").glob("*.whl")
    return built


def test_wheel_carries_what_it_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder, inside in (("schemas", "checker/_schemas"), ("rules", "checker/_rules"), ("checker", "checker")):
        files = [file for file in (ROOT / folder).rglob("*") if file.suffix in (".json", ".toml", ".py")]
        assert {f"{inside}/{file.relative_to(ROOT / folder).as_posix()}" for file in files} <= names


def test_installed_command_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    seen_from_there = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    packages = Path(seen_from_there.stdout.strip())
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--disable-pip-version-check", str(wheel)], check=True)
    paths = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (packages / "dependencies.pth").write_text("\n".join(paths) + "\n", "utf-8")
    (tmp_path / "desk").mkdir()

    def checker(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(tmp_path / "env" / "bin" / "checker"), *arguments]
        return subprocess.run(command, cwd=tmp_path / "desk", env={}, capture_output=True, encoding="utf-8")

    there = subprocess.run(
        [python, "-c", "import checker; print(checker.__file__)"], cwd=tmp_path / "desk", capture_output=True, text=True
    )
    assert Path(there.stdout.strip()).parent.parent == packages
    done = checker("check", str(STORY))
    assert (done.returncode, done.stderr) == (1, "")
    assert re.search(r"\d+ conflicts \(.*\) in 5 articles|in 5 articles$", done.stdout)
    rules = checker("rules", "list")
    assert rules.returncode == 0 and "NUM101" in rules.stdout
    checker("extract", str(STORY), "-o", "claims.jsonl")
    assert checker("validate", "claims.jsonl").stdout == "claims.jsonl: valid\n"


def test_versions_agree() -> None:
    import tomllib

    import checker

    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == checker.__version__
