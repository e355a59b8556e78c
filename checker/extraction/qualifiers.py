"""What qualifies a statement: when it was so, for what part, whose word it is, and whether it is denied."""

from __future__ import annotations

from checker.extraction.events import day_of
from checker.extraction.stated import Stated
from checker.model.base import plain
from checker.model.claim import COUNTED, Attribution, Polarity
from checker.model.value import AmountValue, Date, DateTime, Name, NoValue, Percent, Place, Quote, Status
from checker.values.reading import Reading
from checker.values.speech import Frame

_ESTIMATE_WITHIN = 14
_COUNTER_WORDS = 2
"""So many words can stand before the noun of who gives a figure: *the interior ministry*."""
_SCOPE_WITHIN = 8
_AS_OF_WITHIN = 20
_DAY = 9  # an EDTF of a day or of a weekday is no shorter: a year says too little of when
_BREAKS = ",;:()¶"
_YEAR_WITHIN, _YEAR, _MONTH = 10, len("2021"), len("2021-01")
_COUNTED_BEFORE, _COUNTED_AFTER = 4, 7
_DAY_LONG = len("2021-01-05")


def attribution(reading: Reading, first: int) -> Attribution | None:
    """Whose word it is at a token: who gives the figure (*police put the crowd at 3,000*), else who says it."""
    frame = reading.frame_at(first)
    start = max(reading.sentences[reading.sentence_of(first)][0], first - _ESTIMATE_WITHIN)
    at = next((at for at in range(first - 1, start, -1) if _estimates(reading, at)), None)
    if at is not None and (frame is None or frame.verb_at < at):
        counter = _counter_after(reading, at, first) or _counter(reading, at, start)
        if counter is not None:
            return Attribution(speaker=counter, verb=reading.tokens.norms[at])
    if frame is not None:
        return Attribution(speaker=frame.speaker, verb=frame.verb, plural=frame.plural) if frame.speaker else None
    for number in reversed(reading.within((start, at - 1))) if at is not None else ():
        value = reading.found[number].value
        if isinstance(value, Name) and value.type in ("person", "organisation", "role"):
            return Attribution(speaker=value.text, verb=reading.tokens.norms[at or 0])
    return None


def _estimates(reading: Reading, at: int) -> bool:
    """Whether a verb there gives a figure, be it in two words: *fait état de 34 morts*."""
    norms, estimating = reading.tokens.norms, reading.words.values["estimating"]
    return norms[at] in estimating or " ".join(norms[at : at + 2]) in estimating


def _counter(reading: Reading, at: int, floor: int) -> str | None:
    """The noun that may speak, with what stands before it, that is the subject of a verb that gives a figure."""
    tokens, words = reading.tokens, reading.words.values
    while at > floor and tokens.norms[at - 1] in words["beside_verb"]:
        at -= 1
    last, first = at - 1, _speaking_noun(reading, at - 1, floor)
    while first is not None:
        before = first - 1 - (tokens.norms[first - 1] in words["determiner"])
        if before <= floor or tokens.norms[before] not in words["not_subject"]:
            return " ".join(tokens.exact(first, last).split())
        last, first = before - 1, _speaking_noun(reading, before - 1, floor)  # *the opposition on the city council*
    return None


def _counter_after(reading: Reading, at: int, figure: int) -> str | None:
    """Who gives a figure by the verb told before: *police put it at 600, organisers at 1,000*; *les syndicats 55 %*."""
    tokens, words = reading.tokens, reading.words.values
    last = figure - 1
    while last > at and (tokens.norms[last] in words["given_at"] or tokens.letter(last) == "x"):
        last -= 1
    first = _speaking_noun(reading, last, at)
    if first is None:
        role = next(
            (one for one in map(reading.found.__getitem__, reading.within((at, last))) if one.last == last), None
        )
        if role is None or not isinstance(role.value, Name) or role.value.type != "role":
            return None
        first = role.first
    before = first - 1 - (tokens.norms[first - 1] in words["determiner"])
    told = tokens.letter(before) in (",", "&") and before > at + 1
    return " ".join(tokens.exact(first, last).split()) if told else None


def _speaking_noun(reading: Reading, last: int, floor: int) -> int | None:
    """The first token of the noun that may speak that ends there, with the words that belong to it."""
    tokens, words = reading.tokens, reading.words.values
    if not any(tokens.norms[last] in words[kind] for kind in ("plural_speaker", "single_speaker")):
        return None
    first = last
    while first > floor and last - first < _COUNTER_WORDS and tokens.letter(first - 1) in ("L", "C"):
        first -= 1
    return first


class Qualifiers:
    """Looks up what stands around statements of one article. `published` is its day, if known."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.reading = reading
        self.published = published or ""

    def polarity(self, stated: Stated, frame: Frame | None) -> Polarity:
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
        within = range(max(stated.fit[0] - 2, floor), stated.fit[1] + 1)
        denying = (at for at in within if self.reading.tokens.norms[at] in values["denying"])
        return "denied" if any(self._denies(at, stated) for at in denying) else "affirmed"

    def _denies(self, token: int, stated: Stated) -> bool:
        """Whether a word of denial denies a statement: not what is told of its subject beside (*Norvik, which is not
        listed, earned 3 million*), nor what none of so many things did (*aucune des sept pièces volées n'a*).
        """
        shape, values = self.reading.tokens.shape, self.reading.words.values
        opened = shape.rfind(",", stated.fit[0], token)
        closed = shape.find(",", token, stated.first)
        if opened >= 0 and closed >= 0 and self.reading.tokens.norms[opened + 1] in values["relative_pronoun"]:
            return False
        if token >= stated.first or set(shape[token + 1 : stated.first]) - set("fjA"):
            return True
        after = self._norms(stated.fit[1] + 1, self.reading.sentences[stated.sentence][1])
        return token + 1 == stated.first or not any(norm in values["denial_begun"] for norm in after)

    def as_of(self, stated: Stated, happened: Date | None) -> Date | None:
        """The date nearest to the statement in its sentence, other than the value itself and the event's own day."""
        first, last = self.reading.sentences[stated.sentence]
        dates = [
            (abs(item.first - stated.first), item.first, day_of(item.value))
            for item in (self.reading.found[number] for number in self.reading.within((first, last)))
            if isinstance(item.value, Date | DateTime)
            and item.first != stated.first
            and len(item.value.edtf) >= _DAY
            and abs(item.first - stated.first) <= _AS_OF_WITHIN
            and not (self._is_deadline(item.first) and not self._is_over(item.value))
            and not self._is_since(item.first)
            and (happened is None or item.value.edtf.partition("T")[0] != happened.edtf)
        ]
        return min(dates, key=lambda entry: entry[:2])[2] if dates else None

    def day_within(self, first: int, last: int) -> Date | None:
        """The day told in the clause of a doing, the nearest to its verb."""
        start, stop = self.reading.sentences[self.reading.sentence_of(last)]
        end = last
        while end < min(stop, last + _AS_OF_WITHIN) and self.reading.tokens.shape[end + 1] not in _BREAKS:
            end += 1
        begin = first
        if begin > start and self.reading.tokens.shape[begin - 1] == ",":
            begin = start  # *On Friday, the order was lifted*
        days = [
            (abs(item.first - last), item.first, day_of(item.value))
            for item in (self.reading.found[number] for number in self.reading.within((begin, end)))
            if isinstance(item.value, Date | DateTime) and len(item.value.edtf) >= _DAY
        ]
        return min(days, key=lambda entry: entry[:2])[2] if days else None

    def scope(self, stated: Stated, year: Date | None) -> str | None:
        """What part of the whole the value is of: the place told after it, or the period told with it; else `year`."""
        found = None
        if stated.fact_type.placed:
            found = self._place_after(stated)
        elif stated.fact_type.timed:
            found = self._period(stated)
        return found or (year.edtf[:_YEAR] if year is not None else None)

    def year_beside(self, stated: Stated) -> Date | None:
        """The year, or a month of one, told close to a value that is no date itself; not the year in which the article
        appeared.
        """
        if isinstance(stated.value, Date | DateTime | Status | NoValue | Quote | Name):
            return None
        figures = []
        for number in self.reading.within(self.reading.sentences[stated.sentence]):
            item = self.reading.found[number]
            if isinstance(item.value, AmountValue):
                figures.append(item.first)
            near = min(abs(item.first - stated.last), abs(stated.first - item.last)) <= _YEAR_WITHIN
            others = any(stated.last < figure < item.first for figure in figures)  # the year is that figure's
            long = len(item.value.edtf) if isinstance(item.value, Date) else 0
            told = long == _YEAR or (long == _MONTH and isinstance(stated.value, AmountValue))
            if isinstance(item.value, Date) and told and near and not others:
                return item.value if item.value.edtf[:4] != self.published[:4] else None
        return None

    def _period(self, stated: Stated) -> str | None:
        """The quarter or year told in the sentence, by its date (`2021-Q3`) or else by its word (`quarter`)."""
        first, last = self.reading.sentences[stated.sentence]
        for number in self.reading.within((first, last)):
            value = self.reading.found[number].value
            if isinstance(value, Date) and (len(value.edtf) == 4 or "-Q" in value.edtf):
                return value.edtf
        periods = self.reading.words.values["period"]
        return next((periods[norm] for norm in self._norms(first, last) if norm in periods), None)

    def counted(self, stated: Stated) -> tuple[str, ...]:
        """The share of the votes that had been counted, told in the sentence, as the context key `counted:70`; none for
        that share itself.
        """
        if not isinstance(stated.value, AmountValue):
            return ()
        norms, counting = self.reading.tokens.norms, self.reading.words.values["counting"]
        first, last = self.reading.sentences[stated.sentence]
        for number in self.reading.within((first, last)):
            item = self.reading.found[number]
            if not isinstance(item.value, Percent) or item.value.amount is None or item.first == stated.first:
                continue
            start, stop = max(item.first - _COUNTED_BEFORE, first), min(item.last + _COUNTED_AFTER, last)
            if item.last < stated.first:
                stop = min(stop, stated.first)
            if any(norm in counting for norm in norms[start : stop + 1]):
                return (f"{COUNTED}{plain(item.value.amount)}",)
        return ()

    def _norms(self, first: int, last: int) -> list[str]:
        return self.reading.tokens.norms[first : last + 1]

    def _is_deadline(self, token: int) -> bool:
        """Whether a date is one to be met (*by 15 September*), which says nothing of when something was so."""
        before = self.reading.tokens.norms[max(token - 3, 0) : token]
        return any(norm in self.reading.words.values["deadline"] for norm in before)

    def _is_over(self, date: Date | DateTime) -> bool:
        """Whether a day came before publication: *nine bodies by Tuesday* were nine on Tuesday."""
        return bool(self.published) and (date.latest or self.published)[:_DAY_LONG] < self.published[:_DAY_LONG]

    def _is_since(self, token: int) -> bool:
        """Whether a date is when something began (*since Thursday*): what is so by now."""
        return self.reading.tokens.norms[max(token - 1, 0)] in self.reading.words.values["since"]

    def _place_after(self, stated: Stated) -> str | None:
        """The place told right after the value, in the same clause."""
        stop = min(stated.last + _SCOPE_WITHIN, self.reading.sentences[stated.sentence][1])
        for number in self.reading.within((stated.last + 1, self.reading.sentences[stated.sentence][1])):
            item = self.reading.found[number]
            if item.first > stop:
                return None
            if isinstance(item.value, Place):
                return item.value.text
            if isinstance(item.value, AmountValue):
                return None  # what follows is told of that figure
        return None
