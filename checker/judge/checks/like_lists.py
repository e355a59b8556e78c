"""Like lists: two sources list the same things, all but one or two of which are the same.

Only whole lists that a count of as many things introduces (*the five killed were …*) and that share most of their
items: lists of which nothing is said may be of two matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.judge.camps import camp_at, joined, largest_first
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Count, Mention, Names

_ENDS = re.compile(r"[.!?]\s|\n")
_WITHIN = 80
"""Code points between a count and the list that it counts."""


class LikeListsParameters(Parameters):
    """`least`: how many items the lists must share at least. `differing`: how many they may not share at most."""

    least: int = 3
    differing: int = 1


def _like_lists(rule: Rule, parameters: Parameters, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, LikeListsParameters)
    told: dict[frozenset[str], dict[str, Camp]] = defaultdict(dict)
    for items, source, camp in _lists(story):
        told[items].setdefault(source, camp)
    by_item: dict[str, list[frozenset[str]]] = defaultdict(list)
    for items in sorted(told, key=sorted):
        for item in items:
            by_item[item].append(items)
    pairs = {(one, other) for lists in by_item.values() for one, other in combinations(lists, 2)}
    for one, other in sorted(pairs, key=lambda pair: (sorted(pair[0]), sorted(pair[1]))):
        shared = one & other
        if len(one) != len(other) or len(shared) < parameters.least or len(one) - len(shared) > parameters.differing:
            continue
        if not told[one].keys().isdisjoint(told[other]):
            continue  # a source that has both tells of two things
        camps = largest_first([joined(told[items].values()) for items in (one, other)])
        apart = " against ".join(
            f"{', '.join(_other_items(camp, shared, story))} ({', '.join(camp.sources)})" for camp in camps
        )
        yield make(
            rule,
            "list",
            fields={"apart": apart, "shared": ", ".join(sorted(_shared_items(camps[0], shared, story)))},
            about=" ".join(sorted(one | other)),
            camps=camps,
            trace=[f"both lists are said to have {len(one)} items and share {', '.join(sorted(shared))}"],
        )


def _lists(story: Story) -> Iterator[tuple[frozenset[str], str, Camp]]:
    """The whole lists that a count of as many things introduces: the keys of their items, source, and camp."""
    for article in story.articles:
        source = article.source.id
        mentions = story.mentions.get(source, ())
        counts = [one for one in mentions if isinstance(one.value, Count) and one.value.modifier == "exact"]
        for mention in mentions:
            if isinstance(mention.value, Names) and mention.value.complete and _is_counted(mention, counts, article):
                yield (
                    frozenset(story.names.key(item, source) for item in mention.value.items),
                    source,
                    camp_at(article, mention),
                )


def _is_counted(listed: Mention, counts: Sequence[Mention], article: Article) -> bool:
    """Whether a count of as many things stands before a list in its sentence: *the five killed were …*."""
    assert isinstance(listed.value, Names)
    for count in counts:
        assert isinstance(count.value, Count)
        near = 0 <= listed.start - count.end <= _WITHIN and count.value.amount == len(listed.value.items)
        if near and _ENDS.search(article.text, count.end, listed.start) is None:
            return True
    return False


def _shared_items(camp: Camp, shared: frozenset[str], story: Story) -> list[str]:
    assert isinstance(camp.value, Names)
    return [item for item in camp.value.items if story.names.key(item, camp.sources[0]) in shared]


def _other_items(camp: Camp, shared: frozenset[str], story: Story) -> list[str]:
    assert isinstance(camp.value, Names)
    return [item for item in camp.value.items if story.names.key(item, camp.sources[0]) not in shared]


CHECK = Check("like_lists", LikeListsParameters, ("apart", "shared"), of_story=_like_lists)
