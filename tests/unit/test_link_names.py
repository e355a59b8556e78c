"""One name for all forms of it in a story, and no more than that."""

from __future__ import annotations

import pytest

from checker.link.names import NameBook
from checker.model.rule import KnownName, RulePack

KNOWN = RulePack(
    id="own",
    version="1",
    summary="",
    names=(
        KnownName(name="World Health Organization", type="organisation", aliases=("WHO", "OMS")),
        KnownName(name="Mike Pompeo", type="person", aliases=("Michael Pompeo",)),
    ),
)
TOLD = [
    ("a", "Anna Smith"),
    ("b", "Peter Smith"),
    ("b", "Anna Smith"),
    ("c", "Smith"),
    ("a", "Claire de La Tour"),
    ("a", "vice president"),
    ("a", "Norvik Bridge Lines"),
    ("b", "Talver Road Works"),
    ("c", "Tarn Rail Workers"),
]


@pytest.mark.parametrize(
    ("text", "source", "canonical"),
    [
        ("WHO", None, "World Health Organization"),
        ("oms", None, "World Health Organization"),
        ("Michael  Pompeo", None, "Mike Pompeo"),
        ("Allemagne", None, "Germany"),
        ("États-Unis", None, "United States"),
        ("Londres", None, "London"),
        # initials: by the one full name that has them
        ("NBL", "b", "Norvik Bridge Lines"),
        ("Nbl", "b", "Nbl"),
        ("TRW", "b", "TRW"),
        # a family name alone: by the one full name of the article, else of the story
        ("Smith", "a", "Anna Smith"),
        ("Smith", "b", "Smith"),
        ("Smith", "c", "Smith"),
        ("Tour", "c", "Claire de La Tour"),
        ("president", "a", "president"),
        ("Anna", "a", "Anna"),
        ("Anna Smith", "c", "Anna Smith"),
    ],
)
def test_canonical(text: str, source: str | None, canonical: str) -> None:
    assert NameBook([KNOWN], TOLD).canonical(text, source) == canonical


def test_a_full_name_told_under_an_alias_is_the_known_one() -> None:
    assert NameBook([KNOWN], [("a", "Michael Pompeo")]).canonical("Pompeo", "b") == "Mike Pompeo"


def test_keys_are_equal_for_all_forms() -> None:
    names = NameBook([KNOWN], TOLD)
    assert {names.key(form) for form in ("WHO", "OMS", "World health organization")} == {"world health organization"}


@pytest.mark.parametrize("told", [TOLD, TOLD[::-1], TOLD[3:] + TOLD[:3]])
def test_the_order_of_what_was_told_is_nothing(told: list[tuple[str, str]]) -> None:
    names = NameBook([KNOWN], told)
    assert [names.canonical("Smith", source) for source in "abc"] == ["Anna Smith", "Smith", "Smith"]


def test_one_name_transcribed_in_two_ways_is_one() -> None:
    book = NameBook(
        [], [("a", "Mikhail Chernenko"), ("b", "Mikhaïl Tchernenko"), ("b", "Anna Carvin"), ("c", "Anna Carvan")]
    )
    assert book.key("Mikhaïl Tchernenko", "b") == book.key("Mikhail Chernenko", "a") == book.key("Tchernenko", "b")
    assert book.key("Anna Carvin", "b") != book.key("Anna Carvan", "c")


@pytest.mark.parametrize(
    ("told", "one"),
    [
        (["Robert E. Tarn III", "Robert Tarn"], True),
        (["Robert E. Tarn III", "Robert Tarn III", "Robert E. Tarn", "Tarn"], True),
        (["John F. Marlow", "John Marlow"], True),
        (["Anna Carvin Jr.", "Anna Carvin"], True),
        # a father and his son, two people of one name, a letter that is no initial
        (["Robert Tarn Jr.", "Robert Tarn III", "Robert Tarn"], False),
        (["George W. Tarn", "George H. Tarn", "George Tarn"], False),
        (["Robert E. Tarn", "Robert Carvin"], False),
        (["Plan B", "Plan"], False),
    ],
)
def test_middle_initials_and_suffixes(told: list[str], one: bool) -> None:
    for order in (told, told[::-1]):
        names = NameBook([], [(str(source), name) for source, name in enumerate(order)])
        assert (len({names.key(name) for name in order}) == 1) is one


@pytest.mark.parametrize(
    ("held", "one"),
    [
        ([("a", "Anna Carvin", "Mayor"), ("b", "Anna Carvan", "maire")], True),
        ([("a", "Anna Carvin", "Mayor"), ("b", "Anna Carvan", "Mayor"), ("c", "Anna Carvin", "mayor")], True),
        # two offices, two people in one article, another given name, another family name
        ([("a", "Anna Carvin", "Mayor"), ("b", "Anna Carvan", "procureure")], False),
        ([("a", "Anna Carvin", "Mayor"), ("a", "Anna Carvan", "Mayor")], False),
        ([("a", "Anna Carvin", "Mayor"), ("b", "Hanna Carvan", "Mayor")], False),
        ([("a", "Anna Carvin", "Mayor"), ("b", "Anna Lindt", "Mayor")], False),
    ],
)
def test_a_misspelt_holder_of_one_office(held: list[tuple[str, str, str]], one: bool) -> None:
    names = NameBook([], [(source, name) for source, name, _ in held], held)
    keys = {names.key(name, source) for source, name, _ in held}
    assert (len(keys) == 1) is one
    if one:
        assert names.key("Carvan", "b") in keys
