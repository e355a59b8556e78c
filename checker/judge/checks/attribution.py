"""Attribution lost: a draft states flatly what every source gives as somebody's word.

Looked for where a draft is judged only: that of two published articles one leaves the speaker out is no news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import Field

from checker.judge.amounts import sentence_around
from checker.judge.camps import camp_of, joined
from checker.judge.check import Check, Parameters
from checker.judge.finding import camp_words, make
from checker.judge.pairs import differing, how_linked
from checker.judge.story import Story
from checker.model.claim import Claim
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.source import Article

_WORD = re.compile(r"\w+")
_LEAST = 4
"""Letters of a speaker's word by which a draft is taken to name the speaker."""


class AttributionParameters(Parameters):
    """`roots`: how many independent roots must attribute it. `within`: how many code points before the draft's words
    a speaker who is named there is taken to be whose word they are. `attributing`: words of a sentence of the draft
    that says whose word it is, though the speaker was not read.
    """

    roots: int = Field(default=2, ge=1)
    within: int = 400
    attributing: tuple[str, ...] = ()


def _lost(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, AttributionParameters)
    if story.draft is None or differing(fact, story):
        return
    claims = [story.claim(name).claim for camp in fact.camps for name in camp.claims]
    own = [claim for claim in claims if claim.source == story.draft]
    others = [claim for claim in claims if claim.source != story.draft]
    roots = {story.root_of[claim.source] for claim in others}
    if not own or len(roots) < parameters.roots or not all(claim.attribution for claim in others):
        return
    speakers = sorted({claim.attribution.speaker for claim in others if claim.attribution})
    flat = all(_is_flat(claim, story, parameters) for claim in own)
    if not flat or any(_named_before(claim, speakers, story, parameters.within) for claim in own):
        return
    camps = [joined(map(camp_of, some)) for some in (own, others)]
    yield make(
        rule,
        "attribution",
        fields={"label": fact.label, "said": camp_words(camps[0]), "speakers": ", ".join(speakers)},
        fact=fact.key,
        camps=camps,
        roots=len(roots),
        trace=[
            *how_linked(fact),
            *(f"{claim.source}: according to {claim.attribution.speaker}" for claim in others if claim.attribution),
        ],
    )


def _is_flat(claim: Claim, story: Story, parameters: AttributionParameters) -> bool:
    """Whether a claim is stated as a fact, as far as its sentence tells."""
    article = _article(claim, story)
    start, end = sentence_around(article, claim.evidence[0].start, claim.evidence[0].end)
    said = f" {' '.join(_WORD.findall(article.text[start:end].lower()))} "
    spoken = any(f" {words} " in said for words in parameters.attributing)
    return claim.attribution is None and claim.modality == "asserted" and not spoken


def _article(claim: Claim, story: Story) -> Article:
    return next(one for one in story.articles if one.source.id == claim.source)


def _named_before(claim: Claim, speakers: Sequence[str], story: Story, within: int) -> bool:
    """Whether words of a speaker stand around the draft's: what is said there may be that speaker's word."""
    article = _article(claim, story)
    start, end = claim.evidence[0].start, claim.evidence[0].end
    around = article.text[max(start - within, 0) : end + within].lower()
    words = {word.lower() for speaker in speakers for word in re.findall(r"\w+", speaker) if len(word) >= _LEAST}
    return any(word in around for word in words)


CHECK = Check("attribution", AttributionParameters, ("label", "said", "speakers"), of_fact=_lost)
