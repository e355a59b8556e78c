"""Quotation marks paired: where the outer quotes of a text begin and end."""

from __future__ import annotations

import re

from checker.values.lexer import Tokens

_MARKS = re.compile("[«»\"¶']|‘")
_MOST_PARAGRAPHS = 8
_FAR = 200
Span = tuple[int, int]


def spans(tokens: Tokens) -> tuple[Span, ...]:
    """The tokens of the opening and the closing mark of each outer quote, in order."""
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    paragraph = False
    paragraphs = 0
    for match in _MARKS.finditer(tokens.shape):
        at = match.start()
        mark = match.group()
        if mark == "¶":
            paragraph, paragraphs = True, paragraphs + 1
            if opened and (paragraphs > _MOST_PARAGRAPHS or not _repeats(tokens, at, opened[0][0])):
                opened = []
            continue
        side = _side(tokens, at, mark, opened)
        repeated = paragraph and opened and tokens.shape[at - 1] == "¶"
        paragraph = False
        if side == "open" and not repeated:
            opened.append((mark, at))
            paragraphs = 0 if len(opened) == 1 else paragraphs
        elif side == "close" and opened:
            _, begin = opened.pop()
            if not opened and at > begin + 1:
                found.append((begin, at))
    return tuple(found)


def _repeats(tokens: Tokens, at: int, mark: str) -> bool:
    """Whether the paragraph after token `at` begins with an opening mark like the one that is open."""
    return tokens.shape[at + 1 : at + 2] == mark and mark in '«"'


def _side(tokens: Tokens, at: int, mark: str, opened: list[tuple[str, int]]) -> str:
    """`open`, `close`, or nothing for an apostrophe or a stray mark."""
    shape, text = tokens.shape, tokens.text
    start, end = tokens.starts[at], tokens.ends[at]
    glued_before = start > 0 and not text[start - 1].isspace()
    glued_after = end < len(text) and not text[end].isspace()
    inside = bool(opened) and (opened[-1][0] == mark or (mark == "»" and opened[-1][0] in '«"'))
    if mark == '"' and opened and (_doubled(tokens, at) or (shape[at - 1] == '"' and _doubled(tokens, at - 1))):
        # A mark written twice is one inside a field of a table: it belongs to the quote around it.
        return ""
    if mark == "«":
        return "open"
    if mark == "‘":
        return "open"
    if mark == "»":
        return "close" if opened and opened[-1][0] not in "'‘" else ""
    if mark == "'":
        if opened and opened[-1][0] in "'‘" and glued_before and not (glued_after and text[end].isalnum()):
            return "close" if not text[start - 1].isdigit() or text[start] == "’" else ""
        single = text[start] == "'" and glued_after and not glued_before and _has_end(tokens, at)
        return "open" if single else ""
    if inside or (opened and opened[-1][0] == "«" and any(before == '"' for before, _ in opened)):
        return "close"
    if (
        opened
        and opened[-1][0] == "«"
        and text[tokens.starts[opened[-1][1]]] == "“"
        and glued_before
        and not glued_after
    ):
        return "close"
    if opened and opened[-1][0] in "'‘" and any(before == '"' for before, _ in opened):
        while opened[-1][0] != '"':
            opened.pop()
        return "close"
    closing_only = glued_before and not glued_after and shape[at - 1] not in "(-'"
    return "" if closing_only and not opened and _next_mark(tokens, at) < 0 else "open"


def _doubled(tokens: Tokens, at: int) -> bool:
    return tokens.shape[at : at + 2] == '""' and tokens.glued(at + 1)


def _next_mark(tokens: Tokens, at: int) -> int:
    window = tokens.shape[at + 1 : at + _FAR].partition("¶")[0]
    return window.find('"')


def _has_end(tokens: Tokens, at: int) -> bool:
    """Whether a straight single mark is closed by one before a punctuation or a space in the same sentence."""
    text = tokens.text
    begin = tokens.ends[at]
    stop = min((place for place in (text.find("\n", begin), begin + 400) if place > 0), default=len(text))
    return re.search(r"[\w.!?,…]'(?=[\s.,;:!?»\")]|$)", text[begin:stop]) is not None
