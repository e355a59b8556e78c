"""Disputed: articles that tell one thing in two ways side by side, each as the word of somebody else.

*600 marched according to the police, 1,000 according to the organisers*; *the mayor said they were linked, the
prosecutor that they were not*: no article errs, the speakers disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from checker.judge.camps import camp_of, joined
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.language.nouns import are_people, thing
from checker.link.context import METHOD
from checker.model.claim import Claim
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.value import AmountValue, Count, Money, Number, Status, Value
from checker.values.comparison import Level, compare_values, fold
from checker.values.words import words_of_value

_TELLING = ("doing:", "topic:", "thing:")
_THINGS = ("topic:", "thing:")
_EMPLOYED = frozenset(map(thing, ("employee", "worker", "job", "position", "post", "staff", "staff member")))
_WORKING = frozenset(("doing:employ", "doing:work"))
_OF_EMPLOYEES = frozenset((METHOD, "pattern:employees"))
_OF_A_SIZE = 20
"""Two counts of one thing differ by less than so many times."""


class DisputedParameters(Parameters):
    """`within`: how many code points apart the two may stand."""

    within: int = 250


def _disputed(rule: Rule, parameters: Parameters, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, DisputedParameters)
    told: dict[tuple[str, ...], list[tuple[Claim, Claim]]] = defaultdict(list)
    for one, other in _side_by_side(story, parameters.within):
        first, second = sorted((one, other), key=lambda claim: words_of_value(claim.value))
        of = first.attribute if isinstance(first.value, Status) else ""
        told[of, words_of_value(first.value), words_of_value(second.value)].append((first, second))
    for pairs in told.values():
        camps = [_camp([pair[side] for pair in pairs]) for side in (0, 1)]
        said = " vs ".join(f"{words_of_value(camp.value)} ({', '.join(camp.speakers)})" for camp in camps)
        sources = sorted({claim.source for pair in pairs for claim in pair})
        yield make(
            rule,
            "disputed",
            fields={"said": said, "where": ", ".join(sources), "what": pairs[0][0].attribute},
            about=said,
            camps=camps,
            sources=sources,
            trace=[
                f"{claim.source}: {claim.attribution.speaker}" for pair in pairs for claim in pair if claim.attribution
            ],
        )


def _side_by_side(story: Story, within: int) -> Iterator[tuple[Claim, Claim]]:
    """Two claims of one article that follow each other, of one thing, that differ and are two speakers' word."""
    of_source: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in story.read:
        if isinstance(claim.value, AmountValue) and claim.attribution is not None:
            of_source[claim.source, ""].append(claim)
        elif isinstance(claim.value, Status) and claim.attribution is not None:
            of_source[claim.source, claim.attribute].append(claim)
    for source in sorted(of_source):
        claims = sorted(of_source[source], key=lambda claim: (claim.evidence[0].start, claim.id))
        for one, other in pairwise(claims):
            near = other.evidence[0].start - one.evidence[0].end <= within
            if (
                near
                and _of_one_thing(one, other)
                and _two_speakers(story, one, other)
                and _differ(one.value, other.value)
            ):
                yield one, other


def _differ(a: Value, b: Value) -> bool:
    """Whether two figures differ, or of two states the one is that the other is not."""
    if isinstance(a, Status) and isinstance(b, Status):
        return a.state != b.state and a.state.removeprefix("not ") == b.state.removeprefix("not ")
    if isinstance(a, Money) and isinstance(b, Number):
        b = a.model_copy(update={name: getattr(b, name) for name in ("amount", "modifier", "low", "high")})
    return compare_values(a, b, any_noun=True).level is Level.different


def _of_one_thing(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one kind and told of in like words; a figure without a noun, which no fact type knows,
    takes the one before, and a state told of no thing (*they were not*) the thing before.
    """
    a, b = one.value, other.value
    if "conditional" in (one.modality, other.modality):
        return False  # what might be is at odds with nothing
    bare = isinstance(b, Number) and other.method == METHOD and _is_whole(b) and _is_near(a, b)
    same = one.attribute == other.attribute or (isinstance(a, Count | Money) and bare)
    if isinstance(b, AmountValue):
        here, there = _named(one, other)
        if here - there and there - here:
            return False  # 600 in one town, 1,000 in another
        if here & there and _employed(one) and _employed(other):
            return True
    ours, theirs = ({key for key in claim.context if key.startswith(_TELLING)} for claim in (one, other))
    taken_up = isinstance(b, Status) and not any(key.startswith(_THINGS) for key in theirs)
    return same and (taken_up or not ours.isdisjoint(theirs))


def _employed(claim: Claim) -> bool:
    """Whether a claim is of those who work somewhere, by whatever noun, and nothing done to them (*390 jobs cut*)."""
    value = claim.value
    if not isinstance(value, Count) or claim.method not in _OF_EMPLOYEES:
        return False
    done = {key for key in claim.context if key.startswith("doing:")}
    at_work = not done.isdisjoint(_WORKING)
    return done <= _WORKING and (thing(value.noun) in _EMPLOYED or (at_work and are_people(value.noun)))


def _is_near(a: Value, b: Number) -> bool:
    """Whether a bare figure is of the size of another: members and millions are of two things."""
    low, high = sorted(abs(amount) for amount in (_amount(a), _amount(b)))
    return high <= low * _OF_A_SIZE


def _amount(value: Value) -> Decimal:
    """The figure, of a range its end."""
    return (value.amount or value.high or Decimal(0)) if isinstance(value, AmountValue) else Decimal(0)


def _named(one: Claim, other: Claim) -> tuple[set[str], set[str]]:
    """The names told with each of two figures, but for those of who gives them."""
    names = (
        {fold(key.removeprefix("name:")) for key in claim.context if key.startswith("name:")} for claim in (one, other)
    )
    givers = [fold(claim.attribution.speaker) for claim in (one, other) if claim.attribution]
    ours, theirs = ({name for name in some if not any(name in who or who in name for who in givers)} for some in names)
    return ours, theirs


def _is_whole(value: Number) -> bool:
    """Whether a figure can be a number of things: a magnitude of 3.3 is none."""
    return value.amount is None or value.amount == value.amount.to_integral_value()


def _two_speakers(story: Story, one: Claim, other: Claim) -> bool:
    speakers = [story.names.key(claim.attribution.speaker, claim.source) for claim in (one, other) if claim.attribution]
    return len(set(speakers)) > 1


def _camp(claims: Sequence[Claim]) -> Camp:
    return joined(
        camp_of(claim).model_copy(update={"speakers": (claim.attribution.speaker,) if claim.attribution else ()})
        for claim in claims
    )


CHECK = Check("disputed", DisputedParameters, ("said", "where", "what"), of_story=_disputed)
