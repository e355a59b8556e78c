"""Figures and number words to amounts, in isolation from what they count."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.language import lexicon
from checker.values.figures import figure
from checker.values.lexer import lex
from checker.values.numerals import Numeral, read_at


def _read(text: str, code: str) -> Numeral | None:
    tokens = lex(text, lexicon(code))
    return next((found for index in range(len(tokens.norms)) if (found := read_at(tokens, lexicon(code), index))), None)


@pytest.mark.parametrize(
    ("piece", "code", "amount"),
    [
        ("10,000", "en", "10000"),
        ("10.000", "en", "10000"),
        ("10.000", "fr", "10000"),
        ("10,000", "fr", "10000"),
        ("10 000,5", "fr", "10000.5"),
        ("0,125", "fr", "0.125"),
        ("0.392", "en", "0.392"),
        ("1.111,11", "en", "1111.11"),
        ("5,00", "en", "5.00"),
        ("10'000", "fr", "10000"),
        ("1.3e6", "en", "1.3e6"),
        ("6.2x10^-4", "en", "0.00062"),
        ("2^10", "en", "1024"),
        ("192.168.0.1", "en", None),
        ("2.1.3", "en", None),
        ("01", "fr", None),
        ("9" * 31, "en", None),
    ],
)
def test_figure(piece: str, code: str, amount: str | None) -> None:
    assert figure(piece, code) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("one hundred and sixty-one", "161"),
        ("twenty-one trillion three hundred", "21000000000300"),
        ("two hundred thousand million", "200000000000"),
        ("ninety-five hundred", "9500"),
        ("minus 5", "-5"),
        ("two point five", "2.5"),
        ("nought point nought three", "0.03"),
        ("five and a half million", "5500000"),
        ("one million and a half", "1500000"),
        ("a quarter of a million", "250000"),
        ("half a dozen", "6"),
        ("three dozen", "36"),
        ("two thirds", "0.666666666666667"),
        ("twenty-three fifths", "4.6"),
        ("a third of it", "0.333333333333333"),
        ("one hundred thirty-fifths", "2.85714285714286"),
        ("3½", "3.5"),
        ("6 crore", "60000000"),
    ],
)
def test_english_words(text: str, amount: str) -> None:
    found = _read(text, "en")
    assert found is not None and found.amount == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("quatre-vingt-dix-sept", "97"),
        ("soixante et onze", "71"),
        ("vingt-et-un", "21"),
        ("septante-cinq", "75"),
        ("mille neuf cent quatre-vingt-quatre", "1984"),
        ("deux mille milliards", "2000000000000"),
        ("deux cent virgule zéro trois", "200.03"),
        ("3 millions et demi", "3500000"),
        ("une demi-douzaine", "6"),
        ("une dizaine de milliers", "10000"),
        ("un vingt-cinquième", "0.04"),
        ("trois cinquièmes", "0.6"),
        ("un billion", "1000000000000"),
    ],
)
def test_french_words(text: str, amount: str) -> None:
    found = _read(text, "fr")
    assert found is not None and found.amount == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "code", "low", "high"),
    [
        ("3–5 billion", "en", 3_000_000_000, 5_000_000_000),
        ("between 900 and 1.2 million", "en", 900, 1_200_000),
        ("two to three hundred", "en", 200, 300),
        ("deux ou trois", "fr", 2, 3),
        ("des centaines de milliers", "fr", 200_000, 999_000),
        ("tens of millions", "en", 20_000_000, 99_000_000),
        ("several hundred", "en", 200, 999),
    ],
)
def test_ranges(text: str, code: str, low: int, high: int) -> None:
    found = _read(text, code)
    assert found is not None
    assert found.amount is None and found.modifier == "range"
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["rose from 3 to 5", "reduced from 8 to 9"])
def test_a_change_is_no_range(text: str) -> None:
    found = _read(text, "en")
    assert found is not None and found.low is None


@pytest.mark.parametrize(("text", "code"), [("vingt-troisième", "fr"), ("twenty-third", "en"), ("le 1er", "fr")])
def test_ordinals_are_no_numerals(text: str, code: str) -> None:
    tokens = lex(text, lexicon(code))
    found = read_at(tokens, lexicon(code), 0)
    assert found is None


@pytest.mark.parametrize(
    "unit", ["million ", "one million and ", "cent et ", "millions of ", "a half and ", "1 à ", "un et "]
)
def test_long_rows_end(unit: str) -> None:
    text = unit * 5000
    for code in ("en", "fr"):
        tokens = lex(text, lexicon(code))
        assert all(
            found is None or found.last - found.first < 200
            for found in (read_at(tokens, lexicon(code), index) for index in range(0, len(tokens.norms), 97))
        )
