"""The examples inside the schemas and under tests/examples: good ones load into the models, bad ones are told well."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from checker.model.claim import Claim
from checker.model.config import Config
from checker.model.report import Report
from checker.model.rule import EventType, FactType, Guard, KnownName, Phrase, Rule, RuleCase, RulePack
from checker.model.source import Article, Source
from checker.model.value import Value
from checker.model.waiver import Baseline, Waivers
from checker.schemas import PACK_FILES, SCHEMAS, schema_text, validate

EXAMPLES = Path(__file__).parents[1] / "examples"
RULES = Path(__file__).parents[2] / "rules"


def load_record(record: dict[str, Any]) -> object:
    fields = {key: value for key, value in record.items() if key != "record"}
    return (
        Claim.model_validate(fields) if record["record"] == "claim" else Article.model_validate({"text": ""} | fields)
    )


def load_pack(pack: dict[str, Any]) -> object:
    fields = {("questions" if key == "question" else key): value for key, value in pack.items()}
    return RulePack.model_validate(fields)


def load_facts(facts: dict[str, Any]) -> object:
    return [EventType.model_validate(event) for event in facts.get("event_type", ())] + [
        FactType.model_validate(fact) for fact in facts.get("fact_type", ())
    ]


def load_phrases(tables: dict[str, Any]) -> object:
    return [Phrase.model_validate(phrase) for phrase in tables.get("phrase", ())] + [
        Guard.model_validate(guard) for guard in tables.get("guard", ())
    ]


LOADERS: dict[str, Callable[[Any], object]] = {
    "article": Article.model_validate,
    "claim": Claim.model_validate,
    "claims-record": load_record,
    "report": Report.model_validate,
    "rule-case": RuleCase.model_validate,
    "rule-pack": RulePack.model_validate,
    "rule-pack/cases": lambda cases: [RuleCase.model_validate(case) for case in cases["case"]],
    "rule-pack/facts": load_facts,
    "rule-pack/names": lambda names: [KnownName.model_validate(name) for name in names.get("name", ())],
    "rule-pack/pack": load_pack,
    "rule-pack/phrases": load_phrases,
    "rule-pack/rule": Rule.model_validate,
    "source": Source.model_validate,
    "value": TypeAdapter[Value](Value).validate_python,
    "waivers": Waivers.model_validate,
    "baseline": Baseline.model_validate,
    "config": Config.model_validate,
}
"""How an instance of each schema becomes a model."""


def examples_of(name: str) -> list[Any]:
    """The examples that a schema, or a definition in one, carries."""
    file, _, definition = name.partition("/")
    schema = json.loads(schema_text(file))
    examples: list[Any] = (schema["$defs"][definition] if definition else schema).get("examples", [])
    return examples


def files(folder: str) -> list[Any]:
    """Every example file of a folder; the schema is the path between the two."""
    return [
        pytest.param(str(path.parent.relative_to(EXAMPLES / folder)), path, id=str(path.relative_to(EXAMPLES)))
        for path in sorted((EXAMPLES / folder).rglob("*.json"))
    ]


@pytest.mark.parametrize("name", SCHEMAS + PACK_FILES)
def test_every_example_in_a_schema_validates_and_loads(name: str) -> None:
    examples = examples_of(name)
    assert examples
    for example in examples:
        assert validate(example, name, name) == ()
        LOADERS.get(name, str)(example)


def test_the_examples_of_the_value_schema_show_every_kind() -> None:
    schema = json.loads(schema_text("value"))
    assert {example["kind"] for example in schema["examples"]} == set(schema["$defs"]["kind"]["enum"])


@pytest.mark.parametrize("name", ["claim", "report"])
def test_evidence_in_examples_spans_the_words_it_quotes(name: str) -> None:
    for example in examples_of(name):
        for claim in example.get("claims", [example]):
            for evidence in claim.get("evidence", ()):
                assert evidence["end"] - evidence["start"] == len(evidence["exact"])


@pytest.mark.parametrize(("name", "path"), files("good"))
def test_a_good_file_validates_and_loads(name: str, path: Path) -> None:
    instance = json.loads(path.read_text("utf-8"))
    assert validate(instance, name, path.name) == ()
    LOADERS.get(name, str)(instance)


@pytest.mark.parametrize(("name", "path"), files("bad"))
def test_a_bad_file_is_told_with_its_path(name: str, path: Path) -> None:
    """The wrapper says where and what; a file has one fault unless it says how many."""
    wrapper = json.loads(path.read_text("utf-8"))
    expected = wrapper["expect"]
    problems = validate(wrapper["instance"], name, path.name)
    here = [
        f"{problem.what}; {problem.remedy}"
        for problem in problems
        if problem.where == f"{path.name}: {expected['path']}"
    ]
    assert any(expected["message"] in text for text in here), [str(problem) for problem in problems]
    assert len(problems) == expected.get("problems", 1), [str(problem) for problem in problems]


def kind_of_pack_file(path: Path, parsed: dict[str, Any]) -> str:
    """The schema of a file in a pack's folder, told as the loader tells it: by its name, a rule by its key `check`."""
    if path.name in ("pack.toml", "phrases.toml", "names.toml"):
        return f"rule-pack/{path.stem}"
    if path.name.endswith(".cases.toml"):
        return "rule-pack/cases"
    return "rule-pack/rule" if "check" in parsed else "rule-pack/facts"


@pytest.mark.parametrize("path", sorted(RULES.glob("*/*.toml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_of_the_built_in_packs_validates(path: Path) -> None:
    parsed = tomllib.loads(path.read_text("utf-8"))
    assert validate(parsed, kind_of_pack_file(path, parsed), path.name) == ()


def test_there_are_enough_examples_of_each_kind_of_file() -> None:
    good = Counter(param.values[0] for param in files("good"))
    bad = Counter(param.values[0] for param in files("bad"))
    for name in SCHEMAS + PACK_FILES:
        least = 8 if name in ("claim", "report") or name.startswith("rule-pack/") else 4
        assert good[name] >= 3 and bad[name] >= least, name
