"""Frames of speech, modality and polarity."""

from __future__ import annotations

import pytest

from checker.language import lexicon
from checker.values import proper, sentences, speech
from checker.values.lexer import lex


def frames(text: str, code: str) -> list[tuple[str, str, bool, str]]:
    words = lexicon(code)
    tokens = lex(text, words)
    found = speech.frames(tokens, words, sentences.spans(tokens, words), proper.named(tokens, words))
    return [(one.speaker, one.kind, one.plural, tokens.exact(one.first, one.last)) for one in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Lena Ortiz said that the road is closed.", ("Lena Ortiz", "said", False, "that the road is closed.")),
        (
            "en",
            "The road is closed now, Lena Ortiz said on Monday.",
            ("Lena Ortiz", "said", False, "The road is closed now,"),
        ),
        (
            "en",
            "According to the decree, it is over.",
            ("decree", "document", False, "According to the decree, it is over."),
        ),
        ("en", "Three officials said the road is closed.", ("Three officials", "said", True, "the road is closed.")),
        ("en", "Officials in Kyiv said the road is closed.", ("Officials", "said", True, "the road is closed.")),
        ("en", "Zeeko Inc denied the claims.", ("Zeeko Inc", "denied", False, "the claims.")),
        ("en", "CNBC reported that it may sell.", ("CNBC", "reported", False, "that it may sell.")),
        ("en", "Lena Ortiz, the mayor of Tulsa, said it was over.", ("Lena Ortiz", "said", False, "it was over.")),
        (
            "fr",
            "La route est fermée, a annoncé mardi le maire Paul Roy.",
            ("Paul Roy", "said", False, "La route est fermée,"),
        ),
        ("fr", "Paul Roy a toujours nié ces faits.", ("Paul Roy", "denied", False, "ces faits.")),
        ("fr", "Il rouvrira, selon Reuters.", ("Reuters", "reported", False, "Il rouvrira, selon Reuters.")),
        (
            "fr",
            "Il rouvrira, selon des responsables.",
            ("responsables", "reported", True, "Il rouvrira, selon des responsables."),
        ),
        (
            "fr",
            "« La route est fermée », leur a lancé la présidente du tribunal, Anna Roy.",
            ("Anna Roy", "said", False, "« La route est fermée »,"),
        ),
        (
            "en",
            "The road is closed, said the presiding judge of the court, Lena Ortiz.",
            ("Lena Ortiz", "said", False, "The road is closed,"),
        ),
        ("fr", "Il doit rouvrir, indique le décret.", ("décret", "document", False, "Il doit rouvrir,")),
    ],
)
def test_frames(code: str, text: str, expected: tuple[str, str, bool, str]) -> None:
    assert frames(text, code) == [expected]


def test_a_pronoun_is_the_last_speaker() -> None:
    assert [speaker for speaker, *_ in frames("Paul Roy a dit oui. Il a ajouté que tout allait bien.", "fr")] == [
        "Paul Roy"
    ] * 2


def test_a_passive_without_agent_says_nothing_of_a_speaker() -> None:
    assert frames("Lena Ortiz was told to leave.", "en") == []


@pytest.mark.parametrize(
    ("code", "text", "modality", "polarity"),
    [
        ("en", "The firm sold 12 shops.", "asserted", "affirmed"),
        ("en", "The firm will sell 12 shops.", "planned", "affirmed"),
        ("en", "The firm could sell 12 shops.", "conditional", "affirmed"),
        ("en", "The firm reportedly sold 12 shops.", "reported", "affirmed"),
        ("en", "Lena Ortiz said it would sell 12 shops.", "planned", "affirmed"),
        ("en", "The firm did not sell 12 shops.", "asserted", "denied"),
        ("en", "The firm sold not only 12 shops.", "asserted", "affirmed"),
        ("en", "The firm sold 12 shops on 3 May 2019.", "asserted", "affirmed"),
        ("en", "The firm sold 12 shops in April and May.", "asserted", "affirmed"),
        ("en", "The firm may sell 12 shops.", "conditional", "affirmed"),
        ("en", "May the firm sell 12 shops?", "conditional", "affirmed"),
        ("fr", "La firme a vendu 12 magasins.", "asserted", "affirmed"),
        ("fr", "La firme vendra 12 magasins.", "planned", "affirmed"),
        ("fr", "La firme prévoit de vendre 12 magasins.", "planned", "affirmed"),
        ("fr", "La firme pourrait vendre 12 magasins.", "conditional", "affirmed"),
        ("fr", "La firme aurait vendu 12 magasins.", "reported", "affirmed"),
        ("fr", "Paul Roy a déclaré que la firme vendrait 12 magasins.", "planned", "affirmed"),
        ("fr", "La firme n'a pas vendu 12 magasins.", "asserted", "denied"),
        ("fr", "La firme n'a plus 12 magasins.", "asserted", "denied"),
        ("fr", "La firme a plus de 12 magasins.", "asserted", "affirmed"),
    ],
)
def test_modality_and_polarity(code: str, text: str, modality: str, polarity: str) -> None:
    words = lexicon(code)
    tokens = lex(text, words)
    at = tokens.norms.index("12")
    assert speech.modality(tokens, words, at, at + 1) == modality
    assert speech.polarity(tokens, words, at, at + 1) == polarity
