"""The report for people on a page: the summary of a job, a comment on a merge request.

GitHub takes no summary beyond 1 MiB; where the report is longer than 900 KiB, what matters least is left out, and said
to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.report import Report
from checker.reporters.anchors import Anchors
from checker.reporters.counts import active, by_severity, count_line, counted, told
from checker.reporters.evidence import LineStarts, line_starts, place, quoted
from checker.reporters.given import Given
from checker.reporters.visible import shortened, visible
from checker.values.words import words_of_value

LARGEST = 900 * 1024
"""Bytes of a summary."""
MOST = 50
"""Articles, roots, camps of a finding, or places of a camp that are listed."""
NAMED = 10
"""Names in one line."""
_LONGEST = 1000
"""Characters of a message, a value or a step of a trace; a name has an eighth."""
_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]<>|~&$"}
_REFERENCE = re.compile(r"(?<![\w&])([@#])(?=\w)")
_LINK = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)


def render(report: Report, given: Given) -> str:
    """Counts, what was read, roots, conflicts and gaps; agreements and what is suppressed can be folded out."""
    known = [finding for finding in report.findings if finding.suppressed]
    ranked = [*told(report), *active(report, "agreement"), *known]
    head = ["## " + _escaped(count_line(report)), *_coverage(report), *_roots(report)]
    anchors, starts = Anchors(report, given), line_starts(report)
    blocks = _fitting((_finding(one, anchors.spot(one), starts) for one in ranked), LARGEST - _size(head) - 1024)
    kept = list(zip(ranked, blocks, strict=False))
    lines = [*head, *_cut(ranked[len(kept) :])]
    for verdict in ("conflict", "gap"):
        lines += _section(f"### {verdict.capitalize()}s", _of(kept, verdict))
    lines += _section(
        f"<details><summary>{counted(len(_of(kept, 'agreement')), 'agreement')}</summary>",
        _of(kept, "agreement"),
        "</details>",
    )
    shown = [block for finding, block in kept if finding.suppressed]
    lines += _section(f"<details><summary>{len(shown)} suppressed</summary>", shown, "</details>")
    return "\n".join((*lines, ""))


Block = list[str]
"""A finding as lines of a list."""


def _of(kept: Iterable[tuple[Finding, Block]], verdict: str) -> list[Block]:
    return [block for finding, block in kept if finding.verdict == verdict and finding.suppressed is None]


def _fitting(ranked: Iterable[Iterable[str]], room: int) -> list[Block]:
    """Findings as blocks, those too long for the room without their words, up to the first that has none at all."""
    blocks = []
    for block in map(list, ranked):
        if _size(block) > room:
            block = [block[0], "  - its words are too long for this page; `--format json` has them"]
        room -= _size(block)
        if room < 0:
            break
        blocks.append(block)
    return blocks


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode("utf-8")) + 1 for line in lines)


def _section(title: str, blocks: Sequence[Block], end: str = "") -> list[str]:
    """A title and its findings; nothing where it has none."""
    if not blocks:
        return []
    return ["", title, "", *(line for block in blocks for line in block), *(["", end] if end else [])]


def _cut(left: Sequence[Finding]) -> Iterator[str]:
    """What there was no room for."""
    if not left:
        return
    parts = []
    for verdict in ("conflict", "gap", "agreement"):
        if found := [finding for finding in left if finding.verdict == verdict and finding.suppressed is None]:
            parts.append(counted(len(found), verdict) + (by_severity(found) if verdict != "agreement" else ""))
    if known := sum(finding.suppressed is not None for finding in left):
        parts.append(f"{known} suppressed")
    yield from ("", f"**Cut** to the size of a summary: {', '.join(parts)}. `--format json` has all.")


def _coverage(report: Report) -> Iterator[str]:
    """What became of the values of each article, as a table."""
    if not report.coverage:
        return
    entries = {entry.source.id: entry for entry in report.sources}
    yield from ("", "| article | language | published | values read | compared | lone | unexamined |")
    yield "|---|---|---|---:|---:|---:|---:|"
    for one in report.coverage[:MOST]:
        entry = entries.get(one.source)
        published = (entry.published if entry else None) or "unknown"
        said = (_name(one.source), entry.language if entry else "", _name(published))
        figures = (one.read, one.compared, one.lone, one.unexamined)
        yield "| " + " | ".join((*said, *map(str, figures))) + " |"
    if (more := len(report.coverage) - MOST) > 0:
        yield from (
            "",
            f"and {counted(more, 'article')} more, of which "
            f"{counted(sum(one.unexamined for one in report.coverage[MOST:]), 'value')} unexamined",
        )


def _roots(report: Report) -> Iterator[str]:
    """Which sources are one origin."""
    joined = [root for root in report.roots if len(root.members) > 1]
    if joined:
        yield ""
    for root in joined[:MOST]:
        yield f"- one origin: {_few(map(_name, root.members), len(root.members))}"
    if len(joined) > MOST:
        yield f"- and {len(joined) - MOST} more"


def _finding(finding: Finding, spot: str, starts: LineStarts) -> Iterator[str]:
    """Rule, cause, the place in the draft where there is one, message; each camp with its words; the trace."""
    roots = f", {counted(finding.roots, 'root')}" if finding.roots is not None else ""
    message = _escaped(finding.message)
    at = f" {_escaped(spot)}" if spot else ""
    yield f"- **{finding.rule} {finding.cause}** ({finding.severity}{roots}){at}: {message}"
    if known := finding.suppressed:
        owner = f", {_name(known.owner)}" if known.owner else ""
        until = f", until {_name(known.expires)}" if known.expires else ""
        yield f"  - {known.by}{owner}{until}: {_escaped(known.reason)}"
    for camp in finding.camps[:MOST]:
        yield from _camp(camp, starts)
    if len(finding.camps) > MOST:
        yield f"  - and {len(finding.camps) - MOST} more camps"
    for step in finding.trace[:MOST]:
        yield f"  - because {_escaped(step)}"


def _camp(camp: Camp, starts: LineStarts) -> Iterator[str]:
    """A value with its sources, and under it the words of each."""
    said = f" according to {_few(map(_name, camp.speakers), len(camp.speakers))}" if camp.speakers else ""
    value = _escaped(words_of_value(camp.value))
    yield f"  - **{value}**: {_few(map(_name, camp.sources), len(camp.sources))}{said}"
    for evidence in camp.evidence[:MOST]:
        at = place(starts, evidence.source, evidence.start)
        yield f"    - {_name(evidence.source)}, {at}: {_escaped(quoted(evidence))}"
    if len(camp.evidence) > MOST:
        yield f"    - and {len(camp.evidence) - MOST} more places"


def _few(names: Iterable[str], number: int) -> str:
    """The first names, and how many more there are."""
    more = f" and {number - NAMED} more" if number > NAMED else ""
    return ", ".join(islice(names, NAMED)) + more


def _name(text: str) -> str:
    return _escaped(text, _LONGEST // 8)


def _escaped(text: str, longest: int = _LONGEST) -> str:
    """Text on one line that reads the same on the page: no markup, no link, nobody called by `@name`."""
    shown = shortened(visible(text), longest).translate(_ENTITIES)
    return _LINK.sub(
        lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), _REFERENCE.sub(r"\1<!-- -->", shown)
    )
