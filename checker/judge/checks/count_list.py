"""Count and list: the number of things an article states against the things it lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story, evidence_of
from checker.link.facts import LinkedClaim
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Count, Mention, Names
from checker.values.words import words_of_value

_INTRODUCES = re.compile(r"\s*[:,(–—-]?\s*(?:namely|to wit|à savoir|soit)?\s*[:(]?\s*['\"“«]?\s*")
"""What may stand between a count and its list: *eight apps: A, B*, *trois villes, à savoir A, B et C*."""


def _count_list(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    source = article.source.id
    done: set[int] = set()
    for count, listed in _by_claims(source, story):
        done.add(listed.claim.evidence[0].start)
        camps = [
            Camp(
                value=linked.claim.value,
                sources=(source,),
                claims=(linked.claim.id,),
                evidence=linked.claim.evidence,
            )
            for linked in (count, listed)
        ]
        yield _finding(rule, source, f"{count.label}", camps)
    for count_mention, list_mention in _side_by_side(article, story):
        if list_mention.start not in done:
            camps = [
                Camp(
                    value=mention.value,
                    sources=(source,),
                    claims=(f"{source}:{mention.start}",),
                    evidence=(evidence_of(article, mention),),
                )
                for mention in (count_mention, list_mention)
            ]
            yield _finding(rule, source, words_of_value(count_mention.value), camps)


def _by_claims(source: str, story: Story) -> Iterator[tuple[LinkedClaim, LinkedClaim]]:
    """The counts of an article with the lists that their fact types say they count, wherever they stand."""
    lists: dict[tuple[str, str, str | None], list[LinkedClaim]] = defaultdict(list)
    for listed in story.claims_of(source):
        if _whole(listed.claim.value):
            lists[listed.key.attribute, listed.key.subject, listed.key.event].append(listed)
    for count in story.claims_of(source):
        if count.fact_type is not None and count.fact_type.counts is not None and _exact(count.claim.value):
            for listed in lists[count.fact_type.counts, count.key.subject, count.key.event]:
                yield count, listed


def _exact(value: object) -> bool:
    return isinstance(value, Count) and value.modifier == "exact" and value.amount is not None


def _whole(value: object) -> bool:
    return isinstance(value, Names) and value.complete and len(value.items) > 1


def _side_by_side(article: Article, story: Story) -> Iterator[tuple[Mention, Mention]]:
    mentions = story.mentions.get(article.source.id, ())
    counts = {mention.end: mention for mention in mentions if _exact(mention.value)}
    for mention in mentions:
        if not _whole(mention.value):
            continue
        for gap in range(1, 24):
            before = counts.get(mention.start - gap)
            if before is not None and _INTRODUCES.fullmatch(article.text[before.end : mention.start]):
                yield before, mention
                break


def _finding(rule: Rule, source: str, label: str, camps: list[Camp]) -> Finding:
    count, listed = camps[0].value, camps[1].value
    assert isinstance(count, Count) and isinstance(listed, Names)
    stated, found = f"{count.amount:f}", str(len(listed.items))
    right = count.amount == len(listed.items)
    sign = "=" if right else "≠"
    return make(
        rule,
        "exact" if right else "arithmetic",
        fields={"source": source, "label": label, "stated": stated, "listed": found, "sign": sign},
        about=f"{source} {label}",
        camps=camps,
        severity="note" if right else None,
        trace=[f"stated: {stated}; listed: {found}: {', '.join(listed.items)}"],
    )


CHECK = Check("count_list", Parameters, ("source", "label", "stated", "listed", "sign"), of_article=_count_list)
