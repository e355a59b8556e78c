"""The published schemas and the models have the same keys, required keys, words and limits."""

from __future__ import annotations

import json
from typing import Any

import pytest

from checker.model import claim, config, fact, finding, report, rule, source, value, waiver
from checker.model.base import Model
from checker.schemas import SCHEMAS, schema_text

PAIRS: dict[str, type[Model]] = {
    "value#number": value.Number,
    "value#count": value.Count,
    "value#percent": value.Percent,
    "value#money": value.Money,
    "value#measure": value.Measure,
    "value#date": value.Date,
    "value#datetime": value.DateTime,
    "value#duration": value.Duration,
    "value#names": value.Names,
    "value#name": value.Name,
    "value#place": value.Place,
    "value#quote": value.Quote,
    "value#status": value.Status,
    "value#novalue": value.NoValue,
    "value#mention": value.Mention,
    "source": source.Source,
    "article": source.Article,
    "article#block": source.Block,
    "article#hint": source.DateHint,
    "claim": claim.Claim,
    "claim#evidence": claim.Evidence,
    "claim#attribution": claim.Attribution,
    "claim#event": claim.Event,
    "report": report.Report,
    "report#tool": report.Tool,
    "report#source-entry": report.SourceEntry,
    "report#coverage": report.Coverage,
    "report#unexamined-value": report.UnexaminedValue,
    "report#root": fact.Root,
    "report#fact-key": fact.FactKey,
    "report#camp": fact.Camp,
    "report#fact": fact.Fact,
    "report#finding": finding.Finding,
    "report#suppression": finding.Suppression,
    "report#gate": report.Gate,
    "config": config.Config,
    "config#output": config.Output,
    "config#gate": config.GateConfig,
    "waivers": waiver.Waivers,
    "waivers#waiver": waiver.Waiver,
    "baseline": waiver.Baseline,
    "baseline#entry": waiver.BaselineEntry,
    "rule-pack": rule.RulePack,
    "rule-pack#rule": rule.Rule,
    "rule-pack#fact-type": rule.FactType,
    "rule-pack#event-type": rule.EventType,
    "rule-pack#known-name": rule.KnownName,
    "rule-pack#question": rule.Question,
    "rule-pack#tolerance": rule.Tolerance,
    "rule-pack#phrase": rule.Phrase,
    "rule-pack#guard": rule.Guard,
    "rule-case": rule.RuleCase,
    "rule-case#text": rule.CaseText,
    "rule-case#finding": rule.ExpectedFinding,
}
"""A schema, or a definition in one behind `#`, and the model that it publishes."""

ALWAYS_SAID = {"kind", "schema"}
"""Keys that the models fill in themselves and a document must carry: they say what it is."""

LIMITS = ("pattern", "minimum", "maximum", "minItems", "minLength")


class Document:
    """A JSON Schema with its references followed: a published one by name, or one that pydantic makes."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root

    def follow(self, schema: dict[str, Any]) -> tuple[Document, dict[str, Any]]:
        """The schema with the keywords of what it refers to."""
        if "$ref" not in schema:
            return self, schema
        file, _, pointer = schema["$ref"].partition("#")
        document = published(file.removesuffix(".schema.json")) if file else self
        target = document.root["$defs"][pointer.removeprefix("/$defs/")] if pointer else document.root
        inner_document, inner = document.follow(target)
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        merged = inner | beside
        merged["properties"] = inner.get("properties", {}) | beside.get("properties", {})
        merged["required"] = [*inner.get("required", ()), *beside.get("required", ())]
        return inner_document, merged

    def words(self, schema: dict[str, Any]) -> set[str]:
        """The words that a key's text, or the texts of its list, are limited to; empty where they are not."""
        document, schema = self.follow(schema)
        if schema.get("properties"):
            return set()
        found = {word for word in [*schema.get("enum", ()), schema.get("const")] if word is not None}
        for inner in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])):
            found |= document.words(inner)
        return found

    def limits(self, schema: dict[str, Any]) -> dict[str, object]:
        """The limits on a key's own text, number or list, `above n` written as `n + 1 or more`."""
        document, schema = self.follow(schema)
        if schema.get("properties"):
            return {}
        found = {limit: schema[limit] for limit in LIMITS if limit in schema}
        if "exclusiveMinimum" in schema:
            found["minimum"] = schema["exclusiveMinimum"] + 1
        for inner in schema.get("anyOf", ()):
            found |= document.limits(inner)
        return found


def published(name: str) -> Document:
    return Document(json.loads(schema_text(name)))


def both(pair: str) -> tuple[tuple[Document, dict[str, Any]], tuple[Document, dict[str, Any]]]:
    """The published schema and the one that pydantic makes of the model, each with its document."""
    name, _, definition = pair.partition("#")
    document = published(name)
    ours = document.follow(document.root["$defs"][definition] if definition else document.root)
    made = Document(PAIRS[pair].model_json_schema(by_alias=True))
    return ours, made.follow(made.root)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_model_and_its_schema_have_the_same_keys(pair: str) -> None:
    (_, ours), (_, theirs) = both(pair)
    assert set(ours["properties"]) == set(theirs["properties"])


@pytest.mark.parametrize("pair", PAIRS)
def test_a_model_and_its_schema_require_the_same_keys(pair: str) -> None:
    (_, ours), (_, theirs) = both(pair)

    assert set(ours.get("required", ())) - ALWAYS_SAID == set(theirs.get("required", ())) - ALWAYS_SAID
    assert ALWAYS_SAID & set(ours["properties"]) <= set(ours.get("required", ()))


@pytest.mark.parametrize("pair", PAIRS)
def test_a_model_and_its_schema_allow_the_same_words(pair: str) -> None:
    (our_document, ours), (their_document, theirs) = both(pair)
    for key, schema in theirs["properties"].items():
        if key != "schema":
            assert our_document.words(ours["properties"][key]) == their_document.words(schema), key


@pytest.mark.parametrize("pair", PAIRS)
def test_a_limit_of_the_model_is_one_of_its_schema(pair: str) -> None:
    (our_document, ours), (their_document, theirs) = both(pair)
    for key, schema in theirs["properties"].items():
        assert their_document.limits(schema).items() <= our_document.limits(ours["properties"][key]).items(), key


def test_the_words_of_languages_kinds_verdicts_and_causes_agree() -> None:
    languages = published("source").root["$defs"]["language"]["enum"]
    assert list(published("rule-pack").root["$defs"]["per-language"]["properties"]) == languages
    kinds = published("value").root["$defs"]["kind"]["enum"]
    assert [branch["if"]["properties"]["kind"]["const"] for branch in published("value").root["allOf"]] == kinds
    branches = published("report").root["$defs"]["finding"]["allOf"]
    causes = {
        branch["if"]["properties"]["verdict"]["const"]: tuple(branch["then"]["properties"]["cause"]["enum"])
        for branch in branches
    }
    assert causes == finding.CAUSES


def test_every_closed_definition_has_its_model() -> None:
    """So that a new definition cannot be left out of this table."""
    closed = {
        f"{name}#{definition}"
        for name in SCHEMAS
        for definition, schema in published(name).root["$defs"].items()
        if schema.get("additionalProperties") is False
    }
    without_model = {
        "rule-pack#pack", "rule-pack#facts", "rule-pack#names", "rule-pack#cases", "rule-pack#per-language",
        "rule-pack#phrases",
    }  # fmt: skip
    assert closed - set(PAIRS) == without_model
