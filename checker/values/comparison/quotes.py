"""Comparing quotations of one language word for word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from checker.model.value import Quote
from checker.values.comparison.levels import EQUIVALENT, IDENTICAL, PRECISION, Comparison, different
from checker.values.comparison.names import fold

_LEFT_OUT = re.compile(r"\(\s*(?:\.{2,}|…)\s*\)|\[\s*(?:\.{2,}|…)?\s*\]|\.{3,}|…")
_INSERTED = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,200}\)")
_LETTER_CASE = re.compile(r"\[(\w)\](?=\w)")
"""The first letter of a word, made large or small for the sentence it is quoted in: [W]e."""
_GAP = "\0"
_PARTS = re.compile(r"[\s'’-]+")
_SIGNS = '.,;:!?«»“”"()'
_SPELLINGS = (
    ("isations", "izations"), ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"),
    ("ise", "ize"), ("ours", "ors"), ("our", "or"), ("programmes", "programs"), ("programme", "program"),
    ("wont", "will not"), ("cant", "cannot"),
)  # fmt: skip
_PARTING = 3
"""Fewer equal words than this between two alterations belong to one alteration."""
MIN_SHARED = 5
"""Two quotations that share a run of so many words are of one utterance."""


def words_of(text: str) -> list[str]:
    """The words said, folded; a mark of omission or an insertion in brackets is one gap."""
    return [folded for folded, _ in _words(text)]


def _words(text: str) -> list[tuple[str, str]]:
    """The words folded, each with itself as written."""
    marked = _INSERTED.sub(f" {_GAP} ", _LEFT_OUT.sub(f" {_GAP} ", _LETTER_CASE.sub(r"\1", text)))
    return [
        (folded, "…" if word == _GAP else word.strip(_SIGNS))
        for word in _PARTS.split(marked)
        for folded in ([_GAP] if word == _GAP else _spelt(fold(word)).split())
    ]


def _spelt(word: str) -> str:
    """The word in one spelling of English: *authorise* and *authorize*, *programme* and *program* are one word said."""
    for ending, other in _SPELLINGS:
        if word.endswith(ending):
            return word[: -len(ending)] + other
    return word


def same_utterance(a: str, b: str) -> bool:
    """Whether two quotations give one utterance, rightly or not: a long shared run, or most words of the shorter."""
    shortest, longest_run, shared = _in_common(a, b)
    return longest_run >= MIN_SHARED or shared >= 0.75 * shortest


def nearly_whole(a: str, b: str) -> bool:
    """Whether two quotations are of one utterance whoever is said to have spoken: nearly all words of the shorter."""
    shortest, longest_run, shared = _in_common(a, b)
    return shortest >= MIN_SHARED and longest_run >= MIN_SHARED - 1 and shared >= 0.75 * shortest


def _in_common(a: str, b: str) -> tuple[int, int, int]:
    """Of two quotations: the words of the shorter, of their longest common run, and of all their common runs."""
    one, other = sorted((words_of(a), words_of(b)))
    blocks = difflib.SequenceMatcher(a=one, b=other, autojunk=False).get_matching_blocks()
    return min(len(one), len(other)), max(block.size for block in blocks), sum(block.size for block in blocks)


def compare_quotes(a: Quote, b: Quote) -> Comparison:
    """The level of two quotations of one utterance.

    Compatible: one is part of the other, or words are lawfully left out or put in brackets. A difference shows the
    altered words as written.
    """
    if a.text == b.text:
        return IDENTICAL
    one, other = _words(a.text), _words(b.text)
    ours, theirs = ([folded for folded, _ in side] for side in (one, other))
    if ours == theirs:
        return EQUIVALENT
    if _covers([_GAP, *ours, _GAP], theirs) or _covers([_GAP, *theirs, _GAP], ours):
        return PRECISION
    # Matching is not symmetric, so it always runs in one order; only the wording follows the sides.
    stretches = _alterations(one, other) if one < other else ((b, a) for a, b in _alterations(other, one))
    altered = [
        f"'{' '.join(ours) or '(nothing)'}' against '{' '.join(theirs) or '(nothing)'}'" for ours, theirs in stretches
    ]
    return different("; ".join(altered)) if altered else PRECISION


def _alterations(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> Iterator[tuple[list[str], list[str]]]:
    """The stretches that differ, as written, but for lawful omissions; few equal words between two go with them."""
    matcher = difflib.SequenceMatcher(a=[word for word, _ in one], b=[word for word, _ in other], autojunk=False)
    ends = [(0, 0), *((block.a + block.size, block.b + block.size) for block in _long_blocks(matcher, one, other))]
    begins = [*((block.a, block.b) for block in _long_blocks(matcher, one, other)), (len(one), len(other))]
    for (a0, b0), (a1, b1) in zip(ends, begins, strict=True):
        left, right = one[a0:a1], other[b0:b1]
        at_edge = (a0 == 0 and b0 == 0) or (a1 == len(one) and b1 == len(other))
        if (at_edge or not left + right) and not (left and right):
            continue
        if _explained([word for word, _ in left], [word for word, _ in right]):
            continue
        yield [written for _, written in left], [written for _, written in right]


def _explained(one: list[str], other: list[str]) -> bool:
    """Whether the gaps of one stretch stand for all that the other has and it has not: no other word is altered."""
    if _GAP in one and _GAP in other:
        return True
    return _covers(one, other) if _GAP in one else _covers(other, one)


def _covers(gapped: list[str], whole: list[str]) -> bool:
    """Whether `whole` is `gapped` with any words, or none, in place of its gaps."""
    *before, last = " ".join(["", *gapped, ""]).split(_GAP)
    text = " ".join(["", *whole, ""])
    at = 0
    for number, part in enumerate(before):
        found = text.find(part, at)
        if found < 0 or (number == 0 and found > 0):
            return False
        at = found + len(part) - 1
    return bool(before) and text.endswith(last) and len(text) - len(last) >= at


def _long_blocks(
    matcher: difflib.SequenceMatcher[str], one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> list[difflib.Match]:
    """The equal stretches long enough to part two alterations, or at an edge of both quotations."""
    return [
        block
        for block in matcher.get_matching_blocks()
        if block.size >= _PARTING
        or (
            block.size
            and (block.a == block.b == 0 or (block.a + block.size, block.b + block.size) == (len(one), len(other)))
        )
    ]
