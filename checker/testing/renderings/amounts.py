"""Renderings of numbers, counts, percentages, money, measures and durations."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from checker.model.value import Count, Duration, Measure, Modifier, Money, Number, Percent
from checker.testing.renderings.numerals import AFTER, MANY, MODIFIERS, Numeral, as_of, led, numerals, pairs
from checker.testing.renderings.phrases import BLANKS, NBSP, Language, Phrase
from checker.testing.renderings.things import (
    CURRENCIES,
    FEMININE,
    FRACTIONS,
    PERCENT,
    SHORT_SCALES,
    TIMES,
    UNITS,
    Noun,
    counted_nouns,
)


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
    draw: st.DrawFn,
    amount: Decimal,
    modifier: Modifier,
    language: Language,
    forms: tuple[Noun, ...],
    after: bool = True,
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
    signs = [
        noun for noun in CURRENCIES[value.currency or ""][language] if noun.sign and not noun.singular.strip().isalpha()
    ]
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
    """1,250; douze mille; 1.5 million; between 40 and 60; half. No plain 1250, a year as well; no *cent* alone."""
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
    forms = [
        n
        for n in numerals(value.amount, language)
        if not (n.about or n.article or n.text == "cent" or (n.text.isdigit() and len(n.text) > 3))
    ]
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
    half = "demie" if one in FEMININE else "demi"
    if not whole:
        return [Phrase("", "une demi-heure")] if unit == "TH" else []
    first = ("une" if one in FEMININE else "un") if whole == 1 else numerals(Decimal(whole), "fr")[1].text
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
