"""Figures written in digits, by the customs of a language: `10.000`, `10 000`, `10,000`, `1,5`, `1.3e6`."""

from __future__ import annotations

import re
from decimal import Context, Decimal

LONGEST = 30
"""A figure of more digits than these is no amount."""
_EXPONENT = re.compile(r"(?:\s?[x×]\s?(10))?(?:\^|[eE])([+-]{0,2})(\d{1,2})$")
_DECIMAL = {"en": ".", "fr": ","}
_FIFTEEN = Context(prec=15)
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'’")


def figure(piece: str, code: str, scaled: bool = False) -> Decimal | None:
    """The amount of a figure, or None where it is a code (`192.168.1.1`, `1.2.3`).

    A group of exactly three digits after the other language's separator is a thousands group when the language's own
    reading has three decimals and an integer part that is not zero; not before a scale word or percent sign
    (`scaled`).
    """
    power = _EXPONENT.search(piece)
    base = _plain(piece[: power.start()] if power else piece, code, scaled)
    if base is None or power is None:
        return base
    exponent = int(power[3]) * (-1 if power[2] == "-" else 1)
    if power[1] or "^" not in power[0]:
        return base.scaleb(exponent)
    return _FIFTEEN.create_decimal(repr(float(base) ** exponent)) if base and abs(base) < 1000 else None


def _plain(piece: str, code: str, scaled: bool) -> Decimal | None:
    digits = piece.translate(_SPACES)
    if len(digits) > LONGEST:
        return None
    if digits.isdigit():
        return None if len(digits) > 1 and digits[0] == "0" and digits.strip("0") else Decimal(digits)
    point = _DECIMAL[code]
    marks = [sign for sign in digits if sign in ".,"]
    if len(set(marks)) == 2:
        if marks[-1] in marks[:-1]:
            return None
        return _grouped(digits, marks[0], marks[-1])
    mark = marks[0]
    if len(marks) > 1:
        return _grouped(digits, mark, "")
    whole, decimals = digits.split(mark)
    groups = len(decimals) == 3 and 0 < len(whole) <= 3 and whole[0] != "0"
    if groups and (mark != point or (not scaled and (whole != "0"))):
        return Decimal(whole + decimals)
    return Decimal(f"{whole or '0'}.{decimals}")


def _grouped(digits: str, mark: str, point: str) -> Decimal | None:
    """The amount of digits in groups parted by `mark`, with decimals after `point`."""
    whole, _, decimals = digits.rpartition(point) if point else (digits, "", "")
    head, *groups = whole.split(mark)
    if not 1 <= len(head) <= 3 or any(not 2 <= len(group) <= 3 for group in groups) or len(groups[-1]) != 3:
        return None
    return Decimal(head + "".join(groups) + (f".{decimals}" if decimals else ""))
