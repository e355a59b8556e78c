"""The stages put together: a bad file among good ones, texts in memory, and validating each kind of file."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from checker.errors import InputError, PackError
from checker.model.value import Number
from checker.pipeline import check_paths, check_texts, extract_paths, packs_of, validate_file
from checker.values.words import words_of_value

ROOT = Path(__file__).parents[2]
STORY = ROOT / "seeds" / "us-china-apps"
GOOD = {
    "a.txt": "Vantelle Bank was founded in 1987. Its seat is in Lyon, and it lends to farmers.",
    "b.txt": "Vantelle Bank was founded in 1991, a long time ago, by two friends from the army.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in GOOD.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\x7fELF\x00\x01\x02\x00" * 20, b"Caf\xe9 \xff\xfe\x00" * 9])
def test_a_bad_file_among_good_ones_is_told_and_the_rest_is_judged(folder: Path, content: bytes) -> None:
    (folder / "bad.txt").write_bytes(content)
    outcome = check_paths([folder / "bad.txt", folder / "a.txt", folder / "b.txt", folder / "none.txt"])
    assert [problem.where for problem in outcome.problems] == [str(folder / "bad.txt"), str(folder / "none.txt")]
    assert all(problem.what and problem.remedy for problem in outcome.problems)
    assert outcome.report is not None
    assert [entry.source.id for entry in outcome.report.sources] == ["a", "b"]
    assert [one.rule for one in outcome.report.findings if one.verdict == "conflict"] == ["DAT201"]


def test_nothing_that_could_be_read_gives_no_report(tmp_path: Path) -> None:
    outcome = check_paths([tmp_path / "none.txt"])
    assert outcome.report is None and len(outcome.problems) == 1


def test_two_texts_with_one_id_and_texts_without_words() -> None:
    with pytest.raises(InputError) as caught:
        check_texts([("a", "Vantelle Bank was founded in 1987.", "en"), ("a", "Vantelle Bank opened.", "en")])
    assert str(caught.value) == "a: two texts have this source id; give each its own"
    with pytest.raises(InputError):
        check_texts([("a", "   ", "en")])


def test_a_figure_of_any_length_is_told() -> None:
    assert words_of_value(Number(amount=Decimal("9" * 399))) == ",".join(["999"] * 133)
    assert words_of_value(Number(amount=Decimal("2e12"))) == "2 trillion"


def test_a_publication_date_pins_the_days_of_a_text() -> None:
    text = "The president signed an order against Zolara on Tuesday, officials said in the capital."
    (fact,) = check_texts([("a", text, "en", "2021-01-06")]).facts
    assert fact.camps[0].value.model_dump()["edtf"] == "2021-01-05"
    (fact,) = check_texts([("a", text, "en", None)]).facts
    assert fact.camps[0].value.model_dump()["edtf"] == "XXXX-WXX-2"


def test_a_pack_that_does_not_fit_together_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('id = "own"\nversion = "1"\nsummary = "x"\n', "utf-8")
    rule = (
        'id = "9001"\nname = "x"\nsummary = "x"\nrationale = "x"\ncheck = "diference"\nseverity = "note"\nmessage = "x"'
    )
    (tmp_path / "9001.toml").write_text(rule, "utf-8")
    fact = '[[fact_type]]\nid = "x"\nattribute = "x"\nkinds = ["date"]\npatterns.en = ["(in {value}"]\n'
    (tmp_path / "facts.toml").write_text(fact, "utf-8")
    for _ in range(2):
        with pytest.raises(PackError) as caught:
            packs_of([tmp_path])
        assert str(caught.value).splitlines() == [
            "pack own: facts.toml: fact type x: patterns.en: the pattern '(in {value}' cannot be used: "
            "no ')' at the end; see the table of patterns in docs/packs.md",
            "pack own: rule 9001: check: there is no kind of check 'diference'; did you mean 'difference'?",
        ]


def records(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(json.dumps(extract_paths([folder / "a.txt"]).records))
    return found


def test_each_kind_of_file_is_valid(folder: Path) -> None:
    report = check_paths([folder / "a.txt", folder / "b.txt"]).report
    assert report is not None
    article, claim, *_ = ({key: one[key] for key in one if key != "record"} for one in records(folder))
    texts = {
        "report.json": report.model_dump_json(by_alias=True, exclude_none=True),
        "article.json": json.dumps(article),
        "claim.json": json.dumps(claim),
        "claims.jsonl": "\n".join(json.dumps(record) for record in records(folder)),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
        assert validate_file(folder / name) == (), name
    for path in (STORY / "sources.toml", ROOT / "rules" / "core", ROOT / "rules" / "core" / "pack.toml"):
        assert validate_file(path) == ()


def test_what_is_wrong_with_each_kind_of_file_is_told(folder: Path) -> None:
    article, claim, *_ = ({key: one[key] for key in one if key != "record"} for one in records(folder))
    bad: dict[str, tuple[str, str]] = {
        "article.json": (json.dumps({**article, "language": "de"}), "$.language"),
        "claim.json": (json.dumps({**claim, "value": {"kind": "money", "amount": 5}}), "$.value.amount"),
        "claims.jsonl": (json.dumps({"record": "claim", **claim, "colour": 1}), "$.colour"),
        "sources.toml": ('[a]\npublished = "2021-02-30"\n', "a"),
        "nonsense.json": ("{", ""),
        "notes.txt": ("Just words.", ""),
    }
    for name, (text, place) in bad.items():
        (folder / name).write_text(text, "utf-8")
        problems = validate_file(folder / name)
        assert problems and all(problem.where.startswith(str(folder / name)) for problem in problems), name
        assert any(place in problem.where for problem in problems), (name, problems)
    (gone,) = validate_file(folder / "gone.json")
    assert gone.where == str(folder / "gone.json")


def test_public_functions_stay_callable_whatever_was_imported_before() -> None:
    import checker

    checker.check_texts([("a", "Eight people were hurt on Tuesday.", "en")])
    for name in ("check", "check_texts", "compare_values", "extract", "find_values", "read_article"):
        assert callable(getattr(checker, name)), name
        assert not hasattr(getattr(checker, name), "__path__"), name
