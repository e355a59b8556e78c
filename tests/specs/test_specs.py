"""Every case of every `<language>/<kind>.toml`: the values of its kinds that a text holds, with their words.

A file lists the kinds it is about; values of other kinds are not looked at. A field that a case leaves out is not
compared, but for `modifier`, which is `exact` where it is left out.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from checker.language import LANGUAGES
from checker.values.find import find_values

HERE = Path(__file__).parent


def _cases() -> list[Any]:
    found = []
    for file in sorted(file for language in LANGUAGES for file in (HERE / language).glob("*.toml")):
        data = tomllib.loads(file.read_text("utf-8"))
        for number, case in enumerate(data["case"], 1):
            name = f"{file.parent.name}-{file.stem}-{number}"
            found.append(pytest.param(file.parent.name, frozenset(data["kinds"]), case, id=name))
    return found


def _read(language: str, kinds: frozenset[str], case: dict[str, Any]) -> list[dict[str, Any]]:
    mentions = find_values(case["text"], language, case.get("published"))  # type: ignore[arg-type]
    return [
        {"exact": case["text"][mention.start : mention.end], **mention.value.model_dump(mode="json")}
        for mention in mentions
        if mention.value.kind in kinds
    ]


def _differs(wanted: dict[str, Any], read: dict[str, Any]) -> bool:
    if "modifier" in read:
        wanted = {"modifier": "exact", **wanted}
    return any(read.get(name) != value for name, value in wanted.items())


@pytest.mark.parametrize(("language", "kinds", "case"), _cases())
def test_values_are_read(language: str, kinds: frozenset[str], case: dict[str, Any]) -> None:
    read = _read(language, kinds, case)
    wanted = case["values"]
    assert len(read) == len(wanted), f"{case['text']}\nwanted {wanted}\nread {read}"
    assert not [(expected, value) for expected, value in zip(wanted, read, strict=True) if _differs(expected, value)], (
        case["text"]
    )
