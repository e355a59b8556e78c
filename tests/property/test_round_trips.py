"""Round trips: a value printed as a newsroom prints it is read back, over the words that say it, in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.model.value import Count, Date, DateTime, Duration, Kind, Mention, Money, Value
from checker.testing.renderings import TELLABLE, Language, Told, told
from checker.values.comparison import Level, compare_values
from checker.values.find import find_values
from tests.property.profiles import quick

KINDS = tuple(TELLABLE)
LANGUAGES: tuple[Language, ...] = ("en", "fr")
SAME = (Level.identical, Level.equivalent)


def read(text: str, language: Language) -> list[Mention]:
    """The amounts and times of a text; names, places and quotes are beside them."""
    return [mention for mention in find_values(text, language) if mention.value.kind in TELLABLE]


def modifier(value: Any) -> str:
    return getattr(value, "modifier", "exact")


def assert_read(value: Value, text: Told, language: Language) -> Value:
    """The text gives one value, the one told, over its words."""
    mentions = read(text.text, language)
    found = [(text.text[mention.start : mention.end], mention.value) for mention in mentions]
    assert [(mention.start, mention.end) for mention in mentions] == [(text.start, text.end)], (text, found)
    back = mentions[0].value
    assert back.kind == value.kind, (text, found)
    assert compare_values(value, back).level in SAME, (text, found)
    assert modifier(back) == modifier(value), (text, found)
    return back


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_printed_is_read(kind: Kind, language: Language) -> None:
    pairs = TELLABLE[kind].flatmap(lambda value: st.tuples(st.just(value), told(value, language)))

    @quick(60)
    @given(pairs)
    def law(pair: tuple[Value, Told]) -> None:
        assert_read(*pair, language)

    law()


@pytest.mark.parametrize("kind", KINDS)
def test_one_value_is_one_in_both_languages(kind: Kind) -> None:
    both = TELLABLE[kind].flatmap(lambda value: st.tuples(st.just(value), told(value, "en"), told(value, "fr")))

    @quick(25)
    @given(both)
    def law(texts: tuple[Value, Told, Told]) -> None:
        value, english, french = texts
        ours, theirs = assert_read(value, english, "en"), assert_read(value, french, "fr")
        assert compare_values(ours, theirs).level in SAME, (english, french)

    law()


def at(text: str, words: str) -> Told:
    """The words in their text."""
    start = text.index(words)
    return Told(text, start, start + len(words))


DOLLARS = Money(modifier="range", low=Decimal(33), high=Decimal(234), currency="CAD")
BILLIONS = Money(modifier="range", low=Decimal(3 * 10**9), high=Decimal(5 * 10**9), currency="USD")
FOUR = DateTime(edtf="XXXX-05-18T04:04")
SEVENTH = Date(edtf="2020-09-07", earliest="2020-09-07", latest="2020-09-07")
BISHOPS = Count(amount=Decimal(2000), noun="bishop")
LONG = Duration(iso="PT2.5H", modifier="about")
DAYS = Duration(modifier="range", low="P17D", high="P21D")


@quick(1)
@given(st.just(None))
@example((DOLLARS, at("It cost between C$33 and C$234.", "between C$33 and C$234"), "en"))
@example((BILLIONS, at("It cost $3bn-5bn.", "$3bn-5bn"), "en"))
@example((FOUR, at("Il a eu lieu le 18 mai à 04h04.", "18 mai à 04h04"), "fr"))
@example((DateTime(edtf="XXXX-WXX-1T01:00"), at("It left on Monday at one a.m.", "Monday at one a.m."), "en"))
@example((SEVENTH, at("Signé le 7 sept. 2020 à Lyon.", "7 sept. 2020"), "fr"))
@example((DAYS, at("Il faut entre dix-sept et vingt et un jours.", "dix-sept et vingt et un jours"), "fr"))
@example((Duration(iso="P200D"), at("Ils ont duré deux\u202fcents jours.", "deux\u202fcents jours"), "fr"))
@example((Duration(iso="PT0.5H", modifier="about"), at("Aux alentours d'une demi-heure.", "une demi-heure"), "fr"))
@example((BISHOPS, at("La réforme concerne 2000 évêques.", "2000 évêques"), "fr"))
@example((Duration(iso="PT2.5H"), at("Ils ont duré deux heures et demie.", "deux heures et demie"), "fr"))
@example((LONG, at("Ils ont duré environ deux heures et demie.", "deux heures et demie"), "fr"))
@example((Date(edtf="181X", earliest="1810-01-01", latest="1819-12-31"), at("BUILT IN THE 1810S.", "1810S"), "en"))
def test_what_was_once_misread(case: tuple[Value, Told, Language] | None) -> None:
    if case:
        assert_read(*case)
