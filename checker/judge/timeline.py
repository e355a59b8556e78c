"""The order in time of what sources say of a fact that moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from checker.judge.pairs import Pair
from checker.judge.story import Story
from checker.model.fact import Camp, Fact
from checker.model.value import AmountValue, Date, Name, Status
from checker.values.calendar import intersect
from checker.values.comparison import fold

_DAY = len("2021-01-05")
_ALL = Decimal(100)


def as_of(camp: Camp, story: Story) -> Date | None:
    """The as-of time of a camp: the latest of its claims' own, else None."""
    dates = [story.claim(claim).claim.as_of for claim in camp.claims]
    known = [date for date in dates if date is not None]
    return max(known, key=lambda date: (date.latest or "", date.edtf)) if known else None


def at_one_time(pairs: Sequence[Pair], fact: Fact, story: Story) -> list[Pair]:
    """The pairs of values of a fact that moves which are told of one and the same time: these contradict each other.

    The time is the one told with the value, else that of publication; where it is not known, the later value may well
    have replaced the earlier. None where the figures grow from time to time: two of one day are then of two hours. What
    is said to be done is contradicted by whoever says later, or on that day, that it was not; who said so before only
    did not know it yet. As votes are counted the time is the share that is.
    """
    if story.fact_type(fact) is None and all(isinstance(camp.value, Status) for camp in fact.camps):
        return [] if _overtaken(fact.camps) else list(pairs)
    if counts := _counts(fact, story):
        return [pair for pair in pairs if not counts[pair.one.claims].isdisjoint(counts[pair.other.claims])]
    if _goes_one_way(fact, story):
        return []
    if namesakes := [pair for pair in pairs if _are_namesakes(pair)]:
        return namesakes
    times = {camp.claims: {time for time, _ in _told(camp, story)} for pair in pairs for camp in (pair.one, pair.other)}
    return [pair for pair in pairs if not times[pair.one.claims].isdisjoint(times[pair.other.claims])]


def _counts(fact: Fact, story: Story) -> dict[tuple[str, ...], set[Decimal]]:
    """Claims of each camp -> the shares of the votes, in percent, that were counted when its figure held: all of them
    where no share is told. Empty where none is told of the fact, or where some figures are of no known share.
    """
    fact_type = story.fact_type(fact)
    shares = {camp.claims: [story.claim(claim).claim.counted for claim in camp.claims] for camp in fact.camps}
    told = {share is not None for camp in shares.values() for share in camp}
    if True not in told or (False in told and (fact_type is None or fact_type.moves)):
        return {}
    return {claims: {_ALL if share is None else share for share in camp} for claims, camp in shares.items()}


def _are_namesakes(pair: Pair) -> bool:
    """Whether two names are of one family: an office hardly passes to a namesake, but a given name is easily wrong."""
    names = [camp.value.text for camp in (pair.one, pair.other) if isinstance(camp.value, Name)]
    return len(names) == 2 and all(" " in name for name in names) and len({fold(one).split()[-1] for one in names}) == 1


def _goes_one_way(fact: Fact, story: Story) -> bool:
    """Whether the figures of a fact only rise, or only fall, from each known time to the next, and are not all one."""
    told = {one for camp in fact.camps for one in _told(camp, story)}
    sized = [(time, size) for time, size in told if size is not None]
    least = dict(sorted(sized, reverse=True))
    if len(sized) < len(told) or len(set(least.values())) < 2:
        return False
    return _rises(sized) or _rises([(time, -size) for time, size in sized])


def _rises(sized: Sequence[tuple[str, Decimal]]) -> bool:
    sizes = [size for _, size in sorted(sized)]
    return sizes == sorted(sizes)


def _told(camp: Camp, story: Story) -> set[tuple[str, Decimal | None]]:
    """The known times of the claims of a camp with the size of its figure.

    The day of the event itself is not when something was so: *a crash on Tuesday that killed nine*. Of the day on which
    an article appeared its hour is known more finely.
    """
    times = set()
    for claim_id in camp.claims:
        linked = story.claim(claim_id)
        told, event = linked.claim.as_of, linked.event.time if linked.event is not None else None
        time = published = story.published(linked.claim.source)
        if told is not None and (event is None or intersect(told, event) is None):
            day = told.latest or told.edtf
            time = published if published is not None and published.startswith(day) else day
        if time is not None:
            times.add((time, camp.value.amount if isinstance(camp.value, AmountValue) else None))
    return times


def _overtaken(camps: Sequence[Camp]) -> bool:
    """Whether what some say was not done was done later, or what was to be done is planned otherwise by then."""
    states = [(camp.value.state, camp.newest) for camp in camps if isinstance(camp.value, Status) and camp.newest]
    done = [when for state, when in states if not state.startswith("not ")]
    denied = [when for state, when in states if state.startswith("not ")]
    if not done or not denied:
        return False
    planned = any(state.endswith("to be done") for state, _ in states)
    return _later(min(done), max(denied)) or (planned and _later(max(denied), min(done)))


def _later(one: str, other: str) -> bool:
    """Whether a time is later than another, both ISO days or moments; by the day where one of them is a mere day."""
    if "T" in one and "T" in other:
        a, b = (datetime.fromisoformat(when) for when in (one, other))
        if (a.tzinfo is None) is (b.tzinfo is None):
            return a > b
    return one[:_DAY] > other[:_DAY]


def newest_first(fact: Fact, story: Story) -> list[Camp] | None:
    """The camps from the newest to the oldest; None where it is not known which is the newest.

    Of votes the camp is newest of which most were counted. Two open weekdays are taken to lie in one week as near to
    each other as they can: Sunday follows Saturday.
    """
    if counts := _counts(fact, story):
        return sorted(fact.camps, key=lambda camp: (-max(counts[camp.claims]), camp.sources))
    ordered = sorted(fact.camps, key=lambda camp: (camp.newest or "", camp.sources), reverse=True)
    if all(camp.newest for camp in ordered) and ordered[0].newest != ordered[1].newest:
        return ordered
    if len(fact.camps) != 2:
        return None
    one, other = (_weekday(as_of(camp, story)) for camp in fact.camps)
    if one is None or other is None or one == other:
        return None
    ahead = (one - other) % 7
    return list(fact.camps) if ahead <= 3 else [fact.camps[1], fact.camps[0]]


def _weekday(date: Date | None) -> int | None:
    if date is None:
        return None
    return int(date.edtf[-1]) if date.edtf.startswith("XXXX-WXX-") else date.weekday
