"""What an article tells in which order, in a form that no language colours.

A translation changes every word and keeps the order of figures, days and names; two reporters of one event share many
of them and tell them in an order of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from checker.lineage.wording import Stretch, words
from checker.model.base import plain
from checker.model.value import (
    AmountValue,
    Date,
    DateTime,
    Duration,
    Mention,
    Money,
    Name,
    Names,
    Percent,
    Place,
    Quote,
    Value,
)
from checker.values.comparison import fold

Items = tuple[str, ...]
"""Keys of values and names in the order of the text."""

_LENGTH = re.compile(r"(?<![\d.])([\d.]+)([YMWDHS])")
_DAYS = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0}
_CLOCK = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
_CUSTOM = {15.0: 14.0, 8.0: 7.0}
"""Fifteen days is a fortnight in French, eight days a week."""
_MONTH_AND_DAY = re.compile(r"[\dX]{4}-(\d\d(?:-\d\d)?)")


def items(mentions: Sequence[Mention], parts: Sequence[Stretch]) -> Items:
    """The items of an article in order: figures, days, lengths of time, names, and who is quoted.

    What stands inside a direct quote is its speaker's order, not the writer's, and is left out; so are the members of a
    list of names, which is one item.
    """
    starts = [part.start for part in parts]
    found: list[str] = []
    listed = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.value.kind)):
        at = bisect_right(starts, mention.start) - 1
        if at < 0 or mention.start >= parts[at].end or mention.start < listed:
            continue
        if parts[at].quoted and not isinstance(mention.value, Quote):
            continue
        if isinstance(mention.value, Names):
            listed = mention.end
        found += [key for key in _keys(mention.value) if not found or found[-1] != key]
    return tuple(found)


def _keys(value: Value) -> Iterator[str]:
    """The key of a value; none for what is told in each language's own words."""
    if isinstance(value, AmountValue):
        yield _figure(value)
    elif isinstance(value, Date | DateTime):
        yield from _day(value)
    elif isinstance(value, Duration):
        yield f"{_days(value.iso or value.low or '')} days"
    elif isinstance(value, Name) and value.type != "role":
        yield _name(value)
    elif isinstance(value, Names):
        yield ", ".join(sorted(map(fold, value.items)))
    elif isinstance(value, Place):
        # the first letters hold through most translations of a place name: Londres, London
        yield f"{value.country or ''} {fold(value.text)[:3]}"
    elif isinstance(value, Quote) and value.speaker:
        yield f"quote {words(value.speaker)[-1]}"


def _figure(value: AmountValue) -> str:
    """The figure with percent sign or currency: what it counts is a word, and a translator's choice."""
    sign = "%" if isinstance(value, Percent) else (value.currency or "") if isinstance(value, Money) else ""
    amount = value.low if value.amount is None else value.amount
    return sign if amount is None else f"{plain(amount)} {sign}".strip()


def _day(value: Date | DateTime) -> Iterator[str]:
    """The weekday where the words say one (some texts add the date to it), else day and month, else the month.

    Years are left out: every telling of a life or of a long affair has them in order of time.
    """
    if value.weekday is not None:
        yield f"weekday {value.weekday}"
    elif value.edtf.startswith("XXXX-WXX-"):
        yield f"weekday {value.edtf[9]}"
    elif match := _MONTH_AND_DAY.match(value.edtf):
        yield match[1]


def _name(value: Name) -> str:
    """A person's last name, which later mentions keep; other names whole."""
    folded = fold(value.text)
    return folded.split()[-1] if value.type == "person" and folded else folded


def _days(iso: str) -> float:
    """The length in days, rounded: P2W and P15D are both 14."""
    date_part, _, time_part = iso.partition("T")
    days = sum(float(figure) * _DAYS[unit] for figure, unit in _LENGTH.findall(date_part))
    days += sum(float(figure) * _CLOCK[unit] for figure, unit in _LENGTH.findall(time_part))
    return _CUSTOM.get(round(days, 4), round(days, 4))


def slips(mentions: Sequence[Mention]) -> frozenset[str]:
    """Mistakes that hardly two writers make on their own: a weekday that the stated date did not fall on."""
    return frozenset(
        f"{value.edtf} is no weekday {value.weekday}"
        for value in (mention.value for mention in mentions)
        if isinstance(value, Date) and value.weekday is not None and value.earliest is not None
        if value.earliest == value.latest and date.fromisoformat(value.earliest).isoweekday() != value.weekday
    )


def shared(a: Items, b: Items) -> int:
    """How many items both have, each as often as the one with fewer has it."""
    return sum((Counter(a) & Counter(b)).values())


def in_order(a: Items, b: Items) -> int:
    """Length of the longest common subsequence, in time linear in `b` (a bit for each place of `a`)."""
    places: dict[str, int] = {}
    for at, item in enumerate(a):
        places[item] = places.get(item, 0) | 1 << at
    whole = (1 << len(a)) - 1
    unmatched = whole
    for item in b:
        hits = unmatched & places.get(item, 0)
        unmatched = (unmatched + hits | unmatched - hits) & whole
    return len(a) - unmatched.bit_count()
