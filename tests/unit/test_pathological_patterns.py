"""Every pattern of the package is fed awkward strings of 100 kB, also those meant for short pieces of text.

Patterns of packs need none of this: their engine's cost grows with the length of the text alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import _lru_cache_wrapper
from importlib import import_module
from itertools import chain
from pkgutil import walk_packages

import pytest

import checker
from tests.unit.awkward import SIZE, repeated, seconds, stopwatch

BOUND = 1.0
"""Seconds of work for `SIZE` characters; most patterns take a hundredth of it."""
LETTERS = "dyDCLX-~¶«»\",.:;()/ \n'’niSKkhox=c$%U&>bfAjpwvTROVHaMmWZseu2rtPgzNJBE#*_[]0!?😀"
"""Letters of shapes and characters of texts."""
PAIRS = ["d,", "C-", "C.", "L ", "nS", "d>", "a,", "M1", "A.", "C&", "dM", "Cf", "« ", "W ", "\n ", "- ", "h://"]
LANGUAGES = ("en", "fr")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module holds by a name or makes once, also within objects, lists and tables."""
    for module in walk_packages(checker.__path__, "checker."):
        if module.name != "checker.__main__":
            for name, held in [*vars(import_module(module.name)).items()]:
                for number, pattern in enumerate(_within(held)):
                    yield f"{module.name}.{name}[{number}]", pattern


def _within(held: object) -> Iterator[re.Pattern[str]]:
    if isinstance(held, re.Pattern) and isinstance(held.pattern, str):
        yield held
    elif isinstance(held, tuple | list):
        yield from chain.from_iterable(map(_within, held))
    elif isinstance(held, dict):
        yield from _within([*held.values()])
    elif isinstance(held, _lru_cache_wrapper):
        yield from _within([*_made(held)])
    elif is_dataclass(held) and not isinstance(held, type) and type(held).__module__.startswith("checker."):
        yield from _within([getattr(held, name) for name in held.__dataclass_fields__])


def _made(make: _lru_cache_wrapper[object]) -> Iterator[object]:
    """What a function that keeps its results makes of nothing, or of each language."""
    wanted = make.__wrapped__.__annotations__.keys() - {"return"}
    if not wanted:
        yield make()
    elif len(wanted) == 1 and wanted <= {"language", "code"}:
        yield from map(make, LANGUAGES)


PATTERNS = {pattern: name for name, pattern in patterns()}


@pytest.fixture(scope="module", autouse=True)
def watched() -> Iterator[None]:
    with stopwatch():
        yield


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 200
    assert {"checker.ingest.dateline._patterns[0]", "checker.language.detect._telling[1]"} <= {*PATTERNS.values()}


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_no_pattern_backtracks_badly(pattern: re.Pattern[str]) -> None:
    slow = []
    for unit in (*LETTERS, *PAIRS):
        text = repeated(unit, SIZE)
        for work in (pattern.findall, pattern.match, pattern.fullmatch):
            if all(seconds(work, text, BOUND) == math.inf for _ in range(2)):
                slow.append(f"{unit!r} {work.__name__}")
    assert not slow
