"""Values of every kind in plain English words: `45 days`, `5 January 2021`, `at least 3`, `1 500 000 EUR`."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.model.base import plain
from checker.model.value import (
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
    Number,
    Percent,
    Place,
    Quote,
    Status,
    Value,
)
from checker.reporters.calendar_words import calendar_words
from checker.reporters.visible import visible

_MODIFIERS: dict[Modifier, str] = {
    "exact": "", "about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ",
    "less_than": "less than ", "range": "",
}  # fmt: skip
_SYMBOLS = {"Cel": "°C", "[degF]": "°F", "[mi_i]": "mi", "[ft_i]": "ft", "[lb_av]": "lb", "har": "ha", "W.h": "Wh"}
_DATE_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}
_UNCHANGED = ("dead", "ed", "ing", "ese", "less", "men", "women", "people", "police")
"""Ends of lemmas that take no s: participles and adjectives that stand for people (the injured, the homeless)."""


def words(value: Value) -> str:
    """The value in words on one line, safe to print."""
    return visible(_words(value))


def _words(value: Value) -> str:
    match value:
        case Date() | DateTime():
            return calendar_words(value.edtf, value.weekday)
        case Duration():
            return _duration_words(value)
        case Names():
            return (", ".join(value.items) or "no names") + ("" if value.complete else " and others")
        case Name():
            return f"{value.text} ({value.role})" if value.role else value.text
        case Place():
            return f"{value.text} ({value.country})" if value.country else value.text
        case Quote():
            return f"“{value.text}” ({value.speaker})" if value.speaker else f"“{value.text}”"
        case Status():
            return value.state.replace("_", " ")
        case NoValue():
            return "said to be unknown" if value.reason == "unknown" else "said not to be specified"
        case Number() | Count() | Percent() | Money() | Measure():
            return _amount_words(value)


def _amount_words(value: AmountValue) -> str:
    """The figure with its modifier, and what it is of."""
    said = _bounded(value.modifier, value.amount, value.low, value.high)
    match value:
        case Percent():
            return f"{said} %"
        case Money():
            return f"{said} {value.currency or '(currency not said)'}"
        case Measure():
            return f"{said} {_SYMBOLS.get(value.unit, value.unit)}"
        case Count():
            return f"{said} {value.noun if value.amount == 1 else _plural(value.noun)}"
    return said


def _bounded(modifier: Modifier, amount: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    """`at least 3`, `3 to 5`, `3 or more`, `up to 5`."""
    if amount is not None:
        return _MODIFIERS[modifier] + grouped(amount)
    if low is not None and high is not None:
        return f"{grouped(low)} to {grouped(high)}"
    if low is not None:
        return f"{grouped(low)} or more"
    return f"up to {grouped(high)}" if high is not None else "an amount not said"


def grouped(number: Decimal) -> str:
    """The number with its thousands apart and a decimal point: `1 500 000`, `1.5`; four digits stay together."""
    whole, point, decimals = plain(number).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(digits) > 4:
        digits = f"{int(digits):,}".replace(",", " ")
    return sign + digits + point + decimals


def _plural(noun: str) -> str:
    """The noun after a figure other than one. Lemmas are English or their own; those in `_UNCHANGED` stay."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(_UNCHANGED):
        return noun
    if re.search(r"(s|x|z|ch|sh)$", noun):
        return f"{noun}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", noun) + "s"


def _duration_words(value: Duration) -> str:
    if value.iso is not None:
        return _MODIFIERS[value.modifier] + _length(value.iso)
    if value.low is not None and value.high is not None:
        return f"{_length(value.low)} to {_length(value.high)}"
    if value.low is not None:
        return f"{_length(value.low)} or more"
    return f"up to {_length(value.high)}" if value.high is not None else "a time not said"


def _length(iso: str) -> str:
    """`P1Y6M` as `1 year 6 months`."""
    dates, _, times = iso.removeprefix("P").partition("T")
    parts = [
        f"{grouped(Decimal(figure))} {units[unit]}{'' if Decimal(figure) == 1 else 's'}"
        for text, units in ((dates, _DATE_UNITS), (times, _TIME_UNITS))
        for figure, unit in re.findall(r"([0-9.]+)([YMWDHS])", text)
    ]
    return " ".join(parts) or iso
