"""Which events of several articles are one.

Two events of a type can be one when their times do not contradict, no article tells both, and they share what sets
them apart: the names that take part, other than those that take part in every event of the type, or the very day with
a name or without any.
The best pairs are joined first; a pair below the margin is left apart, since a wrong join makes false conflicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from checker.language.places import place_name
from checker.link.names import NameBook
from checker.model.claim import Claim, Event
from checker.model.source import DateHint
from checker.model.value import Date
from checker.values.calendar import intersect
from checker.values.comparison import fold

MARGIN = 0.6
MARGIN_OF_TWO = 0.5
NEAR_DAYS, NEARLY_ALL = 7, 0.8
"""The least share of the smaller event's names that two events must have in common; two names weigh more than one."""


@dataclass(frozen=True)
class Told:
    """One event as one article tells it, its names canonical."""

    source: str
    event: Event
    names: frozenset[str]


@dataclass(frozen=True)
class LinkedEvent:
    """One event of the story: an id that does not depend on the order of sources, a label, and why its tellings met."""

    id: str
    label: str
    time: Date | None
    told: tuple[Told, ...]
    reasons: tuple[str, ...]


def link_events(
    claims: Iterable[Claim], names: NameBook, hints: dict[str, tuple[DateHint, ...]]
) -> dict[tuple[str, str], LinkedEvent]:
    """(source, event id in that source) -> the event of the story."""
    by_type: dict[str, dict[tuple[str, str], Told]] = defaultdict(dict)
    for claim in claims:
        if (event := claim.event) is not None:
            keys = frozenset(names.canonical(name, claim.source) for name in event.participants)
            by_type[event.type][claim.source, event.id] = Told(claim.source, event, keys)
    linked: dict[tuple[str, str], LinkedEvent] = {}
    for event_type, told in sorted(by_type.items()):
        events = [
            _linked(event_type, group, reasons, hints)
            for group, reasons in _groups(sorted(told.values(), key=lambda one: (one.source, one.event.id)))
        ]
        for each in _with_own_ids(events):
            linked.update({(one.source, one.event.id): each for one in each.told})
    return linked


def _groups(told: Sequence[Told]) -> list[tuple[list[Told], list[str]]]:
    common = _common_names(told)
    scored = []
    for (i, a), (j, b) in combinations(enumerate(told), 2):
        if a.source != b.source and (found := _score(a, b, common)) is not None:
            scored.append((-found[0], i, j, found[1]))
    group_of = list(range(len(told)))
    members: dict[int, list[int]] = {i: [i] for i in range(len(told))}
    times = {i: one.event.time for i, one in enumerate(told)}
    reasons: dict[int, list[str]] = defaultdict(list)
    for _, i, j, reason in sorted(scored):
        one, other = group_of[i], group_of[j]
        if one == other:
            continue
        sources = [told[k].source for k in members[one] + members[other]]
        apart = _contradict(times[one], times[other])
        if len(set(sources)) < len(sources) or (apart and not _only_the_day_differs(told[i], told[j], common)):
            continue
        times[one] = times[one] if apart else _joint(times[one], times[other])
        members[one] += members.pop(other)
        reasons[one] += [*reasons.pop(other, []), reason]
        for k in members[one]:
            group_of[k] = one
    return [([told[k] for k in sorted(group)], sorted(reasons[i])) for i, group in sorted(members.items())]


def _common_names(told: Sequence[Told]) -> set[str]:
    """Names that one article gives for two events of the type: they do not tell its events apart."""
    seen: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in told:
        for name in one.names:
            seen[one.source][name] += 1
    return {name for counts in seen.values() for name, times in counts.items() if times > 1}


def _joint(a: Date | None, b: Date | None) -> Date | None:
    """The time two tellings give together; None where neither gives one or where they contradict."""
    return intersect(a, b) if a is not None and b is not None else a or b


def _contradict(a: Date | None, b: Date | None) -> bool:
    return a is not None and b is not None and intersect(a, b) is None


def _only_the_day_differs(a: Told, b: Told, common: set[str]) -> bool:
    """Whether two events agree in all that tells them apart but for a day or two: then one of the days is wrong.

    That takes at least two shared names other than places, nearly all that either has, and both days in full.
    """
    days = [one.event.time.earliest for one in (a, b) if one.event.time and one.event.time.earliest]
    if len(days) < 2 or not all(one.event.time and len(one.event.time.edtf) == len("2021-01-05") for one in (a, b)):
        return False
    gap = abs((date.fromisoformat(days[0][:10]) - date.fromisoformat(days[1][:10])).days)
    ours, theirs = ({name for name in one.names - common if place_name(name) is None} for one in (a, b))
    shared = len(ours & theirs)
    return 0 < gap <= NEAR_DAYS and shared >= 2 and shared >= NEARLY_ALL * min(len(ours), len(theirs))


def _score(a: Told, b: Told, common: set[str]) -> tuple[float, str] | None:
    only_day = _only_the_day_differs(a, b, common)
    if _contradict(a.event.time, b.event.time) and not only_day:
        return None
    ours, theirs = a.names - common, b.names - common
    shared = ours & theirs
    share = len(shared) / min(len(ours), len(theirs)) if ours and theirs else 0.0
    same_day = bool(a.event.time and b.event.time and _is_day(a.event.time) and _is_day(b.event.time))
    nameless = not a.names or not b.names
    enough = share >= (MARGIN if len(shared) < 2 else MARGIN_OF_TWO)
    if not (enough and shared) and not (same_day and (nameless or a.names & b.names)):
        return None
    if only_day:
        assert a.event.time and b.event.time
        why = f"{a.source} = {b.source}: the same bodies take part; their days differ"
        return share, f"{why} ({a.event.time.edtf}, {b.event.time.edtf})"
    said = [f"both name {', '.join(sorted(shared))}"] if shared else []
    if a.event.time and b.event.time:
        said.append(f"their times fit ({a.event.time.edtf}, {b.event.time.edtf})")
    return share + (0.5 if same_day else 0.0) + len(shared) / 100, f"{a.source} = {b.source}: {'; '.join(said)}"


def _is_day(time: Date) -> bool:
    return len(time.edtf) == 10 and (time.weekday is not None or "X" not in time.edtf[5:])


def _linked(
    event_type: str, told: Sequence[Told], reasons: Sequence[str], hints: dict[str, tuple[DateHint, ...]]
) -> LinkedEvent:
    time: Date | None = None
    for one in told:
        time = _joint(time, one.event.time) or time
    for one in told:
        for hint in hints.get(one.source, ()):
            pinned = intersect(time, hint.value) if time is not None and time.earliest is None else None
            if pinned is not None and pinned.earliest is not None and pinned.earliest == pinned.latest:
                time = pinned.model_copy(update={"anchor": f"source:{one.source}"})
                reasons = [*reasons, f"{time.edtf}: the year is that of the {hint.basis} of {one.source}"]
    shared = frozenset.intersection(*(one.names for one in told)) or frozenset.union(*(one.names for one in told))
    named = sorted(shared, key=fold)[:3]
    if time is not None and "X" not in time.edtf and len(time.edtf) == 10:
        which = time.edtf
    else:
        which = "+".join(fold(name).replace(" ", "-") for name in named)
    label = f"the {event_type.replace('_', ' ')}"
    if which[:1].isdigit():
        label += f" of {which}"
    elif named:
        label += f" ({', '.join(named)})"
    return LinkedEvent(f"{event_type}@{which}" if which else event_type, label, time, tuple(told), tuple(reasons))


def _told_as(one: Told, event: LinkedEvent, events: Sequence[LinkedEvent]) -> str:
    """The source of a telling, with its own number for the event where it tells several that have one id."""
    alike = sum(each.id == event.id and any(told.source == one.source for told in each.told) for each in events)
    return one.source + one.event.id.removeprefix(one.event.type) if alike > 1 else one.source


def _with_own_ids(events: Sequence[LinkedEvent]) -> list[LinkedEvent]:
    """The events, those that would share an id told apart by their sources, and those of one source by their number."""
    times: dict[str, int] = defaultdict(int)
    for event in events:
        times[event.id] += 1
    return [
        event
        if times[event.id] == 1
        else LinkedEvent(
            f"{event.id}({','.join(_told_as(one, event, events) for one in event.told)})",
            event.label,
            event.time,
            event.told,
            event.reasons,
        )
        for event in events
    ]
