"""Rows of the table of benchmarks, and how times are taken: medians of runs, in milliseconds of processor time.

Processor time is what a quiet machine would show on the clock; other processes disturb it less.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
PEERS = ROOT / "build" / "peers"


@dataclass(frozen=True)
class Row:
    """One line of the table. `held` is `yes`, `no`, `-` where nothing is promised, or `not measured: <why>`."""

    what: str
    measured: str = "-"
    figure: str = "-"
    promise: str = "-"
    held: str = "-"


def at_most(what: str, measured: str, figure: float, limit: float, unit: str) -> Row:
    """A row whose figure should not be over a limit."""
    return Row(what, measured, f"{figure:.2f} {unit}", f"<= {limit:g} {unit}", "yes" if figure <= limit else "no")


def at_least(what: str, measured: str, figure: float, limit: float, unit: str) -> Row:
    """A row whose figure should not be under a limit."""
    return Row(what, measured, f"{figure:.2f} {unit}", f">= {limit:g} {unit}", "yes" if figure >= limit else "no")


def missing(what: str, promise: str, why: str) -> Row:
    """A row that could not be measured."""
    return Row(what, promise=promise, held=f"not measured: {why}")


def milliseconds(work: Callable[[], object], times: int, warm: int = 1) -> float:
    """The median duration of `work` over `times` runs, after `warm` runs that do not count."""
    for _ in range(warm):
        work()
    return median(_once(work) for _ in range(times))


def _once(work: Callable[[], object]) -> float:
    begun = spent()
    work()
    return (spent() - begun) * 1000


def spent() -> float:
    """Seconds of processor time of this process and of the commands it has run."""
    times = os.times()
    return process_time() + times.children_user + times.children_system


def command(*arguments: str, paths: Sequence[Path] = (ROOT,)) -> subprocess.CompletedProcess[str]:
    """Run this Python with arguments, in the project's folder, with `paths` to import from; compiled code is kept."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONWARNINGS": "ignore"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8"
    )


def in_turn(commands: Sequence[Sequence[str]], times: int) -> list[float]:
    """The median milliseconds of each command, run in turn so that a busy moment falls on all of them alike."""
    taken: list[list[float]] = [[] for _ in commands]
    for turn in range(times + 1):
        for mine, arguments in zip(taken, commands, strict=True):
            duration = _once(partial(command, *arguments))
            if turn:
                mine.append(duration)
    return [median(mine) for mine in taken]


def texts() -> tuple[str, list[str]]:
    """Where the articles come from, and the five of them: the originals, else the sample story."""
    for folder, pattern in ((SHARED / "seeds", "*.txt"), (ROOT / "seeds" / "us-china-apps", "*.txt")):
        if files := sorted(folder.glob(pattern)):
            return folder.parent.name + "/" + folder.name, [file.read_text("utf-8") for file in files]
    raise FileNotFoundError("there are no articles in ../shared/seeds or seeds/us-china-apps")
