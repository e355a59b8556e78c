"""Where sentences begin and end.

A sentence ends at `. ! ? …` with the marks that close after it, at a paragraph break, and at the end of a short line (a
heading). Abbreviations, titles, initials, decimals and addresses do not end one, unless a function word with a capital
follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from checker.language import Lexicon
from checker.values.lexer import Tokens

Span = tuple[int, int]
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}+(?=\s)")
_STOPS = re.compile(r"[.!?…]+[»)\]]{0,3}|¶")
_OPENERS = "«\"([-~*•'"
_SHORT_LINE = 50


def spans(tokens: Tokens, words: Lexicon) -> tuple[Span, ...]:
    """The sentences of a text as first and last token, inclusive, in order; paragraph breaks are in none."""
    found: list[Span] = []
    first = 0
    for stop, after in _ends(tokens, words):
        if stop > first:
            found.append((first, stop - 1))
        first = after
    return tuple(found)


def _ends(tokens: Tokens, words: Lexicon) -> list[Span]:
    """For each end of a sentence, the token after its last one and the token with which the next begins."""
    shape = tokens.shape
    ends: list[Span] = []
    for match in _STOPS.finditer(shape):
        at, stop = match.span()
        if shape[at] == "¶":
            ends.append((at, stop))
        elif _is_end(tokens, words, at, stop):
            if shape[stop : stop + 1] == '"' and tokens.glued(stop):
                stop += 1
            ends.append((stop, stop))
    ends += [(index, index) for index in (*_short_lines(tokens), *_dotted(tokens, words))]
    ends.append((len(shape), len(shape)))
    ends.sort()
    return ends


def _short_lines(tokens: Tokens) -> list[int]:
    """The tokens that follow a line too short to be one that was wrapped."""
    text = tokens.text
    found = []
    line = 0
    while (stop := text.find("\n", line)) >= 0:
        if 0 < len(text[line:stop].strip()) < _SHORT_LINE:
            found.append(bisect_right(tokens.starts, stop))
        line = stop + 1
    return found


def _dotted(tokens: Tokens, words: Lexicon) -> list[int]:
    """The tokens that begin a sentence after dotted letters: function words with a capital (at 8 p.m. The …)."""
    after = (bisect_right(tokens.starts, match.start()) for match in _DOTTED.finditer(tokens.text))
    return [
        index
        for index in after
        if index < len(tokens.norms) and tokens.capital(index) and tokens.norms[index] in words.values["function"]
    ]


def _is_end(tokens: Tokens, words: Lexicon, at: int, stop: int) -> bool:
    """Whether the marks from token `at` up to `stop` end a sentence."""
    shape, norms = tokens.shape, tokens.norms
    after = stop
    if shape[after : after + 1] == '"' and tokens.glued(after):
        after += 1
    while after < len(shape) and shape[after] in _OPENERS:
        after += 1
    if after >= len(shape):
        return True
    if shape[at] == "." and stop == at + 1 and tokens.glued(at) and tokens.glued(stop) and shape[stop] not in "\"»)]'":
        return False
    following = tokens.text[tokens.starts[after]]
    if following.islower() or following in ",;:)]":
        return False
    if shape[at] != "." or not at or not tokens.glued(at):
        return True
    before = norms[at - 1]
    shortened = (
        shape[at - 1] == "T" or (len(before) == 1 and before.isalpha()) or before in words.values["abbreviation"]
    )
    return not shortened or (norms[after] in words.values["function"] and shape[at - 1] != "T")
