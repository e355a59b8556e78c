"""From a text as read to claims, by the fact types of the packs.

Sentence by sentence: take in the events, then try on each value the patterns whose words the sentence has. What a
claim is about is the name that the pattern captured, the event, or the speaker; where that is not known no claim is
made, and the value counts as unexamined.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.extraction.anaphora import Antecedents
from checker.extraction.compiled import Compiled, Target
from checker.extraction.context import context
from checker.extraction.events import Events, day_of
from checker.extraction.general import METHOD, attribute_of
from checker.extraction.line import Line, line
from checker.extraction.patterns import Fit
from checker.language.nouns import thing
from checker.model.claim import Attribution, Claim, Evidence, Polarity
from checker.model.rule import FactType
from checker.model.source import Article, Block, BlockKind
from checker.model.value import AmountValue, Count, Date, DateTime, Name, Names, NoValue, Place, Quote, Status, Value
from checker.values.calendar import intersect
from checker.values.found import Found
from checker.values.reading import Reading
from checker.values.speech import Frame, modality

CONTEXT = 32
"""Code points of prefix and suffix kept with evidence."""
_SCOPE_WITHIN = 8
_COUNTED = frozenset({"count", "number"})  # *two explosions* tells of an event all the same
_AS_OF_WITHIN = 20
_DAY = 9  # an EDTF of a day or of a weekday is no shorter: a year says too little of when
_ROLE_WITHIN = 16
_ADDING_WITHIN = 8
_YEAR_WITHIN = 10
_PEOPLE = {"person", "dead", "injured", "missing", "man", "woman", "child", "civilian", "soldier", "victim"}
MIN_QUOTE_WORDS = 4
"""A quote of fewer words is a turn of phrase, not a statement that can be compared word for word."""


@dataclass(frozen=True)
class _Stated:
    """A statement found: its fact type and value, the tokens it rests on, and the name or event it is about.

    `fit` are the first and last token of the words that make the statement.
    """

    fact_type: FactType
    value: Value
    first: int
    last: int
    sentence: int
    subject: str | None
    fit: tuple[int, int]
    event_at: int | None = None


@cache
def _things(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(thing(noun) for noun in nouns)


class Extractor:
    """The claims of one article. Use `claims()` once."""

    def __init__(self, article: Article, reading: Reading, compiled: Compiled) -> None:
        self.article = article
        self.reading = reading
        self.compiled = compiled
        speakers = frozenset(
            token for frame in reading.frames for token in range(frame.speaker_first, frame.speaker_last + 1)
        )
        self.events = Events(compiled, reading, speakers)
        self.antecedents = Antecedents(reading)
        self.refused: set[int] = set()

    def claims(self) -> tuple[Claim, ...]:
        """The claims in order of their place in the text; one for each fact type, subject and stretch of text."""
        stated: list[_Stated] = []
        for number, span in enumerate(self.reading.sentences):
            numbers = self.reading.within(span)
            fine = line(
                self.reading.tokens, span, self.reading.found, numbers, references=self.antecedents.references(span)
            )
            coarse = line(self.reading.tokens, span, self.reading.found, numbers, coarse=True)
            told = [n for n in numbers if self.reading.found[n].value.kind not in _COUNTED]
            self.events.read(number, line(self.reading.tokens, span, self.reading.found, told), self.reading.found)
            stated += self._valued(number, fine, coarse)
            stated += self._flat(number, fine)
            stated += self._roles(number, numbers)
        stated += self._quotes()
        named = {(one.fact_type.id, one.first, one.last) for one in stated if one.subject is not None}
        made: dict[tuple[str, str, int, int], tuple[FactType, Claim]] = {}
        for one in stated:
            if one.subject is None and (one.fact_type.id, one.first, one.last) in named:
                continue  # another pattern says who it is about, so that nobody nearby need be taken
            if (claim := self._claim(one)) is not None:
                made.setdefault((one.fact_type.id, claim.subject, one.first, one.last), (one.fact_type, claim))
        claims = list(_gathered(made.values()))
        claims += self._general(claims)
        ordered = sorted(claims, key=lambda claim: (claim.evidence[0].start, claim.id))
        return tuple(_numbered(ordered))

    # -- statements -----------------------------------------------------------------------------------------------

    def _valued(self, number: int, fine: Line, coarse: Line) -> Iterator[_Stated]:
        windows: dict[tuple[bool, int], Line] = {}
        refused: set[tuple[str, int]] = set()  # by fact type
        for pattern, target in self.compiled.valued.candidates((*fine.words, *coarse.words)):
            wide = "names" in target.fact_type.kinds
            whole = coarse if wide else fine
            fits: dict[str, tuple[int, _Stated]] = {}
            for atom in whole.values:
                if atom.number is None or not self._takes(target.fact_type, self.reading.found[atom.number].value):
                    continue
                if (target.fact_type.id, atom.number) in refused:
                    continue
                key = (wide, atom.first)
                if key not in windows:
                    windows[key] = whole.around_atom(atom)
                if (fit := pattern.shortest(windows[key].text)) is None:
                    continue
                if target.unless:
                    refused.add((target.fact_type.id, atom.number))
                    self.refused.add(atom.number)
                    continue
                one = (fit.end - fit.start, self._from_fit(number, target, windows[key], fit, atom.number))
                about = fit.subject or f"value#{atom.number}"
                fits[about] = min(fits.get(about, one), one, key=lambda entry: entry[0])
            yield from (stated for _, stated in fits.values())

    def _flat(self, number: int, fine: Line) -> Iterator[_Stated]:
        settled: dict[str, str | None] = {}
        refused: set[str] = set()
        for pattern, target in self.compiled.flat.candidates(fine.words):
            if target.fact_type.id in refused or settled.get(target.fact_type.id, target.state) != target.state:
                continue
            best = pattern.shortest(fine.text)
            if best is None:
                continue
            if target.unless:
                refused.add(target.fact_type.id)
                continue
            settled[target.fact_type.id] = target.state
            for fit in pattern.all(fine.text) if best.subject else (best,):
                yield self._from_fit(number, target, fine, fit, None)

    def _from_fit(self, number: int, target: Target, window: Line, fit: Fit, value: int | None) -> _Stated:
        subject = _captured(fit.subject, self.reading)
        event_at = window.atoms[window.index_at(fit.event)].first if fit.event is not None else None
        span = window.span(fit.start, fit.end)
        if value is not None:
            item = self.reading.found[value]
            stated = self._as_whole(item)
            return _Stated(target.fact_type, stated, item.first, item.last, number, subject, span, event_at)
        said: Value = NoValue() if target.unsaid else Status(state=str(target.state))
        return _Stated(target.fact_type, said, *span, number, subject, span, event_at)

    def _as_whole(self, item: Found) -> Value:
        """The value; a list that only adds to names told elsewhere (*it also names A and B*) is not complete."""
        value = item.value
        if not isinstance(value, Names) or not value.complete:
            return value
        adding = self.reading.words.values["adding"]
        floor = self.reading.sentences[self.reading.sentence_of(item.first)][0]
        if any(norm in adding for norm in self._norms(max(item.first - _ADDING_WITHIN, floor), item.first - 1)):
            return value.model_copy(update={"complete": False})
        return value

    def _takes(self, fact_type: FactType, value: Value) -> bool:
        """Whether a fact type takes the value: its kind and, of a count, what is counted."""
        if value.kind not in fact_type.kinds or (isinstance(value, Name) and value.type == "role"):
            return False
        if not isinstance(value, Count):
            return True
        if self._beside_others(value):
            return False
        wanted = _things(fact_type.nouns)
        counted = (thing(value.noun), *(thing(word) for word in value.qualifiers))
        return not wanted or not wanted.isdisjoint(counted)

    def _beside_others(self, value: Count) -> bool:
        """Whether a count is of what is left beside others (*seven other apps*). People are counted so in full."""
        others = self.reading.words.values["beside_others"]
        return thing(value.noun) not in _PEOPLE and any(word in others for word in value.qualifiers)

    def _roles(self, number: int, numbers: list[int]) -> Iterator[_Stated]:
        fact_types = [fact_type for fact_type in self.compiled.fact_types if fact_type.reads == "roles"]
        for item in (self.reading.found[n] for n in numbers) if fact_types else ():
            if not isinstance(item.value, Name) or not item.value.role or item.value.type != "person":
                continue
            span = self._with_role(item, item.value.role)
            for fact_type in fact_types:
                yield _Stated(fact_type, Name(text=item.value.role, type="role"), *span, number, item.value.text, span)

    def _with_role(self, item: Found, role: str) -> tuple[int, int]:
        """The tokens of a name together with the role told beside it."""
        tokens = self.reading.tokens
        first, last = max(item.first - _ROLE_WITHIN, 0), min(item.last + _ROLE_WITHIN, len(tokens.norms) - 1)
        start = tokens.text.find(role, tokens.starts[first], tokens.ends[last])
        if start < 0:
            return item.first, item.last
        begins = bisect_left(tokens.starts, start)
        return min(begins, item.first), max(bisect_left(tokens.starts, start + len(role)) - 1, item.last)

    def _quotes(self) -> Iterator[_Stated]:
        """What is quoted, which may run over several sentences."""
        fact_types = [fact_type for fact_type in self.compiled.fact_types if fact_type.reads == "quotes"]
        for item in self.reading.found if fact_types else ():
            if isinstance(item.value, Quote) and item.value.speaker and len(item.value.text.split()) >= MIN_QUOTE_WORDS:
                for fact_type in fact_types:
                    span = (item.first, item.last)
                    sentence = self.reading.sentence_of(item.first)
                    yield _Stated(fact_type, item.value, *span, sentence, item.value.speaker, span)

    def _general(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        """The values in none of the claims, each with its context, ready to meet its like in another article.

        Not those that a fact type refused: it knows that they look like something they are not.
        """
        taken = sorted((evidence.start, evidence.end) for claim in claims for evidence in claim.evidence)
        for number, item in enumerate(self.reading.found):
            beside = isinstance(item.value, Count) and self._beside_others(item.value)
            attribute = None if beside else attribute_of(item.value)
            start, end = self.reading.tokens.starts[item.first], self.reading.tokens.ends[item.last]
            at = bisect_left(taken, (end, 0))
            if (
                attribute is None
                or number in self.refused
                or any(stop > start for _, stop in taken[max(at - 3, 0) : at])
            ):
                continue
            evidence = self._evidence(item.first, item.last)
            span = (item.first, item.last)
            yield Claim(
                id=f"{self.article.source.id}:{METHOD}",
                source=self.article.source.id,
                subject=attribute,
                attribute=attribute,
                value=item.value,
                attribution=_attribution(self._frame(item.first)),
                modality=modality(self.reading.tokens, self.reading.words, *span),
                context=context(self.reading, *span),
                block=_block(self.article.blocks, evidence.start),
                evidence=(evidence,),
                method=METHOD,
            )

    # -- claims ---------------------------------------------------------------------------------------------------

    def _claim(self, stated: _Stated) -> Claim | None:
        fact_type = stated.fact_type
        frame = self._frame(stated.first)
        told = None
        if fact_type.event is not None:
            at = stated.first if stated.event_at is None else stated.event_at
            told = self.events.at(fact_type.event, stated.sentence, at)
            if told is None:
                return None
        year = self._year_beside(stated)
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
            as_of=self._as_of(stated, told.time if told else None) if fact_type.moves else None,
            scope=self._scope(stated)
            or (year.edtf if year is not None and (told is None or told.time is None) else None),
            attribution=_attribution(frame),
            modality=modality(self.reading.tokens, self.reading.words, stated.first, stated.last),
            polarity=self._polarity(stated, frame),
            block=_block(self.article.blocks, evidence.start),
            evidence=(evidence,),
            method=f"pattern:{fact_type.id}",
        )

    def _subject(self, stated: _Stated, frame: Frame | None) -> str | None:
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

    def _polarity(self, stated: _Stated, frame: Frame | None) -> Polarity:
        """Denied where the frame denies it, or where the words that make a statement of a value are negated.

        A state has its own patterns, and *not specified* is itself a negation; what stands under *if* is not denied.
        """
        if frame is not None and frame.kind == "denied":
            return "denied"
        if isinstance(stated.value, Status | NoValue | Quote):
            return "affirmed"
        floor, values = self.reading.sentences[stated.sentence][0], self.reading.words.values
        if any(norm in values["condition"] for norm in self._norms(max(stated.fit[0] - 8, floor), stated.fit[1])):
            return "affirmed"
        norms = self._norms(max(stated.fit[0] - 2, floor), stated.fit[1])
        return "denied" if any(norm in values["denying"] for norm in norms) else "affirmed"

    def _frame(self, token: int) -> Frame | None:
        """The innermost frame of speech that governs a token."""
        over = [frame for frame in self.reading.frames if frame.first <= token <= frame.last]
        return min(over, key=lambda frame: frame.last - frame.first) if over else None

    def _as_of(self, stated: _Stated, happened: Date | None) -> Date | None:
        """The date nearest to the statement in its sentence, other than the value itself and the event's own day."""
        first, last = self.reading.sentences[stated.sentence]
        dates = [
            (abs(item.first - stated.first), item.first, day_of(item.value))
            for item in self.reading.found
            if first <= item.first <= last
            and isinstance(item.value, Date | DateTime)
            and item.first != stated.first
            and len(item.value.edtf) >= _DAY
            and abs(item.first - stated.first) <= _AS_OF_WITHIN
            and not self._is_deadline(item.first)
            and (happened is None or item.value.edtf.partition("T")[0] != happened.edtf)
        ]
        return min(dates, key=lambda entry: entry[:2])[2] if dates else None

    def _scope(self, stated: _Stated) -> str | None:
        """What part of the whole the value is of: the place told after it, or the period told with it."""
        if stated.fact_type.placed:
            return self._place_after(stated)
        return self._period(stated) if stated.fact_type.timed else None

    def _year_beside(self, stated: _Stated) -> Date | None:
        """The year told close to a value that is no date itself, other than the year in which the article appeared."""
        if isinstance(stated.value, Date | DateTime | Status | NoValue | Quote | Name):
            return None
        for number in self.reading.within(self.reading.sentences[stated.sentence]):
            item = self.reading.found[number]
            near = min(abs(item.first - stated.last), abs(stated.first - item.last)) <= _YEAR_WITHIN
            if isinstance(item.value, Date) and len(item.value.edtf) == 4 and near:
                return item.value if item.value.edtf != (self.article.published or "")[:4] else None
        return None

    def _period(self, stated: _Stated) -> str | None:
        """The quarter or year told in the sentence, by its date (`2021-Q3`) or else by its word (`quarter`)."""
        first, last = self.reading.sentences[stated.sentence]
        for number in self.reading.within((first, last)):
            value = self.reading.found[number].value
            if isinstance(value, Date) and (len(value.edtf) == 4 or "-Q" in value.edtf):
                return value.edtf
        periods = self.reading.words.values["period"]
        return next((periods[norm] for norm in self._norms(first, last) if norm in periods), None)

    def _norms(self, first: int, last: int) -> list[str]:
        return self.reading.tokens.norms[first : last + 1]

    def _is_deadline(self, token: int) -> bool:
        """Whether a date is one to be met (*by 15 September*), which says nothing of when something was so."""
        before = self.reading.tokens.norms[max(token - 3, 0) : token]
        return any(norm in self.reading.words.values["deadline"] for norm in before)

    def _place_after(self, stated: _Stated) -> str | None:
        """The place told right after the value, in the same clause."""
        stop = min(stated.last + _SCOPE_WITHIN, self.reading.sentences[stated.sentence][1])
        for item in self.reading.found:
            if not stated.last < item.first <= stop:
                continue
            if isinstance(item.value, Place):
                return item.value.text
            if isinstance(item.value, AmountValue):
                return None  # what follows is told of that figure
        return None

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
    """Whether a name is given itself as value, or its own initials: *the European Central Bank (ECB)*."""
    if not isinstance(value, Name):
        return False
    letters = "".join(word[0] for word in re.split(r"[\s'’-]+", subject) if word[:1].isupper())
    return value.text == subject or value.text == letters or (subject.isupper() and value.text.startswith(subject[0]))


def _captured(group: str | None, reading: Reading) -> str | None:
    """The name that a pattern's `{subject}` stands on."""
    if not group:
        return None
    value = reading.found[int(group.strip().rpartition("#")[2])].value
    return value.text if isinstance(value, Name | Place) else None


def _attribution(frame: Frame | None) -> Attribution | None:
    return Attribution(speaker=frame.speaker, verb=frame.verb, plural=frame.plural) if frame and frame.speaker else None


def _block(blocks: tuple[Block, ...], offset: int) -> BlockKind:
    return next((block.kind for block in blocks if block.start <= offset < block.end), "body")


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
