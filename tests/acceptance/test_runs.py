"""How a run behaves: processes, cache, Ctrl-C, what it says to whom."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.reporters import REPORTERS
from checker.rulepack import built_in
from tests.acceptance.conftest import ROOT, Run

GATE = ("gate", "draft.md", "--sources", "sources")


def test_the_version_of_everything(checker: Run) -> None:
    done = checker("--version")
    assert (done.returncode, done.stderr) == (0, "")
    first, *packs = done.stdout.splitlines()
    assert first == "checker 0.1.0"
    assert [line.split()[:2] for line in packs] == [["pack", name] for name in built_in()]


def test_any_number_of_processes_gives_the_same_bytes(checker: Run, desk: Path) -> None:
    one, three = (checker(*GATE, "--no-cache", "--jobs", jobs) for jobs in ("1", "3"))
    assert (three.returncode, three.stdout, three.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.returncode == 1
    assert "'many' is no number of processes" in checker(*GATE, "--jobs", "many").stderr


def test_a_warm_cache_gives_the_same_bytes_and_a_damaged_one_too(checker: Run, desk: Path) -> None:
    cold = checker(*GATE, "--cache-dir", "kept")
    files = sorted((desk / "kept").iterdir())
    assert len(files) == 5  # three readings, the report and the last run
    assert checker(*GATE, "--cache-dir", "kept").stdout == cold.stdout
    for file in files:
        file.write_bytes(file.read_bytes()[:-20])
    assert checker(*GATE, "--cache-dir", "kept").stdout == cold.stdout
    assert checker(*GATE, "--no-cache").stdout == cold.stdout
    assert sorted((desk / "kept").iterdir()) == files


def test_a_report_that_was_kept_is_the_same_in_every_format(checker: Run, desk: Path) -> None:
    runs = []
    for options in (("--no-cache",), ("--cache-dir", "kept"), ("--cache-dir", "kept")):
        outputs = [part for form in sorted(REPORTERS) for part in ("--format", form, "-o", f"out/{form}")]
        (desk / "out").mkdir(exist_ok=True)
        done = checker(*GATE, *options, "--verbose", *outputs)
        written = {file.name: file.read_bytes() for file in (desk / "out").iterdir()}
        runs.append((done.returncode, done.stdout, done.stderr, written))
    assert runs[0] == runs[1] == runs[2]
    assert len(runs[0][3]) == len(REPORTERS)


def test_what_is_changed_is_judged_anew(checker: Run, desk: Path) -> None:
    def gate() -> str:
        kept, none = checker(*GATE, "--cache-dir", "kept"), checker(*GATE, "--no-cache")
        assert (kept.returncode, kept.stdout, kept.stderr) == (none.returncode, none.stdout, none.stderr)
        return kept.stdout

    told = [gate(), gate()]
    for file, old, new in (
        ("draft.md", "60 days", "50 days"),
        ("sources/wire.txt", "12 people", "13 people"),
        ("sources/sources.toml", "2021-01-05", "2021-01-04"),
    ):
        (desk / file).write_text((desk / file).read_text("utf-8").replace(old, new), "utf-8")
        told.append(gate())
    (desk / "checker.toml").write_text('ignore = ["NUM102"]\n', "utf-8")
    told.append(gate())
    assert told[0] == told[1]
    assert len(set(told)) >= 4


def test_a_warm_gate_loads_nothing_that_reads(desk: Path) -> None:
    program = (
        f"import sys\nfrom checker.cli import main\nmain([*{GATE!r}, '--cache-dir', 'kept'])\nprint(*sys.modules)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.run([sys.executable, "-c", program], cwd=desk, env=environment, capture_output=True, text=True)
        for _ in "12"
    ]
    cold, warm = (set(done.stdout.splitlines()[-1].split()) for done in runs)
    reading = {"checker.extraction.claims", "checker.values.find", "checker.values.lexer", "re2"}
    assert reading <= cold
    assert warm.isdisjoint(reading)
    assert {name for name in warm if name.startswith("checker.extraction")} == set()


def test_no_cache_keeps_nothing(checker: Run, desk: Path) -> None:
    checker(*GATE, "--cache-dir", "kept", "--no-cache")
    assert not (desk / "kept").exists()


def test_a_terminal_is_told_how_far_the_reading_is(desk: Path) -> None:
    for number in range(12):
        (desk / "sources" / f"more{number}.txt").write_text(f"The order covers {number + 2} apps.\n", "utf-8")
    for quiet, told in (([], b"read 3 of 15 articles\r"), (["--quiet"], b"")):
        main, side = pty.openpty()
        command = [sys.executable, "-m", "checker", *GATE, "--no-cache", *quiet]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=desk, env=environment, stdout=subprocess.DEVNULL, stderr=side)
        os.close(side)
        said = _all_of(main)
        assert told in said
        assert b"\x1b" not in said
        assert said or quiet


def _all_of(terminal: int) -> bytes:
    """What was written to the other side of a terminal that is closed by now."""
    said = b""
    try:
        while part := os.read(terminal, 4096):
            said += part
    except OSError:
        pass  # how Linux says that there is no more
    os.close(terminal)
    return said


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_it_leaves_nothing_half_written(desk: Path, jobs: str) -> None:
    long = "\n\n".join(f"On 5 January 2021 {number} people were injured in a fire in Lyon." for number in range(9000))
    (desk / "sources" / "long.txt").write_text(long, "utf-8")
    (desk / "out.txt").write_text("as it was\n", "utf-8")
    command = [sys.executable, "-m", "checker", *GATE, "--jobs", jobs, "-o", "out.txt", "--cache-dir", "kept"]
    running = subprocess.Popen(
        command,
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    while not (desk / "kept").is_dir() and running.poll() is None:
        time.sleep(0.05)  # a first article is read: the run is under way
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (130, "checker: interrupted; no output file was left half-written\n")
    assert (desk / "out.txt").read_text("utf-8") == "as it was\n"
    assert [file for folder in (desk, desk / "kept") for file in folder.glob("*.part")] == []
    assert [file for folder in (desk, desk / "kept") for file in folder.glob(".*.part")] == []
