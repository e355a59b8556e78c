"""Names, places, lists of names and quotes of a text, read together: they share the runs of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator

from checker.language import Lexicon
from checker.values import lists, marks, names, places, quotes, sentences, speech
from checker.values.capitals import runs
from checker.values.found import Found
from checker.values.lexer import Tokens
from checker.values.roles import Reader, roles
from checker.values.settled import settled


def read(tokens: Tokens, words: Lexicon) -> Iterator[Found]:
    """The mentions of kinds name, place, names and quote, in no order."""
    found = named(tokens, words)
    yield from found
    yield from lists.read(tokens, words, _apart(found))
    if marked := marks.spans(tokens):
        spans = sentences.spans(tokens, words)
        framed = speech.frames(tokens, words, spans, found, marked)
        yield from quotes.read(tokens, words, marked, framed, spans, found)


def named(tokens: Tokens, words: Lexicon) -> list[Found]:
    """The mentions of kinds name and place, in order of the text."""
    capitalised = runs(tokens, words)
    located = list(places.read(tokens, words, capitalised))
    at_places = {found.first for found in located}
    reader = Reader(tokens, words, capitalised)
    rest = [run for run in capitalised if run.first not in at_places]
    found = located + names.read(tokens, words, rest, reader, roles(tokens, reader))
    found.sort(key=lambda one: (one.first, -one.last))
    return settled(tokens, words, found)


def _apart(found: list[Found]) -> list[Found]:
    """The mentions without those inside another (a place in a body's name)."""
    kept: list[Found] = []
    for one in found:
        if not kept or one.first > kept[-1].last:
            kept.append(one)
    return kept
