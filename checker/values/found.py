"""What a grammar hands back: a value over a run of tokens."""

from __future__ import annotations

from typing import NamedTuple

from checker.model.value import Value


class Found(NamedTuple):
    """`value` was read from token `first` to token `last`, inclusive."""

    first: int
    last: int
    value: Value
