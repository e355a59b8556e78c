"""Calendar values in words, from their EDTF form (docs/values.md)."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = ("first", "second", "third", "fourth")
_FORM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)"
    r"(?:-(?P<season>2[1-4])|-Q(?P<quarter>[1-4])|-W(?P<week>XX|\d\d)(?:-(?P<of_week>[1-7]|WE))?"
    r"|-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<clock>\d\d:\d\d(?::\d\d)?)(?P<zone>Z|[+-]\d\d:\d\d)?)?(?P<doubt>[?~%])?"
)


def calendar_words(edtf: str, weekday: int | None = None) -> str:
    """The calendar value in words; `weekday` (1 to 7) is one said beside the date. A form not known stays as it is."""
    first, slash, last = edtf.partition("/")
    if slash:
        if first == "..":
            return f"until {calendar_words(last)}"
        return f"from {calendar_words(first)}" + ("" if last == ".." else f" to {calendar_words(last)}")
    form = _FORM.fullmatch(edtf)
    if form is None:
        return edtf
    text = _day(form, weekday) if form["month"] else _stretch(form)
    if form["clock"]:
        clock = form["clock"] + (
            f" UTC{form['zone']}" if form["zone"] not in (None, "Z") else " UTC" * bool(form["zone"])
        )
        text = f"{clock}, {text}"
    return f"about {text}" if form["doubt"] in ("~", "%") else f"{text} (uncertain)" if form["doubt"] else text


def _day(form: re.Match[str], weekday: int | None) -> str:
    """A month, or a day of one."""
    year, month, day = form["year"], form["month"], form["day"]
    name = f"{WEEKDAYS[weekday - 1]} " if weekday else ""
    if month == "XX":
        if day not in (None, "XX"):
            return f"{name}day {int(day)} (month not said)"
        if day is None:
            return f"a month of {_year(year)}"
        unknown = "date not known" if year == "XXXX" else f"date not known, {_year(year)}"
        return f"{name.strip() or 'a day'} ({unknown})"
    if day in (None, "XX"):
        return f"{MONTHS[int(month) - 1]} {_year(year)}"
    return f"{name}{int(day)} {MONTHS[int(month) - 1]} {_year(year)}"


def _stretch(form: re.Match[str]) -> str:
    """A year or more, a season, a quarter, a week, or a weekday of one."""
    year = _year(form["year"])
    if form["season"]:
        return f"{_SEASONS[form['season']]} {year}"
    if form["quarter"]:
        return f"{_QUARTERS[int(form['quarter']) - 1]} quarter of {year}"
    if form["week"]:
        week = "week not said" if form["week"] == "XX" else f"week {int(form['week'])} of {year}"
        named = {None: "a week", "WE": "weekend"}.get(form["of_week"]) or WEEKDAYS[int(form["of_week"]) - 1]
        return week if form["of_week"] is None and form["week"] != "XX" else f"{named} ({week})"
    return year


def _year(year: str) -> str:
    """A year, decade or century."""
    if year == "XXXX":
        return "(year not said)"
    if year.endswith("XX"):
        return f"the {_ordinal(int(year[:2]) + 1)} century"
    return f"the {year[:3]}0s" if year.endswith("X") else year


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
