"""What each format owes to the programs that read it, where the snapshots do not say why."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from checker.model.finding import Finding
from checker.model.report import Gate, Report
from checker.reporters import REPORTERS
from checker.reporters.github import CAP
from checker.reporters.given import Given
from checker.reporters.markdown import LARGEST
from tests.unit.reports import DELAYS, GIVEN, REPORT, TEXTS, camp, evidence
from tests.unit.samples import AGREEMENT, CRASH, KNOWN, finding, holding, made, omission


def test_what_people_read_of_a_gate_names_the_place_in_the_draft() -> None:
    said = evidence("herald", "60 jours")
    report = holding(finding(anchor=said, message="m"), omission("herald").model_copy(update={"anchor": said}))
    report = report.model_copy(update={"gate": Gate(drafts=("herald",))})
    given = Given(paths={"herald": "drafts/usine_1.md"}, failing=frozenset({"conflict"}))
    page = REPORTERS["markdown"](report, given)
    assert "- **NUM101 value** (error) drafts/usine&#95;1.md:3:46: m\n" in page
    assert "- **GAP602 omitted** (note) drafts/usine&#95;1.md:3:46: not in herald\n" in page
    cases = ET.fromstring(REPORTERS["junit"](report, given)).iter("testcase")
    told = [text.strip().splitlines()[0] for case in cases for text in case.itertext() if text.strip()]
    assert told == ["drafts/usine_1.md:3:46: m", "drafts/usine_1.md:3:46: not in herald"]


@pytest.mark.parametrize("form", ["gitlab", "sarif", "sarif-github", "junit"])
def test_each_finding_has_a_name_of_its_own(form: str) -> None:
    findings = (omission("herald"), omission("agency"), finding(), finding())
    text = REPORTERS[form](holding(*findings))
    if form == "junit":
        names = [case.get("name", "") for case in ET.fromstring(text).iter("testcase")]
    elif form == "gitlab":
        names = [item["fingerprint"] for item in json.loads(text)]
    else:
        results = json.loads(text)["runs"][0]["results"]
        names = [name for result in results for name in result["partialFingerprints"].values()]
    assert len(set(names)) == len(names) == 4
    for one in findings:
        assert any(one.fingerprint in name for name in names)


def test_the_name_of_a_finding_outlasts_the_others() -> None:
    both = made("gitlab", omission("herald"), omission("agency"))
    assert made("gitlab", omission("agency"))[0]["fingerprint"] in [item["fingerprint"] for item in both]


def test_github_shows_the_gravest_and_counts_the_rest() -> None:
    warnings = [finding(n, severity="warning", verdict="gap", cause="uncorroborated") for n in range(100, 112)]
    errors = [finding(n) for n in range(1, 14)]
    lines = REPORTERS["github"](holding(*warnings, *errors, AGREEMENT, KNOWN)).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * CAP + ["::warning"] * CAP + ["::notice"]
    assert lines[-1] == (
        "::notice title=checker::not annotated: 3 conflicts (3 errors), 2 gaps (2 warnings), 1 suppressed; "
        "the summary of the job tells them (--format markdown)"
    )


def test_github_says_nothing_where_there_is_nothing() -> None:
    assert REPORTERS["github"](holding(AGREEMENT)) == ""


def test_a_summary_is_cut_by_rank_and_says_so() -> None:
    long = "word " * 190
    notes = [finding(n, severity="note", message=long, trace=(long,) * 5) for n in range(2, 402)]
    text = REPORTERS["markdown"](holding(*notes, AGREEMENT, KNOWN, finding(message="the gravest")))
    size = len(text.encode())
    assert LARGEST - 20_000 < size <= LARGEST
    shown = text.count("- **NUM101 value**")
    assert text.index("the gravest") < text.index("word word")
    assert f"**Cut** to the size of a summary: {401 - shown} conflicts ({401 - shown} notes), 1 agreement, " in text
    assert "1 suppressed. `--format json` has all." in text


def test_a_summary_tells_of_a_finding_whose_words_are_too_many() -> None:
    said = evidence("agency", "45 days").model_copy(update={"exact": "|" * 1000})
    huge = finding(camps=tuple(one.model_copy(update={"evidence": (said,) * 1000}) for one in DELAYS * 20))
    text = REPORTERS["markdown"](holding(huge, finding(2, severity="note")))
    assert len(text.encode()) <= LARGEST
    assert "(error): m1\n  - its words are too long for this page; `--format json` has them\n- **NUM101" in text
    assert "(note): m2\n  - **45 days**" in text


def test_a_summary_of_many_articles_still_fits() -> None:
    entry, coverage, root = REPORT.sources[0], REPORT.coverage[0], REPORT.roots[0]
    ids = [f"{number}{'|' * 200}" for number in range(5000)]
    report = holding(
        finding(),
        sources=tuple(entry.model_copy(update={"source": entry.source.model_copy(update={"id": one})}) for one in ids),
        coverage=tuple(coverage.model_copy(update={"source": one}) for one in ids),
        roots=tuple(root.model_copy(update={"members": (one, *ids)}) for one in ids),
    )
    text = REPORTERS["markdown"](report)
    assert len(text.encode()) <= LARGEST
    assert "- **NUM101 value**" in text
    assert "and 4950 articles more, of which 4950 values unexamined" in text


def test_csv_has_a_row_a_finding() -> None:
    text = REPORTERS["csv"](REPORT)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))
    assert [(row["rule"], row["line"], row["column"], row["suppressed by"]) for row in rows] == [
        ("NUM103", "1", "", ""),
        ("NUM101", "3", "34", ""),
        ("GAP604", "2", "13", ""),
        ("GAP601", "4", "11", "waiver"),
    ]


@pytest.mark.parametrize(
    ("one", "failing", "state"),
    [
        (finding(), {"conflict"}, "failure"),
        (finding(), set(), "skipped"),
        (finding(severity="note"), {"conflict"}, "skipped"),
        (finding(verdict="gap", cause="uncorroborated", severity="warning"), {"conflict"}, "skipped"),
        (finding(verdict="gap", cause="uncorroborated", severity="warning"), {"conflict", "gap"}, "failure"),
        (KNOWN, {"conflict", "gap"}, "skipped"),
        (CRASH, set(), "error"),
        (AGREEMENT, {"conflict"}, None),
    ],
)
def test_a_junit_case_fails_where_the_run_does(one: Finding, failing: Any, state: str | None) -> None:
    suites = ET.fromstring(REPORTERS["junit"](holding(one), Given(failing=frozenset(failing))))
    (case,) = suites.iter("testcase")
    assert [child.tag for child in case] == ([state] if state else [])
    counts = {
        key: sum(int(suite.get(key, "")) for suite in suites) for key in ("tests", "failures", "errors", "skipped")
    }
    told = {"failure": "failures", "error": "errors", "skipped": "skipped"}
    assert counts == {"tests": 1, "failures": 0, "errors": 0, "skipped": 0} | ({told[state]: 1} if state else {})


def test_reviewdog_gets_bytes_where_the_text_is_at_hand_and_else_the_line() -> None:
    def place(given: Given) -> Any:
        herald = finding(camps=(DELAYS[1],), sources=("herald",))
        return made("rdjson", herald, given=given)["diagnostics"][0]["location"]["range"]

    line = TEXTS["herald"].split("\n")[2].encode()
    with_text = place(GIVEN)
    assert line[with_text["start"]["column"] - 1 : with_text["end"]["column"] - 1] == b"60 jours"
    assert place(Given()) == {"start": {"line": 3}}


def test_claim_reviews_are_single_and_name_only_whom_an_article_names() -> None:
    reviews = made("claimreview", finding(), finding(severity="note"), AGREEMENT, KNOWN)
    assert [review["@type"] for review in reviews] == ["ClaimReview"] * 6
    assert [review["reviewRating"]["alternateName"] for review in reviews] == [
        "Contradicted by 60 days (herald)",
        "Contradicted by 60 days (herald)",
        "Contradicted by 45 days (agency, copy)",
        *["Agreed by 1 independent origin"] * 3,
    ]
    # The camp's speaker is one article's; which of them is known from claims, and this report has none.
    assert not any("author" in review["itemReviewed"] for review in reviews)


def test_a_report_of_nothing_is_still_a_document() -> None:
    nothing = Report(tool=REPORT.tool)
    assert json.loads(REPORTERS["gitlab"](nothing)) == []
    assert json.loads(REPORTERS["rdjson"](nothing))["diagnostics"] == []
    assert json.loads(REPORTERS["claimreview"](nothing)) == []
    assert REPORTERS["csv"](nothing).count("\r\n") == 1
    assert REPORTERS["markdown"](nothing) == "## 0 conflicts, 0 agreements, 0 gaps in 0 articles\n"


def test_what_has_no_place_is_left_out_only_where_a_format_needs_one() -> None:
    lost = finding(camps=(camp(DELAYS[0].value, evidence("agency", "45 days")),)).model_copy(
        update={"camps": (), "sources": ()}
    )
    report = Report(tool=REPORT.tool, findings=(lost,))
    assert json.loads(REPORTERS["gitlab"](report)) == []
    assert len(json.loads(REPORTERS["sarif"](report))["runs"][0]["results"]) == 1
    github = json.loads(REPORTERS["sarif-github"](report))["runs"][0]
    assert github["results"] == []
    assert "1 of 1 findings" in github["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
