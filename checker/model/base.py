"""The base of all types: frozen, closed to unknown keys, amounts as Decimal.

Annotations of this package are no strings (`from __future__ import annotations`): each would be compiled at each start.
"""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer


class Model(BaseModel):
    """A frozen record; an unknown key is an error. What reads it is built at once, so that records that hold it take
    that for theirs and build none anew.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class SeldomMade(Model):
    """A record of which most runs make none: what reads it is built when the first is made."""

    model_config = ConfigDict(defer_build=True)


def plain(number: Decimal) -> str:
    """The decimal without exponent and without trailing zeros: `8`, `1.5`, `2000000000`."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if text not in ("-0", "") else "0"


def _no_float(number: object) -> object:
    if isinstance(number, float):
        raise ValueError("write the amount as a string: a float cannot hold every decimal")
    return number


Amount = Annotated[
    Decimal,
    BeforeValidator(_no_float),
    PlainSerializer(plain, return_type=str, when_used="json"),
]
"""A Decimal in Python, a plain decimal string in JSON."""
