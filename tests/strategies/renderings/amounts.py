"""Renderings of numbers, counts, percentages, money, measures and durations."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st

from checker.language import lexicon
from checker.language.nouns import nouns, plural_of
from checker.model.value import Count, Duration, Measure, Modifier, Money, Number, Percent
from tests.strategies.renderings.numerals import AFTER, MANY, MODIFIERS, Numeral, as_of, led, numerals, pairs
from tests.strategies.renderings.phrases import BLANKS, NBSP, Language, Phrase


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
    "kg": {"en": (_word("kilogram"), _sign("kg"), _word("kilo")), "fr": (_word("kilogramme"), _sign("kg"), _word("kilo"))},
    "t": {"en": (_word("tonne"), _word("ton")), "fr": (_word("tonne"),)},
    "har": {"en": (_word("hectare"), _sign("ha")), "fr": (_word("hectare"), _sign("ha"))},
    "km2": {
        "en": (_word("square kilometre"), _sign("km²"), _sign("sq km")),
        "fr": (_word("kilomètre carré", "kilomètres carrés"), _sign("km²"), _sign("km2")),
    },
    "m2": {"en": (_word("square metre"), _sign("m²")), "fr": (_word("mètre carré", "mètres carrés"), _sign("m²"), _sign("m2"))},
    "L": {"en": (_word("litre"), _word("liter")), "fr": (_word("litre"),)},
    "km/h": {
        "en": (_sign("km/h"), _sign("kph"), _word("kilometres per hour", "kilometres per hour")),
        "fr": (_sign("km/h"), _word("kilomètre à l'heure", "kilomètres à l'heure"), _word("kilomètre-heure", "kilomètres-heure")),
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
_FEMININE = ("semaine", "heure", "minute", "seconde")
FRACTIONS: dict[Decimal, dict[Language, tuple[str, str]]] = {
    Decimal("0.5"): {"en": ("", "half"), "fr": ("la ", "moitié")},
    Decimal("0.75"): {"en": ("", "three quarters"), "fr": ("les ", "trois quarts")},
    Decimal("0.666666666666667"): {"en": ("", "two thirds"), "fr": ("les ", "deux tiers")},
    Decimal("0.333333333333333"): {"en": ("a ", "third"), "fr": ("", "un tiers")},
}
"""Shares of a whole: the article and the words."""
_PLURAL_CLASSES = "UuMWstcS2$%krJPohn"


@cache
def counted_nouns(language: Language) -> dict[str, tuple[str, ...]]:
    """English lemma → plurals that say it, out of the noun lexicon; what is a unit, money or a time too is left out."""
    known, letters = nouns(language), lexicon(language).letters
    found: dict[str, list[str]] = {}
    for form, lemma in known.plurals.items():
        if all(letters.get(part, "L") not in _PLURAL_CLASSES for part in (form, *form.split())) and _printable(form, language):
            found.setdefault(lemma, []).append(form)
    return {lemma: tuple(forms) for lemma, forms in found.items()}


def _printable(form: str, language: Language) -> bool:
    """English nouns of three words have their plural in no regular place (head of cattle)."""
    return language == "fr" or form.count(" ") < 2


@cache
def lemmas() -> tuple[str, ...]:
    """The nouns that both languages can print."""
    return tuple(noun for noun in counted_nouns("en") if noun in counted_nouns("fr"))


def _beside(numeral: Numeral, noun: Noun, language: Language) -> st.SearchStrategy[str]:
    """A numeral with what it counts, as print has it."""
    if noun.ahead:
        return st.just(noun.singular + numeral.text)
    if noun.sign:
        blanks = ("", *BLANKS) if language == "en" else (NBSP, " ", BLANKS[2], "")
        return st.sampled_from(blanks).map(lambda blank: f"{numeral.text}{blank}{noun.singular}")
    return st.just(as_of(numeral, noun.singular if numeral.one else noun.plural, language))


def _fits(numeral: Numeral, noun: Noun) -> bool:
    """Signs stand beside figures; before them also where a scale follows ($3 million)."""
    return not noun.sign or (noun.ahead and numeral.text[:1].isdigit()) or numeral.bare


@st.composite
def modified(draw: st.DrawFn, modifier: Modifier, phrase: Phrase, language: Language, after: bool = True) -> Phrase:
    """The phrase with the modifier said before it or after it."""
    if modifier in ("exact", "range"):
        return phrase
    behind = AFTER[language].get(modifier, ()) if after else ()
    said = draw(st.sampled_from((*MODIFIERS[language][modifier], *behind)))
    if said in behind and said not in MODIFIERS[language][modifier]:
        return phrase._replace(after=f"{phrase.after} {said}")
    return phrase.led_by(led(said, str(phrase), language))


@st.composite
def _figure(
    draw: st.DrawFn, amount: Decimal, modifier: Modifier, language: Language, forms: tuple[Noun, ...], after: bool = True
) -> Phrase:
    """An amount with one of the nouns it goes with."""
    every = [numeral for numeral in numerals(amount, language) if modifier == "about" or not numeral.about]
    numeral, noun = draw(st.sampled_from([(n, f) for n in every for f in forms if _fits(n, f)]))
    phrase = Phrase(numeral.article, draw(_beside(numeral, noun, language)))
    if numeral.about:
        return phrase
    return draw(modified(modifier, phrase, language, after))


@st.composite
def _range(draw: st.DrawFn, low: Decimal, high: Decimal, language: Language, forms: tuple[Noun, ...]) -> Phrase:
    """Both ends of a range; the unit stands with the second, or with both where it is a sign."""
    choices = [
        (ends, noun)
        for ends in pairs(low, high, language)
        for noun in forms
        if _fits(ends[1], noun) and (_fits(ends[0], noun) or not noun.sign)
    ]
    (one, other), noun = draw(st.sampled_from(choices))
    last = draw(_beside(other, noun, language))
    first = noun.singular + one.text if noun.ahead else one.text
    between, and_, to = ("between ", " and ", " to ") if language == "en" else ("entre ", " et ", " à ")
    ways = [f"{first}{to}{last}", f"{between}{first}{and_}{last}"]
    if one.figures:
        tail = last[len(noun.singular) :] if noun.ahead else last
        ways += [f"{first}{dash}{tail}" for dash in ("-", "–")]
    words = draw(st.sampled_from(ways))
    return _beside_preposition(words, between) if noun.preposition else Phrase("", words)


def _beside_preposition(words: str, between: str) -> Phrase:
    """A range of time: *between* is no part of its span."""
    return Phrase(between, words.removeprefix(between)) if words.startswith(between) else Phrase("", words)


@st.composite
def _many(draw: st.DrawFn, low: Decimal, high: Decimal, language: Language, forms: tuple[Noun, ...]) -> Phrase:
    """Plural collectives: hundreds of people, des dizaines de milliers d'euros."""
    noun = draw(st.sampled_from([form for form in forms if not form.sign]))
    words = as_of(Numeral(MANY[int(low), int(high)][language], of=True), noun.plural, language)
    return Phrase("des " if language == "fr" else "", words)


def _counting(value: Any, language: Language, forms: tuple[Noun, ...]) -> st.SearchStrategy[Phrase]:
    if value.amount is not None:
        return _figure(value.amount, value.modifier, language, forms)
    if (value.low, value.high) in MANY:
        return _many(value.low, value.high, language, forms)
    return _range(value.low, value.high, language, forms)


def percents(value: Percent, language: Language) -> st.SearchStrategy[Phrase]:
    """5 %, five percent, plus de 12,5 pour cent, 3 to 5 percent."""
    return _counting(value, language, PERCENT[language])


def measures(value: Measure, language: Language) -> st.SearchStrategy[Phrase]:
    """30 km, thirty kilometres, 1 200 m², between 3 and 5 hectares."""
    return _counting(value, language, UNITS[value.unit][language])


def counts(value: Count, language: Language) -> st.SearchStrategy[Phrase]:
    """12 people, twelve people, 1,5 million de personnes, une dizaine de navires, hundreds of homes."""
    forms = tuple(Noun(form, form) for form in counted_nouns(language)[value.noun])
    return _counting(value, language, forms)


@st.composite
def _short_money(draw: st.DrawFn, value: Money, language: Language) -> Phrase:
    """$1.5bn, £3m, 1,5 Md€, 12 M€."""
    signs = [noun for noun in CURRENCIES[value.currency or ""][language] if noun.sign and noun.plural in "$€£C$US$"]
    amount = value.amount or Decimal(0)
    power, letters = next(scale for scale in SHORT_SCALES[language] if amount >= Decimal(10) ** scale[0])
    figure = next(n.text for n in numerals(amount / Decimal(10) ** power, language) if n.figures)
    sign, letter = draw(st.sampled_from(signs)), draw(st.sampled_from(letters))
    words = f"{sign.plural}{figure}{letter}" if sign.ahead else f"{figure}{letter}{sign.plural}"
    return draw(modified(value.modifier, Phrase("", words), language))


def money(value: Money, language: Language) -> st.SearchStrategy[Phrase]:
    """$5, 5 dollars, US$1.5 million, 3 Md€, 1,5 milliard d'euros, £3–5bn, des millions d'euros."""
    plain = _counting(value, language, CURRENCIES[value.currency or ""][language])
    amount = value.amount
    if amount is None or value.currency not in ("USD", "EUR", "GBP") or (language == "fr" and value.currency != "EUR"):
        return plain
    power = 9 if amount >= 10**9 else 6
    printable = Decimal(10) ** power <= amount < Decimal(10) ** (power + 3) and not amount % Decimal(10) ** (power - 2)
    return plain | _short_money(value, language) if printable else plain


@st.composite
def _share(draw: st.DrawFn, value: Number, language: Language) -> Phrase:
    article, words = FRACTIONS[value.amount or Decimal(0)][language]
    phrase = Phrase(article, words, " of the voters" if language == "en" else " des électeurs")
    return draw(modified(value.modifier, phrase, language, after=False))


@st.composite
def numbers(draw: st.DrawFn, value: Number, language: Language) -> Phrase:
    """1,250; douze mille; 1.5 million; between 40 and 60; half. No plain 1250, which is a year as well, nor *cent* alone."""
    if value.amount is None:
        low, high = value.low or Decimal(0), value.high or Decimal(0)
        if (int(low), int(high)) in MANY:
            return Phrase("des " if language == "fr" else "", MANY[int(low), int(high)][language])
        one, other = draw(st.sampled_from(pairs(low, high, language)))
        between, and_, to = ("between ", " and ", " to ") if language == "en" else ("entre ", " et ", " à ")
        ways = [f"{between}{one.text}{and_}{other.text}", f"{one.text}{to}{other.text}"]
        return Phrase("", draw(st.sampled_from(ways)))
    if value.amount in FRACTIONS:
        return draw(_share(value, language))
    forms = [n for n in numerals(value.amount, language) if not (n.about or n.article or n.text == "cent" or n.text.isdigit() and len(n.text) > 3)]
    return draw(modified(value.modifier, Phrase("", draw(st.sampled_from(forms)).text), language))


def _halves(amount: Decimal, unit: str, language: Language) -> list[Phrase]:
    """Half an hour, an hour and a half, deux ans et demi, une demi-heure."""
    one, many = TIMES[unit][language]
    whole = int(amount)
    if language == "en":
        article = "an" if unit == "TH" else "a"
        if not whole:
            return [Phrase("", f"half {article} {one}")] if unit != "TS" else []
        if whole == 1:
            return [Phrase("", f"{article} {one} and a half"), Phrase("", f"one and a half {many}")]
        return [Phrase("", f"{numerals(Decimal(whole), language)[-1].text} and a half {many}")]
    half = "demie" if one in _FEMININE else "demi"
    if not whole:
        return [Phrase("", "une demi-heure")] if unit == "TH" else []
    first = ("une" if one in _FEMININE else "un") if whole == 1 else numerals(Decimal(whole), "fr")[1].text
    return [Phrase("", f"{first} {one if whole == 1 else many} et {half}")]


@st.composite
def durations(draw: st.DrawFn, value: Duration, language: Language) -> Phrase:
    """45 days, quarante-cinq jours, a 45-day stretch, an hour and a half, quinze jours, two to three weeks."""
    if value.iso is None:
        low, unit = parts(value.low or "")
        high, _ = parts(value.high or "")
        return draw(_range(low, high, language, (Noun(*TIMES[unit][language], preposition=True),)))
    amount, unit = parts(value.iso)
    noun = Noun(*TIMES[unit][language])
    if language == "fr" and unit == "TH" and value.modifier == "at_most":
        # jusqu'à deux heures is a clock time
        return draw(_figure(amount, "exact", language, (noun,))).led_by("au plus ")
    ways = [_figure(amount, value.modifier, language, (noun,), after=unit != "TH")] if amount != Decimal("0.5") else []
    if amount % 1:
        ways += [modified(value.modifier, phrase, language, False) for phrase in _halves(amount, unit, language)]
    elif language == "en" and value.modifier == "exact" and amount < 1000:
        hyphened = [n.text for n in numerals(amount, language) if not n.article]
        ways += [st.just(Phrase("a ", f"{text}-{noun.singular}", " stretch")) for text in hyphened]
    if value.iso == "P2W" and language == "en":
        ways.append(modified(value.modifier, Phrase("", "a fortnight"), language, False))
    return draw(st.one_of(ways))


def parts(iso: str) -> tuple[Decimal, str]:
    """Amount and unit of a duration of one unit: P45D is (45, D), PT1.5H (1.5, TH)."""
    body = iso.removeprefix("P")
    return Decimal(body.strip("TYMWDHS")), ("T" if body.startswith("T") else "") + body[-1]


__all__ = ["CURRENCIES", "FRACTIONS", "UNITS", "counts", "durations", "lemmas", "measures", "money", "numbers", "percents", "plural_of"]
