"""Arguments: which output goes in which format to which file."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli.arguments import parser


@pytest.mark.parametrize(
    ("said", "outputs"),
    [
        ("", []),
        ("-o a", [(None, "a")]),
        ("--format json", [("json", None)]),
        ("--format json -o a", [("json", "a")]),
        ("-o a --format json", [("json", "a")]),
        ("--format json -o a --format table", [("json", "a"), ("table", None)]),
        ("--format table --format json -o a", [("table", None), ("json", "a")]),
        ("--format table -o b --format json -o a", [("table", "b"), ("json", "a")]),
    ],
)
def test_each_format_has_its_own_file(said: str, outputs: list[tuple[str | None, str | None]]) -> None:
    options = parser().parse_args(["check", "story", *said.split()])
    assert [(target.form, target.file) for target in options.targets] == [
        (form, Path(file) if file else None) for form, file in outputs
    ]


def test_packs_by_comma_and_by_repetition() -> None:
    options = parser().parse_args(["check", "story", "--packs", "core, news", "--packs", "./mine"])
    assert options.packs == ["core", "news", "./mine"]


def test_nothing_is_remembered_from_one_parse_to_the_next() -> None:
    parser().parse_args(["check", "story", "--format", "json"])
    assert list(parser().parse_args(["check", "story"]).targets) == []
