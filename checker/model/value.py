"""Typed values as they are read, and mentions: a value at a span of a text. Forms and units: docs/values.md."""

from typing import Annotated, Literal

from pydantic import Field

from checker.model.base import Amount, Model

Modifier = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range"]


class _Amount(Model):
    """A figure. `amount` is None where only bounds are said; `low` and `high` (inclusive) belong to a range."""

    amount: Amount | None = None
    modifier: Modifier = "exact"
    low: Amount | None = None
    high: Amount | None = None


class Number(_Amount):
    """A figure that counts no noun and has no unit."""

    kind: Literal["number"] = "number"


class Count(_Amount):
    """A figure of countable things. `noun` is the lexicon lemma (English), or the word's own lemma."""

    kind: Literal["count"] = "count"
    noun: str
    qualifiers: tuple[str, ...] = ()


class Percent(_Amount):
    """A percentage; 12.5 % has the amount 12.5."""

    kind: Literal["percent"] = "percent"


class Money(_Amount):
    """An amount of money in units of `currency` (ISO 4217; None where the words do not say)."""

    kind: Literal["money"] = "money"
    currency: str | None = None


class Measure(_Amount):
    """A physical quantity; `unit` is a UCUM code."""

    kind: Literal["measure"] = "measure"
    unit: str


class _Calendar(Model):
    """A calendar value as EDTF with its bounds (ISO dates, inclusive; None where open).

    `weekday` is 1 (Monday) to 7 where the words say one; `anchor` says what pinned a value that the words
    leave open: `published`, `context`, or `source:<id>`.
    """

    edtf: str
    earliest: str | None = None
    latest: str | None = None
    weekday: int | None = Field(default=None, ge=1, le=7)
    anchor: str | None = None


class Date(_Calendar):
    """A day, or a longer stretch of the calendar."""

    kind: Literal["date"] = "date"


LOCAL, ELSEWHERE = "local", "elsewhere"
"""Time zones that are not named: that of the place told of, and another."""


class DateTime(_Calendar):
    """A clock time, on a known day or not, as written.

    `zone` is the time zone told with it: `local`, `UTC`, `elsewhere` (another than the local one), or as it is named.
    """

    kind: Literal["datetime"] = "datetime"
    zone: str | None = Field(default=None, min_length=1)


class Duration(Model):
    """A length of time: `iso` as said (P45D, P2W, PT1.5H); a range has `low` and `high` and no `iso`."""

    kind: Literal["duration"] = "duration"
    iso: str | None = None
    modifier: Modifier = "exact"
    low: str | None = None
    high: str | None = None


class Names(Model):
    """A list of names in the order said; `complete` is False after *including* and its like."""

    kind: Literal["names"] = "names"
    items: tuple[str, ...]
    complete: bool = True


class Name(Model):
    """A proper name, or a role that stands for one (`type` role). `role`: title or apposition beside it."""

    kind: Literal["name"] = "name"
    text: str
    type: Literal["person", "organisation", "product", "role", "other"] = "other"
    role: str | None = None


class Place(Model):
    """A place name; `country` is ISO 3166-1 alpha-2 where it is known."""

    kind: Literal["place"] = "place"
    text: str
    country: str | None = None


class Quote(Model):
    """The words between quotation marks, and who says them where the text tells."""

    kind: Literal["quote"] = "quote"
    text: str
    speaker: str | None = None


class Status(Model):
    """A state out of those that a fact type lists."""

    kind: Literal["status"] = "status"
    state: str


class NoValue(Model):
    """The source says that the value is not known or not specified: not the same as silence."""

    kind: Literal["novalue"] = "novalue"
    reason: Literal["unknown", "unspecified"] = "unspecified"


AmountValue = Number | Count | Percent | Money | Measure
TimeValue = Date | DateTime
Value = Annotated[
    Number
    | Count
    | Percent
    | Money
    | Measure
    | Date
    | DateTime
    | Duration
    | Names
    | Name
    | Place
    | Quote
    | Status
    | NoValue,
    Field(discriminator="kind"),
]
Kind = Literal[
    "number", "count", "percent", "money", "measure", "date", "datetime", "duration",
    "names", "name", "place", "quote", "status", "novalue",
]  # fmt: skip


class Mention(Model):
    """A value read at `text[start:end]`, in code points of the canonical text."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    value: Value
