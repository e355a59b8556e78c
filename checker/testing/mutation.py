"""Mutation: how much of a pack its own cases hold in place. Each mutant of a rule or fact type should fail a case.

What cannot change what is found is not run again: a mutant of a rule is tried on the stories as they were linked, one
of a fact type on the articles whose words its patterns ask for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from checker.extraction.claims import extract
from checker.extraction.compiled import Compiled, Target, compile_packs
from checker.extraction.index import Index, Later
from checker.extraction.patterns import Pattern
from checker.ingest import prose
from checker.judge import judge
from checker.judge.story import Story
from checker.model.rule import ExpectedFinding, Rule, RuleCase, RulePack
from checker.model.source import Article, Language
from checker.pipeline import Examined, article_of, story_of
from checker.rulecases import result_of
from checker.testing.mutants import Mutant, of_fact_type, of_rule
from checker.testing.suggestions import as_toml, candidates, frame
from checker.values.reading import Reading, mentions_of, read


@dataclass(frozen=True)
class MutationScore:
    """How many mutants of one rule or fact type there are, and which survive: no case of the pack fails on them."""

    pack: str
    of: str
    is_rule: bool
    mutants: int
    survivors: tuple[Mutant, ...]

    @property
    def killed(self) -> int:
        return self.mutants - len(self.survivors)


class _Watched(Index[Target]):
    """An index that notes what it was asked for: the patterns that may fit an article."""

    def __init__(self, index: Index[Target]) -> None:
        super().__init__(index.entries)
        self.asked: set[tuple[str, str]] = set()

    def candidates(self, words: Sequence[str]) -> list[tuple[Pattern | Later, Target]]:
        found = super().candidates(words)
        self.asked |= {(target.fact_type.id, pattern.written) for pattern, target in found}
        return found


class _Text:
    """An article of a case as it was read; `asked`: the patterns, each with its fact type, whose words it has."""

    def __init__(self, article: Article, packs: Sequence[RulePack]) -> None:
        self.article = article
        self.reading: Reading = read(prose(article), article.language, article.published)
        compiled = replace(compile_packs(packs, article.language))
        refusing = {one.id: _Watched(compiled.refusing(one)) for one in compiled.fact_types}
        watched = [_Watched(compiled.valued), _Watched(compiled.flat), *refusing.values()]
        vars(compiled).update(valued=watched[0], flat=watched[1], _refusing=refusing)
        self.examined = self.by(compiled)
        self.asked = frozenset[tuple[str, str]]().union(*(one.asked for one in watched))

    def by(self, compiled: Compiled) -> Examined:
        """The article with the claims that these fact types make of it."""
        claims = extract(self.article, self.reading, compiled)
        return Examined(self.article, mentions_of(self.reading), claims)


@dataclass(frozen=True)
class _Case:
    """A case with its articles; `story`: as it was linked."""

    case: RuleCase
    texts: tuple[_Text, ...]
    packs: tuple[RulePack, ...]

    @cached_property
    def story(self) -> Story:
        return story_of((text.examined for text in self.texts), self.packs, self.case.draft)


class Trial:
    """Packs ready to be tried: `known` are all that judge, as with cases. `select`: only these rules and packs."""

    def __init__(
        self, tested: Sequence[RulePack], known: Sequence[RulePack], select: Sequence[str] | None = None
    ) -> None:
        self.known = tuple(known)
        self.tested = tested
        self.select = select

    def scores(self) -> Iterator[MutationScore]:
        """The scores of all rules of the packs, and of their fact types, pack by pack."""
        for pack in self.tested:
            whole = self.select is None or pack.id in self.select
            rules = [rule for rule in pack.rules if whole or rule.id in (self.select or ())]
            if not (rules or whole):
                continue
            for rule in rules:
                own = [self._case(case) for case in pack.cases if case.rule == rule.id]
                mutants = list(of_rule(rule))
                live = tuple(one for one in mutants if not _fails(one, own))
                yield MutationScore(pack.id, rule.id, True, len(mutants), live)
            cases = [self._case(case) for case in pack.cases] if whole and pack.fact_types else []
            for fact_type in pack.fact_types if whole else ():
                if mutants := list(of_fact_type(fact_type)):
                    live = tuple(one for one in mutants if not self._caught(one, cases))
                    yield MutationScore(pack.id, fact_type.id, False, len(mutants), live)

    def suggested(self, mutant: Mutant) -> str:
        """A case to add for a mutant that lives, in TOML: one that kills it, or a frame where none can be made up."""
        for case in candidates(mutant, self.known):
            one = self._case(case)
            found = [finding for finding in judge(one.story, self._rules(case.rule)) if finding.verdict == "conflict"]
            expected = tuple(
                ExpectedFinding(cause=each.cause, severity=each.severity, sources=each.sources) for each in found
            )
            whole = replace(one, case=case.model_copy(update={"expects": "fires", "findings": expected}))
            if found and self._caught(mutant, [whole]):
                return as_toml(whole.case)
        return as_toml(frame(mutant, self.known))

    def _rules(self, name: str) -> list[Rule]:
        return [rule for pack in self.known for rule in pack.rules if rule.id == name]

    def _case(self, case: RuleCase) -> _Case:
        return _Case(case, tuple(_Text(article_of(text), self.known) for text in case.articles), self.known)

    def _caught(self, mutant: Mutant, cases: Sequence[_Case]) -> bool:
        """Whether a case fails with the fact type of a mutant."""
        packs = tuple(_with(pack, mutant) for pack in self.known)
        ready: dict[Language, Compiled] = {}
        for one in cases:
            touched = [text for text in one.texts if _touches(mutant, text)]
            if not touched:
                continue
            examined = []
            for text in one.texts:
                language = text.article.language
                if text in touched and language not in ready:
                    fact_types = tuple(fact_type for pack in packs for fact_type in pack.fact_types)
                    ready[language] = replace(compile_packs(self.known, language), fact_types=fact_types, state="")
                examined.append(text.by(ready[language]) if text in touched else text.examined)
            story = story_of(examined, packs, one.case.draft)
            if not result_of(one.case, judge(story, self._rules(one.case.rule))).passed:
                return True
        return False


def _fails(mutant: Mutant, cases: Sequence[_Case]) -> bool:
    """Whether a case fails with the rule of a mutant."""
    assert mutant.rule is not None
    for one in cases:
        story = one.story if mutant.story is Story else _comparing(one.story, mutant.story)
        if not result_of(one.case, judge(story, [mutant.rule])).passed:
            return True
    return False


def _comparing(story: Story, kind: type[Story]) -> Story:
    """The story with another way of comparing."""
    names = [name for name in Story.__dataclass_fields__ if not name.startswith("_")]
    return kind(**{name: getattr(story, name) for name in names})


def _touches(mutant: Mutant, text: _Text) -> bool:
    """Whether the mutant can read an article otherwise than the fact type does."""
    if mutant.pattern is not None:
        return (mutant.of, mutant.pattern.written) in text.asked
    fact_type = mutant.fact_type
    by_words = fact_type is not None and fact_type.reads == "patterns"
    return not by_words or any(name == mutant.of for name, _ in text.asked)


def _with(pack: RulePack, mutant: Mutant) -> RulePack:
    """The pack with the fact type of a mutant."""
    if not any(one.id == mutant.of for one in pack.fact_types):
        return pack
    fact_types = tuple(
        mutant.fact_type if mutant.fact_type is not None and one.id == mutant.of else one for one in pack.fact_types
    )
    return pack.model_copy(update={"fact_types": fact_types, "digest": ""})
