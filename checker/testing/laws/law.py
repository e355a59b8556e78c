"""A law: what must hold whatever the story, with the reason, and how to draw what it is tried on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from hypothesis import strategies as st

from checker.testing.subject import Subject

Matter = Literal["comparing", "judging"]
Drawn = Callable[[Subject], "st.SearchStrategy[Any] | None"]


class Broken(AssertionError):
    """An example on which a law does not hold; the message says in what."""


@dataclass(frozen=True)
class Law:
    """One law. `why` is its reason, `of` what it is a law of.

    `drawn` gives the strategy of its examples for a subject, None where it does not apply to that; `holds` tries one
    example and raises `Broken`; `found` are examples that once broke it, tried first.
    """

    name: str
    of: Matter
    why: str
    drawn: Drawn
    holds: Callable[[Subject, Any], None]
    found: tuple[Any, ...] = ()


LAWS: dict[str, Law] = {}
"""The laws by name."""


def law(of: Matter, drawn: Drawn, *found: Any) -> Callable[[Callable[[Subject, Any], None]], Law]:
    """Make a law of a function: named like it, its docstring the reason."""

    def made(holds: Callable[[Subject, Any], None]) -> Law:
        name = holds.__name__.replace("_", "-")
        LAWS[name] = Law(name, of, " ".join((holds.__doc__ or "").split()), drawn, holds, found)
        return LAWS[name]

    return made


def must(holds: bool, broken: str) -> None:
    """Raise `Broken` with what is wrong where it does not hold."""
    if not holds:
        raise Broken(broken)
