"""Days told ahead by what somebody is to do or what is to happen then: `leaves in two weeks`, `prévue dans un mois`.

*in N units* is a day only of an appointment: where a person is to be somewhere or a happening is to be. The terms of
orders, contracts and measures (*takes effect in 45 days*) and what something takes (*fixed it in two weeks*) stay
lengths, and so does what stands in a sentence that tells another date, as the day it is counted from is in doubt. See
docs/decisions/0009-appointments.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.values.durations import Length, length
from checker.values.moment import Moment, Passage, Rule, Step, rule
from checker.values.tense import breaks, ends_sentence, tense_of

_CLAUSE = 14
"""The clause is looked at so many words back, and so many on after *In two weeks,*."""
_AWAY = 7
"""The verb of an appointment stands so many words before its day at the most."""
_AUXILIARIES = 4
_SENTENCE = 30
_AMOUNTS = frozenset("dDynSkoh")
_OTHER_DATES = frozenset("yMg")
_ARTICLES = ("A", "j", "i", "$")
_OPENING = ("", ".", "!", "?", "¶", "«", '"')


def _appointment(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`in two weeks` where the clause makes an appointment of it."""
    at = match.start()
    if not passage.has(at, "appointment_before"):
        return None
    told = _length_after(passage, match.start("q"))
    if told is None or _tells_another_date(passage, at, told.last):
        return None
    if not (_planned(passage, at) or _goes_on(passage, at) or _opens(passage, at, told.last)):
        return None
    return Moment(at, told.last, step=Step(told.value.iso or "", 1, about=told.value.modifier == "about"))


def _length_after(passage: Passage, at: int) -> Length | None:
    """The length in days or longer units that follows *in*, over *about*."""
    while passage.letter(at) == "x":
        at += 1
    found = length(passage, at)
    if found is None or found.first != at or found.value.iso is None or "T" in found.value.iso:
        return None
    if found.value.modifier not in ("exact", "about") or passage.letter(found.last + 1) in ("f", "-"):
        return None
    return found


def _tells_another_date(passage: Passage, first: int, last: int) -> bool:
    begin, end = first, last
    while begin > 0 and first - begin < _SENTENCE and not ends_sentence(passage, begin - 1):
        begin -= 1
    while end + 1 < len(passage.shape) and end - last < _SENTENCE and not ends_sentence(passage, end + 1):
        end += 1
    return not _OTHER_DATES.isdisjoint(passage.shape[begin:first] + passage.shape[last + 1 : end + 1])


def _clause_before(passage: Passage, at: int) -> int:
    """Where the clause begins that ends before token `at`."""
    begin = at
    while begin > 0 and at - begin < _CLAUSE and not ends_sentence(passage, begin - 1):
        if breaks(passage, begin - 1):
            break
        begin -= 1
    return begin


def _planned(passage: Passage, at: int) -> bool:
    """Whether the words before `in two weeks` are those of an appointment."""
    begin = _clause_before(passage, at)
    if _is_term(passage, range(begin, at)):
        return False
    for index in range(at - 1, max(begin, at - _AWAY) - 1, -1):
        if passage.letter(index) in _AMOUNTS:
            return False
        if passage.has(index, "appointment") and _is_verb(passage, begin, index, at):
            return True
    return passage.has(at - 1, "event") and _is_ahead(passage, at - 1)


def _is_term(passage: Passage, span: Iterable[int]) -> bool:
    """Whether words tell of orders, contracts and measures, or of how long or how often."""
    return any(passage.has(index, "no_appointment") for index in span)


def _is_verb(passage: Passage, begin: int, index: int, at: int) -> bool:
    """Whether a word is the verb of an appointment: in a form that is not past, of what it can be said of.

    What the data say of each: `o` it may take an object, and after an article it is a noun; `e` it is said of
    happenings; `is` the same, right before the day; `g` it needs *is* before it; `to` a place after it; `with` a
    person.
    """
    kind = passage.look(index, "appointment") or ""
    if any(passage.has(before, "appointment_past") for before in range(max(begin, index - _AUXILIARIES), index)):
        return False
    following = passage.letter(index + 1)
    if kind == "to":
        return following in ("p", ">") and index + 1 < at and passage.capital(index + 2)
    if kind == "with":
        return passage.letter(index + 1) == "H" or passage.has(index + 1, "appointment_person")
    if kind == "g" and not any(passage.has(before, "appointment_going") for before in range(index - 3, index)):
        return False
    if kind in ("e", "is") and not any(passage.has(before, "event") for before in range(begin, index)):
        return False
    if kind == "is":
        return index + 1 == at
    return passage.letter(index - 1) not in _ARTICLES if kind == "o" else following not in _ARTICLES


def _is_ahead(passage: Passage, event: int) -> bool:
    """Whether a happening is one to come by the words before it: ahead of the election, will hold a meeting."""
    before = event - 1
    while event - before < _AUXILIARIES and passage.letter(before) in ("A", "j", "i", "L", "w"):
        if passage.has(before, "event_ahead"):
            break
        before -= 1
    return passage.has(before, "event_ahead")


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether it is an alternative to an appointment: in two days, or in a week."""
    before = at - 2
    while passage.letter(before) in (",", "?"):
        before -= 1
    if passage.letter(at - 1) != "&" or passage.letter(before) != "u":
        return False
    earlier = (index for index in range(before - 1, before - 5, -1) if passage.has(index, "appointment_before"))
    first = next(earlier, None)
    return first is not None and (_planned(passage, first) or _opens(passage, first, before))


def _opens(passage: Passage, at: int, last: int) -> bool:
    """Whether `In two weeks` opens a sentence in the future of an appointment, and of no amount."""
    if passage.letter(at - 1) not in _OPENING:
        return False
    future = False
    begin = last + 1 + (passage.letter(last + 1) == ",")
    for index in range(begin, begin + _CLAUSE):
        if passage.letter(index) in _OPENING or passage.letter(index) in _AMOUNTS or _is_term(passage, (index,)):
            return False
        future = future or tense_of(passage, index) in ("future", "present")
        if future and passage.has(index, "appointment") and _is_verb(passage, begin, index, index + 2):
            return _AMOUNTS.isdisjoint(passage.shape[index + 1 : index + _AWAY].partition(".")[0])
    return False


APPOINTMENTS: tuple[Rule, ...] = (rule(r"p(?P<q>x{0,2}[jidDynkhS])", _appointment),)
"""*in N units* of an appointment."""
