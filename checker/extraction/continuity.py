"""Which event of an article a word that tells of one goes back to, or whether it brings in another.

An article has one event at its centre: the first that is not of an earlier time. What is told of without a time of
its own is that one, unless the paragraph is about another. A word with a day at odds with an event's is of another
event, and an event of long ago never gives its time to one that has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from checker.model.claim import Event
from checker.model.rule import EventType
from checker.model.value import Date
from checker.values.calendar import intersect, next_day

_OWN_NAMES = 2
"""A lasting event told with so many names, none of them another's, is an event of its own."""
_RECENT = timedelta(days=60)
"""News is of so many days before it appears; what was earlier is background."""
_DAY = len("2021-01-05")


@dataclass(eq=False)
class Told:
    """One event of an article while it is being gathered. `past`: it is of an earlier time than the news. `loose`: its
    time is not told right beside it, and may be of something else told there.
    """

    id: str
    type: EventType
    plural: bool | None
    past: bool = False
    headline: bool = False
    time: Date | None = None
    loose: bool = False
    names: dict[str, str] = field(default_factory=dict)
    """name -> its type"""
    dated: bool = False
    """A day is told in the sentence that brings it in."""

    def event(self) -> Event:
        return Event(id=self.id, type=self.type.id, time=self.time, participants=tuple(self.names))


class Mentioned(NamedTuple):
    """One word that speaks of an event: where it stands, and what is said with it.

    `plural`: several are spoken of (a verb does not say). `new`: an indefinite article or the like brings it in.
    `headline`: it stands in the headline. `beside`: its time is told right beside it, so that it must be its own.
    `dated`: some day is told in the sentence.
    """

    type: EventType
    sentence: int
    paragraph: int
    first: int
    plural: bool | None
    new: bool
    headline: bool
    time: Date | None
    names: Mapping[str, str]
    beside: bool = True
    dated: bool = False


class Continuity:
    """The events told so far and the words that told of them. `published` is the article's day, if known."""

    def __init__(self, published: str | None) -> None:
        self.published = date.fromisoformat(published[:10]) if published else None
        self.told: list[Told] = []
        self._here: dict[tuple[str, str, int], Told] = {}
        """Type, and sentence or paragraph -> the event last spoken of there."""
        self.mentions: list[tuple[Mentioned, Told | None]] = []

    def tie(self, mentioned: Mentioned) -> Told | None:
        """The event a word speaks of, filled with what is said there.

        None for one of several that is told without a day (*a ban would be arbitrary*).
        """
        if self._of_something_else(mentioned):
            mentioned = mentioned._replace(time=None)
        told = self._event_of(mentioned)
        self.mentions.append((mentioned, told))
        if told is None:
            return None
        self._here[told.type.id, "sentence", mentioned.sentence] = told
        self._here[told.type.id, "paragraph", mentioned.paragraph] = told
        if mentioned.time is not None:
            settled = told.time if told.time and not (told.loose and mentioned.beside) else None
            told.time = (intersect(settled, mentioned.time) or settled) if settled else mentioned.time
            told.loose = not mentioned.beside and (settled is None or told.loose)
        told.names.update(mentioned.names)
        if told.headline and not mentioned.headline:
            told.headline, told.plural = False, mentioned.plural
        return told

    def centre(self, known: Sequence[Told]) -> Told | None:
        """The event at the centre: the first that is not past."""
        return next((told for told in known if not told.past), None)

    def recalls(self, event_type: EventType, paragraph: int, time: Date | None, names: Mapping[str, str]) -> bool:
        """Whether what is told of a time is of long ago; or, without one, of an event other than that of long ago which
        its paragraph tells of, since no name is shared.
        """
        if time is not None:
            return self.is_past(time)
        here = self._here.get((event_type.id, "paragraph", paragraph))
        return here is not None and here.past and not here.names.keys() & names.keys()

    def _of_something_else(self, mentioned: Mentioned) -> bool:
        """Whether a date that is not told right beside a word that goes back to an event is of something else told
        there (*the fire was out on Tuesday*).
        """
        known = [told for told in self.told if told.type.id == mentioned.type.id and not told.past]
        return bool(known) and not mentioned.new and not mentioned.beside and not self.is_past(mentioned.time)

    def _event_of(self, mentioned: Mentioned) -> Told | None:
        known = [told for told in self.told if told.type.id == mentioned.type.id]
        past = self.is_past(mentioned.time)
        if mentioned.type.lasting:
            candidates = self._lasting(mentioned, known)
        elif len(known) == 1 and known[0].headline and not past and _fits(known[0].time, mentioned.time):
            candidates = known  # the text begins with what its headline tells
        elif past:
            candidates = [told for told in known if told.past and _fits(told.time, mentioned.time)]
        else:
            candidates = self._going_back(mentioned, known)
        if candidates:
            return candidates[-1]
        if known and mentioned.new and mentioned.time is None and not mentioned.type.lasting:
            return None
        told = Told(f"{mentioned.type.id}#{len(known) + 1}", mentioned.type, mentioned.plural, past, mentioned.headline)
        told.dated = mentioned.dated
        self.told.append(told)
        return told

    def _going_back(self, mentioned: Mentioned, known: Sequence[Told]) -> list[Told]:
        """The events that a word can go back to, the likeliest last."""
        fitting = [told for told in known if _fits(told.time, mentioned.time)]
        alike = [told for told in fitting if None in (told.plural, mentioned.plural) or told.plural == mentioned.plural]
        if mentioned.new:
            return [told for told in alike if _shares(told, mentioned)]
        if not alike:
            alike = [told for told in fitting if mentioned.time is None or told.time or _shares(told, mentioned)]
        here = self._here.get((mentioned.type.id, "paragraph", mentioned.paragraph))
        centre = self.centre(alike) if mentioned.time is None else None
        return [*alike, *(told for told in (centre, here) if told in alike)]

    def _lasting(self, mentioned: Mentioned, known: Sequence[Told]) -> list[Told]:
        here = self._here.get((mentioned.type.id, "sentence", mentioned.sentence))
        few = len(mentioned.names) < _OWN_NAMES
        fitting = [told for told in known if _fits(told.time, mentioned.time)]
        if fitting and not here and not mentioned.names and _is_part(fitting[-1], fitting[0]):
            return [fitting[0]]
        return [here] if here else [told for told in fitting if few or _one_affair(told.names, mentioned.names)]

    def is_past(self, time: Date | None) -> bool:
        """Whether a time is earlier than news is of: so many days before it appeared or, where that is not known, told
        without a day.
        """
        if time is None or time.latest is None:
            return False
        if self.published is None:
            return len(time.edtf) < _DAY
        return date.fromisoformat(time.latest[:10]) < self.published - _RECENT


def _is_part(told: Told, centre: Told) -> bool:
    """Whether a lasting event is told as a part of that at the centre: of one who takes part in it, with no day of its
    own (*Orm, which owns a third of Tolsk, will sell its shares*).
    """
    return not told.dated and bool(told.names.keys() & centre.names.keys())


def _one_affair(known: Mapping[str, str], named: Mapping[str, str]) -> bool:
    """Whether two lasting events are one: they share a product, or most of the fewer names (a buyer may have two
    deals).
    """
    shared = known.keys() & named.keys()
    return any(known[name] == "product" for name in shared) or 2 * len(shared) > min(len(known), len(named))


def _fits(one: Date | None, other: Date | None) -> bool:
    """Whether two times can be one event's: a night is of two days."""
    return one is None or other is None or intersect(one, other) is not None or next_day(one, other)


def _shares(told: Told, mentioned: Mentioned) -> bool:
    """Whether a new-looking mention repeats a known event: the same names, and a time that fits or is only now told."""
    same_names = bool(set(told.names) & set(mentioned.names)) or not mentioned.names or not told.names
    return same_names and (told.time is None or mentioned.time is not None)
