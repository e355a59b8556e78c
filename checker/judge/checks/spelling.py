"""Spelling: one person's full name is given in two ways, each by other sources: a family name spelt in two ways, or two
given names of one holder of an office.

Not where one source has both (they are two people), nor where they are two ways to transcribe one name, nor where
nothing said of them is alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
from checker.values.comparison.spelling import misspelt, sound

_AROUND, _AGE_WITHIN = 60, 12
"""Code points in which words tell who somebody is, and his age."""
Mentions = dict[str, tuple[Article, Mention]]
"""Source -> its first mention of a name."""


class SpellingParameters(Parameters):
    """`one_name`: given names that stand for each other, a set a line: *Bill, Billy, Will, William*."""

    one_name: tuple[str, ...] = ()


def _spelling(rule: Rule, parameters: Parameters, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, SpellingParameters)
    people = _people(story)
    for one, other in _alike(people):
        ours, theirs = list(people[one].values()), list(people[other].values())
        if not people[one].keys().isdisjoint(people[other]) or not _may_be_one(ours, theirs, story):
            continue
        if misspelt(one, other):
            why = "one given name, family names that differ by a few letters"
        elif not _may_be_short(one, other, parameters.one_name) and _hold_one_office(ours, theirs, story):
            why = "one family name and one office, two given names"
        else:
            continue
        yield make(
            rule,
            "name",
            fields={},
            about=" ".join(sorted((one, other))),
            camps=largest_first(joined(camp_at(*told) for told in people[name].values()) for name in (one, other)),
            trace=[f"{one} and {other}: {why}"],
        )


def _alike(people: Mapping[str, Mentions]) -> Iterator[tuple[str, str]]:
    """Every two full names that have the given name or the family name in common."""
    by_part: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in sorted(people):
        given, _, family = name.partition(" ")
        by_part[0, given].append(name)
        by_part[1, family].append(name)
    for names in by_part.values():
        yield from combinations(names, 2)


def _may_be_short(one: str, other: str, one_name: Sequence[str]) -> bool:
    """Whether two given names can be one: transcribed, shortened, told by its first letters or in another language."""
    a, b = sorted((name.partition(" ")[0] for name in (one, other)), key=len)
    if b.startswith(a.rstrip(".")) or sound(a) == sound(b):
        return True
    return any({a, b} <= {fold(name.strip()) for name in names.split(",")} for names in one_name)


def _hold_one_office(
    one: Sequence[tuple[Article, Mention]], other: Sequence[tuple[Article, Mention]], story: Story
) -> bool:
    """Whether both are told with one office, such as only one person holds."""
    held = [set().union(*(_office(article, mention, story) for article, mention in told)) for told in (one, other)]
    return not held[0].isdisjoint(held[1])


def _office(article: Article, mention: Mention, story: Story) -> set[str]:
    """What the role told with a name, or close before it, is about: directeur général and chief executive are one."""
    known = topics(article.language)
    roles = [mention.value.role or ""] if isinstance(mention.value, Name) else []
    for before in story.mentions.get(article.source.id, ()):
        close = 0 < mention.start - before.end <= _AROUND
        if close and isinstance(before.value, Name) and before.value.type == "role":
            roles.append(before.value.text)
    words = re.findall(r"[^\W\d_]+", " ".join(roles).lower())
    return {key for word in words if (key := known.key(word)) is not None}


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


CHECK = Check("spelling", SpellingParameters, (), of_story=_spelling)
