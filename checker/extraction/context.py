"""What stands around a value: the names, things, doings and words by which two articles can mean the same value.

Keys are language-neutral as far as data goes: a name as written, what is done or spoken of (`doing:close`,
`topic:depth`), a countable thing by its English lemma, any other word by its stem, which often is one in both
languages. Nearest to the value first.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.nouns import nouns, thing
from checker.language.stems import stem
from checker.language.topics import topics
from checker.model.value import Date, DateTime, Name, Place, Value
from checker.values.reading import Reading

REACH = 28
"""How many tokens on either side of a value its context reaches, within the sentence."""

_FIRST, _FIRST_WITHIN = "topic:first", 2
_BOUND_WITHIN = 3


def context(reading: Reading, value: Value, first: int, last: int) -> tuple[str, ...]:
    """The context keys of a value at tokens `first` to `last`, each once, the nearest first."""
    start, stop = reading.sentences[reading.sentence_of(first)]
    keys = sorted(_keys(reading, (max(start, first - REACH), min(stop, last + REACH)), (first, last)))
    bound = _bound(reading, start, first) if isinstance(value, Date | DateTime) else ()
    return tuple(dict.fromkeys((*bound, *(key for _, key in keys))))


def _bound(reading: Reading, start: int, first: int) -> Iterator[str]:
    """Whether something begins or ends at the day or the hour: `bound:end` for *until the 5th*."""
    bounds = reading.words.values["bound"]
    before = reading.tokens.norms[max(start, first - _BOUND_WITHIN) : first]
    found = next((bounds[norm] for norm in reversed(before) if norm in bounds), None)
    if found is not None:
        yield f"bound:{found}"


def _keys(reading: Reading, span: tuple[int, int], value: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """Keys with their distance from the value."""
    covered: set[int] = set(range(value[0], value[1] + 1))
    for number in reading.within(span):
        item = reading.found[number]
        if value[0] <= item.first <= value[1]:
            continue
        away = _away(item.first, item.last, value)
        if isinstance(item.value, Name | Place):
            yield away, f"name:{item.value.text}"
            covered.update(range(item.first, item.last + 1))
        elif isinstance(item.value, Date | DateTime):
            if item.value.edtf[:10] != "XXXX-XX-XX":
                yield away, f"date:{item.value.edtf}"
            covered.update(range(item.first, item.last + 1))
        elif item.value.kind not in ("names", "quote"):
            covered.update(range(item.first, item.last + 1))
            if item.value.kind == "count":
                yield away, f"thing:{thing(item.value.noun)}"
    for at in range(span[0], span[1] + 1):
        if at not in covered and (key := _word_key(reading, at)) is not None:
            yield _away(at, at, value), key
        if at not in covered and (what := _first_doing(reading, at, span[1])) is not None:
            yield _away(at, at, value), f"{_FIRST} {what}"


def _first_doing(reading: Reading, at: int, stop: int) -> str | None:
    """What is done first: *explode* at the first word of *the first blasts*."""
    if topics(reading.words.code).key(reading.tokens.norms[at]) != _FIRST:
        return None
    after = (_word_key(reading, after) for after in range(at + 1, min(at + 1 + _FIRST_WITHIN, stop + 1)))
    return next((key.partition(":")[2] for key in after if key is not None and key.startswith("doing:")), None)


def _away(first: int, last: int, value: tuple[int, int]) -> int:
    return value[0] - last if last < value[0] else max(first - value[1], 0)


def _word_key(reading: Reading, at: int) -> str | None:
    norm, words = reading.tokens.norms[at], reading.words
    if len(norm) < 3 or not norm.isalpha() or norm in words.values["function"] or norm in words.values["auxiliary"]:
        return None
    if (about := topics(words.code).key(norm)) is not None:
        return about
    known = nouns(words.code)
    lemma = known.plurals.get(norm) or known.singulars.get(norm)
    if lemma is not None:
        return f"thing:{thing(lemma)}"
    return f"word:{stem(norm)}"
