"""Of what somebody was convicted or cleared: the offences listed after the doing, in words common to both languages.

*Convicted of fraud and forgery*, *relaxé du chef de faux*: a state of each offence, and the list of what the article
says somebody was convicted of, wherever it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.extraction.anaphora import Antecedents
from checker.extraction.doings import Doing
from checker.model.value import Name, Names, Status, Value
from checker.values.reading import Reading

DOINGS = ("convict", "sentence")
_WITHIN = 30
"""So many tokens after the verb the list of offences begins at most, in its sentence."""
_LONGEST, _BETWEEN = 5, 4
"""So many words an offence has at most, and so many may join two."""


class Offences(NamedTuple):
    """The offences at tokens `first` to `last`, each with its own tokens; whether they are all of them."""

    items: tuple[tuple[str, int, int], ...]
    complete: bool

    @property
    def first(self) -> int:
        return self.items[0][1]

    @property
    def last(self) -> int:
        return self.items[-1][2]


class Verdict(NamedTuple):
    """Whether a person was convicted of one offence, or of which: told at the verb `at`, tokens `first` to `last`."""

    person: str
    attribute: str
    value: Value
    at: int
    first: int
    last: int


def verdicts(reading: Reading, done: Sequence[Doing], antecedents: Antecedents) -> Iterator[Verdict]:
    """Of what people were convicted and cleared: each offence, and all that one was convicted of as one list."""
    listed: dict[str, list[tuple[Doing, Offences]]] = {}
    for told in done:
        found = offences(reading, told)
        person = _convict(reading, told, antecedents) if found is not None else None
        if found is None or person is None:
            continue
        guilty = not told.state.state.startswith("not ")
        state = Status(state="convicted" if guilty else "acquitted")
        for offence, first, last in found.items:
            yield Verdict(person, f"conviction for {offence}", state, told.last, first, last)
        if guilty:
            listed.setdefault(person, []).append((told, found))
    for person, lists in listed.items():
        items = tuple(dict.fromkeys(offence for _, found in lists for offence, _, _ in found.items))
        told, found = max(lists, key=lambda one: len(one[1].items))
        if len(items) > 1 and all(one.complete for _, one in lists):
            yield Verdict(person, "offences", Names(items=items), told.last, found.first, found.last)


def _convict(reading: Reading, told: Doing, antecedents: Antecedents) -> str | None:
    """Whom a verdict is told of: the person among those it is told of, or named last before."""
    _, stop = reading.sentences[reading.sentence_of(told.last)]
    for number in reading.within((told.last + 1, stop)) if not told.passive else ():
        value = reading.found[number].value
        if isinstance(value, Name) and value.type == "person":
            return value.text
    return antecedents.person_before(told.last)


def offences(reading: Reading, told: Doing) -> Offences | None:
    """The offences that a doing is told of: those listed after it, before another doing's words."""
    if told.doing not in DOINGS or "to be" in told.state.state:
        return None
    norms, values = reading.tokens.norms, reading.words.values
    stop = min(reading.sentences[reading.sentence_of(told.last)][1], told.last + _WITHIN)
    sentenced = told.doing == "sentence"
    openers = values["of_sentence"] if sentenced else values["of_offence"]
    for at in range(told.last + 1, stop + 1):
        if (norms[at] in values["clause_break"] and not sentenced) or reading.tokens.shape[at] in ';:«»"':
            return None
        opened = norms[at] in openers or (at == told.last + 1 and not sentenced)
        if opened and (items := tuple(_items(reading, at + (norms[at] in openers), stop))):
            before = norms[at : items[0][1]]
            partial = any(norm in values["partial_cue"] or norm in values["on_count"] for norm in before)
            return Offences(items, complete=not partial)
    return None


def _items(reading: Reading, at: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """The offences that follow one another from a token on, a few joining words before each."""
    values, norms = reading.words.values, reading.tokens.norms
    while at <= stop:
        found = None
        for begin in range(at, min(at + _BETWEEN, stop + 1)):
            if (found := _offence(reading, begin, stop)) is not None:
                break
            if norms[begin] not in values["joins_offences"] and norms[begin] != ",":
                return
        if found is None:
            return
        yield found
        at = found[2] + 1


def _offence(reading: Reading, at: int, stop: int) -> tuple[str, int, int] | None:
    """The longest offence that begins at a token."""
    known = reading.words.values["offence"]
    for size in range(_LONGEST, 0, -1):
        words = " ".join(reading.tokens.norms[at : at + size])
        if at + size - 1 <= stop and words in known:
            return known[words], at, at + size - 1
    return None
