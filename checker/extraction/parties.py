"""Whom or what a doing is told of, and who does it: the subject and the object of a verb, as keys.

*All five bodies were flown to Norrby*: of the bodies; *the board has not approved the offer*: of the offer, by the
board. `of:topic:body` and `by:topic:board` are such keys; names beside them have theirs, `of:name:Velmar`. What is only
told nearby has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.extraction.context import word_key
from checker.language.nouns import thing
from checker.model.value import Name, Place
from checker.values.found import Found
from checker.values.reading import Reading

NOBODY, NONE = "nobody", "none"
"""The keys of a mere *no one*, and of a *no* of which nothing else says what it is none of: *no body*, *none of them*;
*none of the bodies* is all of them.
"""
_SUBJECT, _OBJECT = 14, 10
"""So many tokens a subject has at most before its verb, and an object after it."""
_COMPOUND = 3
_ASIDES = 3
"""So many stretches between commas are looked through for the subject: *its chief, Ana Rey, 38, has resigned*."""
_DEADLINE = ("date", "datetime")
"""*by Friday* is no doer."""
_BREAKS = ';:()«»"¶'


class Parties:
    """Reads the parties of doings in one text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.norms, self.shape = reading.tokens.norms, reading.tokens.shape
        self.values = reading.words.values
        self.head_first = reading.words.code == "fr"

    def named(self, doing: str, first: int, last: int) -> tuple[str, ...]:
        """The keys of a doing that a noun names: it is told of itself."""
        start, stop = self.reading.sentences[self.reading.sentence_of(first)]
        if self.norms[last] in self.values["light_verb"]:  # the noun is the subject
            by = dict.fromkeys(self._phrase(*self._doer(last, stop)))
        else:
            by = dict.fromkeys(self._subject(start, first))
        return (f"of:doing:{doing}", *(f"by:{key}" for key in by))

    def of(self, first: int, last: int, *, passive: bool) -> tuple[str, ...]:
        """The keys of a doing whose verb and auxiliaries are tokens `first` to `last`."""
        start, stop = self.reading.sentences[self.reading.sentence_of(first)]
        subject = list(dict.fromkeys(self._subject(start, first)))
        done_to = list(dict.fromkeys(self._phrase(*self._object(last, stop))))
        if passive:
            by = dict.fromkeys(self._phrase(*self._doer(last, stop)))
            return (*(f"of:{key}" for key in subject), *(f"by:{key}" for key in by))
        if not done_to:
            return tuple(f"of:{key}" for key in subject)
        return (*(f"of:{key}" for key in done_to), *(f"by:{key}" for key in subject))

    def _subject(self, start: int, first: int) -> Iterator[str]:
        """The keys of what stands before a verb, nearest stretch between commas first, relative clauses left out."""
        end, looked = first - 1, 0
        while end >= start and looked < _ASIDES:
            begin = self._begin(start, end, first)
            if begin <= end:
                keys = [] if self._is_aside(begin) else list(self._phrase(begin, end))
                yield from keys
                if any(not key.startswith("name:") for key in keys) or (keys and looked == 0 and end == first - 1):
                    return
            if begin - 1 < start or self.shape[begin - 1] != ",":
                return
            looked += 1
            end = begin - 2

    def _begin(self, start: int, end: int, first: int) -> int:
        """Where the stretch that ends with a token begins: after a break, a verb of saying, what opens a clause."""
        at, opening = end, self.values["clause_opener"]
        while at >= start and first - at <= _SUBJECT:
            norm = self.norms[at]
            if self.shape[at] in _BREAKS or self.shape[at] in ",V":
                break
            if norm in opening or norm in self.values["clause_break"] or norm in self.values["relative_pronoun"]:
                return at if at > start and self.shape[at - 1] == "," else at + 1
            at -= 1
        return at + 1

    def _is_aside(self, begin: int) -> bool:
        return self.norms[begin] in self.values["clause_opener"] or self.norms[begin] in self.values["relative_pronoun"]

    def _object(self, last: int, stop: int) -> tuple[int, int]:
        """The stretch after a verb, up to what begins another statement."""
        end = last
        while end < min(last + _OBJECT, stop):
            norm = self.norms[end + 1]
            if self.shape[end + 1] in _BREAKS + ",.V" or norm in self.values["clause_break"]:
                break
            if norm in self.values["auxiliary_done"] or norm in self.values["clause_opener"]:
                break
            end += 1
        if last < end and self.norms[last + 1] in self.values["nobody"]:
            return last + 1, end
        adjunct = next((at for at in range(last + 1, end + 1) if self.norms[at] in self.values["before_adjunct"]), None)
        keys = (at for at, _ in self._keys(last + 1, end))
        if adjunct is not None and min(keys, default=end + 1) > adjunct:
            end = last  # *resigned on Friday*: nothing is done to anything
        return last + 1, end

    def _doer(self, last: int, stop: int) -> tuple[int, int]:
        """The stretch after the *by* of a passive."""
        begin, end = last + 1, min(last + _OBJECT, stop)
        by = next((at for at in range(begin, end + 1) if self.norms[at] in self.values["agent"]), None)
        if by is None or any(item.first == by + 1 and item.value.kind in _DEADLINE for item in self._in(by + 1, end)):
            return end + 1, end
        return by + 1, end

    def _in(self, first: int, last: int) -> list[Found]:
        return [self.reading.found[number] for number in self.reading.within((first, last))]

    def _phrase(self, first: int, last: int) -> Iterator[str]:
        """The keys of a noun phrase: those of its head, then its names. What follows a preposition of place or time is
        no part of it, save where nothing stands before.
        """
        if first > last:
            return
        if self._names_nobody(first, last):
            yield NOBODY
            return
        keyed = sorted(self._keys(first, last))
        if self.norms[first] in self.values["nobody"] and not (keyed and self._is_partitive(first, last)):
            yield from (NONE,) if keyed else (NONE, NOBODY)
        bounds = [at for at in range(first, last + 1) if self.norms[at] in self.values["before_complement"]]
        other = [at for at in range(first, last + 1) if self.norms[at] in self.values["before_adjunct"]]
        keyed_from = min((at for at, _ in keyed), default=last)
        stop = next((at for at in other if at > keyed_from), last + 1)
        near = next((at for at in bounds if keyed_from < at < stop), stop)
        near = next((at for at in range(keyed_from + 1, near) if self._is_after_noun(at, last)), near)
        head = [key for at, key in keyed if at < near]
        common = [key for key in head if not key.startswith("name:")]
        yield from common if self.head_first else common[-1:]
        yield from (key for at, key in keyed if at < stop and key.startswith("name:"))

    def _is_after_noun(self, at: int, last: int) -> bool:
        """Whether a participle tells of the noun before it: *the pistol used in the raid*."""
        norm, after = self.norms[at], self.norms[at + 1] if at < last else ""
        if not norm.endswith(tuple(self.values["past_ending"])) and norm not in self.values["past_verb"]:
            return False
        return after in self.values["before_adjunct"]

    def _is_partitive(self, first: int, last: int) -> bool:
        """Whether a *none* is of some told of before: *none of them*."""
        return first < last and self.norms[first + 1] in self.values["before_complement"]

    def _names_nobody(self, first: int, last: int) -> bool:
        """Whether a phrase is a mere *no one*, *personne*: no noun follows."""
        at = next((at for at in range(first, last + 1) if self.norms[at] in self.values["nobody"]), None)
        if at is None or at > first + 1:
            return False
        if at < last and self.norms[at + 1] in self.values["nobody_head"]:
            at += 1
        after = self.norms[at + 1] if at < last else ""
        return not after or after in self.values["before_adjunct"] or after in self.values["denial_begun"]

    def _keys(self, first: int, last: int) -> Iterator[tuple[int, str]]:
        """The keys of names, counted things and words in a stretch, with their places."""
        covered: set[int] = set()
        named: set[int] = set()
        for item in self._in(first, last):
            if isinstance(item.value, Name | Place) and item.value.text[:1].islower():
                named.update(range(item.first, item.last + 1))
                continue  # a role with a name, read word by word: *conseil d'administration de Velmar*
            covered.update(range(item.first, item.last + 1))
            if isinstance(item.value, Name | Place):
                yield item.first, f"name:{item.value.text}"
            elif item.value.kind == "count":
                yield item.last, f"thing:{thing(item.value.noun)}"
            elif item.value.kind in ("names", "quote"):
                covered.difference_update(range(item.first, item.last + 1))
        for at in range(first, last + 1):
            if at in covered:
                continue
            if at in named and self.reading.tokens.capital(at):
                yield at, f"name:{self.reading.tokens.exact(at, at)}"
            elif (compound := self._compound(at, last)) is not None:
                yield at, compound
            elif (key := word_key(self.reading, at)) is not None and not self._is_adverb(at, key):
                yield at, key

    def _compound(self, at: int, last: int) -> str | None:
        """The key of a noun of three words: *conseil d'administration*."""
        return self.values["compound"].get(" ".join(self.norms[at : min(at + _COMPOUND, last + 1)]))

    def _is_adverb(self, at: int, key: str) -> bool:
        return self.norms[at].endswith(tuple(self.values["adverb_ending"])) and not key.startswith("thing:")
