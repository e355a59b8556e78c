"""Lengths of time: `45 days`, `quinze jours`, `an hour and a half`, `trois dernières années`, `34-year-old`.

A length never becomes an instant here, whatever preposition stands before it: *within 45 days*, *d'ici 45 jours* and
*in 45 days' time* are all P45D. What `relative.py` reads as a date (*three weeks ago*) takes its tokens first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.model.base import plain
from checker.model.value import Duration, Modifier
from checker.values.found import Found
from checker.values.moment import Passage
from checker.values.numerals import Numeral, modifier_after, modifier_before, read_at

_UNIT = re.compile(r"\A([\d.]*)(T?)([YMWDHS])")
_ORDER = "YMWDhms"
_SINGLE = re.compile(r"PT?([\d.]+)([A-Z])")
_SECONDS = re.compile(r"[0-5]\d(?:[.,]\d{1,3})?")
_AFTER_SECONDS = '.,;:)»"!?…¶~(p>&tWP'
"""What stands after seconds that have no unit, beside the end of the text."""


class Unit(NamedTuple):
    """`size` times the ISO unit `letter`; those of a clock are h m s here."""

    size: Decimal
    letter: str


class Length(NamedTuple):
    """A length from token `first` to `last`, inclusive."""

    first: int
    last: int
    value: Duration


Reader = tuple[re.Pattern[str], Callable[[Passage, re.Match[str]], Length | None]]
"""A form of words for lengths: a pattern over the shape, and what makes a length of its match or declines it."""


def unit_at(passage: Passage, index: int, within: str = "") -> Unit | None:
    """The unit at `index`; a letter alone stands for seconds after minutes, where `within` is theirs."""
    said = passage.look(index, "unit") or passage.look(index, "second")
    if said is None and within == "m":
        said = passage.look(index, "second_letter")
    match = _UNIT.fullmatch(said or "")
    if match is None:
        return None
    return Unit(Decimal(match[1] or 1), match[3].lower() if match[2] else match[3])


def iso(parts: list[tuple[Decimal, str]]) -> str:
    """The ISO 8601 duration of so much of each unit, from the largest."""
    days = "".join(f"{plain(amount)}{letter}" for amount, letter in parts if letter.isupper())
    clock = "".join(f"{plain(amount)}{letter.upper()}" for amount, letter in parts if letter.islower())
    return f"P{days}" + (f"T{clock}" if clock else "")


def _numeral(passage: Passage, index: int) -> Numeral | None:
    """The numeral at `index`; an article or *one* just before a unit is one."""
    if passage.letter(index) in ("j", "i") and passage.letter(index + 1 + (passage.letter(index + 1) == "-")) in (
        "u",
        "2",
        "r",
    ):
        return Numeral(
            index, index, Decimal(1), modifier=modifier_before(passage.tokens, passage.words, index) or "exact"
        )
    return _fraction(passage, index) or read_at(passage.tokens, passage.words, index)


def _fraction(passage: Passage, index: int) -> Numeral | None:
    """A part of a unit: `half an hour`, `une demi-heure`, `trois quarts d'heure`, `a quarter of a century`."""
    first = index + (passage.letter(index) == "j")
    at, above = first, Decimal(1)
    if passage.letter(at) == "n" and passage.look(at, "number"):
        above = Decimal((passage.look(at, "number") or "1").rstrip("*"))
    at += passage.letter(at) in ("n", "i")
    at += passage.letter(at) == "-"
    share = passage.look(at, "fraction") if passage.letter(at) == "h" else None
    if (
        not share
        or unit_at(passage, _unit_after(passage, at + 1)) is None
        or passage.letter(first - 1) in ("j", "&", "n")
    ):
        return None
    over, _, under = share.partition("/")
    modifier = modifier_before(passage.tokens, passage.words, first) or "exact"
    return Numeral(first, at, above * Decimal(over) / Decimal(under), modifier=modifier)


def _unit_after(passage: Passage, index: int) -> int:
    """Where the unit stands that follows a numeral ending before `index`: over hyphen, `of a`, `prochaines`."""
    if passage.letter(index) == "-":
        index += 1
    if passage.letter(index) == "f" and not passage.has(index, "of_the"):
        index += 1
    of_one = passage.letter(index) == "j" and passage.letter(index - 1) in ("f", "h")
    if of_one or passage.has(index, "among_first") or _relative_before(passage, index):
        index += 1
    return index


def _relative_before(passage: Passage, index: int) -> bool:
    """Whether a relative adjective goes on with a length: the five last years; not *she turns 40 next week*."""
    if passage.letter(index) != "r":
        return False
    one = passage.letter(index - 1) in ("i", "j")
    return one or not passage.habit("month_first") or passage.has(index + 1, "unit_plural")


def _and_half(passage: Passage, index: int) -> tuple[Decimal, int]:
    """What `and a half` after a unit adds, and the last token of it; nothing where it is not said."""
    if passage.letter(index) != "&":
        return Decimal(0), index - 1
    at = index + 1 + (passage.letter(index + 1) in ("j", "i"))
    share = passage.look(at, "fraction")
    if passage.letter(at) != "h" or not share or passage.letter(at + 1) == "u":
        return Decimal(0), index - 1
    above, _, below = share.partition("/")
    return Decimal(above) / Decimal(below), at


def _minutes(passage: Passage, index: int) -> int | None:
    """The minutes of `2 h 15`, which have no unit."""
    norm = passage.norm(index)
    bare = passage.letter(index) == "d" and len(norm) == 2 and int(norm) < 60
    return int(norm) if bare and unit_at(passage, index + 1) is None else None


def _seconds(passage: Passage, index: int) -> Decimal | None:
    """The seconds of `4 min 12`, which have no unit; not where the figure counts (4 minutes 12 players)."""
    told = _SECONDS.fullmatch(passage.norm(index))
    after = passage.letter(index + 1)
    ends = not after or after in _AFTER_SECONDS or passage.has(index + 1, "seconds_of")
    return Decimal(told[0].replace(",", ".")) if told and ends else None


def length(passage: Passage, index: int) -> Length | None:
    """The length that begins with the numeral at `index`, with its smaller parts (`2 hours and 40 minutes`)."""
    numeral = _numeral(passage, index)
    if numeral is None:
        return None
    if numeral.amount is not None and numeral.amount < 0:
        # no length is negative: the sign is a dash or says *under* (interdit aux -16 ans)
        numeral = numeral._replace(first=numeral.first + 1, amount=-numeral.amount)
    at = _unit_after(passage, numeral.last + 1)
    unit = unit_at(passage, at)
    if unit is None:
        return None
    if numeral.amount is None:
        return ranged(numeral, unit, at)
    added, last = _and_half(passage, at + 1)
    if added and numeral.last >= index and passage.letter(at) in "u2":
        numeral = numeral._replace(amount=numeral.amount + added)
    parts = [((numeral.amount or Decimal(0)) * unit.size, unit.letter)]
    if not added:
        last = _smaller_parts(passage, at, unit, parts)
    modifier: Modifier = "exact" if _during(passage, numeral.first, last) else numeral.modifier
    if modifier == "exact":
        modifier = modifier_after(passage.tokens, passage.words, last) or "exact"
    return Length(numeral.first, last, Duration(iso=iso(parts), modifier=modifier))


def _during(passage: Passage, first: int, last: int) -> bool:
    """Whether *over* before a length says when it was, and not that it was longer: over seven days of talks."""
    at = first - 1
    while passage.letter(at) in ("j", "A"):
        at -= 1
    if not passage.has(at, "during") or passage.letter(last + 1) == "g":
        return False
    return not passage.has(at - 1, "longer_before") and not passage.has(last + 1, "longer_after")


def ranged(numeral: Numeral, unit: Unit, last: int) -> Length | None:
    """The length from the lower end of a numeral to the upper, up to token `last`; None where it is no range."""
    if numeral.low is None or numeral.high is None:
        return None
    low, high = (iso([(end * unit.size, unit.letter)]) for end in (numeral.low, numeral.high))
    return Length(numeral.first, last, Duration(modifier="range", low=low, high=high))


def _smaller_parts(passage: Passage, at: int, unit: Unit, parts: list[tuple[Decimal, str]]) -> int:
    """Add to `parts` what goes on after the unit at `at`, each in a smaller unit; the last token read."""
    last = at
    for _ in range(4):
        following = last + 1
        if unit.letter == "h" and (minutes := _minutes(passage, following)) is not None:
            parts.append((Decimal(minutes), "m"))
            return following
        if unit.letter == "m" and (seconds := _seconds(passage, following)) is not None:
            parts.append((seconds, "s"))
            return following
        following += passage.letter(following) in ("&", ",")
        if passage.letter(following) not in tuple("dniDjS") or (
            passage.letter(following) == "j" and following == last + 1
        ):
            return last
        numeral = _numeral(passage, following)
        smaller = unit_at(passage, _unit_after(passage, numeral.last + 1), unit.letter) if numeral else None
        if (
            not numeral
            or not smaller
            or numeral.amount is None
            or _ORDER.index(smaller.letter) <= _ORDER.index(unit.letter)
        ):
            return last
        if passage.letter(last + 1) == "," and passage.letter(following) == "j":
            return last
        last, unit = _unit_after(passage, numeral.last + 1), smaller
        parts.append((numeral.amount * unit.size, unit.letter))
    return last


def _with_age(passage: Passage, found: Length) -> Length:
    """`34-year-old` to its end."""
    last = found.last
    if passage.letter(last + 1) == "-" and passage.has(last + 2, "age_after"):
        return found._replace(last=last + 2)
    return found


def _one_is_length(passage: Passage, at: int) -> bool:
    """Whether `a week`, `one year`, `un mois` is a length: by the words around it."""
    unit_at = at + 1 + (passage.letter(at + 1) == "-")
    if passage.letter(at + 1) == "-":
        return passage.letter(at) == "i"
    norm = passage.norm(unit_at)
    if (passage.letter(unit_at + 1) == "&" and passage.letter(unit_at + 2) in tuple("jhi")) or norm in passage.sections[
        "always_length"
    ]:
        return True
    if passage.has(unit_at + 1, "shifted_after"):
        return True
    if (
        passage.has(at - 1, "rate_before")
        or passage.letter(at - 1) in tuple("dDynuSU$c%")
        or (passage.letter(unit_at) == "2" and passage.letter(unit_at + 1) in tuple("LCo"))
    ):
        return False
    if passage.letter(at) == "i" and norm in passage.sections["one_is_length"]:
        return True
    if passage.has(unit_at + 1, "ever_after"):
        return False
    return passage.letter(at - 1) == "x" or passage.has(at - 1, "span_before") or passage.has(unit_at + 1, "span_after")


_NUMERAL = re.compile(r"(?P<q>[jidDynkhSK=])(?=[-~&>fjhdDynSikKrxoc./2]{0,12}[u2])")
_SHARED = re.compile(r"(?<=[fp>:])(?P<q>[dn])(?=&[dn]u)")
_WHOLE = re.compile(r"u")


def read_durations(passage: Passage, taken: bytearray) -> Iterator[Found]:
    """The lengths of time in a text but for bare ages (`ages.py`); their tokens are marked as taken."""
    yield from apply(_READERS, passage, taken)


def apply(readers: Iterable[Reader], passage: Passage, taken: bytearray) -> Iterator[Found]:
    """What readers of lengths find in turn outside `taken`; the tokens of each are marked as taken."""
    for pattern, build in readers:
        for match in pattern.finditer(passage.shape):
            found = build(passage, match)
            if found and taken.find(1, found.first, found.last + 1) < 0:
                taken[found.first : found.last + 1] = b"\1" * (found.last + 1 - found.first)
                yield Found(found.first, found.last, found.value)


def _measured(passage: Passage, match: re.Match[str]) -> Length | None:
    at = match.start()
    single = passage.letter(at) in "ji" and passage.letter(at + 1 + (passage.letter(at + 1) == "-")) in ("u", "2")
    if single and not _one_is_length(passage, at):
        return None
    if passage.letter(at) == "j" and passage.letter(at + 1) in tuple("rndDh"):
        return None
    found = length(passage, at)
    if found is None or (passage.letter(found.last) == "2" and passage.letter(found.last + 1) == "u"):
        return None
    return _with_age(passage, _up_to(passage, found))


def _up_to(passage: Passage, low: Length) -> Length:
    """The length with the one that *between* joins to it, in the same unit: between two years and five years."""
    at = low.last + 2
    if passage.letter(low.first - 1) != "b" or passage.letter(at - 1) != "&" or low.value.iso is None:
        return low
    high = length(passage, at) if passage.letter(at) in tuple("dDynS") else None
    if high is None or high.value.iso is None or high.first != at:
        return low
    ends = [_SINGLE.fullmatch(end) for end in (low.value.iso, high.value.iso)]
    if not ends[0] or not ends[1] or ends[0][2] != ends[1][2] or Decimal(ends[0][1]) >= Decimal(ends[1][1]):
        return low
    return Length(low.first, high.last, Duration(modifier="range", low=low.value.iso, high=high.value.iso))


def _sharing(passage: Passage, match: re.Match[str]) -> Length | None:
    """A length whose unit is said only of the one after it: terms of 5 and 10 years."""
    at = match.start()
    numeral = _numeral(passage, at)
    unit = unit_at(passage, match.end() + 2)
    if numeral is None or unit is None or numeral.amount is None or numeral.first != numeral.last:
        return None
    if passage.letter(at - 2) == "b" or passage.words.values["and"].get(passage.norm(at + 1)) != "sum":
        return None
    return Length(at, at, Duration(iso=iso([(numeral.amount * unit.size, unit.letter)])))


def _whole(passage: Passage, match: re.Match[str]) -> Length | None:
    """`all day`, `toute la semaine`, `une année entière`, `the past year`."""
    first = last = at = match.start()
    unit = unit_at(passage, at)
    if unit is None or passage.has(at, "unit_plural") or unit.letter in ("m", "s"):
        return None
    article = passage.letter(at - 1) == "A"
    if passage.shape[at - 2 : at] == "Ar" and passage.has(at - 1, "past_stretch"):
        return Length(at - 1, at, Duration(iso=iso([(unit.size, unit.letter)])))
    if passage.letter(at + 1) == "-" and passage.has(at + 2, "long"):
        return Length(at, at + 2, Duration(iso=iso([(unit.size, unit.letter)])))
    before = at - 1 - (article or passage.letter(at - 1) == "-")
    if passage.has(before, "whole_before" if not article else "whole_before_article"):
        first = before
    elif passage.has(at + 1, "whole_after"):
        last = at + 1
    else:
        return None
    return Length(first, last, Duration(iso=iso([(unit.size, unit.letter)])))


_READERS: tuple[Reader, ...] = (
    (_NUMERAL, _measured),
    (_SHARED, _sharing),
    (_WHOLE, _whole),
)
