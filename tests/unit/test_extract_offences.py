"""Of what people are convicted and cleared, in two languages."""

from __future__ import annotations

from typing import Literal

import pytest

from checker.extraction.doings import doings
from checker.extraction.offences import offences
from checker.pipeline import check_texts
from checker.values.reading import read

EN, FR = "en", "fr"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Ana Rey was convicted of fraud and forgery.", [("done", ["fraud", "forgery"], True)]),
        ("en", "A jury found Ana Rey guilty of theft.", []),
        ("en", "Ana Rey was found guilty of theft and of perjury.", [("done", ["theft", "perjury"], True)]),
        ("en", "Ana Rey was acquitted of bribery.", [("not done", ["bribery"], True)]),
        ("en", "Ana Rey was sentenced to two years in prison for tax evasion.", [("done", ["tax evasion"], True)]),
        ("en", "Ana Rey was convicted of three counts, including fraud.", [("done", ["fraud"], False)]),
        ("en", "Ana Rey was convicted of fraud and cleared of forgery.",
         [("done", ["fraud"], True), ("not done", ["forgery"], True)]),
        # a demand, a charge and a place
        ("en", "Ana Rey was charged with fraud.", []),
        ("en", "Ana Rey could be convicted of fraud.", []),
        ("en", "Ana Rey was convicted on Friday.", []),
        ("fr", "Ana Rey a été reconnue coupable d'escroquerie, de faux et de blanchiment.",
         [("done", ["fraud", "forgery", "money laundering"], True)]),
        ("fr", "Ana Rey a été relaxée du chef de faux.", [("not done", ["forgery"], True)]),
        ("fr", "Ana Rey a été condamnée à deux ans de prison, dont un avec sursis, pour corruption et recel.",
         [("done", ["corruption", "handling stolen goods"], True)]),
        ("fr", "Ana Rey a été déclarée coupable de vol, et relaxée du chef de faux.",
         [("done", ["theft"], True), ("not done", ["forgery"], True)]),
        ("fr", "Ana Rey a été mise en examen pour corruption.", []),
    ],
)  # fmt: skip
def test_offences(language: Literal["en", "fr"], text: str, told: list[tuple[str, list[str], bool]]) -> None:
    reading = read(text, language)
    found = [(one.state.state, offences(reading, one)) for one in doings(reading)]
    assert [
        (state, [name for name, _, _ in listed.items], listed.complete) for state, listed in found if listed
    ] == told


@pytest.mark.parametrize(
    ("one", "other", "causes"),
    [
        ((EN, "Ana Rey was convicted of theft, fraud and forgery."), (FR, "Ana Rey a été relaxée du chef de faux."),
         ["status"]),
        ((EN, "Ana Rey was convicted of theft, fraud and forgery."),
         (FR, "Ana Rey a été reconnue coupable de vol et d'escroquerie."), ["list"]),
        # all of the same, part of them, another person, and what one article tells in two instances
        ((EN, "Ana Rey was convicted of theft and fraud."),
         (FR, "Ana Rey a été reconnue coupable de vol et d'escroquerie."), []),
        ((EN, "Ana Rey was convicted of theft and fraud."),
         (FR, "Ana Rey a été reconnue coupable notamment de vol."), []),
        ((EN, "Ana Rey was convicted of theft."), (FR, "Luc Prat a été relaxé du chef de vol."), []),
        ((EN, "Ana Rey was convicted of theft. On appeal she was acquitted of theft."),
         (FR, "Ana Rey a été relaxée du chef de vol."), []),
    ],
)  # fmt: skip
def test_guilt_in_two_articles(one: tuple[str, str], other: tuple[str, str], causes: list[str]) -> None:
    report = check_texts([("a", one[1], one[0]), ("b", other[1], other[0])])
    assert [finding.cause for finding in report.findings if finding.verdict == "conflict"] == causes
