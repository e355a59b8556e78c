"""Runs the pages of tests/specs/blocks: a text, and the blocks, credit, language, days and hints that it gives."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from checker.ingest import article_from_text
from checker.model.source import Article

SPECS = sorted((Path(__file__).parents[1] / "specs" / "blocks").glob("*.toml"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in SPECS
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


def _seen(article: Article, case: dict[str, Any]) -> dict[str, Any]:
    """What the case speaks of, in its own form; each block cut to as many characters as the case gives."""
    blocks = []
    for index, block in enumerate(article.blocks):
        wanted = case["blocks"][index].partition(": ")[2] if index < len(case["blocks"]) else ""
        words = article.text[block.start : block.end]
        blocks.append(f"{block.kind}: {words[: len(wanted) or 20]}")
    seen = {
        "blocks": blocks,
        "credit": article.source.credit,
        "published": article.published,
        "modified": article.modified,
        "hints": [f"{hint.value.edtf} {hint.basis} {hint.certainty}" for hint in article.hints],
    }
    if "language" in case:
        seen["language"] = article.language
    if "skipped" in case:
        seen["skipped"] = [article.text[start:end] for start, end in article.skipped]
    return seen


@pytest.mark.parametrize("case", CASES)
def test_page(case: dict[str, Any]) -> None:
    article = article_from_text("page", case["text"], markdown=case.get("markdown", False))
    silent: dict[str, Any] = {"credit": None, "published": None, "modified": None, "hints": []}
    wanted = {**silent, **{key: case[key] for key in case if key not in ("name", "text", "markdown")}}
    assert _seen(article, case) == wanted


def test_there_are_enough_pages() -> None:
    assert len(CASES) >= 60
