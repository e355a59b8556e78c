"""Names, places, lists of names and quotes of a text, read together: they share the runs of capitalised words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.language import Lexicon
from checker.model.value import Count, Name
from checker.values import lists, marks, names, places, quotes, sentences, speech
from checker.values.capitals import runs
from checker.values.found import Found
from checker.values.lexer import Tokens
from checker.values.roles import Reader, roles
from checker.values.settled import settled

_BETWEEN = 3
"""A comma and a blank stand between a role and its name at the most."""


def read(tokens: Tokens, words: Lexicon, figures: Sequence[Found] = ()) -> Iterator[Found]:
    """The mentions of kinds name, place, names and quote, in no order.

    `figures` are the text's amounts, dates and durations: what is a word of theirs (`March` in *March 28*) is no name.
    """
    found = named(tokens, words, figures)
    yield from found
    yield from lists.read(tokens, words, _apart(tokens, found))
    if marked := marks.spans(tokens):
        spans = sentences.spans(tokens, words)
        framed = speech.frames(tokens, words, spans, found, marked)
        yield from quotes.read(tokens, words, marked, framed, spans, found)


def named(tokens: Tokens, words: Lexicon, figures: Sequence[Found] = ()) -> list[Found]:
    """The mentions of kinds name and place, in order of the text; none within one of `figures` but in a count."""
    inside = bytearray(len(tokens.norms))
    for first, last, value in figures:
        if not isinstance(value, Count):
            inside[first : last + 1] = b"\1" * (last + 1 - first)
    capitalised = [run for run in runs(tokens, words) if inside.find(0, run.first, run.last + 1) >= 0]
    located = list(places.read(tokens, words, capitalised))
    at_places = {found.first for found in located}
    reader = Reader(tokens, words, capitalised)
    rest = [run for run in capitalised if run.first not in at_places]
    found = located + names.read(tokens, words, rest, reader, roles(tokens, reader))
    found.sort(key=lambda one: (one.first, -one.last))
    return settled(tokens, words, found)


def _role_before(tokens: Tokens, one: Found) -> range:
    """The tokens of the role that stands before a name, where one does."""
    role = one.value.role if isinstance(one.value, Name) else None
    if not role:
        return range(0)
    begin = tokens.text.rfind(role, max(0, tokens.starts[one.first] - len(role) - _BETWEEN), tokens.starts[one.first])
    return range(bisect_left(tokens.starts, begin), one.first) if begin >= 0 else range(0)


def _apart(tokens: Tokens, found: list[Found]) -> list[Found]:
    """The mentions without those inside another (a place in a body's name) or in a role told beside a name."""
    inside = {at for one in found for at in _role_before(tokens, one)}
    kept: list[Found] = []
    for one in found:
        if one.first in inside:
            continue
        if not kept or one.first > kept[-1].last:
            kept.append(one)
    return kept
