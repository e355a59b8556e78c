"""Front matter: lines of `key: value` between `---` lines, or TOML between `+++` lines, at the head of a file.

Read are the keys of `stated.KEYS` and their common other names, and the title, which is the article's headline; keys of
other programs (layout, tags ...) are passed over. The YAML form is its simplest one: a key, a colon and one value a
line, quoted or not. A date is an ISO date, or one as pages print it: `July 5, 2022 7:52 PM EDT`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from checker.errors import InputError, Problem
from checker.ingest.dates import dates
from checker.ingest.page import Span
from checker.ingest.stated import DAYS, KEYS, BadValue, Stated, checked, stated

OTHER_NAMES = {
    "source": "publisher",
    "date": "published",
    "updated": "modified",
    "lastmod": "modified",
    "lang": "language",
}
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_PAIR = {
    "---": re.compile(r"([A-Za-z][\w -]{0,80}?)\s*:(?:\s+(.*))?$"),
    "+++": re.compile(r"^([A-Za-z][\w-]*)\s*=\s*(.*)$"),
}
_TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_TITLE = re.compile(r"^(?:title|headline)[ \t]*[:=]([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_MOST_LINES = 200
_LONGEST_DATE = 80

Entry = tuple[int, str, object]
"""Line number in the file from 1, key, raw value."""


def title_within(text: str, start: int) -> Span | None:
    """Where the words of the title stand in the front matter before `start`; None where it has none."""
    found = _TITLE.search(text, 0, start)
    if found is None:
        return None
    first, last = found.span(1)
    first, last = last - len(found[1].lstrip()), first + len(found[1].rstrip())
    if last - first > 1 and text[first] in "\"'" and text[last - 1] == text[first]:
        first, last = first + 1, last - 1
    return (first, last) if any(sign.isalnum() for sign in text[first:last]) else None


def front_matter(text: str, where: str) -> tuple[int, Stated]:
    """Where the article begins behind its front matter (0 without one), and what that states. Raises InputError."""
    opening = _FENCE.match(text)
    if opening is None:
        return 0, Stated()
    fence = opening[1]
    lines, start = _lines_within(text, opening.end(), fence)
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    if first and not _PAIR[fence].match(first):
        return 0, Stated()
    if start is None:
        if not first:
            return 0, Stated()
        raise InputError(Problem(f"{where}:1", "the front matter is not closed", f"close it with a line {fence}"))
    entries = _yaml(lines) if fence == "---" else _toml(lines, where)
    return start, _stated(entries, where)


def _lines_within(text: str, at: int, fence: str) -> tuple[list[str], int | None]:
    """The lines up to the closing fence, and where the text goes on behind it; None where no fence closes."""
    closing = (fence, "...") if fence == "---" else (fence,)
    lines: list[str] = []
    while at < len(text) and len(lines) < _MOST_LINES:
        line = _LINE.match(text, at)
        assert line is not None
        if line[1].rstrip() in closing:
            return lines, line.end()
        lines.append(line[1])
        at = line.end()
    return lines, None


def _yaml(lines: list[str]) -> Iterator[Entry]:
    for number, line in enumerate(lines, start=2):
        if pair := _PAIR["---"].match(line):
            yield number, pair[1].strip().lower(), _scalar(pair[2] or "")


def _scalar(raw: str) -> str:
    text = raw.strip()
    if text[:1] in ("'", '"') and (end := text.find(text[0], 1)) > 0:
        return text[1:end]
    text = re.split(r"\s#|^#", text, maxsplit=1)[0].strip()
    return "" if text in ("~", "null") else text


def _toml(lines: list[str], where: str) -> Iterator[Entry]:
    try:
        table = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        number = min(int(place[1]), len(lines)) + 1 if place else 2
        what = _TOML_PLACE.sub("", str(error)).strip()
        raise InputError(
            Problem(f"{where}:{number}", f"the front matter is not TOML: {what}", "mend this line")
        ) from None
    numbers = {
        pair[1]: number for number, line in enumerate(lines, start=2) if (pair := _PAIR["+++"].match(line.strip()))
    }
    for key, raw in table.items():
        yield numbers.get(key, 2), key.lower(), raw


def _printed_day(key: str, raw: object) -> str | None:
    """The ISO day of a date that is written out, as over an article; None where it is none or not sure."""
    if key not in DAYS or not isinstance(raw, str) or len(raw) > _LONGEST_DATE:
        return None
    days = {dated.day for dated in dates(raw)}
    return days.pop() if len(days) == 1 else None


def _stated(entries: Iterator[Entry], where: str) -> Stated:
    values: dict[str, str | None] = {}
    problems = []
    for number, name, raw in entries:
        key = OTHER_NAMES.get(name, name)
        if key not in KEYS or (key != name and values.get(key)):
            continue
        try:
            values[key] = checked(key, raw)
        except BadValue as bad:
            if (day := _printed_day(key, raw)) is not None:
                values[key] = day
                continue
            problems.append(Problem(f"{where}:{number}", bad.what, bad.remedy))
    if problems:
        raise InputError(*problems)
    return stated(values)
