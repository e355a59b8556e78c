"""Why two values differ, before they are called a conflict: unit, zone, rounding, scope, definition, time or speaker.

A reason does not make both values right. It says what to look at first, and that neither source need have erred.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from checker.judge.pairs import Pair
from checker.judge.story import Story
from checker.judge.timeline import as_of
from checker.language.nouns import thing
from checker.link.magnitude import of_anyone
from checker.model.fact import Camp, Fact
from checker.model.value import LOCAL, AmountValue, Count, DateTime, Measure, Money
from checker.values.comparison.clocks import minutes_apart
from checker.values.words import words_of_value

_FINE = Decimal("0.1")
"""The last digit of a rounded figure is at most so much of it."""
_NONE = "no unit, zone, rounding, scope, definition, time or speaker tells the two apart"
_HOUR = 60


def why_they_differ(pair: Pair, fact: Fact, story: Story) -> tuple[str | None, str]:
    """The name of the first reason that holds, None where none does, and a line for the trace."""
    for name, reason in _REASONS.items():
        if said := reason(pair, fact, story):
            return name, f"why they differ: {name}: {said}"
    return None, f"why they differ: {_NONE}"


def _unit(pair: Pair, fact: Fact, story: Story) -> str:
    """The same figure in two units or currencies: one of them was not converted, or was mislabelled."""
    a, b = pair.one.value, pair.other.value
    units = (
        (a.unit, b.unit)
        if isinstance(a, Measure) and isinstance(b, Measure)
        else (a.currency, b.currency)
        if isinstance(a, Money) and isinstance(b, Money)
        else None
    )
    if units is None or units[0] == units[1] or not isinstance(a, AmountValue) or not isinstance(b, AmountValue):
        return ""
    return f"one figure, {units[0] or 'no unit'} and {units[1] or 'no unit'}" if a.amount == b.amount else ""


def _zone(pair: Pair, fact: Fact, story: Story) -> str:
    """Full hours between two clock times that are not both told in the local zone."""
    a, b = pair.one.value, pair.other.value
    if not isinstance(a, DateTime) or not isinstance(b, DateTime) or a.zone == b.zone == LOCAL:
        return ""
    apart = minutes_apart(a.edtf.partition("T")[2], b.edtf.partition("T")[2])
    return f"{a.zone or 'no zone'} and {b.zone or 'no zone'}, full hours apart" if apart and apart % _HOUR == 0 else ""


def _rounding(pair: Pair, fact: Fact, story: Story) -> str:
    """The finer figure cut off, where rounding would give the next: 18.46 told as 18.4, yet not 45 as 40."""
    a, b = pair.one.value, pair.other.value
    if not isinstance(a, AmountValue) or not isinstance(b, AmountValue) or a.amount is None or b.amount is None:
        return ""
    coarse, fine = sorted((a.amount, b.amount), key=_last_digit, reverse=True)
    step = _last_digit(coarse)
    if _last_digit(fine) < step <= abs(coarse) * _FINE and 0 <= fine - coarse < step:
        return f"{words_of_value(pair.one.value)} and {words_of_value(pair.other.value)}: one is the other cut off"
    return ""


def _last_digit(amount: Decimal) -> Decimal:
    """The place of the last digit that is not nought: 0.1 of 18.4, 100 of 1,200."""
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _scope(pair: Pair, fact: Fact, story: Story) -> str:
    one, other = (_scopes(camp, story) for camp in (pair.one, pair.other))
    return f"{_listed(one)} and {_listed(other)}" if one and other and one.isdisjoint(other) else ""


def _scopes(camp: Camp, story: Story) -> set[str]:
    """The places and parts that a camp's claims are told of."""
    return {scope for claim in camp.claims if (scope := story.claim(claim).claim.scope)}


def _definition(pair: Pair, fact: Fact, story: Story) -> str:
    """Two words for what is counted, which no fact type takes for one: residents and voters, not people and dead."""
    a, b = pair.one.value, pair.other.value
    if (
        story.fact_type(fact) is not None
        or not isinstance(a, Count)
        or not isinstance(b, Count)
        or thing(a.noun) == thing(b.noun)
        or (of_anyone(a) and of_anyone(b))
    ):
        return ""
    return f"the one counts {words_of_value(a)}, the other {words_of_value(b)}"


def _time(pair: Pair, fact: Fact, story: Story) -> str:
    """Two as-of times or, where none is told of what moves, two days of publication."""
    one, other = (as_of(camp, story) for camp in (pair.one, pair.other))
    if one is not None and other is not None:
        return f"as of {words_of_value(one)} and as of {words_of_value(other)}" if one.edtf != other.edtf else ""
    days = [(camp.newest or "")[: len("2021-01-05")] for camp in (pair.one, pair.other)]
    return f"published {days[0]} and {days[1]}" if fact.moves and all(days) and days[0] != days[1] else ""


def _speaker(pair: Pair, fact: Fact, story: Story) -> str:
    """Each is only somebody's word, and nobody's of both."""
    one, other = (_speakers(camp, story) for camp in (pair.one, pair.other))
    if None in one or None in other or not one.isdisjoint(other):
        return ""
    return f"the word of {_listed(one)} and of {_listed(other)}"


def _speakers(camp: Camp, story: Story) -> set[str | None]:
    """Whose word the claims of a camp are; None among them where one is stated flatly."""
    told = [story.claim(claim).claim for claim in camp.claims]
    return {
        story.names.canonical(claim.attribution.speaker, claim.source) if claim.attribution else None for claim in told
    }


def _listed(names: set[str] | set[str | None]) -> str:
    return ", ".join(sorted(name for name in names if name))


_REASONS: dict[str, Callable[[Pair, Fact, Story], str]] = {
    "unit": _unit,
    "zone": _zone,
    "rounding": _rounding,
    "scope": _scope,
    "definition": _definition,
    "time": _time,
    "speaker": _speaker,
}
