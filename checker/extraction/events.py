"""The events an article tells of: which words speak of one and the same, when it was, who takes part.

An event is mentioned by the nouns and verbs of its type. *An order*, *similar decrees* bring in a new event; *the
order*, *cette décision* go back to one: the latest of the same grammatical number, else the latest. A mention that
has its own day, at odds with the event's, is another event.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.extraction.compiled import Compiled
from checker.extraction.line import Line
from checker.model.claim import Event
from checker.model.rule import EventType
from checker.model.value import Count, Date, DateTime, Name, Place
from checker.values.calendar import intersect
from checker.values.found import Found
from checker.values.reading import Reading

_OWN_NAMES = 2
"""A lasting event told with so many names, none of them another's, is an event of its own."""
_TAKEN_UP = 10
"""How many sentences on a statement can still speak of an event."""
_FAR_TIME, _NEAR_TIME = 24, 14
"""Within so many words of what tells an event, or only takes one up, a date can be its day."""


@dataclass(eq=False)
class Told:
    """One event of an article while it is being gathered."""

    id: str
    type: EventType
    plural: bool
    time: Date | None = None
    names: dict[str, str] = field(default_factory=dict)
    """name -> its type"""

    def event(self) -> Event:
        return Event(id=self.id, type=self.type.id, time=self.time, participants=tuple(self.names))


@dataclass(frozen=True)
class Mentioned:
    """One word that speaks of an event: where it stands, and what is said with it."""

    type: EventType
    sentence: int
    first: int
    plural: bool
    new: bool
    time: Date | None
    names: Mapping[str, str]


class Events:
    """The events of one article, filled sentence by sentence in reading order."""

    def __init__(self, compiled: Compiled, reading: Reading, speakers: frozenset[int] = frozenset()) -> None:
        self.compiled = compiled
        self.words = reading.words
        self.norms = reading.tokens.norms
        self.speakers = speakers
        self.told: list[Told] = []
        self.mentions: list[tuple[Mentioned, Told | None]] = []

    def read(self, number: int, line: Line, found: Sequence[Found]) -> None:
        """Take in the sentence `number`: tie each event word in it to a new or a known event."""
        hits = {
            (line.index_at(fit.start), event_type.id): event_type
            for pattern, event_type in self.compiled.events.candidates(line.words)
            for fit in pattern.all(line.text)
        }
        hits |= {(at, event_type.id): event_type for at, event_type in self._counted(line, found)}
        types = [event_id for _, event_id in hits]
        for (at, _), event_type in sorted(hits.items(), key=lambda hit: hit[0]):
            aside = self._is_background(line, at)
            verb = line.atoms[at].text in self.compiled.event_verbs
            new = aside or (not verb and self._is_new(line, at))
            reach = _FAR_TIME if new or verb else _NEAR_TIME
            mentioned = Mentioned(
                event_type,
                number,
                line.atoms[at].first,
                plural=_is_plural(self.norms[line.atoms[at].last]),
                new=new,
                time=None if event_type.lasting or aside else self._time(line, at, found, reach),
                names=dict(self._participants(line, at, found, event_type, alone=types.count(event_type.id) == 1)),
            )
            told = self._tie(mentioned)
            self.mentions.append((mentioned, told))
            if told is None:
                continue
            if mentioned.time is not None:
                told.time = intersect(told.time, mentioned.time) if told.time else mentioned.time
            told.names.update(mentioned.names)

    def _counted(self, line: Line, found: Sequence[Found]) -> Iterator[tuple[int, EventType]]:
        """The events that are counted (*two orders*), with the index of their count in the line."""
        for at, atom in enumerate(line.atoms):
            if atom.number is not None and isinstance(found[atom.number].value, Count):
                words = self.norms[atom.first : atom.last + 1]
                text = f" {' '.join(words)} "
                for pattern, event_type in self.compiled.events.candidates(words):
                    if pattern.shortest(text) is not None:
                        yield at, event_type

    def _tie(self, mentioned: Mentioned) -> Told | None:
        """The event a word speaks of; None for one of several that is told without a day (*a ban would be
        arbitrary*).
        """
        known = [told for told in self.told if told.type.id == mentioned.type.id]
        fitting = [told for told in known if _fits(told.time, mentioned.time)]
        alike = [told for told in fitting if told.plural == mentioned.plural]
        if mentioned.type.lasting:
            here = [told for one, told in self.mentions if told and _same_place(one, mentioned)]
            if here:
                return here[-1]
            few = len(mentioned.names) < _OWN_NAMES
            alike = [told for told in fitting if few or _one_affair(told.names, mentioned.names)]
        elif mentioned.new:
            alike = [told for told in alike if _shares(told, mentioned)]
        elif not alike and mentioned.time is None:
            alike = fitting
        elif not alike:
            alike = [told for told in fitting if told.time is None and _shares(told, mentioned)]
        if alike:
            return alike[-1]
        if known and mentioned.new and mentioned.time is None and not mentioned.type.lasting:
            return None
        told = Told(f"{mentioned.type.id}#{len(known) + 1}", mentioned.type, mentioned.plural)
        self.told.append(told)
        return told

    def _is_background(self, line: Line, at: int) -> bool:
        """Whether the event is only what another one came after: *three days after a shooting at the market*."""
        before = [atom.text for atom in line.atoms[max(at - 3, 0) : at]]
        return any(word in self.words.values["event_before"] for word in before)

    def _is_new(self, line: Line, at: int) -> bool:
        """Whether the words before the noun bring in something new: *an*, *similar*, or a bare plural."""
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

    def _time(self, line: Line, at: int, found: Sequence[Found], reach: int) -> Date | None:
        """The date nearest to the event's word within the sentence; not one of a deadline, an effect, a time since."""
        near: list[tuple[int, Date]] = []
        for index in range(max(at - reach, 0), min(at + reach + 1, len(line.atoms))):
            number = line.atoms[index].number
            value = found[number].value if number is not None else None
            before = " ".join(atom.text for atom in line.atoms[max(index - 4, 0) : index]).split()
            other = self.words.values["other_day"]
            if isinstance(value, Date | DateTime) and not any(word in other for word in before):
                near.append((abs(index - at), day_of(value)))
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def at(self, event_type: str, number: int, first: int) -> Told | None:
        """The event of the type that a statement at token `first` of sentence `number` speaks of.

        The nearest mention in the sentence, else the one of the sentence before, else the one that the ten sentences
        before speak of most, the first told of several; None where there is none.
        """
        begins = bisect_left(self.mentions, number - _TAKEN_UP, key=lambda pair: pair[0].sentence)
        ends = bisect_right(self.mentions, number, lo=begins, key=lambda pair: pair[0].sentence)
        of_type = [pair for pair in self.mentions[begins:ends] if pair[0].type.id == event_type]
        same = [pair for pair in of_type if pair[0].sentence == number]
        if same:
            return min(same, key=lambda pair: abs(pair[0].first - first))[1]
        before = [told for _, told in of_type if told]
        if not before:
            return None
        if any(mentioned.sentence == number - 1 and told is before[-1] for mentioned, told in of_type):
            return before[-1]
        return max(before, key=lambda told: (before.count(told), -self.told.index(told)))


def _one_affair(known: Mapping[str, str], named: Mapping[str, str]) -> bool:
    """Whether two lasting events are one: they share a product, or most of the fewer names (a buyer may have two
    deals).
    """
    shared = known.keys() & named.keys()
    return any(known[name] == "product" for name in shared) or 2 * len(shared) > min(len(known), len(named))


def _same_place(one: Mentioned, other: Mentioned) -> bool:
    """Whether two words speak of one type of event in one sentence."""
    return one.sentence == other.sentence and one.type.id == other.type.id


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _fits(one: Date | None, other: Date | None) -> bool:
    return one is None or other is None or intersect(one, other) is not None


def _shares(told: Told, mentioned: Mentioned) -> bool:
    """Whether a new-looking mention repeats a known event: the same names, and a time that fits or is only now told."""
    same_names = bool(set(told.names) & set(mentioned.names)) or not mentioned.names or not told.names
    return same_names and (told.time is None or mentioned.time is not None)


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
