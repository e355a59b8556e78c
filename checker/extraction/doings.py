"""What an article says was done, or was not: a verb with its auxiliary or in the past, and what denies it.

*The bridge was not closed*, *les billets seront remboursés*, *she refused to sign*, *police arrested no one*, *the
board has yet to approve it*, *the road remains open*: the doing of the verb, whether it is denied, and whether it is
still to come. Not under *if* or *could*, and not in a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.extraction.deeds import Deed, deed_at
from checker.language.deeds import in_family
from checker.model.value import Status
from checker.values.reading import Reading

_QUALIFIED = 8
"""So many words on, what says when or why a thing was not done, or is to be, makes it another statement: *not closed
before noon*, *will fly again when it is safe*.
"""
_OBJECT = 4
"""So many words after a verb may begin what is done to: *no one*."""
_JOINED = 14
"""So many words on, a participle after *and* may share the auxiliaries of the one before."""
_CHAIN, _SUBJECT = 6, 12
"""So many words back from a participle its auxiliary is looked for, and from that what it is told of."""

Values = Mapping[str, Mapping[str, str]]


class Doing(NamedTuple):
    """What is told of: the key of the doing, the state it is said to be in, and its tokens from the subject on.

    `verb` is the first token of the verb with its auxiliaries; `passive`: the subject is what it was done to;
    `named`: a noun names the doing.
    """

    doing: str
    state: Status
    first: int
    last: int
    verb: int
    passive: bool
    named: bool = False


class _Verb(NamedTuple):
    """From where the words stand that say whether a doing was done, the doing itself left out."""

    first: int
    denied: bool = False
    passive: bool = False


def doings(reading: Reading) -> Iterator[Doing]:
    """What a text says was done or not, in order."""
    values, norms = reading.words.values, reading.tokens.norms
    for start, stop in reading.sentences:
        sentence = norms[start : stop + 1]
        if "?" in sentence or not values["condition"].keys().isdisjoint(sentence):
            continue
        before: Doing | None = None
        for at in range(start, stop + 1):
            if (deed := deed_at(reading, start, at, stop)) is None or _refuses(reading, at, stop):
                continue
            told = _told(reading, start, stop, at, deed) or _joined(reading, at, deed, before)
            if told is not None:
                yield told
                before = told


def _told(reading: Reading, start: int, stop: int, at: int, deed: Deed) -> Doing | None:
    """The doing that the words of a deed at a token tell, None where they make no statement of it."""
    values, norms = reading.words.values, reading.tokens.norms
    verb = _Verb(deed.first, passive=True) if deed.is_state else _verb(norms, values, start, at)
    if verb is None:
        return None
    begins = max(_clause(reading, start, verb.first), verb.first - _SUBJECT)
    before, told = norms[begins : verb.first], norms[verb.first : at]
    if any(norm in values["uncertain"] or norm in values["partly"] for norm in told):
        return None
    around = (*before[-1:], *told)
    after = _after(reading, deed.last, stop, _OBJECT + 2)
    if any(one in values["verb_negation"] and other in values["wholly"] for one, other in pairwise(before)):
        return None  # *not all of them were found*
    nobody = any(_is_nobody(values, before, place, told) for place in range(len(before)))
    denied = verb.denied or nobody or any(norm in values["verb_negation"] for norm in around)
    coming = any(norm in values["auxiliary_coming"] for norm in told)
    following = _after(reading, deed.last, stop, _QUALIFIED)
    if (denied or coming) and any(norm in values["qualifying"] for norm in following):
        return None
    if denied and any(norm in values["wholly"] for norm in (*told, *(() if nobody else before))):
        return None
    denied = denied or _nobody(after, values)
    if not denied and any(norm in values["denial_begun"] for norm in around):
        return None
    state = ("not " if denied is not deed.denies else "") + ("to be done" if coming else "done")
    doing, state = in_family(deed.doing, state)
    return Doing(doing, Status(state=state), begins, deed.last, verb.first, verb.passive, deed.is_named)


def _refuses(reading: Reading, at: int, stop: int) -> bool:
    """Whether a word only denies the verb after it: *refused to sign*."""
    values, norms = reading.words.values, reading.tokens.norms
    return at < stop and norms[at] in values["refused"] and norms[at + 1] in values["before_infinitive"]


def _is_nobody(values: Values, before: Sequence[str], place: int, told: Sequence[str]) -> bool:
    """Whether a word of a subject says that there is none: *no one*, *personne n'*, but not *une personne*."""
    if before[place] not in values["nobody"]:
        return False
    begun = values["denial_begun"]
    return not begun or any(norm in begun for norm in (*before[place + 1 :], *told))


def _joined(reading: Reading, at: int, deed: Deed, before: Doing | None) -> Doing | None:
    """A participle that shares the auxiliaries of the doing before it: *was arrested and charged*."""
    norms, values = reading.tokens.norms, reading.words.values
    if before is None or before.verb == before.last or before.state.state.startswith("not ") or at < 1:
        return None
    joined = norms[at - 1] in values["joining"] and norms[at].endswith(tuple(values["joined_ending"]))
    near = at - before.last <= _JOINED and not any(
        norm in values["auxiliary_done"] or norm in values["clause_break"] for norm in norms[before.last + 1 : at]
    )
    if not joined or not near:
        return None
    state = ("not " if deed.denies else "") + before.state.state
    doing, state = in_family(deed.doing, state)
    return Doing(doing, Status(state=state), before.first, deed.last, before.verb, before.passive)


def _verb(norms: list[str], values: Values, start: int, at: int) -> _Verb | None:
    """The words that make a doing a statement: its auxiliaries, a refusal, or none where the verb itself is past."""
    chain = _chain(norms, values, start, at)
    first = at if chain is None else chain
    if first - 2 >= start and norms[first - 1] in values["before_infinitive"] and norms[first - 2] in values["refused"]:
        return _Verb(_back(norms, values, start, first - 2), denied=True, passive=chain is not None)
    if chain is not None:
        told = norms[chain:at]
        finite = values["auxiliary_done"].keys() - values["infinitive_auxiliary"].keys()
        if not any(norm in finite or norm in values["auxiliary_coming"] for norm in told):
            return None  # *to be closed* is no statement that it was
        return _Verb(chain, passive=any(norm in values["be"] for norm in told))
    subject = norms[at - 1] if at > start else ""
    done_by = subject in values["pronoun"] or subject in values["relative_pronoun"]
    if _is_past(norms[at], values) and subject.isalpha() and (done_by or subject not in values["function"]):
        return _Verb(at)
    return None


def _back(norms: list[str], values: Values, start: int, at: int) -> int:
    """Where the auxiliaries before a token begin."""
    while at > start and (norms[at - 1] in values["auxiliary_done"] or norms[at - 1] in values["between_auxiliaries"]):
        at -= 1
    return at


def _is_past(norm: str, values: Values) -> bool:
    return norm in values["past_verb"] or any(norm.endswith(ending) for ending in values["past_ending"])


def _nobody(after: list[str], values: Values) -> bool:
    """Whether the verb has no object: *arrested no one*, but not *no more than three*, nor *and nobody was hurt*."""
    for place, norm in enumerate(after[:_OBJECT]):
        following = after[place + 1 : place + 3]
        fewer = any(word in values["no_fewer"] for word in following)
        subject = any(word in values["auxiliary_done"] for word in following)
        if norm in values["nobody"] and not fewer and not subject:
            return True
    return False


def _after(reading: Reading, at: int, stop: int, most: int) -> list[str]:
    """The words after a verb in its clause, at most so many."""
    end = at
    while end < min(at + most, stop) and reading.tokens.shape[end + 1] not in ",;:().":
        end += 1
    return reading.tokens.norms[at + 1 : end + 1]


def _chain(norms: list[str], values: Values, start: int, at: int) -> int | None:
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
