"""Laws of the whole: evidence is verbatim, neither order nor surroundings count, claims files lose nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.ingest import article_from_text
from checker.model.report import Report
from checker.model.source import Language
from checker.pipeline import check_paths, check_texts, compare_files, examine, extract_paths, packs_of
from checker.reporters import REPORTERS
from checker.schemas import validate

ROOT = Path(__file__).parents[2]
STORY = ROOT / "seeds" / "us-china-apps"

SENTENCES: dict[Language, list[str]] = {
    "en": [
        "The app Zolara is owned by Brightwell Group 🚢.",
        "“We will never sell the app to anyone”, Anna Lindqvist said on Tuesday, 5 January 2021.",
        "The president signed an order on 3 March 2022 banning three apps: Zolara, Pingo and Tavvy.",
        "The order takes effect within 45\u00a0days; it does not specify the kind of transactions.",
        "The cafe\u0301 chain Orlando Foods employs 1,200 people 👩‍🚒 in Leeds.",
        "Two people were killed and about 40 injured in the fire in Lyon.",
        "The Zolara app has been downloaded more than 2 billion times, according to Brightwell Group.",
        "Corvane will buy Halden Foods for $2.4bn, up 12.5 %.",
    ],
    "fr": [
        "L’application Zolara appartient à Brightwell Group 🚢.",
        "«\u202fNous ne vendrons jamais l’application\u202f», a dit Anna Lindqvist mardi 5 janvier 2021.",
        "Le décret signé le 3 mars 2022 interdit trois applications : Zolara, Pingo et Tavvy.",
        "Il doit entrer en vigueur d’ici 45\u00a0jours.",
        "Corvane rachète Halden Foods pour 2,4\u202fmilliards d’euros, a annoncé sa présidente Zoë S\u030cimic\u0301.",
        "L’incendie a fait deux morts et une quarantaine de blessés à Lyon 👩‍🚒.",
        "Quelque 1\u202f200 personnes ont été évacuées.",
    ],
}
JOINTS = st.sampled_from([" ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\u00a0", "\u2028", "  "])


@st.composite
def texts(draw: st.DrawFn, language: Language) -> str:
    """A text of some sentences, cut off anywhere, with any line ends."""
    parts = draw(st.lists(st.tuples(st.sampled_from(SENTENCES[language]), JOINTS), min_size=1, max_size=8))
    whole = "".join(sentence + joint for sentence, joint in parts)
    return whole[: draw(st.integers(20, len(whole)))] if draw(st.booleans()) else whole


LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["en", "fr"])
TOLD = LANGUAGES.flatmap(lambda language: st.tuples(texts(language), st.just(language)))
STORIES = st.lists(TOLD, min_size=1, max_size=3)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def bytes_of(report: Report | None) -> str:
    assert report is not None
    return REPORTERS["json"](report)


@SLOW
@given(TOLD)
def test_evidence_is_verbatim(told: tuple[str, Language]) -> None:
    text, language = told
    try:
        article = article_from_text("a", text, language=language)
    except InputError:
        return
    examined = examine(article, packs_of())
    assert len({claim.id for claim in examined.claims}) == len(examined.claims)
    for claim in examined.claims:
        for one in claim.evidence:
            assert article.text[one.start : one.end] == one.exact != ""
            assert article.text[: one.start].endswith(one.prefix) and article.text[one.end :].startswith(one.suffix)
            assert (one.source, one.sha256) == ("a", article.sha256)


@SLOW
@given(STORIES, st.data())
def test_the_order_of_texts_is_nothing(story: list[tuple[str, Language]], data: st.DataObject) -> None:
    told = [(f"s{number}", *one) for number, one in enumerate(story)]
    report = check_texts(told)
    assert check_texts(data.draw(st.permutations(told))) == report
    assert [one for one in report.findings if one.cause == "crash"] == []
    for one in report.coverage:
        assert one.read == one.compared + one.lone + one.unexamined == one.compared + one.lone + len(one.values)
    known = {claim.id for claim in report.claims}
    assert all(claim in known for fact in report.facts for camp in fact.camps for claim in camp.claims)


@SLOW
@given(TOLD)
def test_a_text_agrees_with_itself_and_is_one_root(told: tuple[str, Language]) -> None:
    report = check_texts([("a", *told), ("b", *told)])
    conflicts = [one.message for one in report.findings if one.verdict == "conflict" and len(one.sources) > 1]
    assert conflicts == []


def test_a_report_of_the_sample_story_keeps_its_schema() -> None:
    records = extract_paths([STORY]).records
    assert all(validate(record, "claims-record", "x") == () for record in json.loads(json.dumps(records)))


def run(folder: Path, *arguments: object, **environment: str) -> str:
    """What `checker` prints, run in `folder` in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment}
    command = [sys.executable, "-m", "checker", *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Caracas", "LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8"},
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
]


@pytest.fixture(scope="module")
def report_bytes() -> str:
    return run(ROOT, "check", *files(), "--format", "json", "-q", PYTHONHASHSEED="7")


def files() -> list[Path]:
    return [file.relative_to(ROOT) for file in sorted(STORY.glob("*.txt"))]


@pytest.mark.parametrize("at", range(len(SURROUNDINGS)))
def test_order_of_files_and_surroundings_change_no_byte(at: int, report_bytes: str) -> None:
    ordered = files()[at + 1 :] + files()[: at + 1]
    arguments = ("check", *(ordered[::-1] if at % 2 else ordered), "--format", "json", "-q")
    assert run(ROOT, *arguments, **SURROUNDINGS[at]) == report_bytes


def test_checking_is_extracting_and_comparing(tmp_path: Path) -> None:
    records = extract_paths([STORY]).records
    claims = tmp_path / "claims.jsonl"
    claims.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    checked = bytes_of(check_paths([STORY]).report)
    assert bytes_of(compare_files([claims]).report) == checked
    claims.write_text("".join(sorted(claims.read_text("utf-8").splitlines(keepends=True), reverse=True)), "utf-8")
    assert bytes_of(compare_files([claims]).report) == checked
