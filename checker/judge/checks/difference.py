"""Difference: two camps of one fact, of different sources, cannot both be right.

A figure that moves is compared at one time only; where that is only the day of publication the finding is a warning,
since within the day it may have moved. Where the claims met by what stands around them, not by a fact type, the
finding is a warning at most: less is known of what they are about. So it is where something explains the difference
(`judge/reasons.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.pairs import Pair, contradicting, how_linked
from checker.judge.reasons import why_they_differ
from checker.judge.story import Story
from checker.judge.timeline import as_of, at_one_time
from checker.link.context import METHOD
from checker.link.differing import too_far
from checker.link.slips import is_shifted
from checker.model.fact import Fact
from checker.model.finding import Cause, Finding
from checker.model.rule import Rule
from checker.model.value import Count, Money, Name, Number

_FAR_APART = 8
"""Two counts of one thing do not differ by more than so many times."""
_RATES = Decimal("0.05")
"""Two rates of exchange put one sum apart by so much of it at most."""


class DifferenceParameters(Parameters):
    """`cause` is the cause of the finding."""

    cause: Cause


def _through(pair: Pair, fact: Fact, story: Story) -> bool:
    """Whether one value holds through the other: Lumio is PingTech's and PingTech Hengda's, so Lumio is Hengda's."""
    names = [camp.value.text for camp in (pair.one, pair.other) if isinstance(camp.value, Name)]
    if len(names) < 2:
        return False
    key = story.names.key
    return any(
        other.key.attribute == fact.key.attribute
        and isinstance(camp.value, Name)
        and {key(other.key.subject), key(camp.value.text)} == {key(name) for name in names}
        for other in story.facts
        for camp in other.camps
    )


def _of_two_things(pair: Pair) -> bool:
    """Whether two counts are so far apart that they hardly count the same: the dead of a blast and of a fire near it.

    A nought too many or too few is a slip in one and the same.
    """
    one, other = pair.one.value, pair.other.value
    counts = all(isinstance(value, Count | Number) for value in (one, other))
    return counts and too_far(one, other, _FAR_APART) and not is_shifted(one, other)


def _are_converted(pair: Pair) -> bool:
    """Whether two amounts, both told in brackets behind others, are those at two rates: *671 billion yen (5.6 billion
    euros)*.
    """
    one, other = pair.one, pair.other
    told = [each for camp in (one, other) for each in camp.evidence]
    sizes = [camp.value.amount for camp in (one, other) if isinstance(camp.value, Money) and camp.value.amount]
    near = len(sizes) == 2 and abs(sizes[0] - sizes[1]) <= max(sizes) * _RATES
    return near and all(_in_brackets(each.prefix) for each in told)


def _in_brackets(prefix: str) -> bool:
    """Whether what stands before a value ends in brackets opened behind a figure."""
    before, opened, within = prefix.rpartition("(")
    return bool(opened) and ")" not in within and any(sign.isdigit() for sign in before)


def _difference(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, DifferenceParameters)
    fact_type = story.fact_type(fact)
    if fact_type is not None and fact_type.cardinality == "many":
        return
    across = [pair for pair in contradicting(fact, story) if not _through(pair, fact, story)]
    across = [pair for pair in across if not _of_two_things(pair) and not _are_converted(pair)]
    if fact.moves:
        across = at_one_time(across, fact, story)
    if not across:
        return
    dated = all(as_of(camp, story) for camp in fact.camps)
    aligned = any(story.claim(camp.claims[0]).claim.method == METHOD for camp in fact.camps)
    reason, why = why_they_differ(across[0], fact, story)
    yield make(
        rule,
        parameters.cause,
        fields={"label": fact.label, "size": across[0].compared.size},
        fact=fact.key,
        camps=fact.camps,
        roots=fact.roots,
        severity="warning" if aligned or reason or (fact.moves and not dated) else None,
        trace=[*how_linked(fact), *(pair.trace() for pair in across), why],
    )


CHECK = Check("difference", DifferenceParameters, ("label", "size"), of_fact=_difference)
