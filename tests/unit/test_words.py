"""Values in plain words, a row each; and text from outside made safe to print."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from checker.model.value import Value
from checker.reporters.visible import clipped, shortened, visible
from checker.values.words import words_of_value

VALUES: list[tuple[dict[str, Any], str]] = [
    ({"kind": "number", "amount": "8"}, "8"),
    ({"kind": "number", "amount": "-1250.5"}, "-1,250.5"),
    ({"kind": "count", "amount": "1", "noun": "app"}, "1 app"),
    ({"kind": "count", "amount": "8", "noun": "app"}, "8 apps"),
    ({"kind": "count", "amount": "3", "noun": "person", "modifier": "at_least"}, "at least 3 people"),
    ({"kind": "count", "amount": "4", "noun": "life"}, "4 lives"),
    ({"kind": "count", "amount": "2", "noun": "brother-in-law"}, "2 brothers-in-law"),
    ({"kind": "count", "amount": "5", "noun": "species"}, "5 species"),
    ({"kind": "count", "amount": "40", "noun": "injured", "modifier": "about"}, "about 40 injured"),
    ({"kind": "count", "noun": "company", "modifier": "range", "low": "20", "high": "99"}, "20 to 99 companies"),
    ({"kind": "count", "noun": "box", "modifier": "range", "low": "20"}, "at least 20 boxes"),
    ({"kind": "percent", "amount": "12.5", "modifier": "less_than"}, "less than 12.5 %"),
    ({"kind": "money", "amount": "1500000", "currency": "EUR"}, "1.5 million EUR"),
    ({"kind": "money", "amount": "2000", "modifier": "more_than"}, "more than 2,000 (currency not named)"),
    ({"kind": "money", "modifier": "range", "high": "5", "currency": "USD"}, "at most 5 USD"),
    ({"kind": "measure", "amount": "-4", "unit": "Cel"}, "-4 °C"),
    ({"kind": "measure", "amount": "300", "unit": "km", "modifier": "at_most"}, "at most 300 km"),
    ({"kind": "date", "edtf": "2021-01-05"}, "5 January 2021"),
    ({"kind": "date", "edtf": "2021-01-05", "weekday": 2}, "Tuesday 5 January 2021"),
    ({"kind": "date", "edtf": "XXXX-01-05"}, "5 January"),
    ({"kind": "date", "edtf": "XXXX-WXX-4"}, "Thursday (date not known)"),
    ({"kind": "date", "edtf": "XXXX-XX-XX"}, "a day that is not known"),
    ({"kind": "date", "edtf": "2020-09"}, "September 2020"),
    ({"kind": "date", "edtf": "199X"}, "the 1990s"),
    ({"kind": "date", "edtf": "18XX"}, "the years 1800 to 1899"),
    ({"kind": "date", "edtf": "2020-22"}, "summer 2020"),
    ({"kind": "date", "edtf": "2020-Q3"}, "quarter 3 of 2020"),
    ({"kind": "date", "edtf": "2020-W32"}, "week 32 of 2020"),
    ({"kind": "date", "edtf": "2020-W32-5"}, "Friday of week 32 of 2020"),
    ({"kind": "date", "edtf": "XXXX-WXX-WE"}, "weekend (date not known)"),
    ({"kind": "date", "edtf": "2020-W32-WE"}, "weekend of week 32 of 2020"),
    ({"kind": "date", "edtf": "2020-05-03/2020-05-05"}, "3 May 2020 to 5 May 2020"),
    ({"kind": "date", "edtf": "../2020-05"}, "until May 2020"),
    ({"kind": "date", "edtf": "2017~"}, "about 2017"),
    ({"kind": "datetime", "edtf": "2021-01-05T20:30"}, "5 January 2021, 20:30"),
    ({"kind": "datetime", "edtf": "XXXX-XX-XXT20:30Z"}, "20:30Z"),
    ({"kind": "duration", "iso": "P45D"}, "45 days"),
    ({"kind": "duration", "iso": "P1Y6M", "modifier": "at_least"}, "at least 1 year 6 months"),
    ({"kind": "duration", "iso": "PT1.5H"}, "1.5 hours"),
    ({"kind": "duration", "modifier": "range", "low": "P2D", "high": "P2W"}, "2 days to 2 weeks"),
    ({"kind": "names", "items": ["Alipay", "WPS Office"]}, "Alipay, WPS Office"),
    ({"kind": "names", "items": ["Alipay"], "complete": False}, "Alipay and others"),
    ({"kind": "name", "text": "Ann Roe", "role": "mayor"}, "Ann Roe"),
    ({"kind": "place", "text": "Lyon", "country": "FR"}, "Lyon"),
    ({"kind": "quote", "text": "We\nstay", "speaker": "Ann Roe"}, "“We stay”"),
    ({"kind": "status", "state": "called off"}, "called off"),
    ({"kind": "novalue"}, "said not to be specified"),
    ({"kind": "novalue", "reason": "unknown"}, "said to be unknown"),
]


@pytest.mark.parametrize(("value", "said"), VALUES, ids=[said for _, said in VALUES])
def test_words(value: dict[str, Any], said: str) -> None:
    parsed: Value = TypeAdapter(Value).validate_python(value)
    assert words_of_value(parsed) == said


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\r\nb\nc\u2028d", "a⏎b⏎c⏎d"),
        ("a\tb", "a b"),
        ("\x1b[31mred\x9b0m", "␛[31mred<U+009B>0m"),
        ("safe \u202etxt.exe", "safe <U+202E>txt.exe"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("lone \ud800", "lone <U+D800>"),
        ("no character \uffff\U0001fffe", "no character <U+FFFF><U+1FFFE>"),
        ("::error file=a::b ##[group] ##vso[x] ## [1]", ": :error file=a: :b # #[group] # #vso[x] ## [1]"),
        (":::", ": : :"),
        ("café 👩‍🚒 10\u202f000 €", "café 👩‍🚒 10\u202f000 €"),
    ],
)
def test_visible(raw: str, shown: str) -> None:
    assert visible(raw) == shown
    visible(raw).encode("utf-8")


def test_shortened_keeps_both_ends() -> None:
    assert shortened("a" * 30, 30) == "a" * 30
    assert shortened("a" * 110, 30) == "a" * 110  # saves too little
    assert shortened("b" * 20 + "c" * 90 + "d" * 10, 30) == "b" * 20 + " [… 90 characters …] " + "d" * 10
    words = "one two three four " + "many more " * 10 + "nine ten eleven"
    assert shortened(words, 30) == f"one two three four [… {len(words) - 24} characters …] eleven"


def test_clipped_keeps_whole_words() -> None:
    assert clipped("one two three", 13) == "one two three"
    assert clipped("one two three", 10) == "one two…"
    assert clipped("b" * 20, 10) == "b" * 9 + "…"
