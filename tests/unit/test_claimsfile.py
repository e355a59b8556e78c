"""Claims files: what is kept, and what is said of each line that is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker.ingest.claims import read_claims
from checker.pipeline import compare_files, extract_paths

Records = list[dict[str, Any]]
SHA = "0" * 64


@pytest.fixture
def records(tmp_path: Path) -> Records:
    """The records of an article with two claims and of one that is there without its text."""
    (tmp_path / "a.txt").write_text("Vantelle Bank was founded in 1987. It was founded in Lyon, a town.", "utf-8")
    read: Records = json.loads(json.dumps(extract_paths([tmp_path / "a.txt"], language="en").records))
    made = [one for one in read if not one.get("attribute", "").startswith("whether")]
    evidence = {"source": "b", "start": 3, "end": 7, "exact": "1991", "sha256": SHA}
    article = {"record": "article", "source": {"id": "b"}, "language": "fr", "sha256": SHA}
    claim = {"record": "claim", "id": "b:1", "source": "b", "subject": "Vantelle Bank",
             "attribute": made[1]["attribute"],
             "value": {"kind": "date", "edtf": "1991", "earliest": "1991-01-01", "latest": "1991-12-31"},
             "evidence": [evidence], "method": "file"}  # fmt: skip
    return [*made, article, claim]


def written(records: Records, folder: Path) -> Path:
    file = folder / "claims.jsonl"
    file.write_text("\n\n".join(json.dumps(record) for record in records), "utf-8")
    return file


def test_a_claim_made_by_hand_meets_one_that_was_read(records: Records, tmp_path: Path) -> None:
    outcome = compare_files([written(records, tmp_path)])
    assert outcome.problems == () and outcome.report is not None
    assert [one.message for one in outcome.report.findings if one.verdict == "conflict"] == [
        "launch or founding date of Vantelle Bank: 1987 (a) vs 1991 (b), 4 years apart; DAT201"
    ]
    assert [one.read for one in outcome.report.coverage if one.source == "b"] == [0]


def claim_of(records: Records, source: str) -> dict[str, Any]:
    return next(one for one in records if one["record"] == "claim" and one["source"] == source)


def edit(records: Records, of: str, **changes: Any) -> None:
    claim_of(records, of)["evidence"][0].update(changes)


Edit = Callable[[Records], object]
EDITS: list[tuple[Edit, str]] = [
    (lambda all_: edit(all_, "b", source="a"),
     "$.evidence[0].source: 'a' is not the claim's source, 'b'; make a claim of its own for each source"),
    (lambda all_: edit(all_, "b", sha256="1" * 64),
     "$.evidence[0].sha256: it is not the sha256 of the text of 'b'; take the evidence anew from that text"),
    (lambda all_: edit(all_, "a", exact="1988"),
     "$.evidence[0].exact: the text has '1987' there, not '1988'; copy the words and offsets exactly"),
    (lambda all_: edit(all_, "a", start=900, end=904),
     "$.evidence[0].exact: the text has '' there, not '1987'; copy the words and offsets exactly"),
    (lambda all_: claim_of(all_, "b").update(source="c"),
     "$.source: no article record has the source id 'c'; add a line with \"record\": \"article\" for it"),
    (lambda all_: claim_of(all_, "b").update(id=claim_of(all_, "a")["id"]),
     "the claim id 'a:founding_year' stands in claims.jsonl:3 too; give each its own"),
    (lambda all_: next(one for one in all_ if one["record"] == "article" and one["source"]["id"] == "b").update(
        published="2021-02-30"), "$.published: there is no such day as 2021-02-30; write a day of the calendar"),
    (lambda all_: claim_of(all_, "b").update(subjct="x"), "$.subjct: unknown key; did you mean \"subject\"?"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), EDITS, ids=[said[:30] for _, said in EDITS])
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    records: Records, tmp_path: Path, change: Edit, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    change(records)
    written(records, tmp_path)
    found = read_claims([Path("claims.jsonl")])
    (problem,) = found.problems
    where, _, rest = str(problem).partition(": ")
    assert where.startswith("claims.jsonl:")
    assert rest == said.replace("founding_year", claim_of(records, "a")["id"][2:])
    assert {article.source.id for article in found.articles} == {"a", "b"}


def test_a_text_that_was_edited_is_told(records: Records, tmp_path: Path) -> None:
    records[0]["text"] += " And more."
    (problem,) = read_claims([written(records, tmp_path)]).problems
    assert problem.where == f"{tmp_path / 'claims.jsonl'}:1: $.sha256"
    assert problem.what == "it is not that of the text"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ": it is empty; make one with checker extract"),
        (b"\n \n", ": it is empty; make one with checker extract"),
        (b"{} x\n", ":1: it is not JSON: Extra data at column 4; write one JSON object a line"),
        (b"\n[1]\n", ":2: it is not a JSON object; write one JSON object a line"),
        (b"\xff{}", ": is not UTF-8 at byte 0; save it as UTF-8"),
    ],
)  # fmt: skip
def test_files_that_hold_no_records(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_bytes(content)
    outcome = compare_files([file])
    assert outcome.report is None
    assert [str(problem) for problem in outcome.problems] == [f"{file}{said}"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    outcome = compare_files([tmp_path / "none.jsonl"])
    assert [str(problem) for problem in outcome.problems] == [
        f"{tmp_path / 'none.jsonl'}: cannot be read: No such file or directory; give a claims file that exists"
    ]
