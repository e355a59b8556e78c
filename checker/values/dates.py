"""Days of the calendar: `5 January 2021`, `mardi 5 janvier`, `05/01/2021`, `3 to 5 May`, `Jan. 5 and 6`."""

from __future__ import annotations

import re

from checker.values.moment import Moment, Passage, rule

_DAY = "[do2][LCT]?"
_AMOUNT_FOLLOWS = "%$cuUShkK:"


def day_number(passage: Passage, first: int, last: int) -> int | None:
    """The day of the month that one token (`5`, `first`) or two (`5th`, `1er`) say."""
    if passage.letter(first) == "d":
        if last > first and not (passage.glued(last) and passage.has(last, "number_mark")):
            return None
        number = int(passage.norm(first))
    elif last > first:
        return None
    else:
        number = int(passage.look(first, "ordinal") or (2 if passage.letter(first) == "2" else 0))
    return number if 1 <= number <= 31 else None


def month_number(passage: Passage, index: int) -> int | None:
    """The month a token names; one that is another word too needs its capital where months are written with one."""
    if passage.letter(index) == "m" and passage.habit("month_first") and not passage.capital(index):
        return None
    month = passage.look(index, "month")
    if passage.letter(index) == "n" and passage.letter(index + 1) == "." and passage.glued(index + 1):
        month = passage.look(index, "month_numeral")
    return int(month) if month else None


def weekday_number(passage: Passage, index: int) -> int | None:
    """The weekday a token names, 1 Monday … 7 Sunday; a short form needs its capital."""
    if passage.letter(index) == "Z":
        short = passage.look(index, "weekday_short") if passage.capital(index) else None
        return int(short) if short else None
    return int(passage.look(index, "weekday") or 0) or None


def weekday_before(passage: Passage, first: int) -> tuple[int | None, int]:
    """The weekday said just before token `first` (`Tuesday, the` 5th), and where the whole then begins."""
    at = first - 1
    for between in "A,P.":
        at -= passage.letter(at) == between
    weekday = weekday_number(passage, at) if passage.letter(at) in ("W", "Z") else None
    return weekday, at if weekday else first


def year_number(norm: str) -> int:
    """A year of four digits, or of two: 98 is 1998, 21 is 2021."""
    year = int(norm)
    return year if len(norm) == 4 else year + (1900 if year > 49 else 2000)


def short_year(passage: Passage, index: int) -> bool:
    """Whether a figure of two digits after a month is a year: 98, '21."""
    norm = passage.norm(index)
    if len(norm) != 2 or passage.letter(index + 1) in tuple(_AMOUNT_FOLLOWS):
        return False
    marked = passage.letter(index - 1) == "'" and passage.glued(index)
    return marked or (int(norm) > 31 and passage.letter(index + 1) not in ("L", "-", ".d"))


def day(month: int | None, number: int, year: int | None = None) -> str:
    """The EDTF of a day; what is not known is open."""
    head = f"{year:04}" if year else "XXXX"
    return f"{head}-{month:02}-{number:02}" if month else f"{head}-XX-{number:02}"


def _year_after(passage: Passage, match: re.Match[str], month_end: int) -> tuple[int | None, int]:
    """The year that follows a day and month, and the last token of the whole."""
    at = match.start("y")
    if at < 0 or (passage.letter(month_end + 1) == "." and len(passage.norm(month_end)) > _SHORTENED):
        return None, month_end  # a month in full is no shortened word: a sentence ends there
    if passage.letter(at) == "d":
        apart = passage.shape[month_end + 1 : at]
        if "," in apart or not (short_year(passage, at) or apart in ("/", "-", "f")):
            return None, month_end
    return year_number(passage.norm(at)), at


def _day_month(passage: Passage, match: re.Match[str]) -> Moment | None:
    number, month = day_number(passage, match.start("d"), match.end("d") - 1), month_number(passage, match.start("m"))
    end = max(match.end("m"), match.end("d")) - 1
    if not number and match.end("d") == end + 1:
        # what follows the figure is no ordinal mark but a word of its own: the Sept. 11 attacks
        end = match.start("d")
        number = day_number(passage, end, end)
    if not number or not month or passage.letter(match.start() - 1) in ("$", "c"):
        return None
    if passage.letter(match.end("m")) == "," and passage.letter(end + 1) in tuple("LCRO") and not match["y"]:
        # what a comma parts is a rank of its own: October, the 14th straight fall
        return None
    year, last = _year_after(passage, match, end) if end + 1 in (match.end("d"), match.end("m")) else (None, end)
    if last == end and passage.letter(end) == "d" and passage.letter(end + 1) in tuple(_AMOUNT_FOLLOWS):
        return None
    weekday, first = weekday_before(passage, match.start())
    return Moment(first, last, day(month, number, year), weekday)


def _days_of_month(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`3 to 5 May 2020`, `May 3-5, 2020`: both ends of a stretch; a list (`5 and 6 May`) is two days, read apart."""
    first = day_number(passage, match.start("d"), match.end("d") - 1)
    second = day_number(passage, match.start("e"), match.end("e") - 1)
    month = month_number(passage, match.start("m"))
    if not first or not second or not month or first >= second:
        return None
    link = match.start("to")
    dash = passage.letter(link) in "-~"
    paired = passage.letter(match.start() - 1) == "b" or passage.letter(match.start() - 2) == "b"
    if not dash and not passage.has(link, "stretch") and not (paired and passage.letter(link) == "&"):
        return None
    end = max(match.end("m"), match.end("e")) - 1
    year, last = _year_after(passage, match, end)
    return Moment(
        weekday_before(passage, match.start())[1], last, f"{day(month, first, year)}/{day(month, second, year)}"
    )


def _listed_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """The `5` and `6` of `5, 6 and 7 April 2003`."""
    first = day_number(passage, match.start("d"), match.end("d") - 1)
    month = month_number(passage, match.start("m"))
    if not first or not month or not passage.has(match.end("to") - 1, "stretch_list"):
        return None
    year = year_number(match_year) if (match_year := passage.norm(match.start("y")) if match["y"] else "") else None
    weekday, start = weekday_before(passage, match.start())
    return Moment(start, match.end("d") - 1, day(month, first, year), weekday)


def _second_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """The `6` of `Jan. 5 and 6`."""
    number = day_number(passage, match.start("d"), match.end("d") - 1)
    month = month_number(passage, match.start("m"))
    if not number or not month or not passage.has(match.start("to"), "stretch_list"):
        return None
    year = int(passage.norm(match.start("y"))) if match["y"] else None
    return Moment(match.start("d"), match.end() - 1, day(month, number, year))


def _numeric(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`05/01/2021`, `2021-01-05`, `5.1.2021`: the order of day and month by the custom of the language."""
    return _numeric_parts(passage, match, [passage.norm(match.start(part)) for part in "abc"])


def _numeric_parts(passage: Passage, match: re.Match[str], parts: list[str]) -> Moment | None:
    ahead = len(parts[0]) == 4
    if ahead:
        year, month, number = (int(part) for part in parts)
    else:
        number, month = int(parts[0]), int(parts[1])
        year = year_number(parts[2].zfill(2))
        if (passage.habit("month_first") and number <= 12 and "." not in match[0]) or month > 12:
            number, month = month, number
    if not (1 <= month <= 12 and 1 <= number <= 31 and 1000 <= year < 2200):
        return None
    weekday, first = weekday_before(passage, match.start())
    return Moment(first, match.end() - 1, day(month, number, year), weekday)


def _year_first(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`2020/23/Sep`."""
    number, month = int(passage.norm(match.start("d"))), month_number(passage, match.start("m"))
    if not month or not 1 <= number <= 31:
        return None
    return Moment(match.start(), match.end() - 1, day(month, number, int(passage.norm(match.start("y")))))


def _figure_date(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`15.09.2020` and `20200915`, which the lexer gives as one figure."""
    norm = passage.norm(match.start("f"))
    parts = norm.split(".")
    if (
        len(parts) == 3
        and [len(part) for part in parts[:2]] <= [2, 2]
        and len(parts[2]) in (2, 4)
        and norm.replace(".", "").isdigit()
    ):
        number, month, year = int(parts[0]), int(parts[1]), year_number(parts[2])
        if month > 12:
            number, month = month, number
    elif len(norm) == 8 and norm.isdigit() and norm[:2] in ("19", "20"):
        year, month, number = int(norm[:4]), int(norm[4:6]), int(norm[6:])
    else:
        return None
    if not (1 <= month <= 12 and 1 <= number <= 31 and 1900 <= year < 2200):
        return None
    weekday, first = weekday_before(passage, match.start())
    return Moment(first, match.end() - 1, day(month, number, year), weekday)


def _slashed(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`11/20`, `le 14/09`: only where a word of dates stands before, or a day in words beside it."""
    number, month = int(passage.norm(match.start("a"))), int(passage.norm(match.start("b")))
    before = match.start() - 1
    listed = passage.shape[before - 3 : before] == "d/d" or passage.shape[before - 4 : before - 1] == "d/d"
    listed = listed or bool(_BESIDE.match(passage.shape, match.end()))
    before -= passage.letter(before) in ("?", ":")
    weekday, first = weekday_before(passage, match.start())
    if passage.tokens.exact(match.start(), match.end() - 1) in passage.sections["no_day"]:
        return None
    if not (
        weekday or listed or passage.has(before, "year_sure") or passage.norm(before) in passage.sections["day_before"]
    ):
        return None
    if (passage.habit("month_first") and number <= 12) or month > 12:
        number, month = month, number
    if not (1 <= month <= 12 and 1 <= number <= 31):
        return None
    return Moment(first, match.end() - 1, day(month, number), weekday)


def _spaced(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`on 2016 10 16`: only where a word of dates stands before."""
    paired = len(passage.norm(match.start("b"))) == 2 == len(passage.norm(match.start("c")))
    return _numeric(passage, match) if paired and passage.has(match.start() - 1, "day_before") else None


def _glued_day(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`Dec31, 1994`: a month that lost the space before its day."""
    parts = _GLUED.fullmatch(passage.norm(match.start()))
    month = passage.sections["month"].get(parts[1]) if parts and passage.capital(match.start()) else None
    if not parts or not month or not 1 <= int(parts[2]) <= 31:
        return None
    year = year_number(passage.norm(match.start("y"))) if match["y"] else None
    weekday, first = weekday_before(passage, match.start())
    return Moment(first, match.end() - 1, day(int(month), int(parts[2]), year), weekday)


_GLUED = re.compile(r"\A([^\W\d_]{3,})(\d{1,2})")
_BESIDE = re.compile(r"(?:,|,?&)A?[do2][LCT]?f?[Mm]|(?:,|,?&)[Mm]\.?d")
_SHORTENED = 4
"""Months are shortened to so many letters: sept., janv."""
_YEAR = r"(?:(?:[,\-/f]|p(?=y))?'?(?P<y>[yd]))?"
_TO = r"(?P<to>[>p~\-&]|fA?)A?"
_MONTH = r"(?P<m>[Mm]|n(?=\.))"
"""A month after a day; with a point it can be a number word as well: 7 sept. 2020."""

DAYS = (
    rule(rf"(?P<d>{_DAY}){_TO}(?:W,?)?(?P<e>{_DAY})f?{_MONTH}\.?{_YEAR}", _days_of_month),
    rule(rf"(?P<d>{_DAY})(?=(?:,A?W?{_DAY}){{0,6}}(?P<to>,?&)A?W?{_DAY}f?{_MONTH}\.?(?:,?(?P<y>y))?)", _listed_day),
    rule(r"(?P<y>y)(?P<s>[-/])(?P<d>d)(?P=s)(?P<m>[Mm])", _year_first),
    rule(rf"(?P<d>{_DAY})(?:[-/]|f)?{_MONTH}\.?{_YEAR}", _day_month),
    rule(r"(?P<a>y)(?P<s>[-/])(?P<b>d)(?P=s)(?P<c>d)(?![-/]?d)", _numeric),
    rule(r"(?P<a>d)(?P<s>[-/])(?P<b>d)(?P=s)(?P<c>[dy])(?![-/]?d)", _numeric),
    rule(r"(?P<a>y)(?P<b>d)(?P<c>d)(?=[,.;:)¶pf&wV]|$)", _spaced),
    rule(r"(?P<f>D)", _figure_date),
    rule(r"(?P<a>d)/(?P<b>d)(?![/%$cuU:])", _slashed),
)
"""Days with a month, in any order of day and month."""

MONTH_FIRST_DAYS = (
    rule(r"(?P<m>[Mm])\.?d[LCT]?(?P<to>&)(?P<d>d[LCT]?)(?:,?(?P<y>y))?(?![%$cuUSh:L])", _second_day),
    rule(rf"(?P<m>[Mm])\.?(?P<d>d[LCT]?){_TO}(?P<e>d[LCT]?)(?:,?(?P<y>y))?(?![%$cuUSh:])", _days_of_month),
    rule(r"(?P<m>[Mm])\.?,?A?(?P<d>d[LCT]?)(?:(?:,|f)?(?P<y>y))?", _day_month),
    rule(r"X(?:,?(?P<y>y))?(?!-[dX])", _glued_day),
)
"""Days after their month, for languages that write them so."""
