"""Figures that are no values: phones, addresses, labels (page 12, article 49.3), links, codes, versions, copyright lines.

`mark` sets the tokens of such runs as taken before any grammar of values looks at the text. What only looks like a
value when it stands alone (model names, scores) is left to `alone.py`: a noun or unit after it makes it an amount.
"""

from __future__ import annotations

import re
from functools import cache

from checker.language import Lexicon
from checker.values.lexer import Tokens

_FIGURE = "[dyD]"
_PHONE = re.compile(
    rf"\+{_FIGURE}(?:[-~.()/]{{0,2}}{_FIGURE})+|\+D"
    rf"|\({_FIGURE}\){_FIGURE}[-~.]?{_FIGURE}+"
    r"|[dyD](?:[-~][dyD]){3,8}|[dD]-D-[yD]|D-[yD](?![LU])|D-d-D|[dyD][dyD][dyD]+"
)
"""+33 1 …, (212) 555-0147, 1-800-…, 555-0142, 02 555 12 34, 978-0-306-40615-7"""
_COPYRIGHT = re.compile(r"(?:©|\(C\))C?C?y(?:[-~]y)?")
_LINK = re.compile(r"[@:]")
_PARTS = 40
"""A link or code has so many tokens at the most."""
_ABBREVIATED = frozenset(
    {
        "no",
        "nos",
        "nr",
        "n",
        "p",
        "pp",
        "fig",
        "figs",
        "art",
        "vol",
        "sec",
        "ch",
        "tel",
        "tél",
        "ref",
        "réf",
        "ext",
        "apt",
        "av",
        "bd",
    }
)


@cache
def _labels(words: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(words.values["label"]), frozenset(words.values["street"])


def mark(tokens: Tokens, words: Lexicon, taken: bytearray) -> None:
    """Set the tokens of all traps in `taken`."""
    shape = tokens.shape
    for match in _PHONE.finditer(shape):
        if _is_phone(tokens, match.start(), match.end()):
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for match in _COPYRIGHT.finditer(shape):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for match in _LINK.finditer(shape):
        if taken[match.start()]:
            continue
        if shape[match.start()] == "@" or shape[match.end() : match.end() + 2] == "//":
            _take_glued(tokens, match.start(), taken)
    labels, streets = _labels(words)
    for match in re.finditer("[dyDni]", shape):
        index = match.start()
        if taken[index]:
            continue
        if _follows_label(tokens, index, labels) or (
            shape[index] in "dD"
            and tokens.norms[index].startswith("0")
            and tokens.norms[index].isdigit()
            and shape[index + 1 : index + 2] in ("d", "y", "D")
        ):
            _take_codes(tokens, index, taken)
        elif shape[index] in "dyD" and (_is_address(tokens, words, index, streets) or _is_postal(tokens, words, index)):
            taken[index] = 1


def _is_phone(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a run of figures is a phone or a code: not a date, a range or a row of amounts."""
    run = tokens.shape[first:stop]
    digits = sum(sign.isdigit() for sign in tokens.exact(first, stop - 1))
    if any("," in tokens.norms[at] or ("." in tokens.norms[at][:-3] and "+" not in run) for at in range(first, stop)):
        return False
    if run in ("y-d-d", "d-d-y") or digits < 7:
        return False
    if run[0] in "+(" or run.count("-") + run.count("~") >= 2:
        return True
    if "-" in run:
        return len(tokens.norms[first]) == 3 and len(tokens.norms[stop - 1]) == 4
    return stop - first > 3 or tokens.norms[first].startswith("0")


def _take_glued(tokens: Tokens, index: int, taken: bytearray) -> None:
    """Take the run of tokens without white space around `index`."""
    first = last = index
    while first > 0 and index - first < _PARTS and tokens.glued(first):
        first -= 1
    while last + 1 < len(tokens.norms) and last - index < 4 * _PARTS and tokens.glued(last + 1):
        last += 1
    taken[first : last + 1] = b"\1" * (last + 1 - first)


def _follows_label(tokens: Tokens, index: int, labels: frozenset[str]) -> bool:
    """Whether the word before `index` makes it a label: page 12, no. 5, article 49.3, n° 7, numéro deux."""
    at = index - 1
    if at >= 0 and tokens.shape[at] in ".°" and at > 0:
        at -= 1
        if tokens.norms[at] not in _ABBREVIATED or not tokens.glued(at + 1):
            return False
    if at < 0 or tokens.norms[at] not in labels or (tokens.ends[at] + 2 < tokens.starts[index] and at == index - 1):
        return False
    if tokens.norms[at] == "no" and at == index - 1 and tokens.exact(at, at) == "no":
        return False
    return tokens.shape[index] in "dyD" or tokens.norms[at] in (
        "number",
        "numéro",
        "act",
        "scene",
        "acte",
        "scène",
        "chapter",
        "chapitre",
        "phase",
    )


def _take_codes(tokens: Tokens, index: int, taken: bytearray) -> None:
    """Take the code at `index` and those joined to it: pages 12 and 13, articles 5 à 7, 21-cv-1175, 075 112 20."""
    taken[index] = 1
    at = index + 1
    shape = tokens.shape
    while at < len(shape) and at - index < _PARTS:
        if (
            tokens.glued(at)
            and shape[at] in "-./LCXKUdyD"
            and (shape[at] not in "./" or (shape[at + 1 : at + 2] in ("d", "y", "D") and tokens.glued(at + 1)))
        ):
            taken[at] = 1
        elif (
            shape[at] in "&>,"
            and shape[at + 1 : at + 2] in ("d", "D")
            and shape[at + 2 : at + 3] not in ("L", "U", "u", "c", "%", "$", "S")
        ):
            taken[at + 1] = 1
            at += 1
        elif shape[at] in "dyD" and shape[at - 1] in "dyD":
            taken[at] = 1
        else:
            return
        at += 1


def _is_address(tokens: Tokens, words: Lexicon, index: int, streets: frozenset[str]) -> bool:
    """Whether the figure at `index` is a house number: 10 Downing Street; 27, rue des Lilas.

    14 bis, avenue de la Gare.
    """
    shape, norms = tokens.shape, tokens.norms
    at = index + 1
    if words.code == "fr":
        while at < len(norms) and at - index < 4 and (shape[at] == "," or norms[at] in ("bis", "ter", "quater")):
            at += 1
        return (
            at < len(norms)
            and norms[at] in streets
            and norms[at] not in ("bis", "ter")
            and shape[at + 1 : at + 2] in ("f", "A", "C", "p")
        )
    if at < len(norms) and tokens.glued(at) and len(norms[at]) == 1:
        at += 1
    for step in range(4):
        if at + step >= len(norms) or shape[at + step] not in "CROTXo":
            return False
        if step and norms[at + step] in streets and tokens.exact(at + step, at + step)[0].isupper():
            return True
    return False


def _is_postal(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether the figure at `index` is a postal code before a town: 35000 Rennes, 4800 Verviers."""
    norm, shape = tokens.norms[index], tokens.shape
    if not norm.isdigit() or shape[index + 1 : index + 2] != "C" or words.code != "fr":
        return False
    return len(norm) == 5 or (len(norm) == 4 and shape[index - 1 : index] == ",")
