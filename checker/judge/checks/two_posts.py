"""Two posts: sources give one person two posts of which nobody holds both, a spokesman here and a judge there.

A source that gives a person both, or a post of which it says that it is over, says nothing against others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pydantic import Field

from checker.judge.camps import joined, largest_first, of_source
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.model.fact import Camp, Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.values.words import words_of_value

_WORD = re.compile(r"[^\W\d_]+")


class PostParameters(Parameters):
    """`attribute`: the facts that say what somebody is. `posts`: a post -> its words; a post of two words told in any
    order is written with `+`. `together`: two posts a line that may be one person's. `unless`: words of a role that is
    no such post, is over, or is another's deputy.
    """

    attribute: str
    posts: dict[str, tuple[str, ...]] = Field(min_length=2)
    together: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def _two_posts(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, PostParameters)
    if fact.key.attribute != parameters.attribute:
        return
    by_source: dict[str, dict[str, list[Camp]]] = defaultdict(lambda: defaultdict(list))
    for camp in fact.camps:
        for post in _posts(words_of_value(camp.value).lower(), parameters):
            for source in camp.sources:
                by_source[source][post].append(camp)
    told: dict[str, list[Camp]] = defaultdict(list)
    for source, posts in sorted(by_source.items()):
        if len(posts) > 1:
            return
        for post, camps in posts.items():
            told[post] += (of_source(camp, source, story) for camp in camps)
    together = [{post.strip() for post in two.split(",")} for two in parameters.together]
    if len(told) == 2 and told.keys() not in together:
        yield make(
            rule,
            "name",
            fields={"label": fact.label},
            fact=fact.key,
            camps=largest_first(joined(camps) for camps in told.values()),
            trace=[f"{' and '.join(sorted(told))}: one person is not both"],
        )


def _posts(role: str, parameters: PostParameters) -> set[str]:
    """The posts that the words of a role name; none where words of `unless` are among them."""
    words = set(_WORD.findall(role))
    if not words.isdisjoint(parameters.unless):
        return set()
    return {
        post for post, names in parameters.posts.items() if any(words.issuperset(name.split("+")) for name in names)
    }


CHECK = Check("two_posts", PostParameters, ("label",), of_fact=_two_posts)
