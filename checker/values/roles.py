"""Roles: what somebody is (`secrétaire d'État américain`, `Tesla CEO`), beside a name or in its stead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.values.capitals import Run, begins_sentence
from checker.values.lexer import Tokens

_ROLE = re.compile("R")


class Role(NamedTuple):
    """Tokens `first` to `last`, inclusive; `definite` after an article or a possessive; `plain` for one bare noun."""

    first: int
    last: int
    head: int
    definite: bool
    plural: bool
    plain: bool


class Reader:
    """Finds how far a role or an institution goes around its head noun, in one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, runs: Sequence[Run]) -> None:
        self.tokens, self.runs = tokens, runs
        self.run_firsts = [run.first for run in runs]
        known = gazetteer(words.code)
        self.nations, self.entries, self.given = known.nations, known.entries, known.given
        values = words.values
        self.kinds, self.function, self.definite = values["role"], values["function"], values["definite"]
        self.before = values["role_before"]
        self.after = values.get("role_after", {}) | values.get("institution_adjective", {})
        self.origin = values["origin"]
        self.tie, self.portfolio, self.article = values["tie"], values["portfolio"], values["determiner"]
        self.bodies = values["organisation_part"]
        self.english = words.code == "en"

    def role(self, head: int, floor: int) -> Role:
        """The role around the role noun `head`, from token `floor` on at the earliest."""
        norms = self.tokens.norms
        first, last = self._leftwards(head, floor), self.rightwards(head)
        before = norms[first - 1] if first else ""
        # A capital in mid-sentence is a title in French; at its beginning it says nothing.
        definite = before in self.definite or (not first and self.tokens.capital(head))
        plain = first == last and " " not in norms[head]
        return Role(first, last, head, definite, self.kinds[norms[head]] == "plural", plain)

    def is_of_next(self, role: Role) -> bool:
        """Whether a role is the first word of the one right behind it: *deputy prosecutor*."""
        return self.english and role.plain and self.tokens.norms[role.head] in self.before

    def before_origin(self, first: int) -> int:
        """The first token of `d'origine allemande`, `of Polish origin` right before token `first`, else `first`."""
        norms, shape = self.tokens.norms, self.tokens.shape
        for at in range(first - 1, max(first - 5, 0), -1):
            if norms[at] in self.origin:
                while at > 1 and (norms[at - 1] in self.nations or shape[at - 1] == "-"):
                    at -= 1
                return at - 1 if self.tie.get(norms[at - 1]) == "of" else first
            if norms[at] not in self.nations and shape[at] not in "L-":
                break
        return first

    def _leftwards(self, head: int, floor: int) -> int:
        tokens, norms, shape = self.tokens, self.tokens.norms, self.tokens.shape
        first = head
        while first > floor:
            before = first - 1
            if shape[before] == "-" and before > floor:
                before -= 1
                if shape[before] in "dyD":
                    break
            norm = norms[before]
            capital = (
                self.english and tokens.capital(before) and norm not in self.function and shape[before] in "CORKUX"
            )
            if self.english and norm in self.function and norm in self.entries and tokens.capital(before):
                capital = tokens.exact(before, before).isupper()
            if capital and begins_sentence(tokens, before) and norm not in self.before and not self._in_run(before):
                break
            if not capital and norm not in self.before and norm not in self.nations:
                break
            first = before
        while first < head and (
            norms[first] in ("then", "new", "most", "late", "the", "plus", "et") or shape[first] == "-"
        ):
            if norms[first] == "plus" and first and norms[first - 1] in self.definite:
                break
            first += 1
        return first

    def _in_run(self, index: int) -> bool:
        at = bisect_right(self.run_firsts, index) - 1
        return at >= 0 and self.runs[at].last >= index

    def rightwards(self, head: int) -> int:
        """The last token of a role or an institution: adjectives, `-elect`, and what it is for."""
        last = self._adjectives(head)
        for _ in range(2):
            further = self._adjectives(self._complement(last))
            if further == last:
                break
            last = further
        return last

    def _adjectives(self, last: int) -> int:
        norms, shape = self.tokens.norms, self.tokens.shape
        while last + 1 < len(norms):
            after = norms[last + 1]
            if self.english:
                if shape[last + 1] == "-" and norms[last + 2 : last + 3] in (["elect"], ["designate"], ["general"]):
                    last += 2
                    continue
                return last
            hyphened = " ".join(norms[last + 1 : last + 4])
            if after in self.after or (after in self.nations and not self.tokens.capital(last + 1)):
                last += 1
            elif hyphened in self.nations or hyphened in self.after:
                last += 3
            else:
                return last
        return last

    def _complement(self, last: int) -> int:
        """The last token of `of the treasury`, `de la Santé`, `for Acme` after token `last`, else `last`."""
        tokens, norms = self.tokens, self.tokens.norms
        at = last + 1
        if at >= len(norms) or (tie := self.tie.get(norms[at])) is None:
            return self._coordinate(last)
        at += 1
        while at < len(norms) and norms[at] in self.article:
            at += 1
        if at >= len(norms) or not norms[at][0].isalpha() or self._is_origin(at):
            return last
        if tokens.capital(at):
            return self._named_complement(at, last)
        if norms[at] in self.portfolio:
            return self._portfolio(at)
        if tie and norms[at] not in self.function and tokens.shape[at] in "LOk" and norms[at + 1 : at + 2] != ["-"]:
            return at
        return last

    def _is_origin(self, at: int) -> bool:
        """Whether what follows says where somebody is from, and is no part of the role: d'origine allemande."""
        norms = self.tokens.norms
        return norms[at] in self.origin or (
            norms[at] in self.nations and norms[at + 1 : at + 2] != [] and norms[at + 1] in self.origin
        )

    def _coordinate(self, last: int) -> int:
        """`… et des Finances` after a portfolio."""
        norms = self.tokens.norms
        if norms[last] not in self.portfolio or norms[last + 1 : last + 2] not in (["and"], ["et"], [","]):
            return last
        at = last + 2
        while at < len(norms) and (norms[at] in self.article or norms[at] in self.tie):
            at += 1
        if (
            at < len(norms)
            and norms[at] in self.portfolio
            and self.tokens.shape[at] != "O"
            and (norms[last + 1] != "," or norms[at - 1] in self.tie)
        ):
            return self._portfolio(at)
        return last

    def _portfolio(self, at: int) -> int:
        norms = self.tokens.norms
        last = at
        shape = self.tokens.shape
        while last + 1 < len(norms) and (norms[last + 1] in self.portfolio or norms[last + 1] in self.nations):
            if shape[last + 1] == "O" and last > at:
                break
            if self.tokens.capital(last + 1) and norms[last + 1] in self.nations and not self.english:
                break
            last += 1
        while last > at and (
            norms[last] in self.article
            or norms[last] in self.tie
            or norms[last] in ("et", "du", "de", "des", "d'", "and")
        ):
            last -= 1
        if last + 1 < len(norms) and self.tokens.capital(last + 1) and not self.english:
            index = bisect_right(self.run_firsts, last + 1) - 1
            run = self.runs[index] if index >= 0 else None
            if run and run.first == last + 1 and run.entry and run.entry.kind in ("place", "organisation", "product"):
                return run.last
        return last

    def _named_complement(self, at: int, last: int) -> int:
        """A run of capitals after `of`: the whole of it, or its part before a person's name."""
        norms = self.tokens.norms
        index = bisect_right(self.run_firsts, at) - 1
        if index < 0 or self.runs[index].last < at:
            return at if norms[at] in self.portfolio else last
        run = self.runs[index]
        if run.entry is not None and run.first > last:
            return run.last  # *de La Réunion* too, whose article is its own
        if run.first < at:
            return last
        if norms[at] in self.portfolio:
            stop = at
            while stop < run.last and norms[stop + 1] in self.portfolio and norms[stop + 1] not in self.given:
                stop += 1
            if stop == run.last:
                return self._portfolio(stop)
            named = norms[at] in self.bodies and norms[stop + 1] not in self.given
            holder = self.tokens.shape[run.last + 1 : run.last + 2] == "," and self._in_run(run.last + 2)
            return run.last if named and holder else stop  # *the head of Company Ardent Mills, Ines Brandt*
        for split in range(at + 1, run.last + 1):
            if norms[split] in self.given and norms[at] not in self.given and len(norms[at]) > 2:
                return split - 1
        return run.last


def roles(tokens: Tokens, reader: Reader) -> tuple[Role, ...]:
    """The roles of a text, in order; none overlaps another."""
    found: list[Role] = []
    for match in _ROLE.finditer(tokens.shape):
        if found and found[-1].last == match.start() - 1 and reader.is_of_next(found[-1]):
            found.pop()
        if not found or match.start() > found[-1].last:
            found.append(reader.role(match.start(), found[-1].last + 1 if found else 0))
    return tuple(found)
