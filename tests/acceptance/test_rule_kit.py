"""The kit for people who write rules: `checker rules new`, `checker rules test --law --mutate`, `pytest my-pack/`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import ROOT, Run

FACTS = """\
[[fact_type]]
id = "ferry_fare"
attribute = "fare"
kinds = ["money"]
subject = ["name"]
tolerance = { absolute = "1" }
patterns.en = ["{subject} .. fare .. {value}", "{subject} charges {value}"]
"""
CASES = """\
[[case]]
rule = "NUM101"
name = "two fares"
expects = "fires"
articles = [
  { id = "a", text = "The firm Lumio charges €12 for the crossing." },
  { id = "b", text = "The firm Lumio charges €19 for the crossing." },
]
findings = [{ cause = "value", severity = "error" }]
"""


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    folder = tmp_path / "ferries"
    folder.mkdir()
    pack = 'id = "ferries"\nversion = "1"\nsummary = "Ferries"\nrequires = ["core"]\n'
    for name, text in (("pack.toml", pack), ("facts.toml", FACTS), ("facts.cases.toml", CASES)):
        (folder / name).write_text(text, "utf-8")
    return folder


def run_pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    plugins = ("-p", "checker.testing.plugin", "-p", "no:cacheprovider")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *plugins, *arguments, folder.name],
        cwd=folder.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )


def test_a_new_rule_fails_until_it_is_filled_in(checker: Run, tmp_path: Path) -> None:
    made = checker("rules", "new", "tides", "--check", "corroboration")
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.split() == ["tides/pack.toml", "tides/9001.toml", "tides/9001.cases.toml"]
    assert checker("validate", "tides").returncode == 0
    done = checker("rules", "test", "9001", "--packs", "./tides", "--law", "none")
    assert done.returncode == 1
    assert "expected: uncorroborated\n  got:      no finding\n" in done.stdout
    assert checker("rules", "new", "tides").stdout.split() == ["tides/9002.toml", "tides/9002.cases.toml"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ferries", "NUM101"), "'NUM101' is not an id for rules of your own; write 9 and three digits, as 9001"),
        (("ferries", "--check", "differenc"), "there is no kind of check 'differenc'; did you mean 'difference'?"),
        (("ferries/facts.toml",), "ferries/facts.toml: it is not a folder; name the folder of a pack"),
        (("Fähren",), "'Fähren' cannot be the id of a pack; name a folder of small letters, digits and _"),
    ],
)
def test_a_rule_that_cannot_be_begun(checker: Run, ferries: Path, arguments: tuple[str, ...], told: str) -> None:
    before = sorted(ferries.iterdir())
    done = checker("rules", "new", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert sorted(ferries.iterdir()) == before


def test_a_rule_that_is_there_is_not_written_over(checker: Run, ferries: Path) -> None:
    assert checker("rules", "new", "ferries", "9005").returncode == 0
    (ferries / "9005.toml").write_text("mine", "utf-8")
    done = checker("rules", "new", "ferries", "9005")
    assert done.returncode == 2
    assert "ferries/9005.toml: it is there already; take another id, or remove it" in done.stderr
    assert (ferries / "9005.toml").read_text("utf-8") == "mine"


def test_a_law_is_held(checker: Run, ferries: Path) -> None:
    done = checker(
        "rules", "test", "ferries", "--packs", "./ferries", "--law", "evidence-is-verbatim", "--examples", "5"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 cases of 1 rules: 1 passed, 0 failed\n1 laws, 5 examples each: 1 hold, 0 broken\n"


@pytest.mark.parametrize("named", [("ferries", "--packs", "./ferries"), ("--packs", "./ferries")])
def test_laws_are_held_where_a_pack_is_named(checker: Run, ferries: Path, named: tuple[str, ...]) -> None:
    done = checker("rules", "test", *named)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" passed, 0 failed\n21 laws, 20 examples each: 21 hold, 0 broken\n")


def test_a_broken_law_fails_though_all_cases_pass(checker: Run, ferries: Path) -> None:
    rule = {"id": "9001", "check": "difference", "severity": "note", "message": "{label}"}
    rule |= dict.fromkeys(("name", "summary", "rationale"), "A difference that is told as a gap.")
    text = "".join(f'{key} = "{value}"\n' for key, value in rule.items())
    (ferries / "9001.toml").write_text(f'{text}[parameters]\ncause = "uncorroborated"\n', "utf-8")
    fires = CASES.replace("NUM101", "9001").replace('cause = "value", severity = "error"', 'cause = "uncorroborated"')
    quiet = fires.replace("€19", "€12").partition("findings")[0]
    cases = (fires, quiet.replace('"fires"', '"silent"'), quiet.replace('"fires"', '"boundary"'))
    (ferries / "9001.cases.toml").write_text("\n".join(cases), "utf-8")
    done = checker("rules", "test", "9001", "--packs", "./ferries")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(
        "3 cases of 1 rules: 3 passed, 0 failed\nBROKEN a-harmful-edit-is-found for 9001: Of two"
    )
    assert "\n  no conflict on " in done.stdout
    assert done.stdout.endswith(" broken\n")


def test_no_law_is_held_where_none_is_wanted(checker: Run, ferries: Path) -> None:
    done = checker("rules", "test", "ferries", "--packs", "./ferries", "--law", "none")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "1 cases of 1 rules: 1 passed, 0 failed\n"


def test_a_law_that_is_none(checker: Run, ferries: Path) -> None:
    done = checker("rules", "test", "ferries", "--packs", "./ferries", "--law", "evidence-is-verbatin")
    assert (done.returncode, done.stdout) == (2, "")
    told = "there is no law 'evidence-is-verbatin'; did you mean evidence-is-verbatim?"
    assert done.stderr == f"checker: --law: {told}\n"


@pytest.mark.parametrize("named", [(), ("INT704", "--law", "none")])
def test_examples_of_no_law(checker: Run, named: tuple[str, ...]) -> None:
    done = checker("rules", "test", *named, "--examples", "5")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "checker: --examples: no law is to be held; add --law NAME or --law all\n"


def test_laws_need_the_extra(checker: Run, tmp_path: Path) -> None:
    (tmp_path / "hypothesis.py").write_text("raise ModuleNotFoundError(name='hypothesis')", "utf-8")
    told = "laws need hypothesis, which is not installed; pip install 'checker[testing]'\n"
    for asked in (("--law", "all"), ("--examples", "5")):
        done = checker("rules", "test", "INT704", *asked, PYTHONPATH=str(tmp_path))
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"checker: --law: {told}")
    done = checker("rules", "test", "INT704", "--mutate", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, f"checker: no law is held: {told}")
    assert "laws" not in done.stdout


def test_mutants_that_live_are_shown_with_a_case_that_kills_them(checker: Run, ferries: Path) -> None:
    command = ("rules", "test", "ferries", "--packs", "./ferries", "--law", "none", "--mutate")
    first = checker(*command)
    assert first.returncode == 0
    assert "fact type ferry_fare: 1 of 4 mutants killed\n" in first.stdout
    assert "  lives: patterns.en: without '{subject} .. fare .. {value}'\n" in first.stdout
    assert "  lives: tolerance: four times as wide\n" in first.stdout
    assert first.stdout.endswith("mutation score 0.25: 1 of 4 mutants killed\n")
    shown = first.stdout.partition("fare .. {value}'\n")[2].partition("  lives:")[0]
    with (ferries / "facts.cases.toml").open("a", encoding="utf-8") as cases:
        cases.write(f"\n{shown}")
    assert "2 of 4 mutants killed" in checker(*command).stdout


def test_no_mutants_while_cases_fail(checker: Run, ferries: Path) -> None:
    cases = ferries / "facts.cases.toml"
    cases.write_text(cases.read_text("utf-8").replace("€19", "€12"), "utf-8")
    done = checker("rules", "test", "ferries", "--packs", "./ferries", "--law", "none", "--mutate")
    assert (done.returncode, done.stderr) == (1, "checker: no mutants are tried while cases fail\n")
    assert done.stdout.endswith("1 cases of 1 rules: 0 passed, 1 failed\n")


def test_pytest_runs_a_pack(ferries: Path) -> None:
    done = run_pytest(ferries, "-v", "--law-examples", "2", "-k", "NUM101 or sound or verbatim or in-print")
    assert done.returncode == 0, done.stdout
    for item in ("facts.cases.toml::NUM101: two fares PASSED", "pack.toml::sound PASSED"):
        assert f"ferries/{item}" in done.stdout
    assert "pack.toml::law evidence-is-verbatim PASSED" in done.stdout
    assert "pack.toml::law edits-in-print-are-told-apart SKIPPED" in done.stdout


def test_pytest_says_what_a_pack_lacks(ferries: Path) -> None:
    cases = ferries / "facts.cases.toml"
    cases.write_text(cases.read_text("utf-8").replace("€19", "€12"), "utf-8")
    rule = {"id": "9001", "check": "agreement", "severity": "note"}
    rule |= dict.fromkeys(("name", "summary", "rationale", "message"), "...")
    (ferries / "9001.toml").write_text("".join(f'{key} = "{text}"\n' for key, text in rule.items()), "utf-8")
    done = run_pytest(ferries, "-k", "NUM101 or sound")
    assert done.returncode == 1
    assert "expected: value (error)\ngot:      no finding\n" in done.stdout
    assert "pack ferries: rule 9001: it has no cases; add" in done.stdout
    assert "Traceback" not in done.stdout


def test_pytest_leaves_cases_of_no_pack_alone(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "facts.cases.toml").write_text(CASES, "utf-8")
    assert "no tests ran" in run_pytest(folder).stdout
