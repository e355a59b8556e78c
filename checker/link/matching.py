"""Whether two values that no fact type takes, of two sources, are of one fact: by their values and what stands around.

Two equal values are of one fact where nothing speaks against it and they share the more around them, the commoner the
value is: 18.4 million euros needs nothing, three people need names or doings. Two values that differ are of one fact
only where nearly all that stands around the one stands around the other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from checker.language.nouns import are_people, thing
from checker.language.stems import stem
from checker.link.context import TELLING, Weighed
from checker.link.magnitude import ANYONE, magnitudes, of_anyone, value_keys
from checker.link.slips import is_slip
from checker.model.value import AmountValue, Count, Date, DateTime, Duration, Measure, Number, Percent, Value
from checker.values.calendar import intersect
from checker.values.comparison import Level, compare_values

ASKED = {"same": (0.6, 0.0, 0.0), "any": (2.0, 0.7, 0.0), "other": (3.0, 1.5, 0.7), "never": (math.inf,) * 3}
"""The least weight that the contexts of two equal values must share, by how rare the value is (one digit, two, more)
and by what is counted: the same thing, what is not said, things not known to be one, people and something else.
"""
BESIDE_EQUALS = (1.0, 0.5, 0.25)
"""How much of it is asked where no pair of equal values known to be of one fact stands beside them, one, or more."""
OF_A_FACT_TYPE = (2.5, 1.5)
"""The least where one of two equal values is of a fact type: for a bare figure or a day, and for what has a noun."""
UNANCHORED, ANCHORED = (3, 4.5, 0.6), (2, 2.5, 0.4)
"""What two values that differ must share: so many names, things, doings and topics, of so much weight, and that much of
those of the one that says less; the second where an equal value stands close to both, or they differ as by a slip.
"""
TIED, RARE = (2, 2.0, 0.3), (1, 1.5, 0.1)
"""The same where both hold, an equal value beside them and a slip; and where the slip is in three digits or more."""
WITH_A_FACT_TYPE = (2, 4.0, 0.8)
"""The same where one of them is of a fact type and they differ as by a slip."""
AGAIN = 2
"""So many keys near them two figures of one article must share beside what they count."""
_BEGINS = re.compile(r"(?:^|[.!?:\n]\s*)(?:\w{2,4}\s)?$")
_UNKNOWN = "XXXX-XX-XX"
_BOTH = {"bound:start", "bound:end"}
_LARGE = 100
_STANDS_FOR_PEOPLE = frozenset(
    ("job", "post", "position", "seat", "signature", "account", "vote", "household", "home", "life")
)
FAR_APART = 3
"""Two figures of one fact do not differ by more than so many times."""


@dataclass(frozen=True)
class Match:
    """Two claims of two sources that line up, how well, the keys they share, and whether their values are the same."""

    pair: tuple[str, str]
    score: float
    shared: tuple[str, ...]
    same: bool


@dataclass(frozen=True)
class Equal:
    """Two claims of two sources with one value, how much their contexts share, and how much is asked for a match."""

    a: Weighed
    b: Weighed
    shared: float
    asked: float

    @cached_property
    def match(self) -> Match:
        """The match it makes where enough is shared."""
        a, b = self.a, self.b
        score = 1.0 + self.shared / (min(a.total, b.total) or 1.0)
        return _match(a, b, score, a.weights.keys() & b.weights.keys(), same=True)

    def is_enough(self, anchors: int = 0, *, only: bool = False) -> bool:
        """Whether the two are of one fact.

        `anchors`: how many pairs of equal values known to be of one fact stand close to both. `only`: whether they are
        the only two with that value in two articles on one story; then a figure hardly met by chance says enough.
        """
        return self.shared >= self.asked * BESIDE_EQUALS[min(anchors, 2)] or (only and _is_telling(self.a, self.b))


def equal(a: Weighed, b: Weighed) -> Equal | None:
    """Two claims with one value, told alike and at times that fit; None where they are not."""
    if not is_same(a, b) or a.claim.polarity != b.claim.polarity or {a.bound, b.bound} == _BOTH:
        return None
    if _of_another_time(a, b):
        return None
    shared = fsum(min(a.weights[key], b.weights[key]) for key in a.weights.keys() & b.weights.keys())
    return Equal(a, b, shared, asked(a, b))


def _taken_alike(a: Weighed, b: Weighed) -> bool:
    """Whether fact types refuse neither of two values, or both where they are told of one name on one day: two tolls of
    an accident long ago, but not the patients of two hospitals.
    """
    if a.is_refused and b.is_refused:
        shared = a.weights.keys() & b.weights.keys()
        return all(any(key.startswith(kind) for key in shared) for kind in ("name:", "date:"))
    return a.is_refused is b.is_refused


def _is_rare(a: Weighed, b: Weighed) -> bool:
    """Whether two figures have three digits or more, noughts at the end aside."""
    sizes = [one.claim.value.amount for one in (a, b) if isinstance(one.claim.value, AmountValue)]
    return len(sizes) == 2 and all(size and len(size.normalize().as_tuple().digits) > 2 for size in sizes)


def _is_telling(a: Weighed, b: Weighed) -> bool:
    """Whether two equal values are hardly one by chance: one figure of two digits or more, of one kind of thing."""
    one, other = a.claim.value, b.claim.value
    if one.kind != other.kind or isinstance(one, Number | Date | DateTime) or _as_said(one) != _as_said(other):
        return False
    rare = min(digits(one), digits(other)) >= (3 if isinstance(one, Percent) else 2)
    return rare and _nouns(one, other) in ("same", "any")


def match_differing(a: Weighed, b: Weighed, anchors: int) -> Match | None:
    """The match of two claims with two values; None where too little says that they are of one fact.

    `anchors`: how many pairs of equal values stand close to both.
    """
    denied = "denied" in (a.claim.polarity, b.claim.polarity) or not _taken_alike(a, b)
    if denied or is_same(a, b) or {a.bound, b.bound} == _BOTH or _too_far(a.claim.value, b.claim.value):
        return None
    shared = a.weights.keys() & b.weights.keys()
    telling = [key for key in shared if key.startswith(TELLING)]
    weight = fsum(min(a.weights[key], b.weights[key]) for key in shared)
    ours, theirs = a.weight_of(TELLING), b.weight_of(TELLING)
    score = fsum(min(a.weights[key], b.weights[key]) for key in telling) / (min(ours, theirs) or 1.0)
    slip = is_slip(a.claim.value, b.claim.value)
    likely = slip or bool(anchors)
    if not likely and a.swaps(b):
        return None
    if (ours <= theirs and _speaks_against(a, b, likely=likely)) or (
        theirs <= ours and _speaks_against(b, a, likely=likely)
    ):
        return None
    dated = isinstance(a.claim.value, Date | DateTime)
    bounds = a.bound and a.bound == b.bound
    few, light, part = ANCHORED if slip or (anchors and (bounds or not dated)) else UNANCHORED
    if anchors and slip:
        few, light, part = TIED
    elif slip and _is_rare(a, b):
        few, light, part = RARE
    if a.claim.method != b.claim.method:
        if not slip or a.claim.modality != b.claim.modality:
            return None
        few, light, part = WITH_A_FACT_TYPE
    if len(telling) < few or weight < light or score < part:
        return None
    return _match(a, b, score + anchors / 10, shared, same=False)


def tells_again(a: Weighed, b: Weighed) -> tuple[str, ...]:
    """The keys near both of two claims of one article where they tell one thing with two figures; else none."""
    if is_same(a, b) or _too_far(a.claim.value, b.claim.value) or _qualified_apart(a, b):
        return ()
    noun = {f"thing:{thing(one.claim.value.noun)}" for one in (a, b) if isinstance(one.claim.value, Count)}
    shared = (a.near & b.near) - noun
    if len(shared) < AGAIN or (a.names and b.names and a.names.isdisjoint(b.names)):
        return ()
    return tuple(sorted(shared, key=lambda key: (-a.weights[key], key)))


def _qualified_apart(a: Weighed, b: Weighed) -> bool:
    """Whether two claims are of two days, scopes or speakers, or one of them is no plain statement."""
    one, other = a.claim, b.claim
    plain = all(claim.modality == "asserted" and claim.polarity == "affirmed" for claim in (one, other))
    speakers = {claim.attribution.speaker for claim in (one, other) if claim.attribution}
    long_ago = [any(len(day.edtf) <= len("2021-01") for day in each.days) for each in (a, b)]
    return (
        not plain
        or long_ago[0] is not long_ago[1]
        or a.on_other_day(b)
        or one.scope != other.scope
        or len(speakers) > 1
    )


def _match(a: Weighed, b: Weighed, score: float, shared: Set[str], *, same: bool) -> Match:
    ordered = tuple(sorted(shared, key=lambda key: (-a.weights[key], key)))
    return Match((min(a.claim.id, b.claim.id), max(a.claim.id, b.claim.id)), score, ordered, same)


def is_same(one: Weighed, other: Weighed) -> bool:
    """Whether two values are one, as far as each is said finely."""
    if one.columns == other.columns:
        return True
    a, b = one.claim.value, other.claim.value
    if isinstance(a, Date | DateTime) and isinstance(b, Date | DateTime):
        return _one_moment(a, b)
    if set(value_keys(a)).isdisjoint(value_keys(b)):
        return False  # *fewer than 100* fits 20, but does not say it
    return compare_values(a, b, any_noun=True).level in (Level.identical, Level.equivalent, Level.compatible)


def _one_moment(a: Date | DateTime, b: Date | DateTime) -> bool:
    """Whether two dates or clock times are said as finely and fit: 8 September and 8 September 2025."""
    (day, _, clock), (other, _, hour) = a.edtf.partition("T"), b.edtf.partition("T")
    if not clock and (_UNKNOWN in (day, other) or ("W" in day) != ("W" in other)):
        return False
    if clock != hour or (clock and _UNKNOWN in (day, other)):
        return clock == hour
    return len(day) == len(other) and intersect(a, b) is not None


def asked(a: Weighed, b: Weighed) -> float:
    """The weight that the contexts of two equal values must share.

    More where one is of a fact type, which says what it is of, and the other could be of anything.
    """
    one, other = a.claim.value, b.claim.value
    rarity = min(digits(one), digits(other), 3) - (_as_said(one) != _as_said(other))
    nouns = _nouns(one, other)
    weight = ASKED[nouns][max(rarity, 1) - 1]
    if a.claim.method == b.claim.method or nouns == "same":
        return weight
    anything = any(isinstance(value, Number | Date | DateTime) for value in (one, other))
    return max(weight, OF_A_FACT_TYPE[0 if anything else 1])


def _as_said(value: Value) -> object:
    """The figure itself, in its own unit: 11 and about 10 fit, but are not one figure."""
    return value.amount if isinstance(value, AmountValue) and not isinstance(value, Measure) else None


def digits(value: Value) -> int:
    """How rare a value is: its digits, noughts at the end aside, and one more from a hundred on; a day 2, an hour 3."""
    if isinstance(value, AmountValue):
        if value.amount is None:
            return 1
        return len(value.amount.normalize().as_tuple().digits) + (abs(value.amount) >= _LARGE)
    if isinstance(value, DateTime):
        return 3
    if isinstance(value, Date):
        return 2 if len(value.edtf) >= len("2021-01-05") and "W" not in value.edtf else 1
    if isinstance(value, Duration):
        return sum(sign.isdigit() for sign in value.iso or "0")
    return 1


def _nouns(a: Value, b: Value) -> str:
    """Whether what two values count is one thing; people are counted by many names, a figure without a noun by any."""
    if not isinstance(a, Count) or not isinstance(b, Count):
        return "any"
    one, other = thing(a.noun), thing(b.noun)
    if one == other or stem(one) == stem(other):
        return "any" if one in ANYONE else "same"
    people = sum(are_people(noun) for noun in (a.noun, b.noun))
    if people == 1 and not {one, other} & _STANDS_FOR_PEOPLE:
        return "never"
    return "any" if people == 2 else "other"


def _too_far(a: Value, b: Value) -> bool:
    """Whether two values differ by so much that they are hardly of one fact."""
    sizes = [[abs(size) for _, size in magnitudes(value)] for value in (a, b)]
    if not sizes[0] or not sizes[1]:
        return False
    return max(sizes[0]) > min(sizes[1]) * FAR_APART or max(sizes[1]) > min(sizes[0]) * FAR_APART


def _of_another_time(a: Weighed, b: Weighed) -> bool:
    """Whether two equal values are told of two times: of two days or, where the value is rare, of two years."""
    if min(digits(a.claim.value), digits(b.claim.value)) < 2 or isinstance(a.claim.value, DateTime):
        return a.on_other_day(b)
    years = [{day.edtf[:4] for day in one.days if day.edtf[:4].isdigit()} for one in (a, b)]
    return bool(years[0] and years[1]) and years[0].isdisjoint(years[1])


def _edtf(told: Weighed) -> str:
    value = told.claim.value
    return value.edtf if isinstance(value, Date | DateTime) else ""


def _is_said(told: Weighed) -> bool:
    """Whether a date is said in figures and is what its sentence is about: a weekday may be of another week, and a day
    that begins a sentence is only the day of a figure told there.
    """
    evidence = told.claim.evidence[0]
    return any(sign.isdigit() for sign in evidence.exact) and _BEGINS.search(evidence.prefix) is None


def _speaks_against(least: Weighed, most: Weighed, *, likely: bool) -> bool:
    """Whether the two are about different subjects, doings or days, as far as their words tell.

    `likely`: an equal value stands close to both, or they differ as by a slip; then a name may be left out.
    """
    names, others = least.names, most.names
    known = [name for name in names if most.has_name(name)]
    if (len(known) < len(names) and not (likely and known)) or (not names and others and not likely):
        return True
    if least.on_other_day(most):
        return True
    if isinstance(least.claim.value, Date | DateTime):
        # A day is the day of something done: what is done must be the same, and both must be days.
        days = len({len(_edtf(one)) for one in (least, most)}) == 1 and all(map(_is_said, (least, most)))
        return not days or set(least.doings).isdisjoint(most.doings) or not (known or likely)
    if isinstance(least.claim.value, Count) and of_anyone(least.claim.value):
        return least.doings[:1] != most.doings[:1]  # people are only what was done to them or by them
    return bool(least.doings and most.doings) and set(least.doings).isdisjoint(most.doings)
