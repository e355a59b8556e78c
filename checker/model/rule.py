"""Rules as data: fact types, event types, names, checklists and rules, gathered in packs."""

from typing import Any, Literal

from pydantic import Field

from checker.model.base import Amount, SeldomMade
from checker.model.finding import Cause, Severity
from checker.model.value import Kind

PerLanguage = dict[Literal["en", "fr"], tuple[str, ...]]
SubjectKind = Literal["person", "organisation", "product", "role", "place", "name", "event", "speaker"]


class _Worded(SeldomMade):
    """Patterns under a name, per language."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()

    def in_language(self, language: Literal["en", "fr"]) -> tuple[str, ...]:
        """What is written for a language; empty where nothing is."""
        return self.en if language == "en" else self.fr


class Phrase(_Worded):
    """Alternatives that patterns share, written `<id>` in them; they may hold other phrases."""


class Guard(_Worded):
    """Patterns of `unless` that fact types share, and name in `guards`."""


class Tolerance(SeldomMade):
    """How far two values may lie apart and be compatible: `absolute` in the value's unit, `relative` as a share."""

    absolute: Amount | None = None
    relative: Amount | None = None


class FactType(SeldomMade):
    """One kind of statement and the words it is made in.

    `kinds` are the value kinds it takes, `nouns` the counted things. `subject` says who the claim is about: a name
    captured as `{subject}`, the `event`, or the `speaker` of the clause. `cardinality` many: a subject may have
    several values at once. `moves`: the value changes with time. `reads`: what makes the claims, beside patterns:
    the roles told with names (`roles`), the quotes with a speaker (`quotes`), any count of its nouns (`counts`).
    `patterns` find the value as `{value}`; `states` (kind status) map a state to the patterns that express it, the
    first state that fits a sentence holds; `unsaid` are the patterns of *not specified*; where a pattern of
    `unless`, or of a guard in `guards`, fits, the others make no claim. `counts`: the attribute whose list the
    figure counts. `gather`: the values of one article are items of one list that need not be complete. `placed`: the
    place named with the value is the claim's scope; `timed`: the quarter, half or year told with it is. `far`: it
    is of the event at the centre of the article, however far on from the words that tell of it. The pattern language:
    docs/packs.md.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    attribute: str
    kinds: tuple[Kind, ...] = Field(min_length=1)
    nouns: tuple[str, ...] = ()
    subject: tuple[SubjectKind, ...] = ("name",)
    event: str | None = None
    cardinality: Literal["one", "many"] = "one"
    moves: bool = False
    tolerance: Tolerance = Tolerance()
    reads: Literal["patterns", "roles", "quotes", "counts"] = "patterns"
    patterns: PerLanguage = Field(default_factory=dict)
    states: dict[str, PerLanguage] = Field(default_factory=dict)
    unsaid: PerLanguage = Field(default_factory=dict)
    unless: PerLanguage = Field(default_factory=dict)
    guards: tuple[str, ...] = ()
    counts: str | None = None
    gather: bool = False
    placed: bool = False
    timed: bool = False
    far: bool = False


class EventType(SeldomMade):
    """A kind of event and the nouns and verbs that tell of one.

    `lasting`: it has no single day (talks, a trial). `aside`: kinds of names that do not take part in it, though told
    with it (who speaks of talks).
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str
    lasting: bool = False
    aside: tuple[Literal["person", "organisation", "product", "place", "other"], ...] = ()
    nouns: PerLanguage = Field(default_factory=dict)
    verbs: PerLanguage = Field(default_factory=dict)


class KnownName(SeldomMade):
    """A name with its other forms. `owner` is a parent company, `within` the place or body it is part of."""

    name: str
    type: Literal["person", "organisation", "product", "role", "place", "other"]
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    within: str | None = None


class Question(SeldomMade):
    """A question that a story of a kind should answer, and the attributes that answer it."""

    id: str
    event: str
    text: str
    answered_by: tuple[str, ...] = Field(min_length=1)


class Rule(SeldomMade):
    """Data that parametrises a check.

    `check` names the kind of check; `parameters` are its own, validated by it; `message` is a template over the names
    that the check documents.
    """

    id: str = Field(pattern=r"^([A-Z]{3}[0-9]{3}|9[0-9]{3})$")
    name: str
    summary: str
    rationale: str
    check: str
    severity: Severity
    message: str
    parameters: dict[str, Any] = Field(default_factory=dict)


class CaseText(SeldomMade):
    """A small article of a case."""

    id: str
    text: str
    language: Literal["en", "fr"] | None = None
    published: str | None = None
    credit: str | None = None


class ExpectedFinding(SeldomMade):
    """What a case expects: fields left out are not compared; `evidence`: source -> words that the evidence overlaps."""

    cause: Cause
    severity: Severity | None = None
    sources: tuple[str, ...] | None = None
    message: str | None = None
    evidence: dict[str, str] = Field(default_factory=dict)


class RuleCase(SeldomMade):
    """A story in small and all findings of the rule on it, in any order; none where it must stay silent."""

    rule: str
    name: str
    expects: Literal["fires", "silent", "boundary"]
    articles: tuple[CaseText, ...] = Field(min_length=1)
    findings: tuple[ExpectedFinding, ...] = ()
    draft: str | None = None


class RulePack(SeldomMade):
    """A versioned folder of rules. `requires` are the packs whose fact types and names it builds on."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    version: str
    summary: str
    requires: tuple[str, ...] = ()
    digest: str = ""
    phrases: tuple[Phrase, ...] = ()
    guards: tuple[Guard, ...] = ()
    fact_types: tuple[FactType, ...] = ()
    event_types: tuple[EventType, ...] = ()
    names: tuple[KnownName, ...] = ()
    questions: tuple[Question, ...] = ()
    rules: tuple[Rule, ...] = ()
    cases: tuple[RuleCase, ...] = ()
