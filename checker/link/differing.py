"""Whether two claims whose values differ are of one fact: of two sources, or told again in one article.

They are only where nearly all that stands around the one stands around the other.
"""

from __future__ import annotations

import re

from checker.language.nouns import thing
from checker.link.context import TELLING, Weighed
from checker.link.magnitude import magnitudes, of_anyone
from checker.link.matching import OPPOSED, Match, is_same
from checker.link.slips import is_slip, is_swap
from checker.model.value import AmountValue, Count, Date, DateTime, Duration, Percent, Value

UNANCHORED, ANCHORED = (3, 4.5, 0.6), (2, 2.5, 0.4)
"""What two values that differ must share: so many names, things, doings and topics, of so much weight, and that much of
those of the one that says less; the second where an equal value stands close to both, or they differ as by a slip.
"""
TIED, RARE = (2, 2.0, 0.3), (1, 1.5, 0.1)
"""The same where both hold, an equal value beside them and a slip; and where the slip is in three digits or more, or
where one of them holds and one thing has both.
"""
WITH_A_FACT_TYPE = (2, 4.0, 0.8)
"""The same where one of them is of a fact type and they differ as by a slip."""
AGAIN = 2
"""So many keys near them two figures of one article must share beside what they count."""
_BEGINS = re.compile(r"(?:^|[.!?:\n]\s*)(?:\w{2,4}\s)?$")
FAR_APART = 3
"""Two figures of one fact do not differ by more than so many times."""


def match_differing(a: Weighed, b: Weighed, anchors: int, *, sure: bool = False) -> Match | None:
    """The match of two claims with two values; None where too little says that they are of one fact.

    `anchors`: how many pairs of equal values stand close to both. `sure`: one part is told of both, or each is the only
    value told of one thing, or of an event of long ago.
    """
    denied = "denied" in (a.claim.polarity, b.claim.polarity) or not (sure or _taken_alike(a, b))
    if denied or is_same(a, b) or {a.bound, b.bound} == OPPOSED or too_far(a.claim.value, b.claim.value):
        return None
    ours, theirs = a.told, b.told
    score = a.telling_shared(b) / (min(ours, theirs) or 1.0)
    slip = is_slip(a.claim.value, b.claim.value)
    likely = slip or bool(anchors)
    if not likely and not sure and a.swaps(b):
        return None
    swapped = is_swap(a.claim.value, b.claim.value) and any(key.startswith(TELLING) for key in a.near & b.near)
    if (swapped or sure) and not a.on_other_day(b):
        return Match(a, b, max(score, RARE[2]), same=False)
    if (ours <= theirs and _speaks_against(a, b, likely=likely)) or (
        theirs <= ours and _speaks_against(b, a, likely=likely)
    ):
        return None
    asked = _asked_of(a, b, anchors, slip=slip)
    if asked is None:
        return None
    few, light, part = asked
    if len(a.telling.keys() & b.telling.keys()) < few or a.weight_shared(b) < light or score < part:
        return None
    return Match(a, b, score + anchors / 10, same=False)


def _asked_of(a: Weighed, b: Weighed, anchors: int, *, slip: bool) -> tuple[int, float, float] | None:
    """What two values that differ must share, None where nothing is enough."""
    if a.claim.method != b.claim.method:
        return WITH_A_FACT_TYPE if slip and a.claim.modality == b.claim.modality else None
    if (slip or anchors) and not a.held.isdisjoint(b.held):
        return RARE
    dated = isinstance(a.claim.value, Date | DateTime)
    if dated and a.bound != b.bound:
        return UNANCHORED  # when something was done is no term for it
    if slip and (anchors or _is_rare(a, b)):
        return TIED if anchors else RARE
    bounds = a.bound and a.bound == b.bound
    return ANCHORED if slip or (anchors and (bounds or not dated)) else UNANCHORED


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


def too_far(a: Value, b: Value, times: int = FAR_APART) -> bool:
    """Whether the one is more than so many times the other: then they are hardly of one fact."""
    sizes = [[abs(size) for _, size in magnitudes(value)] for value in (a, b)]
    if not sizes[0] or not sizes[1]:
        return False
    return max(sizes[0]) > min(sizes[1]) * times or max(sizes[1]) > min(sizes[0]) * times


def _speaks_against(least: Weighed, most: Weighed, *, likely: bool) -> bool:
    """Whether the two are about different subjects, doings or days, as far as their words tell.

    `likely`: an equal value stands close to both, or they differ as by a slip; then a name may be left out.
    """
    names, others = least.names, most.names
    known = [name for name in names if most.has_name(name)]
    if any(not most.has_name(name) for name in names) and any(not least.has_name(name) for name in others):
        return True  # each of another place
    held = likely and not least.held.isdisjoint(most.held)
    if not held and ((len(known) < len(names) and not (likely and known)) or (not names and others and not likely)):
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


def _edtf(told: Weighed) -> str:
    value = told.claim.value
    return value.edtf if isinstance(value, Date | DateTime) else ""


def _is_said(told: Weighed) -> bool:
    """Whether a date is said in figures and is what its sentence is about: a weekday may be of another week, and a day
    that begins a sentence is only the day of a figure told there.
    """
    evidence = told.claim.evidence[0]
    return any(sign.isdigit() for sign in evidence.exact) and _BEGINS.search(evidence.prefix) is None


def tells_again(a: Weighed, b: Weighed) -> tuple[str, ...]:
    """The keys near both of two claims of one article where they tell one thing with two figures; else none."""
    if is_same(a, b) or too_far(a.claim.value, b.claim.value) or _qualified_apart(a, b):
        return ()
    if isinstance(a.claim.value, Percent) and a.swaps(b):
        return ()  # a share of another thing
    noun = {f"thing:{thing(one.claim.value.noun)}" for one in (a, b) if isinstance(one.claim.value, Count)}
    shared = (a.near & b.near) - noun
    if isinstance(a.claim.value, Duration) and not _of_one_doing(a, b):
        return ()
    if len(shared) < AGAIN or (a.names and b.names and a.names.isdisjoint(b.names)):
        return ()
    return tuple(sorted(shared, key=lambda key: (-a.weights[key], key)))


def _of_one_doing(a: Weighed, b: Weighed) -> bool:
    """Whether two lengths of time are told among the same doings, two at least, as from the one to
    the other: *arrested an hour after the shots*.
    """
    doings = [{key for key in one.weights if key.startswith("doing:")} for one in (a, b)]
    topics = {key for key in a.weights.keys() & b.weights.keys() if key.startswith("topic:first ")}
    return len(doings[0] & doings[1]) + len(topics) > AGAIN


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
