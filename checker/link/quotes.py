"""Which quotations give one utterance: in one language, with a long run of words in common.

Who speaks is often told by a role or not at all; so quotations with nearly all their words in common are one utterance
unless two people with no name in common are their speakers, and the speaker most sources name is taken for all. Where
neither source tells who speaks, only the same words are: others may be of two people, or mere marks around a text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from checker.link.groups import Groups
from checker.model.claim import UNNAMED, Claim
from checker.model.value import Quote
from checker.values.comparison import Level, compare_values, fold
from checker.values.comparison.quotes import nearly_whole, same_utterance, words_of

_NAME_WORDS = 6
_FULL_NAME = re.compile(r"\A[^\W\da-z]\S*(?: \S+)* [^\W\da-z]\S*")
_SHARED = 3
"""Quotations without a run of so many words in common are not looked at together."""


class Utterance(NamedTuple):
    """What was said, by its first words in the source that comes first, and who said it, as most sources have it."""

    name: str
    speaker: str


def link_quotes(
    claims: Sequence[Claim], speakers: Mapping[str, str], languages: Mapping[str, str]
) -> dict[str, Utterance]:
    """Claim id -> the utterance it quotes.

    `speakers`: claim id -> canonical speaker; `languages`: source -> language. Only quotations that share a run of
    words are looked at together, so the cost grows with what is shared, not with the square of the quotations.
    """
    quotes = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id) if isinstance(claim.value, Quote)}
    groups = Groups()
    runs: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in quotes.values():
        groups.join(claim.id, claim.id)
        words = words_of(_text(claim))
        size = min(_SHARED, len(words))
        for run in {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}:
            runs[languages.get(claim.source, ""), run].append(claim)
    for sharing in runs.values():
        for one in sharing[1:]:
            first = sharing[0]
            if groups.head(first.id) == groups.head(one.id):
                continue
            if _one_utterance(first, one, (speakers[first.id], speakers[one.id])):
                groups.join(first.id, one.id)
    said: dict[str, Utterance] = {}
    taken: set[str] = set()
    for head, ids in groups.members().items():
        told = Counter(speakers[one] for one in ids)
        name = _name(fold(_text(quotes[head])).split(), taken)
        taken.add(name)
        speaker = min(told, key=lambda speaker: (not speaker[:1].isupper(), -told[speaker], speaker))
        said.update(dict.fromkeys(ids, Utterance(name, speaker)))
    return said


def _name(words: Sequence[str], taken: Set[str]) -> str:
    """The first words said, so many that they tell the utterance from those before it."""
    names = (" ".join(words[:size]) for size in range(min(_NAME_WORDS, len(words)), len(words) + 1))
    return next((name for name in names if name not in taken), " ".join(words))


def _one_utterance(one: Claim, other: Claim, speakers: tuple[str, str]) -> bool:
    """Whether two quotations are of one utterance; two people can say nearly the same."""
    if speakers == (UNNAMED, UNNAMED):
        return compare_values(one.value, other.value).level is not Level.different
    if speakers[0] == speakers[1]:
        return same_utterance(_text(one), _text(other))
    a, b = (set(fold(speaker).split()) for speaker in speakers)
    if all(map(_FULL_NAME.fullmatch, speakers)) and a.isdisjoint(b):
        return False
    return nearly_whole(_text(one), _text(other))


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Quote) else ""
