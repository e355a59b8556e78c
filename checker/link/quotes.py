"""Which quotations give one utterance: of one speaker, in one language, with a long run of words in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.link.groups import Groups
from checker.model.claim import Claim
from checker.model.value import Quote
from checker.values.comparison import fold
from checker.values.comparison.quotes import same_utterance, words_of

_NAME_WORDS = 6
_SHARED = 3
"""Quotations without a run of so many words in common are not looked at together."""


def link_quotes(claims: Sequence[Claim], speakers: Mapping[str, str], languages: Mapping[str, str]) -> dict[str, str]:
    """Claim id -> the utterance it quotes, named by its first words in the source that comes first.

    `speakers`: claim id -> canonical speaker; `languages`: source -> language. Only quotations that share a run of
    words are looked at together, so the cost grows with what is shared, not with the square of the quotations.
    """
    quotes = sorted((claim for claim in claims if isinstance(claim.value, Quote)), key=lambda claim: claim.id)
    groups = Groups()
    runs: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in quotes:
        words = words_of(_text(claim))
        size = min(_SHARED, len(words))
        for at in range(len(words) - size + 1):
            runs[speakers[claim.id], languages.get(claim.source, ""), tuple(words[at : at + size])].append(claim)
    for sharing in runs.values():
        for claim in sharing[1:]:
            apart = groups.head(sharing[0].id) != groups.head(claim.id)
            if apart and same_utterance(_text(sharing[0]), _text(claim)):
                groups.join(sharing[0].id, claim.id)
    texts = {claim.id: _text(claim) for claim in quotes}
    return {name: " ".join(fold(texts[groups.head(name)]).split()[:_NAME_WORDS]) for name in texts}


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Quote) else ""
