"""`checker waive` and `checker baseline`: what is known is suppressed and counted, what is out of date fails."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Run

GATE = ("gate", "draft.md", "--sources", "sources")
FAR = "2999-12-31"
DELAY = "order | effect delay | order@2021-01-05 | -"


def conflicts(checker: Run) -> dict[str, dict[str, Any]]:
    """The conflicts of the draft by rule."""
    report = json.loads(checker(*GATE, "--format", "json").stdout)
    return {one["rule"]: one for one in report["findings"] if one["verdict"] == "conflict"}


def waive(checker: Run, finding: str, *more: str, expires: str = FAR) -> Any:
    return checker(
        "waive", finding, "--reason", "It counts from printing.", "--owner", "desk", "--expires", expires, *more
    )


def test_a_waiver_is_written_and_holds(checker: Run, desk: Path) -> None:
    print_ = conflicts(checker)["NUM102"]["fingerprint"]
    done = waive(checker, print_[:6])
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"checker: checker-waivers.toml: waived until {FAR}: effect delay of the order ")
    assert tomllib.loads((desk / "checker-waivers.toml").read_text("utf-8"))["waiver"] == [
        {
            "rule": "NUM102",
            "fact": DELAY,
            "values": ["duration iso=P45D", "duration iso=P60D"],
            "reason": "It counts from printing.",
            "owner": "desk",
            "expires": FAR,
            "sources": ["agence", "draft", "wire"],
        }
    ]
    assert checker("validate", "checker-waivers.toml").returncode == 0
    known = conflicts(checker)["NUM102"]["suppressed"]
    assert known == {"by": "waiver", "reason": "It counts from printing.", "owner": "desk", "expires": FAR}
    assert waive(checker, conflicts(checker)["SRC504"]["fingerprint"]).returncode == 0
    done = checker(*GATE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].endswith("; 2 suppressed")
    assert "SUPPRESSED" not in done.stdout
    shown = checker(*GATE, "--show-suppressed").stdout
    before, _, known = shown.partition("\nSUPPRESSED\n")
    assert done.stdout.startswith(before)
    assert f"NUM102 value (waiver, desk, until {FAR}): effect delay of the order of 2021-01-05" in known
    assert "It counts from printing." in known


def test_a_changed_value_opens_the_finding_again(checker: Run, desk: Path) -> None:
    waive(checker, conflicts(checker)["NUM102"]["fingerprint"])
    (desk / "draft.md").write_text((desk / "draft.md").read_text("utf-8").replace("60 days", "61 days"), "utf-8")
    assert "suppressed" not in conflicts(checker)["NUM102"]
    done = checker(*GATE)
    assert done.returncode == 2
    changed = "have changed to duration iso=P45D, duration iso=P61D; look at it again, then remove it, or renew it with"
    assert f"checker: checker-waivers.toml: the values of NUM102 on '{DELAY}'" in done.stderr
    assert changed in done.stderr


def test_a_waiver_past_its_day_fails_and_is_renewed(checker: Run, desk: Path) -> None:
    print_ = conflicts(checker)["NUM102"]["fingerprint"]
    waive(checker, print_)
    file = desk / "checker-waivers.toml"
    file.write_text("# of the desk\n" + file.read_text("utf-8").replace(FAR, "2001-01-01"), "utf-8")
    done = checker(*GATE)
    assert done.returncode == 2
    expired = f"the waiver of desk for NUM102 on '{DELAY}' expired on 2001-01-01; mend what was found, or "
    assert done.stderr.startswith(f"checker: checker-waivers.toml: {expired}")
    assert "suppressed" not in conflicts(checker)["NUM102"]
    assert waive(checker, print_).returncode == 0
    assert file.read_text("utf-8").count("[[waiver]]") == 1
    assert file.read_text("utf-8").startswith("# of the desk\n")
    assert checker(*GATE).stderr == ""


def test_a_stale_waiver_fails_where_its_articles_were_read(checker: Run, desk: Path) -> None:
    waive(checker, conflicts(checker)["NUM102"]["fingerprint"])
    other = checker("gate", "good.md", "--sources", "sources")
    assert (other.returncode, other.stderr) == (0, "")
    (desk / "draft.md").write_text((desk / "good.md").read_text("utf-8"), "utf-8")
    done = checker(*GATE)
    assert done.returncode == 2
    assert "is found no more; remove it, or renew it with checker waive\n" in done.stderr


def test_what_one_draft_leaves_out_is_waived_for_it_alone(checker: Run, desk: Path) -> None:
    report = json.loads(checker(*GATE, "--format", "json").stdout)
    waive(checker, next(one["fingerprint"] for one in report["findings"] if one["cause"] == "omitted"))
    done = checker("gate", "draft.md", "good.md", "--sources", "sources", "--format", "json")
    omitted = [one for one in json.loads(done.stdout)["findings"] if one["cause"] == "omitted"]
    assert {one["sources"][0]: "suppressed" in one for one in omitted} == {"draft": True, "good": False}


BAD = [
    (["ffffffff", FAR], "checker: ffffffff: no finding of that run has this fingerprint; run checker gate and take "),
    (["NUM", "2001-01-01"], "checker: --expires: 2001-01-01 is past; give a day that is to come"),
    (["NUM", "soon"], "checker: --expires: 'soon' is no day; write it like 2021-06-30"),
]


@pytest.mark.parametrize(("arguments", "said"), BAD)
def test_what_cannot_be_waived(checker: Run, desk: Path, arguments: list[str], said: str) -> None:
    checker(*GATE)
    done = waive(checker, arguments[0], expires=arguments[1])
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert not (desk / "checker-waivers.toml").exists()


def test_agreements_are_not_waived_and_a_report_can_be_named(checker: Run, desk: Path) -> None:
    assert waive(checker, "00").stderr.startswith("checker: --report: no run in this folder is remembered; ")
    checker(*GATE, "--no-cache", "--format", "json", "-o", "report.json")
    report = json.loads((desk / "report.json").read_text("utf-8"))
    of = {one["verdict"]: one["fingerprint"] for one in report["findings"]}
    refused = waive(checker, of["agreement"], "--report", "report.json")
    assert refused.stderr.startswith(f"checker: {of['agreement']}: it is no finding that can be waived: exact; ")
    assert waive(checker, of["conflict"], "--report", "report.json").returncode == 0
    assert waive(checker, "00", "--report", "draft.md").stderr.startswith("checker: draft.md: it is no report; ")


BROKEN = [
    ("checker-waivers.toml", "[[waiver]]\nrule = ", "checker: checker-waivers.toml: it is not TOML: "),
    ("checker-waivers.toml", "[[waivers]]\n", "checker: checker-waivers.toml: waivers: unknown key; did you mean "),
    (
        "checker-waivers.toml",
        '[[waiver]]\nrule = "NUM102"\nfact = "-"\nvalues = []\nreason = "x"\nowner = "y"\nexpires = "2021-02-30"\n',
        "checker: checker-waivers.toml: waiver[0].expires: '2021-02-30' is no day; ",
    ),
    ("checker-baseline.json", "[", "checker: checker-baseline.json:1:2: it is not JSON: "),
    ("checker-baseline.json", '{"finding": []}', "checker: checker-baseline.json: finding: unknown key; did you mean"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), BROKEN)
def test_a_broken_file_is_2_and_suppresses_nothing(
    checker: Run, desk: Path, name: str, content: str, said: str
) -> None:
    (desk / name).write_text(content, "utf-8")
    done = checker(*GATE)
    assert done.returncode == 2
    assert said in done.stderr
    assert "NUM102 value" in done.stdout


def test_a_baseline_lets_only_what_is_new_through(checker: Run, desk: Path) -> None:
    checker(*GATE)
    made = checker("baseline", "create")
    assert made.stderr == "checker: checker-baseline.json: 2 findings, 2 added, 0 removed\n"
    text = (desk / "checker-baseline.json").read_text("utf-8")
    assert not re.search(r'"(line|start)"', text)
    assert [one["rule"] for one in json.loads(text)["findings"]] == ["NUM102", "SRC504"]
    known = checker(*GATE)
    assert (known.returncode, known.stderr) == (0, "")
    assert known.stdout.splitlines()[-1].endswith("; 2 suppressed")
    assert checker("baseline", "create").stderr.startswith("checker: checker-baseline.json: it is there already; ")
    (desk / "draft.md").write_text((desk / "draft.md").read_text("utf-8").replace("60 days", "61 days"), "utf-8")
    new = checker(*GATE)
    assert new.returncode == 2
    assert (
        "have changed to duration iso=P45D, duration iso=P61D; look at it again, then run checker baseline prune"
        in new.stderr
    )
    assert checker("baseline", "prune").stderr == "checker: checker-baseline.json: 1 findings, 0 added, 1 removed\n"
    assert checker(*GATE).returncode == 1
    assert checker("baseline", "update").stderr == "checker: checker-baseline.json: 2 findings, 1 added, 0 removed\n"
    assert checker(*GATE).returncode == 0
    (desk / "checker-baseline.json").unlink()
    assert checker("baseline", "update").stderr.startswith(
        "checker: checker-baseline.json: there is no such baseline; "
    )


def test_the_baseline_is_the_same_whatever_was_there_before(checker: Run, desk: Path) -> None:
    checker(*GATE)
    checker("baseline", "create")
    first = (desk / "checker-baseline.json").read_text("utf-8")
    checker("baseline", "update")
    assert (desk / "checker-baseline.json").read_text("utf-8") == first
