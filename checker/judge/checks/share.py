"""Share: a figure said to be so many percent of another (*1,400 jobs, or 12 percent of the 11,600 employees*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.judge.amounts import amounts, between, contradiction, counts, fits, same_sentence, triples
from checker.judge.check import Check, Parameters
from checker.judge.story import Story
from checker.model.base import plain
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article
from checker.model.value import Percent
from checker.values.words import number_words, words_of_value


class ShareParameters(Parameters):
    """`is_share`: what stands between a part and its percentage; `of_whole`: what between that and the whole."""

    is_share: tuple[str, ...]
    of_whole: tuple[str, ...]


def _share(rule: Rule, parameters: Parameters, article: Article, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, ShareParameters)
    is_share, of_whole = (
        re.compile(
            rf"(?:[^.;:()\d]{{0,30}}[\s,(–—])?(?:{'|'.join(map(re.escape, words))})(?: \w+){{0,2}}", re.IGNORECASE
        )
        for words in (parameters.is_share, parameters.of_whole)
    )
    for part, percent, whole in triples(amounts(article, story)):
        if not isinstance(percent.value, Percent) or not (counts(part.value) and counts(whole.value)):
            continue
        told = same_sentence(part, whole) and is_share.fullmatch(between(part, percent))
        if not told or not of_whole.fullmatch(between(percent, whole)) or not whole.figure:
            continue
        least = part.bounds[0] / whole.bounds[1] * 100
        most = part.bounds[1] / whole.bounds[0] * 100
        if fits(least, most, percent):
            continue
        right = f"{plain(round(part.figure / whole.figure * 100, 1))} %"
        stated = words_of_value(percent.value)
        worked = f"{number_words(part.figure)} of {number_words(whole.figure)} is {right}"
        yield contradiction(rule, [part, percent, whole], worked, stated)


CHECK = Check("share", ShareParameters, ("source", "worked", "stated"), of_article=_share)
