"""Runs of capitalised words: the stuff of names, places and lists of names, found once for all three.

What joins a run together is told in `joints.py`. Words that have a capital only because a sentence begins are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from checker.language import Lexicon
from checker.language.gazetteer import Entry, Gazetteer
from checker.values.joints import LONGEST_BODY, NOT_NAMES, JointReader
from checker.values.lexer import Tokens

_CAMEL = re.compile(r"\b[a-z]{1,2}[A-Z]\w+")
_BEGINS = '¶.!?…:«"•*'
_LISTED = (",C", ",X", ",K")
_LONGEST_OPENING = 3
_HEADING = re.compile(r"(?:^|¶)([^¶.!?]{4,30})(?=¶)")


class Run(NamedTuple):
    """Tokens `first` to `last`, inclusive; `key` as in the gazetteer; `initial` where a sentence begins with it."""

    first: int
    last: int
    key: str
    entry: Entry | None
    initial: bool


def begins_sentence(tokens: Tokens, index: int) -> bool:
    """Whether the capital of this token may be due to its place alone."""
    if index and tokens.shape[index - 1] == ":" and tokens.shape[index + 1 : index + 3] in _LISTED:
        return False  # five stations: Marlow, Henley
    if not index or tokens.shape[index - 1] in _BEGINS or tokens.norms[index - 1] == ">":
        return True
    if tokens.shape[index - 1] == "z" and tokens.norms[index - 1].endswith("."):
        return True
    return "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]


def runs(tokens: Tokens, words: Lexicon) -> tuple[Run, ...]:
    """The runs of a text, in order."""
    return tuple(_Reader(tokens, words).read())


class _Reader(JointReader):
    """One pass over the capitalised tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        super().__init__(tokens, words)
        self.common = words.values["common"]
        self.labels = words.values["label"].keys() | words.values["numbered_room"].keys()

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
            while (further := self.further(index, last)) > last:
                last = further
            if (last := self._before_label(index, last)) < index:
                continue
            first = self._leading_particle(index, at)
            run = self._run(first, last)
            at = last + 1
            if not self._only_initial(run):
                yield from _parted(run, tokens, self.known)

    def _in_lower_case(self, index: int, floor: int) -> Run | None:
        """The known place that begins with a common noun before the capital at `index`: mer Égée, pays de Galles."""
        for first in range(index - 1, max(index - _LONGEST_OPENING, floor) - 1, -1):
            if self.tokens.norms[first] in self.known.lower and (last := self.phrase(first)) >= index:
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
            if len(plain) > 3 and 4 * sum(self.tokens.capital(at) for at in plain) > 3 * len(plain):
                found.update(range(first, last))
        return found

    def _before_label(self, first: int, last: int) -> int:
        """The last token of a run without the label of a figure at its end: Air France of Air France Flight 447.

        A run that is all label ends before `first`. A year after a longer run belongs to it (Data Protection Act 2018).
        """
        norm, after = self.tokens.norms[last], self.tokens.letter(last + 1)
        if norm not in self.labels or norm in self.numbered or after not in "dDXy" or (after == "y" and last > first):
            return last
        return last - 1 if self.key(first, last) not in self.known.entries else last

    def _known(self, index: int) -> int:
        """The last token of a known name or of a given name and what follows it, at `index`; else -1."""
        if (last := self.phrase(index)) > index:
            return last
        norm = self.tokens.norms[index]
        if norm in self.known.given and self.names(index + 1):
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
        if (last := self.phrase(index)) > index:
            return last
        if self.is_mark(index):
            return -1
        norm = tokens.norms[index]
        if self.french and norm in self.articles:
            return index if self.names(index + 1) and not begins_sentence(tokens, index) else -1
        if tokens.shape[index] == "M" and norm in self.known.given and self.names(index + 1):
            return index
        if tokens.shape[index] in NOT_NAMES or not norm[0].isalpha():
            return self._acronym(index)
        if norm not in self.function:
            return index
        return self._acronym(index)

    def _acronym(self, index: int) -> int:
        """`index` where a word is a known name if it is written in capitals throughout (US, UN, WHO), else -1."""
        raw = self.tokens.text[self.tokens.starts[index] : self.tokens.ends[index]]
        return index if len(raw) > 1 and raw.isupper() and self.tokens.norms[index] in self.known.entries else -1

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
        key = self.key(first, last)
        initial = begins_sentence(tokens, first)
        entry = self.known.entries.get(key)
        if entry is None and last > first:
            if initial and tokens.norms[first] in self.common:
                # "Former Microsoft", "Officials Trump": the first word has its capital from its place.
                rest = self.key(first + 1, last)
                if rest in self.known.entries or tokens.norms[first + 1] in self.known.given:
                    return Run(first + 1, last, rest, self.known.entries.get(rest), False)
            if tokens.shape[last] in "dyDX":
                entry = self.known.entries.get(self.key(first, last - 1))
        return Run(first, last, key, entry, initial)

    def _only_initial(self, run: Run) -> bool:
        """Whether a single common word has its capital from the beginning of a sentence."""
        return run.first == run.last and run.initial and run.key in self.common


def _parted(run: Run, tokens: Tokens, known: Gazetteer) -> Iterator[Run]:
    """The run, or its two parts where a known place or body stands before a given name (`Californie Gavin Newsom`)."""
    norms = tokens.norms
    if run.entry is None and norms[run.first] not in known.given:
        for index in range(run.first + 1, min(run.last, run.first + LONGEST_BODY)):
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
