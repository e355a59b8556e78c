"""Evidence and camps as lines of text: the words of a source with a little of what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.model.claim import Evidence
from checker.model.fact import Camp
from checker.model.report import Report
from checker.positions import position
from checker.reporters.layout import wrapped
from checker.reporters.visible import shortened, visible
from checker.values.words import words_of_value

CONTEXT = 32
"""Code points that prefix and suffix hold at the most; where they hold fewer, the text begins or ends there."""
LONGEST = 240
"""Characters of a source's words beyond which their middle is left out."""
SHOWN = 6
"""Places of a camp whose words are shown."""

LineStarts = Mapping[str, tuple[int, ...]]
"""Source id -> offsets at which the lines of its text begin."""


def line_starts(report: Report) -> LineStarts:
    """For every source whose text was read here."""
    return {entry.source.id: entry.line_starts for entry in report.sources if entry.line_starts}


def place(starts: LineStarts, source: str, offset: int) -> str:
    """`line 5`, or `character 120` (from 1) where the lines of the text are not known."""
    known = starts.get(source)
    return f"line {position(known, offset).line}" if known else f"character {offset + 1}"


def spot(starts: LineStarts, source: str, offset: int) -> str:
    """`5:12`, line and column (code points, both from 1), of a source whose text was read here; else `1:1`."""
    known = starts.get(source)
    if not known:
        return "1:1"
    at = position(known, offset)
    return f"{at.line}:{at.column}"


def quoted(evidence: Evidence) -> str:
    """The words in their context: `«…aims to outlaw, [within 45 days], every transaction…»`."""
    before, after = evidence.prefix, evidence.suffix
    if len(before) >= CONTEXT:
        before = "…" + before.partition(" ")[2] if " " in before else "…" + before
    if len(after) >= CONTEXT:
        after = after.rpartition(" ")[0] + "…" if " " in after else after + "…"
    return f"«{visible(before)}[{shortened(visible(evidence.exact), LONGEST)}]{visible(after)}»"


def camp_lines(camp: Camp, starts: LineStarts) -> Iterator[str]:
    """A line with the value and its sources, and under it the words of the first of them."""
    said = f" according to {shortened(visible(', '.join(camp.speakers)), LONGEST)}" if camp.speakers else ""
    sources = ", ".join(map(visible, camp.sources))
    yield from wrapped(f"{shortened(visible(words_of_value(camp.value)), LONGEST)}: {sources}{said}", indent=4)
    for evidence in camp.evidence[:SHOWN]:
        at = f"{visible(evidence.source)}, {place(starts, evidence.source, evidence.start)}"
        yield from wrapped(f"{at}: {quoted(evidence)}", indent=6)
    if (more := len(camp.evidence) - SHOWN) > 0:
        yield f"      and {more} more"
