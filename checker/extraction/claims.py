"""From a text as read to claims, by the fact types of the packs.

Sentence by sentence: take in the events, and find the statements. What a claim is about is the name that a pattern
captured, the event, or the speaker; where that is not known no claim is made, and the value counts as unexamined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.extraction.anaphora import Antecedents
from checker.extraction.began import began
from checker.extraction.compiled import Compiled
from checker.extraction.context import context
from checker.extraction.doings import Doing, doings
from checker.extraction.events import Events
from checker.extraction.general import METHOD, attribute_of, doings_left, values_left
from checker.extraction.line import line
from checker.extraction.offences import Verdict, verdicts
from checker.extraction.parties import Parties
from checker.extraction.qualifiers import Qualifiers, attribution
from checker.extraction.stated import Finder, Stated
from checker.model.claim import REFUSED, Claim, Evidence
from checker.model.rule import FactType
from checker.model.source import Article, BlockKind
from checker.model.value import Name, Names, Place, Status, Value
from checker.values.calendar import intersect
from checker.values.reading import Reading
from checker.values.speech import Frame, modality

CONTEXT = 32
"""Code points of prefix and suffix kept with evidence."""
_COUNTED = frozenset({"count", "number"})  # *two explosions* tells of an event all the same


class Extractor:
    """The claims of one article. Use `claims()` once."""

    def __init__(self, article: Article, reading: Reading, compiled: Compiled) -> None:
        self.article = article
        self.reading = reading
        speakers = frozenset(
            token for frame in reading.frames for token in range(frame.speaker_first, frame.speaker_last + 1)
        )
        headline = max((block.end for block in article.blocks if block.kind == "headline"), default=0)
        self.events = Events(compiled, reading, speakers, article.published, headline)
        self.antecedents = Antecedents(reading)
        self.parties = Parties(reading)
        self.finder = Finder(reading, compiled)
        self.qualifiers = Qualifiers(reading, article.published)

    def claims(self) -> tuple[Claim, ...]:
        """The claims in order of their place in the text; one for each fact type, subject and stretch of text."""
        tokens, found = self.reading.tokens, self.reading.found
        stated: list[Stated] = []
        for number, span in enumerate(self.reading.sentences):
            numbers = self.reading.within(span)
            references = self.antecedents.references(span)
            fine = coarse = line(tokens, span, found, numbers, references=references)
            if references or any(found[n].value.kind == "names" for n in numbers):
                coarse = line(tokens, span, found, numbers, coarse=True)
            told = [n for n in numbers if found[n].value.kind not in _COUNTED]
            self.events.read(number, line(tokens, span, found, told), found)
            stated += self.finder.in_sentence(number, fine, coarse)
        stated += self.finder.quotes()
        named = {(one.fact_type.id, one.first, one.last) for one in stated if one.subject is not None}
        made: dict[tuple[str, str, int, int], tuple[FactType, Claim]] = {}
        for one in stated:
            if one.subject is None and (one.fact_type.id, one.first, one.last) in named:
                continue  # another pattern says who it is about, so that nobody nearby need be taken
            if (claim := self._claim(one)) is not None:
                made.setdefault((one.fact_type.id, claim.subject, one.first, one.last), (one.fact_type, claim))
        claims = list(_gathered(made.values()))
        claims += [self._general(*left) for left in values_left(self.reading, self.finder, claims)]
        done = tuple(doings(self.reading))
        claims += [self._judged(one) for one in verdicts(self.reading, done, self.antecedents)]
        claims += [self._done(one) for one in doings_left(self.reading, done, claims)]
        ordered = sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.id))
        return tuple(_numbered(ordered))

    def _claim(self, stated: Stated) -> Claim | None:
        fact_type = stated.fact_type
        frame = self.reading.frame_at(stated.first)
        told = None
        if fact_type.event is not None:
            at = stated.first if stated.event_at is None else stated.event_at
            told = self.events.at(fact_type.event, stated.sentence, at, far=fact_type.far)
            if told is None:
                return None
        year = self.qualifiers.year_beside(stated)
        if year is not None and told is not None and told.time is not None and intersect(told.time, year) is None:
            return None  # told of another year than the event's
        subject = self._subject(stated, frame)
        if subject is None or _names_itself(subject, stated.value):
            return None
        evidence = self._evidence(stated.first, stated.last)
        return Claim(
            id=f"{self.article.source.id}:{fact_type.id}",
            source=self.article.source.id,
            subject=subject,
            attribute=fact_type.attribute,
            value=stated.value,
            event=told.event() if told else None,
            as_of=self.qualifiers.as_of(stated, told.time if told else None) if fact_type.moves else None,
            scope=self.qualifiers.scope(stated, year if told is None or told.time is None else None),
            attribution=attribution(self.reading, stated.first),
            modality=modality(self.reading.tokens, self.reading.words, stated.first, stated.last),
            polarity=self.qualifiers.polarity(stated, frame),
            context=(*self._context(stated.value, stated.first, stated.last), *self.qualifiers.counted(stated)),
            block=self._block(evidence.start),
            evidence=(evidence,),
            method=f"pattern:{fact_type.id}",
        )

    def _general(self, attribute: str, value: Value, first: int, last: int) -> Claim:
        """A claim that no fact type made, with its context, ready to meet its like in another article."""
        evidence, frame = self._evidence(first, last), self.reading.frame_at(last)
        return Claim(
            id=f"{self.article.source.id}:{METHOD}",
            source=self.article.source.id,
            subject=attribute,
            attribute=attribute,
            value=value,
            attribution=attribution(self.reading, last if isinstance(value, Status) else first),
            modality=modality(self.reading.tokens, self.reading.words, first, last),
            polarity="denied" if frame is not None and frame.kind == "denied" else "affirmed",
            context=self._context(value, first, last),
            block=self._block(evidence.start),
            evidence=(evidence,),
            method=METHOD,
        )

    def _judged(self, one: Verdict) -> Claim:
        """A claim of what a court found of a person, on the words that say of what."""
        claim = self._general(one.attribute, one.value, one.first, one.last)
        return claim.model_copy(
            update={
                "id": f"{self.article.source.id}:guilt",
                "subject": one.person,
                "attribution": attribution(self.reading, one.at),
                "context": (),
                "method": "guilt",
            }
        )

    def _done(self, told: Doing) -> Claim:
        """A claim of what is said to be done or not; whom it is told of and who does it come first in its context."""
        claim = self._general(f"whether {told.doing}", told.state, told.first, told.last)
        if told.named:
            parties = self.parties.named(told.doing, told.verb, told.last)
        else:
            parties = self.parties.of(told.verb, told.last, passive=told.passive)
        day = self.qualifiers.day_within(told.first, told.last)
        return claim.model_copy(update={"context": (*parties, *claim.context), "as_of": day})

    def _subject(self, stated: Stated, frame: Frame | None) -> str | None:
        kinds = stated.fact_type.subject
        if stated.subject is not None:
            return stated.subject
        if "event" in kinds:
            return stated.fact_type.event
        if "speaker" in kinds:
            return frame.speaker if frame else None
        return self.antecedents.nearest(stated.first, stated.sentence, kinds) or (
            frame.speaker if frame and self.antecedents.is_of_kind(frame.speaker, kinds) else None
        )

    def _context(self, value: Value, first: int, last: int) -> tuple[str, ...]:
        """What stands around a value that can meet its like without a fact type; around the verb that tells a state."""
        if isinstance(value, Status):
            return context(self.reading, value, last, last)
        if attribute_of(value) is None:
            return ()
        since = began(self.reading, value, first, last, self.article.published)
        refused = (REFUSED,) if (first, last) in self.finder.refused else ()
        return (*refused, *context(self.reading, value, first, last), *((since,) if since else ()))

    def _block(self, offset: int) -> BlockKind:
        return next((block.kind for block in self.article.blocks if block.start <= offset < block.end), "body")

    def _evidence(self, first: int, last: int) -> Evidence:
        tokens, text = self.reading.tokens, self.article.text
        start, end = tokens.starts[first], tokens.ends[last]
        return Evidence(
            source=self.article.source.id,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(start - CONTEXT, 0) : start],
            suffix=text[end : end + CONTEXT],
            sha256=self.article.sha256,
        )


def _names_itself(subject: str, value: Value) -> bool:
    """Whether a name is given itself as value, or its own initials, not all of which need be read with the
    name: *the European Central Bank (ECB)*.
    """
    if not isinstance(value, Name):
        return False
    letters = "".join(word[0] for word in re.split(r"[\s'’-]+", subject) if word[:1].isupper())
    initials = value.text.isupper() and len(letters) > 1 and value.text[0] in letters
    return value.text == subject or initials or (subject.isupper() and value.text.startswith(subject[0]))


def _gathered(made: Iterable[tuple[FactType, Claim]]) -> Iterator[Claim]:
    """The claims, those of fact types that gather made one list for each subject and event."""
    lists: dict[tuple[str, str, str], list[Claim]] = {}
    for fact_type, claim in made:
        if fact_type.gather and isinstance(claim.value, Name | Place):
            lists.setdefault((fact_type.id, claim.subject, claim.event.id if claim.event else ""), []).append(claim)
        else:
            yield claim
    for claims in lists.values():
        items = tuple(dict.fromkeys(claim.value.text for claim in claims if isinstance(claim.value, Name | Place)))
        evidence = tuple(one for claim in claims for one in claim.evidence)
        yield claims[0].model_copy(update={"value": Names(items=items, complete=False), "evidence": evidence})


def _numbered(claims: list[Claim]) -> Iterator[Claim]:
    """The claims with ids of their own: the fact type's first claim has no number, the next are 2, 3, ..."""
    seen: dict[str, int] = {}
    for claim in claims:
        seen[claim.id] = seen.get(claim.id, 0) + 1
        yield claim if seen[claim.id] == 1 else claim.model_copy(update={"id": f"{claim.id}:{seen[claim.id]}"})


def extract(article: Article, reading: Reading, compiled: Compiled) -> tuple[Claim, ...]:
    """The claims of one article, in reading order, each with evidence verbatim from the article's text."""
    return Extractor(article, reading, compiled).claims()
