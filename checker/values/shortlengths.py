"""Lengths of time in short forms: `3'09"`, `les 12/15 ans`, `9 s 58`, `the 10Y yield`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.model.value import Duration
from checker.values.durations import Length, Reader, apply, iso, ranged, unit_at
from checker.values.found import Found
from checker.values.moment import Passage
from checker.values.numerals import Numeral

_SLASHED = re.compile(r"(?<=[Apf])d(?=/du)")
_MARKED = re.compile(r"Q")
_LETTERED = re.compile(r"d[CL]")
_HUNDREDTHS = re.compile(r"dLd(?![-/.,:]?[dyD])")


def _marked(passage: Passage, match: re.Match[str]) -> Length | None:
    """`3'09"`, `12'48''5`: minutes and seconds; in a language of feet and inches not what can be those (`5'10"`)."""
    at = match.start()
    minutes, seconds, *rest = re.findall(r"\d+", passage.norm(at))
    if int(seconds) > 59 or (passage.habit("feet") and 3 < int(minutes) < 8 and seconds in ("10", "11")):
        return None
    told = Decimal(f"{seconds}.{rest[0]}") if rest else Decimal(seconds)
    return Length(at, at, Duration(iso=iso([(Decimal(minutes), "m"), (told, "s")])))


def _slashed(passage: Passage, match: re.Match[str]) -> Length | None:
    """`les 12/15 ans`: from one age to another."""
    low, high = (Decimal(passage.norm(at)) for at in (match.start(), match.start() + 2))
    last = match.start() + 3
    unit = unit_at(passage, last)
    if unit is None or unit.letter != "Y" or low >= high:
        return None
    return ranged(Numeral(match.start(), last, None, low, high, "range"), unit, last)


def _hundredths(passage: Passage, match: re.Match[str]) -> Length | None:
    """`9 s 58`: seconds with their tenths or hundredths."""
    at, last = match.start(), match.end() - 1
    if not passage.has(at + 1, "second_letter") or not passage.has(at + 1, "hundredths_after") or passage.glued(last):
        return None
    seconds = Decimal(f"{passage.norm(at)}.{passage.norm(last)}")
    return Length(at, last, Duration(iso=iso([(seconds, "s")])))


def _lettered(passage: Passage, match: re.Match[str]) -> Length | None:
    """`the 10Y yield`, `for 3Y`: a figure with the letter of its unit, before a word of rates or at a clause's end."""
    at, last = match.start(), match.start() + 1
    letter = passage.look(last, "unit_letter") if passage.glued(last) and passage.capital(last) else None
    ends = passage.has(at - 1, "length_before") and passage.letter(last + 1) in ("", ".", ",", ";", ")", "¶")
    if not letter or not (ends or passage.has(last + 1, "lettered_after")):
        return None
    return Length(at, last, Duration(iso=iso([(Decimal(passage.norm(at)), letter)])))


_READERS: tuple[Reader, ...] = (
    (_MARKED, _marked),
    (_SLASHED, _slashed),
    (_LETTERED, _lettered),
    (_HUNDREDTHS, _hundredths),
)


def read_short_lengths(passage: Passage, taken: bytearray) -> Iterator[Found]:
    """The lengths of time in short forms; their tokens are marked as taken. They come before the others."""
    yield from apply(_READERS, passage, taken)
