"""Camps made for findings that rest on no fact of their own: of a claim, of a mention, of several sources together."""

from __future__ import annotations

from collections.abc import Iterable

from checker.judge.story import Story, evidence_of
from checker.model.claim import Claim
from checker.model.fact import Camp
from checker.model.source import Article
from checker.model.value import Mention


def camp_of(claim: Claim) -> Camp:
    """The camp of one claim."""
    return Camp(value=claim.value, sources=(claim.source,), claims=(claim.id,), evidence=claim.evidence)


def camp_at(article: Article, mention: Mention) -> Camp:
    """The camp of a value that no claim was made of; its place in the text stands for a claim."""
    source = article.source.id
    return Camp(
        value=mention.value,
        sources=(source,),
        claims=(f"{source}:{mention.start}",),
        evidence=(evidence_of(article, mention),),
    )


def of_source(camp: Camp, source: str, story: Story) -> Camp:
    """What one of its sources says of what a camp says."""
    return camp.model_copy(
        update={
            "sources": (source,),
            "claims": tuple(one for one in camp.claims if story.claim(one).claim.source == source),
            "evidence": tuple(one for one in camp.evidence if one.source == source),
        }
    )


def joined(camps: Iterable[Camp]) -> Camp:
    """Camps that give one value, as one."""
    ordered = sorted(camps, key=lambda camp: (camp.sources, camp.claims))
    return ordered[0].model_copy(
        update={
            "sources": tuple(sorted({source for camp in ordered for source in camp.sources})),
            "claims": tuple(claim for camp in ordered for claim in camp.claims),
            "evidence": tuple(one for camp in ordered for one in camp.evidence),
            "speakers": tuple(dict.fromkeys(speaker for camp in ordered for speaker in camp.speakers)),
        }
    )


def largest_first(camps: Iterable[Camp]) -> list[Camp]:
    """Camps by the number of their sources, then by the sources."""
    return sorted(camps, key=lambda camp: (-len(camp.sources), camp.sources))
