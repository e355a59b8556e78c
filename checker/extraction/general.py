"""What no fact type takes: values counted, paid, measured or dated, and what is said to be done or not.

Such claims are comparable only once linking finds their like in another source; the rest stay unexamined.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from checker.extraction.doings import Doing
from checker.extraction.stated import Finder
from checker.language.nouns import thing
from checker.model.claim import Claim
from checker.model.value import (
    Count,
    Date,
    DateTime,
    Duration,
    Measure,
    Money,
    Number,
    Percent,
    Quote,
    Status,
    Value,
)
from checker.values.comparison.amounts import in_base_unit
from checker.values.reading import Reading

METHOD = "general"
_AS_OF = 4


def attribute_of(value: Value) -> str | None:
    """What two values of one kind must share to be compared at all; None for a kind that is not compared in general."""
    if isinstance(value, Count):
        return f"number of {thing(value.noun)}"
    if isinstance(value, Money):
        return f"amount in {value.currency or 'money'}"
    if isinstance(value, Measure):
        return f"measure of {in_base_unit(value, Decimal(1))[0]}"
    if isinstance(value, Percent):
        return "percentage"
    if isinstance(value, Duration):
        return "length of time"
    if isinstance(value, Number):
        return "figure"
    if isinstance(value, Date | DateTime):
        return "date"
    return None


def values_left(reading: Reading, finder: Finder, claims: Sequence[Claim]) -> Iterator[tuple[str, Value, int, int]]:
    """Attribute, value and tokens of each value that none of the claims rests on; what is quoted counts as left."""
    taken = _Taken(claim for claim in claims if not isinstance(claim.value, Quote))
    for item in reading.found:
        attribute = attribute_of(item.value)
        start, end = reading.tokens.starts[item.first], reading.tokens.ends[item.last]
        if attribute is None or (attribute == "date" and _is_as_of(reading, item.first)):
            continue
        if not taken.overlaps(start, end) and not finder.is_beside_others(item):
            yield attribute, item.value, item.first, item.last


def _is_as_of(reading: Reading, first: int) -> bool:
    """Whether a day only says when a figure was so: *as of 13 November*."""
    before = " ".join(reading.tokens.norms[max(first - _AS_OF, 0) : first])
    return before.endswith(tuple(reading.words.values["as_of"]))


def doings_left(reading: Reading, done: Iterable[Doing], claims: Sequence[Claim]) -> Iterator[Doing]:
    """Each of the doings told of where no claim is of a state that its verb says."""
    taken = _Taken(claim for claim in claims if isinstance(claim.value, Status))
    for one in done:
        if not taken.overlaps(reading.tokens.starts[one.verb], reading.tokens.ends[one.last]):
            yield one


class _Taken:
    """The stretches of a text that claims rest on."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._spans = sorted((evidence.start, evidence.end) for claim in claims for evidence in claim.evidence)
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a claim rests on some of the stretch."""
        at = bisect_left(self._spans, (end, 0))
        return at > 0 and self._reach[at - 1] > start
