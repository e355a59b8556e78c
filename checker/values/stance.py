"""How a clause puts what it says: as a fact, a plan, a possibility or hearsay, and whether it affirms or denies it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Literal

from checker.language import Lexicon
from checker.values.lexer import Tokens

_BREAKS = ";:.!?¶«»(),"
_REACH = 40


def _clause(tokens: Tokens, words: Lexicon, first: int, last: int) -> tuple[int, int]:
    """The clause around a span: up to the next break, or *but*, *while*, *who* on either side."""
    shape, norms = tokens.shape, tokens.norms
    breaks = words.values["clause_break"]
    begin, end = first, last
    while begin > 0 and shape[begin - 1] not in _BREAKS and norms[begin - 1] not in breaks and first - begin < _REACH:
        begin -= 1
    stop = min(len(shape), last + _REACH)
    while end + 1 < stop and shape[end + 1] not in _BREAKS and norms[end + 1] not in breaks:
        end += 1
    return begin, end


def modality(
    tokens: Tokens, words: Lexicon, first: int, last: int
) -> Literal["asserted", "planned", "conditional", "reported"]:
    """How the clause around tokens `first` to `last` puts what it says.

    `reported` is hearsay (*reportedly*, the French *aurait*), `conditional` a possibility, `planned` what is to come.
    """
    begin, end = _clause(tokens, words, first, last)
    values = words.values
    inside = ["" if _is_month(tokens, at) else tokens.norms[at] for at in range(begin, end + 1)]
    said = {*inside, *map(" ".join, pairwise(inside))}
    told_at = _told(tokens, words, begin, end)
    if told_at is not None and any(_conditional(norm, words) for norm in tokens.norms[told_at : end + 1]):
        # "Il a déclaré qu'il agirait", "she said it would close": the future seen from the past.
        return "planned"
    if said & values["reported"].keys():
        return "reported"
    if said & values["conditional"].keys() or any(_conditional(norm, words) for norm in inside):
        return "conditional"
    infinitive = tuple(values["infinitive_ending"])
    planning = any(one in values["planning"] and after.endswith(infinitive) for one, after in pairwise(inside))
    if planning or said & values["planned"].keys() or any(_future(norm, words) for norm in inside):
        return "planned"
    return "asserted"


def _is_month(tokens: Tokens, at: int) -> bool:
    """Whether a month that is another word too is the month: 3 May, May 2020, in May; not *she may*."""
    if tokens.shape[at] != "m" or not tokens.text[tokens.starts[at]].isupper():
        return False
    before = tokens.letter(at - 1)
    listed = before in "&," and tokens.letter(at - 2) in "Mm"
    return before in "dopfBr>b-" or listed or tokens.letter(at + 1) in "dy"


def _told(tokens: Tokens, words: Lexicon, begin: int, end: int) -> int | None:
    """The token after a verb of saying in the clause, or in what stands before it."""
    at = tokens.shape.rfind("V", max(begin - 4, 0), end + 1)
    return at + 1 if at >= 0 else None


@lru_cache(maxsize=20_000)
def _conditional(norm: str, words: Lexicon) -> bool:
    endings = tuple(words.values["conditional_ending"])
    return norm in words.values["future_in_past"] or (
        norm.endswith(endings) and norm not in words.values["not_conditional"]
    )


@lru_cache(maxsize=20_000)
def _future(norm: str, words: Lexicon) -> bool:
    return (
        len(norm) > 4 and norm.endswith(tuple(words.values["future_ending"])) and norm not in words.values["not_future"]
    )


def polarity(tokens: Tokens, words: Lexicon, first: int, last: int) -> Literal["affirmed", "denied"]:
    """Whether the clause around tokens `first` to `last` says that it is so, or that it is not."""
    begin, end = _clause(tokens, words, first, last)
    inside = tokens.norms[begin : end + 2]
    negation, merely = words.values["negation"], words.values["merely"]
    for norm, after in pairwise([*inside, ""]):
        kind = negation.get(norm)
        if (kind == "" and after not in merely) or (kind == "with_ne" and ("n'" in inside or "ne" in inside)):
            return "denied"
    return "affirmed"
