"""Text from outside may hold anything, and stays text in every format: it begins no command, markup, row or formula."""

from __future__ import annotations

import json
import re
import unicodedata
import xml.etree.ElementTree as ET

import pytest

from checker.reporters import REPORTERS
from checker.reporters.csv import COLUMNS
from checker.reporters.visible import shortened, visible
from tests.unit.reading import PUBLISHED, commands, complaints, documents, needs_schemas, page, rows
from tests.unit.reports import HOSTILE, given_with, hostile, name_of

TEXTS = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
JSON = ("claimreview", "gitlab", "json", "jsonl", "rdjson", "sarif", "sarif-github")
FOR_PEOPLE = ("github", "junit", "markdown", "table")
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cs", "Cn"}
JOINERS = "\u200c\u200d"
"""What joins signs into one emoji or letter: a person sees it."""


def rendered(form: str, text: str) -> str:
    return REPORTERS[form](hostile(text), given_with(text))


@TEXTS
@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_the_same_bytes_again_and_a_line_end_at_the_end(form: str, text: str) -> None:
    made = rendered(form, text)
    assert made.encode() == rendered(form, text).encode()
    assert made.endswith("\n")


@TEXTS
@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_nothing_unseen_is_printed(form: str, text: str) -> None:
    made = rendered(form, text)
    if form == "github":  # the file's name must stay what it is; the runner takes it out of the line
        made = "".join(properties.get("title", "") + data for _, properties, data in commands(made))
    odd = {sign for sign in made if unicodedata.category(sign) in UNSEEN and sign not in JOINERS}
    assert odd <= {"\n"}


@TEXTS
@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_no_line_is_a_command_to_a_build_server(form: str, text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", rendered(form, text))
    if form != "github":
        assert not [line for line in lines if line.lstrip().startswith("::")]
        assert not [line for line in lines if re.search(r"##\w*\[", line)]


@TEXTS
@pytest.mark.parametrize("form", JSON)
def test_json_can_be_read_by_lines(form: str, text: str) -> None:
    made = rendered(form, text)
    assert documents(form, made)
    assert len(made.splitlines()) == made.count("\n")
    assert {sign for sign in made if unicodedata.category(sign) in UNSEEN and sign not in JOINERS} <= {"\n"}


@needs_schemas
@TEXTS
@pytest.mark.parametrize("form", PUBLISHED)
def test_it_keeps_the_published_schema(form: str, text: str) -> None:
    assert list(complaints(form, rendered(form, text))) == []


@TEXTS
def test_words_are_verbatim_where_programs_want_them(text: str) -> None:
    (result, *_) = json.loads(rendered("sarif", text))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == text
    assert (region["charOffset"], region["charLength"]) == (4, len(text))
    assert (region["startLine"], region["startColumn"]) == (2, 1)
    assert json.loads(rendered("claimreview", text))[0]["itemReviewed"]["text"] == text


@TEXTS
def test_annotations_are_those_that_were_meant(text: str) -> None:
    found = commands(rendered("github", text))
    assert [name for name, _, _ in found] == ["error", "error", "warning", "notice"]
    for _, properties, data in found[:-1]:
        assert properties["file"] == name_of(text)
        assert properties["line"] == "2"
        assert data.count("\n") == len(data.splitlines()) - 1
        assert len(data) < 5000


@TEXTS
def test_cells_are_text(text: str) -> None:
    table = rows(rendered("csv", text))
    assert [len(row) for row in table] == [len(COLUMNS)] * 6
    for row in table:
        assert not [cell for cell in row if cell.lstrip().startswith(tuple("=+-@＝＋－＠\t\r"))]
        assert not [cell for cell in row if "\n" in cell or "\r" in cell]


@TEXTS
def test_xml_is_well_formed_and_nothing_is_lost(text: str) -> None:
    suites = ET.fromstring(rendered("junit", text))
    assert [int(suite.get("tests", "")) for suite in suites] == [3, 1, 2]
    assert {element.tag for element in suites.iter()} == {
        "testsuites", "testsuite", "testcase", "failure", "skipped", "error",
    }  # fmt: skip


@TEXTS
def test_markdown_has_only_our_markup(text: str) -> None:
    made = rendered("markdown", text)
    markup, words = page(made)
    html = {one for one in markup if one.startswith("<")}
    assert {re.sub(r"\d+ \w+", "1 thing", one) for one in html} <= {
        "<details><summary>1 thing</summary>", "</details>", "<!-- -->",
    }  # fmt: skip
    assert {one.removesuffix("_open").removesuffix("_close") for one in markup - html} <= {
        "heading", "paragraph", "bullet_list", "list_item", "strong", "inline", "text",
        "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert shortened(visible(text), 1000).strip() in words
    name = shortened(visible(name_of(text)), 125).strip()
    assert f"unexamined{name}en{name}1100" in words, "each figure stands in its own column"
    assert not re.search(r"(?<![\w&])[@#]\w", made), "nobody is called, no issue is named"


@TEXTS
def test_a_review_can_stand_in_a_page(text: str) -> None:
    made = rendered("claimreview", text)
    assert "<" not in made and "&" not in made


@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_what_people_read_stays_short_enough_to_read(form: str) -> None:
    if form in FOR_PEOPLE or form in ("gitlab", "sarif-github"):
        assert len(rendered(form, HOSTILE["a long line"])) < 150_000
