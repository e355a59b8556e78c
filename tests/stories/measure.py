"""Precision and recall over the stories: run it to see the table, `python -m tests.stories.measure [STORY ...]`.

What is expected stands in each story's gold.json, written from the articles before the program was run on them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from checker.ingest import read_stories
from checker.model.claim import Claim
from checker.model.report import Report
from checker.model.source import Article
from checker.pipeline import check_paths, examine, judge_story, packs_of
from tests.acceptance.expectations import Expectations
from tests.specs.claims import measure as claims

HERE = Path(__file__).parent
FIGURES = (
    "conflict precision",
    "conflict recall",
    "agreement recall",
    "alignment F1",
    "kept apart",
    "strangers apart",
    "claim recall",
)
"""The figures that are pinned; strangers are the pairs of stories without a false conflict between them."""


@dataclass
class Tally:
    """What was found of what was expected, by cause; which conflicts nobody expected; which statements met or did not.

    `missed`, `false` and `crossed` say each one in words, for whoever mends it.
    """

    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0
    right_conflicts: int = 0
    together: int = 0
    met: int = 0
    apart: int = 0
    statements: int = 0
    claimed: int = 0
    crossed: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def conflict_precision(self) -> float:
        return self.right_conflicts / self.conflicts if self.conflicts else 1.0

    def recall(self, *verdicts: str) -> float:
        """The share of the expected findings of these verdicts that the reports have."""
        wanted = sum(count for cause, count in self.expected.items() if cause.split()[0] in verdicts)
        got = sum(count for cause, count in self.found.items() if cause.split()[0] in verdicts)
        return got / wanted if wanted else 1.0

    @property
    def claim_recall(self) -> float:
        return self.claimed / self.statements if self.statements else 1.0

    @property
    def alignment_f1(self) -> float:
        """Of the pairs told to be together or apart: the balance of right meetings, wrong meetings and missed ones."""
        wrong = len(self.crossed)
        return 2 * self.met / (self.met + wrong + self.together) if self.together else 1.0


def stories() -> list[str]:
    """The names of the stories, sorted."""
    return sorted(file.parent.name for file in HERE.glob("*/gold.json"))


@cache
def report_on(story: str) -> Report:
    """The report on a story."""
    outcome = check_paths([HERE / story])
    assert outcome.problems == (), outcome.problems
    assert outcome.report is not None
    return outcome.report


def measure(names: Sequence[str]) -> Tally:
    """The tally over the stories of these names."""
    tally = Tally()
    for story in names:
        expectations = Expectations(HERE / story / "gold.json", HERE / story)
        _findings(story, expectations, report_on(story), tally)
        _pairs(story, expectations, report_on(story), tally)
        _statements(story, expectations, tally)
    return tally


def strangers(names: Sequence[str]) -> tuple[list[str], int]:
    """The conflicts reported between articles of two stories, checked as one, all of them false: the first of each pair
    of stories; and how many pairs were checked.
    """
    packs = packs_of(None)
    examined = {
        story: [examine(_renamed(article, story), packs) for article in read_stories([HERE / story]).articles]
        for story in names
    }
    pairs = list(combinations(names, 2))
    told = []
    for one, other in pairs:
        for finding in judge_story([*examined[one], *examined[other]], packs).findings:
            told_of = {source.partition("/")[0] for source in finding.sources}
            if finding.verdict == "conflict" and len(told_of) > 1:
                told.append(f"{one} and {other}: {finding.cause} ({finding.severity}): {finding.message}")
                break
    return told, len(pairs)


def _renamed(article: Article, story: str) -> Article:
    """The article under the name of its story and source: two stories may have a source of one name."""
    source = article.source.model_copy(update={"id": f"{story}/{article.source.id}"})
    return article.model_copy(update={"source": source})


def _findings(story: str, expectations: Expectations, report: Report, tally: Tally) -> None:
    right: set[str] = set()
    for entry in expectations.data["findings"]:
        name = f"{entry['verdict']} {entry['cause'][0] if entry['verdict'] != 'agreement' else ''}".strip()
        tally.expected[name] += 1
        fitting = expectations.fitting(entry, report, partly=True)
        right.update(finding.fingerprint for finding in fitting)
        if fitting:
            tally.found[name] += 1
        else:
            tally.missed.append(f"{story}: {name}: {entry['id']}: {entry['about']}")
    for finding in report.findings:
        if finding.verdict == "conflict":
            tally.conflicts += 1
            if finding.fingerprint in right:
                tally.right_conflicts += 1
            else:
                tally.false.append(f"{story}: {finding.cause} ({finding.severity}): {finding.message}")


def _pairs(story: str, expectations: Expectations, report: Report, tally: Tally) -> None:
    for pair in expectations.data.get("together", ()):
        tally.together += 1
        if any(_holds(expectations, fact, pair) for fact in report.facts):
            tally.met += 1
        else:
            tally.missed.append(f"{story}: together: {pair['id']}: {pair['about']}")
    tally.apart += len(expectations.data.get("apart", ()))
    tally.crossed += [f"{story}: {said}" for said in expectations.meetings(report)]


def _statements(story: str, expectations: Expectations, tally: Tally) -> None:
    """Of the statements told to be together or apart, how many are a claim."""
    pairs = [*expectations.data.get("together", ()), *expectations.data.get("apart", ())]
    told = {(side["source"], side["exact"]) for pair in pairs for side in (pair["a"], pair["b"])}
    articles = read_stories([HERE / story]).articles
    evidence = [one for article in articles for claim in _claims(article) for one in claim.evidence]
    tally.statements += len(told)
    tally.claimed += sum(any(expectations.covers(one, *statement) for one in evidence) for statement in told)


def _claims(article: Article) -> tuple[Claim, ...]:
    return examine(article, packs_of(None)).claims


def _holds(expectations: Expectations, fact: Any, pair: dict[str, Any]) -> bool:
    evidence = [one for camp in fact.camps for one in camp.evidence]
    return all(
        any(expectations.covers(one, side["source"], side["exact"]) for one in evidence)
        for side in (pair["a"], pair["b"])
    )


def table(tally: Tally) -> Iterator[str]:
    """The figures, a line each."""
    for name in sorted(tally.expected):
        yield f"{name:28} {tally.found[name]:4} of {tally.expected[name]:4} found"
    yield f"conflict precision {tally.conflict_precision:.3f} ({tally.right_conflicts} of {tally.conflicts} reported)"
    yield f"conflict recall    {tally.recall('conflict'):.3f}"
    yield f"agreement recall   {tally.recall('agreement'):.3f}"
    yield f"alignment          F1 {tally.alignment_f1:.3f}, {tally.met} of {tally.together} met"
    yield f"claim recall       {tally.claim_recall:.3f} ({tally.claimed} of {tally.statements} statements are a claim)"
    yield f"kept apart         {tally.apart - len(tally.crossed)} of {tally.apart}"


def of_packs() -> Iterator[str]:
    """How well packs read claims from the sentences of tests/specs/claims, of which all claims are known."""
    for pack in claims.packs():
        read = sum((claims.overall(pack, language) for language in ("en", "fr")), claims.Tally())
        told = f"{read.found} of {read.gold}, {read.extra} too many"
        yield f"claims of {pack:10} precision {read.precision:.3f}, recall {read.recall:.3f} ({told})"


def figures(tally: Tally, false: int, pairs: int) -> dict[str, float]:
    """The figures that are pinned, by name."""
    told = (
        tally.conflict_precision,
        tally.recall("conflict"),
        tally.recall("agreement"),
        tally.alignment_f1,
        1 - len(tally.crossed) / tally.apart,
        1 - false / pairs,
        tally.claim_recall,
    )
    return dict(zip(FIGURES, told, strict=True))


def main(arguments: Sequence[str]) -> None:
    """Print the table, and what was missed, wrongly reported or wrongly joined."""
    tally = measure(arguments or stories())
    false, pairs = strangers(arguments or stories())
    lines = [
        *table(tally),
        f"strangers          {len(false)} of {pairs} pairs of stories have a conflict between them",
        *of_packs(),
    ]
    sys.stdout.write("\n".join([*lines, "", *false, *tally.false, *tally.crossed, *tally.missed]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
