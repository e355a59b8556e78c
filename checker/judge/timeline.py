"""The order in time of what sources say of a fact that moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from checker.judge.story import Story
from checker.model.fact import Camp, Fact
from checker.model.value import Date, Status

_DAY = len("2021-01-05")


def as_of(camp: Camp, story: Story) -> Date | None:
    """The as-of time of a camp: the latest of its claims' own, else None."""
    dates = [story.claim(claim).claim.as_of for claim in camp.claims]
    known = [date for date in dates if date is not None]
    return max(known, key=lambda date: (date.latest or "", date.edtf)) if known else None


def at_one_time(fact: Fact, story: Story) -> bool:
    """Whether all camps of a fact that moves are told of one and the same time: then they contradict each other.

    The time is the one told with the value, else that of publication; where it is not known, the later value may well
    have replaced the earlier. What is said to be done is contradicted by whoever says later, or on that day, that it
    was not; who said so before only did not know it yet.
    """
    if story.fact_type(fact) is None and all(isinstance(camp.value, Status) for camp in fact.camps):
        return not _overtaken(fact.camps)
    times = [as_of(camp, story) for camp in fact.camps]
    told = {time.edtf if time is not None else camp.newest for time, camp in zip(times, fact.camps, strict=True)}
    return len(told) == 1 and None not in told


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
    """The camps from the newest to the oldest; None where their order is not known.

    Two open weekdays are taken to lie in one week as near to each other as they can: Sunday follows Saturday.
    """
    days = {camp.newest for camp in fact.camps}
    if None not in days and len(days) == len(fact.camps):
        return sorted(fact.camps, key=lambda camp: (camp.newest or "", camp.sources), reverse=True)
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
