"""Headline: a figure in an article's headline that its body contradicts and nowhere repeats.

Two ways to know that headline and body speak of one thing: one fact type takes both, or both count the same noun,
the body in one sentence only that speaks of what the headline speaks of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from checker.judge.amounts import Amount, amounts, counts, of_one_kind, sentence_around
from checker.judge.camps import camp_of
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.language.nouns import are_people, thing
from checker.language.stems import stem
from checker.language.topics import topics
from checker.link.facts import LinkedClaim
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import AmountValue, Count, Date
from checker.values.comparison import Level, compare_values
from checker.values.words import words_of_value

_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 4
"""A word of fewer letters does not say what a sentence is about."""
_BEFORE = 10
"""So many code points before a count can still say that it leaves some out: *a further 58 apps*."""
_FURTHEST = 3
"""Headline and body that differ by more times than this speak of two things."""


class HeadlineParameters(Parameters):
    """`one_apart`: words of an article that may count one person more or less: *the gunman*, *and then himself*.

    `apart`: attributes of which none says what another is: a figure of the missing does not bear out one of the dead.
    `unless`: words of a count that leaves some out: *TikTok and 58 other apps*.
    """

    one_apart: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def _headline(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, HeadlineParameters)
    said = " ".join(_WORD.findall(f" {article.text.lower()} "))
    slack = 1 if any(f" {words} " in f" {said} " for words in parameters.one_apart) else 0
    head: list[Amount] = []
    body: list[Amount] = []
    for one in amounts(article, story):
        (head if _in_headline(article, one.mention.start) else body).append(one)
    if not head or not body:
        return
    told: set[int] = set()
    can_be = partial(_can_be, _told_of(article, story), parameters.apart)
    for above, below in _by_fact(article, story):
        told.add(above.claim.evidence[0].start)
        own = [one for one in body if can_be(above, one) and not _long_ago(article, story, one)]
        if not _borne_out(above.claim.value, below.claim.value, own, slack):
            yield _finding(rule, article, [camp_of(above.claim), camp_of(below.claim)], above.label)
    for one in head:
        same = [other for other in body if _same_noun(one, other)]
        others = [
            other for other in same if _speak_of_one(article, one, other) and not _long_ago(article, story, other)
        ]
        borne_out = any(_borne_out(one.value, two.value, body, slack) for two in same)
        counted = article.text[max(one.mention.start - _BEFORE, 0) : one.mention.end].lower()
        partly = any(word in parameters.unless for word in _WORD.findall(counted))
        if one.mention.start in told or len(others) != 1 or borne_out or partly:
            continue
        least, most = sorted((one.figure, others[0].figure))
        if most <= least * _FURTHEST:
            yield _finding(rule, article, [one.camp(), others[0].camp()], words_of_value(one.value))


def _in_headline(article: Article, offset: int) -> bool:
    return any(block.kind == "headline" and block.start <= offset < block.end for block in article.blocks)


def _by_fact(article: Article, story: Story) -> Iterator[tuple[LinkedClaim, LinkedClaim]]:
    """Claims of one fact in headline and body, the first one there, where all that the body says of it differs.

    A headline is short: where the body tells the fact of somebody else, beside whom it names the headline's subject
    (*Kelvard will cut 1,700 jobs at Mécanor*), and of nobody else, the two are one.
    """
    facts: dict[str, list[LinkedClaim]] = defaultdict(list)
    types: dict[str, list[LinkedClaim]] = defaultdict(list)
    for linked in story.claims_of(article.source.id):
        if linked.fact_type is not None and linked.fact_type.cardinality == "one":
            facts[str(linked.key)].append(linked)
            types[linked.fact_type.id].append(linked)
    for claims in facts.values():
        above = [one for one in claims if one.claim.block == "headline"]
        below = _below(claims)
        for one in above:
            others = below or _of_others(one, types, story)
            levels = [story.compare(one.claim.value, other.claim.value, one.fact_type).level for other in others]
            if others and set(levels) == {Level.different}:
                yield one, others[0]


def _of_others(above: LinkedClaim, types: Mapping[str, Sequence[LinkedClaim]], story: Story) -> list[LinkedClaim]:
    """The body's claims of the headline's fact type, where they are of one subject named beside the headline's."""
    assert above.fact_type is not None
    told = [one for one in _below(types[above.fact_type.id]) if one.claim.scope == above.claim.scope]
    return told if len({one.key for one in told}) == 1 and all(_beside(above, one, story) for one in told) else []


def _below(claims: Sequence[LinkedClaim]) -> list[LinkedClaim]:
    return [one for one in claims if one.claim.block != "headline" and isinstance(one.claim.value, AmountValue)]


def _beside(above: LinkedClaim, below: LinkedClaim, story: Story) -> bool:
    """Whether the headline's subject is named beside the body's figure."""
    source = above.claim.source
    names = {story.names.key(key.partition(":")[2], source) for key in below.claim.context if key.startswith("name:")}
    return story.names.key(above.claim.subject, source) in names


def _told_of(article: Article, story: Story) -> dict[int, list[LinkedClaim]]:
    """Where a figure of the article begins -> the facts of known types that it is told of."""
    told: dict[int, list[LinkedClaim]] = defaultdict(list)
    for linked in story.claims_of(article.source.id):
        if linked.fact_type is not None:
            told[linked.claim.evidence[0].start].append(linked)
    return told


def _can_be(told: Mapping[int, Sequence[LinkedClaim]], apart: Sequence[str], above: LinkedClaim, one: Amount) -> bool:
    """Whether a figure of the body can be the headline's or a part of it: not *around 100* of what its fact type does
    not count, no things for people, and not what is told of another event or of an attribute apart.
    """
    own = told.get(one.mention.start, ())
    attribute = above.claim.attribute
    elsewhere = [each.claim.attribute == attribute and each.key != above.key for each in own]
    aside = [attribute in apart and each.claim.attribute in apart and each.claim.attribute != attribute for each in own]
    if own and sum(elsewhere) + sum(aside) == len(own):
        return False
    nouns = above.fact_type.nouns if above.fact_type is not None else ()
    if not nouns or not isinstance(one.value, Count):
        return True
    if not are_people(one.value.noun) and all(are_people(noun) for noun in nouns):
        return False
    return one.value.modifier != "about" or thing(one.value.noun) in {thing(noun) for noun in nouns}


def _borne_out(above: object, below: object, body: list[Amount], slack: int) -> bool:
    """Whether the body gives the headline's figure, of whatever it is told there, or figures that make it: two or three
    parts that follow each other, a whole less a part. `slack`: by so much the two may be apart.
    """
    if not isinstance(above, AmountValue) or above.amount is None:
        return True
    if isinstance(below, AmountValue) and below.amount is not None and abs(below.amount - above.amount) <= slack:
        return True
    figures = [one.figure for one in body if of_one_kind(above, one.value) or counts(one.value)]
    sums = [sum(figures[at : at + size]) for size in (2, 3) for at in range(len(figures) - size + 1)]
    gaps = [abs(a - b) for a, b in pairwise(figures)]
    said = any(
        compare_values(above, one.value, any_noun=True).level in (Level.identical, Level.equivalent, Level.compatible)
        for one in body
    )
    return said or above.amount in sums or above.amount in gaps


def _same_noun(one: Amount, other: Amount) -> bool:
    a, b = one.value, other.value
    return isinstance(a, Count) and isinstance(b, Count) and thing(a.noun) == thing(b.noun) and a.modifier == "exact"


def _speak_of_one(article: Article, above: Amount, below: Amount) -> bool:
    """Whether the headline and the figure's sentence in the body are about the same, the figures aside."""
    known = topics(article.language)
    start, stop = sentence_around(article, below.mention.start, below.mention.end)
    headline = next(block for block in article.blocks if block.start <= above.mention.start < block.end)
    parts = (
        article.text[headline.start : above.mention.start] + article.text[above.mention.end : headline.end],
        article.text[start : below.mention.start] + article.text[below.mention.end : stop],
    )
    keys = [
        {known.key(word) or stem(word) for word in _WORD.findall(part.lower()) if len(word) >= _TELLING}
        for part in parts
    ]
    return not keys[0].isdisjoint(keys[1])


def _long_ago(article: Article, story: Story, one: Amount) -> bool:
    """Whether a figure's sentence is of another year than the article."""
    start, stop = sentence_around(article, one.mention.start, one.mention.end)
    dates = (mention for mention in story.mentions.get(article.source.id, ()) if start <= mention.start < stop)
    years = {mention.value.edtf[:4] for mention in dates if isinstance(mention.value, Date)}
    return any(year.isdigit() and year != (article.published or "")[:4] for year in years)


def _finding(rule: Rule, article: Article, camps: list[Camp], label: str) -> Finding:
    above, below = (words_of_value(camp.value) for camp in camps)
    source = article.source.id
    return make(
        rule,
        "internal",
        fields={"source": source, "headline": above, "body": below, "label": label},
        about=f"{source} {label}",
        camps=camps,
        trace=[f"headline: {above}; body: {below}; the body nowhere gives the headline's figure"],
    )


CHECK = Check("headline", HeadlineParameters, ("source", "headline", "body", "label"), of_article=_headline)
