"""Where a claim that no fact type made belongs."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.nouns import plural
from checker.model.value import Value

_COUNTED, _WHETHER = "number of ", "whether "
_IN_WORDS = {
    "measure of Cel": "temperature",
    "measure of length": "length or distance",
    "amount in money": "amount of money",
}


class LinedUp(NamedTuple):
    """What the fact states and of what, why, and the claim of a fact type whose fact it is, where it met one.

    `value` is what the claim says where linking knows more of it than its words tell: the zone of a clock time.
    """

    attribute: str
    label: str
    why: tuple[str, ...]
    typed: str | None = None
    value: Value | None = None

    @property
    def in_words(self) -> str:
        """The fact as a reader is told of it: *number of votes (approve, bill)*, *to suspend (licence)*."""
        attribute = _IN_WORDS.get(self.attribute, self.attribute.replace("measure of ", ""))
        if attribute.startswith(_COUNTED):
            attribute = _COUNTED + plural(attribute.removeprefix(_COUNTED))
        elif attribute.startswith(_WHETHER):
            attribute = f"to {attribute.removeprefix(_WHETHER)}"
        return f"{attribute} ({self.label})"
