"""Who is named in a story, and what its articles tell of them close to their names: office, age, and what they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from checker.judge.story import Story
from checker.language.nouns import nouns
from checker.language.topics import topics
from checker.model.source import Article
from checker.model.value import Duration, Mention, Name
from checker.values.comparison import fold

_AROUND, _AGE_WITHIN = 60, 12
"""Code points in which words tell who somebody is, and his age."""
_WORD = re.compile(r"[^\W\d_]+")
_DEFINITE = r"(?:\b(?:the|its|their|his|her|le|la|son|sa|leur)\s|['’]s?\s?)"
_EPITHET = re.compile(r" ([a-z]{5,30})\b")
Mentions = dict[str, tuple[Article, Mention]]
"""Source -> its first mention of a name."""
Told = Sequence[tuple[Article, Mention]]
"""Where a name is told."""


def people_of(story: Story) -> dict[str, Mentions]:
    """The full names of people in the story, folded, with where each source first has them."""
    people: dict[str, Mentions] = defaultdict(dict)
    for article in story.articles:
        for mention in story.mentions.get(article.source.id, ()):
            value = mention.value
            if isinstance(value, Name) and value.type == "person" and " " in value.text:
                people[fold(value.text)].setdefault(article.source.id, (article, mention))
    return people


def species_of(story: Story, endings: Sequence[str]) -> dict[str, Mentions]:
    """The Latin names of living things, folded: a name and a word after it that ends so (*Felis catus*)."""
    found: dict[str, Mentions] = defaultdict(dict)
    for article in story.articles:
        for mention in story.mentions.get(article.source.id, ()):
            value = mention.value
            if not isinstance(value, Name) or " " in value.text:
                continue
            epithet = _EPITHET.match(article.text, mention.end)
            if epithet is not None and epithet[1].endswith(tuple(endings)):
                text = f"{value.text} {epithet[1]}"
                named = Mention(start=mention.start, end=epithet.end(), value=Name(text=text, type="other"))
                found[fold(text)].setdefault(article.source.id, (article, named))
    return found


def holders_of(story: Story, office: Sequence[str]) -> dict[str, Mentions]:
    """The people told right after the words of an office, these left out: *its architect, Ana Rey*.

    *An architect* is any, and so may be *architect Ana Rey*.
    """
    before = re.compile(rf"{_DEFINITE}(?:{'|'.join(map(re.escape, office))}),?\s\Z", re.IGNORECASE)
    folded = {fold(word) for word in office}
    found: dict[str, Mentions] = defaultdict(dict)
    for article in story.articles:
        for mention in story.mentions.get(article.source.id, ()):
            value = mention.value
            if not isinstance(value, Name) or value.type != "person":
                continue
            first, _, rest = value.text.partition(" ")
            named = fold(first) in folded and " " in rest
            text = rest if named else value.text
            if " " in text and (named or before.search(article.text, max(mention.start - _AROUND, 0), mention.start)):
                start = mention.end - len(text) if named else mention.start
                whole = Mention(start=start, end=mention.end, value=Name(text=text, type="person"))
                found[fold(text)].setdefault(article.source.id, (article, whole))
    return found


def offices(told: Told, story: Story) -> set[str]:
    """What the roles told with a name, or close before it, are about: directeur général and chief executive are one."""
    return set().union(*(_office(article, mention, story) for article, mention in told))


def ages(told: Told, story: Story) -> set[str]:
    """The ages, or other lengths of time in years, told right after a name."""
    return {
        one.value.iso
        for article, mention in told
        for one in story.mentions.get(article.source.id, ())
        if isinstance(one.value, Duration) and one.value.iso and one.value.iso.endswith("Y")
        if 0 <= one.start - mention.end <= _AGE_WITHIN
    }


def about(told: Told) -> set[str]:
    """What the words around a name are about."""
    return set().union(*(_about(article, mention) for article, mention in told))


def _office(article: Article, mention: Mention, story: Story) -> set[str]:
    """What the role told with a name, or close before it, is about: directeur général and chief executive are one."""
    known = topics(article.language)
    roles = [mention.value.role or ""] if isinstance(mention.value, Name) else []
    for before in story.mentions.get(article.source.id, ()):
        close = 0 < mention.start - before.end <= _AROUND
        if close and isinstance(before.value, Name) and before.value.type == "role":
            roles.append(before.value.text)
    words = _WORD.findall(" ".join(roles).lower())
    return {key for word in words if (key := known.key(word)) is not None}


def _about(article: Article, mention: Mention) -> set[str]:
    """What the words around a name are about."""
    known, countable = topics(article.language), nouns(article.language)
    around = (
        article.text[max(mention.start - _AROUND, 0) : mention.start]
        + " "
        + article.text[mention.end : mention.end + _AROUND]
    )
    words = [word for word in _WORD.findall(around.lower()) if len(word) > 3]
    found = {known.key(word) or countable.singulars.get(word) or "" for word in words}
    return found - {""}
