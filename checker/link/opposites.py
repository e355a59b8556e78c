"""Which statements of two sources say of one thing that it was done, and that it was not.

They must tell of the same doing, or of one that says the opposite, of no two days, and neither article may say
elsewhere what the other says. Two articles that are on one story by the names they share may tell of it in words that
have little in common: there it is enough that both say it of one thing, and of no two doers. Else nearly all that
stands around the one must stand around the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.link.acquainted import Acquainted
from checker.link.context import SAID, Weighed, on_two_days, weigh
from checker.link.groups import Groups
from checker.link.lined import LinedUp
from checker.link.names import NameBook
from checker.link.parties import Statement, nearness, statement
from checker.model.claim import Claim
from checker.model.value import Status

_KEPT = (*SAID, "date:")
SHARED = 2
"""How many names, things, topics and days two statements must share."""
COVERED = 0.6
"""How much of what the shorter of them tells of must be told in the other."""
NEAR, NEAR_ELSE = 1.0, 1.75
"""How much must speak for one thing in two articles on one story; the second where they are not told of one thing in
one word, or of people, or of nobody.
"""
_SUBJECT = 3
"""A name among so many keys nearest to a doing does it, or has it done."""
_LABELLED = 4
_MOST_IN_BLOCK = 60


def opposites(claims: Sequence[Claim], names: NameBook, acquainted: Acquainted) -> dict[str, LinedUp]:
    """Claim id -> where it belongs, for the statements that another source contradicts."""
    states: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        states[claim.attribute].add(_said(claim))
    told = {
        claim_id: statement(one, names)
        for claim_id, one in sorted(weigh(claims, names).items())
        if len(states[one.claim.attribute]) > 1  # what all say in one way nobody contradicts
    }
    alike: dict[str, set[str]] = defaultdict(set)
    for a, b in _pairs(told):
        one, other = told[a], told[b]
        if one.told.source != other.told.source and b not in alike[a] and _of_one_thing(one, other, acquainted):
            alike[a].add(b)
            alike[b].add(a)
    groups = Groups(_contradictions(told, alike))
    lined = {}
    used: Counter[tuple[str, str]] = Counter()
    for head, ids in groups.members().items():
        shared = sorted(set.intersection(*(set(told[one].told.weights) for one in ids)))
        label = ", ".join([key.partition(":")[2] for key in shared if key.startswith(SAID)][:_LABELLED]) or "it"
        attribute = told[head].told.claim.attribute
        used[attribute, label] += 1
        if (number := used[attribute, label]) > 1:
            label += f"; {number}"
        why = tuple(f"{told[one].told.source}: {told[one].told.claim.evidence[0].exact}" for one in ids)
        lined.update({one: LinedUp(attribute, label, why) for one in ids})
    return lined


def _pairs(told: Mapping[str, Statement]) -> Iterator[tuple[str, str]]:
    """The statements of one doing that have a key in common, or a party."""
    of: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim_id, one in told.items():
        keys = {key for key in one.told.weights if key.startswith(_KEPT)} | one.of.words | one.of.names
        for key in keys:
            of[one.told.claim.attribute, key].append(claim_id)
    for ids in of.values():
        yield from combinations(ids, 2) if len(ids) <= _MOST_IN_BLOCK else ()


def _contradictions(told: Mapping[str, Statement], alike: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """The pairs whose states differ, neither of which has its equal in the other's source."""
    for one, others in sorted(alike.items()):
        for other in sorted(others):
            if one < other and _state(told[one]) != _state(told[other]):
                borne_out = any(
                    _state(told[third]) == _state(told[mine]) and told[third].told.source == told[theirs].told.source
                    for mine, theirs in ((one, other), (other, one))
                    for third in alike[mine]
                )
                if not borne_out:
                    yield one, other


def _of_one_thing(one: Statement, other: Statement, acquainted: Acquainted) -> bool:
    """Whether two statements tell of the same thing at the same time, done or to be done."""
    a, b = one.told, other.told
    denied = "denied" in (a.claim.polarity, b.claim.polarity)
    if any(each.of.none or (each.by.none and each.by.nobody) for each in (one, other)):
        return False  # *no body was found* there, *none of them was hurt*: bodies elsewhere, others may
    if denied or _state(one).removeprefix("not ") != _state(other).removeprefix("not ") or _of_two_days(a, b):
        return False
    if nearness(one, other) >= (NEAR if one.of.tells(other.of) else NEAR_ELSE) and acquainted(a.source, b.source):
        return True
    if a.on_other_day(b) or a.swaps(b) or _of_another(a, b) or _of_another(b, a):
        return False
    ours, theirs = ({key for key in each.weights if key.startswith(_KEPT)} for each in (a, b))
    shared = ours & theirs
    return len(shared) >= max(SHARED, COVERED * min(len(ours), len(theirs)))


def _of_two_days(a: Weighed, b: Weighed) -> bool:
    """Whether each is told of a day of its own: then it may have been so on the one and not on the other."""
    one, other = a.claim.as_of, b.claim.as_of
    return one is not None and other is not None and on_two_days((one,), (other,))


def _of_another(one: Weighed, other: Weighed) -> bool:
    """Whether the name nearest to what is done is not told by the other: *the CGT did not sign*, others did."""
    names = [key for key in one.nearest[:_SUBJECT] if key.startswith("name:")]
    return any(not other.has_name(name) for name in names)


def _state(statement: Statement) -> str:
    return _said(statement.told.claim)


def _said(claim: Claim) -> str:
    return claim.value.state if isinstance(claim.value, Status) else ""
