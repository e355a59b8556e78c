"""What an article says was done, or was not: a verb with its auxiliary or in the past, and what denies it.

*The bridge was not closed*, *les billets seront remboursés*, *she refused to sign*, *police arrested no one*: the doing
of the verb, whether it is denied, and whether it is still to come. Not under *if* or *could*, and not in a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from checker.language.topics import topics
from checker.model.value import Status
from checker.values.reading import Reading

_QUALIFIED = 4
"""So many words on, what says when or why a thing was not done makes it another statement: *not closed before noon*."""
_OBJECT = 4
"""So many words after a verb may begin what is done to: *no one*."""
_CHAIN, _SUBJECT = 5, 12
"""So many words back from a participle its auxiliary is looked for, and from that what it is told of."""


@dataclass(frozen=True)
class Doing:
    """What is told of: the key of the doing, the state it is said to be in, and its tokens from the subject on."""

    doing: str
    state: Status
    first: int
    last: int


class _Verb(NamedTuple):
    """From where to where the words stand that say whether a doing was done, the doing itself left out."""

    first: int
    denied: bool = False


def doings(reading: Reading) -> Iterator[Doing]:
    """What a text says was done or not, in order."""
    values, norms = reading.words.values, reading.tokens.norms
    known = topics(reading.words.code)
    for start, stop in reading.sentences:
        if "?" in norms[start : stop + 1] or any(norm in values["condition"] for norm in norms[start : stop + 1]):
            continue
        for at in range(start, stop + 1):
            about = known.key(norms[at]) if norms[at].isalpha() else None
            if about is None or not about.startswith("doing:"):
                continue
            verb = _verb(norms, values, start, at)
            if verb is None:
                continue
            begins = max(_clause(reading, start, verb.first), verb.first - _SUBJECT)
            before, told = norms[begins : verb.first], norms[verb.first : at]
            if any(norm in values["uncertain"] for norm in told):
                continue
            around = (*before[-1:], *told)
            nobody = any(norm in values["nobody"] for norm in before)
            denied = verb.denied or nobody or any(norm in values["verb_negation"] for norm in around)
            if denied and any(norm in values["qualifying"] for norm in norms[at + 1 : at + _QUALIFIED]):
                continue
            denied = denied or _nobody(_object(reading, at, stop), values)
            if not denied and any(norm in values["denial_begun"] for norm in around):
                continue
            coming = any(norm in values["auxiliary_coming"] for norm in told)
            state = ("not " if denied else "") + ("to be done" if coming else "done")
            yield Doing(about.partition(":")[2], Status(state=state), begins, at)


def _verb(norms: list[str], values: Mapping[str, Mapping[str, str]], start: int, at: int) -> _Verb | None:
    """The words that make a doing a statement: its auxiliaries, a refusal, or none where the verb itself is past."""
    chain = _chain(norms, values, start, at)
    if chain is not None:
        return _Verb(chain)
    if at - 2 >= start and norms[at - 1] in values["before_infinitive"] and norms[at - 2] in values["refused"]:
        return _Verb(at - 2, denied=True)
    subject = norms[at - 1] if at > start else ""
    done_by = subject in values["pronoun"] or subject in values["relative_pronoun"]
    if _is_past(norms[at], values) and subject.isalpha() and (done_by or subject not in values["function"]):
        return _Verb(at)
    return None


def _is_past(norm: str, values: Mapping[str, Mapping[str, str]]) -> bool:
    return norm in values["past_verb"] or any(norm.endswith(ending) for ending in values["past_ending"])


def _nobody(after: list[str], values: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether the verb has no object: *arrested no one*, but not *no more than three*, nor *and nobody was hurt*."""
    for place, norm in enumerate(after[:_OBJECT]):
        following = after[place + 1 : place + 3]
        fewer = any(word in values["no_fewer"] for word in following)
        subject = any(word in values["auxiliary_done"] for word in following)
        if norm in values["nobody"] and not fewer and not subject:
            return True
    return False


def _object(reading: Reading, at: int, stop: int) -> list[str]:
    """The words after a verb that may begin what is done to, in its clause; two more say what follows them."""
    end = at
    while end < min(at + _OBJECT + 2, stop) and reading.tokens.shape[end + 1] not in ",;:().":
        end += 1
    return reading.tokens.norms[at + 1 : end + 1]


def _chain(norms: list[str], values: Mapping[str, Mapping[str, str]], start: int, at: int) -> int | None:
    """Where the auxiliaries before a participle begin; None where there are none."""
    begins = None
    for index in range(at - 1, max(at - _CHAIN, start) - 1, -1):
        norm = norms[index]
        if norm in values["auxiliary_done"] or norm in values["auxiliary_coming"] or norm in values["uncertain"]:
            begins = index
        elif norm not in values["verb_negation"] and norm not in values["between_auxiliaries"]:
            break
    return begins


def _clause(reading: Reading, start: int, at: int) -> int:
    """Where the clause that holds a token begins."""
    while at > start and reading.tokens.shape[at - 1] not in ",;:()":
        at -= 1
    return at
