"""Whether a figure without unit is an amount at all, and not a model's name, a code, a score or a place in a list."""

from __future__ import annotations

from checker.language import Lexicon
from checker.language.nouns import nouns
from checker.values.lexer import Tokens
from checker.values.numerals import Numeral, is_movement

_FIGURES = "dyD"
_WORDS = "LCXROTHVKJNBSUu"
_ONE_WORD = "LCXROTHVKJNBUuwz2MmoP"
"""A word of these classes glued to a figure makes one word with it (3D, 5G, 16e, 46th)."""
_NAMED = "CXOTK"
_NUMERALS = "ndDyS"


def is_name(tokens: Tokens, words: Lexicon, numeral: Numeral) -> bool:
    """Whether the numeral is part of a name or code whatever follows: AK-47, 3:16, #45, 24/7, 5G."""
    first, last = numeral.first, numeral.last
    before, after, further = tokens.letter(first - 1), tokens.letter(last + 1), tokens.letter(last + 2)
    if tokens.glued(first):
        if before in _WORDS and not tokens.norms[first - 1].endswith("'"):
            return True
        if before in ".#@_&/°:'-~" and _joins(tokens, first - 1):
            return True
    if after == " " or not tokens.glued(last + 1):
        return False
    if after in "/_@" or (after == ":" and further in _FIGURES):
        return True
    if after in "-~":
        return further in "dyDn" and tokens.glued(last + 2)
    if after not in _ONE_WORD or tokens.shape[last] not in _FIGURES:
        return False
    scale = tokens.norms[last + 1] in words.values["scale_letter"]
    letter_name = tokens.exact(last + 1, last + 1).isupper() and len(tokens.norms[last]) == 1
    return not scale or further == "-" or letter_name


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether the sign at `at` joins what follows to a word or figure before it."""
    return at > 0 and tokens.glued(at) and tokens.shape[at - 1] not in '(«"[$%'


def is_proper(tokens: Tokens, first: int) -> bool:
    """Whether a capitalised number word inside a sentence begins a name: the Three Gorges Dam, les Vingt-Sept."""
    raw = tokens.exact(first, first)
    if tokens.shape[first] not in "nih" or not raw[0].isupper() or (len(raw) > 1 and raw.isupper()):
        return False
    before = tokens.letter(first - 1)
    if before in ' .¶:«"!?~…(-':
        return False
    previous = tokens.exact(first - 1, first - 1)
    if previous[0].islower():
        return not previous.endswith(".")  # at 8 p.m. Four …
    return before == "A" or tokens.norms[first - 1] == "'s"


def is_capital(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` is written as a name or a code is: Boeing, iPhone, B."""
    return tokens.letter(at) in _NAMED + "LU" and any(sign.isupper() for sign in tokens.exact(at, at))


def stands_alone(tokens: Tokens, words: Lexicon, numeral: Numeral, last: int) -> bool:
    """Whether a numeral that counts no noun is a number, by its neighbours; with its scale it ends at `last`."""
    first, norm = numeral.first, tokens.norms[last]
    before, after = tokens.letter(first - 1), tokens.letter(last + 1)
    if tokens.shape[first] in _FIGURES and not _figure_stands(tokens, words, numeral, last):
        return False
    if before == "u" and tokens.norms[first - 1] not in words.values["unit_plural"]:
        return False  # on day three, in week 12
    if (numeral.amount == 0 and after in "LC") or before == "#" or after == "c":
        return False
    if first != last:
        return True
    if numeral.amount is not None and numeral.amount < 1 and norm in words.values["fraction"]:
        return _fraction_stands(tokens, words, first)
    if norm in words.values["partitive"]:
        return after == "f"
    if norm in words.values["lived"] and before == "A":
        return False
    if norm in words.values["also"]:
        return _also_stands(tokens, words, first, last)
    return tokens.shape[first] != "i"


def _also_stands(tokens: Tokens, words: Lexicon, first: int, last: int) -> bool:
    """Whether a number word that means other things too is one: dont neuf grièvement; not remis à neuf."""
    before, after = tokens.letter(first - 1), tokens.letter(last + 1)
    if tokens.shape[last] == "k":
        # a collective has its article, or it is something else: placé en quarantaine
        if before not in "ix":
            return False
        told = tokens.norms[last + 1 : last + 2] and tokens.norms[last + 1] in words.values["also_after"]
        among = after == ">" and tokens.letter(first - 2) == "w"
        return before == "x" or bool(told) or among or tokens.letter(last + 2) == "b"
    if before in "xb" or (first and tokens.norms[first - 1] in words.values["also_before"]):
        return True
    if last + 1 < len(tokens.norms) and tokens.norms[last + 1] in words.values["also_after"]:
        return True
    return (before in "&>" and tokens.letter(first - 2) in _NUMERALS) or (
        after in "&>" and tokens.letter(last + 2) in _NUMERALS
    )


def _figure_stands(tokens: Tokens, words: Lexicon, numeral: Numeral, last: int) -> bool:
    """The same for a figure: no name (Boeing 747), no score (3-1, 2 à 1), no list mark (1.), no dialled number."""
    first = numeral.first
    before, after = tokens.letter(first - 1), tokens.letter(last + 1)
    if numeral.amount is None and any(sign in "-~" for sign in tokens.shape[first : last + 1]):
        return False
    if last == numeral.last and tokens.glued(last + 1) and after in "KU":
        return False
    if (is_capital(tokens, first - 1) and not _is_group(tokens, words, first - 1)) or after in "CX" or before == "[":
        return False
    ahead = after == ">" and tokens.letter(last + 2) == "d" and not is_movement(tokens, words, first, last + 1)
    if ahead or _ends_score(tokens, words, first):
        return False
    if _is_list_mark(tokens, first, last):
        return False
    if before != " " and first == last and tokens.norms[first - 1] in words.values["singular"]:
        return False
    back = first - 2 if before == "A" else first - 1
    if back >= 0 and tokens.norms[back] in words.values["dial"]:
        return False
    return back < 1 or tokens.shape[back] != "f" or tokens.norms[back - 1] not in words.values["body"]


def _ends_score(tokens: Tokens, words: Lexicon, first: int) -> bool:
    """Whether a figure with *to* stands before (won 3 to 1), and it is no change (rose from 3 to 5)."""
    if tokens.letter(first - 1) != ">" or tokens.letter(first - 2) != "d":
        return False
    return not is_movement(tokens, words, first - 2, first - 1)


def _is_group(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether a capitalised word is people of whom another number is told: 220 seats and Democrats 213."""
    return tokens.letter(at - 1) in "&A" and tokens.norms[at] in nouns(words.code).plurals


def _is_list_mark(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a figure at the beginning of a line is its number: `1.`, `2)`."""
    if tokens.letter(last + 1) not in ".)" or tokens.shape[last] != "d" or not tokens.glued(last + 1):
        return False
    if first != last:
        return False
    line = tokens.text.rfind("\n", 0, tokens.starts[first]) + 1
    return not tokens.text[line : tokens.starts[first]].strip() and last + 2 < len(tokens.norms)


def _fraction_stands(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether a bare fraction word is one: half of, half the seats, la moitié; not half-time, un pays tiers."""
    norm, before, after = tokens.norms[at], tokens.letter(at - 1), tokens.letter(at + 1)
    if after == "-" or before in "-o":
        return False
    if len(norm) == 1 or (before == " " and after == " "):
        return True
    if words.code == "fr":
        whole = norm in words.values["half_of_all"]
        return (before in "xi" and whole) or (before == "A" and (whole or after == "f"))
    if words.values["fraction"][norm] == "1/2":
        return after in "fA" or before == "x" or (before == "j" and after in " .,")
    return before in "jx" and after in "f .,;"
