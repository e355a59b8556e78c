"""Figures and number words to Decimals: `46,000`, `twenty-six`, `1,5 million`, `une quarantaine`, `3 à 5`, `two thirds`.

`read_at` is what the grammars use. What it returns knows nothing of what is counted: units, currencies and nouns are the callers'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from checker.language import Lexicon
from checker.language.nouns import nouns
from checker.model.value import Modifier
from checker.values.figures import figure
from checker.values.lexer import Tokens

LONGEST = 40
"""A numeral is looked for in so many tokens at the most."""
_FIFTEEN = Context(prec=15)
_HUNDRED = Decimal(100)
_ONE = Decimal(1)


class Numeral(NamedTuple):
    """A numeral from token `first` to token `last`, inclusive; a leading article (`a`, `une` before `dizaine`) is left out.

    `amount` is None where only bounds are said; `low` and `high` are inclusive and None but for a range. `modifier` is that of the
    phrase just before or after, `range` where there are bounds, else `exact`.
    """

    first: int
    last: int
    amount: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier = "exact"


class _Word(NamedTuple):
    """What a word says in a numeral: `kind` is the letter of its class, the others its value."""

    kind: str
    amount: Decimal
    high: Decimal | None = None
    about: bool = False
    multiplies: bool = False


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
def _vocabulary(words: Lexicon) -> Mapping[str, _Word]:
    return {norm: _word(kind, value) for name, kind in _SECTIONS for norm, value in words.values[name].items()}


def _word(kind: str, value: str) -> _Word:
    low, _, high = value.partition("-")
    if kind == "h":
        above, _, below = value.partition("/")
        return _Word(kind, Decimal(above) / Decimal(below))
    return _Word(
        kind, Decimal(low.rstrip("*~")), Decimal(high) if high else None, value.endswith("~"), value.endswith("*")
    )


def ratio(above: Decimal, below: Decimal) -> Decimal:
    """The quotient with 15 significant digits."""
    return _FIFTEEN.divide(above, below).normalize()


@dataclass(slots=True)
class _Part:
    """A numeral without range: it ends at token `last`; `scale` is the last word that multiplied."""

    first: int
    last: int
    amount: Decimal
    high: Decimal | None = None
    about: bool = False
    scale: Decimal = _ONE
    worded: bool = False


class _Reader:
    """Reads the numerals of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens, self.code = tokens, words.code
        self.norms, self.shape = tokens.norms, tokens.shape
        self.known = _vocabulary(words)
        self.words = words

    def kind(self, index: int) -> str:
        """The class of the number word at `index`, `0` for a figure, empty for what is no part of a numeral."""
        if index >= len(self.norms):
            return ""
        if self.shape[index] in "dyD":
            return "0"
        known = self.known.get(self.norms[index])
        return known.kind if known else ""

    def skip_joint(self, index: int) -> int:
        """The index after a glued hyphen, or the same."""
        return index + 1 if index < len(self.shape) and self.shape[index] in "-~" and self.kind(index + 1) else index

    def part(self, index: int) -> _Part | None:
        """The longest numeral without range from token `index`."""
        kind = self.kind(index)
        if kind == "0":
            found = self._figure(index)
        elif kind in ("n", "i"):
            found = self._words(index)
        elif kind == "S":
            found = self._bare_scale(index)
        elif kind in ("k", "h"):
            found = self._noun(index, index)
        elif self.shape[index] == "=" and self.kind(index + 1) in ("0", "n", "i"):
            found = self.part(index + 1)
            if found:
                found = _Part(index, found.last, -found.amount, scale=found.scale)
        else:
            return None
        return found

    def _figure(self, index: int) -> _Part | None:
        amount = figure(self.norms[index], self.code, self.kind(index + 1) == "S")
        if amount is None:
            return None
        first = index
        if index and self.shape[index - 1] in "-~" and self.tokens.glued(index) and not self._touches(index - 1):
            first, amount = index - 1, -amount
        return self._scaled(_Part(first, index, amount))

    def _touches(self, index: int) -> bool:
        """Whether the sign at `index` is glued to a word or figure before it."""
        return self.tokens.glued(index) and self.shape[index - 1] not in '(«"[$'

    def _words(self, index: int) -> _Part | None:
        """Number words: those below a thousand, then scales."""
        amount, last = self._below_thousand(index)
        part = _Part(index, last, amount, worded=True)
        if self.kind(last + 2) in ("n", "i") and self.norms[last + 1] in self.words.values["point"]:
            part = self._decimals(part)
        following = self.skip_joint(last + 1)
        if last == index and self.kind(index) == "i" and self.kind(following) in ("k", "h", "o"):
            noun = self._noun(following, index)
            if noun:
                return noun
        return self._scaled(part)

    def _decimals(self, part: _Part) -> _Part:
        """`part` with decimals in words: two point five, deux virgule zéro trois."""
        at, zeros = part.last + 2, ""
        while self.kind(at) == "n" and self.known[self.norms[at]].amount == 0 and len(zeros) < LONGEST:
            at, zeros = at + 1, zeros + "0"
        amount, last = self._below_thousand(at) if self.kind(at) in ("n", "i") else (None, at - 1)
        part.amount += Decimal(f"0.{zeros}{amount if amount is not None else ''}0")
        part.last = last
        return part

    def _below_thousand(self, index: int, amount: Decimal | None = None) -> tuple[Decimal, int]:
        """The amount of the words from `index` and the last of them; `amount` is what stood before."""
        total, last, at = amount or Decimal(0), index - 1, index
        while at < len(self.norms) and at - index < LONGEST:
            step = at
            if last >= index:
                step = self.skip_joint(at)
                if self.shape[step] == "-" and self.shape[step + 1 : step + 2] == "&":
                    step += 1
                if self.shape[step] == "&" and self._and_joins(total, step):
                    step = self.skip_joint(step + 1)
                    if step >= len(self.norms):
                        break
            word = self.known.get(self.norms[step])
            if word is None or word.kind not in "ni" or (more := self._add(total, word, last < index)) is None:
                break
            total, last, at = more, step, step + 1
        return total, last

    def _and_joins(self, total: Decimal, index: int) -> bool:
        """Whether `and` at `index` goes on with the number word: one hundred and six, vingt et un."""
        if self.norms[index] not in ("and", "et"):
            return False
        step = index + 1
        if step < len(self.shape) and self.shape[step] in "-":
            step += 1
        word = self.known.get(self.norms[step]) if step < len(self.norms) else None
        if word is None or word.kind not in "ni" or self._within_pair(index):
            return False
        if self._fraction_at(step) is not None:
            return False
        if self.code == "fr" and word.amount in (1, 11) and 20 <= total % 100 <= 70 and total % 10 == 0:
            return True
        return total >= 100 and total % 100 == 0

    def _within_pair(self, index: int) -> bool:
        """Whether `and` at `index` parts the two sides of `between`."""
        return "b" in self.shape[max(0, index - 8) : index]

    def _add(self, total: Decimal, word: _Word, begins: bool) -> Decimal | None:
        """`total` with one word more, or None where the word does not go on with it."""
        amount, low = word.amount, total % 100
        if word.multiplies and amount == _HUNDRED:
            if begins and not total:
                return amount
            return total * amount if 0 < total < 100 and (total > 1 or self.code == "en") else None
        if begins and not total:
            return amount
        if word.multiplies and low == 4:
            return total + 76
        if amount < 10 and low % 10 == 0 and low != 10 and (amount or total) and (low or total >= 100):
            return total + amount
        french = self.code == "fr" and (low in (60, 80) or low == 10 and amount >= 7 and amount < 10)
        if 10 <= amount < 20 and french or amount < 10 and french and low in (10, 70, 90):
            return total + amount
        return total + amount if amount >= 10 and not low and total >= 100 else None

    def _scaled(self, part: _Part) -> _Part:
        """`part` with the scales and fractions that follow: 1.5 million, two hundred thousand, 3 millions et demi."""
        for _ in range(LONGEST):
            following = self.skip_joint(part.last + 1)
            kind = self.kind(following)
            if kind == "S":
                part = self._times(part, following)
            elif (
                kind == "n"
                and (self.known[self.norms[following]].multiplies)
                and not part.worded
                and self._hundred(part, following)
            ):
                part.amount, part.last, part.worded = part.amount * 100, following, True
                part.scale = _HUNDRED
                part = self._rest(part)
            elif kind == "k" and part.amount < 1000 and self._collective(part, following):
                word = self.known[self.norms[following]]
                size = Decimal(12) if word.high else word.amount
                above = part.amount - part.amount % 100 if part.amount % 100 else Decimal(0)
                part = _Part(
                    part.first,
                    following,
                    above + (part.amount - above) * size,
                    scale=size,
                    about=word.about and size != 12,
                )
            else:
                return self._with_fraction(part)
        return part

    def _hundred(self, part: _Part, index: int) -> bool:
        """Whether `hundred` at `index` multiplies a figure; *cents* are coins but where a number goes on after them."""
        if self.known[self.norms[index]].amount != _HUNDRED:
            return False
        return (
            self.norms[index] != "cents"
            or self.shape[index + 1 : index + 2] == "&"
            and self.kind(index + 2) in ("0", "n")
        )

    def _collective(self, part: _Part, index: int) -> bool:
        """Whether `dozen` and its like at `index` are multiplied by what stands before (three dozen, deux douzaines)."""
        word = self.known[self.norms[index]]
        return word.amount in (12, 24) or self.code == "fr" and not word.high

    def _times(self, part: _Part, index: int) -> _Part:
        scale = self.known[self.norms[index]].amount
        amount = (part.amount or _ONE) * scale if part.amount >= 0 else part.amount * scale
        return self._rest(_Part(part.first, index, amount, scale=scale, worded=True))

    def _rest(self, part: _Part) -> _Part:
        """`part` with a smaller numeral that goes on after its scale: two million three hundred thousand."""
        following = self.skip_joint(part.last + 1)
        if following < len(self.shape) and self.shape[following] == "&" and self.norms[following] in ("and", "et"):
            if self._within_pair(following):
                return part
            following += 1
            if self.kind(following) == "0" and part.scale > 1000:
                return part
        kind = self.kind(following)
        if (
            kind == "i"
            and self.kind(following + 1) not in ("S", "n")
            and following == part.last + 1
            and part.scale > 1000
        ):
            return part
        if kind not in ("n", "i") and not (kind == "0" and self._is_plain(following)):
            return part
        if self._fraction_at(following):
            return part
        rest = self._figure(following) if kind == "0" else self._words(following)
        if rest is None or rest.high or rest.first != following or not 0 < rest.amount < part.scale:
            return part
        return _Part(part.first, rest.last, part.amount + rest.amount, scale=part.scale, worded=True)

    def _is_plain(self, index: int) -> bool:
        """Whether the figure at `index` goes on after a scale word: 4 thousand 3 hundred, 1 million 200 000."""
        before = self.shape[index - 1]
        return before == "&" or self.kind(index + 1) in ("S", "n") or " " in self.norms[index]

    def _with_fraction(self, part: _Part) -> _Part:
        """`part` with `and a half`, `et demi`, `½` after it; after a scale the fraction is one of the scale."""
        following = part.last + 1
        joined = following < len(self.shape) and self.shape[following] == "&" and self.norms[following] in ("and", "et")
        fraction = self._fraction_at(following + 1) if joined else None
        if (
            not joined
            and self.kind(following) == "h"
            and self.tokens.glued(following)
            and len(self.norms[following]) == 1
        ):
            fraction = following, self.known[self.norms[following]].amount
        if fraction is None or part.high or part.amount < 0:
            index = self.skip_joint(following)
            over = self._over(part, index) if self.kind(index) in ("h", "o") else None
            if self.kind(index) in ("n", "i") and part.amount == 1:
                over = self._one_over(part, index)
            return over or part
        last, share = fraction
        if self.kind(last + 1) == "S" and not part.worded or self.kind(last + 1) == "S" and part.scale == 1:
            scale = self.known[self.norms[last + 1]].amount
            return _Part(part.first, last + 1, (part.amount + share) * scale, scale=scale)
        if self.kind(last + 1) == "S":
            share, last = share * self.known[self.norms[last + 1]].amount / part.scale, last + 1
        return _Part(part.first, last, _FIFTEEN.add(part.amount, share * part.scale).normalize(), scale=part.scale)

    def _over(self, part: _Part, index: int) -> _Part | None:
        """two thirds, un cinquième, twenty-three fifths: `part` of the fraction word at `index`; of a scale where one follows.

        A tens word just before the fraction word belongs to it where something stands before both: one hundred thirty-fifths.
        """
        share = self._share(index, part.amount != 1)
        if share is None or part.amount <= 0 or share == Decimal("0.25") and part.amount not in (1, 3):
            return None
        above, below = part.amount, 1 / share
        tens = self.known.get(self.norms[part.last])
        if (
            tens
            and 20 <= tens.amount < 100
            and below < 10
            and part.last > part.first
            and self.shape[part.last - 1] not in "&-"
        ):
            above, below = above - tens.amount, below + tens.amount
        return self._of_scale(_Part(part.first, index, ratio(above, below)))

    def _one_over(self, part: _Part, index: int) -> _Part | None:
        """un vingt-cinquième, one one hundred and fifth: one of a fraction named by number words and an ordinal."""
        below, last = self._below_thousand(index)
        ordinal = last + 1
        while ordinal < len(self.shape) and self.shape[ordinal] in "-&" and ordinal - last < 4:
            ordinal += 1
        if below < 20 or below % 10 or self.kind(ordinal) not in ("h", "o") or not self._ends_fraction(ordinal):
            return None
        word = self.known[self.norms[ordinal]]
        below += 1 / word.amount if word.kind == "h" else word.amount
        return _Part(part.first, ordinal, ratio(_ONE, below))

    def _share(self, index: int, plural: bool) -> Decimal | None:
        """What the fraction word at `index` says: a half, a third, a fifth."""
        word = self.known.get(self.norms[index]) if index < len(self.norms) else None
        if word is None or word.kind not in "ho":
            return None
        if self.shape[index + 1 : index + 2] == "-" and self.kind(index + 2) not in ("S", "k"):
            return None
        if word.kind == "h":
            return word.amount
        if word.amount < 3 or self.code == "en" and plural:
            return None
        if not self.norms[index].endswith("s") and not self._ends_fraction(index):
            return None
        return 1 / word.amount

    def _ends_fraction(self, index: int) -> bool:
        """Whether an ordinal at `index` is a denominator: of, a sign or the end follows it (a third of, un cinquième des)."""
        following = self.shape[index + 1 : index + 2]
        return not following or following in "f.,;:)¶"

    def _fraction_at(self, index: int) -> tuple[int, Decimal] | None:
        """The fraction below one from `index` (a half, three quarters, fifty-four hundredths): its last token and amount."""
        start, above = index, _ONE
        if self.shape[start : start + 1] == "j":
            start += 1
        elif self.kind(start) in ("n", "i"):
            above, last = self._below_thousand(start)
            start = self.skip_joint(last + 1)
        share = self._share(start, above != 1)
        if (
            share is None
            or not 0 < above * share < 1
            or above == 1
            and self.kind(start) == "o"
            and self.norms[start].endswith("s")
        ):
            return None
        return start, ratio(above * share, _ONE)

    def fraction(self, index: int) -> Numeral | None:
        """The fraction that an ordinal at `index` after an article says: a third of."""
        share = self._share(index, False)
        if share is None:
            return None
        modifier = modifier_before(self.tokens, self.words, index) or "exact"
        return Numeral(index, index, ratio(share, _ONE), modifier=modifier)

    def _noun(self, index: int, first: int) -> _Part | None:
        """A collective or a fraction from `index`; `first` is its `one` or `un`, where there is one."""
        word = self.known[self.norms[index]]
        if word.kind == "k":
            return self._of_scale(_Part(index, index, word.amount, word.high, word.about))
        share = self._share(index, False)
        if share is None:
            return None
        if (
            first == index
            and word.amount == Decimal("0.5")
            and self.code == "en"
            and self.shape[index + 1 : index + 2] == "j"
        ):
            joined = index + 2
            if self.kind(joined) in ("S", "k"):
                size = self.known[self.norms[joined]].amount
                return _Part(index, joined, share * size, scale=size)
        following = self.skip_joint(index + 1)
        if self.kind(following) == "k" and self.code == "fr":
            return _Part(first, following, share * self.known[self.norms[following]].amount)
        return self._of_scale(_Part(first, index, ratio(share, _ONE)))

    def _of_scale(self, part: _Part) -> _Part:
        """`part` with the scale after it: dizaine de milliers, tens of millions, a quarter of a million, demi-million."""
        following = self.skip_joint(part.last + 1)
        if following < len(self.shape) and self.shape[following] == "f":
            following += 1
            if following < len(self.shape) and self.shape[following] == "j":
                following += 1
        if self.kind(following) != "S":
            return part
        scale = self.known[self.norms[following]].amount
        high = part.high * scale if part.high else None
        return self._of_scale(_Part(part.first, following, part.amount * scale, high, part.about, scale))

    def _bare_scale(self, index: int) -> _Part | None:
        """A scale without figure: mille, a million, thousands, des millions."""
        norm = self.norms[index]
        scale = self.known[norm].amount
        if norm.endswith("s") and scale >= 1000 and norm[:-1] in self.known or norm == "milliers":
            return self._of_scale(_Part(index, index, 2 * scale, 999 * scale))
        if not norm.isalpha() or len(norm) < 4:
            return None
        return (
            self._scaled(_Part(index, index, scale, scale=scale, worded=True))
            if norm != "mille"
            else self._thousand(index)
        )

    def _thousand(self, index: int) -> _Part:
        return self._scaled(self._rest(_Part(index, index, Decimal(1000), scale=Decimal(1000), worded=True)))

    def between(self, part: _Part) -> _Part | None:
        """The other end of a range that `part` begins: 3 à 5, three to five, 3–5, between 3 and 5, deux ou trois."""
        at = part.last + 1
        if at + 1 >= len(self.shape) or part.high or self.kind(part.first) in ("h", "o"):
            return None
        sign = self.shape[at]
        paired = "b" in self.shape[max(0, part.first - 2) : part.first]
        if is_movement(self.tokens, self.words, part.first, at):
            return None
        if sign == ">" or sign in "-~" or sign == "&" and (paired or self.norms[at] in ("or", "ou")):
            start = at + 1
            while start < len(self.shape) and self.shape[start] in "xc$" and start - at < 3:
                start += 1
            other = self.part(start)
        else:
            return None
        if other is None or other.high or other.amount <= 0:
            return None
        if sign in "-~" and (
            other.first != start or self.kind(part.first) != self.kind(other.first) and part.first == part.last
        ):
            return None
        return other if sign != "&" or paired or _neighbours(part, other) else None


def _neighbours(part: _Part, other: _Part) -> bool:
    """Whether `a or b` is a range: two figures close to one another, at the scale of the second."""
    second = other.amount / other.scale
    return part.amount < second <= part.amount + max(_ONE, part.amount)


@cache
def _modifiers(words: Lexicon) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return words.values["modifier"], words.values["after"]


def modifier_before(tokens: Tokens, words: Lexicon, index: int) -> Modifier | None:
    """What the phrase just before token `index` says: `about`, `more_than` ...; an article or currency sign may stand between."""
    before, at = _modifiers(words)[0], index - 1
    while at >= 0 and index - at < 4 and (tokens.shape[at] in "Ajif$c" or tokens.norms[at] == "reported"):
        at -= 1
    if at < 0:
        return None
    return before.get(tokens.norms[at])  # type: ignore[return-value]


def modifier_after(tokens: Tokens, words: Lexicon, index: int) -> Modifier | None:
    """What the phrase just after token `index` says: `ou plus`, `or so`."""
    after = _modifiers(words)[1]
    return after.get(tokens.norms[index + 1]) if index + 1 < len(tokens.norms) else None  # type: ignore[return-value]


def _low(part: _Part, other: _Part) -> Decimal:
    """The lower end of a range, at the scale of the upper where it goes without saying: 3 à 5 milliards, two to three hundred."""
    if part.scale == 1 and other.scale > 1 and part.amount * other.scale < other.amount:
        return part.amount * other.scale
    if part.amount < 10 and other.worded and other.amount % 100 == 0 and part.amount * 100 < other.amount < 1000:
        return part.amount * 100
    return part.amount


def is_movement(tokens: Tokens, words: Lexicon, first: int, joint: int) -> bool:
    """Whether `from A to B` (A begins at `first`, *to* is `joint`) tells a change, not a range: rose from 3 to 5, passé de 3 à 5."""
    if tokens.shape[joint] != ">" or first < 2 or tokens.norms[first - 1] not in ("from", "de", "d'"):
        return False
    moving = words.values["movement"]
    return any(norm in moving for norm in tokens.norms[max(0, first - 8) : first - 1])


def proportion(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Numeral | None:
    """One in three, 1 sur 3, deux Français sur trois, one out of three, 3/4: the share as a number, or None."""
    shape, norms, at = tokens.shape, tokens.norms, numeral.last + 1
    above = numeral.amount
    if above is None or not 0 < abs(above) < 1000 or at + 1 >= len(shape):
        return None
    if words.code == "fr" and shape[at] in "LCRO" and at + 2 < len(shape):
        at += 1
    if norms[at] not in words.values["share"] or (shape[numeral.last + 1] == "/" and not tokens.glued(at)):
        return None
    below = read_at(tokens, words, at + 1)
    if below is None or below.amount is None or below.first != at + 1 or not abs(above) < below.amount:
        return None
    if norms[at] == "in" and not (above < 10 and below.amount in _ROUND):
        return None
    if (
        norms[at] == "/"
        and below.amount not in (2, 3, 4, 5, 8, 10)
        or norms[at] in ("over", "sur")
        and _counts(tokens, words, below.last)
    ):
        return None
    return Numeral(numeral.first, below.last, ratio(above, below.amount), modifier=numeral.modifier)


def _counts(tokens: Tokens, words: Lexicon, last: int) -> bool:
    """Whether a noun or unit follows the figure that ends at `last`."""
    following = last + 1
    if following >= len(tokens.shape):
        return False
    return tokens.shape[following] in "uU2%c$" or tokens.norms[following] in nouns(words.code).plurals


_ROUND = frozenset(
    Decimal(number)
    for number in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000)
)


def read_at(tokens: Tokens, words: Lexicon, index: int) -> Numeral | None:
    """The numeral from token `index`, the longest, or None. *one*, *un*, *une* and an article before a collective may begin it."""
    reader = _Reader(tokens, words)
    if tokens.shape[index] == "j":
        index += 1
        if reader.kind(index) == "o":
            return reader.fraction(index)
        if (
            reader.kind(index) not in ("S", "k", "h", "n")
            or tokens.norms[index] not in _AFTER_A
            and reader.kind(index) == "n"
        ):
            return None
    part = reader.part(index)
    if part is None:
        return None
    hyphen = part.last + 1
    if part.worded and reader.kind(hyphen + 1) == "o" and tokens.shape[hyphen] == "-":
        return None
    modifier = modifier_before(tokens, words, part.first)
    if other := reader.between(part):
        low = _low(part, other)
        if low < other.amount:
            return Numeral(part.first, other.last, None, low, other.amount, "range")
    if part.high is not None:
        return Numeral(part.first, part.last, None, part.amount, part.high, "range")
    modifier = modifier or modifier_after(tokens, words, part.last) or ("about" if part.about else "exact")
    return Numeral(part.first, part.last, part.amount, modifier=modifier)


_AFTER_A = frozenset({"hundred"})
