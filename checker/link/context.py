"""A claim with what stands around its value, weighed: the nearer, the rarer and the more telling a key, the more."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from checker.language.nouns import thing
from checker.language.zones import is_zone
from checker.link.columns import Columns, columns
from checker.link.magnitude import counted_doing, digits, value_keys
from checker.link.names import NameBook
from checker.model.claim import BEGAN, COUNTED, REFUSED, Claim
from checker.model.value import AmountValue, Count, Date, DateTime, Duration, Value
from checker.values.calendar import intersect, with_bounds
from checker.values.comparison import fold

METHOD = "general"
"""How claims were made that no fact type makes."""
_WEIGHTS = {"name": 2.0, "part": 1.0, "thing": 1.5, "doing": 1.5, "topic": 1.5, "date": 1.0, "bound": 1.5, "held": 1.5}
SAID = ("name:", "thing:", "doing:", "topic:")
"""The kinds of keys that a reader is shown: of whom or what a value is told."""
TELLING = (*SAID, "bound:")
"""The kinds of keys that tell facts apart."""
_LIFE, _LOSING = "thing:life", ("doing:lose", "doing:cost")
"""People who lose their lives die, as do those whom something costs their lives."""
_PARTIES = ("of", "by")
"""The kinds of keys that say whom a doing is told of and who does it: they stand in the context besides."""
_THINGS = ("thing:", "name:", "topic:")
NEAR = 5
"""So many keys nearest to a value are what it is about; they count double."""
_DAY, _WEEK = re.compile(r"\d{4}-[01]\d-[0-3]\d"), timedelta(days=7)
_YEARS = re.compile(r"(\d{4})/(\d{4})")
_TELLING_PART = 4
"""A word of a name tells it apart from so many letters on."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """A claim, its context as weights by key (names in canonical form, nearest first), and the days told near it.

    `zone` is the time zone of the clock times of its source, where that is told with one of them.
    """

    claim: Claim
    weights: Mapping[str, float]
    days: tuple[Date, ...]
    zone: str | None = None

    @cached_property
    def source(self) -> str:
        return self.claim.source

    @cached_property
    def is_general(self) -> bool:
        """Whether no fact type took the value."""
        return self.claim.method == METHOD

    @cached_property
    def start(self) -> int:
        return self.claim.evidence[0].start

    @cached_property
    def value(self) -> Value:
        """The value, a clock time with the zone of its source where none is told with it."""
        value = self.claim.value
        if self.zone is not None and isinstance(value, DateTime) and value.zone is None:
            return value.model_copy(update={"zone": self.zone})
        return value

    @cached_property
    def began(self) -> Date | None:
        """When began what a length of years is counted from, if that is known."""
        keys = (key for key in self.claim.context if key.startswith(BEGAN))
        return next((with_bounds(Date(edtf=key.removeprefix(BEGAN), anchor="context")) for key in keys), None)

    @cached_property
    def lasted(self) -> Duration | None:
        """How long a stretch of whole years is."""
        years = _YEARS.fullmatch(self.claim.value.edtf) if isinstance(self.claim.value, Date) else None
        return Duration(iso=f"P{int(years[2]) - int(years[1])}Y") if years and years[1] < years[2] else None

    def among(self, others: Iterable[Weighed]) -> Value:
        """The value as it is told among others of one fact: a length among days as when it began, a stretch of years
        among lengths as how long it is.
        """
        kinds = {type(other.claim.value) for other in others}
        if self.began is not None and kinds & {Date, DateTime}:
            return self.began
        return self.lasted if self.lasted is not None and Duration in kinds else self.value

    @cached_property
    def digits(self) -> int:
        """How rare the value is."""
        return digits(self.claim.value)

    @cached_property
    def figure(self) -> object:
        """The figure or length of time that is said, however it is qualified; None of other values."""
        value = self.claim.value
        return value.amount if isinstance(value, AmountValue) else value.iso if isinstance(value, Duration) else None

    @cached_property
    def value_keys(self) -> frozenset[str]:
        """The keys of the value, one of which an equal value shares."""
        values = (self.claim.value, self.value, self.lasted)
        keys = frozenset(key for value in values if value is not None for key in value_keys(value))
        return keys | {f"within {year}" for year in self.began.edtf.split("/")} if self.began is not None else keys

    @cached_property
    def years(self) -> frozenset[str]:
        """The years of the days told near the value."""
        return frozenset(day.edtf[:4] for day in self.days if day.edtf[:4].isdigit())

    @cached_property
    def columns(self) -> Columns:
        """The plain form of the value."""
        return columns(self.claim.value)

    @cached_property
    def nearest(self) -> tuple[str, ...]:
        """The keys nearest to the value, words of names and what begins or ends aside."""
        return tuple(key for key in self.weights if not key.startswith(("part:", "bound:", "held:")))[:NEAR]

    @cached_property
    def bound(self) -> str:
        """`bound:end` where something ends then, `bound:start` where it begins, else nothing."""
        return next((key for key in self.weights if key.startswith("bound:")), "")

    @cached_property
    def held(self) -> frozenset[str]:
        """What has so many of a thing, as `held:topic:building`."""
        return frozenset(key for key in self.weights if key.startswith("held:"))

    @property
    def is_refused(self) -> bool:
        """Whether a fact type would have taken the value but for what stands around it."""
        return REFUSED in self.claim.context

    @cached_property
    def near(self) -> frozenset[str]:
        """The same keys, in no order."""
        return frozenset(self.nearest)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names nearest to the value."""
        return frozenset(key for key in self.near if key.startswith("name:"))

    @cached_property
    def doings(self) -> tuple[str, ...]:
        """What is done, by the nearest words that say so, the nearest first."""
        return tuple(key for key in self.nearest if key.startswith("doing:"))

    @cached_property
    def near_days(self) -> tuple[Date, ...]:
        """The days told nearest to the value."""
        near = self.claim.context[:NEAR]
        return tuple(Date(edtf=key.partition(":")[2]) for key in near if key.startswith("date:"))

    @cached_property
    def total(self) -> float:
        return math.fsum(self.weights.values())

    @cached_property
    def telling(self) -> Mapping[str, float]:
        """The keys that tell facts apart with their weights."""
        return {key: weight for key, weight in self.weights.items() if key.startswith(TELLING)}

    @cached_property
    def told(self) -> float:
        """How much in all tells its fact apart."""
        return math.fsum(self.telling.values())

    @cached_property
    def heaviest(self) -> tuple[str, ...]:
        """The keys, those that weigh most first."""
        return tuple(sorted(self.weights, key=lambda key: (-self.weights[key], key)))

    def weight_shared(self, other: Weighed) -> float:
        """How much the keys of both weigh, each where it weighs less."""
        return _shared(self.weights, other.weights)

    def telling_shared(self, other: Weighed) -> float:
        """The same of the keys that tell facts apart."""
        return _shared(self.telling, other.telling)

    def has_name(self, key: str) -> bool:
        """Whether a name stands in the context, or one with a telling word in common."""
        return key in self.weights or any(f"part:{part}" in self.weights for part in _parts(key))

    def swaps(self, other: Weighed) -> bool:
        """Whether each is told close to something that the other does not tell: adults' tickets, children's tickets."""
        return all(
            any(key.startswith(_THINGS) and key not in two.weights for key in one.nearest)
            for one, two in ((self, other), (other, self))
        )

    def on_other_day(self, other: Weighed, *, near: bool = False) -> bool:
        """Whether both are told with days (`near`: days close to them), and no day of the one can be one of the other.

        Days a week apart can be one: which week a mere weekday is of was told by a tense.
        """
        return on_two_days(*((self.near_days, other.near_days) if near else (self.days, other.days)))


def _shared(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    return math.fsum([min(weight, others[key]) for key, weight in some.items() if key in others])


def on_two_days(some: Sequence[Date], others: Sequence[Date]) -> bool:
    """Whether no day of some can be one of the others, nor one a week from it."""
    days = [(one.edtf, two.edtf) for one in some for two in others]
    return bool(days) and not any(_can_be_one(one, two) for one, two in days)


@lru_cache(maxsize=10_000)
def _can_be_one(one: str, other: str) -> bool:
    """Whether two days, as EDTF, fit or are a week apart."""
    if intersect(Date(edtf=one), Date(edtf=other)) is not None:
        return True
    if not (_DAY.fullmatch(one) and _DAY.fullmatch(other)):
        return False
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) == _WEEK


def weigh(claims: Iterable[Claim], names: NameBook) -> dict[str, Weighed]:
    """Claim id -> the claim with its context. A key told with many values of one article weighs less."""
    keyed = {claim.id: (claim, _keys(claim, names)) for claim in claims}
    times: Counter[str] = Counter()
    sources: dict[str, set[str]] = defaultdict(set)
    for claim, keys in keyed.values():
        for key in keys:
            times[key] += 1
            sources[key].add(claim.source)
    rarity = {key: 1 / (1 + math.log2(count / len(sources[key])) / 2) for key, count in times.items()}
    told = {}
    zones = _zones(claim for claim, _ in keyed.values())
    for claim_id, (claim, keys) in keyed.items():
        days = tuple(Date(edtf=key.partition(":")[2]) for key in claim.context if key.startswith("date:"))
        weights = {key: weight * rarity[key] for key, weight in keys.items()}
        told[claim_id] = Weighed(claim, weights, days, zones.get(claim.source))
    return told


def _zones(claims: Iterable[Claim]) -> dict[str, str]:
    """Source -> the zone that it names with the first of its clock times that have one, which is that of the others."""
    named: dict[str, tuple[int, str]] = {}
    for claim in claims:
        if isinstance(claim.value, DateTime) and claim.value.zone is not None and is_zone(claim.value.zone):
            told = (claim.evidence[0].start, claim.value.zone)
            named[claim.source] = min(told, named.get(claim.source, told))
    return {source: zone for source, (_, zone) in named.items()}


def _keys(claim: Claim, names: NameBook) -> dict[str, float]:
    """The keys of a claim's context with their weights before rarity; what the noun counted says was done is first."""
    weights: dict[str, float] = {}
    if isinstance(claim.value, Count) and (done := counted_doing(claim.value)) is not None:
        weights[done] = _WEIGHTS["doing"] * 2.0
    around = [key for key in claim.context if key.partition(":")[0] not in _PARTIES]
    lives = isinstance(claim.value, Count) and f"thing:{thing(claim.value.noun)}" == _LIFE
    if lives or _LIFE in around:
        around = ["doing:die" if key in _LOSING else key for key in around if key != _LIFE]
    for place, key in enumerate(around):
        kind, _, text = key.partition(":")
        if key == REFUSED or key.startswith((BEGAN, COUNTED)):
            continue
        weight = _WEIGHTS.get(kind, 1.0) * (2.0 if place < NEAR else 1.0)
        if key.startswith("held:name:"):
            key = f"held:name:{names.key(key.removeprefix('held:name:'), claim.source)}"
        if kind == "name":
            key = f"name:{names.key(text, claim.source)}"
            for part in _parts(key):
                weights.setdefault(f"part:{part}", _WEIGHTS["part"])
        weights.setdefault(key, weight)
    return weights


def _parts(key: str) -> list[str]:
    """The telling words of a name's key."""
    return [word for word in fold(key.partition(":")[2]).replace("-", " ").split() if len(word) >= _TELLING_PART]
