"""Renderings of dates and clock times."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import strategies as st

from checker.model.value import Date, DateTime
from checker.testing.renderings.numerals import english_words, french_words
from checker.testing.renderings.phrases import NARROW, NBSP, Language, Phrase

MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
SHORT = {
    "en": ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."],
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
}
"""Months as agencies shorten them: the short ones not at all."""
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
SEASONS = {
    21: ("spring", "au ", "printemps"), 22: ("summer", "à l'", "été"), 23: ("autumn", "à l'", "automne"),
    24: ("winter", "pendant l'", "hiver"),
}  # fmt: skip
"""By EDTF number: the English word, the French preposition and word."""
ORDINALS = {"en": ["first", "second", "third", "fourth"], "fr": ["premier", "deuxième", "troisième", "quatrième"]}
_ROMAN = {16: "XVI", 17: "XVII", 18: "XVIII", 19: "XIX", 20: "XX", 21: "XXI"}
_STRETCH = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>\d)|(?P<month>\d\d)))?|(?P<decade>\d{3})X|(?P<century>\d\d)XX"
)


def _mark(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _english_days(month: int, day: int, year: str) -> list[str]:
    """January 5, 2021; 5 January 2021; the 5th of January 2021; Jan. 5, 2021."""
    found = []
    for name in dict.fromkeys((MONTHS["en"][month - 1], SHORT["en"][month - 1])):
        after = f", {year}" if year else ""
        found += [f"{name} {day}{after}", f"{name} {day}{_mark(day)}{after}", f"{day} {name}{year and ' ' + year}"]
    name = MONTHS["en"][month - 1]
    return [
        *found,
        f"{day}{_mark(day)} {name}{year and ' ' + year}",
        f"{day}{_mark(day)} of {name}{year and ' ' + year}",
    ]


def _french_days(month: int, day: int, year: str) -> list[str]:
    """5 janvier 2021, 1er janvier 2021, 5 janv. 2021."""
    first = "1er" if day == 1 else str(day)
    names = dict.fromkeys((MONTHS["fr"][month - 1], SHORT["fr"][month - 1]))
    return [f"{first} {name}{year and ' ' + year}" for name in names]


def _numeric(day: date, language: Language) -> list[str]:
    """1/5/2021 in English is 05/01/2021 in French; 2021-01-05 in both."""
    year, month, number = day.year, day.month, day.day
    if language == "en":
        return [f"{month}/{number}/{year}", f"{month:02}/{number:02}/{year}", day.isoformat()]
    return [
        f"{number:02}/{month:02}/{year}", f"{number}/{month}/{year}", f"{number:02}.{month:02}.{year}",
        f"{number:02}-{month:02}-{year}", day.isoformat(),
    ]  # fmt: skip


def _days(month: int, day: int, year: str, language: Language) -> list[str]:
    return (_english_days if language == "en" else _french_days)(month, day, year)


def _named(form: str, weekday: int | None, language: Language) -> list[str]:
    """A day with its weekday before it, in the ways that go with its form."""
    if not weekday:
        return [form]
    name = WEEKDAYS[language][weekday - 1]
    if language == "fr":
        return [f"{name} {form}"]
    return [f"{name}, {form}"] if form[0].isalpha() else [f"{name} {form}", f"{name}, {form}"]


def day_forms(value: Date, language: Language) -> list[Phrase]:
    """One day, of a known year or not, with its weekday where the value has one."""
    year, month, number = value.edtf[:4], int(value.edtf[5:7]), int(value.edtf[8:10])
    forms = [
        said
        for form in _days(month, number, "" if year == "XXXX" else year, language)
        for said in _named(form, value.weekday, language)
    ]
    if year != "XXXX" and not value.weekday:
        forms += _numeric(date.fromisoformat(value.edtf), language) if year >= "1900" else []
    if language == "fr":
        return [_pointed("le ", form) for form in forms]
    return [_pointed("on the " if " of " in form and form[0].isdigit() else "on ", form) for form in forms]


def _pointed(before: str, form: str) -> Phrase:
    """The point of a short month at the end is no part of the span."""
    return Phrase(before, form.removesuffix("."), "." if form.endswith(".") else "")


def interval_forms(value: Date, language: Language) -> list[Phrase]:
    """From 3 to 5 May 2020, May 3-5, 2020, du 3 au 5 mai 2020, du 28 avril au 2 mai 2020."""
    first, last = (date.fromisoformat(end) for end in value.edtf.split("/"))
    year, a, b = str(last.year), first.day, last.day
    names = [MONTHS[language][end.month - 1] for end in (first, last)]
    if language == "fr":
        start = "1er" if a == 1 else str(a)
        if first.month == last.month:
            return [Phrase("du ", f"{start} au {b} {names[1]} {year}"), Phrase("les ", f"{a}-{b} {names[1]} {year}")][
                : 1 + (a > 1)
            ]
        return [Phrase("du ", f"{start} {names[0]} au {'1er' if b == 1 else b} {names[1]} {year}")]
    if first.month == last.month:
        return [
            Phrase("from ", f"{a} to {b} {names[1]} {year}"), Phrase("from ", f"{names[1]} {a} to {b}, {year}"),
            Phrase("on ", f"{names[1]} {a}-{b}, {year}"), Phrase("on ", f"{a}–{b} {names[1]} {year}"),
        ]  # fmt: skip
    return [
        Phrase("from ", f"{a} {names[0]} to {b} {names[1]} {year}"),
        Phrase("from ", f"{names[0]} {a} to {names[1]} {b}, {year}"),
    ]


def _english_stretch(said: re.Match[str]) -> list[Phrase]:
    year = said["year"]
    if said["decade"]:
        return [Phrase("in the ", f"{said['decade']}0s")]
    if said["century"]:
        number = int(said["century"]) + 1
        return [Phrase("in the ", f"{number}{_mark(number)} century")]
    if said["quarter"]:
        quarter = int(said["quarter"])
        ranks = (ORDINALS["en"][quarter - 1], f"{quarter}{_mark(quarter)}")
        return [
            *(Phrase("in the ", f"{rank} quarter of {year}") for rank in ranks),
            Phrase("in ", f"Q{quarter} {year}"),
        ]
    if not said["month"]:
        return [Phrase("in ", year), Phrase("during ", year)]
    month = int(said["month"])
    if month > 12:
        season = SEASONS[month][0]
        names = (season, "fall") if month == 23 else (season,)
        return [
            form for name in names for form in (Phrase("in the ", f"{name} of {year}"), Phrase("in ", f"{name} {year}"))
        ]
    return [
        Phrase("in ", f"{name} {year}") for name in dict.fromkeys((MONTHS["en"][month - 1], SHORT["en"][month - 1]))
    ]


def _french_stretch(said: re.Match[str]) -> list[Phrase]:
    year = said["year"]
    if said["decade"]:
        return [Phrase("dans les ", f"années {said['decade']}0")]
    if said["century"]:
        number = int(said["century"]) + 1
        return [Phrase("au ", f"{_ROMAN[number]}e siècle"), Phrase("au ", f"{number}e siècle")]
    if said["quarter"]:
        quarter = int(said["quarter"])
        ranks = (ORDINALS["fr"][quarter - 1], "1er" if quarter == 1 else f"{quarter}e")
        return [Phrase("au ", f"{rank} trimestre {joint}{year}") for rank in ranks for joint in ("", "de ")]
    if not said["month"]:
        return [Phrase("en ", year), Phrase("courant ", year)][:1]
    month = int(said["month"])
    if month > 12:
        _, preposition, season = SEASONS[month]
        return [
            Phrase(preposition, f"{season} {year}"),
            Phrase("durant l'" if month > 21 else "durant le ", f"{season} {year}"),
        ]
    return [
        Phrase("en ", f"{name} {year}") for name in dict.fromkeys((MONTHS["fr"][month - 1], SHORT["fr"][month - 1]))
    ]


def date_forms(value: Date, language: Language) -> list[Phrase]:
    """Every way to print a date."""
    if "/" in value.edtf:
        return interval_forms(value, language)
    if value.edtf.startswith("XXXX-W"):
        return [Phrase("on " if language == "en" else "", WEEKDAYS[language][int(value.edtf[-1]) - 1])]
    if len(value.edtf) == 10:
        return day_forms(value, language)
    said = _STRETCH.fullmatch(value.edtf)
    assert said, value.edtf
    return (_english_stretch if language == "en" else _french_stretch)(said)


def dates(value: Date, language: Language) -> st.SearchStrategy[Phrase]:
    """5 January 2021; le mardi 5 janvier 2021; 05/01/2021; summer 2020; au XIXe siècle; du 3 au 5 mai 2020."""
    return st.sampled_from(date_forms(value, language))


def clock_forms(clock: str, language: Language) -> list[str]:
    """20:30, 8:30 p.m., 8.30pm, 20 h 30, 20h30, 20 heures, noon."""
    hour, minute = int(clock[:2]), int(clock[3:5])
    if language == "fr":
        bare = f"{minute:02}" if minute else ""
        forms = [f"{hour}h{bare}", f"{hour} h {bare}".rstrip(), f"{hour}{NBSP}h{NBSP}{bare}".rstrip(NBSP)]
        forms += [f"{hour}{NARROW}h{NARROW}{bare}".rstrip(NARROW), f"{hour:02}h{minute:02}"]
        if not minute and hour > 1:
            forms += [f"{hour} heures", f"{french_words(hour)} heures"] if hour != 21 else [f"{hour} heures"]
        elif minute and hour > 1:
            forms += [f"{hour}:{minute:02}", f"{hour} heures {minute}"] if minute > 9 else [f"{hour}:{minute:02}"]
        return forms + (["midi"] if clock == "12:00" else []) + (["minuit"] if clock == "00:00" else [])
    half = "a.m." if hour < 12 else "p.m."
    marks = (f" {half}", half.replace(".", ""), " " + half.replace(".", ""), f"{NBSP}{half}")
    by_twelve = hour % 12 or 12
    times = [f"{by_twelve}:{minute:02}", f"{by_twelve}.{minute:02}"] if minute else [f"{by_twelve}", f"{by_twelve}:00"]
    forms = [time + mark for time in times for mark in marks] + [f"{hour:02}:{minute:02}", f"{hour}:{minute:02}"]
    if not minute and hour in range(1, 12):
        forms += [f"{english_words(hour)} {half}"]
    return forms + (["noon"] if clock == "12:00" else []) + (["midnight"] if clock == "00:00" else [])


@st.composite
def datetimes(draw: st.DrawFn, value: DateTime, language: Language) -> Phrase:
    """8.30 p.m. on 5 January 2021; January 5, 2021, at 8:30 p.m.; le 5 janvier 2021 à 20h30; à 20 h 30."""
    day, _, clock = value.edtf.partition("T")
    time = draw(st.sampled_from(clock_forms(clock, language)))
    if day.startswith("XXXX-XX"):
        return Phrase("at " if language == "en" else "à ", time)
    said = draw(dates(Date(edtf=day, weekday=value.weekday), language))
    if language == "fr":
        return Phrase(said.before, f"{said.words}{said.after} à {time}")
    ways = [
        Phrase("at ", f"{time} {said.before}{said.words}", said.after),
        Phrase(said.before, f"{said.words}{said.after} at {time}"),
    ]
    return draw(st.sampled_from(ways))
