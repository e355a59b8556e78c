"""Whether a figure that has no unit is an amount at all, and not a model's name, a code, a score or a place in a list.

Hether a figure that has no unit is an amount at all, and not a model's name, a code, a score or a place in a list.
"""

from __future__ import annotations

from checker.language import Lexicon
from checker.values.lexer import Tokens
from checker.values.numerals import Numeral

_FIGURES = "dyD"
_WORDS = "LCXROTHVKJNBSUu"
_LETTERS_AFTER = "LCXROTVKUwuz2MmoP"
"""A word of these classes glued to a figure makes one word with it (3D, 5G, 16e, 46th)."""


def is_name(tokens: Tokens, words: Lexicon, numeral: Numeral) -> bool:
    """Whether the numeral is part of a name or code whatever follows: AK-47, 3:16, #45, 24/7, Three Mile Island, 5G."""
    first, last, shape = numeral.first, numeral.last, tokens.shape
    before, after = shape[first - 1 : first], shape[last + 1 : last + 2]
    if (
        before
        and tokens.glued(first)
        and (
            (before in _WORDS and not tokens.norms[first - 1].endswith("'"))
            or (before in ".#@_&/°:'-~" and _joins(tokens, first - 1))
        )
    ):
        return True
    if (
        after
        and tokens.glued(last + 1)
        and (after in "/_@" or (after == ":" and shape[last + 2 : last + 3] in ("d", "y", "D")))
    ):
        return True
    if after and after in "-~" and tokens.glued(last + 1) and _goes_on_with_figure(tokens, last + 2):
        return True
    if after and after in _LETTERS_AFTER and tokens.glued(last + 1) and shape[last] in _FIGURES:
        letters = words.values["scale_letter"]
        return (
            tokens.norms[last + 1] not in letters
            or shape[last + 2 : last + 3] == "-"
            or (tokens.exact(last + 1, last + 1).isupper() and len(tokens.norms[last]) == 1)
        )
    return False


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether the sign at `at` joins what follows to a word or figure before it."""
    return at > 0 and tokens.glued(at) and tokens.shape[at - 1] not in '(«"[$%'


def _goes_on_with_figure(tokens: Tokens, at: int) -> bool:
    return at < len(tokens.shape) and tokens.shape[at] in "dyDn" and tokens.glued(at)


def is_proper(tokens: Tokens, first: int) -> bool:
    """Whether a capitalised number word inside a sentence begins a name: the Three Gorges Dam, les Vingt-Sept."""
    raw = tokens.exact(first, first)
    if tokens.shape[first] not in "nih" or not raw[0].isupper() or (len(raw) > 1 and raw.isupper()) or first == 0:
        return False
    before = tokens.shape[first - 1]
    if before in '.¶:«"!?~…(' or tokens.norms[first - 1] == "-":
        return False
    if before == "A":
        return (
            not (first == 1 or tokens.shape[first - 2] in ".¶") or not tokens.exact(first - 1, first - 1)[0].islower()
        )
    return tokens.exact(first - 1, first - 1)[0].islower() or tokens.norms[first - 1] == "'s"


def stands_alone(tokens: Tokens, words: Lexicon, numeral: Numeral, last: int) -> bool:
    """Whether a numeral without unit and noun is a number, as far as its neighbours tell."""
    first, shape, norms = numeral.first, tokens.shape, tokens.norms
    before, after = shape[first - 1 : first], shape[last + 1 : last + 2]
    if shape[first] in _FIGURES and not _figure_stands(tokens, words, numeral, last):
        return False
    if (numeral.amount == 0 and after in ("L", "C")) or before == "#" or after == "c":
        return False
    if numeral.amount is not None and numeral.amount < 1 and norms[last] in words.values["fraction"] and first == last:
        return _fraction_stands(tokens, words, first)
    if shape[first] == "i" and first == last:
        return False
    if norms[last] in words.values["collective"] and numeral.first == last and words.code == "en":
        return norms[last] not in ("couple", "scores") or after == "f"
    if norms[first] in words.values["also"] and first == last:
        return before in ("x", "b", ">", "&") or after in ("&", ">")
    return True


def _figure_stands(tokens: Tokens, words: Lexicon, numeral: Numeral, last: int) -> bool:
    """The same for a figure.

    No name (Boeing 747, iPhone 12), no score (3-1, 2 à 1), no list mark (1.), no dialled number.
    """
    first, shape, norms = numeral.first, tokens.shape, tokens.norms
    if numeral.amount is None and any(sign in "-~" for sign in shape[first : last + 1]):
        return False
    following = tokens.norms[last + 1 : last + 2]
    if following and following[0] in words.values["scale_letter"] and tokens.glued(last + 1) and last == numeral.last:
        return False
    if first and is_capital(tokens, first - 1):
        return False
    if shape[last + 1 : last + 2] in ("C", "X"):
        return False
    if (shape[last + 1 : last + 2] == ">" and shape[last + 2 : last + 3] == "d") or (
        first > 1 and shape[first - 1] == ">" and shape[first - 2] == "d"
    ):
        return False
    if shape[first - 1 : first] == "[" or _is_list_mark(tokens, first, last):
        return False
    if (
        words.code == "fr"
        and shape[last] in _FIGURES
        and norms[first - 1 : first]
        and norms[first - 1] in ("le", "au", "du")
        and first == last
    ):
        return False
    back = first - 1 if first and shape[first - 1] not in "A" else first - 2
    if (back >= 0 and norms[back] in words.values["dial"]) or (
        back >= 1 and shape[back] == "f" and norms[back - 1] in ("groupe", "group", "club")
    ):
        return False
    return back < 1 or shape[first - 1] != "f" or norms[back - 1] not in ("groupe", "group", "club")


def is_capital(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` is written as a name or its kind of code is: Boeing, iPhone, B."""
    raw = tokens.exact(at, at)
    if tokens.shape[at] in "LU":
        return any(sign.isupper() for sign in raw)
    return tokens.shape[at] in "CXOTK" and any(sign.isupper() for sign in raw)


def _is_list_mark(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a figure at the beginning of a line is its number: `1.`, `2)`."""
    if tokens.shape[last + 1 : last + 2] not in (".", ")") or tokens.shape[last] != "d" or not tokens.glued(last + 1):
        return False
    line = tokens.text.rfind("\n", 0, tokens.starts[first]) + 1
    return not tokens.text[line : tokens.starts[first]].strip() and last + 2 < len(tokens.norms)


def _fraction_stands(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether a bare fraction word is one: half of, half the seats, la moitié.

    Not half-time, the second half, un pays tiers.
    """
    shape, norm = tokens.shape, tokens.norms[at]
    before, after = shape[at - 1 : at], shape[at + 1 : at + 2]
    if after == "-" or before == "-" or before == "o":
        return False
    if len(norm) == 1 or (norm == "moitié" and before in ("A", "x", "i")):
        return True
    if words.code == "fr":
        return (before == "A" and norm not in ("demi", "demie") and after == "f") or before == ""
    if norm in ("half", "halves"):
        return (
            after in ("f", "A")
            or before == "x"
            or (before == "j" and after in ("", ".", ","))
            or (before == "" and after == "")
        )
    return before in ("j", "x") and after in ("f", "", ".", ",", ";")
