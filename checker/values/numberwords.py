"""Number words below a thousand and fractions.

`twenty-six`, `quatre-vingt-dix-sept`, `two thirds`, `un vingt-cinquième`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from checker.language import Lexicon
from checker.values.lexer import Tokens

LONGEST = 24
"""So many words at the most make a number below a thousand."""
ONE = Decimal(1)
HUNDRED = Decimal(100)
HALF = Decimal("0.5")
_OTHER_SIDE = re.compile(r"-?[ni](?:-?[ni]){0,20}&[xc$]*[dyDniS]")
"""Number words that go on a number, and *and* with the other side of `between`."""
_BEFORE_AND = frozenset(map(Decimal, (20, 30, 40, 50, 60, 70, 90)))
"""Tens that *et un* follows; quatre-vingts takes no *et*."""
FIFTEEN = Context(prec=15)
"""Quotients have 15 significant digits."""


class Word(NamedTuple):
    """What a word says in a numeral. `kind` is the letter of its class; a collective can have bounds or be `about`."""

    kind: str
    amount: Decimal
    high: Decimal | None = None
    about: bool = False
    multiplies: bool = False


@dataclass(slots=True)
class Part:
    """A numeral without range from token `first` to `last`; `scale` is the word that multiplied last.

    `high` is the upper bound of a collective (dozens), where `amount` is the lower. `worded`: number words are part
    of it.
    """

    first: int
    last: int
    amount: Decimal
    high: Decimal | None = None
    about: bool = False
    scale: Decimal = ONE
    worded: bool = False


_SECTIONS = (
    ("ordinal", "o"),
    ("fraction", "h"),
    ("scale_letter", "K"),
    ("collective", "k"),
    ("scale", "S"),
    ("one", "i"),
    ("number", "n"),
)


@cache
def vocabulary(words: Lexicon) -> Mapping[str, Word]:
    """Every word of a numeral in a language; the last section that has a word says its class."""
    return {norm: _word(kind, value) for name, kind in _SECTIONS for norm, value in words.values[name].items()}


def _word(kind: str, value: str) -> Word:
    low, _, high = value.partition("-")
    if kind == "h":
        above, _, below = value.partition("/")
        return Word(kind, Decimal(above) / Decimal(below))
    top = Decimal(high) if high else None
    return Word(kind, Decimal(low.rstrip("*~")), top, value.endswith("~"), value.endswith("*"))


def is_whole(amount: Decimal) -> bool:
    """Whether an amount has no decimals; `amount % 1` cannot be had of amounts longer than the context."""
    return amount == amount.to_integral_value()


def ratio(above: Decimal, below: Decimal) -> Decimal:
    """The quotient with 15 significant digits."""
    return FIFTEEN.divide(above, below).normalize()


class WordReader:
    """Reads the number words of one text. Tokens are named by their index; beyond the text there is no word."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens, self.words, self.code = tokens, words, words.code
        self.norms, self.shape = tokens.norms, tokens.shape
        self.known = vocabulary(words)

    def letter(self, index: int) -> str:
        """The shape at `index`, a blank beyond the text."""
        return self.shape[index] if 0 <= index < len(self.shape) else " "

    def kind(self, index: int) -> str:
        """The class of the number word at `index`, `0` for a figure, a blank for what is no part of a numeral."""
        if self.letter(index) in "dyD":
            return "0"
        known = self.known.get(self.norms[index]) if 0 <= index < len(self.norms) else None
        return known.kind if known else " "

    def skip_joint(self, index: int) -> int:
        """The index after a hyphen or dash inside a numeral, or the same."""
        return index + 1 if self.letter(index) in "-~" and self.kind(index + 1) != " " else index

    def joins(self, index: int) -> bool:
        """Whether `and` or `et` stands at `index`, and does not part the two sides of `between`.

        It parts them where it is the first after `between` and no other follows its number: of `entre vingt et un et
        trente et un` only the second does. *Entre en vigueur* is a verb.
        """
        if self.letter(index) != "&" or self.words.values["and"].get(self.norms[index]) != "sum":
            return False
        _, between, side = self.shape[max(0, index - 8) : index].rpartition("b")
        return (
            not between or side.startswith("p") or "&" in side or _OTHER_SIDE.match(self.shape, index + 1) is not None
        )

    def below_thousand(self, index: int, joined: bool = True) -> tuple[Decimal, int]:
        """The amount of the number words from `index` and the last of them; `joined`: *and* may stand among them."""
        total, last, at = Decimal(0), index - 1, index
        while at - index < LONGEST:
            step = at
            if last >= index:
                step = self._next_word(at, total, joined)
            word = self.known.get(self.norms[step]) if step < len(self.norms) else None
            more = self._add(total, word, last < index) if word and word.kind in "ni" else None
            if more is None:
                break
            total, last, at = more, step, step + 1
        return total, last

    def _next_word(self, at: int, total: Decimal, joined: bool) -> int:
        """Where the next number word may stand: past a hyphen, or past `and` where that goes on with the number."""
        step = self.skip_joint(at)
        if self.letter(step) == "-" and self.letter(step + 1) == "&":
            step += 1
        return self.skip_joint(step + 1) if joined and self._and_goes_on(total, step) else step

    def _and_goes_on(self, total: Decimal, index: int) -> bool:
        """Whether `and` at `index` goes on with the number: one hundred and six, vingt et un."""
        step = index + 1 + (self.letter(index + 1) == "-")
        if not self.joins(index) or self.kind(step) not in "ni":
            return False
        amount = self.known[self.norms[step]].amount
        tens = total % 100
        after_tens = self.code == "fr" and tens in _BEFORE_AND and (amount in (1, 11) or self._is_mixed(amount, step))
        return (after_tens or (total >= 100 and not total % 100)) and self.fraction_at(step) is None

    def _is_mixed(self, amount: Decimal, index: int) -> bool:
        """Whether units at `index` go on with a fraction, so that tens before them do: vingt et trois et demi."""
        return amount < 10 and self.joins(index + 1) and self.fraction_at(index + 2) is not None

    def _add(self, total: Decimal, word: Word, begins: bool) -> Decimal | None:
        """`total` with one word more, or None where the word does not go on with it."""
        amount, low, french = word.amount, total % 100, self.code == "fr"
        if begins:
            return amount
        if word.multiplies and amount == HUNDRED:
            return total * amount if 0 < total < 100 and (total > 1 or not french) else None
        if word.multiplies and low == 4:
            return total + 76
        if not low:
            return total + amount if total >= 100 and 0 < amount < 100 else None
        if 0 < amount < 10 and not low % 10 and low != 10:
            return total + amount
        if french and ((low in (60, 80) and 10 <= amount < 20) or (low in (10, 70, 90) and 7 <= amount < 10)):
            return total + amount
        return None

    def share(self, index: int, plural: bool) -> Decimal | None:
        """What the fraction word at `index` says: 0.5 for half, 0.2 for a fifth; `plural`: several of them are told."""
        word = self.known.get(self.norms[index]) if index < len(self.norms) else None
        if word is None or word.kind not in "ho" or self._compound(index):
            return None
        if word.kind == "h":
            return word.amount
        if word.amount < 3 or (self.code == "en" and plural):
            return None
        return 1 / word.amount if self.norms[index].endswith("s") or self.ends_fraction(index) else None

    def _compound(self, index: int) -> bool:
        """Whether a hyphen makes one word of the fraction word at `index` and the next: half-time, demi-finale.

        A half-point is half of one.
        """
        if self.letter(index + 1) != "-" or self.letter(index - 1) == "-" or self.kind(index + 2) in "Sk":
            return False
        return index + 2 >= len(self.norms) or self.norms[index + 2] not in self.words.values["rate_point"]

    def ends_fraction(self, index: int) -> bool:
        """Whether an ordinal at `index` is a denominator.

        Of, a sign or the end follows it (a third of, un cinquième des).
        """
        return self.letter(index + 1) in " f.,;:)¶"

    def fraction_at(self, index: int) -> tuple[int, Decimal] | None:
        """The fraction below one from `index` (a half, three quarters, fifty-four hundredths).

        Its last token, its amount.
        """
        at, above = index + (self.letter(index) == "-"), ONE
        if self.letter(at) == "j":
            at += 1 + (self.letter(at + 1) == "-")
        elif self.kind(at) in "ni":
            above, last = self.below_thousand(at, joined=False)
            at = self.skip_joint(last + 1)
        elif self.kind(at) == "o":
            return None
        share = self.share(at, above != 1)
        if share is None or not 0 < above * share < 1:
            return None
        plural_of_one = above == 1 and self.kind(at) == "o" and self.norms[at].endswith("s")
        return None if plural_of_one else (at, ratio(above * share, ONE))

    def parts_of(self, part: Part) -> Part | None:
        """Two thirds, twenty-three fifths: `part` as the numerator of the fraction word after it.

        A tens word just before the fraction word belongs to that where something stands before both: one hundred
        thirty-fifths.
        """
        index = self.skip_joint(part.last + 1)
        ordinal = index > part.last + 1 and part.amount != 1 and not self.norms[index].endswith("s")
        share = self.share(index, part.amount != 1) if self.kind(index) in "ho" and not ordinal else None
        if share is None or part.amount <= 0 or (share == HALF * HALF and part.amount not in (1, 3)):
            return None
        above, below = part.amount, 1 / share
        tens = self.known.get(self.norms[part.last])
        if (
            tens
            and 20 <= tens.amount < 100
            and below < 10
            and part.last > part.first
            and self.letter(part.last - 1) not in "&-"
        ):
            above, below = above - tens.amount, below + tens.amount
        return Part(part.first, index, ratio(above, below))

    def one_of(self, part: Part) -> Part | None:
        """Un vingt-cinquième, cinq trente-deuxièmes, one one hundred and fifth.

        `part` is one or below twenty, of a fraction named by number words and an ordinal.
        """
        index = self.skip_joint(part.last + 1)
        if not 0 < part.amount < 20 or part.amount % 1 or self.kind(index) not in "ni":
            return None
        below, last = self.below_thousand(index)
        ordinal = last + 1
        while self.letter(ordinal) in "-&" and ordinal - last < 4:
            ordinal += 1
        if below < 20 or below % 10 or self.kind(ordinal) not in "ho" or not self.ends_fraction(ordinal):
            return None
        if part.amount != 1 and not self.norms[ordinal].endswith("s"):
            return None
        word = self.known[self.norms[ordinal]]
        return Part(
            part.first, ordinal, ratio(part.amount, below + (1 / word.amount if word.kind == "h" else word.amount))
        )
