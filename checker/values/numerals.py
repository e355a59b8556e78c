"""Figures and number words as one numeral, with range and modifier: `nearly 40`, `3 à 5 milliards`, `un tiers`,
`dozens`.

`read_at` is what the grammars use. What it returns knows nothing of what is counted: units, currencies and nouns are
the callers'.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, cast

from checker.language import Lexicon
from checker.language.nouns import nouns
from checker.model.value import Modifier
from checker.values.lexer import Tokens
from checker.values.numberwords import HUNDRED, ONE, Part, ratio
from checker.values.parts import PartReader

_BACK = 8
"""So many words before a figure are looked at for a verb of change."""
_WHOLES = frozenset(
    Decimal(number)
    for number in (*range(2, 11), 12, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000)
)
"""What *one in …* can be told of without counting things in places."""
_MOST = Decimal(1000)
"""A share of figures as large as this is told as two amounts."""
_SLASHED = frozenset(Decimal(number) for number in (2, 3, 4, 5, 8, 10))


class Numeral(NamedTuple):
    """A numeral from token `first` to `last`, inclusive; a leading article (`a`, `une` before `dizaine`) is left out.

    `amount` is None where only bounds are said; `low` and `high` are inclusive and None but for a range. `modifier`
    is that of the phrase just before or after, `range` where there are bounds, else `exact`.
    """

    first: int
    last: int
    amount: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier = "exact"


def read_at(tokens: Tokens, words: Lexicon, index: int) -> Numeral | None:
    """The numeral from token `index`, the longest, or None.

    *one*, *un*, *une* and an article before a collective may begin it.
    """
    reader = PartReader(tokens, words)
    if tokens.shape[index] == "j":
        index += 1
        kind = reader.kind(index)
        if kind == "o":
            share = reader.share(index, False)
            part = Part(index, index, ratio(share, ONE)) if share else None
        else:
            multiplies = kind == "n" and reader.known[tokens.norms[index]].multiplies
            part = reader.part(index) if multiplies or kind in "Skh" else None
    else:
        part = reader.part(index)
    if part is None or _is_ordinal(reader, part):
        return None
    if other := _other_end(reader, part):
        low = _low(part, other)
        if low < other.amount:
            return Numeral(part.first, other.last, None, low, other.amount, "range")
    if part.high is not None:
        return Numeral(part.first, part.last, None, part.amount, part.high, "range")
    modifier = modifier_before(tokens, words, part.first) or modifier_after(tokens, words, part.last)
    return Numeral(part.first, part.last, part.amount, modifier=modifier or ("about" if part.about else "exact"))


def _is_ordinal(reader: PartReader, part: Part) -> bool:
    """Whether number words go on with an ordinal: vingt-troisième, vingt et unième, deux centième, two hundredth."""
    at = part.last + 1
    hyphen = reader.letter(at) == "-"
    joint = at + hyphen
    joined = reader.joins(joint)
    at = joint + joined + (joined and reader.letter(joint + 1) == "-")
    if not part.worded or reader.kind(at) != "o":
        return False
    ordinal = reader.known[reader.norms[at]].amount
    if joined:
        return ordinal in (1, 11) if reader.code == "fr" else part.amount >= HUNDRED > ordinal
    return hyphen or (ordinal >= HUNDRED and not reader.norms[at].endswith("s"))


def modifier_before(tokens: Tokens, words: Lexicon, index: int) -> Modifier | None:
    """What the phrase just before token `index` says: `about`, `more_than` .

    An article or currency sign may stand between. Where figures are compared (*9 percent fewer than the 141,000 of
    2024*, *three more than 12*) it says nothing of the second.
    """
    at = index - 1
    while at >= 0 and index - at < 4 and tokens.shape[at] in "Ajif$c":
        at -= 1
    if at < 0:
        return None
    if at > 0 and tokens.shape[at - 1] in "u2U" and tokens.norms[at] in words.values["during"]:
        return None  # 18,000 hours over 9,000 flights
    compares = tokens.shape[at + 1 : index].startswith("A") or (at > 0 and tokens.shape[at - 1] in "%dnh")
    if compares and tokens.norms[at] in words.values["comparing"]:
        return None
    return cast(Modifier | None, words.values["modifier"].get(tokens.norms[at]))


def modifier_after(tokens: Tokens, words: Lexicon, index: int) -> Modifier | None:
    """What the phrase just after token `index` says: `ou plus`, `or so`."""
    at = index + 1
    return cast(Modifier | None, words.values["after"].get(tokens.norms[at])) if at < len(tokens.norms) else None


def _other_end(reader: PartReader, part: Part) -> Part | None:
    """The other end of a range that `part` begins: 3 à 5, three to five, 3–5, 3- to 5-, between 3 and 5, un ou deux."""
    at = part.last + 1
    hyphened = reader.letter(at + 1) == ">" and reader.letter(at) in "-~" and reader.tokens.glued(at)
    at += hyphened
    sign = reader.letter(at)
    if (
        sign not in ">-~&"
        or part.high
        or reader.kind(part.first) in "ho"
        or is_movement(reader.tokens, reader.words, part.first, at)
    ):
        return None
    reach = 3 if reader.letter(part.first - 1) == "$" else 2
    paired = "b" in reader.shape[max(0, part.first - reach) : part.first]
    if sign == "&" and not paired and reader.words.values["and"].get(reader.norms[at]) != "choice":
        return None
    start = at + 1 + (hyphened and reader.letter(at + 1) == "-")
    while start - at < 3 and (reader.letter(start) in "xc$" or _begins_sign(reader, start)):
        start += 1
    other = reader.part(start) if start < len(reader.shape) else None
    if other is None or other.high or other.amount <= 0:
        return None
    if sign in "-~" and (
        other.first != start or (part.first == part.last and reader.kind(part.first) != reader.kind(start))
    ):
        return None
    return other if sign != "&" or paired or _near(part, other) else None


def _begins_sign(reader: PartReader, index: int) -> bool:
    """Whether the token says whose dollar the sign after it is: US$, C$."""
    return reader.letter(index + 1) == "$" and reader.tokens.glued(index + 1) and reader.kind(index) == " "


def _near(part: Part, other: Part) -> bool:
    """Whether `a or b` is a range: two figures close to one another, at the scale of the second."""
    second = other.amount / other.scale
    return part.amount < second <= part.amount + max(ONE, part.amount)


def _low(part: Part, other: Part) -> Decimal:
    """The lower end of a range, at the scale of the upper where it goes without saying.

    3 à 5 milliards, two to three hundred.
    """
    if part.scale == 1 and other.scale > 1 and part.amount * other.scale < other.amount:
        return part.amount * other.scale
    if other.worded and part.amount < 10 and part.amount * 100 < other.amount < 1000 and not other.amount % 100:
        return part.amount * 100
    return part.amount


def is_movement(tokens: Tokens, words: Lexicon, first: int, joint: int) -> bool:
    """Whether `from A to B` tells a change, not a range: rose from 3 to 5, passé de 3 à 5.

    A begins at token `first`, a currency sign may stand before it; *to* is token `joint`.
    """
    while tokens.letter(first - 1) == "$":
        first -= 1
    if tokens.shape[joint] != ">" or first < 2 or tokens.norms[first - 1] not in words.values["from"]:
        return False
    moving = words.values["movement"]
    return any(norm in moving for norm in tokens.norms[max(0, first - _BACK) : first - 1])


def proportion(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Numeral | None:
    """One in three, 1 sur 3, deux Français sur trois, one out of three, 3/4: the share as a number, or None.

    Of figures of a thousand and more only a text that is nothing but a quotient makes one.
    """
    shape, norms, at, above = tokens.shape, tokens.norms, numeral.last + 1, numeral.amount
    if not above or at + 2 > len(shape) - 1 + (shape[at : at + 1] not in "LCRO"):
        return None
    counted = words.code == "fr" and shape[at] in "LCRO"
    if counted:
        at += 1
    joint = words.values["share"].get(norms[at])
    if joint is None or (joint == "slash" and not tokens.glued(at)):
        return None
    below = read_at(tokens, words, at + 1)
    if below is None or not below.amount or below.first != at + 1:
        return None
    quotient = joint == "whole" and numeral.first == 0 and not shape[below.last + 1 :].strip(".")
    if not (quotient or abs(above) < min(below.amount, _MOST)):
        return None
    if (joint == "few" and (above >= 10 or below.amount not in _WHOLES)) or (
        joint == "slash" and below.amount not in _SLASHED
    ):
        return None
    if joint == "whole" and (_counts(tokens, words, below.last + 1) or (counted and below.amount not in _WHOLES)):
        return None
    return Numeral(numeral.first, below.last, ratio(above, below.amount), modifier=numeral.modifier)


def _counts(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether a noun or unit stands at `at`: *sur 4 routes* tells no share."""
    return at < len(tokens.shape) and (tokens.shape[at] in "uU2%c$" or tokens.norms[at] in nouns(words.code).plurals)
