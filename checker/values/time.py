"""Dates, clock times and durations of a text, placed in the calendar where publication or the text itself says how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from checker.language import Lexicon
from checker.model.value import Date, DateTime
from checker.values.ages import read_ages
from checker.values.appointments import APPOINTMENTS
from checker.values.calendar import Side, bounds, days_between, pin
from checker.values.clock import CLOCK
from checker.values.dates import DAYS, MONTH_FIRST_DAYS
from checker.values.durations import read_durations
from checker.values.feasts import FEASTS, OF_EASTER
from checker.values.found import Found
from checker.values.joining import UNKNOWN, joined
from checker.values.lexer import Tokens
from checker.values.moment import Moment, Passage, Rule, Step, apply
from checker.values.partial import MONTHS, STRETCHES
from checker.values.placing import OWN_WEEK, at_step, weekday_in
from checker.values.ranks import RANKS
from checker.values.relative import RELATIVE
from checker.values.shortlengths import read_short_lengths
from checker.values.tense import REACH, ends_sentence, is_over_by, side_of
from checker.values.weekdays import BARE_DAYS
from checker.values.worded import WORDED
from checker.values.years import YEARS
from checker.values.zones import zoned

_FAR = 400
"""A day named more code points back than these is not the day of a clock time or of *the next day*."""


_ALIKE = {"Y": 4, "M": 7, "Q": 7}
"""So much of its first and last day a date has alike that is of one such unit."""
_CLOSE = 4
"""A verb within so many words is the date's own."""
_MOST_OF_A_YEAR = 270
_OPEN_WEEKDAY = "XXXX-WXX"
_PUT_OFF = 4
"""A day to which something was put off stands within so many words: postponed by the court to 3 June."""

Published = date | datetime | str | None


def read(tokens: Tokens, words: Lexicon, taken: bytearray, published: Published = None) -> Iterator[Found]:
    """Dates, clock times and lengths of time outside `taken`, in no order; their tokens are marked in `taken`.

    With `published` (a date, or an ISO 8601 string that begins with one; ValueError otherwise), open and relative dates
    are placed about that day (`anchor` published). A clock time, *the next day* and their like are placed on or from
    the day named before them nearby (`anchor` context).
    """
    passage = Passage(tokens, words)
    moments = list(apply(_rules(passage), passage, taken))
    yield from read_short_lengths(passage, taken)
    yield from read_durations(passage, taken)
    yield from read_ages(passage, taken)
    moments += apply(MONTHS + YEARS, passage, taken)
    moments.sort(key=lambda moment: moment.first)
    moments = zoned(passage, joined(passage, moments, taken), taken)
    yield from _placed(passage, moments, _day(published))


def _day(published: Published) -> date | None:
    if isinstance(published, str):
        return date.fromisoformat(published[:10])
    return published.date() if isinstance(published, datetime) else published


def _rules(passage: Passage) -> tuple[Rule, ...]:
    days = DAYS + MONTH_FIRST_DAYS if passage.habit("month_first") else DAYS
    return days + WORDED + CLOCK + RANKS + RELATIVE + APPOINTMENTS + STRETCHES + FEASTS + BARE_DAYS


class _Named:
    """The last day named so far, and the last date of any length: what *that year* and *the next day* count from."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.day: date | None = None
        self.date: Date | DateTime | None = None
        self.day_at = self.date_at = 0

    def forget(self, index: int) -> None:
        """Forget what is too far from token `index`, or in another paragraph."""
        if self.day and ("W" in self.passage.shape[self.day_at + 1 : index] or not self._near(self.day_at, index)):
            self.day = None
        if self.date and not self._near(self.date_at, index):
            self.date = None

    def _near(self, at: int, index: int) -> bool:
        passage = self.passage
        return passage.starts[index] - passage.ends[at] <= _FAR and "¶" not in passage.shape[at + 1 : index]

    def add(self, value: Date | DateTime, at: int) -> None:
        """Keep a value that ends at token `at`."""
        if value.earliest is None:
            return
        self.date, self.date_at = value, at
        if value.earliest == value.latest:
            self.day, self.day_at = date.fromisoformat(value.earliest[:10]), at

    def base(self, step: Step) -> date | None:
        """The day to count a step from: the last day named or, for years and months, a day of those last named."""
        size = _ALIKE.get(step.unit)
        if size is None or self.date is None or self.date.earliest is None or self.date.latest is None:
            return self.day
        alike = self.date.earliest[:size] == self.date.latest[:size]
        return date.fromisoformat(self.date.earliest[:10]) if alike else None


def _placed(passage: Passage, moments: list[Moment], published: date | None) -> Iterator[Found]:
    """The values of the moments, placed in the order of the text."""
    if len(moments) == 1:
        moments = [_from_now(passage, moments[0])]
    named = _Named(passage)
    for moment in moments:
        named.forget(moment.first)
        value = _value(passage, moment, published, named)
        named.add(value, moment.last)
        yield Found(moment.first, moment.last, value)


def _from_now(passage: Passage, moment: Moment) -> Moment:
    """*the day after*, the only day of a text: counted from publication, where it ends a sentence of no past."""
    step = moment.step
    if step is None or not step.context or step.count <= 0 or not ends_sentence(passage, moment.last + 1):
        return moment
    return moment if _side(passage, moment) == "past" else moment._replace(step=replace(step, context=False))


def _value(passage: Passage, moment: Moment, published: date | None, named: _Named) -> Date | DateTime:
    """The value of one moment; `named` is what was named before it nearby."""
    edtf, anchor = moment.edtf, None
    if moment.step:
        if placed := _by_step(passage, moment, published, named):
            edtf, anchor = placed
    elif moment.clock and edtf == UNKNOWN and named.day:
        edtf, anchor = named.day.isoformat(), "context"
    elif published and "XXXX" in edtf and edtf != UNKNOWN:
        edtf, anchor = _pinned(passage, moment, published), "published"
    if moment.then:
        stretch = bounds(edtf)
        edtf = at_step(moment.then, date.fromisoformat(stretch[0]), None) if stretch else UNKNOWN
    if moment.clock:
        edtf = f"{edtf}T{moment.clock}"
    earliest, latest = bounds(edtf) or (None, None)
    value = Date(edtf=edtf, earliest=earliest, latest=latest, weekday=moment.weekday, anchor=anchor)
    return DateTime(**value.model_dump(exclude={"kind"}), zone=moment.zone) if moment.clock else value


def _by_step(passage: Passage, moment: Moment, published: date | None, named: _Named) -> tuple[str, str | None] | None:
    """EDTF and anchor of what is told from another day; None where that day is not known."""
    step = moment.step
    if step is None:
        return None
    if step.unit == "nth":
        return _nth(passage, moment, published)
    counted_from = named.base(step) if step.context else None
    base, anchor = (counted_from, "context") if counted_from else (published, "published")
    if base is None or (step.context and not counted_from and not step.weekday):
        return None
    if step.unit == "Y" and moment.edtf != UNKNOWN:
        return moment.edtf.replace("XXXX", f"{base.year + step.count:04}"), anchor
    if step.unit == OWN_WEEK and anchor == "context":
        step = replace(step, unit="weekday")
    side = _side(passage, moment) if step.unit in ("this", "weekend", "WE", OF_EASTER) else None
    return at_step(step, base, side), anchor


def _nth(passage: Passage, moment: Moment, published: date | None) -> tuple[str, str | None] | None:
    """EDTF and anchor of the first, second … last such weekday of a month; the month where it has not so many."""
    month, anchor, step = moment.edtf, None, moment.step
    if published and month.startswith("XXXX"):
        month, anchor = _pinned(passage, moment._replace(weekday=None), published), "published"
    day = weekday_in(month, step.weekday, step.count) if step and step.weekday else None
    return day or month, anchor


def _pinned(passage: Passage, moment: Moment, published: date) -> str:
    """The EDTF of an open date, placed by the tense of the verb.

    News leaves out the year of a day in the months around: a verb some words off does not put it most of a year away,
    unless the day is that of what it tells (was approved by the agency on 6 January). A weekday of the plain present is
    the next (le salon ouvre samedi).
    """
    value = Date(edtf=moment.edtf, weekday=moment.weekday)
    side = _side(passage, moment, _CLOSE) or ("past" if _was_done(passage, moment) else None)
    if side is None:
        side = _side(passage, moment, REACH) or ("past" if moment.edtf.startswith("XXXX-XX-") else "nearest")
        edtf = pin(value, near=published, side=side).edtf
        if days_between(edtf, published) > _MOST_OF_A_YEAR:
            side = "nearest"
    elif side == "nearest" and moment.edtf.startswith(_OPEN_WEEKDAY):
        side = "future"
    return pin(value, near=published, side=side).edtf


def _was_done(passage: Passage, moment: Moment) -> bool:
    """Whether a day is that of a verb in the past before it in its clause; not that of a noun or an announcement."""
    at = moment.first - 1
    if not passage.has(at, "day_of_verb") or passage.has(at - 1, "purpose"):
        return False
    return side_of(passage, moment.first, moment.last, clause=True) == "past"


def _side(passage: Passage, moment: Moment, reach: int = REACH) -> Side | None:
    """The side of publication on which the words put a moment: its own, the one just before it, or the verb's."""
    if moment.side:
        return moment.side
    at = moment.first - 1 - (passage.letter(moment.first - 1) == "A")
    before = passage.look(at, "side_before") or passage.sections["side_before"].get(
        f"{passage.norm(at - 1)} {passage.norm(at)}"
    )
    if before:
        return "past" if before == "past" or is_over_by(passage, moment.first, moment.last) else "future"
    if any(passage.has(index, "put_off") for index in range(at - _PUT_OFF, at)) and passage.has(at, "put_off_to"):
        return "future"
    return side_of(passage, moment.first, moment.last, reach)
