"""Counted nouns: lemmas in two languages, joined heads, words beside the noun."""

from __future__ import annotations

import pytest

from checker.language.nouns import nouns, plural_of, thing
from checker.model.value import Count
from checker.values.find import find_values


def _count(text: str, language: str) -> Count:
    (found,) = [mention.value for mention in find_values(text, language) if isinstance(mention.value, Count)]  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("They blocked eight apps.", "Huit applications ont été bloquées."),
        ("Some 12 wounded soldiers fled.", "Douze soldats ont fui."),
        ("The quake left 300 dead.", "Le séisme a fait 300 morts."),
        ("Police held 40 asylum seekers.", "La police a retenu 40 demandeurs d'asile."),
        ("It cut 10,000 jobs.", "Il promet 10.000 créations d'emplois."),
        ("Two submarines sank.", "Deux sous-marins ont coulé."),
        ("They found 100 Chinese.", "On a trouvé cent Chinois."),
        ("Nine horses died.", "Neuf chevaux sont morts."),
    ],
)
def test_both_languages_count_the_same(english: str, french: str) -> None:
    assert _count(english, "en").noun == _count(french, "fr").noun


@pytest.mark.parametrize(
    ("text", "language", "noun", "qualifiers"),
    [
        (
            "It banned eight Chinese-owned payment and messaging apps.",
            "en",
            "app",
            ("chinese-owned", "payment", "messaging"),
        ),
        ("It banned eight Chinese payment services and apps.", "en", "service", ("chinese", "payment", "app")),
        ("Huit services de paiement et applications chinois.", "fr", "service", ("paiement", "app", "chinois")),
        ("Three glumfs were seen.", "en", "glumf", ()),
        ("Trois glumfs ont été vus.", "fr", "glumf", ()),
        ("A 10-member panel met.", "en", "member", ()),
        ("There are 200 start-ups.", "en", "startup", ()),
        ("It sells 45 sports cars.", "en", "car", ("sports",)),
    ],
)
def test_noun_and_qualifiers(text: str, language: str, noun: str, qualifiers: tuple[str, ...]) -> None:
    found = _count(text, language)
    assert (found.noun, found.qualifiers) == (noun, qualifiers)


@pytest.mark.parametrize(
    ("singular", "plural", "code"),
    [
        ("box", "boxes", "en"),
        ("lorry", "lorries", "en"),
        ("day", "days", "en"),
        ("château", "châteaux", "fr"),
        ("cheval", "chevaux", "fr"),
    ],
)
def test_regular_plurals(singular: str, plural: str, code: str) -> None:
    assert plural_of(singular, code) == plural


def test_the_lexicon_is_large_and_every_lemma_is_english() -> None:
    english, french = nouns("en"), nouns("fr")
    assert len(set(english.singulars.values())) >= 650
    assert set(french.singulars.values()) <= set(english.singulars)
    assert len(set(french.singulars.values())) >= 650


def test_things_are_lemmas() -> None:
    assert thing("demonstrator") == thing("protester") == "protester"
    assert thing("glumf") == "glumf"
    assert set(nouns("en").things.values()) <= set(nouns("en").singulars)
