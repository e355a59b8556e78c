"""Figures told one after another: where two are those of another article, the next is of what its next is.

*The seats go to Reds (34), Greens (27) and Blues (11)* and *34 sièges aux Rouges, 27 aux Verts et 10 aux Bleus*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from checker.language.nouns import thing
from checker.link.context import Weighed
from checker.link.differing import too_far
from checker.link.matching import Match
from checker.model.value import AmountValue, Count, Money, Number, Value

_APART = 90
"""Code points from one figure of a series to the next, at most."""
_TELLING = 2
"""The figures before have so many digits; three people, then two, are told of many things."""
_MOST = 40
_SCORE = 0.9
"""How well two figures match that follow the same two."""


def in_turn(told: Iterable[Weighed]) -> Iterator[Match]:
    """The matches of figures of two sources that differ, each right after the same two figures."""
    after: dict[tuple[str, Decimal, Decimal], list[Weighed]] = defaultdict(list)
    for kind, run in _runs(told):
        for first, second, third in zip(run, run[1:], run[2:], strict=False):
            one, two = _amount(first), _amount(second)
            close = third.start - second.start <= _APART and second.start - first.start <= _APART
            if close and one != two and min(first.digits, second.digits) >= _TELLING:
                after[kind, one, two].append(third)
    for thirds in after.values():
        for a, b in combinations(sorted(thirds, key=lambda one: one.claim.id), 2) if len(thirds) <= _MOST else ():
            differ = a.source != b.source and _amount(a) != _amount(b)
            if differ and _one_thing(a.claim.value, b.claim.value) and not too_far(a.claim.value, b.claim.value):
                yield Match(a, b, _SCORE, same=False)


def _runs(told: Iterable[Weighed]) -> Iterator[tuple[str, list[Weighed]]]:
    """The figures of one kind of each source in the order of its text, those said exactly and affirmed."""
    runs: dict[tuple[str, str], list[Weighed]] = defaultdict(list)
    for one in told:
        value = one.claim.value
        exact = isinstance(value, AmountValue) and value.amount is not None and value.modifier == "exact"
        if isinstance(value, AmountValue) and exact and one.claim.polarity == "affirmed":
            runs[one.source, _kind(value)].append(one)
    for (_, kind), run in sorted(runs.items()):
        yield kind, sorted(run, key=lambda one: (one.start, one.claim.id))


def _kind(value: AmountValue) -> str:
    if isinstance(value, Count | Number):
        return "figure"
    return f"{value.kind} {value.currency}" if isinstance(value, Money) else value.kind


def _amount(one: Weighed) -> Decimal:
    value = one.claim.value
    assert isinstance(value, AmountValue) and value.amount is not None
    return value.amount


def _one_thing(a: Value, b: Value) -> bool:
    return not (isinstance(a, Count) and isinstance(b, Count)) or thing(a.noun) == thing(b.noun)
