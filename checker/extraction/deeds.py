"""The words that name a doing: one word by what it is about, a phrase (*filed an appeal*), or a state that remains.

*The road remains open* says that it was not closed; *the order is still in force* that it was not lifted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from checker.language.topics import topics
from checker.values.reading import Reading

_NOT = "not "
_LONGEST, _SKIPPED = 4, 3
"""So many words a phrase has at most, and so many articles and adverbs may stand among them."""
_AFTER, _BEFORE = 3, 8
"""So many tokens after a verb, and before it, the noun that it says was is looked for."""


class Deed(NamedTuple):
    """A doing named at tokens `first` to `last`; `denies`: the words say that it was not done. `is_state`: they say how
    things are, and so need no auxiliary. `is_named`: a noun names it, the verb only says that it was (*sent a call*).
    """

    doing: str
    first: int
    last: int
    denies: bool = False
    is_state: bool = False
    is_named: bool = False


def deed_at(reading: Reading, start: int, at: int, stop: int) -> Deed | None:
    """The deed whose words begin at a token, phrases first; None where none do."""
    values, norms = reading.words.values, reading.tokens.norms
    if not norms[at][:1].isalpha():
        return None
    if norms[at] in values["remaining"] and (found := _phrase(reading, values["state"], at + 1, stop)) is not None:
        doing, last = found
        first = at - 1 if at > start and norms[at - 1] in values["auxiliary_done"] else at
        return Deed(doing.removeprefix(_NOT), first, last, doing.startswith(_NOT), is_state=True)
    if norms[at] in values["deed_begins"] and (found := _phrase(reading, values["deed"], at, stop)) is not None:
        doing, last = found
        return Deed(doing.removeprefix(_NOT), at, last, doing.startswith(_NOT))
    if norms[at] in values["light_verb"] and (named := _named(reading, start, at, stop)) is not None:
        return named
    about = topics(reading.words.code).key(norms[at]) if norms[at].isalpha() else None
    return Deed(about.partition(":")[2], at, at) if about is not None and about.startswith("doing:") else None


def _named(reading: Reading, start: int, at: int, stop: int) -> Deed | None:
    """The deed that a noun near a verb of little meaning names, after it (*sent a distress call*) or before."""
    known, shape = reading.words.values["event_noun"], reading.tokens.shape
    for place in range(at + 1, min(at + _AFTER, stop) + 1):
        if shape[place] in ",;:.":
            break
        if (found := _phrase(reading, known, place, stop)) is not None:
            return Deed(found[0], at, found[1], is_named=True)
    for place in range(at - 1, max(start, at - _BEFORE) - 1, -1):
        if shape[place] in ",;:.":
            break
        if (found := _phrase(reading, known, place, at - 1)) is not None:
            return Deed(found[0], at, at, is_named=True)
    return None


def _phrase(reading: Reading, known: Mapping[str, str], at: int, stop: int) -> tuple[str, int] | None:
    """What the longest known phrase from a token on says, and its last token; articles in it are passed over."""
    norms, passed = reading.tokens.norms, reading.words.values["passed_over"]
    said: list[str] = []
    found = None
    skipped = 0
    for place in range(at, stop + 1):
        if norms[place] in passed and skipped < _SKIPPED:
            skipped += 1
            continue
        said.append(norms[place])
        if (doing := known.get(" ".join(said))) is not None:
            found = doing, place
        if len(said) == _LONGEST:
            break
    return found
