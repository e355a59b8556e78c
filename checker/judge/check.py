"""A kind of check: code that rules parametrise. One module under `judge/checks/` each, found by itself.

A check looks at one fact, at one article, or at the whole story, and yields findings; it reads nothing else.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple

from checker.judge.story import Story
from checker.model.base import SeldomMade
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Kind


class Parameters(SeldomMade):
    """Which facts a rule looks at: those of these value kinds and attributes; all where the lists are empty."""

    kinds: tuple[Kind, ...] = ()
    attributes: tuple[str, ...] = ()
    not_attributes: tuple[str, ...] = ()

    def takes(self, fact: Fact) -> bool:
        """Whether the rule looks at this fact."""
        attribute = fact.key.attribute
        if attribute in self.not_attributes or (self.attributes and attribute not in self.attributes):
            return False
        return not self.kinds or any(camp.value.kind in self.kinds for camp in fact.camps)


class Check(NamedTuple):
    """A kind of check. Exactly one of the three functions is given; each gets the rule, its parameters and the story.

    `fields` are the names a rule's message may use beside `camps` and `rule`.
    """

    name: str
    parameters: type[Parameters]
    fields: tuple[str, ...]
    of_fact: Callable[[Rule, Parameters, Fact, Story], Iterator[Finding]] | None = None
    of_article: Callable[[Rule, Parameters, Article, Story], Iterator[Finding]] | None = None
    of_story: Callable[[Rule, Parameters, Story], Iterator[Finding]] | None = None


@cache
def kinds_of_check() -> dict[str, Check]:
    """The kinds of check by name."""
    package = import_module("checker.judge.checks")
    found = (
        import_module(f"checker.judge.checks.{module.name}").CHECK for module in pkgutil.iter_modules(package.__path__)
    )
    return {check.name: check for check in found}
