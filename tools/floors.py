"""Measure what is reached on the labelled sets, our own specs and our own stories, and pin it in tests/floors.toml.

A floor lies a little below what was measured, and belongs to the hash of the file that it was measured on. It is never
lowered, nor is a pinned file dropped, without --lower; a file that is not at hand keeps its floor.

usage: python tools/floors.py [--check | --lower]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import floor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.specs.claims import measure as of_claims
from tests.specs.test_specs import test_values_are_read as read_case
from tests.stories import measure as of_stories

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "floors.toml"
LABELLED = ROOT.parent / "shared" / "bench"
SPECS, STORIES = ROOT / "tests" / "specs", ROOT / "tests" / "stories"
CLAIMS = SPECS / "claims"
_STORY_FILES = frozenset((".txt", ".md", ".toml", ".json"))
REMEDY = "run python tools/floors.py, look at what it changes, and commit tests/floors.toml"
HEAD = """# Made by tools/floors.py: what is reached, a little below what was measured, and the hash of the file it was
# measured on. Labelled sets: F1, or for pairs the precision of flagged contradictions with digits on both sides.
# Specs: the share of the cases that pass. Claims and stories: what tests/specs/claims/measure.py and
# tests/stories/measure.py print.
"""


@dataclass(frozen=True)
class Floor:
    """`least` of a figure that may be reached on the file with this sha256."""

    sha256: str
    figure: str
    least: float


@dataclass(frozen=True)
class Measured:
    """What was reached on a file as it is now."""

    sha256: str
    figure: str
    value: float

    def pinned(self) -> Floor:
        """The floor for it: two places for labelled sets, with room for a case or two; three for our own specs."""
        least = floor(self.value * 1000) / 1000 if self.figure == "share" else floor((self.value - 0.003) * 100) / 100
        return Floor(self.sha256, self.figure, least)


def labelled_sets() -> list[str]:
    """The names of the labelled sets at hand, sorted; none where ../shared is absent."""
    return sorted(f"sets/{file.stem}" for file in (LABELLED / "dev").glob("*.jsonl"))


def specs() -> list[str]:
    """Our own specs of values, as `specs/<language>/<kind>`, sorted."""
    return sorted(
        f"specs/{file.parent.name}/{file.stem}" for code in ("en", "fr") for file in (SPECS / code).glob("*.toml")
    )


def stories() -> list[str]:
    """The figures of our own stories, as `stories/<figure>`."""
    return [f"stories/{figure}" for figure in of_stories.FIGURES]


def claims() -> list[str]:
    """The figures of the packs' claims specs, as `claims/<pack>/<language>/<figure>`."""
    return [
        f"claims/{pack}/{language}/{figure}"
        for pack in of_claims.packs()
        for language in ("en", "fr")
        for figure in ("precision", "recall")
    ]


@cache
def _of_stories() -> dict[str, float]:
    names = of_stories.stories()
    false, pairs = of_stories.strangers(names)
    return of_stories.figures(of_stories.measure(names), len(false), pairs)


def file_of(name: str) -> Path:
    """The file that a floor is about, for claims and stories their folder; it need not be at hand."""
    kind, _, rest = name.partition("/")
    if kind in ("claims", "stories"):
        return CLAIMS if kind == "claims" else STORIES
    return LABELLED / "dev" / f"{rest}.jsonl" if kind == "sets" else SPECS / f"{rest}.toml"


def sha256_of(name: str) -> str:
    file = file_of(name)
    if file == CLAIMS:
        parts = of_claims.files_of(name.split("/")[1])
        return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
    parts = sorted(part for part in file.rglob("*.*") if part.suffix in _STORY_FILES) if file.is_dir() else [file]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def measure(name: str) -> Measured:
    """Measure one set or spec as it is now."""
    if name.startswith("stories/"):
        return Measured(sha256_of(name), "figure", _of_stories()[name.removeprefix("stories/")])
    if name.startswith("claims/"):
        _, pack, language, figure = name.split("/")
        value: float = getattr(of_claims.overall(pack, language), figure)
        return Measured(sha256_of(name), "figure", value)
    if name.startswith("specs/"):
        return Measured(sha256_of(name), "share", _share(file_of(name)))
    return Measured(sha256_of(name), *_scored(name.removeprefix("sets/")))


def _share(file: Path) -> float:
    data = tomllib.loads(file.read_text("utf-8"))
    passed = 0
    for case in data["case"]:
        try:
            read_case(file.parent.name, frozenset(data["kinds"]), case)
            passed += 1
        except AssertionError:
            continue
    return passed / len(data["case"])


def _scored(name: str) -> tuple[str, float]:
    """The figure of one labelled set, from its own scorer in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(LABELLED / "score.py"), "--json", "--only", name],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(f"{name} could not be scored:\n{done.stderr}")
    row: dict[str, Any] = json.loads(done.stdout)
    return ("precision", row["digits_on_both_sides"]["P"]) if name.startswith("pairs") else ("F1", row["F1"])


def pinned() -> dict[str, Floor]:
    """The floors as they are pinned, by name."""
    tables = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    return {name: Floor(**table) for name, table in tables.items()}


def complaint(name: str, floors: Mapping[str, Floor], measured: Measured) -> str | None:
    """What is wrong with one measured file, and the remedy; None where it is at its floor or above."""
    if name not in floors:
        return f"{name} has no floor; {REMEDY}"
    if floors[name].sha256 != measured.sha256:
        return f"{name} is not the file its floor was measured on ({file_of(name)} has changed); {REMEDY}"
    if measured.value < floors[name].least:
        reached = f"{measured.figure} {measured.value:.4f} is below the floor {floors[name].least}"
        return f"{name}: {reached}; mend the reading (lowering a floor takes python tools/floors.py --lower)"
    return None


def lowered(floors: Mapping[str, Floor], new: Mapping[str, Floor]) -> Iterator[str]:
    """The floors that would be lowered or dropped, in words."""
    for name, old in sorted(floors.items()):
        if name not in new:
            yield f"{name} would lose its floor {old.least}: its file is gone"
        elif new[name].least < old.least:
            yield f"{name} would go from {old.least} to {new[name].least}"


def renewed(floors: Mapping[str, Floor], measured: Mapping[str, Measured], *, lower: bool) -> dict[str, Floor]:
    """The floors after a measurement. A floor that holds on an unchanged file is raised or stays, unless `lower`."""
    new = {name: one.pinned() for name, one in measured.items()}
    for name, old in floors.items():
        if name.startswith("sets/") and not LABELLED.is_dir():
            new[name] = old
        elif not lower and name in new and new[name].least < old.least <= measured[name].value:
            new[name] = Floor(new[name].sha256, old.figure, old.least)
    return new


def written(floors: Mapping[str, Floor]) -> str:
    """The text of tests/floors.toml."""
    tables = (
        f'\n["{name}"]\nsha256 = "{one.sha256}"\nfigure = "{one.figure}"\nleast = {one.least}\n'
        for name, one in sorted(floors.items())
    )
    return HEAD + "".join(tables)


def main(arguments: list[str] | None = None) -> int:
    """Measure and pin, or only compare. 1 where a floor does not hold, or would have to be lowered."""
    parser = argparse.ArgumentParser(description="Pin what is reached on labelled sets and specs in tests/floors.toml.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="only compare with what is pinned")
    choice.add_argument("--lower", action="store_true", help="lower and drop floors too")
    options = parser.parse_args(arguments)
    floors = pinned()
    measured = {name: measure(name) for name in (*labelled_sets(), *specs(), *claims(), *stories())}
    for name, one in measured.items():
        print(f"{name:32} {one.figure:9} {one.value:.4f}  floor {floors[name].least if name in floors else '-'}")
    new = renewed(floors, measured, lower=options.lower)
    if options.check:
        problems = [text for name, one in measured.items() if (text := complaint(name, floors, one))]
    else:
        problems = [] if options.lower else [f"{text}; --lower does that" for text in lowered(floors, new)]
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems and not options.check:
        FLOORS.write_text(written(new), "utf-8")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
