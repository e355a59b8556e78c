"""What somebody states about an article beside its words: in front matter, in sources.toml, or as an option.

All three know the same keys with the same forms: `publisher`, `credit`, `url` (text), `role`, `language` (one of a few
words), `published`, `modified` (ISO date `2020-08-03` or datetime `2020-08-03T10:30+02:00`).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, NamedTuple, cast, get_args

from checker.model.source import Language, Role

ROLES: tuple[str, ...] = get_args(Role)
LANGUAGES: tuple[str, ...] = get_args(Language)
DAYS = ("published", "modified")
KEYS = ("publisher", "credit", "url", "role", "language", *DAYS)
_ZONE = re.compile(r"(?<!\s)\s+(?=(?:Z|[+-]\d\d:?\d\d)$)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]|$)")


class BadValue(Exception):
    """A value that its key does not take: `what` is wrong, and the `remedy`."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what, self.remedy = what, remedy
        super().__init__(f"{what}; {remedy}")


class Stated(NamedTuple):
    """What is stated; None where nothing is."""

    publisher: str | None = None
    credit: str | None = None
    url: str | None = None
    role: Role | None = None
    language: Language | None = None
    published: str | None = None
    modified: str | None = None

    def over(self, other: Stated) -> Stated:
        """These statements, and those of `other` where these are silent."""
        return Stated(**{name: getattr(self, name) or getattr(other, name) for name in self._fields})


def stated(values: dict[str, str | None]) -> Stated:
    """The statements of checked values (see `checked`)."""
    return Stated(**cast(dict[str, Any], {key: value for key, value in values.items() if value}))


def checked(key: str, raw: object) -> str | None:
    """The value of `key` in its one form, None for an empty text. Raises BadValue."""
    if key in DAYS:
        return _moment(key, raw)
    if not isinstance(raw, str):
        raise BadValue(f"{key} is {_type_name(raw)}, not text", f'write it in quotes: {key} = "..."')
    text = raw.strip()
    if key == "role":
        return _one_of(key, text, ROLES)
    if key == "language":
        return _one_of(key, re.split("[-_]", text.lower())[0], LANGUAGES)
    return text or None


def _one_of(key: str, text: str, known: tuple[str, ...]) -> str | None:
    if text and text not in known:
        raise BadValue(f"{key} {text!r} is not known", f"use one of {', '.join(known)}")
    return text or None


def _moment(key: str, raw: object) -> str | None:
    if isinstance(raw, date):
        return raw.isoformat()
    if not isinstance(raw, str):
        raise BadValue(f"{key} is {_type_name(raw)}, not a date", f'write an ISO date: {key} = "2020-08-03"')
    text = _ZONE.sub("", raw.strip())
    if not text:
        return None
    try:
        if not _DAY.match(text):
            raise ValueError
        return date.fromisoformat(text).isoformat() if len(text) == 10 else datetime.fromisoformat(text).isoformat()
    except ValueError:
        raise BadValue(
            f"{key} {raw!r} is not a date", "write an ISO date such as 2020-08-03 or 2020-08-03T10:30"
        ) from None


def _type_name(raw: object) -> str:
    names = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(raw), f"a {type(raw).__name__}")
