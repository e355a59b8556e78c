"""Growth: the percentage that one figure is said to be above or below another, against the two figures.

*128,000 visitors, 9 percent fewer than the 141,000 of 2024*; *from 2.6 to 3.1 billion, a rise of 19 percent*; *18 fires
this year, against 12 last year, an increase of 50 percent*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.judge.amounts import (
    Amount,
    amounts,
    between,
    contradiction,
    fits,
    of_one_kind,
    same_sentence,
    sentence_around,
    triples,
)
from checker.judge.check import Check, Parameters
from checker.judge.story import Story
from checker.model.base import plain
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Number, Percent
from checker.values.words import number_words, words_of_value

_NEAR = 220
"""Code points between a figure and the sentence that says by how much it is more than another."""
_BEFORE = r"(?: (?:the|its|their|some|about|les|ses|l['’]environ))?"
_SAID = r"(?:[^.;:()]{0,70}[\s,–—])?"
_FEW = r"(?:\s*[^.;:()\d]{0,25}[\s,(–—])?"


class GrowthParameters(Parameters):
    """`more` and `less`: what stands between a percentage and the figure compared with. `to`: between the two figures
    of a rise or fall; `by_more` and `by_less`: between the second of them and the percentage. `each`: what after the
    percentage says that it is of a year or month. `against`: between a figure and the earlier one that it is set
    against; `unless`: words of a sentence of losses, which have no percentage.
    """

    more: tuple[str, ...]
    less: tuple[str, ...]
    to: tuple[str, ...]
    by_more: tuple[str, ...]
    by_less: tuple[str, ...]
    each: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


def _growth(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, GrowthParameters)
    found = amounts(article, story)
    for after, percent, before, rises in (
        *_compared(parameters, found),
        *_moved(parameters, found),
        *_set_against(parameters, found),
    ):
        if not before.figure or before.bounds[0] <= 0:
            continue
        ends = [after.bounds[0] / before.bounds[1], after.bounds[1] / before.bounds[0]]
        least, most = sorted((end - 1 if rises else 1 - end) * 100 for end in ends)
        if fits(least, most, percent):
            continue
        share = (after.figure - before.figure) / before.figure * 100
        right = f"{plain(round(abs(share), 1))} % {'more' if share > 0 else 'less'}"
        worked = f"{number_words(after.figure)} is {right} than {number_words(before.figure)}"
        stated = f"{words_of_value(percent.value)} {'more' if rises else 'less'}"
        yield contradiction(rule, [before, after, percent], worked, stated)


def _compared(parameters: GrowthParameters, found: list[Amount]) -> Iterator[tuple[Amount, Amount, Amount, bool]]:
    """A figure, so many percent more or less than another."""
    compared: set[int] = set()
    for after, percent, before in triples(found):
        if not isinstance(percent.value, Percent) or not of_one_kind(after.value, before.value):
            continue
        if not same_sentence(percent, before) or percent.mention.start - after.mention.end > _NEAR:
            continue
        rises = _direction(between(percent, before), parameters.more, parameters.less)
        if rises is None:
            continue
        if after.mention.start not in compared and (same_sentence(after, percent) or _near(after, before)):
            yield after, percent, before, rises
        compared.add(before.mention.start)  # what is compared with says nothing of a second comparison


def _moved(parameters: GrowthParameters, found: list[Amount]) -> Iterator[tuple[Amount, Amount, Amount, bool]]:
    """From one figure to another, a rise or fall of so many percent."""
    for before, after, percent in triples(found):
        if not isinstance(percent.value, Percent) or not of_one_kind(after.value, before.value):
            continue
        if not same_sentence(before, percent) or between(before, after).strip(" ,") not in parameters.to:
            continue
        rises = _direction(between(after, percent), parameters.by_more, parameters.by_less)
        if rises is not None and not _each(percent, parameters.each):
            yield after, percent, _in_same_scale(before, after), rises


def _set_against(parameters: GrowthParameters, found: list[Amount]) -> Iterator[tuple[Amount, Amount, Amount, bool]]:
    """A figure, set against an earlier one, and a rise or fall of so many percent told after both."""
    if not parameters.against:
        return
    against = re.compile(rf"{_SAID}(?:{'|'.join(map(re.escape, parameters.against))})(?: (?:the|only|just|les))?")
    for after, before, percent in triples(found):
        told = isinstance(percent.value, Percent) and not isinstance(after.value, Percent)
        if not told or not of_one_kind(after.value, before.value) or not same_sentence(after, percent):
            continue
        start, stop = sentence_around(after.article, after.mention.start, after.mention.end)
        words = re.findall(r"[^\W\d_]+", after.article.text[start:stop].lower())
        if against.fullmatch(between(after, before)) is None or not set(words).isdisjoint(parameters.unless):
            continue
        rises = _direction(between(before, percent), parameters.by_more, parameters.by_less, few=_SAID)
        if rises is not None and not _each(percent, parameters.each):
            yield after, percent, before, rises


def _near(one: Amount, other: Amount) -> bool:
    """Whether two figures are of one size: what is told sentences apart may be of two things."""
    return max(one.figure, other.figure) <= 2 * min(one.figure, other.figure)


def _each(percent: Amount, words: tuple[str, ...]) -> bool:
    """Whether the percentage is of each year or month, not of the whole time."""
    after = percent.article.text[percent.mention.end : percent.mention.end + 30].lower().lstrip()
    return after.startswith(words)


def _in_same_scale(before: Amount, after: Amount) -> Amount:
    """The first figure in the scale that is only said with the second: *from 2 to 3 million*."""
    if not isinstance(before.value, Number) or not 0 < before.figure < 1000 <= after.figure:
        return before
    scale = Decimal(1000) ** int(((after.figure / before.figure).log10() / 3).to_integral_value())
    return before._replace(figure=before.figure * scale)


def _direction(said: str, more: tuple[str, ...], less: tuple[str, ...], few: str = _FEW) -> bool | None:
    """Whether words between two figures say more or less, after a few others; None where they say neither."""
    for words, rises in ((more, True), (less, False)):
        if re.fullmatch(
            rf"{few}(?:{'|'.join(map(re.escape, words))})(?: (?:the|its|their|some|about|les|ses|l['’]environ))?", said
        ):
            return rises
    return None


CHECK = Check("growth", GrowthParameters, ("source", "worked", "stated"), of_article=_growth)
