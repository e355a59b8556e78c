"""Twice: one article tells one thing in two sentences, with two figures (*14,000 pitches*, later *16,000 pitches*).

Both count or measure one thing and stand among nearly the same names, things and doings; neither sentence is of another
day, of another time, of another post of a live text, or gives both figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from checker.judge.amounts import sentence_ends, told_with
from checker.judge.camps import camp_of
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.posts import in_one_post
from checker.judge.story import Story
from checker.link.context import METHOD, Weighed, weigh
from checker.link.differing import AGAIN, tells_again
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import AmountValue, Duration
from checker.values.words import words_of_value

_FEW = 8


class TwiceParameters(Parameters):
    """`unless`: words of a sentence that speaks of one among several: *second*, *another*. `followed_by`: what says
    of a figure that it is only by how much there are more.
    """

    unless: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ()


def _twice(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, TwiceParameters)
    source = article.source.id
    own = [claim for claim in story.read if claim.source == source and claim.method == METHOD and claim.context]
    told = weigh((claim for claim in own if isinstance(claim.value, AmountValue | Duration)), story.names)
    for one, other in _beside_each_other(told.values()):
        apart = sentence_ends(article, one.start, other.start) and in_one_post(article, one.start, other.start)
        if not apart or not (shared := tells_again(one, other)):
            continue
        claims = [each.claim for each in (one, other)]
        if any(told_with(article, claim, parameters.unless) for claim in claims):
            continue
        if any(claim.evidence[0].suffix.lstrip().startswith(parameters.followed_by) for claim in claims):
            continue
        said = [words_of_value(each.claim.value) for each in (one, other)]
        yield make(
            rule,
            "internal",
            fields={"source": source, "first": said[0], "second": said[1]},
            about=f"{source} {one.claim.attribute} {' '.join(shared)}",
            camps=[camp_of(one.claim), camp_of(other.claim)],
            trace=[f"around both stand {', '.join(key.partition(':')[2] for key in shared)}"],
        )


def _beside_each_other(told: Iterable[Weighed]) -> list[tuple[Weighed, Weighed]]:
    """The pairs of one attribute that stand near the same keys, where few others do: many are those of a table."""
    near: dict[tuple[str, ...], list[Weighed]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (one.start, one.claim.id)):
        for keys in combinations(sorted(one.near), AGAIN):
            near[(one.claim.attribute, *keys)].append(one)
    pairs = (pair for group in near.values() if len(group) <= _FEW for pair in combinations(group, 2))
    return list({(one.claim.id, other.claim.id): (one, other) for one, other in pairs}.values())


CHECK = Check("twice", TwiceParameters, ("source", "first", "second"), of_article=_twice)
