"""What an amount counts, as print has it: percent, currencies, units of measure and of time, nouns."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from checker.language import lexicon
from checker.language.nouns import nouns
from checker.testing.renderings.phrases import Language


class Noun(NamedTuple):
    """What follows a numeral: a word in singular and plural, or a `sign` printed beside a figure, after it or `ahead`.

    `preposition`: *between* before a range of it is no part of the span.
    """

    singular: str
    plural: str
    sign: bool = False
    ahead: bool = False
    preposition: bool = False


def _word(singular: str, plural: str = "") -> Noun:
    return Noun(singular, plural or singular + "s")


def _sign(sign: str, ahead: bool = False) -> Noun:
    return Noun(sign, sign, True, ahead)


PERCENT: dict[Language, tuple[Noun, ...]] = {
    "en": (_word("percent", "percent"), _sign("%"), _word("per cent", "per cent")),
    "fr": (_sign("%"), _word("pour cent", "pour cent"), _word("pourcent", "pourcent")),
}
CURRENCIES: dict[str, dict[Language, tuple[Noun, ...]]] = {
    "USD": {
        "en": (_word("dollar"), _sign("$", True), _sign("US$", True), _sign("USD ", True), _word("US dollar")),
        "fr": (_word("dollar"), _sign("$"), _sign("USD"), _word("dollar américain", "dollars américains")),
    },
    "EUR": {
        "en": (_word("euro"), _sign("€", True), _sign("EUR ", True), _sign("€")),
        "fr": (_word("euro"), _sign("€"), _sign("EUR")),
    },
    "GBP": {
        "en": (_word("pound"), _sign("£", True), _sign("GBP ", True), _word("pound sterling", "pounds sterling")),
        "fr": (_word("livre sterling", "livres sterling"), _sign("£"), _sign("GBP")),
    },
    "JPY": {
        "en": (_word("yen", "yen"), _sign("¥", True), _sign("JPY ", True)),
        "fr": (_word("yen"), _sign("JPY")),
    },
    "CNY": {
        "en": (_word("yuan", "yuan"), _sign("CNY ", True), _word("Chinese yuan", "Chinese yuan")),
        "fr": (_word("yuan"), _sign("CNY")),
    },
    "CHF": {
        "en": (_word("Swiss franc"), _sign("CHF ", True)),
        "fr": (_word("franc suisse", "francs suisses"), _sign("CHF")),
    },
    "CAD": {
        "en": (_word("Canadian dollar"), _sign("C$", True), _sign("CAD ", True)),
        "fr": (_word("dollar canadien", "dollars canadiens"), _sign("$ CA"), _sign("CAD")),
    },
}
"""How a currency is printed; signs stand before the figure in English and after it in French."""
SHORT_SCALES: dict[Language, tuple[tuple[int, tuple[str, ...]], ...]] = {
    "en": ((9, ("bn", "b", " bn")), (6, ("m", "M"))),
    "fr": ((9, (" Md", " Mds", " milliards ")), (6, (" M", "M"))),
}
"""Scales that stand before or after the sign of a currency: $3bn, 3 Md€, 12 M€."""
UNITS: dict[str, dict[Language, tuple[Noun, ...]]] = {
    "km": {"en": (_word("kilometre"), _word("kilometer"), _sign("km")), "fr": (_word("kilomètre"), _sign("km"))},
    "m": {"en": (_word("metre"), _word("meter")), "fr": (_word("mètre"), _sign("m"))},
    "cm": {"en": (_word("centimetre"), _sign("cm")), "fr": (_word("centimètre"), _sign("cm"))},
    "[mi_i]": {"en": (_word("mile"),), "fr": (_word("mile"),)},
    "[ft_i]": {"en": (Noun("foot", "feet"), _sign("ft")), "fr": (_word("pied"),)},
    "kg": {
        "en": (_word("kilogram"), _sign("kg"), _word("kilo")),
        "fr": (_word("kilogramme"), _sign("kg"), _word("kilo")),
    },
    "t": {"en": (_word("tonne"), _word("ton")), "fr": (_word("tonne"),)},
    "har": {"en": (_word("hectare"), _sign("ha")), "fr": (_word("hectare"), _sign("ha"))},
    "km2": {
        "en": (_word("square kilometre"), _sign("km²"), _sign("sq km")),
        "fr": (_word("kilomètre carré", "kilomètres carrés"), _sign("km²"), _sign("km2")),
    },
    "m2": {
        "en": (_word("square metre"), _sign("m²")),
        "fr": (_word("mètre carré", "mètres carrés"), _sign("m²"), _sign("m2")),
    },
    "L": {"en": (_word("litre"), _word("liter")), "fr": (_word("litre"),)},
    "km/h": {
        "en": (_sign("km/h"), _sign("kph"), _word("kilometres per hour", "kilometres per hour")),
        "fr": (
            _sign("km/h"), _word("kilomètre à l'heure", "kilomètres à l'heure"),
            _word("kilomètre-heure", "kilomètres-heure"),
        ),
    },
    "Cel": {
        "en": (_sign("°C"), _word("degrees Celsius", "degrees Celsius")),
        "fr": (_sign("°C"), _word("degré Celsius", "degrés Celsius")),
    },
    "MW": {"en": (_word("megawatt"), _sign("MW")), "fr": (_word("mégawatt"), _sign("MW"))},
}  # fmt: skip
"""How a unit of measure is printed."""
TIMES: dict[str, dict[Language, tuple[str, str]]] = {
    "Y": {"en": ("year", "years"), "fr": ("an", "ans")},
    "M": {"en": ("month", "months"), "fr": ("mois", "mois")},
    "W": {"en": ("week", "weeks"), "fr": ("semaine", "semaines")},
    "D": {"en": ("day", "days"), "fr": ("jour", "jours")},
    "TH": {"en": ("hour", "hours"), "fr": ("heure", "heures")},
    "TM": {"en": ("minute", "minutes"), "fr": ("minute", "minutes")},
    "TS": {"en": ("second", "seconds"), "fr": ("seconde", "secondes")},
}
"""Units of time by their ISO letter."""
FEMININE = ("semaine", "heure", "minute", "seconde")
"""Of those the feminine ones in French."""
FRACTIONS: dict[Decimal, dict[Language, tuple[str, str]]] = {
    Decimal("0.5"): {"en": ("", "half"), "fr": ("la ", "moitié")},
    Decimal("0.75"): {"en": ("", "three quarters"), "fr": ("les ", "trois quarts")},
    Decimal("0.666666666666667"): {"en": ("", "two thirds"), "fr": ("les ", "deux tiers")},
    Decimal("0.333333333333333"): {"en": ("a ", "third"), "fr": ("", "un tiers")},
}
"""Shares of a whole: the article and the words."""
_OTHER_WORDS = "UuMWstcS2$%krJPohn"
"""Classes of words that are units, money, times or numerals too."""


@cache
def counted_nouns(language: Language) -> dict[str, tuple[str, ...]]:
    """English lemma → plurals that say it, out of the noun lexicon; what is a unit, money or a time too is left out."""
    known, letters = nouns(language), lexicon(language).letters
    found: dict[str, list[str]] = {}
    for form, lemma in known.plurals.items():
        if all(letters.get(part, "L") not in _OTHER_WORDS for part in (form, *form.split())) and _printable(
            form, language
        ):
            found.setdefault(lemma, []).append(form)
    return {lemma: tuple(forms) for lemma, forms in found.items()}


def _printable(form: str, language: Language) -> bool:
    """English nouns of three words have their plural in no regular place (head of cattle)."""
    return language == "fr" or form.count(" ") < 2


@cache
def lemmas() -> tuple[str, ...]:
    """The nouns that both languages can print."""
    return tuple(noun for noun in counted_nouns("en") if noun in counted_nouns("fr"))
