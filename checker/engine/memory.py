"""The memory engine: the specification of what an engine does, and enough for a newsroom's folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.engine.camps import form_fact, group
from checker.link.facts import LinkedClaim
from checker.model.fact import Fact


def facts(
    claims: Iterable[LinkedClaim], root_of: Mapping[str, str], published: Mapping[str, str | None]
) -> tuple[Fact, ...]:
    """The facts of a story with their camps, in the order of their keys.

    `root_of`: source -> root id; `published`: source -> ISO day or None.
    """
    return tuple(form_fact(claims, dict(root_of), dict(published)) for claims in group(claims))
