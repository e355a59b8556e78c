"""Text to tokens, and the text's *shape*: one letter a token, over which the grammars are written.

A grammar is a regular expression over the shape, so the search for values runs in the regular expression engine over
a string as long as the text has words; only what matches is looked at in Python. The letters of word classes come from
the language's data files; the letters below belong to the lexer.

    d  a whole figure of one or two digits     y  a whole figure 1000-2199 of four digits   D  any other figure
    C  a capitalised word of no class          L  any other word of no class                X  word with digits (A320)
    -  hyphen between glued tokens             ~  a dash                                    ¶  a paragraph break
    «  opening quotation mark                  »  closing one                               "  one that could be either
    Q  minutes and seconds with their marks (3'09")
    any other sign stands for itself (, . ; : ( ) / … and so on); a curly apostrophe is '

Classes of words, by file (a word that stands in several has the letter of the last):

    amounts  n number word   i one   S scale   K letter that can be a scale   k collective   h fraction   o ordinal
             x modifier   = minus   c currency word   $ currency sign or code   % percent   U unit of measure
             & and, or   > to   b between   f of   A the   j a, an   p other preposition   w pronoun, auxiliary, adverb
             v verb
    names    T title   R role   O organisation word   V verb of saying   H personal pronoun   a according to
    time     M month   m month or other word   W weekday   Z its short form   s season   e season or other word
             u unit of time   2 second   r relative adjective   t relative day   P part of day   g ago   z am, pm, zone
             N clock word   J feast   B decade

Dotted letters (`U.S.`, `p.m.`) are one word; so are `aujourd'hui` and `o'clock`. An elided article or pronoun (`l'`)
and an English `'s` are tokens of their own. `20h30` is three tokens, `16e` and `10k` two, glued; so is `EUR125`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from checker.language import Lexicon

_GROUP = "[ \u00a0\u202f\u2009]"
_FIGURE = (
    rf"(?:[0-9]{{1,3}}(?:{_GROUP}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+|['’][0-9]{{3}}(?![0-9]))*|(?<![\w.,])[.,][0-9]+)"
    r"(?:(?:\s?[x×]\s?10)?\^[+-]{0,2}[0-9]{1,2}(?!\w)|[eE][+-]?[0-9]{1,2}(?!\w))?"
)
_MARKED = r"[0-9]{1,3}['’′][0-9]{2}(?:[\"”″]|['’]{2})(?:[0-9]{1,2}(?![0-9]))?"
_MARK = re.compile(r"[\"”″]|['’]{2}")
_WORD = r"[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"
_INITIALS = r"(?:[^\W\d_]\.){2,}"
_CLOCK = r"(?<=[0-9])[hHT](?=[0-9])"
_ENGLISH = r"[oO]['’](?:clock\b|[A-ZÀ-Þ][^\W_]+)|['’](?:s|re|ve|ll|d|m|t)\b"
_FRENCH = (
    r"(?i:aujourd['’]hui\b)|(?i:(?:[cdjlmnst]|qu|quelqu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’])(?=[\w«\"“])"
    r"|[OD]['’][A-ZÀ-Þ][^\W_]+"
)
_SIGNS = {
    **dict.fromkeys("«“„‹", "«"),
    **dict.fromkeys("»”›", "»"),
    **dict.fromkeys("–—−‒", "~"),
    "’": "'",
}  # fmt: skip


class Tokens(NamedTuple):
    """The tokens of a text. `norms` are lower case with straight apostrophes; one space joins a phrase's words."""

    text: str
    starts: list[int]
    ends: list[int]
    norms: list[str]
    shape: str

    def letter(self, index: int) -> str:
        """The shape at `index`, a blank beyond the text."""
        return self.shape[index] if 0 <= index < len(self.shape) else " "

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def exact(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, inclusive."""
        return self.text[self.starts[first] : self.ends[last]]


class _Pieces(dict[str, tuple[str, str]]):
    """piece of text -> (letter, norm), learnt as pieces come by; white space has no letter."""

    MOST = 50_000

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        language = _FRENCH if words.code == "fr" else _ENGLISH
        codes = "|".join(sorted(code.upper() for code in words.values["sign"] if len(code) == 3 and code.isascii()))
        self.pattern = re.compile(
            rf" |{language}|(?=[A-Z]{{3}}[0-9])(?:{codes})(?=[0-9])|{_INITIALS}"
            rf"|{_CLOCK}|{_WORD}|{_MARKED}|{_FIGURE}|\s+|.",
            re.DOTALL,
        )
        self.letters = words.letters

    def __missing__(self, piece: str) -> tuple[str, str]:
        found = self._read(piece)
        if len(piece) < 40 and len(self) < self.MOST:
            self[piece] = found
        return found

    def _read(self, piece: str) -> tuple[str, str]:
        first = piece[0]
        if first.isspace():
            return ("¶", "\n") if piece.count("\n") > 1 else ("", "")
        if first.isalpha() or (first.isnumeric() and not first.isdigit()):
            norm = unicodedata.normalize("NFC", piece.lower()).replace("’", "'")
            letter = self.letters.get(norm) or ("C" if first.isupper() else "L")
            return ("X" if letter in "CL" and any(sign.isdigit() for sign in piece) else letter), norm
        if (piece[-1].isdigit() and piece.isascii()) or (len(piece) > 1 and piece[0].isdecimal()):
            return _figure(piece), piece
        norm = piece.lower().replace("’", "'")
        return self.letters.get(norm) or _SIGNS.get(piece) or (piece if len(piece) == 1 else "L"), norm


def _figure(piece: str) -> str:
    if _MARK.search(piece):
        return "Q"
    if not piece.isdigit() or len(piece) == 3 or len(piece) > 4:
        return "D"
    if len(piece) <= 2:
        return "d"
    return "y" if "1000" <= piece < "2200" else "D"


@cache
def _pieces(words: Lexicon) -> _Pieces:
    return _Pieces(words)


def lex(text: str, words: Lexicon) -> Tokens:
    """The tokens of `text`. Offsets are code points of `text`; what is white space is in no token."""
    known = _pieces(words)
    pieces = known.pattern.findall(text)
    read = [known[piece] for piece in pieces]
    letters = [letter for letter, _ in read]
    bounds = [0, *accumulate(map(len, pieces))]
    starts = list(compress(bounds, letters))
    ends = list(compress(bounds[1:], letters))
    norms = [norm for letter, norm in read if letter]
    return _with_phrases(Tokens(text, starts, ends, norms, _hyphens(text, starts, ends, "".join(letters))), words)


def _hyphens(text: str, starts: list[int], ends: list[int], shape: str) -> str:
    """The shape with hyphens that are not glued on both sides marked as dashes."""
    at = shape.find("-")
    if at < 0:
        return shape
    signs = list(shape)
    while at >= 0:
        if at == 0 or at + 1 == len(signs) or ends[at - 1] != starts[at] or ends[at] != starts[at + 1]:
            signs[at] = "~"
        at = shape.find("-", at + 1)
    return "".join(signs)


@cache
def _phrases(words: Lexicon) -> dict[tuple[str, str], list[tuple[list[str], str]]]:
    """The first two words of phrases -> the words that go on and the whole, the longest first."""
    found: dict[tuple[str, str], list[tuple[list[str], str]]] = {}
    for phrase in (phrase for phrases in words.phrases.values() for phrase in phrases):
        found.setdefault((phrase[0], phrase[1]), []).append((list(phrase[2:]), " ".join(phrase)))
    return found


def _with_phrases(tokens: Tokens, words: Lexicon) -> Tokens:
    """Join the tokens of known phrases, the longest at each place."""
    norms, shape, phrases = tokens.norms, tokens.shape, _phrases(words)
    joined: list[tuple[int, int, str]] = []
    free = 0
    for index, pair in enumerate(pairwise(norms)):
        if pair not in phrases or index < free:
            continue
        for rest, phrase in phrases[pair]:
            stop = index + 2 + len(rest)
            if norms[index + 2 : stop] == rest:
                joined.append((index, stop, phrase))
                free = stop
                break
    if not joined:
        return tokens
    starts: list[int] = []
    ends: list[int] = []
    kept: list[str] = []
    letters: list[str] = []
    at = 0
    for first, stop, norm in [*joined, (len(norms), len(norms), "")]:
        starts += tokens.starts[at:first]
        ends += tokens.ends[at:first]
        kept += norms[at:first]
        letters.append(shape[at:first])
        if norm:
            starts.append(tokens.starts[first])
            ends.append(tokens.ends[stop - 1])
            kept.append(norm)
            letters.append(words.letters[norm])
        at = stop
    return Tokens(tokens.text, starts, ends, kept, "".join(letters))
