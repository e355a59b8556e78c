"""The events an article tells of: which words speak of one and the same, when it was, who takes part.

An event is mentioned by the nouns and verbs of its type. *An order*, *similar decrees* bring in a new event; *the
order*, *cette décision* go back to one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from checker.extraction.compiled import Compiled
from checker.extraction.continuity import Continuity, Mentioned, Told
from checker.extraction.line import Line
from checker.model.rule import EventType
from checker.model.value import Count, Date, DateTime, Duration, Name, Place, Value
from checker.values.found import Found
from checker.values.reading import Reading

_TAKEN_UP = 10
"""How many sentences on a statement can still speak of an event."""
_SOON = 4
"""A text can begin with what happened and say a few sentences on what it was."""
_BESIDE = 4
"""A date so near to the word that tells an event is its own."""
_DUTY_WITHIN = 3
"""So many words say that somebody has to do with events: *in charge of*."""
_FAR_TIME, _NEAR_TIME = 24, 14
"""Within so many words of what tells an event, or only takes one up, a date can be its day."""
_SINCE_WITHIN, _SINCE_AN_EVENT = 14, 4
"""So many words after *since* stands the day, and where an event is told between them (*since the crash of flight
305, in July 2007*).
"""
_OPENING = 5
"""A day that stands first, after so many words such as *back in*, is told of the whole sentence."""


class Events:
    """The events of one article, filled sentence by sentence in reading order."""

    def __init__(
        self,
        compiled: Compiled,
        reading: Reading,
        speakers: frozenset[int] = frozenset(),
        published: str | None = None,
        headline: int = 0,
    ) -> None:
        """`speakers`: the tokens of names that only report. `headline`: where the headline ends in the text."""
        self.compiled = compiled
        self.words = reading.words
        self.norms = reading.tokens.norms
        self.speakers = speakers
        self.continuity = Continuity(published)
        breaks = list(accumulate(letter == "¶" for letter in reading.tokens.shape))
        self.paragraphs = [breaks[first] for first, _ in reading.sentences]
        self.in_headline = [reading.tokens.starts[first] < headline for first, _ in reading.sentences]

    @property
    def told(self) -> Sequence[Told]:
        """The events told so far."""
        return self.continuity.told

    def read(self, number: int, line: Line, found: Sequence[Found]) -> None:
        """Take in the sentence `number`: tie each event word in it to a new or a known event."""
        hits = {
            (line.index_at(fit.start), event_type.id): event_type
            for pattern, event_type in self.compiled.events.candidates(line.words)
            for fit in pattern.all(line.text)
        }
        hits = {hit: event_type for hit, event_type in hits.items() if not self._is_duty(line, hit[0])}
        hits |= {(at, event_type.id): event_type for at, event_type in self._counted(line, found)}
        types = [event_id for _, event_id in hits]
        opening = self._opening(line, found)
        opened = {one.id: one for one in self._recalled(number, line, found, opening)}
        recalled = {(opening or 0, one.id): one for one in opened.values() if one.id not in types}
        for at in self._counted_from(line, found):
            recalled |= {(at, one.id): one for one in self._recalled(number, line, found, at)}
        hits |= recalled
        dated = any(isinstance(_value_at(line, found, at), Date | DateTime) for at in range(len(line.atoms)))
        for (at, _), event_type in sorted(hits.items(), key=lambda hit: hit[0]):
            aside = self._is_background(line, at)
            verb = line.atoms[at].text in self.compiled.event_verbs
            other = event_type.id in opened or (at, event_type.id) in recalled
            new = aside or other or (not verb and self._is_new(line, at))
            reach = _FAR_TIME if new or verb else _NEAR_TIME
            when = None if event_type.lasting or aside else self._time(line, at, found, reach)
            if other and isinstance(day := _value_at(line, found, at), Date | DateTime):
                when = (at, day_of(day))
            elif other and when is not None and not self.continuity.is_past(when[1]):
                when = None  # a day of the news beside what is recalled of elsewhere
            mentioned = Mentioned(
                event_type,
                number,
                self.paragraphs[number],
                line.atoms[at].first,
                headline=self.in_headline[number],
                plural=None if verb or (at, event_type.id) in recalled else _is_plural(self.norms[line.atoms[at].last]),
                new=new,
                time=when[1] if when else None,
                beside=when is None or self._is_own(line, at, when[0]),
                names=dict(self._participants(line, at, found, event_type, alone=types.count(event_type.id) < 2)),
                dated=dated,
            )
            self.continuity.tie(mentioned)

    def _recalled(self, number: int, line: Line, found: Sequence[Found], at: int | None) -> Iterator[EventType]:
        """The types of which a sentence brings in another event than the news, be it in words that no type knows: by a
        day of long ago that it opens with (*In May 2012 a jet slammed into a mountain; 45 were aboard*) or counts from
        (*the worst since 2007, when a jet overran*); by a place or a time apart that it opens with, where the paragraph
        recalls an event of elsewhere.
        """
        if at is None:
            return
        value = _value_at(line, found, at)
        time = day_of(value) if isinstance(value, Date | DateTime) else None
        for event_type in {one.type.id: one.type for one in self.told if not one.type.lasting}.values():
            names = dict(self._participants(line, at, found, event_type, alone=True))
            if self.continuity.recalls(event_type, self.paragraphs[number], time, names):
                yield event_type

    def _counted_from(self, line: Line, found: Sequence[Found]) -> Iterator[int]:
        """Where the days stand since which something is the first, or the worst: a clause on that day follows, or what
        happened then stands before it (*since the crash of flight 305, in July 2007*).
        """
        texts = [atom.text for atom in line.atoms]
        for at in [at for at, text in enumerate(texts) if text in self.words.values["since"]]:
            near = range(at + 1, min(at + _SINCE_WITHIN, len(texts)))
            day = next((day for day in near if isinstance(_value_at(line, found, day), Date | DateTime)), None)
            if day is not None:
                clause = texts[day + 1 : day + 3]
                told = clause[:1] in ([":"], ["("]) or (clause[1:] and clause[1] in self.words.values["when"])
                if told or day - at >= _SINCE_AN_EVENT:
                    yield day

    def _opening(self, line: Line, found: Sequence[Found]) -> int | None:
        """Where in the line the day, place or time apart (*ten years earlier*) stands that a sentence opens with."""
        for at, atom in enumerate(line.atoms[:_OPENING]):
            if atom.number is not None:
                value = found[atom.number].value
                after = [one.text for one in line.atoms[at + 1 : at + 3]]
                apart = not self.words.values["time_apart"].keys().isdisjoint((*after[:1], " ".join(after)))
                opens = isinstance(value, Date | DateTime) or (isinstance(value, Place) and at)
                return at if opens or (isinstance(value, Duration) and apart) else None
            if not set(atom.text.split()) <= self.words.values["opening_day"].keys():
                return None
        return None

    def _counted(self, line: Line, found: Sequence[Found]) -> Iterator[tuple[int, EventType]]:
        """The events that are counted (*two orders*), with the index of their count in the line."""
        for at, atom in enumerate(line.atoms):
            if atom.number is not None and isinstance(found[atom.number].value, Count):
                words = self.norms[atom.first : atom.last + 1]
                text = f" {' '.join(words)} "
                for pattern, event_type in self.compiled.events.candidates(words):
                    if pattern.shortest(text) is not None:
                        yield at, event_type

    def _is_background(self, line: Line, at: int) -> bool:
        """Whether the event is only what another one came after: *three days after a shooting at the market*."""
        before = [atom.text for atom in line.atoms[max(at - 3, 0) : at]]
        return any(word in self.words.values["event_before"] for word in before)

    def _is_duty(self, line: Line, at: int) -> bool:
        """Whether events are only what somebody has to do with: *the bureau that investigates accidents*."""
        if not _is_plural(self.norms[line.atoms[at].last]):
            return False
        before = " ".join(atom.text for atom in line.atoms[max(at - _DUTY_WITHIN, 0) : at]).split()
        told = (" ".join(before[-words:]) for words in range(1, _DUTY_WITHIN + 1))
        return any(one in self.words.values["charged_with"] for one in told)

    def _is_new(self, line: Line, at: int) -> bool:
        """Whether the words before the noun bring in something new: *an*, *similar*, or a bare plural; not where they
        belong to a noun after it (*a fire official*).
        """
        if at + 1 < len(line.atoms) and line.atoms[at + 1].text in self.words.values["beside_event"]:
            return False
        for atom in reversed(line.atoms[max(at - 4, 0) : at]):
            if atom.number is None and atom.text in self.words.values["indefinite_article"]:
                return True
            if atom.number is None and atom.text in self.words.values["taking_up"]:
                return False
            if atom.number is None and atom.text in self.words.values["linking"]:
                break  # *an order to ban*: the article is the order's
        return _is_plural(self.norms[line.atoms[at].last])

    def _participants(
        self, line: Line, at: int, found: Sequence[Found], event_type: EventType, *, alone: bool
    ) -> Iterator[tuple[str, str]]:
        """The names told with the event, and their types: of the whole sentence, or near the noun where it tells of
        several events.

        Not who only reports it, nor roles, nor the kinds of names that the event type leaves aside.
        """
        for atom in line.atoms if alone else line.atoms[max(at - _NEAR_TIME, 0) : at + _NEAR_TIME + 1]:
            if atom.number is None or atom.first in self.speakers:
                continue
            value = found[atom.number].value
            kind = value.type if isinstance(value, Name) else "place"
            if isinstance(value, Name | Place) and kind != "role" and kind not in event_type.aside:
                yield value.text, kind

    def _time(self, line: Line, at: int, found: Sequence[Found], reach: int) -> tuple[int, Date] | None:
        """The date nearest to the event's word within the sentence, with its place; not one of a deadline, an effect, a
        time since.
        """
        near: list[tuple[int, int, Date]] = []
        for index in range(max(at - reach, 0), min(at + reach + 1, len(line.atoms))):
            number = line.atoms[index].number
            value = found[number].value if number is not None else None
            before = " ".join(atom.text for atom in line.atoms[max(index - 4, 0) : index]).split()
            other = self.words.values["other_day"]
            known = isinstance(value, Date | DateTime) and not value.edtf.startswith("XXXX-XX-XX")
            apart = any(word in other for word in before) or self._is_birthday(line, index, found)
            apart = apart or self._is_of_a_step(line.atoms[at].text, before)
            if isinstance(value, Date | DateTime) and known and not apart:
                near.append((abs(index - at), index, day_of(value)))
        return min(near, key=lambda entry: entry[0])[1:] if near else None

    def _is_birthday(self, line: Line, at: int, found: Sequence[Found]) -> bool:
        """Whether the date there is when somebody came to an age: *the attacker, who turned 36 in April*."""
        reaching = self.words.values["reaching_age"]
        for index in range(max(at - 3, 1), at):
            number = line.atoms[index].number
            aged = number is not None and isinstance(found[number].value, Duration)
            if aged and line.atoms[index - 1].text in reaching:
                return True
        return False

    def _is_of_a_step(self, event: str, before: Sequence[str]) -> bool:
        """Whether a date stands right after what was done about an event, such as *charged on*: it is the day of that,
        unless the word of the event is the step itself.
        """
        steps = self.words.values["other_step"]
        told = " ".join(before[-2:])
        return event not in told.split() and (told in steps or (bool(before) and before[-1] in steps))

    def _is_own(self, line: Line, at: int, when: int) -> bool:
        """Whether a date is the event's own: close to its word, or with nothing else done between them."""
        between = line.atoms[min(at, when) + 1 : max(at, when)]
        return len(between) < _BESIDE or not any(atom.text in self.words.values["predicate"] for atom in between)

    def at(self, event_type: str, number: int, first: int, *, far: bool = False) -> Told | None:
        """The event of the type that a statement at token `first` of sentence `number` speaks of.

        The nearest mention in the sentence, else the one of the sentence before in the paragraph, else the one at the
        centre, if the ten sentences before speak of it, else the one they speak of most; where they speak of none the
        one at the centre, if a sentence soon after does or `far` says that it need not.
        """
        mentions = self.continuity.mentions
        begins = bisect_left(mentions, number - _TAKEN_UP, key=lambda pair: pair[0].sentence)
        ends = bisect_right(mentions, number, lo=begins, key=lambda pair: pair[0].sentence)
        of_type = [pair for pair in mentions[begins:ends] if pair[0].type.id == event_type]
        same = [pair for pair in of_type if pair[0].sentence == number]
        if same:
            return min(same, key=lambda pair: abs(pair[0].first - first))[1]
        before = [told for _, told in of_type if told]
        if not before:
            ends = bisect_right(mentions, number + _SOON, lo=begins, key=lambda pair: pair[0].sentence)
            soon = [told for mentioned, told in mentions[begins:ends] if mentioned.type.id == event_type and told]
            return self.continuity.centre(self._of_type(event_type) if far else soon)
        last = of_type[-1][0]
        if last.sentence == number - 1 and last.paragraph == self.paragraphs[number] and of_type[-1][1]:
            return before[-1]
        centre = self.continuity.centre(self._of_type(event_type))
        return (
            centre if centre in before else max(before, key=lambda told: (before.count(told), -self.told.index(told)))
        )

    def _of_type(self, event_type: str) -> list[Told]:
        return [told for told in self.told if told.type.id == event_type]


def _value_at(line: Line, found: Sequence[Found], at: int) -> Value | None:
    number = line.atoms[at].number
    return found[number].value if number is not None else None


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def day_of(value: Date | DateTime) -> Date:
    """The day of a clock time; a date as it is."""
    if isinstance(value, Date):
        return value
    return Date(
        edtf=value.edtf.partition("T")[0],
        earliest=value.earliest and value.earliest[:10],
        latest=value.latest and value.latest[:10],
        weekday=value.weekday,
        anchor=value.anchor,
    )
