"""Which statements of two sources say of one thing that it was done, and that it was not.

They must tell of the same doing and of nearly the same things, of no two days, and neither article may say elsewhere
what the other says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.link.context import SAID, Weighed, weigh
from checker.link.groups import Groups
from checker.link.lined import LinedUp
from checker.link.names import NameBook
from checker.model.claim import Claim
from checker.model.value import Status

_KEPT = (*SAID, "date:")
SHARED = 2
"""How many names, things, topics and days two statements must share."""
COVERED = 0.6
"""How much of what the shorter of them tells of must be told in the other."""
_SUBJECT = 3
"""A name among so many keys nearest to a doing does it, or has it done."""
_LABELLED = 4
_MOST_IN_BLOCK = 60


def opposites(claims: Sequence[Claim], names: NameBook) -> dict[str, LinedUp]:
    """Claim id -> where it belongs, for the statements that another source contradicts."""
    told = weigh(claims, names)
    of: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim_id, one in sorted(told.items()):
        for key in one.weights:
            if key.startswith(_KEPT):
                of[one.claim.attribute, key].append(claim_id)
    alike: dict[str, set[str]] = defaultdict(set)
    for ids in of.values():
        for a, b in combinations(ids, 2) if len(ids) <= _MOST_IN_BLOCK else ():
            if told[a].source != told[b].source and b not in alike[a] and _of_one_thing(told[a], told[b]):
                alike[a].add(b)
                alike[b].add(a)
    groups = Groups(_contradictions(told, alike))
    lined = {}
    used: Counter[tuple[str, str]] = Counter()
    for head, ids in groups.members().items():
        shared = sorted(set.intersection(*(set(told[one].weights) for one in ids)))
        label = ", ".join([key.partition(":")[2] for key in shared if key.startswith(SAID)][:_LABELLED]) or "it"
        used[told[head].claim.attribute, label] += 1
        if (number := used[told[head].claim.attribute, label]) > 1:
            label += f"; {number}"
        why = tuple(f"{told[one].source}: {told[one].claim.evidence[0].exact}" for one in ids)
        lined.update({one: LinedUp(told[head].claim.attribute, label, why) for one in ids})
    return lined


def _contradictions(told: Mapping[str, Weighed], alike: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """The pairs whose states differ, neither of which has its equal in the other's source."""
    for one, others in sorted(alike.items()):
        for other in sorted(others):
            if one < other and _state(told[one]) != _state(told[other]):
                borne_out = any(
                    _state(told[third]) == _state(told[mine]) and told[third].source == told[theirs].source
                    for mine, theirs in ((one, other), (other, one))
                    for third in alike[mine]
                )
                if not borne_out:
                    yield one, other


def _of_one_thing(a: Weighed, b: Weighed) -> bool:
    """Whether two statements tell of the same thing at the same time, done or to be done."""
    denied = "denied" in (a.claim.polarity, b.claim.polarity)
    if denied or _state(a).removeprefix("not ") != _state(b).removeprefix("not ") or a.on_other_day(b):
        return False
    if a.swaps(b) or _of_another(a, b) or _of_another(b, a):
        return False
    ours, theirs = ({key for key in one.weights if key.startswith(_KEPT)} for one in (a, b))
    shared = ours & theirs
    return len(shared) >= max(SHARED, COVERED * min(len(ours), len(theirs)))


def _of_another(one: Weighed, other: Weighed) -> bool:
    """Whether the name nearest to what is done is not told by the other: *the CGT did not sign*, others did."""
    names = [key for key in one.nearest[:_SUBJECT] if key.startswith("name:")]
    return any(not other.has_name(name) for name in names)


def _state(told: Weighed) -> str:
    return told.claim.value.state if isinstance(told.claim.value, Status) else ""
