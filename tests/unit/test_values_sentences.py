"""Where sentences begin and end, in both languages."""

from __future__ import annotations

import pytest

from checker.language import lexicon
from checker.values import sentences
from checker.values.lexer import lex


def parts(text: str, code: str) -> list[str]:
    words = lexicon(code)
    tokens = lex(text, words)
    return [tokens.exact(first, last) for first, last in sentences.spans(tokens, words)]


@pytest.mark.parametrize(
    ("code", "sentences_of_text"),
    [
        ("en", ["Mr. Hale met Dr. Ortiz at 9.30 a.m. on Monday.", "They spoke for an hour."]),
        ("en", ["J. K. Moran paid $1.5 million.", "Nobody asked why!", "Did they?"]),
        ("en", ["“We lost.”", "Then the lights went out."]),
        ("en", ['"Is it safe?" asked the mayor.', '"It is."']),
        ("en", ["The U.S. economy grew.", "Prices did not."]),
        (
            "en",
            ["The dam gave way at 6:20 a.m.", "Four people were missing.", "It rained in the U.S.", "The river rose."],
        ),
        ("fr", ["M. Roy a vu Mme. Petit.", "Elle a répondu « non ! » sans hésiter."]),
        ("fr", ["« La route est coupée. »", "Les secours arrivent."]),
        ("fr", ["Le taux atteint 3.5 selon l'art. 12 du texte…", "Rien ne change."]),
    ],
)
def test_sentences_of_a_paragraph(code: str, sentences_of_text: list[str]) -> None:
    assert parts(" ".join(sentences_of_text), code) == sentences_of_text


def test_headings_and_paragraph_breaks_end_a_sentence() -> None:
    assert parts("A quiet week\n\nThe river fell\nFarmers rejoiced at the news", "en") == [
        "A quiet week",
        "The river fell",
        "Farmers rejoiced at the news",
    ]


def test_a_wrapped_line_goes_on() -> None:
    text = "The committee that was to decide on the matter before the summer\nhas put it off."
    assert parts(text, "en") == [text]


def test_no_text_has_no_sentence() -> None:
    assert parts("", "fr") == []
