"""What both profiles of SARIF owe to the programs that read them, where the snapshots do not say why."""

from __future__ import annotations

import json
from typing import Any

import pytest

from checker.model.finding import Finding
from checker.model.report import Gate
from checker.reporters import REPORTERS
from checker.reporters.given import Given
from checker.reporters.sarif_github import MOST_PLACES, MOST_RESULTS
from tests.unit.reports import DELAYS, TEXTS, evidence
from tests.unit.samples import AGREEMENT, CRASH, KNOWN, finding, holding, omission, run


@pytest.mark.parametrize(
    ("one", "failing", "kind", "level"),
    [
        (finding(), {"conflict"}, "fail", "error"),
        (finding(cause="update", severity="note"), {"conflict"}, "fail", "note"),
        (AGREEMENT, {"conflict"}, "pass", "none"),
        (finding(verdict="gap", cause="uncorroborated", severity="warning"), {"conflict"}, "review", "none"),
        (finding(verdict="gap", cause="uncorroborated", severity="warning"), {"conflict", "gap"}, "fail", "warning"),
        (finding(verdict="gap", cause="omitted", severity="note"), {"conflict", "gap"}, "review", "none"),
        (finding(verdict="gap", cause="undetermined", severity="note"), set(), "open", "none"),
    ],
)
def test_sarif_has_a_level_only_for_what_fails(one: Finding, failing: Any, kind: str, level: str) -> None:
    (result,) = run("sarif", one, given=Given(failing=frozenset(failing)))["results"]
    assert (result["kind"], result["level"]) == (kind, level)


def test_either_all_results_of_sarif_tell_of_suppressions_or_none() -> None:
    results = run("sarif", finding(), KNOWN, AGREEMENT)["results"]
    assert [[known["justification"] for known in result["suppressions"]] for result in results] == [
        [],
        ["the\nunion confirmed it"],
        [],
    ]
    assert not any("suppressions" in result for result in run("sarif-github", finding(), KNOWN)["results"])


def test_sarif_tells_a_crash_twice() -> None:
    one = run("sarif", CRASH)
    assert one["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [{"level": "error", "message": {"text": "NUM101 could not be run"}}],
        }
    ]
    assert [result["ruleId"] for result in one["results"]] == ["CHK001"]


def test_sarif_places_are_those_of_the_text() -> None:
    (result,) = run("sarif", finding())["results"]
    places = [result["locations"][0], *result["relatedLocations"]]
    for place, source in zip(places, ("agency", "copy", "herald"), strict=True):
        region, around = place["physicalLocation"]["region"], place["physicalLocation"]["contextRegion"]
        for one in (region, around):
            assert TEXTS[source][one["charOffset"] :][: one["charLength"]] == one["snippet"]["text"]
        line = TEXTS[source].split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"].split("\n")[0])


def test_links_of_a_message_lead_to_the_places_against_it() -> None:
    for form in ("sarif", "sarif-github"):
        (result,) = run(form, finding(message="see [this](https://evil.example)"))["results"]
        said = result["message"]["text"]
        assert said == "see [this\\](https://evil.example)\n[45 days: copy](1); [60 days: herald](2)"
        assert [place["id"] for place in result["relatedLocations"]] == [1, 2]


def test_paths_in_sarif_are_uris() -> None:
    paths = {"agency": "drafts/été 1:2#3.md", "copy": "/tmp/copy.txt", "herald": "herald.txt"}
    (result,) = run("sarif-github", finding(), given=Given(paths=paths))["results"]
    places = [result["locations"][0], *result["relatedLocations"]]
    assert [place["physicalLocation"]["artifactLocation"]["uri"] for place in places] == [
        "drafts/%C3%A9t%C3%A9%201%3A2%233.md",
        "file:///tmp/copy.txt",
        "herald.txt",
    ]


def test_sarif_for_github_has_neither_passes_nor_what_is_known() -> None:
    one = run("sarif-github", AGREEMENT, KNOWN, omission("herald"), finding())
    assert [result["level"] for result in one["results"]] == ["error", "note"]
    for result in one["results"]:
        assert not {"kind", "suppressions"} & set(result)
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
    assert [rule["id"] for rule in one["tool"]["driver"]["rules"]] == ["GAP602", "NUM101"]
    assert all(rule["help"]["text"] for rule in one["tool"]["driver"]["rules"])


def test_sarif_for_github_keeps_its_limits_and_says_so() -> None:
    pieces = tuple(evidence("agency", "45 days").model_copy(update={"start": n, "end": n + 1}) for n in range(150))
    many = finding(camps=(DELAYS[0].model_copy(update={"evidence": pieces}),))
    notes = [finding(n, severity="note") for n in range(2, MOST_RESULTS + 3)]
    one = run("sarif-github", *notes, many)
    assert len(one["results"]) == MOST_RESULTS
    assert one["results"][0]["level"] == "error"
    assert len(one["results"][0]["relatedLocations"]) == MOST_PLACES
    (notice,) = one["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith(f"2 of {MOST_RESULTS + 2} findings are left out")


def test_a_gap_stands_in_the_article_that_lacks_it() -> None:
    one = run("sarif-github", omission("herald"))
    (result,) = one["results"]
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "story/herald.txt"}, "region": {"startLine": 1}}}
    ]
    assert len(result["relatedLocations"]) == 2


def test_a_finding_of_a_gate_stands_where_it_says() -> None:
    said = evidence("herald", "60 jours")
    lede = evidence("herald", "Fermée à moitié")
    report = holding(finding(anchor=said), omission("herald").model_copy(update={"anchor": lede}), CRASH)
    report = report.model_copy(update={"gate": Gate(drafts=("herald",))})
    one = json.loads(REPORTERS["sarif-github"](report))["runs"][0]
    places = [result["locations"][0]["physicalLocation"] for result in one["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"story/herald.txt"}
    lines = [(place["region"]["startLine"], place["region"].get("startColumn")) for place in places]
    assert lines == [(3, 46), (1, None), (3, 3)]
    assert [len(result.get("relatedLocations", ())) for result in one["results"]] == [2, 0, 2]
