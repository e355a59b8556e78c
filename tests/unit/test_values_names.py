"""Names of persons, organisations and products, their roles, and roles that stand alone."""

from __future__ import annotations

import pytest

from checker.language import lexicon
from checker.model.value import Name
from checker.values import proper
from checker.values.lexer import lex


def names(text: str, code: str) -> list[tuple[str, str, str | None]]:
    words = lexicon(code)
    tokens = lex(text, words)
    found = proper.named(tokens, words)
    return [
        (tokens.exact(one.first, one.last), one.value.type, one.value.role)
        for one in found
        if isinstance(one.value, Name)
    ]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Commerce Secretary Dana Whitlock resigned.", [("Dana Whitlock", "person", "Commerce Secretary")]),
        ("en", "Omar Reyes, the mayor of Tulsa, resigned.", [("Omar Reyes", "person", "mayor of Tulsa")]),
        (
            "en",
            "The spokeswoman for the ministry, Ana Bell, left.",
            [("Ana Bell", "person", "spokeswoman for the ministry")],
        ),
        ("en", "The app Zeeko was withdrawn.", [("Zeeko", "product", None)]),
        (
            "en",
            "Critics of Bank of Norland and Halden Group met Mr. Teller.",
            [
                ("Bank of Norland", "organisation", None),
                ("Halden Group", "organisation", None),
                ("Teller", "person", None),
            ],
        ),
        ("en", "A letter by Ursula von der Leyen was read.", [("Ursula von der Leyen", "person", None)]),
        ("en", "The outgoing US president left early.", [("outgoing US president", "role", None)]),
        (
            "fr",
            "Le secrétaire d'État américain Ken Lowell est parti.",
            [("Ken Lowell", "person", "secrétaire d'État américain")],
        ),
        (
            "fr",
            "Le chef de la diplomatie allemande Ulf Brandt arrive.",
            [
                ("Ulf Brandt", "person", "chef de la diplomatie allemande"),
            ],
        ),
        (
            "fr",
            "Nora Vidal, responsable de la branche Canada de Zeeko, a démenti.",
            [
                ("Nora Vidal", "person", "responsable de la branche Canada de Zeeko"),
                ("Zeeko", "organisation", None),
            ],
        ),
        (
            "fr",
            "La société chinoise Fanlong et le réseau social Piko ferment.",
            [
                ("Fanlong", "organisation", None),
                ("Piko", "product", None),
            ],
        ),
        (
            "fr",
            "Le ministère de la Santé et l'Assemblée nationale hésitent.",
            [
                ("ministère de la Santé", "organisation", None),
                ("Assemblée nationale", "organisation", None),
            ],
        ),
        ("fr", "Le plus haut diplomate du pays s'inquiète.", [("plus haut diplomate du pays", "role", None)]),
        (
            "fr",
            "M. de Vaucresson a salué Kim Jong-un.",
            [("de Vaucresson", "person", None), ("Kim Jong-un", "person", None)],
        ),
    ],
)
def test_names(code: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert names(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Officials met on Tuesday. Talks went on in May."),
        ("en", "The minister left. A spokesman declined to comment."),
        ("fr", "Aujourd'hui, les élèves manifestent. Interrogé lundi, il se tait."),
        ("fr", "Le ministre est parti. Les Français attendent."),
    ],
)
def test_capitals_that_are_no_names(code: str, text: str) -> None:
    assert names(text, code) == []


def test_a_surname_alone_is_the_person_of_the_full_name() -> None:
    assert names("Later Halvorsen left. Ingrid Halvorsen had lost.", "en")[0] == ("Halvorsen", "person", None)


def test_a_heading_in_title_case_gives_only_what_is_known() -> None:
    text = "Senate Votes Against Plan To Sell TikTok Shares Quickly\n\nNobody was surprised."
    assert [name for name, _, _ in names(text, "en")] == ["Senate", "TikTok"]
