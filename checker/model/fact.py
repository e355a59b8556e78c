"""Facts: all claims with one key, and their camps: the sources that give one canonical value."""

from pydantic import Field

from checker.model.base import Model
from checker.model.claim import Evidence
from checker.model.value import Value


class FactKey(Model):
    """What claims must share to be compared. `event` is a linked event's id, `scope` a place or a part of the whole."""

    subject: str
    attribute: str
    event: str | None = None
    scope: str | None = None

    def __str__(self) -> str:
        return " | ".join((self.subject, self.attribute, self.event or "-", self.scope or "-"))


class Camp(Model):
    """The sources that give one canonical value, with the words they give it in.

    `newest` is the latest as-of or publication day known in the camp (ISO), `speakers` those it is attributed to.
    """

    value: Value
    sources: tuple[str, ...] = Field(min_length=1)
    claims: tuple[str, ...] = Field(min_length=1)
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    speakers: tuple[str, ...] = ()
    newest: str | None = None


class Fact(Model):
    """A fact key with its camps, in order of size and first source.

    `label` names subject and event for a reader; `roots` counts independent origins; `moves` says that the value
    changes with time; `link` says why the claims met.
    """

    key: FactKey
    fact_type: str
    label: str
    moves: bool = False
    roots: int = Field(ge=1)
    camps: tuple[Camp, ...] = Field(min_length=1)
    link: tuple[str, ...] = ()


class Root(Model):
    """One independent origin: sources that are copies, translations or rewrites of one text, and the reasons."""

    id: str
    members: tuple[str, ...] = Field(min_length=1)
    reasons: tuple[str, ...] = ()
