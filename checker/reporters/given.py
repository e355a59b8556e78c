"""What a format may need that the report does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.model.finding import Verdict
from checker.model.rule import Rule


@dataclass(frozen=True)
class Given:
    """Every part may be left out: a format then says less, never something else.

    `texts`: canonical texts by source id, for columns in other units than code points. `paths`: files by source id, as
    the program that reads the format knows them (from the root of the repository); else the report's own, else the
    source's id. `rules`: the rules by id. `failing`: the verdicts that fail the run where they are more than a note.
    `show_suppressed`: whether a format for people lists what is suppressed, which it counts in any case.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    failing: frozenset[Verdict] = frozenset({"conflict"})
    show_suppressed: bool = False


NOTHING = Given()
