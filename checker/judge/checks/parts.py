"""Parts: a stated whole against the parts told right after it (*nine dead: four women, three men and a child*).

Only where the parts are introduced as the whole's, and the last is joined to the others with *and*: what is told after
*including* may leave some out. People may be parted after a mere comma, where nothing follows (*14 people were aboard,
12 passengers and three crew*). Parts in brackets, one after another, may leave some out, but cannot be more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pydantic import Field

from checker.judge.amounts import Amount, amounts, between, counts, same_sentence, sentence_around
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.story import Story
from checker.language.nouns import are_people, nouns
from checker.language.topics import topics
from checker.model.base import plain
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Count
from checker.values.words import words_of_value

_LEAD, _COLON_LEAD = 60, 200
"""Code points that may stand between a whole and the first of its parts, and before the colon that opens them."""
_PART = r"(?:[^.;:!?()\d–—]|(?<=\S)[–—](?=\S)){0,60}"
"""What is said of a part: it ends with the brackets or dashes that it stands in."""
_NEXT = re.compile(rf"{_PART}(?:,|,\s*and|\band|\bet)(?:\s(?:a|an|its|un|une|son)\s[^\W\d]{{2,20}}\s(?:of|de|d['’]))?")
_LAST = re.compile(rf"{_PART}(?:\band|\bet)(?:\s(?:a|an|its|un|une|son)\s[^\W\d]{{2,20}}\s(?:of|de|d['’]))?")
_ONE_MORE = re.compile(
    r"[^.;:!?()\d,–—]{0,60},?\s{1,2}(?:and|et)\s{1,2}(?:a|an|un|une)\s{1,2}([^\W\d]{2,30})(?!,?\s(?:and|et)\b)"
)
_OF_THEM = re.compile(r"\s(?:of (?:them|whom|these|those|the)|d['’]entre)\b")
_ASIDE = re.compile(r"[^.,;:!?()\d]{0,30},")
_JOINTS = (",", "and", "et", ", and")
_ENDS = re.compile(r"[.;!?]")
_MOST = 30
"""A whole has no more parts than this."""
_BRACKET = re.compile(r"\)[^.;:!?()\d]{1,60}\(")


class PartsParameters(Parameters):
    """`introduces`: what stands between a whole and its parts. `several`: nouns that stand for more than one person.

    `general`: nouns of people that are people of any kind. `taken_up`: words that take up people told before, and what
    was done to them: *those killed, the dead = die*.
    """

    introduces: tuple[str, ...] = Field(min_length=1)
    several: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    taken_up: tuple[str, ...] = ()


def _parts(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, PartsParameters)
    found = [one for one in amounts(article, story) if counts(one.value) and one.value.modifier == "exact"]
    singulars = nouns(article.language).singulars
    for at, whole in enumerate(found):
        if whole.in_brackets:
            continue  # one of several told so: Reds (38), Greens (29)
        parts, one_more = _listed(found[at + 1 : at + _MOST], whole, parameters, singulars)
        if not parts and not _is_listed(found[:at][-1:], whole):
            parts = _set_beside(found[at + 1 : at + _MOST], whole, parameters.general)
        if any(not _can_be_part(whole, part, parameters.several) for part in parts):
            continue
        total = sum((part.figure for part in parts), Decimal(one_more))
        each_one = whole.figure == len(parts)  # three hospitals: 58, 41 and 35
        if len(parts) + one_more > 1 and total != whole.figure and not each_one:
            yield _finding(rule, whole, parts, one_more, total)
            continue
        parts = _bracketed(found[at + 1 : at + _MOST], whole)
        total = sum((part.figure for part in parts), Decimal(0))
        if len(parts) > 2 and total > whole.figure:
            yield _finding(rule, whole, parts, 0, total)
    for whole, parts in _taken_up(found, parameters):
        total = sum((part.figure for part in parts), Decimal(0))
        if total != whole.figure and not any(counts_people(one) and one.figure == total for one in found):
            yield _finding(rule, whole, parts, 0, total)


def _taken_up(found: Sequence[Amount], parameters: PartsParameters) -> Iterator[tuple[Amount, list[Amount]]]:
    """People told before with the parts of a sentence that takes them up: *Those killed were a guard and six men*."""
    for line in parameters.taken_up:
        words, _, done = line.partition("=")
        taken_up = "|".join(re.escape(word.strip()) for word in words.split(","))
        lead = re.compile(
            rf"\W*(?:{taken_up})(?:,{_PART},)?\s(?:were|are|sont|étaient)\s(?:at|with|the|les|des)?\s?", re.I
        )
        for at, first in enumerate(found):
            start, _ = sentence_around(first.article, first.mention.start, first.mention.end)
            if lead.fullmatch(first.article.text, start, first.mention.start) is None:
                continue
            parts = _following(found[at : at + _MOST])
            whole = _told_before(found[max(at - _MOST, 0) : at], f"doing:{done.strip()}")
            several = any(isinstance(part.value, Count) and part.value.noun in parameters.several for part in parts)
            if whole is not None and parts and not several:
                yield whole, parts


def _following(after: Sequence[Amount]) -> list[Amount]:
    """The parts that begin a list, the last of them after *and* and before the end of the sentence; else none."""
    parts = [after[0]]
    for one in after[1:]:
        said = between(parts[-1], one)
        if not same_sentence(parts[-1], one) or not _NEXT.fullmatch(said):
            break
        parts.append(one)
        if _LAST.fullmatch(said) is not None:
            _, stop = sentence_around(one.article, one.mention.start, one.mention.end)
            rest = one.article.text[one.mention.end : stop]
            return parts if not re.search(r"\d|[,;:]|\b(?:and|et)\b", rest) else []
    return []


def _told_before(found: Sequence[Amount], doing: str) -> Amount | None:
    """The last people counted before of whom it is told in the same sentence, right after, that this was done."""
    for one in reversed(found):
        known = topics(one.article.language)
        _, stop = sentence_around(one.article, one.mention.start, one.mention.end)
        words = re.findall(r"[^\W\d_]+", one.article.text[one.mention.start : min(stop, one.mention.end + _LEAD)])
        if counts_people(one) and any(known.key(word) == doing for word in words):
            return one
    return None


def counts_people(one: Amount) -> bool:
    """Whether a figure counts people."""
    return isinstance(one.value, Count) and are_people(one.value.noun)


def _can_be_part(whole: Amount, part: Amount, several: Sequence[str]) -> bool:
    """Whether a figure can be a part of a whole: people of people, and not some of another part (*four of them*)."""
    text = part.article.text
    if _OF_THEM.match(text, part.mention.end):
        return False
    a, b = whole.value, part.value
    if isinstance(b, Count) and b.noun in several and not (b.noun == part.words.split()[-1] and part.figure > 1):
        return False  # three crews, but not three crew
    return not (isinstance(a, Count) and isinstance(b, Count)) or are_people(a.noun) == are_people(b.noun)


def _listed(
    after: Sequence[Amount], whole: Amount, parameters: PartsParameters, singulars: Mapping[str, str]
) -> tuple[list[Amount], int]:
    """The parts told after a whole, and how many *a child* at the end adds; none where they are not closed."""
    if not after or not same_sentence(whole, after[0]):
        return [], 0
    lead = between(whole, after[0])
    if len(lead) > (_COLON_LEAD if lead.endswith(":") else _LEAD) or not any(
        f" {lead}".endswith(f" {word}" if word[0].isalpha() else word) for word in parameters.introduces
    ):
        return [], 0
    parts = [after[0]]
    closed = False
    for one in after[1:]:
        said = between(parts[-1], one)
        if closed or not same_sentence(parts[-1], one) or not _NEXT.fullmatch(said):
            break
        closed = _LAST.fullmatch(said) is not None
        parts.append(one)
    if closed:
        return parts, 0
    rest = whole.article.text[parts[-1].mention.end : parts[-1].mention.end + 80]
    match = _ONE_MORE.match(rest)
    lemma = singulars.get(match[1].lower(), "") if match else ""
    return (parts, 1) if are_people(lemma) and lemma not in parameters.several else ([], 0)


def _is_listed(before: Sequence[Amount], whole: Amount) -> bool:
    """Whether a figure is told in a list after another one: *26 Mauritians, 18 French citizens, four Indians*."""
    return any(same_sentence(one, whole) and _ASIDE.fullmatch(between(one, whole)) for one in before)


def _set_beside(after: Sequence[Amount], whole: Amount, general: Sequence[str]) -> list[Amount]:
    """People counted right after people, in so many words and no more: the passengers and the crew of those aboard.

    With no word between, only those of a general kind are the others' whole: nine people, four women and five men; but
    nine women, four men and a child are told side by side.
    """
    if not after or not _ASIDE.fullmatch(between(whole, after[0])):
        return []
    if between(whole, after[0]) == "," and not (isinstance(whole.value, Count) and whole.value.noun in general):
        return []
    parts = [after[0]]
    for one in after[1:]:
        said = between(parts[-1], one)
        if said not in _JOINTS:
            break
        parts.append(one)
        if said != ",":
            break
    people = all(isinstance(one.value, Count) and are_people(one.value.noun) for one in (whole, *parts))
    closed = len(parts) > 1 and between(parts[-2], parts[-1]) != ","
    ends = _ENDS.match(whole.article.text, parts[-1].mention.end)
    return parts if people and closed and ends and same_sentence(whole, parts[-1]) else []


def _bracketed(after: Sequence[Amount], whole: Amount) -> list[Amount]:
    """The figures in brackets one after another in the whole's sentence: the parties' seats."""
    parts: list[Amount] = []
    for one in after:
        if not same_sentence(whole, one) or (parts and not _BRACKET.fullmatch(between(parts[-1], one))):
            break
        if not between(parts[-1] if parts else whole, one).endswith("("):
            break
        parts.append(one)
    return parts


def _finding(rule: Rule, whole: Amount, parts: Sequence[Amount], one_more: int, total: Decimal) -> Finding:
    figures = [*(plain(part.figure) for part in parts), *["1"] * one_more]
    worked = f"{' + '.join(figures)} = {plain(total)}"
    source = whole.article.source.id
    return make(
        rule,
        "arithmetic",
        fields={"source": source, "whole": words_of_value(whole.value), "sum": worked, "stated": plain(whole.figure)},
        about=f"{source} {words_of_value(whole.value)} {worked}",
        camps=[whole.camp(), *(part.camp() for part in parts)],
        trace=[f"{worked}; stated: {plain(whole.figure)}"],
    )


CHECK = Check("parts", PartsParameters, ("source", "whole", "sum", "stated"), of_article=_parts)
