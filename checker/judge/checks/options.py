"""Options: the answers to one question, told in one sentence down to those who gave none, that make more than 100 %.

*54 % were for it, 31 % against and 22 % did not know*. Less than 100 % may leave an answer out; more cannot be, beyond
what the rounding of each allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from pydantic import Field

from checker.judge.amounts import Amount, amounts, contradiction, sentence_around
from checker.judge.check import Check, Parameters
from checker.judge.story import Story
from checker.model.base import plain
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Percent

_LEAST = 3
"""Two percentages may be of two questions."""
_WHOLE = 100


class OptionsParameters(Parameters):
    """`rest`: how those are told of who gave no answer. `unless`: words of a sentence that has several questions."""

    rest: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()


def _options(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, OptionsParameters)
    percents = [one for one in amounts(article, story) if isinstance(one.value, Percent)]
    for (start, end), told in groupby(percents, key=lambda one: _sentence(article, one)):
        answers = list(told)
        if len(answers) < _LEAST or not _closed(article.text[start:end], answers[-1], parameters):
            continue
        total = sum((one.figure for one in answers), Decimal(0))
        allowed = sum((one.bounds[1] - one.figure or Decimal("0.5") for one in answers), Decimal(0))
        if total - allowed > _WHOLE:
            worked = f"{' + '.join(plain(one.figure) for one in answers)} = {plain(total)} %"
            yield contradiction(rule, answers, worked, f"{_WHOLE} %")


def _sentence(article: Article, one: Amount) -> tuple[int, int]:
    return sentence_around(article, one.mention.start, one.mention.end)


def _closed(sentence: str, last: Amount, parameters: OptionsParameters) -> bool:
    """Whether the last percentage is of those who gave no answer, and the sentence has one question."""
    after = sentence[sentence.rindex(last.words) :].lower()
    words = f" {sentence.lower()} "
    return any(rest in after for rest in parameters.rest) and not any(
        f" {word} " in words for word in parameters.unless
    )


CHECK = Check("options", OptionsParameters, ("source", "worked", "stated"), of_article=_options)
