"""What joins capitalised words to one name: particles (`von der`, `al-`, `bin`), hyphens, initials, `&`, a legal form,
and, in names that go on with it (`Bank of England`, `Université de Genève`), `of` and `de`.
"""

from __future__ import annotations

from functools import cache

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.language.nouns import nouns
from checker.values.lexer import Tokens
from checker.values.ratings import MARKS, is_rating

NOT_NAMES = "MWZNEJBajHfApbwnx>&%Vgrt2"
"""Classes whose words are no part of a name."""
_SHORT_LINE = 50
LONGEST_BODY = 6
"""So many words the name of a body has at the most."""
_SUFFIXES = frozenset({"inc", "corp", "ltd", "co", "bros", "jr", "sr"})


@cache
def _field(words: Lexicon) -> frozenset[str]:
    """Words that can stand before *and* in the name of a body: what it is for, and words of bodies."""
    return frozenset(word for name in ("portfolio", "common", "organisation_part") for word in words.values[name])


class JointReader:
    """Tells of one text which tokens can be part of a name, and how far a name that has begun goes on."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens, self.words, self.known = tokens, words, gazetteer(words.code)
        self.function, self.particles = words.values["function"], words.values["particle"]
        self.heads, self.articles = words.values["of_head"], words.values["determiner"]
        self.numbered, self.possessed = words.values["numbered"], words.values["possessed"]
        self.suffixes = words.values["hyphen_suffix"]
        self.legal_forms, self.parts = words.values["legal_form"], words.values["organisation_part"]
        self.field = _field(words)
        self.french = words.code == "fr"

    def phrase(self, index: int) -> int:
        """The last token of the longest known name of several tokens that begins here, else `index`."""
        norms = self.tokens.norms
        for rest in self.known.heads.get(norms[index], ()):
            if norms[index + 1] == rest[0] if index + 1 < len(norms) else False:
                stop = index + 1 + len(rest)
                if tuple(norms[index + 1 : stop]) == rest:
                    return stop - 1
        return index

    def names(self, index: int) -> bool:
        """Whether the token can be a capitalised part of a name."""
        tokens = self.tokens
        if index >= len(tokens.norms) or not tokens.capital(index) or tokens.shape[index] in NOT_NAMES:
            return False
        return tokens.norms[index] not in self.function and not self.is_mark(index)

    def is_mark(self, index: int) -> bool:
        """Whether the token is a credit rating."""
        return self.tokens.norms[index] in MARKS and is_rating(self.tokens, self.words, index)

    def key(self, first: int, last: int) -> str:
        norms = self.tokens.norms
        return norms[first] if first == last else " ".join(norms[first : last + 1])

    def further(self, first: int, last: int) -> int:
        """The last token of the run with its next part, or `last` where it ends."""
        tokens, shape = self.tokens, self.tokens.shape
        after = last + 1
        if after >= len(shape):
            return last
        if self.names(after):
            joined = shape[after] != "m" or tokens.norms[last] in self.known.given
            return self.phrase(after) if joined and self._same_line(last, after) else last
        mark = shape[after]
        if self._is_legal_form(last, after):
            return after
        if mark == "-":
            return self._over_hyphens(after, last)
        if mark in "dyDX" and tokens.norms[last] in self.numbered:
            return after
        if mark == "." and tokens.glued(after) and self._shortened(last):
            return after + 1 if self.names(after + 1) else after if tokens.norms[last] in _SUFFIXES else last
        if (
            mark == "L"
            and tokens.norms[after] == "'s"
            and self.names(after + 1)
            and tokens.norms[after + 1] in self.possessed
        ):
            return after + 1
        if mark == "&" and tokens.norms[after] == "&" and self.names(after + 1):
            return after + 1
        if mark == "&" and (body := self._over_and(first, last)) > last:
            return body
        if mark == "/" and self._is_pair(last):
            return after + 1
        if mark == "'" and self.french and tokens.norms[after + 1 : after + 2] == ["s"] and tokens.glued(after):
            # Moody's
            return after + 1 if tokens.glued(after + 1) else last
        if (
            self.french
            and tokens.capital(after)
            and (tokens.norms[after] in self.articles or tokens.norms[after] in self.particles)
        ):
            return after + 1 if self.names(after + 1) else last
        return self._over_particles(first, last)

    def _is_legal_form(self, last: int, after: int) -> bool:
        """Whether a word that is another in lower case ends a company's name: Halvorsen SA; not LE ROI ET SA COUR."""
        tokens = self.tokens
        if tokens.exact(after, after) not in self.legal_forms:
            return False
        shouting = after + 1 < len(tokens.norms) and tokens.exact(after + 1, after + 1).isupper()
        return not (shouting and tokens.exact(last, last).isupper())

    def _is_pair(self, last: int) -> bool:
        """Whether two short forms with a stroke between them are one name: CDU/CSU; not US/UK."""
        tokens = self.tokens
        if last + 2 >= len(tokens.norms) or not (tokens.glued(last + 1) and tokens.glued(last + 2)):
            return False
        if "/" in (tokens.letter(last - 1), tokens.letter(last + 3)):
            return False
        for at in (last, last + 2):
            raw, entry = tokens.exact(at, at), self.known.entries.get(tokens.norms[at])
            if len(raw) < 2 or not raw.isalpha() or not raw.isupper() or (entry and entry.kind in ("place", "media")):
                return False
        return True

    def _over_and(self, first: int, last: int) -> int:
        """The end of a body whose name has *and* in it, else `last`: Food and Drug Administration.

        The word before *and* is a common noun, and the name ends with a word of bodies.
        """
        norms, at = self.tokens.norms, last + 2
        if self.french or not (norms[last] in self.field or norms[last] in nouns("en").plurals):
            return last
        while at < min(last + LONGEST_BODY, len(norms)) and self.names(at):
            at += 1
        stop = at - 1
        told = stop > last + 2 or "of" in norms[first : last + 1]
        if self.tokens.shape[last] == "O" or norms[last] in self.parts:
            return last  # what stands before *and* is whole: Pargon Energy and Veltra Energy
        ends = stop > last + 1 and (self.tokens.shape[stop] == "O" or norms[stop] in self.parts)
        return stop if told and ends else last

    def _same_line(self, last: int, after: int) -> bool:
        """Whether two neighbours stand in one line, or in two lines of which the first was wrapped."""
        text, end = self.tokens.text, self.tokens.ends[last]
        gap = text[end : self.tokens.starts[after]]
        return "\n" not in gap or end - text.rfind("\n", 0, end) > _SHORT_LINE

    def _shortened(self, last: int) -> bool:
        norm = self.tokens.norms[last]
        return (
            len(norm) == 1 or norm in ("st", "ste", "mt", "ft") or norm in _SUFFIXES or self.tokens.shape[last] == "T"
        )

    def _over_hyphens(self, after: int, last: int) -> int:
        """Over `-Marc`, `-au-Prince`, `-19`, `-800`: hyphens that stand close on both sides."""
        shape, tokens = self.tokens.shape, self.tokens
        if after + 1 >= len(shape):
            return last
        if tokens.capital(after + 1) or shape[after + 1] in "dDX":
            return after + 1
        syllables = (
            len(tokens.norms[last]) <= 5 and len(tokens.norms[after + 1]) <= 4 and shape[after + 2 : after + 3] != "-"
        )
        if (
            syllables
            and shape[after + 1] in "LwKiaU"
            and last
            and tokens.capital(last - 1)
            and tokens.norms[after + 1] not in self.suffixes
        ):
            # Kim Jong-un, Moon Jae-in.
            return after + 1
        if shape[after + 2 : after + 3] == "-" and after + 3 < len(shape) and tokens.capital(after + 3):
            return after + 3
        return last

    def _over_particles(self, first: int, last: int) -> int:
        """Over one to three particles and the hyphen after them to the next capitalised word."""
        norms, shape = self.tokens.norms, self.tokens.shape
        index = last + 1
        kinds = set()
        while index <= last + 3 and index < len(norms) and (kind := self.particles.get(norms[index])) is not None:
            kinds.add(kind)
            index += 1
        if index == last + 1 or index >= len(norms):
            return last
        if "of" in kinds and norms[index] in self.articles and shape[index] in "ALf":
            index += 1
        if index < len(norms) and shape[index] == "-":
            index += 1
        if not self.names(index):
            return last
        names_person = norms[first] in self.known.given or (first > 0 and shape[first - 1] == "T")
        if "of" in kinds and self._is_led(first, last, index):
            return last
        if "beside" in kinds and self.phrase(first) < index:
            # "Bruno Le Maire sur France Inter": only a known place goes on so
            return last
        goes_on = "of" not in kinds or names_person or norms[last] in self.heads or norms[first] in self.heads
        return (
            index
            if (goes_on and norms[last + 1] not in ("la", "le", "y", "e", "en", "et")) or self.phrase(first) >= index
            else last
        )

    def _is_led(self, first: int, last: int, index: int) -> bool:
        """Whether the full name of a person follows a known body: the Labour Party of Keir Starmer."""
        person = self.known.entries.get(self.tokens.norms[index])
        named = self.tokens.norms[index] in self.known.given or (person is not None and person.kind == "person")
        return named and self.names(index + 1) and self.key(first, last) in self.known.entries
