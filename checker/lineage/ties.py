"""When two sources are one origin, and the reason in words.

A decision looks at the two articles alone, never at the rest of a story, so that one source more cannot part others or
bring them together. The thresholds stand between copies, rewrites and translations on the one side and independent
reports with shared quotes and figures on the other, in the stories of tests/specs/lineage, with room on both sides.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.lineage.credit import Credit, Reported
from checker.lineage.sequence import Items, in_order, shared
from checker.lineage.wording import RUN, Wording


class Traits(NamedTuple):
    """What one source is compared by. `slips` are mistakes that two writers would not make on their own."""

    id: str
    wording: Wording
    items: Items
    credit: Credit
    reported: Reported
    slips: frozenset[str]


class Floor(NamedTuple):
    """What a common order must reach: items in order, their share of the shared ones, and of the shorter text's."""

    places: int
    of_shared: float
    of_shorter: float


_SAME_RUNS, _SHARE_OF_RUNS = 12, 0.2
_FEW_RUNS, _SHARE_OF_FEW = 6, 0.8
_ALONE = Floor(10, 0.75, 0.5)
_RELATED = Floor(6, 0.7, 0.35)
_RIVALS = Floor(14, 0.85, 0.6)


def credit_tie(a: Traits, b: Traits) -> str | None:
    """The reason to tie two sources by their credits alone, which is all there is where a text is not at hand."""
    if (a.wording and b.wording) or a.credit.first is None or a.credit.first != b.credit.first:
        return None
    return f"{a.id}, {b.id}: both credit {_name(a, b, a.credit.first)}, and there is no text of both to compare"


def wording_tie(a: Traits, b: Traits) -> str | None:
    """The reason to tie two sources by the runs of words they share, in the writers' own words and not in quotes."""
    if not a.wording or not b.wording:
        return None
    if (a.wording.own, a.wording.quoted) == (b.wording.own, b.wording.quoted):
        return f"{a.id}, {b.id}: the same text"
    own, quoted = len(a.wording.own & b.wording.own), len(a.wording.quoted & b.wording.quoted)
    fewer_own = min(len(a.wording.own), len(b.wording.own))
    if (own >= _SAME_RUNS and own >= _SHARE_OF_RUNS * fewer_own) or _nearly_all(own, fewer_own):
        return f"{a.id}, {b.id}: {own} of {fewer_own} runs of {RUN} words are the same"
    fewer = min(len(a.wording.own) + len(a.wording.quoted), len(b.wording.own) + len(b.wording.quoted))
    if _nearly_all(own + quoted, fewer):
        return f"{a.id}, {b.id}: {own + quoted} of {fewer} runs of {RUN} words are the same, quotes among them"
    return None


def _nearly_all(same: int, fewer: int) -> bool:
    """Whether a short text, or one made of quotes, stands in the other as a whole."""
    return same >= _FEW_RUNS and same >= _SHARE_OF_FEW * fewer


def order_tie(a: Traits, b: Traits) -> str | None:
    """The reason to tie two sources by the values and names they tell in one order, in any language."""
    fewer = min(len(a.items), len(b.items))
    if fewer < _RELATED.places:
        return None
    relation = _relation(a, b)
    floor = _RELATED if relation else _RIVALS if _are_rivals(a, b) else _ALONE
    places = in_order(a.items, b.items)
    if places < max(floor.places, floor.of_shorter * fewer):
        return None
    both = shared(a.items, b.items)
    if places < floor.of_shared * both:
        return None
    order = f"{places} of {both} shared values and names stand in the same order"
    return f"{a.id}, {b.id}: {relation} and {order}" if relation else f"{a.id}, {b.id}: {order}"


def _relation(a: Traits, b: Traits) -> str | None:
    """What the two say of a common origin before their texts are compared."""
    if common := sorted(a.credit.credited & b.credit.credited):
        return f"both credit {' and '.join(_name(a, b, key) for key in common)}"
    for one, other in ((a, b), (b, a)):
        for key in sorted(other.credit.keys & one.reported.names):
            if one.reported.outlets <= {key}:
                return f"{one.id} names {_name(a, b, key)} as its source"
    if len(a.reported.outlets) == 1 and a.reported.outlets == b.reported.outlets:
        return f"both name {min(a.reported.outlets)} as their source"
    if slips := sorted(a.slips & b.slips):
        return f"both have the same slip ({slips[0]})"
    return None


def _are_rivals(a: Traits, b: Traits) -> bool:
    return bool(a.credit.agencies and b.credit.agencies) and not a.credit.agencies & b.credit.agencies


def _name(a: Traits, b: Traits, key: str) -> str:
    """The name of a key in the form that one of the two states, whichever of them comes first by the alphabet."""
    return min((one.credit.names[key] for one in (a, b) if key in one.credit.names), default=key)
