"""What is wrong with data that a person wrote, in plain words: what was given, and what is wanted instead."""

import difflib
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

SHOWN = 60
"""Characters of what was given that are shown."""
_IDS = {
    r"^[a-z][a-z0-9_]*$": "write small letters without accents, digits and _, a letter first",
    r"^([A-Z]{3}[0-9]{3}|9[0-9]{3})$": "write 9 and three digits, such as '9001' (built-in rules: three capitals and "
    "three digits)",
}
"""What to write, by the expression that an id must match."""


def mistakes(
    error: ValidationError, model: type[BaseModel], page: str = "docs/packs.md"
) -> Iterator[tuple[str, str, str]]:
    """The key of each mistake (`findings[0].cause`), what is wrong with it, and the remedy; `page` tells the keys."""
    for one in error.errors(include_url=False):
        steps = [step for step in one["loc"] if step != "[key]"]
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")
        if one["type"] == "too_short" and one["input"]:
            continue  # it is not empty: all that it holds is wrong, and is told of by itself
        if one["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(steps[-1]), _keys(model, steps[:-1]), 1)
            yield path, "unknown key", f"did you mean '{near[0]}'?" if near else "remove it"
        elif one["type"] == "missing":
            yield path, "the key is missing", "add it"
        else:
            key = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
            yield path, *_said(dict(one), key, page)


def _said(one: dict[str, Any], key: str, page: str) -> tuple[str, str]:
    """What is wrong with a value of `key`, and the remedy."""
    given, context = one["input"], one.get("ctx", {})
    shown, bare = _shown(given), _shown(given).strip("'")
    match one["type"]:
        case "literal_error":
            return f"{shown} is not a word that it takes", f"write {context['expected']}"
        case "string_type":
            return f"{shown} is not text", f'write it in quotes: "{bare}"'
        case "tuple_type" | "list_type":
            return f"{shown} is not a list", f'write it in brackets: ["{bare}"]'
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"{shown} is not a table", f"write {key} = {{ key = value }}; its keys are in {page}"
        case "bool_type" | "bool_parsing":
            return f"{shown} is neither true nor false", "write true or false, without quotes"
        case "too_short":
            return "the list is empty", "give at least one"
        case "string_pattern_mismatch":
            return f"{shown} is not an id", _IDS.get(context["pattern"], f"write it as {context['pattern']}")
        case "int_type" | "int_parsing" | "int_from_float":
            return f"{shown} is not a whole number", "write one without quotes"
        case "greater_than_equal":
            return f"{shown} is too small", f"write {context['ge']} or more"
        case "decimal_type" | "decimal_parsing":
            return f"{shown} is not a number", 'write one in quotes, such as "0.05"'
        case "value_error" if isinstance(given, float):
            return f"{shown} has no quotes", f'write "{bare}": a decimal without quotes is not kept exactly'
    return one["msg"].removeprefix("Value error, "), f"{shown} was given: change it"


def _shown(given: object) -> str:
    """What was given, as it stands in TOML or near it."""
    if isinstance(given, bool):
        return str(given).lower()
    text = given.isoformat() if isinstance(given, date | time) else repr(given)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _keys(model: type[BaseModel], steps: Sequence[int | str]) -> list[str]:
    """The keys of the table to which `steps` lead from `model`."""
    for step in steps:
        field = model.model_fields.get(str(step))
        model = (_model(field.annotation) if field else None) or model
    return list(model.model_fields)


def _model(annotation: object) -> type[BaseModel] | None:
    """The model in the type of a field: of `tuple[CaseText, ...]` the CaseText."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model, get_args(annotation))), None)
