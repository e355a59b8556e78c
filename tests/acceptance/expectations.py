"""What a fact-checker expects of the report on a story, written from its articles, against what the report says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.model.claim import Evidence
from checker.model.finding import Finding
from checker.model.report import Report


class Expectations:
    """The expectations of one story: `findings`, `absent`, `apart`, `never`, `with_published` of an expected.json."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.data: dict[str, Any] = json.loads(file.read_text("utf-8"))
        self.folder = folder

    def span(self, source: str, exact: str) -> tuple[int, int]:
        """Where the words stand in the source's file: exactly one place."""
        file = next(
            file for file in sorted(self.folder.glob("*.*")) if file.stem == source or file.stem.startswith(source)
        )
        text = file.read_text("utf-8").removeprefix("\ufeff")
        assert text.count(exact) == 1, f"{source}: {exact!r} stands {text.count(exact)} times"
        return text.index(exact), text.index(exact) + len(exact)

    def covers(self, evidence: Evidence, source: str, exact: str) -> bool:
        """Whether a piece of evidence overlaps the words in the source."""
        if not evidence.source.startswith(source):
            return False
        start, end = self.span(source, exact)
        return evidence.start < end and start < evidence.end

    def fitting(self, expected: dict[str, Any], report: Report, *, partly: bool = False) -> list[Finding]:
        """The findings that are the one expected.

        `partly`: those too that have two of its sources, if it has more, or one of them with another source that is
        told to state the same fact.
        """
        return [finding for finding in report.findings if self._fits(expected, finding, partly)]

    def _fits(self, expected: dict[str, Any], finding: Finding, partly: bool) -> bool:
        if finding.verdict != expected["verdict"] or finding.cause not in expected["cause"]:
            return False
        evidence = [one for camp in finding.camps for one in camp.evidence]
        words = expected.get("evidence", {}).items()
        told = sum(any(self.covers(one, source, exact) for one in evidence) for source, exact in words)
        if partly:
            return told >= min(2, len(words)) or (told > 0 and self._alike(expected, evidence))
        if any(not any(one.startswith(source) for one in finding.sources) for source in expected["sources"]):
            return False
        if "roots" in expected and finding.roots != expected["roots"]:
            return False
        if finding.roots is not None and finding.roots < expected.get("min_roots", 0):
            return False
        values = [camp.value.model_dump(mode="json") for camp in finding.camps]
        return told == len(words) and any(expected.get("value", {}).items() <= value.items() for value in values)

    def _alike(self, expected: dict[str, Any], evidence: list[Evidence]) -> bool:
        """Whether evidence of two sources covers statements of the expected fact, told by it or by what is together."""
        words = {(source, exact) for source, exact in expected.get("evidence", {}).items()}
        pairs = [tuple((pair[side]["source"], pair[side]["exact"]) for side in "ab") for pair in self.data["together"]]
        agreed = [set(one["evidence"].items()) for one in self.data["findings"] if one["verdict"] == "agreement"]
        for group in (*map(set, pairs), *agreed):
            if group & words:
                words = words | group
        return len({source for source, exact in words if any(self.covers(one, source, exact) for one in evidence)}) > 1

    def meetings(self, report: Report) -> Iterator[str]:
        """The statements that must be kept apart and stand in one fact all the same."""
        for pair in self.data.get("apart", ()):
            for fact in report.facts:
                evidence = [one for camp in fact.camps for one in camp.evidence]
                if all(
                    any(self.covers(one, side["source"], side["exact"]) for one in evidence)
                    for side in (pair["a"], pair["b"])
                ):
                    yield f"{pair['id']}: {pair['about']} (fact {fact.key})"

    def touched(self, report: Report) -> Iterator[str]:
        """Claims that rest on words that state nothing."""
        for words in self.data.get("never", ()):
            for claim in report.claims:
                if any(self.covers(one, words["source"], words["exact"]) for one in claim.evidence):
                    yield f"{claim.id}: {words['exact']}"
