"""Where a claim that no fact type made belongs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LinedUp:
    """What the fact states and of what, why, and the claim of a fact type whose fact it is, where it met one."""

    attribute: str
    label: str
    why: tuple[str, ...]
    typed: str | None = None
