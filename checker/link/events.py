"""Which events of several articles are one.

Two events of a type can be one when their times do not contradict, no article tells both, and they share what sets
them apart: the names that take part, other than those that take part in every event of the type, and the rarer figures
told of them; or the very day with a name or without any. The event that either article has at its centre needs one
such name or figure only; the only event of its type in two articles on one story needs none, unless other names are
told with each.
The best pairs are joined first; a pair below the margin is left apart, since a wrong join makes false conflicts.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from checker.language.places import is_country, place_name
from checker.link.acquainted import Acquainted
from checker.link.columns import columns
from checker.link.magnitude import digits
from checker.link.names import NameBook
from checker.model.claim import Claim, Event
from checker.model.source import DateHint
from checker.model.value import Date
from checker.values.calendar import intersect, next_day
from checker.values.comparison import fold

_TELLING = 2
"""A figure of so many digits sets an event apart as a name does."""
_MANY, _NEIGHBOURS = 100, 20
"""Of more tellings than this that share something, each is compared with so many of the next ones."""
MARGIN = 0.6
MARGIN_OF_TWO = 0.5
MARGIN_OF_CENTRE = 0.4
NEAR_DAYS, NEARLY_ALL = 7, 0.8
"""The least share of the smaller event's names that two events must have in common; two names weigh more than one."""


class Telling(NamedTuple):
    """One event as one article tells it: its names canonical, what it states of it in figures worth the name, and
    whether it is the only one of its type in the article.
    """

    source: str
    event: Event
    names: frozenset[str]
    figures: frozenset[str] = frozenset()
    sole: bool = False

    @property
    def central(self) -> bool:
        """Whether it is the first of its type that the article tells."""
        return self.event.id.endswith("#1")


class LinkedEvent(NamedTuple):
    """One event of the story: an id that does not depend on the order of sources, a label, and why its tellings met."""

    id: str
    label: str
    time: Date | None
    told: tuple[Telling, ...]
    reasons: tuple[str, ...]


def link_events(
    claims: Sequence[Claim], names: NameBook, hints: dict[str, tuple[DateHint, ...]]
) -> dict[tuple[str, str], LinkedEvent]:
    """(source, event id in that source) -> the event of the story."""
    figures: dict[tuple[str, str], set[str]] = defaultdict(set)
    events: dict[tuple[str, str], Event] = {}
    for claim in claims:
        if claim.event is not None:
            events[claim.source, claim.event.id] = claim.event
            if claim.polarity == "affirmed" and digits(claim.value) >= _TELLING:
                figures[claim.source, claim.event.id].add(f"{claim.attribute} {columns(claim.value).canonical}")
    by_type: dict[str, dict[tuple[str, str], Telling]] = defaultdict(dict)
    times = Counter((source, event.type) for (source, _), event in events.items())
    for (source, event_id), event in events.items():
        keys = frozenset(names.canonical(name, source) for name in event.participants)
        told_of = frozenset(figures[source, event_id])
        sole = times[source, event.type] == 1
        by_type[event.type][source, event_id] = Telling(source, event, keys, told_of, sole)
    on_story = Acquainted(claims)
    linked: dict[tuple[str, str], LinkedEvent] = {}
    for event_type, told in sorted(by_type.items()):
        joined = [
            _linked(event_type, group, reasons, hints)
            for group, reasons in _groups(sorted(told.values(), key=lambda one: (one.source, one.event.id)), on_story)
        ]
        for each in _with_own_ids(joined):
            linked.update({(one.source, one.event.id): each for one in each.told})
    return linked


def _groups(told: Sequence[Telling], on_story: Acquainted) -> list[tuple[list[Telling], list[str]]]:
    common = _common_names(told)
    scored = []
    for i, j in _candidates(told):
        a, b = told[i], told[j]
        if a.source != b.source and (found := _score(a, b, common) or _only_ones(a, b, on_story)) is not None:
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


def _candidates(told: Sequence[Telling]) -> list[tuple[int, int]]:
    """The pairs that can be one event: those that share a name, a figure or a day, or of which one has no names.

    Where very many share one, each is looked at with the next few only: what is alike is joined through its neighbours.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        day = one.event.time.edtf if one.event.time else ""
        for key in (
            *one.names,
            *one.figures,
            day,
            *(() if one.names else ("nameless",)),
            *(("sole",) if one.sole else ()),
        ):
            blocks[key].append(number)
    nameless = set(blocks.pop("nameless", ()))
    pairs = {(i, j) for i in nameless for j in range(len(told)) if i < j and len(told) <= _MANY}
    pairs |= {(j, i) for i in nameless for j in range(i) if len(told) <= _MANY}
    for numbers in blocks.values():
        reach = len(numbers) if len(numbers) <= _MANY else _NEIGHBOURS
        pairs.update((i, j) for at, i in enumerate(numbers) for j in numbers[at + 1 : at + 1 + reach])
    return sorted(pairs)


def _common_names(told: Sequence[Telling]) -> set[str]:
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
    return a is not None and b is not None and intersect(a, b) is None and not next_day(a, b)


def _only_the_day_differs(a: Telling, b: Telling, common: set[str]) -> bool:
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


def _score(a: Telling, b: Telling, common: set[str]) -> tuple[float, str] | None:
    only_day = _only_the_day_differs(a, b, common)
    if _contradict(a.event.time, b.event.time) and not only_day:
        return None
    ours, theirs = a.names - common, b.names - common
    shared, figures = ours & theirs, a.figures & b.figures
    telling = len(shared) + len(figures)
    share = min(telling / min(len(ours), len(theirs)), 1.0) if ours and theirs else 1.0 if figures else 0.0
    same_day = bool(a.event.time and b.event.time and _is_day(a.event.time) and _is_day(b.event.time))
    nameless = not a.names or not b.names
    enough = share >= (MARGIN if telling < 2 else MARGIN_OF_TWO)
    central = a.central and b.central and any(not is_country(name) for name in shared)
    central = central and (share >= MARGIN_OF_CENTRE or same_day)
    if not (enough and telling) and not central and not (same_day and (nameless or a.names & b.names)):
        return None
    if only_day:
        assert a.event.time and b.event.time
        why = f"{a.source} = {b.source}: the same bodies take part; their days differ"
        return share, f"{why} ({a.event.time.edtf}, {b.event.time.edtf})"
    said = [f"both name {', '.join(sorted(shared))}"] if shared else []
    said += [f"both tell {len(figures)} like figure{'s' if len(figures) > 1 else ''}"] if figures else []
    if a.event.time and b.event.time:
        said.append(f"their times fit ({a.event.time.edtf}, {b.event.time.edtf})")
    return share + (0.5 if same_day else 0.0) + telling / 100, f"{a.source} = {b.source}: {'; '.join(said)}"


def _only_ones(a: Telling, b: Telling, on_story: Acquainted) -> tuple[float, str] | None:
    """The score of two events that are each the only one of its type in its article, both articles on one story."""
    if not (a.sole and b.sole) or _contradict(a.event.time, b.event.time) or not on_story(a.source, b.source):
        return None
    ours, theirs = (_words_of(one.names) for one in (a, b))
    if ours and theirs and ours.isdisjoint(theirs):
        return None
    return 0.0, f"{a.source} = {b.source}: the only event of its kind in both, which are on one story"


def _words_of(names: Iterable[str]) -> set[str]:
    """The words of names other than countries."""
    return {word for name in names if not is_country(name) for word in fold(name).replace("-", " ").split()}


def _is_day(time: Date) -> bool:
    return len(time.edtf) == 10 and (time.weekday is not None or "X" not in time.edtf[5:])


def _linked(
    event_type: str, told: Sequence[Telling], reasons: Sequence[str], hints: dict[str, tuple[DateHint, ...]]
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
    named = sorted(_named(told), key=fold)[:3]
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


def _told_as(one: Telling, event: LinkedEvent, events: Sequence[LinkedEvent]) -> str:
    """The source of a telling, with its own number for the event where it tells several that have one id."""
    alike = sum(each.id == event.id and any(told.source == one.source for told in each.told) for each in events)
    return one.source + one.event.id.removeprefix(one.event.type) if alike > 1 else one.source


def _named(told: Sequence[Telling]) -> frozenset[str]:
    """Who and what takes part by all who tell of an event, else by any of them."""
    return frozenset.intersection(*(one.names for one in told)) or frozenset.union(*(one.names for one in told))


def _with_own_ids(events: Sequence[LinkedEvent]) -> list[LinkedEvent]:
    """The events, those that would share an id told apart by who takes part in each alone; where that is not told, by
    their sources, and those of one source by their number.
    """
    alike: dict[str, list[LinkedEvent]] = defaultdict(list)
    for event in events:
        alike[event.id].append(event)
    marks = {key: _marks(some) for key, some in alike.items() if len(some) > 1}
    return [
        LinkedEvent(f"{event.id}({marks[event.id].popleft()})", event.label, event.time, event.told, event.reasons)
        if event.id in marks
        else event
        for event in events
    ]


def _marks(alike: Sequence[LinkedEvent]) -> deque[str]:
    """What tells events of one id apart, in their order."""
    named = [{fold(name) for name in _named(event.told)} for event in alike]
    times = Counter(name for names in named for name in names)
    own = [sorted(name for name in names if times[name] == 1)[:2] for names in named]
    if all(own):
        return deque("+".join(names).replace(" ", "-") for names in own)
    return deque(",".join(_told_as(one, event, alike) for one in event.told) for event in alike)
