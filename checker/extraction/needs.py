"""What a pattern needs, told from how it is written: compiling what no sentence comes near took a tenth of a run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from checker.extraction.patterns import Wording, commonness, rarest

_GROUP = re.compile(r"\([^()]*\)")
"""Groups within groups within groups are left to compiling."""
_OPTIONAL = re.compile(r"\[[^\[\]]*\]")
_REQUIRED = re.compile(r"\(([^()]*)\)|\((?:[^()]|\([^()]*\))*\)|<(\w+)>|\{(\w+)\}|([^\s()\[\]{}|\\<>~]+)")
"""A group without groups, any other group, a phrase, a slot, a word: what stands for itself outside brackets."""
_PLAIN = re.compile(r"[^\W\d_]+\*?")
"""A word that is parted nowhere: see `pieces`."""


def needed(written: str, phrases: Mapping[str, Wording], event_words: Set[str]) -> tuple[frozenset[str], ...]:
    """Sets of words or beginnings of each of which one is in any line that the pattern fits, the rarest set first; none
    where only compiling tells. `event_words`: words of which `{event}` holds one.
    """
    if "\\" in written or "(" in _GROUP.sub(" ", _GROUP.sub(" ", written)):
        return ()
    text, before = written.lower(), ""
    while text != before:
        before, text = text, _OPTIONAL.sub(" ", text)
    return tuple(sorted(frozenset(_sets(text, phrases, event_words)), key=commonness))


def _sets(text: str, phrases: Mapping[str, Wording], event_words: Set[str]) -> Iterator[frozenset[str]]:
    for match in _REQUIRED.finditer(text):
        group, phrase, slot, word = match.groups()
        if word and _PLAIN.fullmatch(word):
            yield frozenset({word})
        elif group:
            rare = [
                rarest(frozenset({word}) for word in alternative.split() if _PLAIN.fullmatch(word))
                for alternative in group.split("|")
            ]
            if all(rare):
                yield frozenset().union(*rare)
        elif phrase in phrases and phrases[phrase].held:
            yield phrases[phrase].held
        elif slot == "event" and event_words:
            yield frozenset(event_words)
