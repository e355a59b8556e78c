"""Claims: what one source states, on which words."""

import re
from decimal import Decimal
from typing import Literal

from pydantic import Field

from checker.model.base import Model
from checker.model.source import BlockKind
from checker.model.value import Date, Value

Modality = Literal["asserted", "planned", "conditional", "reported"]
Polarity = Literal["affirmed", "denied"]

REFUSED = "refused:fact_type"
"""The key of a value that a fact type would take, were it not for what stands around it: one hospital's patients. It
can bear out any value, but contradict only one that is refused too.
"""
BEGAN = "began:"
"""Before the year or years (`2006/2007`) from which a length of time is counted: a key of its context."""
_SHARE = re.compile(r"\d{1,3}(?:\.\d{1,6})?")
COUNTED = "counted:"
"""Before the share of the votes that was counted when a figure held, in percent: a key of its context."""
UNNAMED = "a speaker not read"
"""The speaker of a quotation whose text does not tell who speaks; two such are not known to be one."""


class Evidence(Model):
    """A stretch of one source's canonical text (W3C Web Annotation selectors), `text[start:end] == exact`.

    `start` and `end` are code points; `prefix` and `suffix` up to 32 code points around; `sha256` is the text's.
    """

    source: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Attribution(Model):
    """Whose word it is: `speaker` as named in the text; `plural` where the text says *sources*, *officials*."""

    speaker: str
    verb: str | None = None
    plural: bool = False


class Event(Model):
    """What a claim is about beside its subject: a type, when it took place, and who or what takes part.

    Inside an article `id` numbers the events told (`order#1`); `link` gives events of several sources one id.
    """

    id: str
    type: str
    time: Date | None = None
    participants: tuple[str, ...] = ()


class Claim(Model):
    """One typed statement of one source.

    `subject` is a canonical name or, where the fact type's subject is the event, its type. `method` says how the
    claim was made: `pattern:<fact type>`, `general`, `file`. `context` are the keys of what stands around a value
    (`name:…`, `thing:…`, `doing:…`, `topic:…`, `date:…`, `word:…`), the nearest first; before those of what was
    done or not `of:` and `by:` with the keys of whom it is told of and who does it, before those of dates
    `bound:start` or `bound:end` of a day or hour at which something begins or ends, and `REFUSED`; last `held:…`, the
    key of what has so many of a thing, `began:…` and `counted:…`. `block` is where in the article it stands.
    """

    id: str
    source: str
    subject: str
    attribute: str
    value: Value
    event: Event | None = None
    as_of: Date | None = None
    scope: str | None = None
    attribution: Attribution | None = None
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    context: tuple[str, ...] = ()
    block: BlockKind = "body"
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    method: str

    @property
    def counted(self) -> Decimal | None:
        """The share of the votes, in percent, that was counted when a figure held; None where no share is told."""
        told = (key.removeprefix(COUNTED) for key in self.context if key.startswith(COUNTED))
        return next((Decimal(share) for share in told if _SHARE.fullmatch(share)), None)
