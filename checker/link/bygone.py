"""What became of people in an event of long ago that two articles recall: *the crash of 2020, in which 21 died*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product

from checker.link.context import Weighed
from checker.link.magnitude import of_anyone
from checker.model.value import Count, Date
from checker.values.calendar import with_bounds

_LONG = timedelta(days=28)
"""So long before the newest day that its article tells, an event is no longer the news."""

_SHARED = 2
"""So many names, things, doings and topics are told of both, beside what became of the people."""


class Bygone:
    """Tells of two counts of people whether each is the only one its source tells of one event of long ago."""

    def __init__(self, told: Iterable[Weighed]) -> None:
        told = list(told)
        newest: dict[str, date] = defaultdict(lambda: date.min)
        for one in told:
            newest[one.source] = max(newest[one.source], _last(one.days))
        self._counts: dict[str, list[Weighed]] = defaultdict(list)
        for one in told:
            of_people = isinstance(one.claim.value, Count) and of_anyone(one.claim.value)
            if of_people and one.doings and _is_recalled(one, newest[one.source]):
                self._counts[one.source].append(one)

    def are(self, a: Weighed, b: Weighed) -> bool:
        """Whether they are: the same became of the people, in one place and in one month or year, and one thing more,
        as a plane or a market, is told of both; or in one month, and two things more.
        """
        shared = (a.telling.keys() & b.telling.keys()) - {*a.doings[:1]}
        where = {key for key in shared if key.startswith("name:")}
        alike = a.doings[:1] == b.doings[:1] and len(shared) >= _SHARED and _at_one_time(a, b, closely=not where)
        return alike and all(self._is_only(one, where) for one in (a, b))

    def _is_only(self, one: Weighed, where: set[str]) -> bool:
        """Whether its source counts them, and no others of whom the same is told there and then."""
        counts = self._counts[one.source]
        alike = (other for other in counts if other.doings[:1] == one.doings[:1] and other.columns != one.columns)
        return one in counts and not any(
            (not where or not where.isdisjoint(other.weights)) and _at_one_time(one, other) for other in alike
        )


def _is_recalled(one: Weighed, newest: date) -> bool:
    """Whether it is told with days of long ago, or with months and years alone."""
    if not one.days or _last(one.days) == date.min:
        return False
    return newest - _last(one.days) > _LONG or all(len(day.edtf) <= len("2020-08") for day in one.days)


def _at_one_time(a: Weighed, b: Weighed, *, closely: bool = False) -> bool:
    """Whether a day told of the one can be one told of the other; `closely`: both are told with its month."""
    return any(
        one.startswith(other) or other.startswith(one)
        for one, other in product(*([day.edtf for day in each.days] for each in (a, b)))
        if not closely or min(len(one), len(other)) >= len("2020-08")
    )


def _last(days: Iterable[Date]) -> date:
    """The last day told, as far as the days are known."""
    latest = (with_bounds(day).latest for day in days)
    return max((date.fromisoformat(day[:10]) for day in latest if day is not None), default=date.min)
