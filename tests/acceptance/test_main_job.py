"""The main job on the sample story, and on the five originals where they are at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.model.report import Report
from checker.pipeline import check_paths, check_texts
from tests.acceptance.expectations import Expectations

ROOT = Path(__file__).parents[2]
OURS = ROOT / "seeds" / "us-china-apps"
ORIGINALS = ROOT.parent / "shared" / "seeds"
STORIES = {
    "sample": (OURS, OURS / "expected.json"),
    "originals": (ORIGINALS, Path(__file__).parent / "originals.expected.json"),
}


def _expectations(story: str) -> Expectations:
    folder, file = STORIES[story]
    return Expectations(file, folder)


@cache
def _report(story: str) -> Report:
    outcome = check_paths([STORIES[story][0]])
    assert outcome.problems == ()
    assert outcome.report is not None
    return outcome.report


def _cases(key: str) -> list[Any]:
    return [
        pytest.param(story, entry, id=f"{story}-{entry['id']}")
        for story, (folder, file) in STORIES.items()
        for entry in Expectations(file, folder).data.get(key, ())
    ]


@pytest.fixture(autouse=True)
def at_hand(request: pytest.FixtureRequest) -> None:
    story = request.node.callspec.params.get("story") if hasattr(request.node, "callspec") else None
    if story == "originals" and not ORIGINALS.is_dir():
        pytest.skip(f"the originals are not at hand: no folder {ORIGINALS}")


@pytest.mark.parametrize(("story", "expected"), _cases("findings"))
def test_the_report_says(story: str, expected: dict[str, Any]) -> None:
    near = [f for f in _report(story).findings if f.verdict == expected["verdict"] and f.cause in expected["cause"]]
    said = "\n".join(f"{finding.message} [{finding.roots}]" for finding in near)
    assert _expectations(story).fitting(expected, _report(story)), f"{expected['about']}; said instead:\n{said}"


@pytest.mark.parametrize(("story", "absent"), _cases("absent"))
def test_the_report_does_not_say(story: str, absent: dict[str, Any]) -> None:
    assert _expectations(story).fitting(absent, _report(story)) == [], absent["about"]


@pytest.mark.parametrize("story", STORIES)
def test_no_other_conflict_is_reported(story: str) -> None:
    expectations = _expectations(story)
    expected = [
        finding.fingerprint
        for entry in expectations.data["findings"]
        if entry["verdict"] == "conflict"
        for finding in expectations.fitting(entry, _report(story))
    ]
    others = [
        finding.message
        for finding in _report(story).findings
        if finding.verdict == "conflict" and finding.fingerprint not in expected
    ]
    assert others == []


@pytest.mark.parametrize("story", STORIES)
def test_different_facts_stay_apart(story: str) -> None:
    assert list(_expectations(story).meetings(_report(story))) == []


@pytest.mark.parametrize("story", STORIES)
def test_the_furniture_of_pages_states_nothing(story: str) -> None:
    assert list(_expectations(story).touched(_report(story))) == []


@pytest.mark.parametrize("story", STORIES)
def test_weekdays_are_pinned_when_the_day_of_publication_is_known(story: str) -> None:
    expectations = _expectations(story)
    known = expectations.data["with_published"]
    texts = []
    for source, published in known["published"].items():
        file = next(file for file in STORIES[story][0].glob("*.txt") if file.stem.startswith(source))
        texts.append((file.stem, file.read_text("utf-8"), None, published))
    report = check_texts(texts)
    undetermined = [f for f in report.findings if f.cause == "undetermined"]
    left = [
        f"{day['source']}: {day['exact']}"
        for day in known["dates"]
        for finding in undetermined
        for camp in finding.camps
        if any(expectations.covers(one, day["source"], day["exact"]) for one in camp.evidence)
    ]
    assert left == []


@pytest.mark.parametrize("story", STORIES)
def test_every_piece_of_evidence_is_verbatim(story: str) -> None:
    report = _report(story)
    texts = {
        entry.source.id: Path(entry.path).read_text("utf-8").removeprefix("\ufeff")
        for entry in report.sources
        if entry.path
    }
    evidence = [one for fact in report.facts for camp in fact.camps for one in camp.evidence]
    assert evidence
    assert [one for one in evidence if texts[one.source][one.start : one.end] != one.exact] == []


@pytest.mark.parametrize("story", STORIES)
def test_coverage_adds_up(story: str) -> None:
    for coverage in _report(story).coverage:
        assert coverage.read == coverage.compared + coverage.lone + coverage.unexamined
        assert coverage.unexamined == len(coverage.values)
        assert coverage.read > 0
