"""How the programs that the formats are for read them: so much of each as tells whether a text means what it should."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from jsonschema import Draft4Validator
from jsonschema.protocols import Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token

CONFORMANCE = Path(__file__).parents[3] / "shared" / "conformance"
needs_schemas = pytest.mark.skipif(not CONFORMANCE.is_dir(), reason="../shared/conformance is not here")
_JSON = {
    "sarif": "sarif-schema-2.1.0.json",
    "sarif-github": "sarif-schema-2.1.0.json",
    "rdjson": "reviewdog-DiagnosticResult.json",
    "gitlab": "gitlab-codequality-item.json",
}
PUBLISHED = (*_JSON, "junit")
"""The formats with a published schema."""
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


@cache
def _validator(form: str) -> Validator:
    return Draft4Validator(json.loads((CONFORMANCE / _JSON[form]).read_text("utf-8")))


@cache
def _junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(CONFORMANCE / "junit-10.xsd"))


def complaints(form: str, text: str) -> Iterator[str]:
    """What the published schema of a format has against a text."""
    if form == "junit":
        yield from (str(error) for error in _junit().iter_errors(text))
        return
    document = json.loads(text)
    for one in document if form == "gitlab" else (document,):
        yield from (f"{error.json_path}: {error.message}" for error in _validator(form).iter_errors(one))


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner takes from what a step prints: commands, their properties, their data.

    The runner reads lines, takes those that begin with `::` after blanks, parts properties at commas, and turns %0A and
    its like back.
    """
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        if line.lstrip().startswith("::"):
            command = COMMAND.fullmatch(line)
            assert command, line[:200]
            properties = dict(one.split("=", 1) for one in command[2].split(","))
            found.append((command[1], {key: _plain(value) for key, value in properties.items()}, _plain(command[3])))
        else:
            assert line == "", line[:200]
    return found


def _plain(text: str) -> str:
    for written, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(written, sign)
    return text


def rows(text: str) -> list[list[str]]:
    """The rows that a spreadsheet reads, without those of names."""
    assert text.startswith("\ufeff")
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True))[1:]


def page(text: str) -> tuple[set[str], str]:
    """What makes up a page of GitHub's Markdown (kinds of markup, and HTML as it is), and the words on it."""
    tokens = [*_all(MarkdownIt("gfm-like").parse(text))]
    markup = {token.content.strip() if token.type.startswith("html_") else token.type for token in tokens}
    return markup, "".join(token.content for token in tokens if token.type == "text")


def _all(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or ())


def documents(form: str, text: str) -> list[Any]:
    """The JSON documents that a text holds: one, or one a line."""
    return [json.loads(line) for line in text.splitlines()] if form == "jsonl" else [json.loads(text)]
