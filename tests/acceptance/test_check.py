"""`checker check`: what is printed, what is written, and the exit code."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import ROOT, Run

COUNT_LINE = re.compile(r"\d+ conflicts? \(.*\), \d+ agreements?, \d+ gaps? in 5 articles")


def test_main_job(checker: Run, story: Path) -> None:
    done = checker("check", story)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    parts = [line for line in lines if line in ("WHAT WAS READ", "ROOTS", "CONFLICTS", "AGREEMENTS", "GAPS")]
    assert parts == ["WHAT WAS READ", "ROOTS", "CONFLICTS", "AGREEMENTS", "GAPS"]
    assert lines[0] == "WHAT WAS READ"
    assert COUNT_LINE.fullmatch(lines[-1])


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "40"},
    ],
)
def test_same_bytes_everywhere(checker: Run, story: Path, environment: dict[str, str]) -> None:
    files = sorted(story.glob("*.txt"))
    there, back = checker("check", *files), checker("check", *reversed(files), **environment)
    assert there.stdout == back.stdout
    assert there.stdout


def test_several_formats_each_with_its_file(checker: Run, story: Path, tmp_path: Path) -> None:
    done = checker("check", story, "--format", "json", "-o", "report.json", "--format", "table")
    assert done.returncode == 1
    assert done.stdout == checker("check", story).stdout
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert {finding["verdict"] for finding in report["findings"]} == {"agreement", "conflict", "gap"}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["report.json"]


def test_a_report_in_a_file_leaves_the_count_on_stderr(checker: Run, story: Path) -> None:
    told = checker("check", story, "-o", "report.txt")
    assert told.stdout == ""
    assert COUNT_LINE.fullmatch(told.stderr.strip().removeprefix("checker: "))
    assert checker("check", story, "-o", "report.txt", "--quiet").stderr == ""
    assert "checker: pack core " in checker("check", story, "-o", "report.txt", "--verbose").stderr


@pytest.mark.parametrize(("threshold", "code"), [("conflict", 1), ("gap", 1), ("never", 0)])
def test_threshold(checker: Run, story: Path, threshold: str, code: int) -> None:
    assert checker("check", story, "--fail-on", threshold).returncode == code


def test_what_agrees_is_clean(checker: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The two firms signed the deal on 5 January 2021.\n", "utf-8")
    assert checker("check", "a.txt").returncode == 0


BAD = [
    ("missing.txt", None, r"checker: missing\.txt: .+; .+"),
    ("empty.txt", b"", r"checker: empty\.txt: .+; .+"),
    ("binary.txt", b"\x7fELF\x00\x01\x02\x00" * 20, r"checker: binary\.txt: .+; .+"),
    ("broken.txt", b"Two words \xff\xfe and more of th\xe9m.\n", r"checker: broken\.txt.*: .+; .+"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD, ids=[name for name, _, _ in BAD])
def test_unreadable_input_is_told_and_the_rest_is_judged(
    checker: Run, story: Path, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    alone, beside = checker("check", name, "-o", "report.txt"), checker("check", name, story)
    assert (alone.returncode, alone.stdout) == (2, "")
    assert re.fullmatch(said, alone.stderr.strip())
    assert not (tmp_path / "report.txt").exists()
    assert beside.returncode == 2
    assert COUNT_LINE.fullmatch(beside.stdout.splitlines()[-1])
    assert re.fullmatch(said, beside.stderr.strip())


def test_two_sources_with_one_id(checker: Run, tmp_path: Path) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"On {folder} 12 people were hurt.\n", "utf-8")
    done = checker("check", "monday/a.txt", "tuesday/a.txt")
    assert done.returncode == 2
    assert "a.txt" in done.stderr and "id" in done.stderr and "; " in done.stderr


def test_bad_pack(checker: Run, story: Path, tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "pack.toml").write_text('id = "mine"\nversion = "1"\nsummary = "x"\nrequire = []\n', "utf-8")
    done = checker("check", story, "--packs", pack)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pack.toml" in done.stderr and "did you mean 'requires'?" in done.stderr


USAGE = [
    ([], "checker: the following arguments are required: COMMAND"),
    (["check"], "checker: the following arguments are required: PATH"),
    (["check", "a.txt", "--format", "xml"], "checker: argument --format: there is no format 'xml', use one of: "),
    (["check", "a.txt", "--published", "soon"], "checker: argument --published: "),
    (["check", "a.txt", "--format", "json", "b.txt"], "checker: unrecognized arguments: b.txt (write all paths "),
    (["check", "a.txt", "--format", "json", "--format", "table"], "checker: --format: json and table would both "),
    (["check", "a.txt", "-o", "x", "-o", "y"], "checker: argument -o: a second file for one format"),
    (["check", "a.txt", "-o", "no/x"], "checker: -o no/x: its folder does not exist; create it first: mkdir -p no"),
    (["check", "a.txt", "-o", "."], "checker: -o .: this is a folder; name a file in it"),
    (["check", "a.txt", "-o", "a.txt"], "checker: -o a.txt: this is one of the inputs; write to another file"),
    (["extract", "a.txt", "-o", "a.txt"], "checker: -o a.txt: this is one of the inputs; write to another file"),
    (["rules", "explain", "NUM999"], "checker: rules: there is no rule 'NUM999'; "),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), USAGE, ids=[" ".join(arguments) for arguments, _ in USAGE])
def test_usage_errors_name_the_remedy(checker: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "a.txt").write_text("The firm hired 12 people.\n", "utf-8")
    done = checker(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_closed_pipe_is_no_traceback(story: Path) -> None:
    command = f'"{sys.executable}" -m checker check "{story}" | head -n 1'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("WHAT WAS READ\n", "")
    with subprocess.Popen(
        [sys.executable, "-m", "checker", "check", str(story)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_nothing_of_a_text_reaches_the_terminal_raw(checker: Run, tmp_path: Path) -> None:
    hostile = "The firm hired 12\x1b]0;title\x07 people on 5\u202e May 2020 \x9b31m for 300\x1b[31m dollars.\n"
    (tmp_path / "a.txt").write_text(hostile, "utf-8")
    (tmp_path / "b.txt").write_text(hostile.replace("12", "14"), "utf-8")
    for form in ("table", "json"):
        done = checker("check", "a.txt", "b.txt", "--format", form)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stdout + done.stderr)
        assert done.returncode in (0, 1), done.stderr


def test_no_socket_is_opened(checker: Run, story: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    if event.startswith('socket.'):\n"
        "        raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n",
        "utf-8",
    )
    done = checker("check", story, PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (1, "")


def test_version_loads_next_to_nothing() -> None:
    program = (
        "import sys\n"
        "from checker.cli import main\n"
        "try:\n    main(['--version'])\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "print(sorted(name for name in sys.modules if name.startswith('checker') or name in sys.argv))\n"
    )
    heavy = ("pydantic", "jsonschema", "tabulate", "re2", "dataclasses", "importlib.metadata")
    done = subprocess.run([sys.executable, "-c", program, *heavy], cwd=ROOT, capture_output=True, text=True, check=True)
    version, *_, modules = done.stdout.splitlines()
    assert re.fullmatch(r"checker \d+\.\d+\.\d+", version)
    light = ["arguments", "streams", "upkeep", "versions", "words"]
    own = [
        "checker",
        "checker.cli",
        *(f"checker.cli.{name}" for name in light),
        "checker.packaged",
        "checker.reporters",
    ]
    assert modules == str(own)


@pytest.mark.skipif(not (ROOT.parent / "shared" / "seeds").is_dir(), reason="the original articles are not here")
def test_main_job_on_the_originals(checker: Run) -> None:
    done = checker("check", ROOT.parent / "shared" / "seeds")
    assert (done.returncode, done.stderr) == (1, "")
    assert COUNT_LINE.fullmatch(done.stdout.splitlines()[-1])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_that_cannot_be_written(story: Path) -> None:
    command = [sys.executable, "-m", "checker", "check", str(story)]
    to_file = subprocess.run([*command, "-o", "/dev/full"], cwd=ROOT, capture_output=True, encoding="utf-8")
    with open("/dev/full", "w") as full:
        to_stdout = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert (to_file.returncode, to_stdout.returncode) == (2, 2)
    told = "writing failed: No space left on device; free some space, or write elsewhere\n"
    assert to_file.stderr == f"checker: -o /dev/full: {told}"
    assert to_stdout.stderr == f"checker: stdout: {told}"
