"""The named phrases of packs, compiled once for all patterns that hold them, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import get_close_matches

from checker.errors import Problem
from checker.extraction.patterns import Wording, compile_phrase
from checker.extraction.pieces import DEGREE, phrases_in
from checker.language import lexicon
from checker.model.rule import Phrase, RulePack
from checker.model.source import Language


class _Compiling:
    """The phrases of one language by id: those that another holds are compiled before it."""

    def __init__(self, phrases: Sequence[Phrase], language: Language) -> None:
        self.language = language
        self.written = {phrase.id: phrase.in_language(language) for phrase in phrases if phrase.in_language(language)}
        self.compiled = {DEGREE: compile_phrase(tuple(lexicon(language).values["degree"]), {})}
        self.problems: list[Problem] = []
        self.under_way: list[str] = []
        for name in self.written:
            self.compile(name)

    def compile(self, name: str) -> None:
        if name in self.compiled or name not in self.written:
            return
        if name in self.under_way:
            circle = " ".join(f"<{one}>" for one in (*self.under_way[self.under_way.index(name) :], name))
            self.fail(name, f"phrases that hold each other: {circle}", "write the words of one of them out")
            return
        self.under_way.append(name)
        for written in self.written[name]:
            for held in phrases_in(written):
                self.compile(held)
        self.under_way.pop()
        if name in self.compiled:
            return  # it holds itself
        try:
            self.compiled[name] = compile_phrase(self.written[name], self.compiled)
        except ValueError as error:
            self.fail(name, f"the phrase cannot be used: {error}", "see the table of patterns in docs/packs.md")

    def fail(self, name: str, what: str, remedy: str) -> None:
        """Tell what is wrong, and let a word stand for the phrase, so that what holds it is not told of too."""
        self.problems.append(Problem(f"phrase {name}: {self.language}", what, remedy))
        self.compiled[name] = compile_phrase((name,), {})


def compile_phrases(phrases: Sequence[Phrase], language: Language) -> tuple[Mapping[str, Wording], Sequence[Problem]]:
    """The phrases of some packs by id, with that of words of degree (`DEGREE`); and what is wrong with them."""
    compiling = _Compiling(phrases, language)
    return compiling.compiled, compiling.problems


def lint_phrases(packs: Sequence[RulePack], languages: Sequence[Language]) -> Iterator[Problem]:
    """Phrases and guards that cannot be used, that nothing uses, or that a fact type names and no pack has."""
    phrases = tuple(phrase for pack in packs for phrase in pack.phrases)
    home = {phrase.id: pack.id for pack in packs for phrase in pack.phrases}
    for language in languages:
        for problem in compile_phrases(phrases, language)[1]:
            name = problem.where.removeprefix("phrase ").partition(":")[0]
            yield Problem(f"pack {home[name]}: phrases.toml: {problem.where}", problem.what, problem.remedy)
    guards = {guard.id for pack in packs for guard in pack.guards}
    for pack in packs:
        for fact_type in pack.fact_types:
            for name in (name for name in fact_type.guards if name not in guards):
                near = get_close_matches(name, sorted(guards), 1)
                remedy = f"did you mean '{near[0]}'?" if near else "name one of this pack, or add its pack to requires"
                where = f"pack {pack.id}: facts.toml: fact type {fact_type.id}: guards"
                yield Problem(where, f"there is no guard '{name}'", remedy)
    yield from _unused(packs)


def _unused(packs: Sequence[RulePack]) -> Iterator[Problem]:
    """The phrases and guards that nothing at hand uses, of packs that use any.

    A pack that uses none has them for the packs that require it.
    """
    used = {pack.id: set(_uses(pack)) for pack in packs}
    everywhere = set[str]().union(*used.values())
    for pack in packs:
        for what, table in (("phrase", pack.phrases), ("guard", pack.guards)):
            for one in table if used[pack.id] else ():
                if f"{what} {one.id}" not in everywhere:
                    where = f"pack {pack.id}: phrases.toml: {what} {one.id}"
                    yield Problem(where, "nothing uses it", "remove it, or use it in facts.toml")


def _uses(pack: RulePack) -> Iterator[str]:
    """The phrases and guards that fact types, phrases and guards of a pack use, as `phrase were`, `guard recalled`."""
    for fact_type in pack.fact_types:
        yield from (f"guard {name}" for name in fact_type.guards)
        for table in (fact_type.patterns, fact_type.unsaid, fact_type.unless, *fact_type.states.values()):
            yield from (f"phrase {name}" for patterns in table.values() for name in _held(patterns))
    for one in (*pack.phrases, *pack.guards):
        yield from (f"phrase {name}" for name in _held((*one.en, *one.fr)))


def _held(patterns: Sequence[str]) -> Set[str]:
    return {name for written in patterns for name in phrases_in(written)}
