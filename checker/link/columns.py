"""The plain columns that engines group by: everything that depends on text, dates or rounding is settled here, once.

An engine only compares, counts and takes least and greatest: it needs no more than these.
"""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from checker.model.value import (
    LOCAL,
    AmountValue,
    Count,
    Date,
    DateTime,
    Duration,
    Name,
    Names,
    Place,
    Quote,
    Value,
)
from checker.values.comparison import Canonical, fold
from checker.values.comparison.amounts import figure_of

_FAR = 1e300


class Columns(NamedTuple):
    """`canonical`: equal for values that are identical or equivalent in form; `low` and `high` bound an amount."""

    canonical: str
    low: float | None = None
    high: float | None = None


def key60(text: str) -> int:
    """The first 60 bits of the md5 of a text: the same number on every engine."""
    return int(hashlib.md5(text.encode("utf-8"), usedforsecurity=False).hexdigest()[:15], 16)


def columns(value: Value, canonical: Canonical = fold) -> Columns:
    """The columns of one value. Names go by their canonical form, quotations by their folded words."""
    if isinstance(value, AmountValue):
        bounds = figure_of(value)
        data = value.model_dump(mode="json", exclude={"noun", "qualifiers"}, exclude_none=True)
        if isinstance(value, Count):
            data["kind"] = "number"  # *ten people* and *the toll stands at ten* are one figure
        low, high = (max(min(float(end), _FAR), -_FAR) for end in (bounds.low, bounds.high))
        return Columns(_dump(data), low, high)
    if isinstance(value, Date | DateTime):
        zone = value.zone if isinstance(value, DateTime) and value.zone != LOCAL else None
        return Columns(" ".join(str(part) for part in (value.kind, value.edtf, value.weekday, zone) if part))
    if isinstance(value, Duration):
        return Columns(_dump(value.model_dump(mode="json", exclude_none=True)))
    if isinstance(value, Names):
        return Columns(_dump({"names": sorted({canonical(item) for item in value.items}), "complete": value.complete}))
    if isinstance(value, Name | Place):
        return Columns(f"name {canonical(value.text)}")
    if isinstance(value, Quote):
        return Columns(f"quote {fold(value.text)}")
    return Columns(_dump(value.model_dump(mode="json", exclude_none=True)))


def _dump(data: dict[str, object]) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
