"""Who publishes, and one version of one text of theirs."""

from typing import Literal

from pydantic import Field

from checker.model.base import Model
from checker.model.value import Date

Role = Literal["primary", "agency", "republisher", "anonymous"]
BlockKind = Literal["headline", "dateline", "lede", "body", "caption", "credit", "boilerplate"]
Language = Literal["en", "fr"]


class Source(Model):
    """Who publishes. `id` is the file's stem unless sources.toml names it; `credit` is the agency credited."""

    id: str = Field(min_length=1)
    publisher: str | None = None
    credit: str | None = None
    url: str | None = None
    role: Role = "anonymous"


class Block(Model):
    """A stretch `text[start:end]` of an article, and what part of it it is."""

    kind: BlockKind
    start: int = Field(ge=0)
    end: int = Field(gt=0)


class DateHint(Model):
    """A date that the text itself gives for its publication, with how far it can be relied on.

    `basis`: a dated line, a dated credit or dateline, a copyright year. A hint narrows, it never pins a day by itself.
    """

    value: Date
    basis: Literal["date_line", "credit_line", "copyright"]
    certainty: Literal["likely", "weak"]
    start: int = Field(ge=0)
    end: int = Field(gt=0)


class Article(Model):
    """One version of one text.

    `text` is the file's text as decoded, untouched, so that offsets are those of the file. `blocks` cover it in order
    without overlap; what lies outside all blocks (front matter, blank lines) is not read. `skipped` are spans inside
    blocks that are markup and carry no words of the article. `published` and `modified` are ISO dates or datetimes that
    somebody stated; what the text lets one guess is in `hints`.
    """

    source: Source
    path: str | None = None
    text: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    language: Language
    published: str | None = None
    modified: str | None = None
    hints: tuple[DateHint, ...] = ()
    blocks: tuple[Block, ...] = ()
    skipped: tuple[tuple[int, int], ...] = ()
