"""What checks look at: the facts, articles and events of one story, and how names of it are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.link.facts import LinkedClaim
from checker.link.magnitude import value_keys
from checker.link.names import NameBook
from checker.model.claim import Claim, Evidence
from checker.model.fact import Fact, Root
from checker.model.report import Coverage
from checker.model.rule import FactType, Question
from checker.model.source import Article
from checker.model.value import AmountValue, Date, Mention, NoValue, Value
from checker.values.comparison import Comparison, compare_values


@dataclass(frozen=True)
class Story:
    """One story ready to be judged. `mentions`: source -> its mentions, in order; `root_of`: source -> root id.

    `draft` is the source that a gate judges against the others, None where all are equal. `read` are the claims of all
    articles, those too that met no other.
    """

    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    claims: tuple[LinkedClaim, ...]
    roots: tuple[Root, ...]
    coverage: tuple[Coverage, ...]
    mentions: Mapping[str, Sequence[Mention]]
    names: NameBook
    questions: tuple[Question, ...] = ()
    draft: str | None = None
    read: tuple[Claim, ...] = ()
    _by_id: dict[str, LinkedClaim] = field(default_factory=dict, repr=False)

    @cached_property
    def root_of(self) -> dict[str, str]:
        return {member: root.id for root in self.roots for member in root.members}

    def claim(self, claim_id: str) -> LinkedClaim:
        """The claim of that id."""
        if not self._by_id:
            self._by_id.update({linked.claim.id: linked for linked in self.claims})
        return self._by_id[claim_id]

    def claims_of(self, source: str) -> Sequence[LinkedClaim]:
        """The claims of one source, in the order of the story's."""
        return self._by_source.get(source, ())

    @cached_property
    def _by_source(self) -> dict[str, list[LinkedClaim]]:
        grouped: dict[str, list[LinkedClaim]] = {}
        for linked in self.claims:
            grouped.setdefault(linked.claim.source, []).append(linked)
        return grouped

    @cached_property
    def roots_by_value(self) -> dict[str, set[str]]:
        """Key of a value (`value_keys`) -> the roots that give it, in claims or out of them; a draft gives nothing."""
        found: dict[str, set[str]] = {}
        for source, mentions in self.mentions.items():
            for mention in mentions if source != self.draft else ():
                for key in value_keys(mention.value):
                    found.setdefault(key, set()).add(self.root_of[source])
        return found

    @cached_property
    def shared_facts(self) -> dict[str, list[tuple[Fact, frozenset[str]]]]:
        """Source -> the facts that it states together with others, each with all its sources."""
        found: dict[str, list[tuple[Fact, frozenset[str]]]] = {}
        for fact in self.facts:
            carrying = frozenset(source for camp in fact.camps for source in camp.sources)
            for source in carrying if len(carrying) > 1 else ():
                found.setdefault(source, []).append((fact, carrying))
        return found

    @cached_property
    def facts_of_no_type(self) -> list[tuple[Fact, frozenset[str]]]:
        """The facts that several sources state and no fact type takes, by their keys, each with all its sources."""
        found = {id(fact): (fact, carrying) for shared in self.shared_facts.values() for fact, carrying in shared}
        untyped = [(fact, carrying) for fact, carrying in found.values() if self.fact_type(fact) is None]
        return sorted(untyped, key=lambda one: str(one[0].key))

    def fact_type(self, fact: Fact) -> FactType | None:
        """The fact type of a fact, None for one that came with a claims file from elsewhere."""
        return self.claim(fact.camps[0].claims[0]).fact_type

    def article(self, source: str) -> Article | None:
        """The article of a source, None where claims came without it."""
        return self._articles.get(source)

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.source.id: article for article in self.articles}

    def language(self, source: str) -> str | None:
        article = self.article(source)
        return article.language if article is not None else None

    def published(self, source: str) -> str | None:
        """When the article of a source appeared, as somebody stated."""
        article = self.article(source)
        return article.published if article is not None else None

    def compare(self, a: Value, b: Value, fact_type: FactType | None) -> Comparison:
        """The level of two values of one fact: names by the names of the story, with the fact type's tolerance."""
        if fact_type is None:
            return compare_values(a, b, canonical=self.names.key, any_noun=True)
        if fact_type.moves:
            a, b = _as_of_now(a), _as_of_now(b)
        return compare_values(a, b, tolerance=fact_type.tolerance, canonical=self.names.key, any_noun=True)


def tells_nothing(value: Value) -> bool:
    """Whether there is nothing in the value to agree on: *not specified*, or a relative day that nothing pins."""
    return isinstance(value, NoValue) or (isinstance(value, Date) and value.edtf == "XXXX-XX-XX")


def _as_of_now(value: Value) -> Value:
    """A figure that moves, as it stood: *at least 9* dead is not 17 dead, though 17 are at least 9."""
    if isinstance(value, AmountValue) and value.modifier in ("at_least", "more_than"):
        about: Value = value.model_copy(update={"modifier": "about"})
        return about
    return value


def evidence_of(article: Article, mention: Mention) -> Evidence:
    """The evidence for a mention that no claim was made of."""
    return evidence_at(article, mention.start, mention.end)


def evidence_at(article: Article, start: int, end: int, context: int = 32) -> Evidence:
    """The evidence that `text[start:end]` of an article is."""
    text = article.text
    return Evidence(
        source=article.source.id,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(start - context, 0) : start],
        suffix=text[end : end + context],
        sha256=article.sha256,
    )
