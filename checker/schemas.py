"""The published JSON Schemas (2020-12), and checking what comes from outside against them.

A schema's name is its file's stem (`claim`, `report`); one of its definitions is written behind a slash
(`rule-pack/facts`: a parsed facts.toml). Checking yields every violation, each with its JSON path and a remedy; the
remedy ends with the schema's description in brackets, unless that begins with a capital and is a sentence of its own.
Nothing is fetched: all references stay among the files of the schemas folder. jsonschema is loaded on first use, as it
is slow to load.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.errors import Problem
from checker.packaged import packaged

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

BASE = "https://checker.example/schemas/"
SCHEMAS = (
    "article", "baseline", "claim", "claims-record", "config", "report", "rule-case", "rule-pack", "source", "value",
    "waivers",
)  # fmt: skip
PACK_FILES = (
    "rule-pack/pack",
    "rule-pack/phrases",
    "rule-pack/facts",
    "rule-pack/names",
    "rule-pack/rule",
    "rule-pack/cases",
)
"""The definitions that describe the parsed TOML of each kind of file in a pack."""


def schema_text(name: str) -> str:
    """The JSON text of the schema `name`, one of SCHEMAS."""
    return (packaged("schemas") / f"{name}.schema.json").read_text("utf-8")


def validate(instance: object, schema_name: str, where: str) -> tuple[Problem, ...]:
    """Everything in `instance` that breaks the schema, in the order of its JSON paths; empty where nothing does.

    `instance` is parsed JSON or TOML; `schema_name` is one of SCHEMAS or PACK_FILES; `where` names the file, with a
    line where it has lines: `claims.jsonl:3` gives problems at `claims.jsonl:3: $.value.amount`. A name of no schema is
    a ValueError.
    """
    errors = [leaf for error in _validator(schema_name).iter_errors(instance) for leaf in _leaves(error)]
    found: dict[tuple[str, str], Problem] = {}
    for error in sorted(_narrowest(errors), key=_position):
        for path, what, remedy in _described(error):
            found.setdefault((path, what), Problem(f"{where}: {path}", what, remedy))
    return tuple(found.values())


@cache
def _schema(name: str) -> dict[str, Any]:
    """The parsed schema, without `$schema`: that would bring jsonschema's own validator back in place of ours."""
    loaded: dict[str, Any] = json.loads(schema_text(name))
    del loaded["$schema"]
    return loaded


@cache
def _validator(schema_name: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator, validators
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    if schema_name not in SCHEMAS + PACK_FILES:
        raise ValueError(f"no schema {schema_name!r}; the schemas are {', '.join(SCHEMAS + PACK_FILES)}")
    registry: Registry[Any] = Registry().with_resources(
        (f"{BASE}{name}.schema.json", DRAFT202012.create_resource(_schema(name))) for name in SCHEMAS
    )
    extend: Any = validators.extend  # it has no types
    strict = extend(Draft202012Validator, {"pattern": _pattern})
    name, _, definition = schema_name.partition("/")
    reference = f"{BASE}{name}.schema.json" + (f"#/$defs/{definition}" if definition else "")
    built: Draft202012Validator = strict({"$ref": reference}, registry=registry)
    return built


def _pattern(_: Any, pattern: str, instance: object, schema: object) -> Iterator[ValidationError]:
    """The keyword `pattern`, with `$` at the very end only: Python's own lets a line end follow."""
    from jsonschema.exceptions import ValidationError

    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError("does not match")


# From jsonschema's tree of errors to a flat list of those that a person would name.


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """The error itself, or those of the one branch of an `anyOf` whose type fits what stands there."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    meant = [b for b in branches.values() if not any(e.validator == "type" and not e.path for e in b)]
    if len(meant) != 1:
        yield error
        return
    for inner in meant[0]:
        yield from _leaves(inner)


def _narrowest(errors: list[ValidationError]) -> Iterator[ValidationError]:
    """Of several wrong types or unknown words at one place only the error that allows least: mending it mends all."""
    least: dict[tuple[str, object], int] = {}
    for error in errors:
        place = (error.json_path, error.validator)
        least[place] = min(_breadth(error), least.get(place, _breadth(error)))
    return (error for error in errors if _breadth(error) == least[error.json_path, error.validator])


def _breadth(error: ValidationError) -> int:
    allows = error.validator_value
    return len(allows) if error.validator in ("type", "enum") and isinstance(allows, list) else 1


def _position(error: ValidationError) -> tuple[tuple[int, int, str], ...]:
    """Sorts by JSON path, list items by number."""
    return tuple((0, s, "") if isinstance(s, int) else (1, 0, str(s)) for s in error.absolute_path)


# From an error to path, what is wrong, and the remedy.


def _described(error: ValidationError) -> Iterator[tuple[str, str, str]]:
    """Path, what and remedy; several where one error stands for several keys."""
    path = _path(error.absolute_path)
    instance: Any = error.instance
    schema: Any = error.schema
    value: Any = error.validator_value
    hint = _hint(schema)
    match error.validator:
        case "required":
            own = schema.get("properties", {})
            for key in value:
                if key not in instance:
                    yield path, f'the key "{key}" is missing', f'add "{key}"{_hint(own.get(key, {}))}'
        case "additionalProperties" | "unevaluatedProperties" if value is False:
            known = sorted(_known_keys(schema))
            for key in sorted(set(instance) - set(known), key=str):
                yield _path([*error.absolute_path, key]), "unknown key", _instead(key, known, "remove it")
        case "type" | "anyOf" if types := _types(error):
            yield path, f"must be {_either(types)}, not {_shown(instance)}", _retyped(instance, types) + hint
        case "pattern":
            title = schema.get("title", "text of the form wanted")
            examples = " or ".join(_shown(example) for example in schema.get("examples", ())[:3])
            yield path, f"{_shown(instance)} is not a valid {title}", f"write it like {examples}{hint}"
        case "enum" | "const":
            words = [value] if error.validator == "const" else [word for word in value if word is not None]
            yield path, f"{_shown(instance)} is not allowed here", _instead(instance, words, "change it") + hint
        case _:
            yield path, *_bounded(str(error.validator), instance, value, hint, error.message)


def _bounded(keyword: str, instance: Any, limit: Any, hint: str, message: str) -> tuple[str, str]:
    """What and remedy where something is too small, too large, too short or too long."""
    match keyword:
        case "minimum":
            return f"{instance} is too small", f"write {limit} or more{hint}"
        case "maximum":
            return f"{instance} is too large", f"write {limit} or less{hint}"
        case "minLength":
            return "the text is empty", f"write something{hint}"
        case "maxLength":
            return f"the text has {len(instance)} characters", f"shorten it to at most {limit}{hint}"
        case "minItems" | "minProperties":
            return f"holds {len(instance)} of at least {limit}", f"add what is missing{hint}"
        case "maxItems" | "maxProperties":
            return f"holds {len(instance)}, at most {limit} allowed", f"remove what is too much{hint}"
    return message[:200], f"change it to fit the schema{hint}"


def _path(steps: Iterable[str | int]) -> str:
    """A JSON path: `$.findings[0].camps[1].value`; a key that is no plain word stands in brackets and quotes."""
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int)
        else f".{step}" if re.fullmatch(r"[\w-]+", str(step))
        else f"[{json.dumps(str(step), ensure_ascii=False)}]"
        for step in steps
    )  # fmt: skip


def _known_keys(schema: Mapping[str, Any]) -> set[str]:
    """The keys that a closed object may have: its own, and those of the definition that it builds on."""
    known = set(schema.get("properties", ()))
    file, _, pointer = schema.get("$ref", "").partition(".schema.json#/$defs/")
    if pointer:
        known |= _known_keys(_schema(file)["$defs"][pointer])
    return known


def _hint(schema: Mapping[str, Any]) -> str:
    """The schema's description in brackets, unless it is a sentence of its own."""
    description = schema.get("description", "")
    return f" ({description})" if description and not description[0].isupper() else ""


def _instead(wrong: object, known: list[Any], otherwise: str) -> str:
    """The nearest of the known words, or all of them."""
    near = get_close_matches(str(wrong), [str(word) for word in known], n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    if len(known) == 1:
        return f"{otherwise}, or write {_shown(known[0])}"
    return f"{otherwise}, or use one of: {', '.join(str(word) for word in known)}" if known else otherwise


def _types(error: ValidationError) -> list[str]:
    """The types that would do: of the error, or of all its branches where each fails by its type."""
    if error.validator == "anyOf":
        return sorted({kind for inner in error.context or () if inner.validator == "type" for kind in _types(inner)})
    value: Any = error.validator_value
    return [value] if isinstance(value, str) else list(value)


def _either(types: list[str]) -> str:
    names = {"array": "a list", "integer": "a whole number", "null": "null", "object": "an object"}
    return " or ".join(names.get(kind, f"a {kind}") for kind in types)


def _retyped(instance: object, types: list[str]) -> str:
    """The remedy for a wrong type."""
    if types == ["null"]:
        return "leave it out"
    if "string" in types and not isinstance(instance, (dict, list)) and instance is not None:
        return f'put it in quotes: "{str(instance).lower() if isinstance(instance, bool) else instance}"'
    wanted = _either([kind for kind in types if kind != "null"])
    return f"write {wanted}, or leave it out" if "null" in types else f"write {wanted}"


def _shown(instance: object) -> str:
    """A short form of what stands there, for a message."""
    match instance:
        case dict():
            return "an object"
        case list():
            return f"a list of {len(instance)}"
        case None | bool() | int() | float() | str():
            text = json.dumps(instance, ensure_ascii=False)
            return text if len(text) <= 72 else text[:68] + '..."'
    return f"the {type(instance).__name__} {instance}"
