"""Clauses put into a French quote to say who speaks: `« Nous partirons, a déclaré le ministre, avant l'hiver »`.

They stand within the marks and are no words of the speaker. What others are said to have said stays in the quote: a
clause in the first person or about a document, *dit-on*, and every clause where the speaker is told after the quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.language import Lexicon
from checker.values.lexer import Tokens
from checker.values.speech import Frame

_OPENS = ",!?…"
_CLOSES = ",.!?…"
_LONGEST = 6
"""So many tokens at the most follow the speaker in the clause."""
_SAYING = re.compile("V")


class Incise(NamedTuple):
    """The clause from token `first` to `last`, without the marks around it; `frame` is that of its verb, if any."""

    first: int
    last: int
    frame: Frame | None


def incises(tokens: Tokens, words: Lexicon, frames: Sequence[Frame], begin: int, end: int) -> Iterator[Incise]:
    """The clauses within the marks `begin` and `end` that say who speaks; `frames` are those of the verbs there."""
    if words.code != "fr" or tokens.shape[begin] != "«":
        return
    by_verb = {frame.verb_at: frame for frame in frames}
    free = begin + 1
    for match in _SAYING.finditer(tokens.shape, begin + 1, end):
        found = _clause(tokens, words, match.start(), by_verb.get(match.start()), begin, end)
        if found is not None and found.first > free:
            free = found.last + 1
            yield found


def without(tokens: Tokens, first: int, last: int, clauses: Sequence[Incise]) -> str:
    """The text from token `first` to `last` without the clauses and the commas that part them from the rest."""
    kept, start = [], tokens.starts[first]
    for clause in clauses:
        opening, closing = clause.first - 1, clause.last + 1
        comma = tokens.shape[opening] == ","
        kept.append(tokens.text[start : tokens.starts[opening] if comma else tokens.ends[opening]].rstrip())
        # after « Quoi ? » a point only ends the clause
        dropped = closing <= last and (tokens.shape[closing] == "," or not comma)
        start = tokens.ends[closing if dropped else clause.last]
    return "".join(kept) + tokens.text[start : tokens.ends[last]]


def _clause(tokens: Tokens, words: Lexicon, verb: int, frame: Frame | None, begin: int, end: int) -> Incise | None:
    """The clause of the verb of saying at `verb`: the verb, who speaks, and a few words more up to a mark."""
    first, clitic = verb, None
    while first > begin + 1 and _goes_before(tokens, words, first - 1):
        first -= 1
        if tokens.shape[first] == "H":
            clitic = first
    if tokens.letter(first - 1) not in _OPENS or (clitic is not None and tokens.letter(clitic - 1) != "-"):
        return None
    told = _speaker_end(tokens, verb, frame, end) if clitic is None else verb
    if told is None or (frame and frame.kind != "said"):
        return None
    last = told
    while last + 1 < end and tokens.shape[last + 1] not in _CLOSES:
        last += 1
        if last - told > _LONGEST or tokens.shape[last] in 'V;:«»"H' or tokens.norms[last] in words.values["that"]:
            return None
    own = any(norm in words.values["first_person"] for norm in tokens.norms[first : last + 1])
    return None if own or _is_hearsay(tokens, clitic, told, last) else Incise(first, last, frame)


def _goes_before(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether the token belongs to the group of a verb after it: a-t-elle, s'est, avait déjà."""
    return tokens.shape[at] in "H-" or tokens.norms[at] in words.values["beside_verb"] or tokens.norms[at] == "t"


def _speaker_end(tokens: Tokens, verb: int, frame: Frame | None, end: int) -> int | None:
    """The last token of who speaks after the verb: a pronoun joined to it (dit-il), or the speaker of its frame."""
    at = verb + 1
    while at < end and (tokens.shape[at] == "-" or tokens.norms[at] == "t") and at - verb < 4:
        at += 1
    if at > verb + 1 and tokens.letter(at) == "H":
        return at
    return frame.speaker_last if frame and verb < frame.speaker_first and frame.speaker_last < end else None


def _is_hearsay(tokens: Tokens, clitic: int | None, told: int, last: int) -> bool:
    """Whether it is what is said in general: dit-on; not explique-t-on à la mairie."""
    pronoun = clitic if clitic is not None else told
    return tokens.norms[pronoun] == "on" and told == last
