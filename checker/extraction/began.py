"""When what has lasted so long began: *a 17-year-old bridge*, *depuis six ans*, *five years later*.

A length of years that is counted from a known day tells a date as well, as finely as years do: it can meet the date
that another article gives of the same thing.
"""

from __future__ import annotations

import re

from checker.model.claim import BEGAN
from checker.model.value import Date, DateTime, Duration, Value
from checker.values.reading import Reading

_YEARS = re.compile(r"P(\d{1,3})Y")
_YEAR = re.compile(r"\d{4}(?:-\d\d)*")
_BESIDE = 2
"""So many words stand between a length and what says from when it is counted, at most."""
_VERB_WITHIN = 6
_NAMED_WITHIN = 60
"""Tokens back to the date from which *five years later* is counted."""


def began(reading: Reading, value: Value, first: int, last: int, published: str | None) -> str | None:
    """When something began or happened, as the context key `began:2006/2007`, of a length of years at tokens
    `first` to `last`; None where it is not counted from a known day.
    """
    match = _YEARS.fullmatch(value.iso or "") if isinstance(value, Duration) and value.modifier == "exact" else None
    if match is None:
        return None
    years, step = int(match[1]), _step(reading, last)
    if step:
        year = _year_before(reading, first)
        return f"{BEGAN}{year + step * years:04}" if year is not None else None
    if published and (_is_age(reading, first, last) or _is_since(reading, first)):
        year = int(published[:4]) - years
        return f"{BEGAN}{year - 1:04}/{year:04}"
    return None


def _step(reading: Reading, last: int) -> int:
    """1 for *later*, -1 for *earlier* right after a length that is told from what was told before."""
    words = reading.tokens.norms[last + 1 : last + 1 + _BESIDE]
    told = reading.words.values["counted_on"]
    found = next((told[words] for words in (" ".join(words), *words[:1]) if words in told), None)
    return int(found) if found is not None else 0


def _year_before(reading: Reading, first: int) -> int | None:
    """The year of the date named last before a token."""
    for number in reversed(reading.within((max(first - _NAMED_WITHIN, 0), first - 1))):
        value = reading.found[number].value
        if isinstance(value, Date | DateTime) and _YEAR.fullmatch(value.edtf.partition("T")[0]):
            return int(value.edtf[:4])
    return None


def _is_age(reading: Reading, first: int, last: int) -> bool:
    """Whether a length is how old something is: *17-year-old*, *âgé de 17 ans*."""
    norms, values = reading.tokens.norms, reading.words.values
    near = {*norms[max(first - _BESIDE, 0) : first], *norms[last + 1 : last + 1 + _BESIDE]}
    return any(norm in values["old"] for norm in near) or any(norm in values["old"] for norm in norms[first : last + 1])


def _is_since(reading: Reading, first: int) -> bool:
    """Whether something has been so for so long until now: *has flown for six years*, *vole depuis six ans*."""
    norms, values = reading.tokens.norms, reading.words.values
    if first == 0 or norms[first - 1] not in values["lasting_until_now"]:
        return False
    start = max(first - 1 - _VERB_WITHIN, reading.sentences[reading.sentence_of(first)][0])
    before = norms[start : first - 1]
    return any(norm in values["present_lasting"] for norm in before)
