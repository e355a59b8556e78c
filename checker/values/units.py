"""What stands beside a figure and makes it a percentage, an amount of money or a physical quantity."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from checker.language import Lexicon
from checker.language.nouns import nouns
from checker.values.compound import Unit, with_smaller
from checker.values.figures import figure
from checker.values.lexer import Tokens
from checker.values.numberwords import is_whole
from checker.values.numerals import Numeral

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_MILLION = Decimal(1_000_000)
_TEN = Decimal(10)
_COUNTED_OF = 8
"""Words of what is counted by millions within so many words make an *m* a million."""
_SPOKEN_OF = 15
"""Words of rates within so many words make a point one of a percentage."""


class _Words(NamedTuple):
    signs: Mapping[str, str]
    dollars: Mapping[str, str]
    currencies: Mapping[str, str]
    minors: Mapping[str, str]
    measures: Mapping[str, str]
    letters: Mapping[str, str]
    scales: Mapping[str, str]
    either: Mapping[str, str]


@cache
def _words(words: Lexicon) -> _Words:
    names = ("sign", "dollar", "currency", "minor", "measure", "scale_letter", "scale", "weight_or_money")
    return _Words(*(words.values[name] for name in names))


def unit_of(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Unit | None:
    """The unit of a numeral, or None."""
    reader = _Reader(tokens, words, numeral)
    return reader.money() or reader.percent() or reader.measure()


class _Reader:
    """Looks around one numeral."""

    def __init__(self, tokens: Tokens, words: Lexicon, numeral: Numeral) -> None:
        self.tokens, self.lexicon, self.numeral = tokens, words, numeral
        self.words = _words(words)
        self.shape, self.norms = tokens.shape, tokens.norms

    def letter(self, at: int) -> str:
        """The shape at `at`, a blank outside the text."""
        return self.shape[at] if 0 <= at < len(self.shape) else " "

    def after(self) -> int:
        """Where a unit may stand after the numeral: past a glued hyphen, *of*, *de*, and *a* after a fraction."""
        at = self.numeral.last + 1
        if self.letter(at) == "-":
            return at + 1
        if self.letter(at) == "f" and (
            self.lexicon.code == "fr" or self.numeral.amount is None or self.numeral.amount < 1
        ):
            at += 1
        if self.letter(at) == "j" and self.numeral.amount is not None and self.numeral.amount < 1:
            at += 1
        return at

    def money(self) -> Unit | None:
        """Money before ($1.5m, USD 4 million), after (45 M€, 3 million dollars) or around (C$2, 10 $ US)."""
        before = self.sign_before()
        times, last = self.scale_letter(self.numeral.last, before is not None)
        if before is not None:
            first, code = before
            if (
                self.letter(last + 1) == "$"
                and self.norms[last + 1].isalpha()
                and self.tokens.exact(last + 1, last + 1).isupper()
            ):
                code, last = self.words.signs[self.norms[last + 1]], last + 1
            return self.whole(Unit("money", code, first, last, times))
        at = self.after() if times == _ONE else last + 1
        if times != _ONE and self.letter(at) == "f":
            at += 1
        if self.letter(at) == "$" and self.is_code(at):
            return self.whole(self.signed(at, times))
        if self.letter(at) == "c" and (times == _ONE or self.norms[at] in self.words.currencies):
            return self.worded(at, times)
        return self.scaled_code(at)

    def sign_before(self) -> tuple[int, str] | None:
        """The first token of a currency sign or code just before the numeral, and the currency."""
        at = self.numeral.first - 1
        if self.letter(at) != "$" or not self.is_code(at):
            return None
        code, before = self.words.signs[self.norms[at]], at - 1
        whose = self.words.dollars.get(self.norms[before]) if self.norms[at] == "$" and before >= 0 else None
        if whose and (
            self.tokens.glued(at) or (self.tokens.exact(before, before).isupper() and len(self.norms[before]) > 1)
        ):
            return before, whose
        if self.shape[at] == "$" and self.norms[at].isalpha() and before >= 0 and self.shape[before] in "dyD":
            return None
        return at, code

    def is_code(self, at: int) -> bool:
        """Whether the sign is one: letters must be capitals (EUR, CAD), but before or after a sign (usd$)."""
        raw = self.tokens.exact(at, at)
        return (
            not (raw.isascii() and raw.isalpha())
            or raw.isupper()
            or self.letter(at + 1) == "$"
            or self.letter(at - 1) == "$"
        )

    def scale_letter(self, last: int, signed: bool) -> tuple[Decimal, int]:
        """The scale of a letter after the figure (3.5m, 48 M€, 850 k€), with its token."""
        at = last + 1
        if at >= len(self.norms) or self.norms[at] not in self.words.letters:
            return _ONE, last
        glued, following = self.tokens.glued(at), self.letter(at + 1)
        money = (
            following == "$"
            or (following == "f" and self.letter(at + 2) in "c$")
            or (following == "c" and self.norms[at + 1] in self.words.currencies)
        )
        if (signed and glued) or (money and (glued or self.tokens.exact(at, at) in ("M", "k", "K"))):
            return Decimal(self.words.letters[self.norms[at]]), at
        return _ONE, last

    def signed(self, at: int, times: Decimal) -> Unit:
        """Money whose sign stands after: 10 €, 10 $ US, 4 milliards de $ canadiens, 75 USD million."""
        code, last = self.words.signs[self.norms[at]], at
        following = at + 1
        if self.letter(following) == "$" and self.norms[following].isalpha():
            code, last = self.words.signs[self.norms[following]], following
        elif (
            self.norms[at] == "$"
            and following < len(self.norms)
            and self.norms[following] in self.words.dollars
            and self.letter(following) in "LCH"
        ):
            raw = self.tokens.exact(following, following)
            if (raw.isupper() and len(raw) > 1) or len(raw) > 3 or raw == "hk":
                code, last = self.words.dollars[self.norms[following]], following
        if self.letter(last + 1) == "S" and self.norms[last + 1] in self.words.scales and times == _ONE:
            times, last = Decimal(self.words.scales[self.norms[last + 1]]), last + 1
        return Unit("money", code, self.numeral.first, last, times)

    def worded(self, at: int, times: Decimal) -> Unit | None:
        """Money by its word: 3 million dollars, 23 francs suisses, 50 cents."""
        norm = self.norms[at]
        size = (self.numeral.amount or self.numeral.high or _ONE) * times
        if norm in self.words.minors:
            raw = self.tokens.exact(at, at)
            if (raw[0].isupper() and not raw.isupper()) or (len(norm) == 1 and not self.tokens.glued(at)):
                return None
            return Unit("money", None, self.numeral.first, at)
        if norm in self.words.either and abs(size) < _MILLION:
            other = self.words.either[norm]
            if other == "count":
                return None
            before = self.norms[max(0, self.numeral.first - 4) : self.numeral.first]
            weighed = any(norm in self.lexicon.values["weighing"] for norm in before)
            if weighed or (self.letter(at + 1) == "f" and abs(size) < 100_000 and self.numeral.amount is not None):
                return Unit("measure", other, self.numeral.first, at)
        code = self.words.currencies[norm]
        return self.whole(
            Unit("money", None if code == "?" else code, self.numeral.first, self.past_adjective(at), times)
        )

    def past_adjective(self, at: int) -> int:
        """The token of an adjective of nationality after a currency (gourdes haïtiennes), else the currency's."""
        adjective, endings = at + 1, tuple(self.lexicon.values["nationality_ending"])
        if not endings or self.letter(adjective) not in "LCR" or " " in self.norms[at]:
            return at
        return adjective if self.norms[adjective].removesuffix("s").endswith(endings) else at

    def scaled_code(self, at: int) -> Unit | None:
        """30 MUSD, 12 MEUR, 5 kEUR."""
        raw = self.tokens.exact(at, at) if at < len(self.norms) else ""
        if len(raw) != 4 or raw[0] not in "MkK" or not raw[1:].isupper() or raw[1:].lower() not in self.words.signs:
            return None
        return Unit(
            "money",
            self.words.signs[raw[1:].lower()],
            self.numeral.first,
            at,
            Decimal(self.words.letters[raw[0].lower()]),
        )

    def percent(self) -> Unit | None:
        """5 %, 2.5-percent, half a percentage point, a quarter point."""
        at = self.after()
        if self.letter(at) != "%":
            return Unit("percent", "points", self.numeral.first, at) if self.is_rate_point(at) else None
        return Unit("percent", "points" if "point" in self.norms[at] else None, self.numeral.first, at)

    def is_rate_point(self, at: int) -> bool:
        """Whether a point after a fraction is one of a rate; half a point can be one of a game, so rates are spoken of.

        Raised by a quarter point, un quart de point. A figure with decimals needs a rate or a percentage beside it: a
        pris 0,3 point à 4,1 %.
        """
        values = self.lexicon.values
        if at >= len(self.norms) or self.norms[at] not in values["rate_point"]:
            return False
        amount = self.numeral.amount or Decimal(0)
        fraction = self.norms[self.numeral.last] in values["fraction"] and 0 < amount < 1
        if not fraction and (is_whole(amount) or not 0 < amount < _TEN):
            return False
        first = max(self.shape.rfind(sign, 0, at) for sign in ".¶") + 1
        near = slice(max(first, at - _SPOKEN_OF), at + _SPOKEN_OF)
        if any(norm in values["rate"] for norm in self.norms[near]):
            return True
        return amount != _HALF if fraction else "%" in self.shape[near].partition("¶")[0]

    def measure(self) -> Unit | None:
        """30 km, a 12-mile tailback, hundreds of kilometres."""
        at = self.after()
        if at >= len(self.norms) or self.norms[at] not in self.words.measures or not self.is_unit(at):
            return None
        code = self.words.measures[self.norms[at]]
        if code[0] == "-":  # degrees below zero
            return Unit("measure", code[1:], self.numeral.first, at, -_ONE)
        return self.whole(Unit("measure", code, self.numeral.first, at))

    def whole(self, unit: Unit) -> Unit:
        """The unit with the smaller one that goes on after it: 3 dollars 50 cents, 1 m 90, 5ft 10in."""
        return with_smaller(self.tokens, self.lexicon, self.numeral, unit)

    def is_unit(self, at: int) -> bool:
        """Whether a short word is a unit here: its case and place must be a unit's (17°C, 5 m, 16 Go)."""
        raw, norm = self.tokens.exact(at, at), self.norms[at]
        if norm in ("c", "f"):
            return raw.isupper() and self.tokens.glued(at)
        if norm in ("w", "mo", "go", "to"):
            return raw[0].isupper()
        if (
            norm == "m"
            and self.tokens.glued(at)
            and at + 1 < len(self.norms)
            and (self.norms[at + 1] in nouns(self.lexicon.code).plurals or is_million(self.tokens, self.lexicon, at))
        ):
            return False
        if norm in ("m", "t", "g"):
            return raw.islower() and (self.shape[self.numeral.last] in "dyD" or self.letter(self.numeral.last) == "S")
        return not raw.isupper() or len(raw) > 1 or norm == "l" or not raw.isalpha()


def is_million(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether an *m* after a figure is a million: beside words of what is counted by millions."""
    first = max(tokens.shape.rfind(sign, 0, at) for sign in ".¶") + 1
    near = tokens.norms[max(first, at - _COUNTED_OF) : at] + tokens.norms[at + 1 : at + 3]
    return tokens.norms[at] == "m" and any(norm in words.values["in_millions"] for norm in near)


def percent_before(tokens: Tokens, words: Lexicon, numeral: Numeral) -> bool:
    """Whether a percent word stands before: a percentage of 20."""
    at = numeral.first - 1
    return (
        at > 0
        and tokens.shape[at] == "f"
        and tokens.shape[at - 1] == "%"
        and (at < 2 or tokens.shape[at - 2] not in "dyDnSih")
    )


def own_reading(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Decimal | None:
    """The figure by its language's own customs, where it is one figure: 4,800 % in French is 4.8."""
    if numeral.first != numeral.last or numeral.amount is None or tokens.shape[numeral.first] not in "D":
        return numeral.amount
    return figure(tokens.norms[numeral.first], words.code, True)
