"""Spelling: one person's full name is spelt in two ways, each by other sources.

Not where one source has both spellings (they are two people), nor where they are two ways to transcribe one name, nor
where nothing said of them is alike.
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
from checker.language.nouns import nouns
from checker.language.topics import topics
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Duration, Mention, Name
from checker.values.comparison import fold
from checker.values.comparison.spelling import misspelt

_AROUND, _AGE_WITHIN = 60, 12
"""Code points in which words tell who somebody is, and his age."""
Mentions = dict[str, tuple[Article, Mention]]
"""Source -> its first mention of a name."""


def _spelling(rule: Rule, parameters: Parameters, story: Story) -> Iterator[Finding]:
    people = _people(story)
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in sorted(people):
        by_given[name.partition(" ")[0]].append(name)
    for names in by_given.values():
        for one, other in combinations(names, 2):
            if not misspelt(one, other) or not people[one].keys().isdisjoint(people[other]):
                continue
            if _may_be_one(list(people[one].values()), list(people[other].values()), story):
                camps = largest_first(joined(camp_at(*told) for told in people[name].values()) for name in (one, other))
                yield make(
                    rule,
                    "name",
                    fields={},
                    about=" ".join(sorted((one, other))),
                    camps=camps,
                    trace=[f"{one} and {other}: one given name, family names that differ by a few letters"],
                )


def _may_be_one(one: Sequence[tuple[Article, Mention]], other: Sequence[tuple[Article, Mention]], story: Story) -> bool:
    """Whether two names are told of in like words close to them (*mayor*, *la maire*), and with no two ages."""
    about = [set().union(*(_about(article, mention) for article, mention in told)) for told in (one, other)]
    ages = [set().union(*(_ages(article, mention, story) for article, mention in told)) for told in (one, other)]
    return not about[0].isdisjoint(about[1]) and not (ages[0] and ages[1] and ages[0].isdisjoint(ages[1]))


def _about(article: Article, mention: Mention) -> set[str]:
    """What the words around a name are about."""
    known, countable = topics(article.language), nouns(article.language)
    around = (
        article.text[max(mention.start - _AROUND, 0) : mention.start]
        + " "
        + article.text[mention.end : mention.end + _AROUND]
    )
    words = [word for word in re.findall(r"[^\W\d_]+", around.lower()) if len(word) > 3]
    found = {known.key(word) or countable.singulars.get(word) or "" for word in words}
    return found - {""}


def _ages(article: Article, mention: Mention, story: Story) -> set[str]:
    """The ages, or other lengths of time in years, told right after a name."""
    return {
        one.value.iso
        for one in story.mentions.get(article.source.id, ())
        if isinstance(one.value, Duration) and one.value.iso and one.value.iso.endswith("Y")
        if 0 <= one.start - mention.end <= _AGE_WITHIN
    }


def _people(story: Story) -> dict[str, Mentions]:
    """The full names of people in the story, folded, with where each source first has them."""
    people: dict[str, Mentions] = defaultdict(dict)
    for article in story.articles:
        for mention in story.mentions.get(article.source.id, ()):
            value = mention.value
            if isinstance(value, Name) and value.type == "person" and " " in value.text:
                people[fold(value.text)].setdefault(article.source.id, (article, mention))
    return people


CHECK = Check("spelling", Parameters, (), of_story=_spelling)
