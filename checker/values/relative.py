"""Dates told from another day: `yesterday`, `last week`, `mardi dernier`, `three weeks ago`, `le lendemain`."""

from __future__ import annotations

import re

from checker.values.calendar import Side
from checker.values.dates import month_number, weekday_number
from checker.values.durations import length
from checker.values.moment import Moment, Passage, Step, rule
from checker.values.placing import OWN_WEEK
from checker.values.tense import tense_of
from checker.values.weekdays import is_habit

_UNITS = {"D": "D", "W": "W", "WE": "WE", "M": "M", "Y": "Y", "3M": "Q", "10Y": "decade", "100Y": "century", "Q": "Q"}
_AGO = {"D": "D", "W": "W", "M": "M", "Y": "Y"}


def _side(count: int) -> Side:
    return "past" if count < 0 else "future"


def _count(passage: Passage, index: int) -> tuple[int, bool] | None:
    """How many units on a relative word goes, and whether from the day last named."""
    value = passage.look(index, "relative")
    if value is None:
        return (0, False) if passage.has(index, "demonstrative") else None
    return int(value.rstrip("c")), value.endswith("c")


def unit_word(passage: Passage, index: int) -> str | None:
    """The calendar unit of a word in the singular (the plural is a length)."""
    if passage.has(index, "unit_plural"):
        return None
    if passage.letter(index) == "h":
        return "Q" if passage.has(index, "quarter") else None
    return _UNITS.get(passage.look(index, "unit") or "")


def _day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`yesterday morning`, `aujourd'hui vendredi`, `le lendemain`."""
    at = match.start("t")
    value = passage.look(at, "relative_day") or "-"
    if value == "-" or (passage.has(at, "nowadays") and _is_nowadays(passage, match)):
        return None
    step = Step("D", int(value.rstrip("c")), value.endswith("c"))
    if match["w"] and passage.has(at, "day_beside"):
        return Moment(at, at, step=step)  # the day after Tuesday's vote
    weekday = weekday_number(passage, match.start("w")) if match["w"] else None
    return Moment(at, match.end() - 1, weekday=weekday, step=step)


def _is_nowadays(passage: Passage, match: re.Match[str]) -> bool:
    """Whether `today` stands for these days: first in its sentence, or after a verb that says what is the case."""
    if match["w"]:
        return False
    before, after = match.start("t") - 1, match.end()
    if passage.letter(before) in tuple(",&") and passage.letter(after) == ",":
        return True
    opens = passage.letter(before) in ("", "¶", ".", "!", "?", "«", "»", '"', "&")
    if not opens:
        return passage.has(before, "present") or passage.has(after, "present_after")
    for index in range(after, min(after + 14, len(passage.shape))):
        if passage.letter(index) in ".!?¶":
            break
        if passage.look(index, "tense") in ("past", "future"):
            return False
    return True


def _part_of_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`this morning`, `ce soir`, `last night`."""
    counted = _count(passage, match.start())
    if counted is None or counted[0] > 0 or counted[1]:
        return None
    if passage.shape[match.start()] == "A" or passage.has(match.start(), "article_of_habit"):
        return None
    return Moment(match.start(), match.end() - 1, step=Step("D", counted[0]))


def _relative_weekday(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`last Tuesday`, `mardi prochain soir`, `ce lundi`."""
    counted = _count(passage, match.start("r"))
    weekday = weekday_number(passage, match.start("w"))
    if counted is None or weekday is None:
        return None
    count, context = counted
    first = match.start()
    if context and passage.sections["context_article"] and not passage.has(first - 1, "context_article"):
        # without its article it is told from publication: next Monday or previous Monday
        context = False
    unit = OWN_WEEK if count < 0 and passage.habit("own_week") else "weekday"
    if count == 0:
        step = Step("weekday", 0, bool(match["same"]), weekday) if match["same"] else None
        return Moment(first, match.end() - 1, f"XXXX-WXX-{weekday}", weekday, step)
    return Moment(first, match.end() - 1, weekday=weekday, step=Step(unit, count, context, weekday))


def _weekday_of_week(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`Monday of last week`, `mardi de la semaine prochaine`, `next week on Tuesday`."""
    counted = _count(passage, match.start("r"))
    weekday = weekday_number(passage, match.start("w"))
    if counted is None or weekday is None or passage.look(match.start("u"), "unit") != "W":
        return None
    return Moment(match.start(), match.end() - 1, weekday=weekday, step=Step("W", counted[0], counted[1], weekday))


def _relative_unit(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`last week`, `le mois prochain`, `cette année`; `the past year` is a length, not a date."""
    counted, unit = _count(passage, match.start("r")), unit_word(passage, match.start("u"))
    if counted is None or unit is None or (is_habit(passage, match.start()) and counted[0] == 0):
        return None
    if (
        passage.letter(match.start() - 1) == "A"
        and passage.has(match.start("r"), "relative_past")
        and not counted[1]
        and unit != "WE"
    ):
        return None
    if (
        passage.has(match.start("r"), "relative_plural")
        or passage.letter(match.start() - 1) in tuple("dDnki")
        or (unit == "D" and not counted[1] and counted[0])
    ):
        return None
    return Moment(match.start(), match.end() - 1, step=Step(unit, *counted))


def _then(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`that year`, `the same month`, `cette année-là`, `that September`: of the day or year last named."""
    at, first = match.start(), match.start() - 1
    said = passage.has(first, "same_time")
    if not said and not (match["la"] and passage.has(match.end() - 1, "then_mark")):
        return None
    if not said and not passage.has(first, "demonstrative"):
        return None
    first -= passage.has(first - 1, "same_time") or passage.has(first - 1, "demonstrative")
    if passage.letter(at) == "u":
        unit = unit_word(passage, at)
        return Moment(first, match.end() - 1, step=Step(unit, 0, context=True)) if unit and unit != "WE" else None
    part = passage.look(at, "season") or passage.look(at, "season_also") or month_number(passage, at)
    if not part or (said and _begins_clause(passage, first, match.end())):
        return None
    return Moment(first, match.end() - 1, f"XXXX-{int(part):02}", step=Step("Y", 0, context=True))


def _begins_clause(passage: Passage, at: int, following: int) -> bool:
    """Whether *that* at `at` begins a clause and is no part of the month or season: said that May would be dry."""
    if passage.letter(following) in _AFTER_MONTH:
        return False
    verb = tense_of(passage, following) or passage.has(following, "present_form")
    return bool(verb) or passage.letter(at - 1) not in _BEFORE_MONTH


def _this_unit(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`the end of the year`, `la fin du mois`, `en début de semaine`: the stretch of now."""
    unit = unit_word(passage, match.start("u"))
    if unit is None or unit == "D" or passage.has(match.end() - 1, "unit_plural"):
        return None
    return Moment(match.start(), match.end() - 1, step=Step(unit, 0))


def _weekend(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`over the weekend`, `le week-end`."""
    if (
        passage.letter(match.end()) == "f"
        or passage.look(match.start("u"), "unit") != "WE"
        or passage.has(match.start("u"), "unit_plural")
    ):
        return None
    return Moment(match.start("u"), match.start("u"), step=Step("weekend", 0))


def _named(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`last May`, `juin prochain`, `this summer`, `l'été dernier`, `3 mars dernier`."""
    counted = _count(passage, match.start("r"))
    if counted is None:
        return None
    at = match.start("m")
    season = passage.look(at, "season") or passage.look(at, "season_also")
    month = None if season else month_number(passage, at)
    part = season or (f"{month:02}" if month else None)
    if part is None:
        return None
    if not counted[0]:
        return Moment(match.start(), match.end() - 1, step=Step("this", int(part)))
    return Moment(match.start(), match.end() - 1, step=Step(_side(counted[0]), int(part)))


def _ago(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`three weeks ago`, `il y a deux jours`: a day for days, else the week, month or year that it leads to."""
    g = match.start("g")
    at = match.start("q")
    if any(passage.letter(between) != "x" and not passage.has(between, "ago_just") for between in range(g + 1, at)):
        return None
    while passage.letter(at) == "x":
        at += 1
    found = length(passage, at)
    if found is None or found.value.iso is None:
        return None
    ahead = g < at
    if ahead != (passage.words.code == "fr") or (found.first != at if ahead else found.last + 1 != g):
        return None
    first, last = (g, found.last) if ahead else (found.first, g)
    if not ahead and passage.look(last + 1, "relative_day") == "0":
        return Moment(first, last + 1, step=Step(found.value.iso, -1, origin=Step("D", 0)))
    return Moment(first, last, step=Step(found.value.iso, -1))


def _from_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`two weeks from today`, `two days after tomorrow`, `a week from Tuesday`; after *for* it is a length."""
    way, day = passage.look(match.start("way"), "from_day"), match.start("t")
    found = length(passage, match.start("q")) if way else None
    if found is None or found.last + 1 != match.start("way") or "T" in (found.value.iso or "T"):
        return None
    if way is None or found.value.iso is None or passage.has(found.first - 1, "length_before"):
        return None
    weekday, told = weekday_number(passage, day), passage.look(day, "relative_day")
    if weekday and passage.has(match.start("way"), "from_weekday"):
        origin = Step("weekday", 1, weekday=weekday)
    elif told and told.lstrip("-").isdigit():
        origin = Step("D", int(told))
    else:
        return None
    return Moment(found.first, day, weekday=weekday, step=Step(found.value.iso, int(way), origin=origin))


_Q = r"(?P<q>[jidDynkhS])"
_BEFORE_MONTH = ("", ".", ";", "¶", "&", "p", "f", "(", "~", "»", '"')
_AFTER_MONTH = ("", ".", ",", ";", ")", "¶", "p", "&", "»", '"')
"""What follows a month after *that*, where it is no clause: said that May would …"""
RELATIVE = (
    rule(r"[uMmse](?<=[wL].)(?P<la>-[wL])?", _then),
    rule(rf"(?P<g>g)(?:[xwL]{{0,2}}){_Q}", _ago),
    rule(rf"{_Q}[-&fjhdDynSiu2]{{0,9}}u,?(?P<g>g)", _ago),
    rule(rf"{_Q}[-&fjhdDynSiu2]{{0,9}}u(?P<way>p)(?P<t>[tW])(?!P)", _from_day),
    rule(r"(?P<w>W)P?[fp]?A?(?P<r>[rw])(?P<u>u)", _weekday_of_week),
    rule(r"(?P<w>W)P?f?A?(?P<u>u)(?P<r>r)", _weekday_of_week),
    rule(r"(?P<r>[rw])(?P<u>u)[pf]?(?P<w>[WZ])", _weekday_of_week),
    rule(r"(?P<w>W)(?P<same>)?P?(?P<r>r)P?", _relative_weekday),
    rule(r"(?P<r>r)(?P<same>)?(?P<w>[WZ])P?", _relative_weekday),
    rule(r"(?P<r>[w])(?P<same>w)?(?P<w>W)P?", _relative_weekday),
    rule(r"(?P<t>t)(?:,?(?P<w>W))?(?:(?:pA)?P)?", _day),
    rule(r"[rw]P", _part_of_day),
    rule(r"(?P<r>[rw])(?P<u>[uh])", _relative_unit),
    rule(r"(?P<u>[uh])(?P<r>r)", _relative_unit),
    rule(r"(?P<m>[Mmse])(?P<r>r)", _named),
    rule(r"(?P<r>[rw])(?P<m>[Mmse])", _named),
    rule(r"BfA?(?P<u>u)(?![rydL]|f[Mm])", _this_unit),
    rule(r"A(?P<u>u)", _weekend),
)
"""Forms told from the day of publication, or from the day last named."""
