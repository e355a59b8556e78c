"""A pattern as written, taken apart: its slots, phrases, gaps, signs and words."""

from __future__ import annotations

import re

_PIECE = re.compile(r"\{([\w.]+)\}|<(\w+)>|(~)|(\.\.\.?)|([()\[\]|])|\\([()\[\]|])|([^\s()\[\]{}|\\<>~]+)")
_KINDS = ("", "slot", "phrase", "phrase", "gap", "sign", "word", "word")
"""The kind of a piece by the group of `_PIECE` that it is; a sign after a backslash is a word."""
DEGREE = "~"
"""The phrase of words of degree and articles, any of which may stand before a figure; each language has its own."""
_PHRASE = re.compile(r"<(\w+)>|(~)")
_SPLITS = (
    ("'’", re.compile(r"(?<=\w)['’](?=(?:s|re|ve|ll|d|m|t)\b)"), " '"),
    ("'’", re.compile(r"\b([cdjlmnst]|(?:quel|jus|lors|puis|quoi|pres)?qu)['’](?=\w)", re.I), r"\1' "),
    ("'’", re.compile(r"(?<=\w)(?<!aujourd)(?<!\bo)['’](?=\w)"), " ' "),
    ("-", re.compile(r"(?<=[\w*])-"), " - "),
    ("0123456789", re.compile(r"(?<=[0-9])(?=[^\W\d_])(?![^<\s]{0,80}>)"), " "),
)
"""How words are parted as the lexer parts those of a text: *d'ici* is two, *mi-mandat* three, *1er* two.

In front the signs without any of which there is nothing to part.
"""


def _unread(pattern: str) -> str:
    """The pattern from the first sign that is part of no piece."""
    at = 0
    for match in _PIECE.finditer(pattern):
        if pattern[at : match.start()].strip():
            break
        at = match.end()
    return pattern[at:].strip()


def pieces(pattern: str) -> list[tuple[str, str]]:
    """The pieces of a pattern in order, each with its kind. Raises `ValueError` for one that cannot be read."""
    for signs, joint, parted in _SPLITS:
        if any(sign in pattern for sign in signs):
            pattern = joint.sub(parted, pattern)
    if _PIECE.sub("", pattern).strip():
        raise ValueError(f"cannot read it from '{_unread(pattern)[:20]}'")
    found = [(_KINDS[match.lastindex or 0], match[match.lastindex or 0]) for match in _PIECE.finditer(pattern.lower())]
    if not found:
        raise ValueError("it is empty")
    return found


def phrases_in(pattern: str) -> tuple[str, ...]:
    """The ids of the phrases that a pattern has, each once, in order; `~` is the one of words of degree."""
    if "<" not in pattern and "~" not in pattern:
        return ()
    return tuple(dict.fromkeys(match[1] or match[2] for match in _PHRASE.finditer(pattern.lower())))
