"""Lining up values that no fact type takes, across articles and languages, by their values and what stands around them.

Each value takes its best match in another article, if that one takes it too and no other comes near. Equal values are
lined up first; two that differ can then be of one fact only where neither has its equal in the other's article. Where
the margin is small nothing is compared: a wrong match makes a false conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import combinations

from checker.link.anchors import Anchors
from checker.link.bygone import Bygone
from checker.link.context import METHOD, SAID, Weighed, weigh
from checker.link.differing import match_differing
from checker.link.equals import equal, is_said_again
from checker.link.groups import Groups
from checker.link.lined import LinedUp
from checker.link.magnitude import comparable, of_anyone
from checker.link.matching import Match, is_same
from checker.link.names import NameBook
from checker.link.series import in_turn
from checker.link.soles import Soles
from checker.model.claim import Claim
from checker.model.value import AmountValue, Count, Status, Value
from checker.values.words import words_of_value

FIGURE = "figure"
MARGIN = 0.1
"""How much better the best match must be than the next one with another value."""
NEARBY = 400
"""Code points within which an article's other figures are looked at."""
_MOST_IN_BLOCK = 200
"""A key in more claims than this tells nothing; candidates are looked for by rarer ones."""
_WINDOW = 10
_MOST_OF_VALUE = 40
"""A value in more claims than this is looked for together with what stands around it."""


Figure = tuple[int, Decimal]
"""Where a figure stands, and its amount."""


def line_up(claims: Sequence[Claim], names: NameBook) -> dict[str, LinedUp]:
    """Claim id -> where it belongs, for the general claims that match a claim of another source."""
    told = weigh((claim for claim in claims if claim.context and not isinstance(claim.value, Status)), names)
    matches = sorted(_matches(told), key=lambda one: (not one.same, -one.score, one.pair))
    groups, ties = _grouped(matches, told)
    typed, more = _typed(matches, told, groups)
    why: dict[str, set[str]] = defaultdict(set)
    shared: dict[str, set[str]] = defaultdict(set)
    for found in matches:
        both = found.a.weights.keys() & found.b.weights.keys()
        for end in found.pair:
            shared[end] |= both
    for tie in (*ties, *more):
        words = ", ".join(key.partition(":")[2] for key in tie.shared[:6]) or "nothing but the value"
        a, b = (told[end].source for end in tie.pair)
        for end in tie.pair:
            why[end].add(f"{a} = {b}: around both stand {words} (match {tie.score:.2f})")
    lined: dict[str, LinedUp] = {}
    used: Counter[tuple[str, str]] = Counter()
    for head, ids in groups.members().items():
        if len(ids) == 1 and head not in typed:
            continue
        values = {claim_id: told[claim_id].among(told[one] for one in ids) for claim_id in ids}
        kinds = {type(value) for value in values.values()}
        attribute = _attribute(told[one].claim for one in ids if type(told[one].claim.value) in kinds)
        noun = attribute.removeprefix("number of ")
        around = [word for word in _told_around(shared[claim_id] for claim_id in ids) if word != noun]
        label = ", ".join(around[:4]) or words_of_value(told[head].claim.value)
        used[attribute, label] += 1
        if (number := used[attribute, label]) > 1:
            label += f"; {number}"
        for claim_id in ids:
            reasons = tuple(sorted(why[claim_id]))
            lined[claim_id] = LinedUp(attribute, label, reasons, typed.get(head), values[claim_id])
    return lined


def _told_around(shared: Iterable[Set[str]]) -> list[str]:
    """What stands around most of the claims that line up, in words."""
    around = Counter(key.partition(":")[2] for keys in shared for key in keys if key.startswith(SAID))
    most = max(around.values(), default=0)
    return sorted(word for word, times in around.items() if times == most)


def _attribute(claims: Iterable[Claim]) -> str:
    """What most of the claims state; a noun rather than a mere figure."""
    said = Counter(claim.attribute for claim in claims)
    return min(said, key=lambda attribute: (attribute == FIGURE, -said[attribute], attribute))


def _grouped(matches: Iterable[Match], told: Mapping[str, Weighed]) -> tuple[Groups, list[Match]]:
    """The claims that line up, the best matches first, and the matches that brought them together.

    Two groups that agree with a third claim are not one where they differ: noon on Tuesday and noon on Wednesday both
    fit a mere noon.
    """
    groups = Groups()
    ties: list[Match] = []
    for found in matches:
        general = [end for end in found.pair if told[end].is_general]
        for end in general:
            groups.join(end, end)
        if len(general) < 2:
            continue
        one, other = (groups.members_of(end) for end in found.pair)
        if one is not other and (not found.same or _all_same(_each_value(one, told), _each_value(other, told))):
            groups.join(*found.pair)
            ties.append(found)
    return groups, ties


def _each_value(ids: Iterable[str], told: Mapping[str, Weighed]) -> list[Weighed]:
    """One claim for each value."""
    return list({told[claim_id].columns.canonical: told[claim_id] for claim_id in ids}.values())


def _all_same(some: Sequence[Weighed], others: Sequence[Weighed]) -> bool:
    return all(is_same(one, other) for one in some for other in others)


def _typed(matches: Iterable[Match], told: Mapping[str, Weighed], groups: Groups) -> tuple[dict[str, str], list[Match]]:
    """Head of a group -> the claim of a fact type that it goes with, the best match first; and those matches."""
    typed: dict[str, str] = {}
    ties: list[Match] = []
    for found in matches:
        ends = [told[end].claim for end in found.pair]
        if sum(claim.method == METHOD for claim in ends) != 1:
            continue
        general, made = sorted(ends, key=lambda claim: claim.method != METHOD)
        head = groups.head(general.id)
        if made.polarity == "affirmed" and head not in typed:
            typed[head] = made.id
            ties.append(found)
    return typed, ties


def _matches(told: Mapping[str, Weighed]) -> list[Match]:
    """The claims of two sources that line up: those with one value first, then those whose values differ."""
    pairs = [one for a, b in _pairs(told, _equal_blocks(told)) if (one := equal(a, b)) is not None]
    sure = _best([one.match for one in pairs if one.is_enough()])
    # Now that it is known which articles are on one story, and by what, less is asked.
    known = Anchors(sure, pairs)
    same = [one for one in pairs if one.is_enough(known.beside(one.a, one.b), only=known.only(one))]
    equals = _best([one.match for one in same])
    settled = {claim: {claim.source} for claim in told.values()}
    for found in equals:
        settled[found.a].add(found.b.source)
        settled[found.b].add(found.a.source)
    anchors = Anchors(equals)
    soles, bygone = Soles(told.values(), anchors), Bygone(told.values())

    def are_one(a: Weighed, b: Weighed) -> bool:
        return anchors.are_wholes(a, b) or soles.are(a, b) or bygone.are(a, b)

    differing = [
        differ
        for a, b in _pairs(told, _unsettled(told, settled))
        if b.source not in settled[a] and a.source not in settled[b] and not soles.are_several(a, b)
        if (differ := match_differing(a, b, anchors.beside(a, b), sure=are_one(a, b))) is not None
    ]
    differing += [
        one
        for one in in_turn(told.values())
        if (one.a.is_general or one.b.is_general)
        and not any(theirs.source in settled[mine] for mine, theirs in one.ends)
    ]
    figures = _figures(told)
    return [*equals, *(one for one in _best(differing) if not _told_nearby(one, told, figures))]


def _pairs(told: Mapping[str, Weighed], blocks: Iterable[Sequence[str]]) -> Iterator[tuple[Weighed, Weighed]]:
    """Every two claims of a block that are of two sources and not both of fact types, each pair once and in
    the order of their ids.
    """
    seen: set[tuple[Weighed, Weighed]] = set()
    for ids in blocks:
        for pair in combinations([told[claim_id] for claim_id in ids], 2):
            a, b = pair
            if a.source != b.source and pair not in seen:
                seen.add(pair)
                if a.is_general or b.is_general:
                    yield pair


def _unsettled(told: Mapping[str, Weighed], settled: Mapping[Weighed, Set[str]]) -> Iterator[list[str]]:
    """The blocks without the claims that have their equals in all sources of the block. `settled`: a claim -> its own
    source, and those where its equals are.
    """
    for ids in _blocks(told):
        sources = {told[claim_id].source for claim_id in ids}
        yield [claim_id for claim_id in ids if not sources <= settled[told[claim_id]]]


def _blocks(told: Mapping[str, Weighed]) -> Iterator[list[str]]:
    """The claims whose values can differ, being of one kind, and that have a key in common or count one thing."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim_id, one in sorted(told.items()):
        kind = comparable(one.claim.value)
        for key in one.weights if kind is not None else ():
            blocks[str(kind), key].append(claim_id)
        if kind is not None and isinstance(one.claim.value, Count) and not of_anyone(one.claim.value):
            blocks[kind, ""].append(claim_id)
    yield from (ids for ids in blocks.values() if 1 < len(ids) <= _MOST_IN_BLOCK)


def _equal_blocks(told: Mapping[str, Weighed]) -> Iterator[list[str]]:
    """The claims that have nearly one value; where they are many, those that have a key in common besides."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for claim_id, one in sorted(told.items()):
        for key in sorted(one.value_keys):
            blocks[key].append(claim_id)
    for ids in blocks.values():
        if len(ids) <= _MOST_OF_VALUE:
            yield ids
            continue
        finer: dict[str, list[str]] = defaultdict(list)
        for claim_id in ids:
            for key in told[claim_id].weights:
                finer[key].append(claim_id)
        for some in finer.values():
            # What is equal is joined through its neighbours: windows that overlap are enough.
            yield from (some[at : at + _WINDOW] for at in range(0, len(some), _WINDOW // 2))


def _best(matches: Sequence[Match]) -> list[Match]:
    """The matches that are the best of both their claims: of equal values none is better, of others none comes near.

    A source that says its figure again is no rival of itself.
    """
    by_claim: dict[tuple[Weighed, str], list[tuple[Match, Weighed]]] = defaultdict(list)
    for one in matches:
        by_claim[one.a, one.b.source].append((one, one.b))
        by_claim[one.b, one.a.source].append((one, one.a))
    return [
        one
        for one in matches
        if not _beaten(one, one.b, by_claim[one.a, one.b.source])
        and not _beaten(one, one.a, by_claim[one.b, one.a.source])
    ]


def _beaten(one: Match, theirs: Weighed, rivals: Sequence[tuple[Match, Weighed]]) -> bool:
    """Whether a claim has a better match in the other's source; for values that differ, one that comes near.

    `rivals`: its matches in that source, itself too, each with the other claim.
    """
    if len(rivals) == 1:
        return False
    least = one.score - (0.0 if one.same else MARGIN)
    return any(
        rival.score > least
        and rival is not one
        and not (is_said_again(other, theirs) if one.same else is_same(other, theirs))
        for rival, other in rivals
    )


def _told_nearby(
    found: Match, told: Mapping[str, Weighed], figures: Mapping[str, Sequence[tuple[int, Decimal]]]
) -> bool:
    """Whether one article gives, close to its value, the other's value too: then the two are of different things."""
    one, other = (told[end] for end in found.pair)
    return any(
        amount == _amount(theirs.claim.value) and abs(start - mine.start) < NEARBY
        for mine, theirs in ((one, other), (other, one))
        for start, amount in figures.get(mine.source, ())
    )


def _amount(value: Value) -> Decimal | None:
    return value.amount if isinstance(value, AmountValue) else None


def _figures(told: Mapping[str, Weighed]) -> dict[str, list[Figure]]:
    """Source -> the figures of its claims with the places where they stand."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for one in told.values():
        if (amount := _amount(one.claim.value)) is not None:
            found[one.source].append((one.start, amount))
    return found
