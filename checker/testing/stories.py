"""A story in small: what each source states of which facts; as articles with claims, ready to be judged.

Nothing here is read by the extractor: the claims are given, and the text is made to hold their evidence. So a law that
fails on such a story fails in linking, in lineage or in judging.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count, islice

from checker.model.claim import Claim, Event, Evidence
from checker.model.rule import CaseText, FactType
from checker.model.source import Article, Block, Language, Source
from checker.model.value import Mention, Value
from checker.pipeline import Examined
from checker.values.words import words_of_value

_WORDS = (
    "harbour", "winter", "council", "ledger", "orchard", "signal", "copper", "meadow", "lantern", "railway", "granite",
    "quarter", "village", "thunder", "compass", "kitchen", "pepper", "marble", "window", "bridge", "garden", "candle",
    "saddle", "timber", "velvet", "anchor", "basket", "cotton", "dragon", "engine", "falcon", "hammer",
)  # fmt: skip
_CLOSING = 24
"""So many words stand at the end of each article."""


@dataclass(frozen=True)
class Statement:
    """One value of one fact, as a source states it. Of a fact of an event `about` is who takes part in it."""

    about: str
    fact_type: FactType
    value: Value

    def __repr__(self) -> str:
        return f"{self.about}: {self.fact_type.attribute}: {words_of_value(self.value)}"


@dataclass(frozen=True)
class Account:
    """All that one source states, in order. `copies` is the source whose words it takes over, itself for None.

    `aside` stands before all else in its text and states nothing.
    """

    source: str
    statements: tuple[Statement, ...]
    language: Language = "en"
    published: str | None = None
    copies: str | None = None
    aside: str = ""

    def __repr__(self) -> str:
        told = [self.language, *filter(None, (self.published, self.copies and f"as {self.copies}"))]
        return f"{self.source} [{', '.join(told)}] {'; '.join(map(repr, self.statements))}"


Story = tuple[Account, ...]
"""Several sources on one set of facts."""
Told = Account | CaseText
"""One article of a story: with its claims, or as a text to be read."""


def examined(account: Account) -> Examined:
    """The article of an account with the claims and values it states."""
    words = [words_of_value(one.value) for one in account.statements]
    text, starts = f"{account.aside} " if account.aside else "", []
    own = _own_words(account.copies or account.source)
    for statement, said in zip(account.statements, words, strict=True):
        text += f"{statement.about} {next(own)} {next(own)} "
        starts.append(len(text))
        text += f"{said} {next(own)} {next(own)}.\n"
    text += " ".join(islice(own, _CLOSING)) + "."
    digest = sha256(text.encode()).hexdigest()
    article = Article(
        source=Source(id=account.source),
        text=text,
        sha256=digest,
        language=account.language,
        published=account.published,
        blocks=(Block(kind="body", start=0, end=len(text)),),
    )
    claims, mentions = [], []
    for number, (statement, said, start) in enumerate(zip(account.statements, words, starts, strict=True), 1):
        end = start + len(said)
        evidence = Evidence(
            source=account.source,
            start=start,
            end=end,
            exact=said,
            prefix=text[max(start - 32, 0) : start],
            suffix=text[end : end + 32],
            sha256=digest,
        )
        claims.append(_claim(account, statement, number, evidence))
        mentions.append(Mention(start=start, end=end, value=statement.value))
    return Examined(article, tuple(mentions), tuple(claims))


def _claim(account: Account, statement: Statement, number: int, evidence: Evidence) -> Claim:
    fact_type = statement.fact_type
    event = None
    if fact_type.event is not None:
        first = next(n for n, one in enumerate(account.statements, 1) if _one_event(one, statement))
        event = Event(id=f"{fact_type.event}#{first}", type=fact_type.event, participants=(statement.about,))
    about_event = event is not None and "event" in fact_type.subject
    return Claim(
        id=f"{account.source}:{fact_type.id}:{number}",
        source=account.source,
        subject=event.type if event is not None and about_event else statement.about,
        attribute=fact_type.attribute,
        value=statement.value,
        event=event,
        evidence=(evidence,),
        method=f"pattern:{fact_type.id}",
    )


def _one_event(one: Statement, other: Statement) -> bool:
    return (one.about, one.fact_type.event) == (other.about, other.fact_type.event)


def _own_words(source: str) -> Iterator[str]:
    """Words in an order that only this source has, so that two accounts are not taken for copies that are none."""
    for turn in count():
        for number in sha256(f"{source} {turn}".encode()).digest():
            yield _WORDS[number % len(_WORDS)]


def with_value(story: Sequence[Account], source: str, at: int, value: Value) -> Story:
    """The story in which one source gives its statement number `at` another value."""
    return tuple(_changed(account, at, value) if account.source == source else account for account in story)


def _changed(account: Account, at: int, value: Value) -> Account:
    before, statement, after = account.statements[:at], account.statements[at], account.statements[at + 1 :]
    return replace(account, statements=(*before, replace(statement, value=value), *after))
