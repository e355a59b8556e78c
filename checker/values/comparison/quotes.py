"""Comparing quotations of one language word for word."""

from __future__ import annotations

import difflib
import re

from checker.model.value import Quote
from checker.values.comparison.levels import EQUIVALENT, IDENTICAL, PRECISION, Comparison, different
from checker.values.comparison.names import fold

_LEFT_OUT = re.compile(r"\(\s*(?:\.{2,}|…)\s*\)|\[\s*(?:\.{2,}|…)?\s*\]|\.{3,}|…")
_INSERTED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_GAP = "\0"
MIN_SHARED = 5
"""Two quotations that share a run of so many words are of one utterance."""


def words_of(text: str) -> list[str]:
    """The words said, folded; a mark of omission or an insertion in brackets is one gap."""
    marked = _INSERTED.sub(f" {_GAP} ", _LEFT_OUT.sub(f" {_GAP} ", text))
    return [word for part in marked.split() for word in ([_GAP] if part == _GAP else fold(part).split())]


def same_utterance(a: str, b: str) -> bool:
    """Whether two quotations give one utterance, rightly or not: a long shared run, or most words of the shorter."""
    one, other = words_of(a), words_of(b)
    matcher = difflib.SequenceMatcher(a=one, b=other, autojunk=False)
    blocks = matcher.get_matching_blocks()
    longest = max(block.size for block in blocks)
    shared = sum(block.size for block in blocks)
    return longest >= MIN_SHARED or shared >= 0.75 * min(len(one), len(other))


def compare_quotes(a: Quote, b: Quote) -> Comparison:
    """The level of two quotations of one utterance.

    Compatible: one is part of the other, or words are lawfully left out or put in brackets. A difference shows the
    altered words.
    """
    if a.text == b.text:
        return IDENTICAL
    one, other = words_of(a.text), words_of(b.text)
    if one == other:
        return EQUIVALENT
    matcher = difflib.SequenceMatcher(a=one, b=other, autojunk=False)
    altered = []
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            continue
        at_edge = (a0 == 0 and b0 == 0) or (a1 == len(one) and b1 == len(other))
        if _GAP in one[a0:a1] or _GAP in other[b0:b1] or (at_edge and (a0 == a1 or b0 == b1)):
            continue
        altered.append((" ".join(one[a0:a1]), " ".join(other[b0:b1])))
    if not altered:
        return PRECISION
    return different("; ".join(f"'{left or '(nothing)'}' against '{right or '(nothing)'}'" for left, right in altered))
