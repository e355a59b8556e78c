"""Runs of capitalised words: the stuff of names, places and lists of names, found once for all three.

A run joins capitalised words over particles (`von der`, `al-`, `bin`), hyphens, initials, `&`, and, in names that go on
with it (`Bank of England`, `Université de Genève`), `of` and `de`. Words that have a capital only because a sentence
begins are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.language import Lexicon
from checker.language.gazetteer import Entry, Gazetteer, gazetteer
from checker.language.nouns import nouns
from checker.values.lexer import Tokens

_CAMEL = re.compile(r"\b[a-z]{1,2}[A-Z]\w+")
_NOT_NAMES = "MWZNEJBajHfApbwnx>&%Vgrt2"
_BEGINS = '¶.!?…:«"•*'
_SHORT_LINE = 50
_LONGEST_BODY = 6
_LONGEST_OPENING = 3
_HEADING = re.compile(r"(?:^|¶)([^¶.!?]{4,30})(?=¶)")
_SUFFIXES = frozenset({"inc", "corp", "ltd", "co", "bros", "jr", "sr"})


class Run(NamedTuple):
    """Tokens `first` to `last`, inclusive; `key` as in the gazetteer; `initial` where a sentence begins with it."""

    first: int
    last: int
    key: str
    entry: Entry | None
    initial: bool


def is_capital(tokens: Tokens, index: int) -> bool:
    """Whether the token begins with a capital letter."""
    return tokens.text[tokens.starts[index]].isupper()


def begins_sentence(tokens: Tokens, index: int) -> bool:
    """Whether the capital of this token may be due to its place alone."""
    if not index or tokens.shape[index - 1] in _BEGINS or tokens.norms[index - 1] == ">":
        return True
    return "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]


def runs(tokens: Tokens, words: Lexicon) -> tuple[Run, ...]:
    """The runs of a text, in order."""
    return tuple(_Reader(tokens, words).read())


@cache
def _field(words: Lexicon) -> frozenset[str]:
    """Words that can stand before *and* in the name of a body: what it is for, and words of bodies."""
    return frozenset(word for name in ("portfolio", "common", "organisation_part") for word in words.values[name])


class _Reader:
    """One pass over the capitalised tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens, self.known = tokens, gazetteer(words.code)
        self.function, self.common = words.values["function"], words.values["common"]
        self.particles, self.heads = words.values["particle"], words.values["of_head"]
        self.articles, self.numbered = words.values["determiner"], words.values["numbered"]
        self.possessed, self.suffixes = words.values["possessed"], words.values["hyphen_suffix"]
        self.legal_forms, self.parts = words.values["legal_form"], words.values["organisation_part"]
        self.field = _field(words)
        self.french = words.code == "fr"

    def read(self) -> Iterator[Run]:
        tokens = self.tokens
        headings = self._title_case()
        at = 0
        for index in self._capitals():
            if index < at:
                continue
            if (opened := self._in_lower_case(index, at)) is not None:
                at = opened.last + 1
                yield opened
                continue
            if index in headings:
                if (last := self._known(index)) >= 0:
                    at = last + 1
                    yield self._run(index, last)
                continue
            if (last := self._start(index)) < 0:
                continue
            while (further := self._further(index, last)) > last:
                last = further
            first = self._leading_particle(index, at)
            run = self._run(first, last)
            at = last + 1
            if not self._only_initial(run):
                yield from _parted(run, tokens, self.known)

    def _in_lower_case(self, index: int, floor: int) -> Run | None:
        """The known place that begins with a common noun before the capital at `index`: mer Égée, pays de Galles."""
        for first in range(index - 1, max(index - _LONGEST_OPENING, floor) - 1, -1):
            if self.tokens.norms[first] in self.known.lower and (last := self._phrase(first)) >= index:
                return self._run(first, last)
        return None

    def _title_case(self) -> set[int]:
        """The tokens of headings in which almost every word has a capital, so that capitals tell nothing."""
        found: set[int] = set()
        for match in _HEADING.finditer(self.tokens.shape):
            first, last = match.span(1)
            plain = [
                at for at in range(first, last) if len(self.tokens.norms[at]) > 3 and self.tokens.shape[at].isalpha()
            ]
            if len(plain) > 3 and 4 * sum(is_capital(self.tokens, at) for at in plain) > 3 * len(plain):
                found.update(range(first, last))
        return found

    def _known(self, index: int) -> int:
        """The last token of a known name or of a given name and what follows it, at `index`; else -1."""
        if (last := self._phrase(index)) > index:
            return last
        norm = self.tokens.norms[index]
        if norm in self.known.given and self._names(index + 1):
            return index + 1
        return index if norm in self.known.entries and norm not in self.function else -1

    def _capitals(self) -> list[int]:
        """The tokens with a capital first, or second and third (iPhone)."""
        text, starts = self.tokens.text, self.tokens.starts
        found = [index for index, start in enumerate(starts) if text[start].isupper()]
        camels = [bisect_left(starts, match.start()) for match in _CAMEL.finditer(text)]
        camels = [index for index in camels if index < len(starts)]
        return sorted({*found, *camels}) if camels else found

    def _start(self, index: int) -> int:
        """The last token of what begins a name at `index`: of a known name, or the token itself; -1 if none begins."""
        tokens = self.tokens
        if (last := self._phrase(index)) > index:
            return last
        norm = tokens.norms[index]
        if self.french and norm in self.articles:
            return index if self._names(index + 1) and not begins_sentence(tokens, index) else -1
        if tokens.shape[index] == "M" and norm in self.known.given and self._names(index + 1):
            return index
        if tokens.shape[index] in _NOT_NAMES or not norm[0].isalpha():
            return self._acronym(index)
        if norm not in self.function:
            return index
        return self._acronym(index)

    def _acronym(self, index: int) -> int:
        """`index` where a word is a known name if it is written in capitals throughout (US, UN, WHO), else -1."""
        raw = self.tokens.text[self.tokens.starts[index] : self.tokens.ends[index]]
        return index if len(raw) > 1 and raw.isupper() and self.tokens.norms[index] in self.known.entries else -1

    def _phrase(self, index: int) -> int:
        """The last token of the longest known name of several tokens that begins here, else `index`."""
        norms = self.tokens.norms
        for rest in self.known.heads.get(norms[index], ()):
            if norms[index + 1] == rest[0] if index + 1 < len(norms) else False:
                stop = index + 1 + len(rest)
                if tuple(norms[index + 1 : stop]) == rest:
                    return stop - 1
        return index

    def _names(self, index: int) -> bool:
        """Whether the token can be a capitalised part of a name."""
        tokens = self.tokens
        if index >= len(tokens.norms) or not is_capital(tokens, index):
            return False
        return tokens.shape[index] not in _NOT_NAMES and tokens.norms[index] not in self.function

    def _further(self, first: int, last: int) -> int:
        """The last token of the run with its next part, or `last` where it ends."""
        tokens, shape = self.tokens, self.tokens.shape
        after = last + 1
        if after >= len(shape):
            return last
        if self._names(after):
            joined = shape[after] != "m" or tokens.norms[last] in self.known.given
            return self._phrase(after) if joined and self._same_line(last, after) else last
        mark = shape[after]
        if self._is_legal_form(last, after):
            return after
        if mark == "-":
            return self._over_hyphens(after, last)
        if mark in "dyDX" and tokens.norms[last] in self.numbered:
            return after
        if mark == "." and tokens.glued(after) and self._shortened(last):
            return after + 1 if self._names(after + 1) else after if tokens.norms[last] in _SUFFIXES else last
        if (
            mark == "L"
            and tokens.norms[after] == "'s"
            and self._names(after + 1)
            and tokens.norms[after + 1] in self.possessed
        ):
            return after + 1
        if mark == "&" and tokens.norms[after] == "&" and self._names(after + 1):
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
            and is_capital(tokens, after)
            and (tokens.norms[after] in self.articles or tokens.norms[after] in self.particles)
        ):
            return after + 1 if self._names(after + 1) else last
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
        while at < min(last + _LONGEST_BODY, len(norms)) and self._names(at):
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
        """Over `-Marc`, `-au-Prince`, `-19`: hyphens that stand close on both sides."""
        shape, tokens = self.tokens.shape, self.tokens
        if after + 1 >= len(shape):
            return last
        if is_capital(tokens, after + 1) or shape[after + 1] in "dX":
            return after + 1
        syllables = (
            len(tokens.norms[last]) <= 5 and len(tokens.norms[after + 1]) <= 4 and shape[after + 2 : after + 3] != "-"
        )
        if (
            syllables
            and shape[after + 1] in "LwKiaU"
            and last
            and is_capital(tokens, last - 1)
            and tokens.norms[after + 1] not in self.suffixes
        ):
            # Kim Jong-un, Moon Jae-in.
            return after + 1
        if shape[after + 2 : after + 3] == "-" and after + 3 < len(shape) and is_capital(tokens, after + 3):
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
        if not self._names(index):
            return last
        names_person = norms[first] in self.known.given or (first > 0 and shape[first - 1] == "T")
        if "of" in kinds and self._is_led(first, last, index):
            return last
        if "beside" in kinds and self._phrase(first) < index:
            # "Bruno Le Maire sur France Inter": only a known place goes on so
            return last
        goes_on = "of" not in kinds or names_person or norms[last] in self.heads or norms[first] in self.heads
        return (
            index
            if (goes_on and norms[last + 1] not in ("la", "le", "y", "e", "en", "et")) or self._phrase(first) >= index
            else last
        )

    def _is_led(self, first: int, last: int, index: int) -> bool:
        """Whether the full name of a person follows a known body: the Labour Party of Keir Starmer."""
        person = self.known.entries.get(self.tokens.norms[index])
        named = self.tokens.norms[index] in self.known.given or (person is not None and person.kind == "person")
        return named and self._names(index + 1) and self._key(first, last) in self.known.entries

    def _leading_particle(self, index: int, at: int) -> int:
        """The first token with `al-`, `von der`, `bin` before the name."""
        norms, shape = self.tokens.norms, self.tokens.shape
        first = index
        while first > at:
            before = first - 2 if shape[first - 1] == "-" and first - 2 >= at else first - 1
            if self._of_person(before, index):
                return before
            if (
                self.particles.get(norms[before]) != ""
                or norms[before] in self.function
                or norms[before] in ("a", "e", "y")
            ):
                break
            first = before
        return first

    def _of_person(self, before: int, index: int) -> bool:
        """`M. de Villepin`, `le général de Gaulle`: a *de* that belongs to the name."""
        norms, shape = self.tokens.norms, self.tokens.shape
        if norms[before] not in ("de", "d'") or not self.french or not before:
            return False
        titled = shape[before - 1] == "T" or (shape[before - 1] == "." and shape[before - 2 : before - 1] == "T")
        return titled or f"{norms[before]} {norms[index]}" in self.known.entries

    def _run(self, first: int, last: int) -> Run:
        tokens = self.tokens
        key = self._key(first, last)
        initial = begins_sentence(tokens, first)
        entry = self.known.entries.get(key)
        if entry is None and last > first:
            if initial and tokens.norms[first] in self.common:
                # "Former Microsoft", "Officials Trump": the first word has its capital from its place.
                rest = self._key(first + 1, last)
                if rest in self.known.entries or tokens.norms[first + 1] in self.known.given:
                    return Run(first + 1, last, rest, self.known.entries.get(rest), False)
            if tokens.shape[last] in "dyDX":
                entry = self.known.entries.get(self._key(first, last - 1))
        return Run(first, last, key, entry, initial)

    def _key(self, first: int, last: int) -> str:
        norms = self.tokens.norms
        return norms[first] if first == last else " ".join(norms[first : last + 1])

    def _only_initial(self, run: Run) -> bool:
        """Whether a single common word has its capital from the beginning of a sentence."""
        return run.first == run.last and run.initial and run.key in self.common


def _parted(run: Run, tokens: Tokens, known: Gazetteer) -> Iterator[Run]:
    """The run, or its two parts where a known place or body stands before a given name (`Californie Gavin Newsom`)."""
    norms = tokens.norms
    if run.entry is None and norms[run.first] not in known.given:
        for index in range(run.first + 1, min(run.last, run.first + _LONGEST_BODY)):
            if norms[index] in known.given:
                key = " ".join(norms[run.first : index])
                if (entry := known.entries.get(key)) and entry.kind != "person" and tokens.shape[index - 1] != "-":
                    rest = " ".join(norms[index : run.last + 1])
                    yield Run(run.first, index - 1, key, entry, run.initial)
                    yield Run(index, run.last, rest, known.entries.get(rest), False)
                    return
                if index == run.first + 1 and tokens.exact(run.first, run.first).isupper() and len(key) > 1:
                    # "UDF Philippe Douste-Blazy": a party or an agency beside a person.
                    yield Run(run.first, run.first, key, None, False)
                    yield Run(index, run.last, " ".join(norms[index : run.last + 1]), None, False)
                    return
    yield run
