"""What the documentation says is true: its commands are run, its links exist, its generated pages are up to date.

In a fenced `console` block a line that begins with `$ ` is a command, what follows is all that it prints (stdout and
stderr), and `...` stands for any text. The commands of a block share one shell, in a folder that holds copies
of seeds/ and rules/, and every `toml` block above it whose first line names its file, the last one of each file. A
`python` block prints what the `text` block after it says.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from checker.judge.check import Parameters, kinds_of_check
from checker.model.rule import CaseText, EventType, ExpectedFinding, FactType, KnownName, Question, Rule, RuleCase

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
FILE = re.compile(r"^```toml\n# (\S+/\S+)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def blocks() -> Iterator[Any]:
    """The console blocks of all pages, each with what stands above it on its page."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in FENCE.finditer(text):
            above = text[: match.start()]
            yield pytest.param(match[1], above, id=f"{page.name}:{above.count(chr(10)) + 1}")


BLOCKS = list(blocks())
END = "=== end of one command ==="


def steps(block: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what it is said to print."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].rstrip("\n"), ""))
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def matches(printed: str, told: str) -> bool:
    """Whether what was printed is what was told, where `...` stands for any text."""
    return re.fullmatch(".*".join(map(re.escape, told.split("..."))), printed, re.S) is not None


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the sample story and the rules, and a `checker` and a `pytest` that run this source tree."""
    for name in ("seeds", "rules"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    plugins = "-p checker.testing.plugin -p no:cacheprovider"
    for name, module in (("checker", "checker"), ("pytest", f"pytest {plugins}")):
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m {module} "$@"\n', "utf-8")
        command.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(("block", "above"), BLOCKS)
def test_console_example(block: str, above: str, desk: Path) -> None:
    for name, text in FILE.findall(above):
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text(text, "utf-8")
    told = steps(block)
    script = "".join(f"(exit $code)\n{command}\ncode=$?\necho '{END}'\n" for command, _ in told)
    done = subprocess.run(
        ["bash", "-c", f"code=0\n{script}"],
        cwd=desk,
        env={
            **os.environ,
            "PATH": f"{desk / 'bin'}:{os.environ['PATH']}",
            "XDG_CACHE_HOME": str(desk / "cache"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    printed = done.stdout.split(f"{END}\n")
    assert len(printed) == len(told) + 1, done.stdout
    for (command, expected), actual in zip(told, printed, strict=False):
        assert matches(actual, expected), f"$ {command}\n{actual}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_example(page: Path) -> None:
    for program, told in re.findall(
        r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S
    ):
        done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8")
        assert (done.stdout, done.stderr) == (told, "")


def test_there_are_examples() -> None:
    assert len([block for block in BLOCKS if str(block.id).startswith("README.md")]) >= 4


@pytest.mark.parametrize(
    ("printed", "told", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a [1]\n", "a [1]\n", True),
        ("a\nb\nc\nd\n", "a\n...\nd\n", True),
        ("a\nb\nc\n", "...\nc\n", True),
        ("a\nb\n", "a\n...\n", True),
        ("12 cases of 3 rules\n", "... cases of 3 rules\n", True),
        ("a\nb\nc\n", "a\n...\nd\n", False),
        ("a\nb\n", "a\n", False),
        ("a\n", "", False),
    ],
)
def test_matches(printed: str, told: str, same: bool) -> None:
    assert matches(printed, told) is same


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", page.read_text("utf-8"), re.M))
    assert named <= targets


def test_rules_and_laws_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "tools/catalogue.py", "--check"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_packs_page_has_every_check_with_its_parameters_and_fields() -> None:
    page = (ROOT / "docs" / "packs.md").read_text("utf-8")
    rows = {cells[1].strip(): cells for cells in (line.split("|") for line in page.splitlines()) if len(cells) == 8}
    for check in kinds_of_check().values():
        own = set(check.parameters.model_fields) - set(Parameters.model_fields)
        assert all(name in rows[check.name][4] for name in own), check.name
        assert rows[check.name][5].strip() == ", ".join(check.fields)


@pytest.mark.parametrize("model", [EventType, FactType, KnownName, Question, Rule, RuleCase, CaseText, ExpectedFinding])
def test_the_packs_page_has_every_key(model: type[BaseModel]) -> None:
    page = (ROOT / "docs" / "packs.md").read_text("utf-8")
    keys = page[page.index("## Keys") : page.index("## Checks")]
    assert [key for key in model.model_fields if not re.search(rf"\b{key}\b", keys)] == []
