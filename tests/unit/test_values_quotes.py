"""Quotes and who says them."""

from __future__ import annotations

import pytest

from checker.language import lexicon
from checker.model.value import Quote
from checker.values import proper
from checker.values.lexer import lex


def quotes(text: str, code: str) -> list[tuple[str, str | None]]:
    words = lexicon(code)
    found = proper.read(lex(text, words), words)
    return [(one.value.text, one.value.speaker) for one in found if isinstance(one.value, Quote)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", 'Lena Ortiz said: "We will stay."', [("We will stay.", "Lena Ortiz")]),
        ("en", '"We will stay," the spokesperson said.', [("We will stay,", "spokesperson")]),
        ("en", "“We will stay,” said the owner, Victor Hahn.", [("We will stay,", "Victor Hahn")]),
        ("en", 'Lena Ortiz spoke. "We are not leaving," she added.', [("We are not leaving,", "Lena Ortiz")]),
        ("en", "‘It isn’t over’, Peter Novak said.", [("It isn’t over", "Peter Novak")]),
        ("fr", "« Tout va bien », a déclaré mardi le ministre Paul Roy.", [("Tout va bien", "Paul Roy")]),
        ("fr", "Paul Roy parle. « Tout va bien », a-t-il ajouté.", [("Tout va bien", "Paul Roy")]),
        (
            "fr",
            "« Tout va bien, assure Paul Roy. Rien à dire. »",
            [("Tout va bien. Rien à dire.", "Paul Roy")],
        ),
        (
            "fr",
            '« On nous dit "plus tard" (...) depuis [mars] », répète Ali Saïd.',
            [
                ('On nous dit "plus tard" (...) depuis [mars]', "Ali Saïd"),
            ],
        ),
        ("fr", "« Quoi ? s'exclame Paul Roy. On ferme ! »", [("Quoi ? On ferme !", "Paul Roy")]),
        ("fr", "« Elle ferme, assure Paul Roy »", [("Elle ferme", "Paul Roy")]),
        ("fr", "« Elle ferme, dit-on. »", [("Elle ferme, dit-on.", None)]),
        ("fr", "« Elle ferme, explique-t-on à la mairie, en mai. »", [("Elle ferme en mai.", None)]),
        ("fr", "« Tout agent, dit la loi, est assermenté. »", [("Tout agent, dit la loi, est assermenté.", None)]),
        ("fr", "Selon Paul Roy, la mesure est « très utile ».", [("très utile", "Paul Roy")]),
    ],
)
def test_quotes_and_their_speakers(code: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert quotes(text, code) == expected


def test_a_quote_over_paragraphs_is_one() -> None:
    text = "“The bridge was old.\n\n“It could not be saved,” said Lena Ortiz."
    assert quotes(text, "en") == [("The bridge was old.\n\nIt could not be saved,", "Lena Ortiz")]


def test_a_closing_mark_of_another_kind_closes() -> None:
    assert quotes('The order covers "all sales to anyone, ”the text reads.', "en")[0][0] == "all sales to anyone,"


def test_words_in_marks_without_speech_have_no_speaker() -> None:
    assert quotes("Des applications « non fiables » circulent.", "fr") == [("non fiables", None)]


@pytest.mark.parametrize(
    "text", ["The workers' plan and the firms' ruling don't match.", "A 12' pole.", 'It has a 6" pipe.']
)
def test_apostrophes_and_inches_are_no_quotes(text: str) -> None:
    assert quotes(text, "en") == []
