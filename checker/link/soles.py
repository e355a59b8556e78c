"""The only value of its kind that an article tells of a thing: *a one-month state of emergency*.

Where another article on the story tells one such value of the same thing, both are of one fact whatever is done there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from checker.link.anchors import ON_STORY, Anchors
from checker.link.context import Weighed
from checker.link.magnitude import comparable, digits
from checker.link.slips import is_slip
from checker.model.value import Count, Date, Duration, Measure, Money, Value

_THINGS = ("thing:", "topic:")
_CLOSE = 2
"""So many things and topics nearest to a value are what it is told of."""
_ONCE = frozenset(("doing:founded", "doing:birth"))
"""What is done once: the year of it is one."""
_DIGITS = 4
"""The digits of a figure of three, as `digits` counts them."""
_NAMES = 2
"""So many names two counts of one noun share where they are of one owner, place or body."""


class Told(NamedTuple):
    """What a value is told of: its kind, and the things nearest to it; of a count what is counted."""

    kind: str
    things: frozenset[str]


class Soles:
    """Tells of two values of two sources whether each is the only one that its source tells of one thing."""

    def __init__(self, told: Iterable[Weighed], anchors: Anchors) -> None:
        self._anchors = anchors
        self._told = {one: found for one in told if (found := _told_of(one)) is not None}
        values = {(one.source, found, one.columns.canonical) for one, found in self._told.items()}
        self._times = Counter((source, found) for source, found, _ in values)

    def are(self, a: Weighed, b: Weighed) -> bool:
        """Whether they are, and nothing named close to the one is foreign to the other."""
        if not self._of_one_thing(a, b) or self._several(a, b):
            return False
        value, other = a.claim.value, b.claim.value
        named = len(a.names & b.names) >= _NAMES or not a.held.isdisjoint(b.held)
        counted = isinstance(value, Count) and not named and not _is_long_slip(value, other)
        if counted or self._anchors.equals_of(a, b) < ON_STORY - named:
            return False
        ways = [(mine, theirs) for mine, theirs in ((a, b), (b, a)) if mine.names or not isinstance(value, Date)]
        return any(all(map(theirs.has_name, mine.names)) for mine, theirs in ways)

    def are_several(self, a: Weighed, b: Weighed) -> bool:
        """Whether one of the two sources tells several values, no counts, of the one thing that both are told of."""
        return self._of_one_thing(a, b) and bool(self._told[a].things) and self._several(a, b)

    def _several(self, a: Weighed, b: Weighed) -> bool:
        return any(self._times[each.source, self._told[each]] > 1 for each in (a, b))

    def _of_one_thing(self, a: Weighed, b: Weighed) -> bool:
        one = self._told.get(a)
        return one is not None and one == self._told.get(b)


def _is_long_slip(one: Value, other: Value) -> bool:
    """Whether two figures of three digits or more differ by one digit, or by two that changed places."""
    return is_slip(one, other) and min(digits(one), digits(other)) >= _DIGITS


def _told_of(one: Weighed) -> Told | None:
    value = one.claim.value
    kind = comparable(value)
    if kind is None or one.is_refused or not one.is_general:
        return None
    if isinstance(value, Count):
        return Told(kind, frozenset()) if kind != "count person" else None
    if isinstance(value, Date):
        once = len(value.edtf) == len("2020") and _ONCE.intersection(one.doings[:1])
        return Told("year", frozenset(once)) if once else None
    if not isinstance(value, Duration | Money | Measure):
        return None
    things = [key for key in one.nearest if key.startswith(_THINGS)][:_CLOSE]
    return Told(kind, frozenset(things)) if len(things) == _CLOSE else None
