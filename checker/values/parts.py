"""Numerals without range: figures and number words with their scales, collectives and fractions.

`46,000`, `1,5 million`, `two hundred thousand`, `une dizaine de milliers`, `tens of millions`, `3 millions et demi`,
`half a dozen`.
"""

from __future__ import annotations

from decimal import Decimal

from checker.values.figures import figure
from checker.values.numberwords import FIFTEEN, HALF, HUNDRED, ONE, Part, Word, WordReader, is_whole, ratio

_BOUNDLESS = Decimal(10) ** 30
_ALONE = "dyDSKk%$cU."
"""A text of such tokens only is one amount."""
_STEPS = 6
"""So many scales and collectives at the most follow one another."""
_DOZEN = Decimal(12)
_BELOW = frozenset((2, 3, 4, 5, 8, 16))
"""What the fraction of a mixed number is parted into: 22 1/2, 5 3/8."""


class PartReader(WordReader):
    """Reads one side of a range, or a whole numeral."""

    def part(self, index: int) -> Part | None:
        """The longest numeral without range from token `index`."""
        kind = self.kind(index)
        if kind == "0":
            return self._figure(index)
        if kind in "ni":
            return self._words(index)
        if kind == "S":
            return self._bare_scale(index)
        if kind in "kh":
            return self._noun(index, index)
        if self.letter(index) == "=" and self.kind(index + 1) in "0ni":
            found = self.part(index + 1)
            return found and Part(index, found.last, -found.amount, scale=found.scale)
        return None

    def _figure(self, index: int, limit: Decimal = _BOUNDLESS) -> Part | None:
        """A figure, with a minus sign glued to it, below `limit` with its scales."""
        amount = figure(self.norms[index], self.code, self.kind(index + 1) == "S")
        if amount is None:
            return None
        sign = index - 1
        if self._is_minus(sign):
            return self._scaled(Part(sign, index, -amount), limit)
        return self._scaled(self._mixed(Part(index, index, amount)), limit)

    def _mixed(self, part: Part) -> Part:
        """`part` with a fraction in figures after it: 22 1/2, 4-1/2; not the day and month of 3 1/2/2020."""
        at = part.last + 1
        at += self.letter(at) == "-"
        if self.shape[at : at + 3] != "d/d" or self.letter(at + 3) == "/" or not 0 < part.amount < 1000:
            return part
        above, below = int(self.norms[at]), int(self.norms[at + 2])
        joined = self.tokens.glued(at + 1) and self.tokens.glued(at + 2)
        if not joined or not is_whole(part.amount) or not 0 < above < below or below not in _BELOW:
            return part
        return Part(part.first, at + 2, part.amount + ratio(Decimal(above), Decimal(below)))

    def _is_minus(self, index: int) -> bool:
        """Whether the token before a figure is its minus sign: glued to it, or apart where no dash can stand.

        Apart it follows *de*, *à* or a bracket, or the figure is all of the text: `un solde de - 12`, `(- 3 %)`.
        """
        if self.letter(index) not in "-~" or self._touches(index):
            return False
        return (
            self.tokens.glued(index + 1)
            or self.letter(index - 1) in "f>("
            or (index == 0 and not self.shape[1:].strip(_ALONE))
        )

    def _touches(self, index: int) -> bool:
        """Whether the sign at `index` is glued to a word or figure before it."""
        return self.tokens.glued(index) and self.letter(index - 1) not in '(«"[$'

    def _words(self, index: int, limit: Decimal = _BOUNDLESS) -> Part | None:
        """Number words from `index`, with scales below `limit`."""
        amount, last = self.below_thousand(index)
        part = Part(index, last, amount, worded=True)
        if self.kind(last + 2) in "ni" and self.norms[last + 1] in self.words.values["point"]:
            part = self._decimals(part)
        following = self.skip_joint(last + 1)
        if last == index and self.kind(index) == "i" and self.kind(following) in "kho":
            noun = self._noun(following, index)
            if noun:
                return noun
        return self._scaled(part, limit)

    def _decimals(self, part: Part) -> Part:
        """`part` with decimals in words: two point five, deux virgule zéro trois."""
        at, zeros = part.last + 2, ""
        while self.kind(at) == "n" and not self.known[self.norms[at]].amount and len(zeros) < _STEPS:
            at, zeros = at + 1, zeros + "0"
        amount, last = self.below_thousand(at) if self.kind(at) in "ni" else (0, at - 1)
        return Part(part.first, last, part.amount + Decimal(f"0.{zeros}{amount}"), worded=True)

    def _scaled(self, part: Part, limit: Decimal = _BOUNDLESS) -> Part:
        """`part` with the scales and fractions that follow: 1.5 million, two hundred thousand, 3 millions et demi."""
        for _ in range(_STEPS):
            following = self.skip_joint(part.last + 1)
            word = self.known.get(self.norms[following]) if following < len(self.norms) else None
            if word is None:
                break
            if word.kind == "S" and word.amount < limit:
                part = self._rest(
                    Part(part.first, following, part.amount * word.amount, scale=word.amount, worded=True)
                )
            elif self._is_hundred(part, following, word):
                part = self._rest(Part(part.first, following, part.amount * HUNDRED, scale=HUNDRED, worded=True))
            elif word.kind == "k" and part.amount < 1000 and self._multiplies(word):
                part = self._collected(part, following, word)
            else:
                break
        return self._with_fraction(part)

    def _is_hundred(self, part: Part, index: int, word: Word) -> bool:
        """Whether `hundred` multiplies a figure; *cents* are coins but where a number goes on after them."""
        if part.worded or not word.multiplies or word.amount != HUNDRED:
            return False
        return self.norms[index] != "cents" or (self.letter(index + 1) == "&" and self.kind(index + 2) in "0n")

    def _multiplies(self, word: Word) -> bool:
        """Whether a collective is multiplied by what stands before it (three dozen, deux douzaines)."""
        return word.amount in (_DOZEN, 2 * _DOZEN) or (self.code == "fr" and not word.high)

    def _collected(self, part: Part, index: int, word: Word) -> Part:
        """`part` dozens; of three hundred and two dozens two are dozens."""
        size = _DOZEN if word.high else word.amount
        above = part.amount - part.amount % 100 if part.amount % 100 else Decimal(0)
        return Part(
            part.first, index, above + (part.amount - above) * size, about=word.about and size != 12, scale=size
        )

    def _rest(self, part: Part) -> Part:
        """`part` with a smaller numeral that goes on after its scale: two million three hundred thousand."""
        following = self.skip_joint(part.last + 1)
        joined = self.joins(following)
        if joined:
            following += 1
        kind = self.kind(following)
        lone_one = kind == "i" and not joined and part.scale > 1000 and self.kind(following + 1) not in "Sn"
        glued = self.letter(following - 1) in "-~"
        plain = kind == "0" and (not joined or part.scale <= 1000) and self._is_plain(following) and not glued
        if lone_one or not (kind in "ni" or plain) or self.fraction_at(following):
            return part
        rest = self._figure(following, part.scale) if kind == "0" else self._words(following, part.scale)
        if (
            rest is None
            or rest.high
            or rest.first != following
            or not 0 < rest.amount < part.scale
            or (joined and rest.amount % 1)
        ):
            return part
        return Part(part.first, rest.last, part.amount + rest.amount, scale=part.scale, worded=True)

    def _is_plain(self, index: int) -> bool:
        """Whether the figure at `index` goes on after a scale word: 4 thousand 3 hundred, 1 million 200 000."""
        return self.letter(index - 1) == "&" or self.kind(index + 1) in "Sn" or " " in self.norms[index]

    def _with_fraction(self, part: Part) -> Part:
        """`part` with `and a half`, `et demi`, `½` after it; after a scale the fraction is one of the scale."""
        following = part.last + 1
        following += self.letter(following) == "-" and self.letter(following + 1) == "&"
        fraction = self.fraction_at(following + 1) if self.joins(following) else None
        beside = self.tokens.glued(following) or (not part.worded and is_whole(part.amount))
        if self.kind(following) == "h" and beside and len(self.norms[following]) == 1:
            fraction = following, self.known[self.norms[following]].amount
        if fraction is None or part.high or part.amount < 0:
            over = self.parts_of(part)
            return self._of_scale(over) if over else self.one_of(part) or part
        last, share = fraction
        scaled = self.kind(last + 1) == "S"
        scale = self.known[self.norms[last + 1]].amount if scaled else ONE
        if scaled and part.scale == 1:
            return Part(part.first, last + 1, (part.amount + share) * scale, scale=scale)
        share *= scale if scaled else part.scale
        return Part(part.first, last + scaled, FIFTEEN.add(part.amount, share).normalize(), scale=part.scale)

    def _noun(self, index: int, first: int) -> Part | None:
        """A collective or a fraction from `index`; `first` is its `one` or `un`, where there is one."""
        word = self.known[self.norms[index]]
        if word.kind == "k":
            return self._of_scale(Part(index, index, word.amount, word.high, word.about))
        share = self.share(index, False)
        if share is None:
            return None
        if share == HALF and self.code == "en" and self.letter(index + 1) == "j" and self.kind(index + 2) in "Sk":
            size = self.known[self.norms[index + 2]].amount
            return Part(index, index + 2, share * size, scale=size)
        following = self.skip_joint(index + 1)
        if self.kind(following) == "k" and self.code == "fr":
            return Part(first, following, share * self.known[self.norms[following]].amount)
        return self._of_scale(Part(first, index, ratio(share, ONE)))

    def _of_scale(self, part: Part) -> Part:
        """`part` with the scales after it.

        Dizaine de milliers, tens of millions, a quarter of a million, demi-million.
        """
        for _ in range(2):
            following = self.skip_joint(part.last + 1)
            following += self.letter(following) == "f"
            following += self.letter(following) == "j" and self.letter(following - 1) == "f"
            if self.kind(following) != "S":
                break
            scale = self.known[self.norms[following]].amount
            high = part.high * scale if part.high else None
            part = Part(part.first, following, part.amount * scale, high, part.about, scale)
        return part

    def _bare_scale(self, index: int) -> Part | None:
        """A scale without figure: mille, a million, thousands, des millions."""
        norm, scale = self.norms[index], self.known[self.norms[index]].amount
        if norm == "milliers" or (norm.endswith("s") and norm[:-1] in self.known):
            return self._of_scale(Part(index, index, 2 * scale, 999 * scale))
        if not norm.isalpha() or len(norm) < 4:
            return None
        return self._scaled(self._rest(Part(index, index, scale, scale=scale, worded=True)))
