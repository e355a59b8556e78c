"""Places, with their countries."""

from __future__ import annotations

import pytest

from checker.language import lexicon
from checker.model.value import Place
from checker.values import proper
from checker.values.lexer import lex


def places(text: str, code: str) -> list[tuple[str, str | None]]:
    words = lexicon(code)
    tokens = lex(text, words)
    found = proper.named(tokens, words)
    return [(tokens.exact(one.first, one.last), one.value.country) for one in found if isinstance(one.value, Place)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "The ship left London for Côte d'Ivoire.", [("London", "GB"), ("Côte d'Ivoire", "CI")]),
        ("fr", "Le navire a quitté Londres pour la Côte d'Ivoire.", [("Londres", "GB"), ("Côte d'Ivoire", "CI")]),
        ("fr", "Les Etats-Unis et la Corée du Nord négocient.", [("Etats-Unis", "US"), ("Corée du Nord", "KP")]),
        ("en", "A fire broke out in Millbrook, Vermont, overnight.", [("Millbrook", "US"), ("Vermont", "US")]),
        ("en", "The village of Qarnat was emptied.", [("Qarnat", None)]),
        ("fr", "Un incendie s'est déclaré à Trévillon.", [("Trévillon", None)]),
        ("en", "Nothing is stored on American soil.", [("American soil", "US")]),
        ("fr", "Rien n'est conservé sur le sol américain.", [("sol américain", "US")]),
        ("en", "The US and the U.K. agreed; they told us so.", [("US", "US"), ("U.K.", "GB")]),
        ("fr", "Il habite rue de Metz à Nancy.", [("Nancy", "FR")]),
    ],
)
def test_places(code: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "American voters and Chinese firms disagree."),
        ("fr", "La loi chinoise inquiète les Américains."),
        ("fr", "Les données restent dans le pays lui-même."),
        ("fr", "Il est confié à Firmin Adjovi."),
        ("en", "The New York Times wrote about it."),
    ],
)
def test_no_places(code: str, text: str) -> None:
    assert places(text, code) == []


def test_french_adjectives_have_all_their_forms() -> None:
    from checker.language.gazetteer import gazetteer

    nations = gazetteer("fr").nations
    assert {nations[form] for form in ("chinois", "chinoise", "chinoises")} == {"CN"}
    assert nations["algérienne"] == nations["algériens"] == "DZ"
    assert nations["grecques"] == "GR"
