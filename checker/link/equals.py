"""Whether two claims of two sources with one value are of one fact.

They are where nothing speaks against it and they share the more around them, the commoner the value is: 18.4 million
euros needs nothing, three people need names or doings.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

from checker.language.nouns import are_people, thing
from checker.language.stems import stem
from checker.link.context import SAID, Weighed
from checker.link.magnitude import ANYONE
from checker.link.matching import OPPOSED, Match, is_same, within
from checker.model.value import AmountValue, Count, Date, DateTime, Duration, Measure, Money, Number, Percent, Value

ASKED = {"same": (0.6, 0.0, 0.0), "any": (2.0, 0.7, 0.0), "other": (3.0, 1.5, 0.7), "never": (math.inf,) * 3}
"""The least weight that the contexts of two equal values must share, by how rare the value is (one digit, two, more)
and by what is counted: the same thing, what is not said, things not known to be one, people and something else.
"""
BESIDE_EQUALS = (1.0, 0.5, 0.25)
"""How much of it is asked where no pair of equal values known to be of one fact stands beside them, one, or more."""
OF_A_FACT_TYPE = (2.5, 1.5)
"""The least where one of two equal values is of a fact type: for a bare figure or a day, and for what has a noun."""
OF_A_MONTH = 4.0
"""The least where one is a month or year and the other a day or month in it."""
OF_ONE_DOING = 2.5
"""The least for such two around which one name and one doing stand."""
OF_A_LENGTH = 2.5, 1.5
"""The least where one is a length of years and the other the date from which it counts; ten years or more and the
stretch of years that is so long.
"""
_FEW = 2
"""Two officers here and two officers there may be four."""
FITTING = (0, 2, math.inf)
"""So many names, things, doings and topics are around both of two figures, a figure and a bound, two bounds."""
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_STANDS_FOR_PEOPLE = frozenset(
    ("job", "post", "position", "seat", "signature", "account", "vote", "household", "home", "life")
)


@dataclass(eq=False)
class Equal:
    """Two claims of two sources with one value, how much their contexts share, and how much is asked for a match."""

    a: Weighed
    b: Weighed
    shared: float
    asked: float
    is_coarse: bool
    """Whether one is a month or year and the other a day or month in it."""

    @cached_property
    def match(self) -> Match:
        """The match it makes where enough is shared."""
        a, b = self.a, self.b
        score = 1.0 + self.shared / (min(a.total, b.total) or 1.0)
        return Match(a, b, score, same=True)

    def is_enough(self, anchors: int = 0, *, only: bool = False) -> bool:
        """Whether the two are of one fact.

        `anchors`: how many pairs of equal values known to be of one fact stand close to both. `only`: whether they are
        the only two with that value in two articles on one story; that says as much as such a pair where neither is of
        a fact type or a length of time (many things last two years), and of a figure hardly met by chance, or of what
        is counted nowhere else, it says enough.
        """
        if only:
            few = isinstance(self.a.claim.value, Count) and (self.a.claim.value.amount or 0) <= _FEW
            if (self.nouns == "same" and not few) or _is_telling(self.a, self.b):
                return True
            anchors += self.a.claim.method == self.b.claim.method and not isinstance(self.a.claim.value, Duration)
        if self.is_coarse:
            return self.shared >= (OF_ONE_DOING if self._of_one_doing() else self.asked)
        return self.shared >= self.asked * BESIDE_EQUALS[min(anchors, 2)]

    def _of_one_doing(self) -> bool:
        """Whether one name and one doing stand around both."""
        shared = self.a.weights.keys() & self.b.weights.keys()
        return all(any(key.startswith(kind) for key in shared) for kind in ("name:", "doing:"))

    @cached_property
    def nouns(self) -> str:
        """What the two count, as in `ASKED`."""
        return _nouns(self.a.claim.value, self.b.claim.value)


def equal(a: Weighed, b: Weighed) -> Equal | None:
    """Two claims with one value, told alike and at times that fit; None where they are not."""
    if not is_same(a, b) or a.claim.polarity != b.claim.polarity or {a.bound, b.bound} == OPPOSED:
        return None
    fitting = FITTING[_bounds_beside(a, b)]
    if _of_another_time(a, b) or (fitting and _told_alike(a, b) < fitting):
        return None
    return Equal(a, b, a.weight_shared(b), asked(a, b), within(a.claim.value, b.claim.value))


def is_said_again(one: Weighed, other: Weighed) -> bool:
    """Whether two claims of one source say one figure of three digits or more of one kind of thing: hardly of two."""
    a, b = one.claim.value, other.claim.value
    alike = isinstance(a, Money) or (isinstance(a, Count) and _nouns(a, b) == "same")
    return alike and min(one.digits, other.digits) > _FEW and is_same(one, other)


def _bounds_beside(a: Weighed, b: Weighed) -> int:
    """How many of two values are bounds, with another figure, of the other: 14 and under 15, under 15 and up to 16."""
    if a.figure == b.figure:
        return 0
    values = (a.claim.value, b.claim.value)
    return sum(isinstance(value, AmountValue | Duration) and value.modifier in _BOUNDS for value in values)


def _told_alike(a: Weighed, b: Weighed) -> float:
    """How many names, things, doings and topics stand around both, and what is counted, if that is one thing; one more
    where a bound is told for its figure: more than 20 for 22.
    """
    one, other = a.claim.value, b.claim.value
    counted = isinstance(one, Count) and _nouns(one, other) == "same"
    return (
        sum(key.startswith(SAID) for key in a.weights.keys() & b.weights.keys()) + counted + _is_close_bound(one, other)
    )


def _is_close_bound(a: Value, b: Value) -> bool:
    """Whether two figures that differ, of which one is a bound, are within a tenth of each other."""
    if not isinstance(a, AmountValue) or not isinstance(b, AmountValue) or not a.amount or not b.amount:
        return False
    return abs(a.amount - b.amount) * 10 <= max(abs(a.amount), abs(b.amount))


def _is_telling(a: Weighed, b: Weighed) -> bool:
    """Whether two equal values are hardly one by chance: one figure of two digits or more, of one kind of thing, or a
    clock time to the minute.
    """
    one, other = a.claim.value, b.claim.value
    if isinstance(one, DateTime) and isinstance(other, DateTime):
        return not any(value.edtf[-1:] in "05" for value in (one, other))
    if one.kind != other.kind or isinstance(one, Number | Date | DateTime) or _as_said(one) != _as_said(other):
        return False
    rare = min(a.digits, b.digits) >= (3 if isinstance(one, Percent) else 2)
    return rare and _nouns(one, other) in ("same", "any")


def _of_another_time(a: Weighed, b: Weighed) -> bool:
    """Whether two equal values are told of two times: of two days or, where the value is rare, of two years.

    What something has, it has whatever day is told beside.
    """
    if not a.held.isdisjoint(b.held):
        return False
    if min(a.digits, b.digits) < 2 or isinstance(a.claim.value, DateTime):
        one, other = a.claim.value, b.claim.value
        if isinstance(one, Date):
            return a.on_other_day(b)
        general = a.claim.method == b.claim.method  # a fact type takes what is told of its event, whatever the day
        same = not isinstance(one, Count) or _nouns(one, other) == "same"
        return a.on_other_day(b, near=general and same)
    return bool(a.years and b.years) and a.years.isdisjoint(b.years)


def asked(a: Weighed, b: Weighed) -> float:
    """The weight that the contexts of two equal values must share.

    More where one is of a fact type, which says what it is of, and the other could be of anything.
    """
    one, other = a.claim.value, b.claim.value
    if within(one, other):
        return OF_A_MONTH
    if isinstance(one, Duration) != isinstance(other, Duration):
        return OF_A_LENGTH[bool(a.lasted or b.lasted) and max(a.digits, b.digits) > 1]
    rarity = min(a.digits, b.digits, 3) - (_as_said(one) != _as_said(other))
    nouns = _nouns(one, other)
    weight = ASKED[nouns][max(rarity, 1) - 1]
    if a.claim.method == b.claim.method or nouns == "same":
        return weight
    anything = any(isinstance(value, Number | Date | DateTime) for value in (one, other))
    return max(weight, OF_A_FACT_TYPE[0 if anything else 1])


def _as_said(value: Value) -> object:
    """The figure itself, in its own unit: 11 and about 10 fit, but are not one figure."""
    return value.amount if isinstance(value, AmountValue) and not isinstance(value, Measure) else None


def _nouns(a: Value, b: Value) -> str:
    """Whether what two values count is one thing; people are counted by many names, a figure without a noun by any."""
    if not isinstance(a, Count) or not isinstance(b, Count):
        return "any"
    return _of_nouns(a.noun, b.noun)


@lru_cache(maxsize=10_000)
def _of_nouns(noun: str, another: str) -> str:
    one, other = thing(noun), thing(another)
    if one == other or stem(one) == stem(other):
        return "any" if one in ANYONE else "same"
    people = sum(are_people(word) for word in (noun, another))
    if people == 1 and not {one, other} & _STANDS_FOR_PEOPLE:
        return "never"
    return "any" if people == 2 else "other"
