"""checker.toml and [tool.checker]: found, read, overridden, and told of where they are wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.acceptance.conftest import Run
from tests.acceptance.desk import GOOD

EIGHT = GOOD + "\nThe order covers eight apps.\n"
GATE = '[gate]\ndrafts = ["draft.md"]\nsources = ["sources"]\n'


def test_a_gate_needs_no_arguments_where_the_configuration_names_them(checker: Run, desk: Path) -> None:
    (desk / "checker.toml").write_text(GATE, "utf-8")
    done, said = checker("gate"), checker("gate", "draft.md", "--sources", "sources", "--isolated")
    assert (done.returncode, done.stdout) == (1, said.stdout)


def test_the_nearest_file_holds_and_its_paths_are_its_own(checker: Run, desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.checker]\nfail_on = "gap"\n', "utf-8")
    (desk / "good.md").write_text(EIGHT, "utf-8")
    assert checker("gate", "good.md", "--sources", "sources").returncode == 1
    (desk / "inner").mkdir()
    (desk / "inner" / "good.md").write_text(EIGHT, "utf-8")
    (desk / "inner" / "checker.toml").write_text('[gate]\nsources = ["../sources"]\n', "utf-8")
    done = checker("gate", "inner/good.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "GAP601 uncorroborated" in done.stdout


@pytest.mark.parametrize(
    ("config", "arguments", "code"),
    [
        ('fail_on = "gap"', [], 1),
        ('fail_on = "gap"', ["--fail-on", "conflict"], 0),
        ('fail_on = "gap"', ["--isolated"], 0),
        ('fail_on = "gap"\n[severity]\nuncorroborated = "note"', [], 0),
        ('fail_on = "gap"\n[severity]\ngap = "note"', [], 0),
        ('fail_on = "gap"\n[severity]\ngap = "note"\nGAP601 = "error"', [], 1),
        ('fail_on = "gap"\nignore = ["GAP601"]', [], 0),
        ('[severity]\nupdate = "error"', [], 1),
    ],
)
def test_what_is_set_is_done(checker: Run, desk: Path, config: str, arguments: list[str], code: int) -> None:
    (desk / "checker.toml").write_text(config + "\n", "utf-8")
    (desk / "good.md").write_text(EIGHT, "utf-8")
    done = checker("gate", "good.md", "--sources", "sources", *arguments)
    assert (done.returncode, done.stderr) == (code, "")


def test_the_number_of_roots_that_make_an_omission(checker: Run, desk: Path) -> None:
    arguments = ("gate", "good.md", "--sources", "sources")
    assert "GAP602 omitted" in checker(*arguments).stdout
    (desk / "checker.toml").write_text("omitted_roots = 3\n", "utf-8")
    assert "GAP602 omitted" not in checker(*arguments).stdout


def test_several_outputs(checker: Run, desk: Path) -> None:
    outputs = '[[outputs]]\nformat = "json"\nfile = "out.json"\n[[outputs]]\nformat = "table"\n'
    (desk / "checker.toml").write_text(outputs + GATE, "utf-8")
    done = checker("gate")
    assert done.stdout.startswith("WHAT WAS READ")
    assert (desk / "out.json").read_text("utf-8").startswith("{")
    assert checker("gate", "--format", "json").stdout == (desk / "out.json").read_text("utf-8")


BAD = [
    ('fail-on = "gap"', "checker.toml: fail-on: unknown key; did you mean 'fail_on'?"),
    ('fail_on = "conflicts"', "checker.toml: fail_on: 'conflicts' is not a word that it takes; write "),
    ("jobs = -1", "checker.toml: jobs: -1 is too small; write 0 or more"),
    ("packs = []", "checker.toml: packs: the list is empty; give at least one"),
    ('[gate]\nsource = ["x"]', "checker.toml: gate.source: unknown key; did you mean 'sources'?"),
    ('[severity]\nupdat = "note"', "checker.toml: severity.updat: it is no rule, cause or verdict; did you mean 'upd"),
    ('[severity]\nNUM110 = "note"', "severity: there is no rule 'NUM110'; did you mean 'NUM"),
    ('ignore = ["NUM110"]', "ignore: there is no rule 'NUM110'; did you mean 'NUM"),
    ('[[outputs]]\nformat = "jsn"', "checker.toml: outputs[0].format: there is no format 'jsn'; did you mean 'json"),
    ("fail_on = gap", "checker.toml: it is not TOML: "),
    ('waivers = "none.toml"', "none.toml: there is no such file; make it with checker waive, or do not name it"),
    ('baseline = "none.json"', "none.json: there is no such file; make it with checker baseline create, or do not"),
    ('packs = ["cor"]', "--packs: there is no rule pack 'cor'; did you mean 'core'?"),
]  # fmt: skip


@pytest.mark.parametrize(("config", "said"), BAD, ids=[config.split("\n")[-1] for config, _ in BAD])
def test_a_bad_configuration_is_2_with_the_remedy(checker: Run, desk: Path, config: str, said: str) -> None:
    (desk / "checker.toml").write_text(config + "\n", "utf-8")
    done = checker("gate", "draft.md", "--sources", "sources")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"checker: {said}"), done.stderr


def test_a_file_that_is_named(checker: Run, desk: Path) -> None:
    (desk / "checker.toml").write_text("fail_on = 3\n", "utf-8")
    (desk / "other.toml").write_text('fail_on = "never"\n', "utf-8")
    arguments = ("gate", "draft.md", "--sources", "sources", "--config")
    assert checker(*arguments, "other.toml").returncode == 0
    gone = checker(*arguments, "gone.toml")
    assert gone.stderr == "checker: gone.toml: it cannot be read (No such file or directory); name a file that can\n"
    (desk / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    bare = checker(*arguments, "pyproject.toml")
    assert bare.stderr.startswith("checker: pyproject.toml: it has no table [tool.checker]; ")


def test_config_show_says_every_value_and_its_origin(checker: Run, desk: Path) -> None:
    (desk / "checker.toml").write_text('fail_on = "gap"\n' + GATE, "utf-8")
    shown = checker("config", "show").stdout
    assert 'fail_on = "gap"  # checker.toml\n' in shown
    assert 'gate = { drafts = ["draft.md"], sources = ["sources"] }  # checker.toml\n' in shown
    assert 'waivers = "checker-waivers.toml"  # default\n' in shown
    assert "# packs: all built-in ones  # default\n" in shown
    assert tomllib.loads(shown)["jobs"] == 0
    assert checker("config", "show", "--isolated").stdout.startswith("# no configuration was found\n")


def test_validate_knows_the_files_of_a_desk(checker: Run, desk: Path) -> None:
    (desk / "checker.toml").write_text('fail-on = "gap"\n', "utf-8")
    (desk / "checker-baseline.json").write_text('{"schema": "https://checker.example/schemas/baseline.schema.json"}')
    assert checker("validate", "checker-baseline.json").stdout == "checker-baseline.json: valid\n"
    bad = checker("validate", "checker.toml")
    assert bad.stderr == 'checker: checker.toml: $.fail-on: unknown key; did you mean "fail_on"?\n'
