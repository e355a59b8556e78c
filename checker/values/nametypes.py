"""What a name is the name of (a person, an organisation, a product), by its own words and by those beside it."""

from __future__ import annotations

from collections.abc import Set
from typing import Literal

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.values.capitals import Run
from checker.values.lexer import Tokens

Type = Literal["person", "organisation", "product", "role", "other"]


class Types:
    """Tells the types of the names of one text.

    `run_firsts` are the tokens with which its runs begin; in `guessed` are those of names that only their form makes a
    person's.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, run_firsts: Set[int]) -> None:
        self.tokens, self.words, self.run_firsts = tokens, words.values, run_firsts
        known = gazetteer(words.code)
        self.given, self.nations, self.entries = known.given, known.nations, known.entries
        self.english = words.code == "en"
        self.guessed: set[int] = set()

    def of(self, run: Run, first: int, last: int, has_role: bool, titled: bool) -> Type | None:
        """The type of the name from `first` to `last` in a run, None where only the rest of the text can tell."""
        norms = self.tokens.norms
        if self._has_legal_form(first, last):
            return "organisation"
        if titled or run.entry is not None:
            return "person"
        if (apposed := self._apposed(first, last)) is not None:
            return apposed
        parts = norms[first : last + 1]
        words = self.words
        if (norms[first] not in self.given or self.tokens.shape[last] == "O") and self._says_body(first, last):
            alone = words["institution"] if not self.english else words["organisation"]
            return "organisation" if last > first or norms[first] in alone else None
        if first == last and has_role and last + 1 in self.run_firsts and self.tokens.exact(first, last).isupper():
            # a party between a role and a name: le sénateur LR X
            return "organisation"
        if norms[first] in self.given or has_role:
            return "person"
        raw = self.tokens.exact(first, last)
        if "/" in raw and raw.isupper():
            return "organisation"
        if first == last:
            acronym = raw.isupper() and raw.isalpha() and 2 <= len(raw) <= 6
            if acronym and self.tokens.shape[first - 1 : first] not in ("d", "D", "y"):
                return "organisation"
            return None
        if self.tokens.shape[last] in "dyDX":
            return "product"
        if norms[last + 1 : last + 2] and (
            norms[last + 1] in words["person_follows"]
            or (norms[last + 2 : last + 3] and norms[last + 2] in words["person_follows"])
        ):
            return "person"
        if any(self._is_body(first, stop) for stop in (first, first + 1) if stop < last):
            return "organisation"
        unlike = any(
            part in words["event_part"] or part in words["portfolio"] for part in parts if part not in words["particle"]
        )
        if unlike or norms[first] in self.nations:
            return None
        plain = (
            " " in raw
            and last - first <= 2
            and all(
                self.tokens.shape[at] in "CLT.-m" or norms[at] in words["particle"] for at in range(first, last + 1)
            )
        )
        unclear = run.initial and norms[first] in words["common"]
        if not plain or unclear or self.tokens.exact(first, first).isupper() or raw.isupper():
            return None
        if not raw.replace(" ", "").replace("-", "").isalpha():
            return None
        self.guessed.add(first)
        return "person"

    def _has_legal_form(self, first: int, last: int) -> bool:
        """Whether it ends as companies do: Dornfeld AG, Brunello S.p.A.; not Texas AG."""
        end = last - (self.tokens.shape[last] == "." and last > first)
        form = self.tokens.exact(end, end)
        if end == first or (form not in self.words["legal_form"] and form.rstrip(".") not in self.words["legal_form"]):
            return False
        entry = self.entries.get(" ".join(self.tokens.norms[first:end]))
        return entry is None or entry.kind != "place"

    def _says_body(self, first: int, last: int) -> bool:
        """Whether a word of the name is one of organisations: Inc, Group, University."""
        parts = self.tokens.norms[first : last + 1]
        known = self.words["organisation_part"]
        return "O" in self.tokens.shape[first : last + 1] or any(part in known for part in parts)

    def _is_body(self, first: int, last: int) -> bool:
        """Whether a run begins with a known body or place: `China Mobile`, `Sony Music`."""
        entry = self.entries.get(" ".join(self.tokens.norms[first : last + 1]))
        return entry is not None and entry.kind in ("organisation", "media", "place")

    def _apposed(self, first: int, last: int) -> Type | None:
        """What a noun beside the name calls it: `the app X`, `la société chinoise X`, `the X app`."""
        norms, words = self.tokens.norms, self.words
        if self.english and norms[last + 1 : last + 2] and norms[last + 1] in words["product_noun"]:
            return "product"
        for at in range(first - 1, max(first - 4, -1), -1):
            norm = norms[at]
            if norm in words["product_noun"]:
                return "product"
            if norm in words["organisation_noun"]:
                return "organisation"
            adjective = (
                norm in self.nations
                or norm in words.get("institution_adjective", ())
                or norm in words.get("role_after", ())
            )
            if not adjective and (self.tokens.shape[at] != "L" or norm in words["function"] or self.english):
                return None
        return None
