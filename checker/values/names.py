"""Names of persons, organisations and products, with the roles beside them, and roles that stand for a person.

A name's span is the name alone: titles and roles before it are in `role` (`Commerce Secretary`), not in the span.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.language.nouns import nouns
from checker.model.value import Name
from checker.values.capitals import Run
from checker.values.found import Found
from checker.values.institutions import institutions
from checker.values.lexer import Tokens
from checker.values.nametypes import Type, Types
from checker.values.roles import Reader, Role
from checker.values.settled import bodies, key

_CENTURY = re.compile("[ivx]{1,6}e")
_LONG = 8
"""A word of so many letters with the ending of a common noun is one."""
_OF_ENTRY: dict[str, Type] = {
    "person": "person", "organisation": "organisation", "media": "organisation", "product": "product", "other": "other",
}  # fmt: skip


def read(tokens: Tokens, words: Lexicon, runs: Sequence[Run], reader: Reader, roles: Sequence[Role]) -> list[Found]:
    """The names among the runs that are no places, and the roles that stand alone, in order of the text."""
    return _Names(tokens, words, runs, reader, roles).read()


@lru_cache(maxsize=4096)
def _name(text: str, kind: Type, role: str | None) -> Name:
    """One record for a name however often a text says it."""
    return Name(text=text, type=kind, role=role)


class _Names:
    """One text's runs and roles, told apart."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, runs: Sequence[Run], reader: Reader, roles: Sequence[Role]
    ) -> None:
        self.tokens, self.runs, self.reader, self.roles = tokens, runs, reader, roles
        self.words, self.lexicon = words.values, words
        known = gazetteer(words.code)
        self.given, self.nations, self.entries = known.given, known.nations, known.entries
        self.english = words.code == "en"
        self.role_firsts = [role.first for role in roles]
        self.by_last = {role.last: role for role in roles}
        self.by_first = {role.first: role for role in roles}
        self.attached: set[int] = set()
        self.run_firsts = {run.first for run in runs}
        self.types = Types(tokens, words, self.run_firsts)
        self.firsts = [run.first for run in runs]
        self.pending: list[tuple[int, int, Run]] = []

    def read(self) -> list[Found]:
        found: list[Found] = []
        bodies = institutions(self.tokens, self.words, self.runs, self.reader) if not self.english else {}
        for run in self.runs:
            if self._is_portfolio(run):
                continue
            if (body := bodies.get(run.first)) is not None:
                if body.opens:
                    found.append(self._found(body.first, body.last, "organisation", None))
            else:
                found += self._of_run(run)
        found += self._settled(found)
        found += self._standing_roles()
        found.sort(key=lambda name: (name.first, -name.last))
        return found

    def _settled(self, found: list[Found]) -> list[Found]:
        """The names left pending, told by the rest of the text; a guess at a person yields to it too."""
        led = [self._found(first, last, "organisation", None) for first, last, _ in self.pending if self._led(first)]
        told = bodies(self.tokens, self.lexicon, [*found, *led])
        for index, name in enumerate(found):
            if name.first in self.types.guessed and key(self.tokens, name.first, name.last) in told:
                found[index] = self._found(name.first, name.last, "organisation", None)
        surnames = self._surnames(found)
        sure = {key(self.tokens, first, last) for first, last, run in self.pending if not run.initial}
        firsts = {name.first for name in led}
        for first, last, run in self.pending:
            if first in firsts:
                continue
            said = key(self.tokens, first, last)
            if said in told:
                led.append(self._found(first, last, "organisation", None))
            elif run.key in surnames:
                led.append(self._found(first, last, "person", None))
            elif last > first or not run.initial or said in sure or (self._acts(last) and not self._is_common(run.key)):
                led.append(self._found(first, last, "other", None))
        return led

    def _is_common(self, word: str) -> bool:
        """Whether a word at the beginning of a sentence is rather a common noun: Travellers, Abstention."""
        known = nouns(self.lexicon.code)
        ending = len(word) >= _LONG and word.endswith(tuple(self.words["common_ending"]))
        return ending or word in known.plurals or word in known.singulars

    def _found(self, first: int, last: int, kind: Type, role: Role | str | None) -> Found:
        text = " ".join(self.tokens.exact(first, last).split())
        said = self.tokens.exact(role.first, role.last) if isinstance(role, Role) else role
        return Found(first, last, _name(text, kind, said))

    def _is_portfolio(self, run: Run) -> bool:
        """Whether a run is only what a role is for (`secrétaire au Trésor`)."""
        role = self._role_over(run.first)
        return (
            role is not None and role.head < run.first and run.last <= role.last and run.key in self.words["portfolio"]
        )

    def _role_over(self, index: int) -> Role | None:
        at = bisect_right(self.role_firsts, index) - 1
        return self.roles[at] if at >= 0 and self.roles[at].last >= index else None

    def _led(self, first: int) -> bool:
        """Whether an unknown name is what somebody heads or holds: `le patron de Volvo`, `shares in Volvo`."""
        norms = self.tokens.norms
        if first > 1 and norms[first - 2] in self.words["share_noun"] and norms[first - 1] in ("in", "dans"):
            return True
        role = self._role_over(first)
        return role is not None and role.head < first and self.tokens.norms[role.head] not in self.words["local_role"]

    def _surnames(self, found: list[Found]) -> frozenset[str]:
        """The last words of the full names of persons in this text."""
        norms = self.tokens.norms
        full = (name for name in found if name.last > name.first and isinstance(name.value, Name))
        return frozenset(norms[name.last] for name in full if name.value.type == "person")  # type: ignore[union-attr]

    def _of_run(self, run: Run) -> Iterator[Found]:
        """The name in a run, without the role or title before it."""
        entry = run.entry
        first, last = run.first, run.last
        if first == last and run.key in self.words["plain_capital"]:
            return
        if entry is not None and entry.kind != "person":
            counted = run.key in self.nations and self.tokens.letter(first - 1) in "dDyniSk"
            plain = entry.kind == "weak_place" and run.initial and first == last and not self._acts(last)
            if entry.kind != "place" and not counted and not plain:
                yield self._found(first, last, _OF_ENTRY.get(entry.kind, "other"), None)
            return
        role = self._role_inside(run) or self._role_into(run)
        if role is not None:
            if role.last >= last:
                yield from self._holder(run, role)
                return
            first = role.last + 1
        begins = first
        while first < last and self.tokens.shape[first] in "T.":
            first += 1
        titled = first > begins
        if self.tokens.norms[first] in self.nations:
            if first == last:
                return
            if self.tokens.norms[first + 1] in self.given:
                first += 1
        while (
            first < last
            and self.tokens.norms[first] in self.words["organisation_noun"]
            and self.tokens.exact(first, first).isupper()
        ):
            first += 1
        if not titled and first > 0 and self.tokens.shape[first - 1] == "T":
            begins, titled = first - 1, True
        role = role or self._role_before(first) or (self._role_before(begins) if titled else None)
        yield from self._decided(run, first, last, role or self._rank(begins, first), titled)

    def _role_inside(self, run: Run) -> Role | None:
        """The last role whose head stands in the run, unless the head is the surname of a given name."""
        named = self.tokens.norms[run.first] in self.given
        last = run.last - 1 if named and run.last > run.first else run.last
        at = self.tokens.shape.rfind("R", run.first, last + 1)
        return self._role_over(at) if at >= 0 else None

    def _role_into(self, run: Run) -> Role | None:
        """The role that ends inside the run: `ministre de l'Éducation nationale` before a name in one run with it."""
        role = self._role_over(run.first)
        return role if role is not None and role.head < run.first and role.last < run.last else None

    def _holder(self, run: Run, role: Role) -> Iterator[Found]:
        """The known body that a role in one run with it belongs to: `Microsoft` in `Microsoft CEO`."""
        for stop in range(min(role.head - 1, run.first + 4), run.first - 1, -1):
            key = " ".join(self.tokens.norms[run.first : stop + 1])
            if (entry := self.entries.get(key)) and entry.kind in _OF_ENTRY and entry.kind != "person":
                yield self._found(run.first, stop, _OF_ENTRY[entry.kind], None)
                return

    def _rank(self, first: int, stop: int) -> Role | None:
        """The rank that a title before a name says: *Col* Ines Brandt."""
        ranks = [at for at in range(first, stop) if self.words["title"].get(self.tokens.norms[at]) == "rank"]
        return Role(ranks[0], ranks[-1], ranks[0], definite=True, plural=False, plain=True) if ranks else None

    def _role_before(self, first: int) -> Role | None:
        """The role that ends right before, or before a comma: `the spokeswoman for Acme, Jane Doe`."""
        if role := self.by_last.get(self.reader.before_origin(first) - 1):
            return role
        role = self.by_last.get(first - 2)
        return role if role and self.tokens.shape[first - 1] == "," and role.definite and not role.plural else None

    def _role_after(self, last: int) -> Role | None:
        """The role after a comma: `Mike Pompeo, the US secretary of state,`."""
        if self.tokens.shape[last + 1 : last + 2] != ",":
            return None
        at = last + 2
        if at < len(self.tokens.norms) and self.tokens.norms[at] in self.words["determiner"]:
            at += 1
        role = self.by_first.get(at)
        if role is None or role.plural or role.last + 1 in self.run_firsts:
            return None
        if self.tokens.shape[role.last + 1 : role.last + 2] == "," and self._is_item(role.last + 2):
            # "X, la présidente du parti, Y, et Z": the role of the next item
            return None
        return role

    def _is_item(self, first: int) -> bool:
        """Whether the name that begins at `first` is an item of a list: a comma and *and* follow it, or one of them."""
        at = bisect_right(self.firsts, first) - 1
        if at < 0 or self.runs[at].first != first:
            return False
        after = self.tokens.shape[self.runs[at].last + 1 : self.runs[at].last + 3]
        return after[:1] == "&" or after == ",&"

    def _decided(self, run: Run, first: int, last: int, role: Role | None, titled: bool) -> Iterator[Found]:
        """The name from `first` to `last` with its type; one that only the rest of the text tells is left pending."""
        if (run.entry is None and self._is_letter(first, last)) or self._names_street(first, role):
            return
        kind = self.types.of(run, first, last, role is not None, titled)
        if kind is None and self._after_street(first):
            return
        if kind in (None, "person") and role is None:
            role = self._role_after(last)
            if role is None and kind is None and last > first and self._after_noun(first) is not None:
                kind = "person"
            kind = "person" if role else kind
        if kind is None:
            self.pending.append((first, last, run))
            return
        if kind == "person" and role is not None:
            self.attached.add(role.first)
            yield self._found(first, last, kind, role)
        else:
            yield self._found(first, last, kind, self._after_noun(first) if kind == "person" and last > first else None)

    def _is_letter(self, first: int, last: int) -> bool:
        """Whether it is a single letter, one before a hyphen (`E-mail`), a century (`XXIe`) or a model (`737 MAX`)."""
        if _CENTURY.fullmatch(self.tokens.norms[first]):
            return True
        single = len(self.tokens.norms[first]) == 1 and (first == last or self.tokens.shape[first + 1] == "-")
        raw = self.tokens.exact(first, last)
        return single or (raw.isupper() and first > 0 and self.tokens.shape[first - 1] in "dDyX")

    def _names_street(self, first: int, role: Role | None) -> bool:
        """Whether a street is called so: avenue Jean-Jaurès, place Jean Moulin."""
        street = not self.english and role is None and first > 0
        return street and self.tokens.norms[first - 1] in self.words["street_noun"]

    def _after_street(self, first: int) -> bool:
        norms = self.tokens.norms
        return not self.english and any(norm in self.words["street_noun"] for norm in norms[max(first - 3, 0) : first])

    def _after_noun(self, first: int) -> str | None:
        """The plain noun before a person's name, after an article: `l'alpiniste Lukas Zbinden`."""
        norms, shape = self.tokens.norms, self.tokens.shape
        stop = self.reader.before_origin(first)
        at = stop - 1
        while at > 0 and (norms[at] in self.nations or norms[at] in self.words.get("role_after", ())):
            at -= 1
        if at < 1 or shape[at] not in "LRT" or norms[at] in self.words["function"] or self.tokens.capital(at):
            return None
        return self.tokens.exact(at, stop - 1) if norms[at - 1] in self.words["definite"] else None

    def _acts(self, last: int) -> bool:
        """Whether what follows a name at the beginning of a sentence shows that it is one."""
        norms, shape = self.tokens.norms, self.tokens.shape
        if last + 1 >= len(norms):
            return False
        after = norms[last + 1]
        return (
            shape[last + 1] == "V"
            or after in ("'s", "'")
            or after in self.words["beside_verb"]
            or after in self.words["polling"]
            or shape[last + 1] in "wv"
        )

    def _standing_roles(self) -> Iterator[Found]:
        """Roles with an article and more than a bare noun that stand beside no name."""
        for role in self.roles:
            if role.definite and not role.plural and not role.plain and role.first not in self.attached:
                yield self._found(role.first, role.last, "role", None)
