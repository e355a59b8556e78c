"""Count and list: the number of things an article states against the things it lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from checker.judge.amounts import sentence_around
from checker.judge.camps import camp_at, camp_of
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.language.nouns import are_people
from checker.link.facts import LinkedClaim
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Count, Duration, Mention, Name, Names, Number
from checker.values.words import words_of_value

_INTRODUCES = re.compile(
    r"\s*[:,(–—-]?\s*(?:namely|to wit|à savoir|soit)?\s*[:(]?\s*['\"“«]?\s*(?:(?:l[ae]s?|the)\s|l['’])?", re.IGNORECASE
)
"""What may stand between a count and its list: *eight apps: A, B*, *trois pays : la France, le Japon et le Chili*."""
_THING = r"(?:(?:le|la|une?|the|an?)\s|l['’])[^\s,;:.()\d][^,;:.()\d]{1,60}"
_THINGS = re.compile(
    rf"[^.:;!?\d]{{0,60}}\s?:\s({_THING}(?:,\s{_THING}){{1,20}},?)\s(?:et|and)\s{_THING}[.]", re.IGNORECASE
)
"""Things named with an article each, from a colon to the end of the sentence: *seven pieces: the cup, the dish*."""
_SAME = 5
"""Two lists that begin so near each other are one, with its article and without."""
_NAMED = (
    r"(?:(?:(?:le|la|les|the)\s|l['’])(?:[a-zà-ÿ'’-]{1,20}\s){0,2})?"
    r"(?!(?:Le|La|Les|The|L['’]))[A-ZÀ-Þ][^,;:.!?()\d]{1,50}?"
)
_OF_SOME = re.compile(r"\b(?:of|des|de|parmi|among)\s(?:(?:the|its|their|ses|ces|les|leurs)\s)?\Z", re.IGNORECASE)
"""Before a count of all, of which only some are named: *two of the six stations, A and B,*."""
_APPOSED = re.compile(
    rf"[^.:;!?,()\dA-ZÀ-Þ]{{0,40}},\s({_NAMED}(?:,\s{_NAMED}){{0,20}})\s(?:et|and)\s{_NAMED}(?=,\s[a-zà-ÿ])"
)
"""Things named between commas before a verb: *three schools nearby, Park High, Horta and Bell, will close*."""


_COLON = re.compile(r"[^.:;!?\d]{0,60}:\s")
_AGE = re.compile(r",\s\d{1,3}(?=[,.;])")
_OF_WHOM = re.compile(r"\b(?:of|de|du|d['’])\s?\Z")
"""Before who is told beside one of a list: *the son of A, 60*."""


def _count_list(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    source = article.source.id
    done: set[int] = set()
    for count, listed in _by_claims(source, story):
        done.add(listed.claim.evidence[0].start)
        camps = [camp_of(linked.claim) for linked in (count, listed)]
        yield _finding(rule, source, f"{count.label}", camps)
    for count_mention, list_mention in (
        *_side_by_side(article, story),
        *_after_colon(article, story),
        *_apposed(article, story),
        *_with_ages(article, story),
    ):
        if not done & set(range(list_mention.start - _SAME, list_mention.start + _SAME)):
            done.add(list_mention.start)
            camps = [camp_at(article, mention) for mention in (count_mention, list_mention)]
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
            said = article.text[before.end : mention.start] if before is not None else ""
            if before is not None and _INTRODUCES.fullmatch(said) and not _goes_on(article, said, mention):
                yield before, mention
                break


def _goes_on(article: Article, said: str, listed: Mention) -> bool:
    """Whether what stands after a mere comma is told beside the count: *two schools, the Hall and the Baths will*."""
    return said.lstrip().startswith(",") and re.match(r"\s\w", article.text[listed.end : listed.end + 2]) is not None


def _after_colon(article: Article, story: Story) -> Iterator[tuple[Mention, Mention]]:
    """The counts followed, after a colon, by things each with its article, which are no names."""
    counts = [mention for mention in story.mentions.get(article.source.id, ()) if isinstance(mention.value, Count)]
    for count, following in zip_longest(counts, counts[1:]):
        match = _THINGS.match(article.text, count.end)
        if match is None or not _exact(count.value) or (following and following.start < match.end()):
            continue  # one of several counts, or *her three children* among the things
        if isinstance(count.value, Count) and are_people(count.value.noun):
            continue  # a couple, a family
        yield count, _listed(article, match.start(1), match.end() - 1)


def _apposed(article: Article, story: Story) -> Iterator[tuple[Mention, Mention]]:
    """The counts followed, between commas, by things each with its name."""
    counts = [mention for mention in story.mentions.get(article.source.id, ()) if isinstance(mention.value, Count)]
    for count, following in zip_longest(counts, counts[1:]):
        match = _APPOSED.match(article.text, count.end)
        if _OF_SOME.search(article.text, max(count.start - 20, 0), count.start):
            continue
        if match is not None and _exact(count.value) and not (following and following.start < match.end()):
            yield count, _listed(article, match.start(1), match.end())


def _with_ages(article: Article, story: Story) -> Iterator[tuple[Mention, Mention]]:
    """The counts followed, after a colon, by people with name and age each: *three of the dead: A, 61, and B, 27*."""
    mentions = story.mentions.get(article.source.id, ())
    people = [one for one in mentions if isinstance(one.value, Name) and one.value.type == "person"]
    ages = [one for one in mentions if isinstance(one.value, Duration) and (one.value.iso or "").endswith("Y")]
    for count in mentions:
        value = count.value
        if not isinstance(value, Number | Count) or value.modifier != "exact" or value.amount is None:
            continue
        colon = _COLON.match(article.text, count.end)
        if colon is None or (isinstance(value, Count) and not are_people(value.noun)):
            continue
        _, stop = sentence_around(article, count.start, colon.end())
        named = [one for one in people if colon.end() <= one.start < stop]
        if len(named) > 1 and _end_a_list(article, colon.end(), named) and _all_aged(article, named, ages, stop):
            stated = Count(amount=value.amount, modifier="exact", noun="person") if isinstance(value, Number) else value
            items = tuple(words_of_value(one.value) for one in named)
            listed = Mention(start=named[0].start, end=named[-1].end, value=Names(items=items, complete=True))
            yield count.model_copy(update={"value": stated}), listed


def _end_a_list(article: Article, start: int, named: Sequence[Mention]) -> bool:
    """Whether the last of the names comes after *and*, and none of them tells whose kin another is."""
    before_last = re.search(r"\b(?:and|et)\s(?:[^,]{0,40}\s)?\Z", article.text[start : named[-1].start])
    of_whom = any(_OF_WHOM.search(article.text, max(one.start - 12, 0), one.start) for one in named)
    return before_last is not None and not of_whom


def _all_aged(article: Article, named: Sequence[Mention], ages: Sequence[Mention], stop: int) -> bool:
    """Whether an age stands after each name, before the next one."""
    ends = [one.start for one in named[1:]] + [stop]
    return all(
        _AGE.match(article.text, one.end) or any(one.end <= age.start < end for age in ages)
        for one, end in zip(named, ends, strict=True)
    )


def _listed(article: Article, start: int, end: int) -> Mention:
    """The list that stands at a stretch of text, the last of its things after *and*."""
    listed = article.text[start:end]
    joint = list(re.finditer(r"\s(?:et|and)\s", listed, re.IGNORECASE))[-1]
    items = [item.strip() for item in (*listed[: joint.start()].split(","), listed[joint.end() :]) if item.strip()]
    return Mention(start=start, end=end, value=Names(items=tuple(items), complete=True))


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
