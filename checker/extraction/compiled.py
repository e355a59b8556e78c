"""Rule packs made ready for one language: patterns compiled and indexed by the words they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from itertools import product
from typing import NamedTuple

from checker.built import digest_of, kept
from checker.errors import PackError, Problem, raise_all
from checker.extraction.index import Index, Later
from checker.extraction.needs import needed
from checker.extraction.patterns import Pattern, Wording, compile_pattern, event_held
from checker.extraction.phrases import compile_phrases, lint_phrases
from checker.model.rule import EventType, FactType, Guard, RulePack
from checker.model.source import Language

LANGUAGES: tuple[Language, ...] = ("en", "fr")


class Target(NamedTuple):
    """What a match makes: a claim of `fact_type`, with a state or as not said where the pattern is for that.

    `unless`: it makes none, and keeps the other patterns of the fact type from making one of the same value; `guard`
    is the guard that it is of, if any.
    """

    fact_type: FactType
    state: str | None = None
    unsaid: bool = False
    unless: bool = False
    guard: str | None = None


@dataclass(frozen=True)
class Compiled:
    """The fact types and event types of some packs for one language, with their phrases and guards.

    `valued` holds the patterns with a `{value}`, `flat` those of states and of *not specified*, which have none.
    `state`: a digest of all of it, under which what its patterns need is kept for later runs; nothing is without one.
    """

    language: Language
    fact_types: tuple[FactType, ...]
    event_types: tuple[EventType, ...]
    phrases: Mapping[str, Wording]
    guards: tuple[Guard, ...] = ()
    state: str = ""

    @cached_property
    def event_words(self) -> dict[str, tuple[str, ...]]:
        """Event type id -> its nouns and verbs, longest first, as they stand in patterns."""
        return {
            event.id: tuple(
                sorted(
                    {*event.nouns.get(self.language, ()), *event.verbs.get(self.language, ())},
                    key=lambda word: (-len(word.split(" ")), word),
                )
            )
            for event in self.event_types
        }

    @cached_property
    def counting(self) -> tuple[FactType, ...]:
        """The fact types that any count of their nouns states."""
        return tuple(fact_type for fact_type in self.fact_types if fact_type.reads == "counts")

    @cached_property
    def naming(self) -> tuple[FactType, ...]:
        """The fact types that the role told beside any name states."""
        return tuple(fact_type for fact_type in self.fact_types if fact_type.reads == "roles")

    @cached_property
    def event_verbs(self) -> frozenset[str]:
        """The verbs of all event types: an article before one says nothing of the event."""
        return frozenset(verb for event in self.event_types for verb in event.verbs.get(self.language, ()))

    @cached_property
    def events(self) -> Index[EventType]:
        """The event types by their nouns and verbs."""
        told = [event for event in self.event_types if self.event_words[event.id]]
        return Index([(self._later("{event}", event.id, event.id), event) for event in told])

    @cached_property
    def valued(self) -> Index[Target]:
        return self._index(one for one in self._written if _has_value(one[1]) and not one[1].unless)

    @cached_property
    def flat(self) -> Index[Target]:
        return self._index(one for one in self._written if _is_flat(one[1]))

    def refusing(self, fact_type: FactType) -> Index[Target]:
        """The patterns of a fact type's `unless` and of its guards: asked for only where one of its patterns fits."""
        if fact_type.id not in self._refusing:
            self._refusing[fact_type.id] = self._index(self._unless.get(fact_type.id, ()))
        return self._refusing[fact_type.id]

    @cached_property
    def _refusing(self) -> dict[str, Index[Target]]:
        return {}

    @cached_property
    def _unless(self) -> dict[str, list[tuple[str, Target]]]:
        found: dict[str, list[tuple[str, Target]]] = defaultdict(list)
        for written, target in self._written:
            if target.unless:
                found[target.fact_type.id].append((written, target))
        return found

    def _index(self, patterns: Iterable[tuple[str, Target]]) -> Index[Target]:
        return Index([(self._later(written, target.fact_type.event, target), target) for written, target in patterns])

    def _later(self, written: str, event: str | None, target: Target | str) -> Later:
        anchors, *others = self._needed[written, event]
        return Later(written, anchors, tuple(others), partial(self.compile, written, target))

    @cached_property
    def _needed(self) -> dict[tuple[str, str | None], Sequence[frozenset[str]]]:
        """A pattern as written, and the event type of its fact type -> what it needs, the rarest first."""

        def make() -> dict[tuple[str, str | None], Sequence[frozenset[str]]]:
            held = {event: event_held(words) for event, words in self.event_words.items() if words}
            targets: dict[tuple[str, str | None], Target | str] = {("{event}", event): event for event in held}
            targets |= {(written, target.fact_type.event): target for written, target in self._written}
            return {
                (written, event): needed(written, self.phrases, held.get(event or "", frozenset()))
                or [self.compile(written, target).anchors]
                for (written, event), target in targets.items()
            }

        return kept(f"needed.{self.language}", self.state, make) if self.state else make()

    @cached_property
    def _written(self) -> tuple[tuple[str, Target], ...]:
        return tuple(self.written())

    def written(self) -> Iterator[tuple[str, Target]]:
        """All patterns as written, with what a match of them makes."""
        guards = {guard.id: guard.in_language(self.language) for guard in self.guards}
        for fact_type in self.fact_types:
            for guard in fact_type.guards:
                for written in guards.get(guard, ()):
                    yield written, Target(fact_type, unless=True, guard=guard)
            for written in fact_type.unless.get(self.language, ()):
                yield written, Target(fact_type, unless=True)
            for written in fact_type.patterns.get(self.language, ()):
                yield written, Target(fact_type)
            for written in fact_type.unsaid.get(self.language, ()):
                yield written, Target(fact_type, unsaid=True)
            for state, patterns in fact_type.states.items():
                for written in patterns.get(self.language, ()):
                    yield written, Target(fact_type, state=state)

    def compile(self, written: str, target: Target | str) -> Pattern:
        """One pattern, of a fact type or of the event type of that id. Raises `PackError`."""
        if isinstance(target, str):
            where = f"event type {target} ({self.language})"
            return compile_pattern(written, event_words=self.event_words[target], phrases=self.phrases, where=where)
        fact_type = target.fact_type
        return compile_pattern(
            written,
            subject_kinds=fact_type.subject,
            event_words=self.event_words.get(fact_type.event or "", ()),
            phrases=self.phrases,
            where=f"fact type {fact_type.id} ({self.language})",
        )


def _has_value(target: Target) -> bool:
    return target.state is None and not target.unsaid


def _is_flat(target: Target) -> bool:
    return not _has_value(target) or (target.unless and "status" in target.fact_type.kinds)


_READY: dict[tuple[str, ...], Compiled] = {}


def compile_packs(packs: Sequence[RulePack], language: Language) -> Compiled:
    """The packs ready for texts in `language`, compiled once. Raises `PackError` for a pattern that cannot be used."""
    key = (language, *(f"{pack.id} {pack.digest}" for pack in packs))
    if key not in _READY or not all(pack.digest for pack in packs):
        fact_types = tuple(fact_type for pack in packs for fact_type in pack.fact_types)
        event_types = tuple(event for pack in packs for event in pack.event_types)
        guards = tuple(guard for pack in packs for guard in pack.guards)
        state = _state(packs)
        phrases = (
            kept(f"phrases.{language}", state, lambda: _phrases(packs, language))
            if state
            else _phrases(packs, language)
        )
        _READY[key] = Compiled(language, fact_types, event_types, phrases, guards, state)
    return _READY[key]


def _state(packs: Sequence[RulePack]) -> str:
    """The digest of the packs and of what compiles them; none where a pack was not read from files."""
    if not all(pack.digest for pack in packs):
        return ""
    parts = [pack.digest for pack in packs] + [digest_of(part) for part in ("extraction", "language", "model")]
    return sha256(" ".join(parts).encode()).hexdigest()


def _phrases(packs: Sequence[RulePack], language: Language) -> Mapping[str, Wording]:
    phrases, problems = compile_phrases([phrase for pack in packs for phrase in pack.phrases], language)
    raise_all(PackError, problems)
    return phrases


def lint_patterns(packs: Sequence[RulePack]) -> Iterator[Problem]:
    """What is wrong with the phrases, guards and patterns of packs, in every language, with the key that each stands
    under.
    """
    yield from lint_phrases(packs, LANGUAGES)
    events = tuple(event for pack in packs for event in pack.event_types)
    guards = tuple(guard for pack in packs for guard in pack.guards)
    phrases = [phrase for pack in packs for phrase in pack.phrases]
    homes = {guard.id: pack.id for pack in packs for guard in pack.guards}
    told: set[Problem] = set()  # a guard's pattern is compiled for every fact type that names it
    for pack, language in product(packs, LANGUAGES):
        compiled = Compiled(language, pack.fact_types, events, compile_phrases(phrases, language)[0], guards)
        for event in pack.event_types:
            if compiled.event_words[event.id]:
                where = f"pack {pack.id}: facts.toml: event type {event.id}: nouns.{language}, verbs.{language}"
                yield from _unusable(compiled, "{event}", event.id, where)
        for written, target in compiled.written():
            for problem in _lint_pattern(compiled, written, target, pack, homes):
                if problem not in told:
                    told.add(problem)
                    yield problem


def _lint_pattern(
    compiled: Compiled, written: str, target: Target, pack: RulePack, homes: Mapping[str, str]
) -> Iterator[Problem]:
    fact_type = target.fact_type
    where = f"pack {pack.id}: facts.toml: fact type {fact_type.id}: {_key(target)}.{compiled.language}"
    if target.guard is not None:
        where = f"pack {homes[target.guard]}: phrases.toml: guard {target.guard}: {compiled.language}"
    if "{event}" not in written or fact_type.event is None or fact_type.event in compiled.event_words:
        yield from _unusable(compiled, written, target, where)
    if "{value}" in written and not _has_value(target):
        what = f"the pattern '{written}' of a state or of what is not said has a {{value}}"
        yield Problem(where, what, "leave the value out")
    if "{value}" not in written and _has_value(target) and not target.unless:
        states = set(fact_type.kinds) == {"status"}
        remedy = "write it under states" if states else "write {value} where the value stands"
        yield Problem(where, f"the pattern '{written}' has no {{value}}", remedy)


def _unusable(compiled: Compiled, written: str, target: Target | str, where: str) -> Iterator[Problem]:
    try:
        compiled.compile(written, target)
    except PackError as error:
        yield from (problem._replace(where=where) for problem in error.problems)


def _key(target: Target) -> str:
    """The key of a fact type under which the pattern of a target stands."""
    if target.state is not None:
        return f"states.{target.state}"
    return "unless" if target.unless else "unsaid" if target.unsaid else "patterns"
