"""Fact keys: which claims are about one and the same, across articles and languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checker.link.acquainted import Acquainted
from checker.link.columns import Columns, columns
from checker.link.context import METHOD
from checker.link.events import LinkedEvent, link_events
from checker.link.general import line_up
from checker.link.lined import LinedUp
from checker.link.magnitude import digits
from checker.link.names import NameBook
from checker.link.opposites import opposites
from checker.link.quotes import Utterance, link_quotes
from checker.model.claim import Claim
from checker.model.fact import FactKey
from checker.model.rule import FactType, RulePack
from checker.model.source import Article
from checker.model.value import AmountValue, Count, Name, Number, Place, Quote, Status, Value
from checker.values.comparison import Level, compare_values

_TELLING = 2
"""A figure of so many digits is hardly told of two things by chance."""


class LinkedClaim(NamedTuple):
    """A claim with its fact key, the columns of its value, and what a reader needs to know of the fact.

    `label` names attribute, subject and event; `why` is how the claim came to this fact.
    """

    claim: Claim
    key: FactKey
    columns: Columns
    label: str
    fact_type: FactType | None
    why: tuple[str, ...]
    event: LinkedEvent | None = None


class Linked(NamedTuple):
    """The claims of a story with their keys, and the names by which they met."""

    claims: tuple[LinkedClaim, ...]
    names: NameBook


def link(claims: Sequence[Claim], articles: Sequence[Article], packs: Sequence[RulePack]) -> Linked:
    """Give every claim its fact key. Depends neither on the order of claims nor on that of articles."""
    claims = sorted(claims, key=lambda claim: (claim.source, claim.id))
    names = NameBook(packs, _told(claims), _held(claims))
    hints = {article.source.id: article.hints for article in articles}
    languages = {article.source.id: article.language for article in articles}
    events = link_events(claims, names, hints)
    speakers = {claim.id: names.canonical(claim.subject, claim.source) for claim in claims}
    utterances = link_quotes(claims, speakers, languages)
    general = line_up(claims, names)
    general |= opposites(
        [claim for claim in claims if claim.method == METHOD and isinstance(claim.value, Status)],
        names,
        Acquainted(claims),
    )
    fact_types = {fact_type.attribute: fact_type for pack in packs for fact_type in pack.fact_types}
    fact_types |= {f"pattern:{fact_type.id}": fact_type for pack in packs for fact_type in pack.fact_types}
    by_type = [claim for claim in claims if claim.method != METHOD]
    linked = {claim.id: _linked(claim, names, events, utterances, fact_types) for claim in by_type}
    told: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for one in linked.values():
        told[str(one.key), one.claim.source].append(one.claim.value)
    others: dict[tuple[str, str, object], list[tuple[Claim, LinedUp]]] = defaultdict(list)
    for claim in claims:
        if (lined := general.get(claim.id)) is not None and claim.id not in linked:
            claim = _as_known(claim, lined)
            typed = linked.get(lined.typed or "")
            said = told.get((str(typed.key), claim.source), ()) if typed is not None else ()
            if said and not any(_says_again(claim.value, value) for value in said):
                # Its source tells that fact in so many words: this is another, told by those it lined up with.
                others[lined.attribute, lined.label, _amount(claim.value)].append((claim, lined))
                continue
            linked[claim.id] = _joined(claim, lined, typed) if typed else _aligned(claim, lined)
    for alike in others.values():
        if len({claim.source for claim, _ in alike}) > 1:
            linked.update({claim.id: _aligned(claim, lined) for claim, lined in alike})
    return Linked(tuple(linked[claim.id] for claim in claims if claim.id in linked), names)


def _says_again(value: Value, said: Value) -> bool:
    """Whether a source gives one value twice, the second time in words that no fact type takes.

    Two of one thing and two of another are only small numbers.
    """
    if isinstance(value, Count | Number) and digits(value) < _TELLING:
        return False
    return compare_values(value, said, any_noun=True).level in (Level.identical, Level.equivalent)


def _as_known(claim: Claim, lined: LinedUp) -> Claim:
    """The claim with its value as far as linking knows it."""
    if lined.value is None or lined.value == claim.value:
        return claim
    return claim.model_copy(update={"value": lined.value})


def _amount(value: Value) -> object:
    """The figure that is said, whatever is counted and however it is qualified; of other values the value."""
    return value.amount if isinstance(value, AmountValue) else value


def _told(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    told: set[tuple[str, str]] = set()
    for claim in claims:
        texts = [claim.subject, *(claim.event.participants if claim.event else ())]
        if claim.attribution is not None:
            texts.append(claim.attribution.speaker)
        if isinstance(claim.value, Name | Place):
            texts.append(claim.value.text)
        told.update((claim.source, text) for text in texts)
    return sorted(told)


def _held(claims: Sequence[Claim]) -> list[tuple[str, str, str]]:
    """The offices of people, as the roles told with their names say: source, name, office."""
    return [
        (claim.source, claim.subject, claim.value.text)
        for claim in claims
        if isinstance(claim.value, Name) and claim.value.type == "role"
    ]


def _label(attribute: str, about: str) -> str:
    """Attribute and subject in words, without saying *of the incident of the incident*."""
    head, of, tail = attribute.rpartition(" of ")
    return f"{head} of {about}" if of and about.startswith(tail) else f"{attribute} of {about}"


def _linked(
    claim: Claim,
    names: NameBook,
    events: Mapping[tuple[str, str], LinkedEvent],
    utterances: Mapping[str, Utterance],
    fact_types: Mapping[str, FactType],
) -> LinkedClaim:
    event = events.get((claim.source, claim.event.id)) if claim.event else None
    about_event = claim.event is not None and claim.subject == claim.event.type
    subject = claim.subject if about_event else names.canonical(claim.subject, claim.source)
    scope = names.canonical(claim.scope, claim.source) if claim.scope else None
    if isinstance(claim.value, Quote):
        scope, subject = utterances[claim.id]
    if claim.polarity == "denied":
        scope = f"{scope}; denied" if scope else "denied"
    key = FactKey(subject=subject, attribute=claim.attribute, event=event.id if event else None, scope=scope)
    about = event.label if event and about_event else f"{subject}, {event.label}" if event else subject
    why = [] if claim.subject == subject else [f"{claim.source}: '{claim.subject}' is {subject}"]
    why += event.reasons if event else ()

    def canonical(text: str) -> str:
        return names.key(text, claim.source)

    return LinkedClaim(
        claim=claim,
        key=key,
        columns=columns(claim.value, canonical),
        label=_label(claim.attribute, about),
        fact_type=fact_types.get(claim.method) or fact_types.get(claim.attribute),
        why=tuple(why),
        event=event,
    )


def _aligned(claim: Claim, lined: LinedUp) -> LinkedClaim:
    """A claim that met its like by what stands around it: the fact is named by that."""
    scope = f"{lined.label}; denied" if claim.polarity == "denied" else lined.label
    return LinkedClaim(
        claim=claim,
        key=FactKey(subject=lined.attribute, attribute=lined.attribute, scope=scope),
        columns=columns(claim.value),
        label=lined.in_words,
        fact_type=None,
        why=lined.why,
    )


def _joined(claim: Claim, lined: LinedUp, typed: LinkedClaim) -> LinkedClaim:
    """A claim that met one of a fact type: it is of the same fact."""
    return typed._replace(claim=claim, columns=columns(claim.value), why=lined.why)
