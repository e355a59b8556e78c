"""What stands around a value: the names, things, doings and words by which two articles can mean the same value.

Keys are language-neutral as far as data goes: a name as written, what is done or spoken of (`doing:close`,
`topic:depth`), a countable thing by its English lemma, any other word by its stem, which often is one in both
languages. Nearest to the value first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.language import Lexicon
from checker.language.nouns import nouns, thing
from checker.language.stems import stem
from checker.language.topics import topics
from checker.model.value import Count, Date, DateTime, Name, Place, Value
from checker.values.reading import Reading

REACH = 28
"""How many tokens on either side of a value its context reaches, within the sentence."""

_FIRST, _FIRST_WITHIN = "topic:first", 2
_ASIDE, _PARTICIPLES = 8, "Lv"
"""Tokens of an aside before its date, and the classes of words that may begin it: *founded*, *ouvert*."""
_BOUND_WITHIN, _HELD_WITHIN, _NAME_WITHIN = 3, 4, 6


def context(reading: Reading, value: Value, first: int, last: int) -> tuple[str, ...]:
    """The context keys of a value at tokens `first` to `last`, each once, the nearest first."""
    start, stop = reading.sentences[reading.sentence_of(first)]
    keys = sorted(_keys(reading, (max(start, first - REACH), min(stop, last + REACH)), (first, last)))
    bound = _bound(reading, start, first) if isinstance(value, Date | DateTime) else ()
    held = _held(reading, start, first) if isinstance(value, Count) else ()
    return tuple(dict.fromkeys((*bound, *(key for _, key in keys), *held)))


def _bound(reading: Reading, start: int, first: int) -> Iterator[str]:
    """Whether something begins or ends at the day or the hour: `bound:end` for *until the 5th*."""
    values, norms = reading.words.values, reading.tokens.norms
    near = range(first - 1, max(start, first - _BOUND_WITHIN) - 1, -1)
    at = next((at for at in near if norms[at] in values["bound"]), None)
    if at is None:
        return
    before = norms[max(start, at - REACH) : at]
    if norms[at] in values["bound_to_come"] and any(norm in values["perfect"] for norm in before):
        return  # *had been restored by noon* sets no term
    yield f"bound:{values['bound'][norms[at]]}"


def _held(reading: Reading, start: int, first: int) -> Iterator[str]:
    """What has so many of a thing: `held:topic:building` for *a building of 24 flats*, *the building has 24 flats*; for
    a noun in apposition the name before it too (*Lorne High, a school of 900 pupils*).
    """
    holding, norms, shape, at = reading.words.values["holding"], reading.tokens.norms, reading.tokens.shape, first - 1
    while at > start and shape[at] in "xA":
        at -= 1
    if at <= start or norms[at] not in holding:
        return
    stop = max(start - 1, at - (2 if holding[norms[at]] == "next" else _HELD_WITHIN + 1))
    for before in range(at - 1, stop, -1):
        if (name := _name_at(reading, before)) is not None:
            yield f"held:name:{name}"
            return
        key = word_key(reading, before)
        if key is not None and key.startswith(("thing:", "topic:")):
            yield f"held:{key}"
            comma = before - 1 - (before > start and shape[before - 1] in "Aij")
            if comma > start and shape[comma] == "," and (name := _name_at(reading, comma - 1)) is not None:
                yield f"held:name:{name}"
            return
        if shape[before] in ".;:d":
            return


def _name_at(reading: Reading, token: int) -> str | None:
    """The name that ends at a token."""
    for number in reading.within((max(token - _NAME_WITHIN, 0), token)):
        item = reading.found[number]
        if item.last == token and isinstance(item.value, Name | Place):
            return item.value.text
    return None


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
            known = item.value.edtf[:10] != "XXXX-XX-XX"
            if known and not _is_aside(reading, item.first, item.last, value[0]):
                yield away, f"date:{item.value.edtf}"
            covered.update(range(item.first, item.last + 1))
        elif item.value.kind not in ("names", "quote"):
            covered.update(range(item.first, item.last + 1))
            if item.value.kind == "count":
                yield away, f"thing:{thing(item.value.noun)}"
    for at in range(span[0], span[1] + 1):
        if at not in covered and (key := word_key(reading, at)) is not None:
            yield _away(at, at, value), key
        if at not in covered and (what := _first_doing(reading, at, span[1])) is not None:
            yield _away(at, at, value), f"{_FIRST} {what}"


def _is_aside(reading: Reading, first: int, last: int, value: int) -> bool:
    """Whether a date is told in an aside before a value: *the fair, founded in 1998, relies on 1,900 cooks*."""
    shape = reading.tokens.shape
    opened = shape.rfind(",", max(first - _ASIDE, 0), first)
    closed = last + 1 < value and shape[last + 1] == ","
    return closed and opened >= 0 and first > opened + 2 and shape[opened + 1] in _PARTICIPLES


def _first_doing(reading: Reading, at: int, stop: int) -> str | None:
    """What is done first: *explode* at the first word of *the first blasts*."""
    if topics(reading.words.code).key(reading.tokens.norms[at]) != _FIRST:
        return None
    after = (word_key(reading, after) for after in range(at + 1, min(at + 1 + _FIRST_WITHIN, stop + 1)))
    return next((key.partition(":")[2] for key in after if key is not None and key.startswith("doing:")), None)


def _away(first: int, last: int, value: tuple[int, int]) -> int:
    return value[0] - last if last < value[0] else max(first - value[1], 0)


def word_key(reading: Reading, at: int) -> str | None:
    """The key of one word; None for one that tells nothing."""
    return _key_of(reading.tokens.norms[at], reading.words)


@lru_cache(maxsize=50_000)
def _key_of(norm: str, words: Lexicon) -> str | None:
    if len(norm) < 3 or not norm.isalpha() or norm in words.values["function"] or norm in words.values["auxiliary"]:
        return None
    if (about := topics(words.code).key(norm)) is not None:
        return about
    known = nouns(words.code)
    lemma = known.plurals.get(norm) or known.singulars.get(norm)
    if lemma is not None:
        return f"thing:{thing(lemma)}"
    return f"word:{stem(norm)}"
