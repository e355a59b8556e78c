"""Amounts as newsrooms print them: figures, number words, scales, collectives; with the word *about* and its like."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.model.value import Modifier
from checker.testing.renderings.phrases import NARROW, NBSP, Language, de


class Numeral(NamedTuple):
    """A numeral in words. `figures`: it ends in a figure, so that a sign or a hyphen can follow; `of`: what it counts
    follows with *of* or *de*; `one`: what it counts stands in the singular; `article`: it needs *a* or *une* before it.
    `about`: it says by itself that it is not exact (une dizaine).
    """

    text: str
    figures: bool = False
    of: bool = False
    one: bool = False
    article: str = ""
    about: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is nothing but a figure: a sign or letter can stand right beside it."""
        return self.figures and not self.of


GROUPS = {"en": (",", NBSP), "fr": (" ", NBSP, NARROW, ".", "’")}
"""What parts thousands, the most usual first."""
SCALES = {
    "en": ((12, "trillion"), (9, "billion"), (6, "million")),
    "fr": ((9, "milliard"), (6, "million")),
}
_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FRENCH = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FRENCH_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]
_ABOUT = {
    10: "dizaine", 15: "quinzaine", 20: "vingtaine", 30: "trentaine", 40: "quarantaine", 50: "cinquantaine",
    60: "soixantaine", 100: "centaine",
}  # fmt: skip
MANY: dict[tuple[int, int], dict[Language, str]] = {
    (200, 999): {"en": "hundreds", "fr": "centaines"},
    (2000, 999_000): {"en": "thousands", "fr": "milliers"},
    (2_000_000, 999_000_000): {"en": "millions", "fr": "millions"},
    (20_000, 99_000): {"en": "tens of thousands", "fr": "dizaines de milliers"},
    (200_000, 999_000): {"en": "hundreds of thousands", "fr": "centaines de milliers"},
    (20_000_000, 99_000_000): {"en": "tens of millions", "fr": "dizaines de millions"},
}
"""Plural collectives by the bounds they stand for."""
MODIFIERS: dict[Language, dict[Modifier, tuple[str, ...]]] = {
    "en": {
        "about": ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "close to"),
        "at_least": ("at least", "no fewer than", "a minimum of"),
        "more_than": ("more than", "over", "well over", "upwards of", "in excess of", "just over"),
        "at_most": ("up to", "at most", "no more than", "as many as", "a maximum of"),
        "less_than": ("less than", "fewer than", "under", "just under"),
    },
    "fr": {
        "about": ("environ", "près de", "quelque", "à peu près", "presque", "autour de", "aux alentours de"),
        "at_least": ("au moins", "pas moins de", "au minimum", "un minimum de"),
        "more_than": ("plus de", "un peu plus de", "bien plus de", "au-delà de"),
        "at_most": ("jusqu'à", "au plus", "tout au plus", "au maximum", "pas plus de", "un maximum de"),
        "less_than": ("moins de", "un peu moins de", "bien moins de"),
    },
}  # fmt: skip
"""Modifiers that stand before an amount."""
AFTER: dict[Language, dict[Modifier, tuple[str, ...]]] = {
    "en": {"about": ("or so",), "at_least": ("or more",), "at_most": ("or less", "or fewer")},
    "fr": {
        "about": ("environ",),
        "at_least": ("ou plus", "au moins"),
        "at_most": ("au plus", "au maximum", "ou moins"),
    },
}
"""Modifiers that stand after an amount and what it counts."""


def led(modifier: str, words: str, language: Language) -> str:
    """The modifier with the blank or elision that `words` after it ask for: plus d'(un million), près de (40)."""
    if language == "fr" and modifier.endswith(" de") and words.startswith(("un ", "une ", "un-")):
        return modifier[:-1] + "'"
    return modifier + " "


def in_figures(amount: Decimal, language: Language, group: str) -> str:
    """The amount in digits, thousands parted by `group` (one that would be ambiguous is given plain)."""
    whole, _, part = f"{amount:f}".partition(".")
    point = "." if language == "en" else ","
    digits = f"{int(whole):,}".replace(",", group)
    return digits + (point + part if part else "")


def digits(amount: Decimal, language: Language) -> list[str]:
    """The amount in digits in every way of its language."""
    if amount < 1000:
        return [in_figures(amount, language, "")]
    forms = [in_figures(amount, language, group) for group in GROUPS[language]]
    return (
        [*forms, in_figures(amount, language, "")]
        if amount < 10_000 or (amount % 1 == 0 and amount < 1_000_000)
        else forms
    )


def _english_below_thousand(number: int, and_: bool) -> str:
    hundreds, rest = divmod(number, 100)
    tens = (
        f"{_ENGLISH_TENS[rest // 10 - 2]}{'-' + _ENGLISH[rest % 10] if rest % 10 else ''}"
        if rest >= 20
        else _ENGLISH[rest]
    )
    if not hundreds:
        return tens
    return f"{_ENGLISH[hundreds]} hundred" + (f"{' and' if and_ else ''} {tens}" if rest else "")


def english_words(number: int, and_: bool = True) -> str:
    """A whole number below a million in English words: two thousand three hundred and six."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _english_below_thousand(rest, and_)
    joint = " and " if and_ and 0 < rest < 100 else " "
    head = f"{_english_below_thousand(thousands, and_)} thousand"
    return head + (joint + _english_below_thousand(rest, and_) if rest else "")


def _french_below_hundred(number: int, swiss: bool, et: str) -> str:
    if number < 20:
        return _FRENCH[number]
    tens, ones = divmod(number, 10)
    if tens >= 7 and swiss and tens != 8:
        name = {7: "septante", 9: "nonante"}[tens]
    elif tens >= 8:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{_FRENCH[number - 80]}"
    elif tens == 7:
        return f"soixante{et}onze" if number == 71 else f"soixante-{_FRENCH[number - 60]}"
    else:
        name = _FRENCH_TENS[tens - 2]
    if not ones:
        return name
    return f"{name}{et}un" if ones == 1 else f"{name}-{_FRENCH[ones]}"


def _french_below_thousand(number: int, swiss: bool, et: str, ends: bool) -> str:
    hundreds, rest = divmod(number, 100)
    tail = _french_below_hundred(rest, swiss, et)
    if not ends and rest == 80:
        tail = "quatre-vingt"
    if not hundreds:
        return tail
    if hundreds == 1:
        return f"cent {tail}" if rest else "cent"
    return f"{_FRENCH[hundreds]} cent {tail}" if rest else f"{_FRENCH[hundreds]} cent{'s' if ends else ''}"


def french_words(number: int, swiss: bool = False, et: str = " et ") -> str:
    """A whole number below a million in French words: deux mille trois cent six; `swiss`: septante, nonante."""
    thousands, rest = divmod(number, 1000)
    tail = _french_below_thousand(rest, swiss, et, True)
    if not thousands:
        return tail
    head = "mille" if thousands == 1 else f"{_french_below_thousand(thousands, swiss, et, False)} mille"
    return f"{head} {tail}" if rest else head


def worded(number: int, language: Language) -> list[str]:
    """A whole number below a million in words, in every way of its language."""
    if language == "en":
        return list(dict.fromkeys(english_words(number, and_) for and_ in (True, False)))
    forms = [french_words(number), french_words(number, et="-et-"), french_words(number, swiss=True)]
    return list(dict.fromkeys([*forms, *(form.replace(" ", "-") for form in forms[:1] if number < 1000)]))


def _scaled(amount: Decimal, language: Language) -> Iterator[Numeral]:
    """1.5 million, two billion, deux millions et demi, un milliard, half a million."""
    for power, name in SCALES[language]:
        size = Decimal(10) ** power
        part = (amount / size).normalize()
        places = part.as_tuple().exponent
        if not 1 <= part < 1000 or not isinstance(places, int) or places < -2:
            continue
        fr = language == "fr"
        scale = f"{name}s" if fr and part >= 2 else name
        yield from (Numeral(f"{form} {scale}", of=fr) for form in digits(part, language))
        if part % 1 == 0 and part <= 100 and (part != 1 or not fr):
            yield from (Numeral(f"{form} {scale}", of=fr) for form in worded(int(part), language))
        if part == 1:
            yield Numeral(f"un {name}", of=True) if fr else Numeral(name, article="a ")
        if part % 1 == Decimal("0.5") and part < 20:
            whole = worded(int(part), language)[0]
            yield Numeral(f"{whole} {scale} et demi", of=True) if fr else Numeral(f"{whole} and a half {scale}")


def _collective(amount: Decimal, language: Language) -> Iterator[Numeral]:
    if language == "en" and amount == 12:
        yield Numeral("dozen", article="a ")
    if language == "en" and amount == 500_000:
        yield Numeral("half a million")
    if language == "fr" and amount in _ABOUT:
        yield Numeral(_ABOUT[int(amount)], of=True, article="une ", about=True)
    if language == "fr" and amount == 1000:
        yield Numeral("millier", of=True, article="un ", about=True)


def numerals(amount: Decimal, language: Language) -> list[Numeral]:
    """Every way to print an amount, the plainest first. In French all below two is singular, in English only one."""
    one = abs(amount) < 2 if language == "fr" else amount == 1
    found = [Numeral(form, figures=True, one=one) for form in digits(amount, language)] if amount < 10**9 else []
    if amount % 1 == 0 and 2 <= amount < 10**6:
        found += [Numeral(form) for form in worded(int(amount), language)]
    return [*found, *_collective(amount, language), *_scaled(amount, language)]


def pairs(low: Decimal, high: Decimal, language: Language) -> list[tuple[Numeral, Numeral]]:
    """Both ends of a range, printed alike: (3, 5), (three, five), (3, 5 billion), (3 billion, 5 billion)."""
    group = GROUPS[language][0]
    ends = [(in_figures(low, language, group), in_figures(high, language, group))] if high < 10**9 else []
    found = [(Numeral(a, figures=True), Numeral(b, figures=True)) for a, b in ends]
    if low % 1 == high % 1 == 0 and low >= 2 and high < 100:
        found.append((Numeral(worded(int(low), language)[0]), Numeral(worded(int(high), language)[0])))
    for power, name in SCALES[language]:
        size = Decimal(10) ** power
        a, b = (low / size).normalize(), (high / size).normalize()
        if 1 <= a < b < 1000 and all(int(part.as_tuple().exponent) >= -2 for part in (a, b)):
            fr = language == "fr"
            scale = f"{name}s" if fr and b >= 2 else name
            one, other = (in_figures(part, language, "") for part in (a, b))
            upper = Numeral(f"{other} {scale}", of=fr)
            found.append((Numeral(one, figures=True), upper))
            found.append((Numeral(f"{one} {name + 's' if fr and a >= 2 else name}", of=fr), upper))
    return found


def as_of(numeral: Numeral, thing: str, language: Language) -> str:
    """A numeral and the thing it counts, with *of* or *de* where it needs them: 1,5 million d'habitants."""
    if not numeral.of:
        return f"{numeral.text} {thing}"
    return f"{numeral.text} {de(thing) if language == 'fr' else 'of ' + thing}"
