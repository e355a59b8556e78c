"""Unexamined: the values of an article that no comparable claim was formed from, counted."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article


def _unexamined(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    source = article.source.id
    for coverage in story.coverage:
        if coverage.source == source and coverage.unexamined:
            kinds: dict[str, int] = {}
            for value in coverage.values:
                kinds[value.kind] = kinds.get(value.kind, 0) + 1
            yield make(
                rule,
                "unexamined",
                fields={"source": source, "unexamined": str(coverage.unexamined), "read": str(coverage.read)},
                about=source,
                sources=[source],
                trace=[f"{kind}: {count}" for kind, count in sorted(kinds.items())],
            )


CHECK = Check("unexamined", Parameters, ("source", "unexamined", "read"), of_article=_unexamined)
