"""Exit codes, and files that are complete or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.cli.checking import exit_code
from checker.cli.streams import write_files
from checker.errors import Problem
from checker.model.finding import Finding, Suppression
from checker.model.report import Report, Tool

UPDATE = {"verdict": "conflict", "cause": "update", "severity": "note"}
CONFLICT = {"verdict": "conflict", "cause": "value", "severity": "error"}
WARNING = {"verdict": "conflict", "cause": "quote", "severity": "warning"}
KNOWN = {**CONFLICT, "suppressed": Suppression(by="waiver", reason="checked by hand")}
GAP = {"verdict": "gap", "cause": "omitted", "severity": "warning"}
QUIET_GAP = {"verdict": "gap", "cause": "uncorroborated", "severity": "note"}
AGREEMENT = {"verdict": "agreement", "cause": "exact", "severity": "note"}
CRASH = {"verdict": "gap", "cause": "crash", "severity": "error"}


@pytest.mark.parametrize(
    ("findings", "on_conflict", "on_gap", "never"),
    [
        ((), 0, 0, 0),
        ((AGREEMENT, QUIET_GAP, UPDATE), 0, 0, 0),
        ((AGREEMENT, GAP), 0, 1, 0),
        ((WARNING,), 1, 1, 0),
        ((CONFLICT, GAP), 1, 1, 0),
        ((KNOWN,), 0, 0, 0),
        ((KNOWN, CONFLICT), 1, 1, 0),
        ((CRASH,), 2, 2, 2),
        ((CRASH, CONFLICT), 2, 2, 2),
    ],
)
def test_exit_code(findings: tuple[dict[str, Any], ...], on_conflict: int, on_gap: int, never: int) -> None:
    made = tuple(Finding(rule="NUM101", message="m", fingerprint="0" * 16, **finding) for finding in findings)
    report = Report(tool=Tool(version="1"), findings=made)
    assert [exit_code(report, (), at) for at in ("conflict", "gap", "never")] == [on_conflict, on_gap, never]


def test_what_could_not_be_read_is_never_clean() -> None:
    report = Report(tool=Tool(version="1"))
    assert exit_code(report, (Problem("a.txt", "it is empty", "write something"),), "never") == 2
    assert exit_code(None, (), "never") == 2


def _broken_off() -> Iterator[str]:
    yield "the beginning"
    raise RuntimeError("no more")


def test_all_files_or_none(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("as it was", "utf-8")
    with pytest.raises(RuntimeError):
        write_files({old: ["changed"], new: _broken_off()})
    assert [file.name for file in tmp_path.iterdir()] == ["old"]
    assert old.read_text("utf-8") == "as it was"


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    write_files({link: ["été\n", "two"]})
    assert link.is_symlink()
    assert file.read_bytes() == "été\ntwo".encode()
    assert file.stat().st_mode & 0o777 == 0o640
