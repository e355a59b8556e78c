"""`checker rules list | explain | test`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.acceptance.conftest import ROOT, Run

COUNT = re.compile(r"(\d+) cases of (\d+) rules: (\d+) passed, (\d+) failed")


def test_list_has_every_rule(checker: Run) -> None:
    done = checker("rules", "list")
    ids = {file.stem for file in (ROOT / "rules").glob("*/[A-Z][A-Z][A-Z][0-9][0-9][0-9].toml")}
    assert done.returncode == 0
    assert {line.split()[0] for line in done.stdout.splitlines()[2:] if not line.startswith(" ")} == ids
    assert ids


def test_explain_shows_a_rule_and_its_cases(checker: Run) -> None:
    done = checker("rules", "explain", "NUM101")
    assert done.returncode == 0
    assert done.stdout.startswith("NUM101 ")
    for part in ("\n  why: ", "\n  check: ", "\n  message: ", "\n  fires: ", "\n  silent: ", "\n  boundary: "):
        assert part in done.stdout


def test_all_cases_pass(checker: Run) -> None:
    done = checker("rules", "test")
    assert done.returncode == 0, done.stdout
    assert done.stderr == "checker: no law is held, as no pack or rule is named; name one, or add --law all\n"
    count = COUNT.fullmatch(done.stdout.strip())
    assert count and int(count[1]) == int(count[3]) >= 3 * int(count[2]) > 0


def test_one_rule_or_one_pack(checker: Run) -> None:
    one, pack = (COUNT.search(checker("rules", "test", name, "--law", "none").stdout) for name in ("NUM101", "core"))
    assert one and pack
    assert one[2] == "1"
    assert int(pack[2]) > 1


def test_a_failing_case_is_shown(checker: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rules" / "core", tmp_path / "core")
    cases = tmp_path / "core" / "NUM101.cases.toml"
    text = cases.read_text("utf-8")
    broken = re.sub(r'cause = "value"', 'cause = "quote"', text, count=1)
    assert broken != text
    cases.write_text(broken, "utf-8")
    done = checker("rules", "test", "NUM101", "--packs", "./core", "--law", "none")
    assert done.returncode == 1
    assert re.search(r"^FAILED NUM101 .+\n  expected: .*quote.*\n  got:      .*value", done.stdout, re.M)
    count = COUNT.search(done.stdout)
    assert count and int(count[4]) >= 1


def test_no_cases_is_no_pass(checker: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rules" / "core", tmp_path / "core")
    (tmp_path / "core" / "NUM101.cases.toml").unlink()
    done = checker("rules", "test", "NUM101", "--packs", "./core")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pack core: rule NUM101: it has no cases; add [[case]] with expects = " in done.stderr
