"""What a format may need that the report does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from checker.model.finding import Verdict
from checker.model.rule import Rule


class Given(NamedTuple):
    """Every part may be left out: a format then says less, never something else.

    `texts`: canonical texts by source id, for columns in other units than code points. `paths`: files by source id, as
    the program that reads the format knows them (from the root of the repository); else the report's own, else the
    source's id. `rules`: the rules by id. `failing`: the verdicts that fail the run where they are more than a note.
    `show_suppressed`: whether a format for people lists what is suppressed, which it counts in any case.
    """

    texts: Mapping[str, str] = MappingProxyType({})
    paths: Mapping[str, str] = MappingProxyType({})
    rules: Mapping[str, Rule] = MappingProxyType({})
    failing: frozenset[Verdict] = frozenset({"conflict"})
    show_suppressed: bool = False


NOTHING = Given()
