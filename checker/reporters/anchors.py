"""Where a finding stands: the one place that a format marks, and the places that stand against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.model.claim import Evidence
from checker.model.finding import Finding
from checker.model.report import Report
from checker.positions import Position, position
from checker.reporters.given import Given
from checker.reporters.visible import shortened, visible
from checker.values.words import words_of_value


class Anchor(NamedTuple):
    """A stretch of a source's text with what it gives (`45 days`), or the source as a whole where `evidence` is None.

    `start` and `end` (line, column in code points; the end is the first place after) are None where the lines of the
    text are not known.
    """

    source: str
    path: str
    evidence: Evidence | None = None
    said: str = ""
    start: Position | None = None
    end: Position | None = None

    @property
    def spot(self) -> str:
        """`draft.md:7:12`: file, line and column (code points); the file alone where the line is not known."""
        return f"{self.path}:{self.start.line}:{self.start.column}" if self.start else self.path

    @property
    def line(self) -> int:
        """The line it begins in; the first where that is not known."""
        return self.start.line if self.start else 1


class Anchored(NamedTuple):
    """Where a finding stands, and what stands against it. `main` is None where a report has no source to mark."""

    main: Anchor | None
    others: tuple[Anchor, ...] = ()


class Anchors:
    """The places of a report's findings."""

    def __init__(self, report: Report, given: Given) -> None:
        self._starts = {entry.source.id: entry.line_starts for entry in report.sources}
        self._paths = {entry.source.id: given.paths.get(entry.source.id) or entry.path for entry in report.sources}
        self._drafts = report.gate.drafts if report.gate else ()

    def path(self, source: str) -> str:
        """The file of a source, or where it has none its id."""
        return self._paths.get(source) or source

    def spot(self, finding: Finding) -> str:
        """Where in a draft a gate says that a finding belongs; empty for the findings of no gate."""
        return self._at(finding.anchor).spot if finding.anchor else ""

    def of(self, finding: Finding) -> Anchored:
        """Where a finding stands.

        That is where a gate says that it belongs, else the first words of the first camp. What an article leaves out,
        and what is about an article or the whole story, stands at the article as a whole.
        """
        pieces = [*dict.fromkeys(self._pieces(finding))]
        main = self._main(finding, pieces)
        against = (piece for piece in pieces if main is None or piece.evidence != main.evidence)
        return Anchored(main, tuple(against))

    def _main(self, finding: Finding, pieces: Sequence[Anchor]) -> Anchor | None:
        if finding.anchor is not None:
            of_camp = (piece for piece in pieces if piece.evidence == finding.anchor)
            return next(of_camp, None) or self._at(finding.anchor)
        told = {piece.source for piece in pieces}
        lacking = [source for source in finding.sources if source not in told]
        if pieces and not lacking:
            return pieces[0]
        source = next(iter((*lacking, *self._drafts, *self._starts)), None)
        return None if source is None else Anchor(source, self.path(source))

    def _pieces(self, finding: Finding) -> Iterator[Anchor]:
        for camp in finding.camps:
            said = shortened(visible(words_of_value(camp.value)), 160)
            yield from (self._at(evidence, said) for evidence in camp.evidence)

    def _at(self, evidence: Evidence, said: str = "") -> Anchor:
        anchor = Anchor(evidence.source, self.path(evidence.source), evidence, said)
        starts = self._starts.get(evidence.source)
        if not starts:
            return anchor
        return anchor._replace(start=position(starts, evidence.start), end=position(starts, evidence.end))
