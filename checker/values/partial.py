"""Stretches of the calendar longer than a day: months, decades, centuries, seasons, quarters and halves of a year."""

from __future__ import annotations

import re

from checker.values.dates import month_number, short_year, year_number
from checker.values.moment import Moment, Passage, rule

_ROMAN = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})(?:e|er|ème|è)?")
_UNITS = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_AGE_BACK = 12
_LEVEL_BACK, _LEVEL_ON = 16, 8
"""So many tokens before and after tens a word of temperature makes them degrees."""
_OF_YEAR = re.compile(r"f?A?(?:[rw]u|ur)|fAu")


def ordinal_number(passage: Passage, first: int, last: int) -> int | None:
    """The rank that `third`, `3rd`, `3e` say."""
    if passage.letter(first) == "d":
        if last > first and not (passage.glued(last) and passage.has(last, "number_mark")):
            return None
        return int(passage.norm(first)) if last > first else None
    return int(passage.look(first, "ordinal") or (2 if passage.letter(first) == "2" else 0)) or None


def _month_year(passage: Passage, match: re.Match[str]) -> Moment | None:
    month, at = month_number(passage, match.start("m")), match.start("y")
    if not month or (passage.letter(at) == "d" and not short_year(passage, at)):
        return None
    return Moment(match.start("m"), at, f"{year_number(passage.norm(at)):04}-{month:02}")


def _month(passage: Passage, match: re.Match[str]) -> Moment | None:
    """A month alone. One that is another word, a name or a short form needs a word of dates before it."""
    at = match.start("m")
    month = month_number(passage, at)
    if (
        not month
        or passage.has(at - 1, "recurrence")
        or (not passage.habit("month_first") and passage.letter(at) == "m" and passage.capital(at))
    ):
        return None
    before = passage.letter(at - 1 - (passage.letter(at - 1) == "-" and passage.letter(at - 2) == "B"))
    stretched = passage.letter(at - 1) == "-" and passage.letter(at - 2) == "M"
    introduced = before in tuple("pfB") or stretched or passage.has(at - 1, "month_before")
    if passage.letter(at) == "m" or passage.has(at, "month_short"):
        listed = (
            before in ("&", ">")
            and passage.letter(at - 2) not in tuple("MmB")
            and passage.letter(at + 1) not in ("&", ">")
        )
        if not introduced or listed or passage.has(at - 1, "month_doubt") or passage.letter(at + 1) == "C":
            return None
    elif passage.has(at, "month_or_name") and passage.habit("month_first"):
        named = passage.letter(at + 1) == "C" or passage.letter(at - 1) in tuple("CT")
        if (
            not passage.capital(at)
            or (named and before not in tuple("pfB"))
            or (not introduced and before in ("", ".", "¶", "«"))
        ):
            return None
    elif passage.habit("month_first") and not passage.capital(at):
        return None
    return Moment(at, at, f"XXXX-{month:02}")


def _decade(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`1990s`, `the '90s`, `the nineties`; not an age or degrees."""
    at = match.start()
    norm, marked = passage.norm(at), passage.letter(at - 1) == "'" and passage.glued(at)
    named = passage.letter(at) == "E"
    in_figures = match.end() - at > 1 and passage.glued(at + 1) and passage.has(at + 1, "decade_mark")
    if not named and (not in_figures or norm[-1] != "0" or norm == "0"):
        return None
    if _is_age(passage, at) or (len(norm) != 4 and not marked and _is_level(passage, at)):
        return None
    if named:
        return Moment(at, at, _tens(int(passage.look(at, "decade_name") or 9)))
    return Moment(at - marked, at + 1, f"{norm[:3]}X" if len(norm) == 4 else _tens(int(norm) // 10))


def _is_age(passage: Passage, at: int) -> bool:
    """Whether a decade is one of somebody's life: in their 20s, in his mid-30s, women in their late forties."""
    before = at - 1
    while passage.letter(before) in ("B", "-", "&", ">", "E") or _says_decade(passage, before):
        if at - before >= _AGE_BACK:
            return False
        before -= 1
    return passage.has(before, "whose_life")


def _is_level(passage: Passage, at: int) -> bool:
    """Whether tens are those of degrees or of an age: highs in the 80s, the low twenties, the mid-30s.

    The twenties, thirties and forties in figures are a decade rather with its century (the mid-1930s).
    """
    before = at - 1 - (passage.letter(at - 1) == "-")
    if passage.has(before, "level_before"):
        return True
    if passage.letter(at) == "d" and passage.letter(before) == "B" and passage.norm(at) in ("20", "30", "40"):
        return True
    begin = max(at - _LEVEL_BACK, 0)
    begin = max(passage.shape.rfind(".", begin, at), passage.shape.rfind("¶", begin, at), begin)
    return any(passage.has(index, "level_word") for index in range(begin, at + _LEVEL_ON))


def _says_decade(passage: Passage, at: int) -> bool:
    """Whether the token belongs to a decade in figures: 40s."""
    return passage.has(at, "decade_mark") or (passage.letter(at) == "d" and passage.has(at + 1, "decade_mark"))


def _tens(tens: int) -> str:
    return f"19{tens}X" if tens > 2 else f"20{tens}X" if tens in (0, 1) else "192X"


def _named_decade(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`années 1990`, `années 90`, `années soixante-dix`."""
    if not passage.has(match.start(), "decade_word"):
        return None
    at = match.start() + 1
    norm = passage.norm(at)
    if norm.isdigit():
        if norm[-1] != "0":
            return None
        return Moment(match.start(), at, f"{norm[:3]}X" if len(norm) == 4 else _tens(int(norm) // 10))
    for last in range(min(match.end() - 1, at + 4), at - 1, -1):
        name = "".join(passage.norms[at : last + 1])
        if (tens := passage.sections["decade_name"].get(name)) is not None:
            return Moment(match.start(), last, _tens(int(tens)))
    return None


def _century(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`19th century`, `XIXe siècle`, `twenty-first century`; not `20th Century Fox`."""
    last = match.start()
    if not passage.has(last, "century") or passage.letter(last + 1) == "C":
        return None
    if passage.letter(last + 1) in ("-", "~") and passage.capital(last + 2):
        return None
    end = last - 1 - (passage.letter(last - 1) == "-")
    first = end - 1 if passage.letter(end - 1) == "d" and passage.glued(end) else end
    rank = ordinal_number(passage, first, end)
    if rank and passage.letter(first - 2) == "n" and passage.letter(first - 1) == "-":
        first, rank = first - 2, rank + int((passage.look(first - 2, "number") or "0").rstrip("*"))
    elif not rank and (roman := _ROMAN.fullmatch(passage.norm(end))):
        rank = 10 * len(roman[1]) + _UNITS[roman[2]]
    return Moment(first, last, f"{rank - 1:02}XX") if rank and rank <= 22 else None


def _season_year(passage: Passage, match: re.Match[str]) -> Moment | None:
    at = match.start()
    season = passage.look(at, "season") or passage.look(at, "season_also")
    return Moment(at, match.end() - 1, f"{passage.norm(match.start('y'))}-{season}")


def _season(passage: Passage, match: re.Match[str]) -> Moment | None:
    """A season with its article alone: `in the summer`, `l'été`."""
    at = match.start()
    if passage.letter(at - 1) != "A" and not passage.has(at - 1, "with_article"):
        return None
    season = passage.look(at, "season") or passage.look(at, "season_also")
    if (passage.letter(at) == "e" and passage.code == "en" and passage.letter(at - 2) != "p") or passage.letter(
        at + 1
    ) in ("f", "L"):
        return None
    return Moment(at, at, f"XXXX-{season}")


def _quarter(passage: Passage, match: re.Match[str]) -> Moment | None:
    """`third quarter of 2020`, `troisième trimestre`, `Q3 2020`; half a year is a stretch of months."""
    first, last, at = match.start(), match.end() - 1, match.start("u")
    year = passage.norm(match.start("y")) if match["y"] else "XXXX"
    if passage.letter(first) != "X":
        rank = ordinal_number(passage, first, at - 1 - (passage.letter(at - 1) == "-")) if at > 0 else None
    else:
        norm = passage.norm(first)
        marked = len(norm) == 2 and (norm[0] == "q" or (norm[0] in "ths" and year != "XXXX")) and norm[1] in "1234"
        rank = int(norm[1]) if marked and at < 0 else None
        if rank and norm[0] in "hs":
            return _half(first, last, year, rank)
    if not rank or rank > 4:
        return None
    if year == "XXXX" and passage.letter(first - 1) == "y":
        first, year = first - 1, passage.norm(first - 1)
    if at < 0 or passage.has(at, "quarter"):
        return Moment(first, last, f"{year}-Q{rank}")
    known = year != "XXXX" or passage.letter(at) == "u" or _OF_YEAR.match(passage.shape, last + 1)
    if rank <= 2 and known and passage.has(at, "half_year"):
        return _half(first, last, year, rank)
    return None


def _half(first: int, last: int, year: str, rank: int) -> Moment | None:
    """Half a year, as a stretch of months: `first half of 2020`, `H1 2020`."""
    month = 6 * rank - 5
    return Moment(first, last, f"{year}-{month:02}/{year}-{month + 5:02}") if rank <= 2 else None


STRETCHES = (
    rule(r"(?P<m>[Mm]|n(?=\.y))\.?(?:,|f)?'?(?P<y>[yd])", _month_year),
    rule(r"u", _century),
    rule(r"u(?:[yd]|n(?:-?[nS])*)", _named_decade),
    rule(r"[ydE][LC]?", _decade),
    rule(r"[se]f?'?(?P<y>y)", _season_year),
    rule(r"[do2X](?:[LCT]?-?(?P<u>[uh]))?(?:f?(?P<y>y))?", _quarter),
    rule(r"[se](?!r)", _season),
)
"""Stretches that carry their own mark; months alone come after the relative rules (`last May`): see `MONTHS`."""

MONTHS = (rule(r"(?P<m>[Mm])\.?", _month),)
