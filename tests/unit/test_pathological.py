"""Awkward text of 100 kB costs no more than its length: no pattern backtracks badly, no stage looks at all of all.

Bounds are generous, since machines are busy: a quadratic stage takes four times as long on twice the text, and minutes
on 100 kB.
"""

from __future__ import annotations

import math
import re
import signal
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pkgutil import walk_packages
from time import process_time
from typing import Literal

import pytest

import checker
from checker import check_texts, find_values
from checker.ingest import article_from_text

Read = Callable[[str], object]
SIZE = 100_000
BOUND = 30.0
"""Seconds of work for `SIZE`; most take less than one."""
GROWTH, NOISE = 10.0, 1.0
"""How much longer four times the text may take; what takes under `NOISE` seconds is fast enough as it is."""
OTHER = ("other", "The president signed the order on Tuesday, 5 January 2021.", "en")

TEXTS = {
    "one digit": "1",
    "separated digits": "1,",
    "groups of digits": "123 456 ",
    "signs": ", . ; : / ",
    "straight quotes": '"',
    "opening quotes": "« “ ",
    "nested quotes": "« il dit “elle a dit « ",
    "apostrophes": "l’",
    "open parentheses": "(",
    "parentheses": "(a) ",
    "brackets": "[a](",
    "hyphens": "-",
    "hyphenated word": "a-",
    "dashes": "– ",
    "number words": "twenty ",
    "hundreds": "deux cent mille ",
    "scales": "million ",
    "month names": "January mars ",
    "ambiguous month": "may ",
    "weekdays": "Tuesday mardi ",
    "capital letters": "A",
    "capitalised words": "John ",
    "name over particles": "Bank of England of ",
    "particles": "de la ",
    "one endless sentence": "the minister said that ",
    "one endless French sentence": "le ministre a dit que ",
    "one endless word": "x",
    "dates": "5 January 2021, ",
    "French dates": "le 5 janvier 2021, ",
    "dates in figures": "05/01/2021 ",
    "clock times": "20 h 30 ",
    "ranges": "de 3 à 5 ",
    "betweens": "between 3 and ",
    "names": "Mike Pompeo, ",
    "a name a line": "Mike Pompeo\n",
    "abbreviations": "U.S. ",
    "initials": "U.",
    "titles": "M. ",
    "money": "$5 ",
    "percentages": "5% ",
    "counts": "eight apps, ",
    "dozens": "dozens of ",
    "orders": "the order ",
    "pronouns": "he il ",
    "addresses": "http://a.b/ a@b.c ",
    "phone numbers": "+33 1 23 45 67 89 ",
    "headings": "# Title\n",
    "short lines": "a\n\n",
    "front matter": "---\n",
    "captions": "Photo: AP\n",
    "combining marks": "e\u0301",
    "emoji": "😀",
    "white space": "a" + " \u00a0\t" * 30,
    "news": "The president signed on Tuesday 5 January an order banning eight apps within 45 days. ",
    "French news": "Le président a signé mardi 5 janvier un décret interdisant huit applications d’ici 45 jours. ",
    "quoted speech": "“We know that eight apps are banned,” said Mike Pompeo. ",
    "French quoted speech": "« Nous savons », a déclaré Mike Pompeo. ",
}


def repeated(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def seconds(work: Read, text: str) -> float:
    """Time of work of this process, so that other processes weigh less; infinite where it is given up."""
    begun = process_time()
    signal.setitimer(signal.ITIMER_PROF, 2 * BOUND)
    try:
        work(text)
    except _GivenUp:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return process_time() - begun


class _GivenUp(BaseException):
    """What takes far too long is stopped, so that one bad pattern does not hold up all tests."""


def _give_up(*_: object) -> None:
    raise _GivenUp


def grows_too_fast(work: Read, text: str) -> str | None:
    """Why the cost is too high, measured anew before it is believed; None where it is not."""
    quarter, whole = repeated(text, SIZE // 4), repeated(text, SIZE)
    after = seconds(work, whole)
    if after > BOUND:
        return f"{after:.1f} s for {SIZE // 1000} kB"
    if after > NOISE and after > GROWTH * seconds(work, quarter):
        before, after = (min(seconds(work, size) for _ in range(3)) for size in (quarter, whole))
        if after > NOISE and after > GROWTH * before:
            return f"{before:.2f} s for {SIZE // 4000} kB, {after:.2f} s for {SIZE // 1000} kB"
    return None


def checked(text: str, language: str) -> object:
    return check_texts([("awkward", text, language), OTHER])


@pytest.fixture(scope="module", autouse=True)
def warm() -> Iterator[None]:
    """What is loaded once is loaded before anything is timed."""
    held = signal.signal(signal.SIGPROF, _give_up)
    for language in ("en", "fr"):
        checked("Mike Pompeo said “no” on 5 January.", language)
    yield
    signal.signal(signal.SIGPROF, held)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_reading_values(text: str, language: Literal["en", "fr"]) -> None:
    assert grows_too_fast(partial(find_values, language=language), text) is None


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_reading_an_article(text: str) -> None:
    assert grows_too_fast(partial(article_from_text, "awkward"), text) is None


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_the_whole_check(text: str, language: str) -> None:
    assert grows_too_fast(partial(checked, language=language), text) is None


SHAPE = 2_000
"""Letters of a shape or characters of a text, on which a pattern that is worse than quadratic takes seconds.

Quadratic ones may be meant for short pieces; where a whole text is put to them, the tests above show it.
"""
PATTERN_BOUND = 0.4
LETTERS = "dyDCLX-~¶«»\",.:;()/ \n'’niSKkhox=c$%U&>bfAjpwvTROVHaMmWZseu2rtPgzNJBE#*_[]0!?😀"
PAIRS = ["d,", "C-", "C.", "L ", "nS", "d>", "a,", "M1", "A.", "C&", "dM", "Cf", "« ", "W ", "\n ", "- ", "h://"]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the package holds by a name, also within tuples, lists and tables."""
    for module in walk_packages(checker.__path__, "checker."):
        if module.name != "checker.__main__":
            for name, held in vars(import_module(module.name)).items():
                for number, pattern in enumerate(_within(held)):
                    yield f"{module.name}.{name}[{number}]", pattern


def _within(held: object) -> Iterator[re.Pattern[str]]:
    if isinstance(held, re.Pattern) and isinstance(held.pattern, str):
        yield held
    elif isinstance(held, tuple | list):
        for part in held:
            yield from _within(part)
    elif isinstance(held, dict):
        yield from _within([*held.values()])


PATTERNS = {pattern: name for name, pattern in patterns()}


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_no_pattern_backtracks_badly(pattern: re.Pattern[str]) -> None:
    slow = []
    for unit in (*LETTERS, *PAIRS):
        text = repeated(unit, SHAPE)
        for work in (pattern.findall, pattern.match, pattern.fullmatch):
            if seconds(work, text) > PATTERN_BOUND and seconds(work, text) > PATTERN_BOUND:
                slow.append(f"{unit!r} {work.__name__}")
    assert not slow
