"""The ordered levels of comparing two values, and the outcome of one comparison."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, NamedTuple


class Level(IntEnum):
    """How near two values are; the first that holds is taken.

    `missing`: there is nothing to compare (no value on a side, or values that do not bear on one another: other
    currencies, roles that may be held together). `compatible` is not transitive: *about 100* is compatible with 98
    and with 103.
    """

    missing = 0
    identical = 1
    equivalent = 2
    compatible = 3
    different = 4


Reason = Literal["exact", "equivalent", "precision", "rounding", "partial_list", "missing", "different"]


class Comparison(NamedTuple):
    """The level, its reason (the cause of an agreement), and in `size` how far apart the values are, in words."""

    level: Level
    reason: Reason
    size: str = ""


IDENTICAL = Comparison(Level.identical, "exact")
EQUIVALENT = Comparison(Level.equivalent, "equivalent")
PRECISION = Comparison(Level.compatible, "precision")
ROUNDING = Comparison(Level.compatible, "rounding")
PARTIAL = Comparison(Level.compatible, "partial_list")


def missing(why: str) -> Comparison:
    """Nothing to compare, and why."""
    return Comparison(Level.missing, "missing", why)


def different(size: str) -> Comparison:
    """Two values that cannot both be right; `size` says by how much or in what."""
    return Comparison(Level.different, "different", size)
