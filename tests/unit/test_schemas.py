"""The schemas themselves, and how a violation is told."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.errors import Problem
from checker.schemas import BASE, PACK_FILES, SCHEMAS, schema_text, validate

FOLDER = Path(__file__).parents[2] / "schemas"


def subschemas(schema: object) -> list[dict[str, Any]]:
    """Every object inside a schema, the examples left out."""
    if isinstance(schema, list):
        return [found for inner in schema for found in subschemas(inner)]
    if not isinstance(schema, dict):
        return []
    return [schema] + [found for key, inner in schema.items() if key != "examples" for found in subschemas(inner)]


def test_every_schema_file_is_known_by_its_name() -> None:
    assert sorted(path.name.removesuffix(".schema.json") for path in FOLDER.iterdir()) == sorted(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_draft_2020_12_under_its_published_address(name: str) -> None:
    schema = json.loads(schema_text(name))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{BASE}{name}.schema.json"
    assert schema["title"] and schema["description"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_text_pattern_has_a_title_and_examples_that_fit_it_for_the_messages(name: str) -> None:
    for schema in subschemas(json.loads(schema_text(name))):
        if isinstance(schema.get("pattern"), str):
            assert schema["title"]
            for example in schema["examples"]:
                Draft202012Validator({"pattern": schema["pattern"]}).validate(example)
            assert schema["pattern"][0] == "^" and schema["pattern"][-1] == "$"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_is_closed(name: str) -> None:
    """A definition with fixed keys refuses others, but for the two to which a claims file's records add a key."""
    for schema in subschemas(json.loads(schema_text(name))):
        if schema.get("type") == "object" and "required" in schema and "allOf" not in schema:
            open_for_records = schema.get("title", "").startswith(("Article, ", "Claim, "))
            assert open_for_records or "additionalProperties" in schema, schema.get("title")


def claim(**changes: object) -> dict[str, Any]:
    """The first example of the claim schema with some keys changed."""
    example: dict[str, Any] = json.loads(schema_text("claim"))["examples"][0]
    return example | changes


def test_a_problem_names_file_line_and_json_path_with_a_remedy() -> None:
    value = {"kind": "count", "amount": 8, "noun": "ship"}
    assert validate(claim(value=value), "claim", "claims.jsonl:3") == (
        Problem(
            "claims.jsonl:3: $.value.amount",
            "must be a string, not 8",
            'put it in quotes: "8" (only a range may do without)',
        ),
    )


def test_every_violation_is_told_in_the_order_of_the_paths() -> None:
    wrong = claim(value={"kind": "money", "amount": "1,5", "currency": "euro", "modifer": "about"}, polarity="no")
    wrong["evidence"][0]["start"] = "38"
    del wrong["id"]
    assert [str(problem) for problem in validate(wrong, "claim", "c")] == [
        'c: $: the key "id" is missing; add "id"',
        'c: $.evidence[0].start: must be a whole number, not "38"; '
        "write a whole number (offset of the first code point)",
        'c: $.polarity: "no" is not allowed here; change it, or use one of: affirmed, denied',
        'c: $.value.modifer: unknown key; did you mean "modifier"?',
        'c: $.value.amount: "1,5" is not a valid decimal string; write it like "8" or "1.5" or "-0.25"'
        " (plain digits with a decimal point: no exponent, grouping or zeros that add nothing)",
        'c: $.value.currency: "euro" is not a valid ISO 4217 currency code; write it like "USD" or "EUR" or "CNY"'
        " (null where the words do not say)",
    ]


def test_a_toml_date_without_quotes_is_said_so() -> None:
    article = {"id": "a", "text": "It rained.", "published": date(2021, 3, 2)}
    case = {"rule": "DAT201", "name": "rain", "expects": "silent", "articles": [article]}
    (problem,) = validate({"case": [case]}, "rule-pack/cases", "DAT201.cases.toml")
    assert str(problem) == (
        "DAT201.cases.toml: $.case[0].articles[0].published: must be a string or null, not the date 2021-03-02; "
        'put it in quotes: "2021-03-02"'
    )


def test_a_key_that_is_no_word_is_quoted_in_the_path() -> None:
    (problem,) = validate({"fact_type": [], "le port.fr": []}, "rule-pack/facts", "facts.toml")
    assert problem.where == 'facts.toml: $["le port.fr"]'


def test_list_items_are_told_in_order() -> None:
    items = ["x"] * 12
    items[2] = items[10] = ""
    found = validate({"kind": "names", "items": items}, "value", "v")
    assert [problem.where for problem in found] == ["v: $.items[2]", "v: $.items[10]"]


@pytest.mark.parametrize("instance", [None, True, 3, "text", [], {}])
@pytest.mark.parametrize("name", SCHEMAS + PACK_FILES)
def test_what_is_something_else_altogether_is_refused(name: str, instance: object) -> None:
    may_be_empty = name in ("config", "waivers", "rule-pack/phrases", "rule-pack/facts", "rule-pack/names")
    assert bool(validate(instance, name, "f")) != (may_be_empty and instance == {})


def test_a_schema_that_is_not_there_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no schema 'clam'; the schemas are article, baseline"):
        validate({}, "clam", "f")


def test_jsonschema_is_loaded_only_when_something_is_checked() -> None:
    code = "import checker.schemas, sys; sys.exit('jsonschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=FOLDER.parent, check=False).returncode == 0
