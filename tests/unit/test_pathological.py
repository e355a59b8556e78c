"""Awkward text of 100 kB costs no more than its length: no stage looks at all of all.

Bounds are generous, since machines are busy: a quadratic stage takes four times as long on twice the text, and minutes
on 100 kB.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal

import pytest

from checker import check_texts, find_values
from checker.ingest import article_from_text
from tests.unit.awkward import MOST, SIZE, Read, repeated, seconds, stopwatch

BOUND = MOST / 2
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
    with stopwatch():
        for language in ("en", "fr"):
            checked("Mike Pompeo said “no” on 5 January.", language)
        yield


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
