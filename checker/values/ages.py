"""Ages told without their unit: `aged 34`, `turned 61`, `the gunman, 34, fled`, `Jane Doe (52)`. Each is a length of
years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.language.gazetteer import gazetteer
from checker.model.value import Duration, Modifier
from checker.values.durations import Length, Reader, Unit, apply, iso, ranged, unit_at
from checker.values.found import Found
from checker.values.moment import Passage
from checker.values.numerals import Numeral, read_at

_YEARS = Unit(Decimal(1), "Y")
_AGED = re.compile(r"[dDn](?!u)")
_AGES = re.compile(r"[dn](?:[-~>][dn])?(?:,[dn]){0,6}(?:,|,?&)$")
_AGES_BACK = 16
"""The ages said before another, after one *aged*: aged 4, 5 and 6."""
_NAMED_AGE = re.compile(r"C(?:[C.]|-C){0,3},(?P<n>d)(?=[,.;)])|C\((?P<m>d)\)")
_PERSON_AGE = re.compile(r"[LRCO](?:,(?P<n>d)(?=[,.;)])|\((?P<m>d)\))")
_OF_AGE = re.compile(r"[dn](?<=[LRC]f.)(?:-n)?")
_WAS = re.compile(r"[dn](?=[.,;)¶]|$)")
_BIRTHDAY = re.compile(r"w(?P<n>d)LL")
_OLDEST = 120
_ADULT = 16
_AFTER_AGE = ".,;:)¶pWtrMmswv&~?!"
"""What stands after an age that somebody turned, beside the end of the text; a noun makes the figure a count."""


def read_ages(passage: Passage, taken: bytearray) -> Iterator[Found]:
    """The bare ages in a text; their tokens are marked as taken."""
    yield from apply(_READERS, passage, taken)


def _aged(passage: Passage, match: re.Match[str]) -> Length | None:
    """`aged 34`, `aged 5 to 11`, `at the age of 87`, `turned 61`, `between the ages of 12 and 15`."""
    at = match.start() - 1
    joined = passage.letter(at) in ("f", "b") or passage.has(at, "from")
    at -= joined and passage.has(at - 1, "age_before")
    listed = _AGES.search(passage.shape, max(0, at - _AGES_BACK), at + 1)
    if listed:
        at = listed.start() - 1
    turned = passage.has(at, "turned")
    if not turned and not passage.has(at, "age_before"):
        return None
    numeral = read_at(passage.tokens, passage.words, match.start())
    if numeral is None:
        return None
    if numeral.amount is not None and passage.letter(at - 1 - (passage.letter(at - 1) == "A")) == "b":
        numeral = _between(passage, numeral)
    if numeral.amount is None:
        return None if turned else ranged(numeral, _YEARS, numeral.last)
    if numeral.amount > _OLDEST or unit_at(passage, numeral.last + 1):
        return None
    if (turned or listed) and passage.letter(numeral.last + 1) not in _AFTER_AGE:
        return None
    return _years(numeral.first, numeral.last, numeral.amount, numeral.modifier)


def _between(passage: Passage, low: Numeral) -> Numeral:
    """The lower of two ages with the upper one, where *and* and a figure above it follow."""
    at = low.last + 2
    high = read_at(passage.tokens, passage.words, at) if passage.letter(at) in tuple("dDn") else None
    if passage.letter(at - 1) != "&" or not high or not high.amount or not low.amount or high.amount <= low.amount:
        return low
    return Numeral(low.first, high.last, None, low.amount, high.amount, "range")


def _years(first: int, last: int, amount: Decimal, modifier: Modifier = "exact") -> Length:
    return Length(first, last, Duration(iso=iso([(amount, _YEARS.letter)]), modifier=modifier))


def _age_of_person(passage: Passage, match: re.Match[str]) -> Length | None:
    """`The gunman, 34, fled`, `the driver (52)`: a figure alone after a noun for a person."""
    at = match.start("n") if match["n"] else match.start("m")
    if not passage.has(match.start(), "aged_person") or (match["n"] and passage.letter(at + 2) in tuple("dDny")):
        return None
    if match["n"] and passage.letter(at + 1) != "," and int(passage.norm(at)) < _ADULT:
        return None
    return _years(at, at, Decimal(passage.norm(at)))


def _of_age(passage: Passage, match: re.Match[str]) -> Length | None:
    """`a woman of 54`, `a boy of five`; a father of three and a team of nine have no age."""
    numeral = read_at(passage.tokens, passage.words, match.start())
    if numeral is None or numeral.amount is None or not 0 < numeral.amount <= _OLDEST:
        return None
    after = passage.letter(numeral.last + 1)
    if not passage.has(match.start() - 2, "person_of_age") or after not in _AFTER_AGE + "p":
        return None
    return _years(numeral.first, numeral.last, numeral.amount, numeral.modifier)


def _was_of_age(passage: Passage, match: re.Match[str]) -> Length | None:
    """`She was 29.`, `Jane Doe was 29,`, `the youngest of them was nine, the oldest 71`."""
    at = match.start()
    numeral = read_at(passage.tokens, passage.words, at)
    if numeral is None or numeral.amount is None or numeral.last != at or not 0 < numeral.amount <= _OLDEST:
        return None
    was = passage.has(at - 1, "was_aged")
    named = passage.letter(at - 2) == "C" and passage.letter(at - 3) == "C" and numeral.amount >= _ADULT
    somebody = was and (passage.has(at - 2, "person_pronoun") or named)
    begins = max(passage.shape.rfind(".", 0, at), at - _AGES_BACK, 0)
    among = (was or passage.has(at - 1, "of_ages")) and any(
        passage.has(index, "of_ages") for index in range(begins, at)
    )
    return _years(at, at, numeral.amount) if somebody or among else None


def _named_age(passage: Passage, match: re.Match[str]) -> Length | None:
    """`Jane Doe, 34, said`: a figure of two digits alone between commas after a name."""
    at = match.start("n") if match["n"] else match.start("m")
    name = passage.shape[match.start() : at - 1]
    if (
        int(passage.norm(at)) < 10
        or passage.letter(at + 2) in tuple("dDny")
        or (name.count("C") < 2 and not _person_after(passage, at + 2) and not _single_name(passage, match.start(), at))
    ):
        return None
    if passage.shape[max(0, match.start() - 3) : match.start()].endswith(("d,", "D,", "y,")):
        return None
    return _years(at, at, Decimal(passage.norm(at)))


def _single_name(passage: Passage, index: int, at: int) -> bool:
    """Whether the figure between commas after a single capitalised word is an age: `Holmes, 37, faces`.

    Not after a place, nor in a row of names with figures (Leeds, 34, Hull, 12).
    """
    after = at + 2 + (passage.letter(at + 2) == "&")
    entry = gazetteer(passage.code).entries.get(passage.norm(index))
    known = entry is not None and entry.kind != "person"
    return at - index == 2 and passage.letter(at + 1) == "," and passage.letter(after) not in "CXO" and not known


def _person_after(passage: Passage, index: int) -> bool:
    """Whether a verb of saying or a relative pronoun of persons follows."""
    return passage.letter(index) == "V" or passage.has(index, "person_after")


def _birthday(passage: Passage, match: re.Match[str]) -> Length | None:
    """`her 24th birthday`, `son 24e anniversaire`."""
    at = match.start("n")
    ordinal = passage.has(at + 1, "ordinal_ending") and passage.tokens.glued(at + 1)
    if not (ordinal and passage.has(at - 1, "whose_birthday") and passage.has(at + 2, "birthday")):
        return None
    age = Decimal(passage.norm(at))
    return _years(at, at + 2, age) if 0 < age <= _OLDEST else None


_READERS: tuple[Reader, ...] = (
    (_AGED, _aged),
    (_PERSON_AGE, _age_of_person),
    (_NAMED_AGE, _named_age),
    (_OF_AGE, _of_age),
    (_WAS, _was_of_age),
    (_BIRTHDAY, _birthday),
)
