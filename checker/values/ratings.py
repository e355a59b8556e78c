"""Credit ratings: `Baa3`, `AA+`, `BBB-`, `rated AAA`. They are marks, and no names of anything."""

from __future__ import annotations

import re

from checker.language import Lexicon
from checker.values.lexer import Tokens

MARKS = frozenset(
    {"aaa", "aa", "a", "bbb", "bb", "b", "ccc", "cc", "c", "ab"}
    | {letters + figure for letters in ("aa", "a", "baa", "ba", "b", "caa") for figure in "123"}
)
"""The letters and figures of ratings, in lower case."""
_SURE = re.compile(r"Aaa|(?:Aa|Baa|Ba|Caa)[1-3]")
_SIGNED = re.compile(r"A{1,3}|B{1,3}|C{1,3}|AB")
_PLAIN = re.compile(r"AAA?|BBB?|CCC?|[AB][1-3]")
_NEAR = 8
"""So many tokens before and after a mark without sign a word of ratings or another rating makes it one."""


def is_rating(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether the token at `at`, one of MARKS, is a rating: by its form, a sign glued to it, or what stands near it."""
    if _is_sure(tokens, at):
        return True
    if not _PLAIN.fullmatch(tokens.exact(at, at)):
        return False
    told = words.values["rating_word"]
    near = range(max(0, at - _NEAR), min(at + _NEAR, len(tokens.norms)))
    return any(tokens.norms[index] in told or _is_sure(tokens, index) for index in near)


def _is_sure(tokens: Tokens, at: int) -> bool:
    """Whether the token at `at` is a rating whatever stands near it."""
    if tokens.norms[at] not in MARKS:
        return False
    raw = tokens.exact(at, at)
    return bool(_SURE.fullmatch(raw)) or (_SIGNED.fullmatch(raw) is not None and _is_signed(tokens, at))


def _is_signed(tokens: Tokens, at: int) -> bool:
    """Whether a plus or minus is glued to the token at `at`, and no word to it: AA-; not AA-rated, B-52."""
    sign, after = at + 1, at + 2
    joined = tokens.glued(after) and tokens.norms[after][0].isalnum()
    return tokens.letter(sign) in "+-~" and tokens.glued(sign) and not joined
