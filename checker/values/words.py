"""Values in plain English words, for messages and reports: `45 days`, `Tuesday 5 January 2021`, `2 billion apps`."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.language.nouns import plural
from checker.model.value import (
    ELSEWHERE,
    LOCAL,
    AmountValue,
    Count,
    Date,
    DateTime,
    Duration,
    Measure,
    Modifier,
    Money,
    Name,
    Names,
    NoValue,
    Percent,
    Place,
    Quote,
    Status,
    Value,
)

_MODIFIERS: dict[Modifier, str] = {
    "exact": "",
    "range": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SYMBOLS = {
    "Cel": "°C", "[degF]": "°F", "har": "ha", "W.h": "Wh", "[mi_i]": "mi", "[mi_i]/h": "mph", "[kn_i]": "knots",
    "[nmi_i]": "nautical miles", "[ly]": "light years", "[yd_i]": "yd", "[ft_i]": "ft", "[in_i]": "in",
    "[lb_av]": "lb", "[oz_av]": "oz", "[ston_av]": "short tons", "[gal_us]": "gallons", "[pt_us]": "pints",
    "[qt_us]": "quarts", "[bu_us]": "bushels", "[bbl_us]": "barrels", "[bbl_us]/d": "barrels a day",
    "[acr_us]": "acres", "[smi_us]": "sq mi", "[sft_i]": "sq ft", "[syd_i]": "sq yd", "[sin_i]": "sq in",
    "[cft_i]": "cu ft", "[ppm]": "ppm", "[ppb]": "ppb", "[psi]": "psi", "[bps]": "basis points", "[car_m]": "carats",
}  # fmt: skip
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_LONGEST = 24  # digits before the point beyond which a figure is written out: nobody says *million* of it
_UNITS = (("Y", "year"), ("M", "month"), ("W", "week"), ("D", "day"))
_CLOCK_UNITS = (("H", "hour"), ("M", "minute"), ("S", "second"))


def number_words(number: Decimal) -> str:
    """A figure as a reader expects it: `45`, `10,000`, `2 billion`, `1.5 million`, `0.25`."""
    for scale, word in _SCALES:
        if number.adjusted() < _LONGEST and abs(number) >= scale and (number * 1000 / scale) % 1 == 0:
            return f"{_grouped(number / scale)} {word}"
    return _grouped(number)


def _grouped(number: Decimal) -> str:
    text = format(number, ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _figure(value: AmountValue) -> str:
    if value.amount is not None:
        return _MODIFIERS[value.modifier] + number_words(value.amount)
    if value.low is not None and value.high is not None:
        return f"{number_words(value.low)} to {number_words(value.high)}"
    if value.low is not None:
        return f"at least {number_words(value.low)}"
    return f"at most {number_words(value.high)}" if value.high is not None else "an amount"


def _amount_words(value: AmountValue) -> str:
    if isinstance(value, Count):
        noun = value.noun if value.amount == 1 else plural(value.noun)
        return f"{_figure(value)} {noun}"
    if isinstance(value, Percent):
        return f"{_figure(value)} %"
    if isinstance(value, Money):
        return f"{_figure(value)} {value.currency or '(currency not named)'}"
    if isinstance(value, Measure):
        return f"{_figure(value)} {_SYMBOLS.get(value.unit, value.unit)}"
    return _figure(value)


def _day_words(edtf: str, weekday: int | None = None) -> str:
    said = f"{DAYS[weekday - 1]} " if weekday else ""
    if edtf[-1] in "?~%":
        return f"{'perhaps' if edtf[-1] == '?' else 'about'} {_day_words(edtf[:-1], weekday)}"
    if match := re.fullmatch(r"(.+-W..)-([1-7]|WE)", edtf):
        day = "weekend" if match[2] == "WE" else DAYS[int(match[2]) - 1]
        return f"{day} (date not known)" if match[1] == "XXXX-WXX" else f"{day} of {_day_words(match[1])}"
    if edtf.startswith("XXXX-W"):
        return "a week that is not known"
    if edtf.startswith("XXXX-XX-XX"):
        return said + "a day that is not known"
    if match := re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", edtf):
        year = "" if match[1] == "XXXX" else f" {match[1]}"
        return f"{said}{int(match[3])} {_month(match[2])}{year}"
    if match := re.fullmatch(r"(\d{4}|XXXX)-(\d\d)", edtf):
        year = "" if match[1] == "XXXX" else f" {match[1]}"
        return f"{_SEASONS.get(match[2]) or _month(match[2])}{year}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", edtf):
        return f"week {int(match[2])} of {match[1]}"
    if match := re.fullmatch(r"(\d{4}|XXXX)-Q([1-4])", edtf):
        return f"quarter {match[2]}" + ("" if match[1] == "XXXX" else f" of {match[1]}")
    if match := re.fullmatch(r"(\d{3})X", edtf):
        return f"the {match[1]}0s"
    if match := re.fullmatch(r"(\d\d)XX", edtf):
        return f"the years {match[1]}00 to {match[1]}99"
    return said + edtf


def _month(number: str) -> str:
    return _MONTHS[int(number) - 1] if 1 <= int(number) <= 12 else f"month {number}"


def _date_words(value: Date | DateTime) -> str:
    if "/" in value.edtf:
        first, _, last = value.edtf.partition("/")
        if ".." in (first, last):
            return f"until {_day_words(last)}" if first == ".." else f"from {_day_words(first)}"
        return f"{_day_words(first)} to {_day_words(last)}"
    day, _, clock = value.edtf.partition("T")
    if clock and isinstance(value, DateTime) and value.zone not in (None, LOCAL, ELSEWHERE):
        clock = f"{clock} {value.zone}"
    if clock and day == "XXXX-XX-XX":
        return clock
    return _day_words(day, value.weekday) + (f", {clock}" if clock else "")


def iso_words(iso: str) -> str:
    """An ISO duration in words: `P45D` is `45 days`, `P1Y6M` is `1 year 6 months`."""
    days, _, clock = iso.removeprefix("P").partition("T")
    said = []
    for part, units in ((days, _UNITS), (clock, _CLOCK_UNITS)):
        for figure, letter in re.findall(r"([\d.]+)([A-Z])", part):
            word = dict(units).get(letter, letter)
            said.append(f"{figure} {word}{'' if figure == '1' else 's'}")
    return " ".join(said) or iso


def _duration_words(value: Duration) -> str:
    if value.iso is not None:
        return _MODIFIERS[value.modifier] + iso_words(value.iso)
    ends = [iso_words(end) for end in (value.low, value.high) if end is not None]
    return " to ".join(ends) or "a length of time"


def words_of_value(value: Value) -> str:
    """The value in plain words. Quotations are given whole, between double quotation marks."""
    if isinstance(value, AmountValue):
        return _amount_words(value)
    if isinstance(value, Date | DateTime):
        return _date_words(value)
    if isinstance(value, Duration):
        return _duration_words(value)
    if isinstance(value, Names):
        return ", ".join(value.items) + ("" if value.complete else " and others")
    if isinstance(value, Name | Place):
        return value.text
    if isinstance(value, Quote):
        return f"“{' '.join(value.text.split())}”"
    if isinstance(value, Status):
        return value.state
    assert isinstance(value, NoValue)
    return "said to be unknown" if value.reason == "unknown" else "said not to be specified"
