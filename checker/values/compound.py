"""Units that go on with a smaller one: `3 dollars 50 cents`, `trois euros cinquante`, `1 m 90`, `5ft 10in`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from checker.language import Lexicon
from checker.language.nouns import nouns
from checker.values.lexer import Tokens
from checker.values.numberwords import is_whole
from checker.values.numerals import Numeral, read_at

_ONE, _TEN, _FOOT, _HUNDRED = Decimal(1), Decimal(10), Decimal(12), Decimal(100)
_ENDS = " .,;:)»¶fp>&~…"
"""What stands after hundredths without a unit."""


class Unit(NamedTuple):
    """A unit with the tokens of figure and unit together; the figure is multiplied by `times`, then `plus` is added.

    `code` is ISO 4217 for money (None where the words do not say), UCUM for a measure; a percentage has
    `points` where it is one of percentage points, else None.
    """

    kind: Literal["percent", "money", "measure"]
    code: str | None
    first: int
    last: int
    times: Decimal = _ONE
    plus: Decimal = Decimal(0)


def with_smaller(tokens: Tokens, words: Lexicon, numeral: Numeral, unit: Unit) -> Unit:
    """The unit of a numeral up to the end of the smaller one after it, which adds to the amount; else as it is."""
    smaller = {"m": _with_centimetres, "[ft_i]": _with_inches}.get(unit.code or "", _with_half)
    found = (_with_minor if unit.kind == "money" else smaller)(tokens, words, numeral, unit)
    return found if found is not unit else _with_half(tokens, words, numeral, unit)


def _with_half(tokens: Tokens, words: Lexicon, numeral: Numeral, unit: Unit) -> Unit:
    """A unit and half of one: trois kilomètres et demi, two dollars and a half."""
    at = unit.last + 1
    if numeral.amount is None or not is_whole(numeral.amount) or tokens.letter(at) != "&":
        return unit
    at += 1 + (words.code == "en")
    half = tokens.letter(at) == "h" and words.values["fraction"].get(tokens.norms[at]) == "1/2"
    if not half or tokens.letter(at + 1) == "-" or (words.code == "en" and tokens.norms[at - 1] != "a"):
        return unit
    return unit._replace(last=at, plus=unit.plus + unit.times / 2)


def _with_minor(tokens: Tokens, words: Lexicon, numeral: Numeral, money: Unit) -> Unit:
    """Money with its hundredths: 3 dollars 50 cents, 10 $ 30 cent, 15 dollars 50, trois euros cinquante."""
    at = money.last + 1
    if numeral.amount is None or money.times != _ONE:
        return money
    if tokens.letter(at) == "&" and words.values["and"].get(tokens.norms[at]) == "sum":
        at += 1
    minor = _smaller(tokens, words, at)
    if minor is None or not _ONE <= (minor.amount or 0) < _HUNDRED:
        return money
    after, hundredths = minor.last + 1, (minor.amount or _ONE) / _HUNDRED
    if tokens.letter(after) == "c" and tokens.norms[after] in words.values["minor"]:
        return money._replace(last=after, plus=hundredths)
    figure_ends = tokens.shape[at] == "d" and len(tokens.norms[at]) == 2 and tokens.letter(after) in " .¶"
    in_words = tokens.shape[at] == "n" and tokens.letter(at - 1) != "&" and hundredths * _TEN >= _ONE
    ends = figure_ends or (in_words and _ends(tokens, words, at, after))
    return money._replace(last=minor.last, plus=hundredths) if ends and money.last > numeral.last else money


def _with_centimetres(tokens: Tokens, words: Lexicon, numeral: Numeral, metres: Unit) -> Unit:
    """Metres with the hundredths that go on without a unit: un mètre cinquante, 1 m 90."""
    at = metres.last + 1
    if numeral.amount is None or not is_whole(numeral.amount) or tokens.glued(at):
        return metres
    smaller = _smaller(tokens, words, at)
    if smaller is None or not _TEN <= (smaller.amount or 0) < _HUNDRED:
        return metres
    if not _ends(tokens, words, at, smaller.last + 1):
        return metres
    return metres._replace(last=smaller.last, plus=(smaller.amount or _ONE) / _HUNDRED)


def _with_inches(tokens: Tokens, words: Lexicon, numeral: Numeral, feet: Unit) -> Unit:
    """Feet with the inches that go on: 5ft 10in, six feet two inches."""
    inches = _smaller(tokens, words, feet.last + 1) if numeral.amount is not None else None
    if inches is None or inches.amount is None or inches.amount >= _FOOT:
        return feet
    at = inches.last + 1
    norm = tokens.norms[at] if at < len(tokens.norms) else ""
    if words.values["measure"].get(norm) != "[in_i]" and not (norm == "in" and tokens.glued(at)):
        return feet
    return feet._replace(code="[in_i]", last=at, times=_FOOT, plus=inches.amount)


def _smaller(tokens: Tokens, words: Lexicon, at: int) -> Numeral | None:
    """The numeral of the smaller unit at token `at`; None where no plain figure or number begins there."""
    numeral = read_at(tokens, words, at) if tokens.letter(at) in "dn" else None
    return numeral if numeral and numeral.first == at and numeral.amount is not None else None


def _ends(tokens: Tokens, words: Lexicon, figure: int, after: int) -> bool:
    """Whether nothing at `after` is what the hundredths at `figure` could count or measure themselves."""
    if tokens.letter(after) in _ENDS:
        return True
    in_words = tokens.shape[figure] == "n" and tokens.letter(after) in "LVvw"
    return in_words and tokens.norms[after] not in nouns(words.code).plurals
