"""Tokens and shape: what is one token, which letter it gets, and that offsets are those of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language import lexicon
from checker.values.lexer import Tokens, lex


def _pieces(tokens: Tokens) -> list[str]:
    return [tokens.exact(index, index) for index in range(len(tokens.norms))]


@pytest.mark.parametrize(
    ("code", "text", "pieces"),
    [
        ("en", "U.S. troops at 8.30 p.m.", ["U.S.", "troops", "at", "8.30", "p.m."]),
        ("en", "O'Brien's well-known dog", ["O'Brien", "'s", "well", "-", "known", "dog"]),
        ("en", "the 46th, 10k and EUR125.5", ["the", "46", "th", ",", "10", "k", "and", "EUR", "125.5"]),
        ("en", "12\u202f500 or 1,234,567 or .25", ["12\u202f500", "or", "1,234,567", "or", ".25"]),
        ("en", "A320 and 6.2x10^-4", ["A320", "and", "6.2x10^-4"]),
        ("fr", "aujourd’hui l’État, jusqu’à 20h30", ["aujourd’hui", "l’", "État", ",", "jusqu’à", "20", "h", "30"]),
        ("fr", "«qu'une 12e-13e»", ["«", "qu'", "une", "12", "e", "-", "13", "e", "»"]),
        ("fr", "Cafe\u0301 1\u00a0414\u00a0021,5", ["Cafe\u0301", "1\u00a0414\u00a0021,5"]),
    ],
)
def test_pieces(code: str, text: str, pieces: list[str]) -> None:
    assert _pieces(lex(text, lexicon(code))) == pieces


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("12 1999 2500 3.5", "dyDD"),
        ("Zorblax glumf A320", "CLX"),
        ("glumf-blorx - glumf – blorx", "L-L~L~L"),
        ("one\n\ntwo\nten", "i¶nn"),
        ('“glumf” «glumf» "glumf"', '«L»«L»"L"'),
        ("more than 3 million of the dozens", "xdSfAk"),
    ],
)
def test_shape(text: str, shape: str) -> None:
    assert lex(text, lexicon("en")).shape == shape


def test_phrases_are_one_token_and_the_longest_wins() -> None:
    tokens = lex("no more than two", lexicon("en"))
    assert tokens.norms == ["no more than", "two"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.sampled_from(["en", "fr"]))
def test_tokens_cover_all_but_white_space(text: str, code: str) -> None:
    tokens = lex(text, lexicon(code))
    assert len(tokens.shape) == len(tokens.norms) == len(tokens.starts) == len(tokens.ends)
    end = 0
    for start, stop in zip(tokens.starts, tokens.ends, strict=True):
        assert not text[end:start].strip()
        assert end <= start < stop
        end = stop
    assert not text[end:].strip()
