"""What the models can say the published schemas accept, and it comes back the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from referencing import Registry, Resource

from checker.model.base import Model
from checker.model.value import Value
from checker.schemas import BASE, SCHEMAS, schema_text, validate
from checker.testing import strategies

quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

DRAWN: dict[str, st.SearchStrategy[Model]] = {
    "source": strategies.sources,
    "article": strategies.articles(),
    "claim": strategies.claims(),
    "report": strategies.reports,
    "rule-case": strategies.rule_cases(),
    "rule-pack": strategies.rule_packs,
}
REGISTRY = Registry().with_resources(
    (f"{BASE}{name}.schema.json", Resource.from_contents(json.loads(schema_text(name)))) for name in SCHEMAS
)


def problems(document: str, schema: str) -> list[str]:
    """What jsonschema itself, with nothing of ours, has against a JSON document."""
    validator = Draft202012Validator({"$ref": f"{BASE}{schema}.schema.json"}, registry=REGISTRY)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(document))]


@pytest.mark.parametrize("schema", DRAWN)
@quick
@given(data=st.data())
def test_every_model_dump_is_accepted_and_loads_again(schema: str, data: st.DataObject) -> None:
    model = data.draw(DRAWN[schema])
    for leave_out in (False, True):
        document = model.model_dump_json(by_alias=True, exclude_none=leave_out)
        assert problems(document, schema) == []
        assert validate(json.loads(document), schema, "-") == ()
        assert type(model).model_validate_json(document) == model


@pytest.mark.parametrize("kind", strategies.VALUES)
@quick
@given(data=st.data())
def test_every_value_is_accepted_and_loads_again(kind: str, data: st.DataObject) -> None:
    value = data.draw(strategies.VALUES[kind])  # type: ignore[index]
    any_value: TypeAdapter[Value] = TypeAdapter(Value)
    document = value.model_dump_json(exclude_none=data.draw(st.booleans()))
    assert problems(document, "value") == []
    assert any_value.validate_json(document) == value


@quick
@given(strategies.articles(), st.booleans())
def test_records_of_a_claims_file_are_articles_without_text_and_claims(article: Model, with_text: bool) -> None:
    fields = article.model_dump(mode="json", exclude=None if with_text else {"text"})
    assert validate({"record": "article", **fields}, "claims-record", "-") == ()


@quick
@given(strategies.claims(), st.sampled_from(("value", "evidence", "subject")))
def test_a_claim_without_a_required_key_is_refused_at_its_place(claim: Model, key: str) -> None:
    document = {"record": "claim", **claim.model_dump(mode="json", exclude={key})}
    (problem,) = validate(document, "claims-record", "claims.jsonl:1")
    assert problem.where == "claims.jsonl:1: $"
    assert problem.what == f'the key "{key}" is missing'


@quick
@given(strategies.reports, st.data())
def test_an_unknown_key_anywhere_in_a_report_is_named_with_its_path(report: Model, data: st.DataObject) -> None:
    document = report.model_dump(mode="json", by_alias=True)
    where, inner = data.draw(st.sampled_from(closed_objects(document, "$")))
    inner["unheard_of"] = 1
    assert [(p.where, p.what) for p in validate(document, "report", "r")] == [(f"r: {where}.unheard_of", "unknown key")]


def closed_objects(document: object, path: str) -> list[tuple[str, dict[str, object]]]:
    """Every object of a report whose keys are fixed, with its JSON path."""
    found: list[tuple[str, dict[str, object]]] = []
    if isinstance(document, dict):
        found.append((path, document))
        for key, inner in document.items():
            if key != "packs":
                found += closed_objects(inner, f"{path}.{key}")
    elif isinstance(document, list):
        for index, inner in enumerate(document):
            found += closed_objects(inner, f"{path}[{index}]")
    return found
