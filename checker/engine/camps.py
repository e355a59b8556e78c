"""The sketch and the camps of a fact: all that judging needs of its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.link.facts import LinkedClaim
from checker.model.claim import Evidence
from checker.model.fact import Camp, Fact
from checker.model.value import Date, Status
from checker.values.calendar import with_bounds

_DATE = "date:"
"""What the keys of a claim's context begin with that are days."""


def group(claims: Iterable[LinkedClaim]) -> list[list[LinkedClaim]]:
    """The claims by fact key, facts and claims in the order of their keys and ids."""
    by_key: dict[str, list[LinkedClaim]] = defaultdict(list)
    for claim in claims:
        by_key[str(claim.key)].append(claim)
    return [sorted(by_key[key], key=lambda linked: linked.claim.id) for key in sorted(by_key)]


def form_fact(claims: Sequence[LinkedClaim], root_of: dict[str, str], published: dict[str, str | None]) -> Fact:
    """The fact of claims that share one key. Camps come in order of size, then of first source."""
    by_value: dict[str, list[LinkedClaim]] = defaultdict(list)
    for claim in claims:
        by_value[claim.columns.canonical].append(claim)
    camps = sorted(
        (_camp(members, published) for members in by_value.values()),
        key=lambda camp: (-len(camp.sources), camp.sources, camp.claims),
    )
    first = claims[0]
    sources = {claim.claim.source for claim in claims}
    return Fact(
        key=first.key,
        fact_type=first.fact_type.id if first.fact_type else first.key.attribute,
        label=first.label,
        moves=_moves(claims) and not all(_is_settled(claim, published) for claim in claims),
        roots=len({root_of.get(source, source) for source in sources}),
        camps=tuple(camps),
        link=tuple(sorted({reason for claim in claims for reason in claim.why})),
    )


def _moves(claims: Sequence[LinkedClaim]) -> bool:
    """Whether what the claims state changes with time: by its fact type, or as votes are being counted."""
    if any(one.claim.counted is not None for one in claims):
        return True
    first = claims[0]
    return first.fact_type.moves if first.fact_type else isinstance(first.claim.value, Status)


def _is_settled(linked: LinkedClaim, published: dict[str, str | None]) -> bool:
    """Whether a claim is told with no day but of years before its article: the toll of a fire of 1973 moves no more."""
    day = published.get(linked.claim.source)
    told = [Date(edtf=key.removeprefix(_DATE)) for key in linked.claim.context if key.startswith(_DATE)]
    if linked.event is not None and linked.event.time is not None:
        told.append(linked.event.time)
    latest = [with_bounds(one).latest for one in told]
    return bool(day and latest) and all(one and int(one[:4]) < int(str(day)[:4]) - 1 for one in latest)


def _camp(claims: Sequence[LinkedClaim], published: dict[str, str | None]) -> Camp:
    evidence: dict[tuple[str, int, int], Evidence] = {}
    for linked in claims:
        for one in linked.claim.evidence:
            evidence[one.source, one.start, one.end] = one
    days = (_day(linked, published) for linked in claims)
    return Camp(
        value=claims[0].claim.value,
        sources=tuple(sorted({linked.claim.source for linked in claims})),
        claims=tuple(linked.claim.id for linked in claims),
        evidence=tuple(evidence[key] for key in sorted(evidence)),
        speakers=tuple(sorted({one.claim.attribution.speaker for one in claims if one.claim.attribution})),
        newest=max((day for day in days if day), default=None),
    )


def _day(linked: LinkedClaim, published: dict[str, str | None]) -> str | None:
    """The as-of day of a claim, else when its article appeared (to the minute, if stated), where they are known."""
    as_of = linked.claim.as_of
    if as_of is not None and as_of.latest:
        return as_of.latest
    return published.get(linked.claim.source)
