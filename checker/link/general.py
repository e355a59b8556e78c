"""Lining up values that no fact type takes, across articles and languages, by what stands around them.

Two such values can be of one fact when they are of one kind and count one thing, when what stands around the one that
says less is found around the other too (names above all), and when nothing speaks against it: another name in its
place, another day, another year. Each value takes its best match in another article, if that one takes it too and no
other comes near. Where the margin is small nothing is compared: a wrong match makes a false conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from checker.link.columns import Columns, columns
from checker.link.names import NameBook
from checker.model.claim import Claim
from checker.model.value import AmountValue, Count, Date, DateTime, Measure, Money, Percent, Value
from checker.values.calendar import intersect
from checker.values.comparison import Level, compare_values
from checker.values.words import words_of_value

METHOD = "general"
_WEIGHTS = {"name": 2.0, "thing": 1.5, "doing": 1.5, "date": 1.0}
_NEAR = 5
"""So many keys nearest to a value are what it is about; they count double."""
FEW_SHARED = 2.5
"""The least weight that two contexts must share where the values are equal but common ones."""
LEAST_SHARED = 5.0
"""The least weight that two contexts must share."""
COVERED = 0.7
"""How much of the context that says less must be found in the other."""
NEAR_SHARED = 0.5
"""More than this share of the keys nearest to the one value must be nearest to the other."""
MARGIN = 0.1
"""How much better the best match must be than the next one with another value."""
NEARBY = 400
"""Code points within which an article's other figures are looked at."""
_MOST_IN_BLOCK = 200
"""A key in more claims than this tells nothing; candidates are looked for by rarer ones."""


@dataclass(frozen=True)
class _Told:
    """A claim with its context as weights by key, names in canonical form, and the days told near it."""

    claim: Claim
    weights: Mapping[str, float]
    near: frozenset[str]
    days: tuple[Date, ...]

    @cached_property
    def columns(self) -> Columns:
        """The plain form of the value."""
        return columns(self.claim.value)

    @cached_property
    def names(self) -> set[str]:
        """The names nearest to the value."""
        return {key for key in self.near if key.startswith("name:")}

    @cached_property
    def doing(self) -> str | None:
        """What is done, by the nearest word that says so."""
        return next((key for key in self.claim.context[:_NEAR] if key.startswith("doing:")), None)

    def only(self, shared: Set[str]) -> _Told:
        """Without the words that are not shared: names, things and doings are in any language."""
        kept = {key: weight for key, weight in self.weights.items() if key in shared or not key.startswith("word:")}
        near = frozenset(list(kept)[:_NEAR])
        return _Told(self.claim, kept, near, self.days)

    @cached_property
    def total(self) -> float:
        return sum(self.weights.values())


@dataclass(frozen=True)
class Match:
    """Two claims of two sources that line up, how well, the keys they share, and whether their values are the same."""

    one: str
    other: str
    score: float
    shared: tuple[str, ...]
    same: bool


def line_up(
    claims: Sequence[Claim], names: NameBook, languages: Mapping[str, str]
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Claim id -> (name of the fact, why), for the general claims that match one of another source."""
    told = {claim.id: _told(claim, names) for claim in claims if claim.method == METHOD and claim.context}
    matches = list(_mutual_best(_scored(told, languages), told))
    group: dict[str, str] = {match_id: match_id for match in matches for match_id in (match.one, match.other)}

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    why: dict[str, set[str]] = defaultdict(set)
    shared: dict[str, set[str]] = defaultdict(set)
    for match in sorted(matches, key=lambda one: (-one.score, one.one, one.other)):
        one, other = root(match.one), root(match.other)
        group[max(one, other)] = min(one, other)
        for claim_id in (match.one, match.other):
            shared[claim_id].update(match.shared)
            words = ", ".join(key.partition(":")[2] for key in match.shared[:6]) or "nothing but the value"
            a, b = told[match.one].claim.source, told[match.other].claim.source
            why[claim_id].add(f"{a} = {b}: around both stand {words} (match {match.score:.2f})")
    members: dict[str, list[str]] = defaultdict(list)
    for claim_id in group:
        members[root(claim_id)].append(claim_id)
    named = {}
    used: Counter[tuple[str, str]] = Counter()
    for head, ids in sorted(members.items()):
        common = set.intersection(*(shared[claim_id] for claim_id in ids)) or shared[head]
        telling = sorted(key.partition(":")[2] for key in common if not key.startswith(("word:", "date:")))
        label = ", ".join(telling[:4]) or words_of_value(told[head].claim.value)
        used[told[head].claim.attribute, label] += 1
        if (number := used[told[head].claim.attribute, label]) > 1:
            label += f"; {number}"
        for claim_id in ids:
            named[claim_id] = (label, tuple(sorted(why[claim_id])))
    return named


def _told(claim: Claim, names: NameBook) -> _Told:
    weights: dict[str, float] = {}
    days: list[Date] = []
    near: set[str] = set()
    for place, key in enumerate(claim.context):
        kind, _, text = key.partition(":")
        if kind == "date":
            days.append(Date(edtf=text))
        if kind == "name":
            key = f"name:{names.key(text, claim.source)}"
        weights[key] = _WEIGHTS.get(kind, 1.0) * (2.0 if place < _NEAR else 1.0)
        if place < _NEAR:
            near.add(key)
    return _Told(claim, weights, frozenset(near), tuple(days))


def _scored(told: Mapping[str, _Told], languages: Mapping[str, str]) -> Iterator[Match]:
    """The pairs of claims of two sources that can be of one fact, with their scores."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim_id, one in sorted(told.items()):
        for key in one.weights:
            blocks[one.claim.attribute, key].append(claim_id)
    seen: set[tuple[str, str]] = set()
    for ids in blocks.values():
        if len(ids) > _MOST_IN_BLOCK:
            continue
        for a, b in combinations(ids, 2):
            if (a, b) in seen or told[a].claim.source == told[b].claim.source:
                continue
            seen.add((a, b))
            if (match := _match(told[a], told[b], languages)) is not None:
                yield match


def _match(a: _Told, b: _Told, languages: Mapping[str, str]) -> Match | None:
    same = _same(a, b)
    shared = a.weights.keys() & b.weights.keys()
    weight = sum(min(a.weights[key], b.weights[key]) for key in shared)
    if languages.get(a.claim.source) != languages.get(b.claim.source):
        # Words of two languages seldom meet: only what could meet is asked to.
        a, b = a.only(shared), b.only(shared)
    least, most = sorted((a, b), key=lambda one: (one.total, one.claim.id))
    score = weight / least.total if least.total else 0.0
    ordered = tuple(sorted(shared, key=lambda key: (-a.weights[key], key)))
    pair = min(a.claim.id, b.claim.id), max(a.claim.id, b.claim.id)
    if same:
        if weight < _asked_of_equals(a.claim) or _other_day(least, most):
            return None
        return Match(*pair, 1.0 + score, ordered, same)
    if weight < LEAST_SHARED or len(a.near & b.near) <= NEAR_SHARED * min(len(a.near), len(b.near)):
        return None
    if _speaks_against(least, most) or score < COVERED:
        return None
    return Match(*pair, score, ordered, same)


def _asked_of_equals(claim: Claim) -> float:
    """The weight that the contexts of two equal values must share: the rarer the value, the less."""
    value = claim.value
    if isinstance(value, Count | Money | Measure | Percent) and value.amount is not None:
        return 1.0 if len(value.amount.normalize().as_tuple().digits) > 1 else FEW_SHARED
    return FEW_SHARED


def _same(one: _Told, other: _Told) -> bool:
    if one.columns == other.columns:
        return True
    level = compare_values(one.claim.value, other.claim.value, any_noun=True).level
    # A month holds many days: a compatible date is not yet the same one.
    as_good = (Level.compatible,) if not isinstance(one.claim.value, Date | DateTime) else ()
    return level in (Level.identical, Level.equivalent, *as_good)


def _edtf(told: _Told) -> str:
    value = told.claim.value
    return value.edtf if isinstance(value, Date | DateTime) else ""


def _other_day(least: _Told, most: _Told) -> bool:
    return any(intersect(day, other) is None for day in least.days for other in most.days)


def _speaks_against(least: _Told, most: _Told) -> bool:
    """Whether the two are about different subjects, doings or days, as far as their words tell."""
    names, others = least.names, most.names
    if not names <= most.weights.keys() or (not names and others):
        return True
    if _other_day(least, most):
        return True
    if isinstance(least.claim.value, Date | DateTime):
        # A day is the day of something done: what is done must be the same, and both must be days.
        days = all(len(_edtf(one)) >= len("2021-01-05") for one in (least, most))
        return not days or least.doing is None or least.doing != most.doing
    return (
        least.doing is not None and most.doing is not None and not {least.doing, most.doing} & (least.near & most.near)
    )


def _mutual_best(matches: Iterator[Match], told: Mapping[str, _Told]) -> Iterator[Match]:
    """The matches that are the best of both their claims, by a margin over the next best with another value."""
    by_claim: dict[tuple[str, str], list[Match]] = defaultdict(list)
    every = list(matches)
    figures = _figures(told)
    for match in every:
        by_claim[match.one, told[match.other].claim.source].append(match)
        by_claim[match.other, told[match.one].claim.source].append(match)
    for match in every:
        if not match.same and _told_nearby(match, told, figures):
            continue
        sides = (
            by_claim[match.one, told[match.other].claim.source],
            by_claim[match.other, told[match.one].claim.source],
        )
        if all(_is_best(match, rivals) for rivals in sides):
            yield match


def _told_nearby(match: Match, told: Mapping[str, _Told], figures: Mapping[str, Sequence[tuple[int, Decimal]]]) -> bool:
    """Whether one article gives, close to its value, the other's value too: then the two are of different things."""
    one, other = told[match.one].claim, told[match.other].claim
    return any(
        amount == _amount(theirs.value) and abs(start - mine.evidence[0].start) < NEARBY
        for mine, theirs in ((one, other), (other, one))
        for start, amount in figures.get(mine.source, ())
    )


def _amount(value: Value) -> Decimal | None:
    return value.amount if isinstance(value, AmountValue) else None


def _figures(told: Mapping[str, _Told]) -> dict[str, list[tuple[int, Decimal]]]:
    """Source -> the figures of its claims with the places where they stand."""
    found: dict[str, list[tuple[int, Decimal]]] = defaultdict(list)
    for one in told.values():
        if (amount := _amount(one.claim.value)) is not None:
            found[one.claim.source].append((one.claim.evidence[0].start, amount))
    return found


def _is_best(match: Match, rivals: Sequence[Match]) -> bool:
    """Whether no rival is better, and none with another value comes within the margin; equal values win a tie."""
    for rival in rivals:
        if rival == match:
            continue
        if not match.same and (rival.same or rival.score > match.score - MARGIN):
            return False
        if match.same and rival.score > match.score and rival.same:
            return False
    return True
