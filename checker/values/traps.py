"""Figures that are no values: phones, addresses, labels (page 12, article 49.3), links, codes and copyright lines.

`mark` sets the tokens of such runs as taken before any grammar of values looks at the text. What only looks like a
value when it stands alone (model names, scores) is left to `alone.py`: a noun or unit after it makes it an amount.
"""

from __future__ import annotations

import re

from checker.language import Lexicon
from checker.values.lexer import Tokens

_FIGURES = "dyD"
_PHONE = re.compile(
    r"\+[dyD](?:[-~.()/]{0,2}[dyD])+|\+D"
    r"|\([dyD]\)[dyD][-~.]?[dyD]+"
    r"|[dyD](?:[-~][dyD]){3,8}|[dD]-D-[yD]|D-[yD](?![LU])|D-d-D|[dyD][dyD][dyD]+"
)
"""+33 1 …, (212) 555-0147, 1-800-…, 555-0142, 02 555 12 34, 978-0-306-40615-7"""
_PHONE_DIGITS = 7
_COPYRIGHT = re.compile(r"(?:©|\(C\))C?C?y(?:[-~]y)?")
_LINK = re.compile("@|:(?=//)")
_START = re.compile("[dyDni]")
_PARTS = 40
"""A code has so many tokens at the most, a link four times as many."""


def mark(tokens: Tokens, words: Lexicon, taken: bytearray) -> None:
    """Set the tokens of all traps in `taken`."""
    for match in _PHONE.finditer(tokens.shape):
        if _is_phone(tokens, match.start(), match.end()):
            _take(taken, match.start(), match.end() - 1)
    for match in _COPYRIGHT.finditer(tokens.shape):
        _take(taken, match.start(), match.end() - 1)
    for match in _LINK.finditer(tokens.shape):
        if not taken[match.start()]:
            _take_glued(tokens, match.start(), taken)
    for match in _START.finditer(tokens.shape):
        index = match.start()
        if taken[index]:
            continue
        if _follows_label(tokens, words, index) or _begins_with_zero(tokens, index):
            _take_codes(tokens, index, taken)
        elif tokens.shape[index] in _FIGURES and (
            _is_address(tokens, words, index) or _is_postal(tokens, words, index)
        ):
            taken[index] = 1


def _take(taken: bytearray, first: int, last: int) -> None:
    taken[first : last + 1] = b"\1" * (last + 1 - first)


def _is_phone(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a run of figures is a phone or a code: not a date, a range or a row of amounts."""
    run = tokens.shape[first:stop]
    norms = tokens.norms[first:stop]
    if any("," in norm or ("." in norm[:-3] and "+" not in run) for norm in norms):
        return False
    if run in ("y-d-d", "d-d-y") or sum(sign.isdigit() for norm in norms for sign in norm) < _PHONE_DIGITS:
        return False
    if run[0] in "+(" or run.count("-") + run.count("~") >= 2:
        return True
    if "-" in run:
        return len(norms[0]) == 3 and len(norms[-1]) == 4
    return len(run) > 3 or norms[0].startswith("0")


def _take_glued(tokens: Tokens, index: int, taken: bytearray) -> None:
    """Take the run of tokens without white space around `index`: a link, an address of e-mail."""
    first = last = index
    while first > 0 and index - first < _PARTS and tokens.glued(first):
        first -= 1
    while last + 1 < len(tokens.norms) and last - index < 4 * _PARTS and tokens.glued(last + 1):
        last += 1
    _take(taken, first, last)


def _follows_label(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether the word before `index` makes it a label: page 12, no. 5, article 49.3, n° 7, numéro deux."""
    at = index - 1
    pointed = at > 0 and tokens.norms[at] in (".", "°")
    if pointed:
        at -= 1
        if tokens.norms[at] not in words.values["abbreviated"] or not tokens.glued(at + 1):
            return False
    if at < 0 or tokens.norms[at] not in words.values["label"] or _is_verb(tokens, words, at):
        return False
    if not pointed and (tokens.ends[at] + 2 < tokens.starts[index] or tokens.exact(at, at) == "no"):
        return False
    if tokens.shape[index] == "y" and tokens.norms[at] in words.values["year_word"]:
        return False  # la saison 2023-2024
    return tokens.shape[index] in _FIGURES or tokens.norms[at] in words.values["label_worded"]


def _is_verb(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether a label is a verb here: will stage 12 concerts, a arrêté 25 personnes."""
    return (
        at > 0
        and tokens.norms[at] in words.values["label_verb"]
        and tokens.norms[at - 1] in words.values["label_subject"]
    )


def _begins_with_zero(tokens: Tokens, index: int) -> bool:
    """Whether a row of figures begins with a zero: 0800 12 345; not the month of 2011 09 27."""
    norm = tokens.norms[index]
    if len(norm) == 2 and tokens.letter(index - 1) == "y":
        return False
    return norm[0] == "0" and norm.isdigit() and tokens.letter(index + 1) in _FIGURES


def _take_codes(tokens: Tokens, index: int, taken: bytearray) -> None:
    """Take the code at `index` and what is joined to it: pages 12 and 13, articles 5 à 7, 21-cv-1175, 075 112 20."""
    at = index
    while at - index < _PARTS:
        taken[at] = 1
        at += 1
        letter, following = tokens.letter(at), tokens.letter(at + 1)
        if letter in "./" and following in _FIGURES and tokens.glued(at) and tokens.glued(at + 1):
            continue
        if (letter in "-LCXKU" and tokens.glued(at)) or letter in _FIGURES:
            continue
        if letter in "&>," and following in "dD" and tokens.letter(at + 2) not in "LUuc%$S":
            at += 1
            continue
        return


def _is_address(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether the figure at `index` is a house number: 10 Downing Street; 27, rue des Lilas; 14 bis, avenue Foch."""
    if tokens.letter(index - 1) == "u" and tokens.norms[index - 1] in words.values["clock_hour"]:
        # the minutes of a clock time: à 8 h 15 rue des Lilas
        return False
    at, streets, additions = index + 1, words.values["street"], words.values["house_addition"]
    if words.code == "fr":
        while (
            tokens.letter(at) != " " and at - index < 4 and (tokens.shape[at] == "," or tokens.norms[at] in additions)
        ):
            at += 1
        return tokens.letter(at) != " " and tokens.norms[at] in streets and tokens.letter(at + 1) in "fACp"
    if tokens.letter(at) != " " and tokens.glued(at) and len(tokens.norms[at]) == 1:
        at += 1
    for step in range(at, at + 4):
        if tokens.letter(step) not in "CROTXo":
            return False
        if step > at and tokens.norms[step] in streets and tokens.exact(step, step)[0].isupper():
            return True
    return False


def _is_postal(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether the figure at `index` is a postal code before a French town: 35000 Rennes, 4800 Verviers."""
    norm = tokens.norms[index]
    if not norm.isdigit() or tokens.letter(index + 1) != "C" or words.code != "fr":
        return False
    return len(norm) == 5 or (len(norm) == 4 and tokens.letter(index - 1) == ",")
