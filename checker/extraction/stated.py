"""The statements of an article as its fact types find them: which value, on which words, about whom or what.

Value by value: the patterns whose words the sentence has are tried on each; then the counts whose noun says enough,
the roles told with names, the quotes with a speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from checker.extraction.compiled import Compiled, Target
from checker.extraction.index import ready
from checker.extraction.line import Atom, Line
from checker.extraction.patterns import Fit, Pattern
from checker.language.nouns import are_people, thing
from checker.model.claim import UNNAMED
from checker.model.rule import FactType
from checker.model.value import AmountValue, Count, Money, Name, Names, NoValue, Number, Place, Quote, Status, Value
from checker.values.found import Found
from checker.values.reading import Reading

_ROLE_WITHIN = 16
_ADDING_WITHIN = 8
_LIKE_WITHIN = 2
_NEW = "new"
_OTHERS = "other"
"""The noun by which a fact type says that others are all of its attribute: *one died, six other people were hurt*."""
MIN_QUOTE_WORDS = 4
"""A quote of fewer words is a turn of phrase, not a statement that can be compared word for word."""
MIN_UNNAMED_WORDS = 6
"""Where the text does not tell who speaks, so many words are somebody's statement; another source may name them."""


class Stated(NamedTuple):
    """A statement found: its fact type and value, the tokens it rests on, and the name or event it is about.

    `fit` are the first and last token of the words that make the statement.
    """

    fact_type: FactType
    value: Value
    first: int
    last: int
    sentence: int
    subject: str | None
    fit: tuple[int, int]
    event_at: int | None = None


class Finder:
    """The statements of one article, sentence by sentence."""

    def __init__(self, reading: Reading, compiled: Compiled) -> None:
        self.reading = reading
        self.compiled = compiled
        self.with_others = {one.attribute for one in compiled.fact_types if _OTHERS in one.nouns}
        self.refused: set[tuple[int, int]] = set()
        """Tokens of values that a fact type would take, were it not for what stands around them."""

    def in_sentence(self, number: int, fine: Line, coarse: Line) -> Iterator[Stated]:
        """The statements of a sentence: `fine` is its line, `coarse` the one with its lists as one value."""
        yield from self._valued(number, fine, coarse)
        yield from self._flat(number, fine)
        yield from self._roles(number, self.reading.within(self.reading.sentences[number]))

    def _valued(self, number: int, fine: Line, coarse: Line) -> Iterator[Stated]:
        windows = _Windows(fine, coarse, self.compiled)
        if not windows.values:
            return
        for pattern, target in self.compiled.valued.candidates((*fine.words, *coarse.words)):
            fact_type = target.fact_type
            fits: dict[str, tuple[int, Stated]] = {}
            for atom, value in self._taken(fact_type, windows):
                window = windows.around(atom, fact_type)
                if (fit := pattern.shortest(window.text)) is None:
                    continue
                if windows.refuses(fact_type, atom):
                    self._refuse(value)
                    continue
                one = (fit.end - fit.start, self._from_fit(number, target, window, fit, value))
                about = fit.subject or f"value#{value}"
                fits[about] = min(fits.get(about, one), one, key=lambda entry: entry[0])
            yield from (stated for _, stated in fits.values())
        yield from self._counted(number, windows)

    def _refuse(self, value: int) -> None:
        item = self.reading.found[value]
        self.refused.add((item.first, item.last))

    def _counted(self, number: int, windows: _Windows) -> Iterator[Stated]:
        """The counts whose noun says enough to be a statement (*six dead*), wherever no pattern refuses them."""
        for fact_type in self.compiled.counting:
            for atom, value in self._taken(fact_type, windows):
                item = self.reading.found[value]
                if not isinstance(item.value, Count):
                    continue
                if windows.refuses(fact_type, atom):
                    self._refuse(value)
                    continue
                span = (item.first, item.last)
                yield Stated(fact_type, item.value, *span, number, None, span)

    def _flat(self, number: int, fine: Line) -> Iterator[Stated]:
        settled: dict[str, str | None] = {}
        refused: set[str] = set()
        for pattern, target in self.compiled.flat.candidates(fine.words):
            if target.fact_type.id in refused or settled.get(target.fact_type.id, target.state) != target.state:
                continue
            best = pattern.shortest(fine.text)
            if best is None:
                continue
            if target.unless:
                refused.add(target.fact_type.id)
                continue
            settled[target.fact_type.id] = target.state
            for fit in pattern.all(fine.text) if best.subject else (best,):
                yield self._from_fit(number, target, fine, fit, None)

    def _from_fit(self, number: int, target: Target, window: Line, fit: Fit, value: int | None) -> Stated:
        subject = _captured(fit.subject, self.reading)
        event_at = window.atoms[window.index_at(fit.event)].first if fit.event is not None else None
        span = window.span(fit.start, fit.end)
        if value is not None:
            item = self.reading.found[value]
            stated = self._as_whole(item)
            return Stated(target.fact_type, stated, item.first, item.last, number, subject, span, event_at)
        said: Value = NoValue() if target.unsaid else Status(state=str(target.state))
        return Stated(target.fact_type, said, *span, number, subject, span, event_at)

    def _as_whole(self, item: Found) -> Value:
        """The value; a list that only adds to names told elsewhere (*it also names A and B*) is not complete."""
        value = item.value
        if isinstance(value, Names) and value.complete and self._is_added(item.first):
            return value.model_copy(update={"complete": False})
        return value

    def is_beside_others(self, item: Found) -> bool:
        """Whether a value is of what is left or comes on top of others, told elsewhere: *seven other apps*.

        Of people it may be all: *six other people were hurt*.
        """
        value = item.value
        counted = isinstance(value, Count) and not are_people(value.noun) and bool({*self._beside(value)} - {_NEW})
        within = _ADDING_WITHIN if isinstance(value, AmountValue) else 1  # another month; but *he also got a month*
        if counted or not self._is_added(item.first, within):
            return counted
        return self._is_added(item.first, within, "adding_more") or self._has_like_before(item)

    def _is_added(self, first: int, within: int = _ADDING_WITHIN, words: str = "adding") -> bool:
        """Whether words before a value say that it comes on top of others (*also*, *a further*)."""
        adding = self.reading.words.values[words]
        floor = self.reading.sentences[self.reading.sentence_of(first)][0]
        return not adding.keys().isdisjoint(self.reading.tokens.norms[max(first - within, floor) : first])

    def _taken(self, fact_type: FactType, windows: _Windows) -> list[tuple[Atom, int]]:
        """The values of a sentence that a fact type takes, with their numbers in the reading."""
        if fact_type.id not in windows.taken:
            found = self.reading.found
            windows.taken[fact_type.id] = [
                (atom, value) for atom, value in windows.of(fact_type) if self._takes(fact_type, found[value])
            ]
        return windows.taken[fact_type.id]

    def _has_like_before(self, item: Found) -> bool:
        """Whether as much or other of the same was told in this sentence or the two before: *also found two grenades*
        adds to grenades, not to pistols.
        """
        start = self.reading.sentences[max(self.reading.sentence_of(item.first) - _LIKE_WITHIN, 0)][0]
        before = (self.reading.found[number].value for number in self.reading.within((start, item.first - 1)))
        return any(_is_like(value, item.value) for value in before)

    def _takes(self, fact_type: FactType, item: Found) -> bool:
        """Whether a fact type takes the value: its kind and, of a count, what is counted."""
        value = item.value
        if value.kind not in fact_type.kinds or (isinstance(value, Name) and value.type == "role"):
            return False
        if isinstance(value, Count | Number) and _counts_people(fact_type.nouns) and not _is_whole(value.amount):
            return False  # a magnitude, not a number of dead
        if not isinstance(value, Count):
            return True
        beside = self._beside(value)
        if _NEW in beside and fact_type.moves and _NEW not in fact_type.attribute.split():
            return False  # *four new bodies* are on top of those found before
        beside = [word for word in beside if word != _NEW]
        before = self.reading.tokens.norms[item.first - 1] if item.first else ""
        if (
            "added" in beside
            or before in self.reading.words.values["some_of"]
            or (beside and fact_type.attribute not in self.with_others)
        ):
            return False
        wanted = _things(fact_type.nouns)
        others = () if self._is_either(item) else value.qualifiers
        counted = (thing(value.noun), *(thing(word) for word in others))
        return not wanted or not wanted.isdisjoint(counted)

    def _is_either(self, item: Found) -> bool:
        """Whether a count is of one or another: *nine passengers or crew members* are nine of neither."""
        either = self.reading.words.values["either_or"]
        return not either.keys().isdisjoint(self.reading.tokens.norms[item.first : item.last + 1])

    def _beside(self, value: Count) -> list[str]:
        """What the words of a count say of others beside it: `added` where it comes on top (*two more dead*), `new`
        where it may.
        """
        others = self.reading.words.values["beside_others"]
        return [others[word] for word in value.qualifiers if word in others]

    def _roles(self, number: int, numbers: list[int]) -> Iterator[Stated]:
        for item in (self.reading.found[n] for n in numbers) if self.compiled.naming else ():
            if not isinstance(item.value, Name) or not item.value.role or item.value.type != "person":
                continue
            span = self._with_role(item, item.value.role)
            for fact_type in self.compiled.naming:
                yield Stated(fact_type, Name(text=item.value.role, type="role"), *span, number, item.value.text, span)

    def _with_role(self, item: Found, role: str) -> tuple[int, int]:
        """The tokens of a name together with the role told beside it."""
        tokens = self.reading.tokens
        first, last = max(item.first - _ROLE_WITHIN, 0), min(item.last + _ROLE_WITHIN, len(tokens.norms) - 1)
        start = tokens.text.find(role, tokens.starts[first], tokens.ends[last])
        if start < 0:
            return item.first, item.last
        begins = bisect_left(tokens.starts, start)
        return min(begins, item.first), max(bisect_left(tokens.starts, start + len(role)) - 1, item.last)

    def quotes(self) -> Iterator[Stated]:
        """What is quoted, which may run over several sentences."""
        fact_types = [fact_type for fact_type in self.compiled.fact_types if fact_type.reads == "quotes"]
        for item in self.reading.found if fact_types else ():
            if not isinstance(item.value, Quote):
                continue
            speaker = item.value.speaker or UNNAMED
            if len(item.value.text.split()) >= (MIN_QUOTE_WORDS if item.value.speaker else MIN_UNNAMED_WORDS):
                for fact_type in fact_types:
                    span = (item.first, item.last)
                    sentence = self.reading.sentence_of(item.first)
                    yield Stated(fact_type, item.value, *span, sentence, speaker, span)


class _Windows:
    """A sentence as its values see it: what stands around each, and whether patterns of `unless` fit there.

    Fact types of lists look at the line with its lists as one value, the others at the fine one.
    """

    def __init__(self, fine: Line, coarse: Line, compiled: Compiled) -> None:
        self.lines = {False: fine, True: coarse}
        self.values = bool(fine.values or coarse.values)
        self.compiled = compiled
        self.taken: dict[str, list[tuple[Atom, int]]] = {}  # by fact type: most have several patterns
        self._windows: dict[tuple[bool, int], Line] = {}
        self._fits: dict[tuple[Pattern, bool, int], bool] = {}  # fact types share guards
        self._unless: dict[str, list[Pattern]] = {}

    def of(self, fact_type: FactType) -> Iterator[tuple[Atom, int]]:
        """The values that the fact type may take, with their numbers in the reading."""
        for atom in self.lines[_is_wide(fact_type)].values:
            if atom.number is not None:
                yield atom, atom.number

    def around(self, atom: Atom, fact_type: FactType) -> Line:
        """The window around a value."""
        wide = _is_wide(fact_type)
        if (wide, atom.first) not in self._windows:
            self._windows[wide, atom.first] = self.lines[wide].around_atom(atom)
        return self._windows[wide, atom.first]

    def refuses(self, fact_type: FactType, atom: Atom) -> bool:
        """Whether a pattern of the fact type's `unless`, or of its guards, fits around the value."""
        text = self.around(atom, fact_type).text
        for pattern in self._refusing(fact_type):
            key = (pattern, _is_wide(fact_type), atom.first)
            if key not in self._fits:
                self._fits[key] = pattern.fits(text)
            if self._fits[key]:
                return True
        return False

    def _refusing(self, fact_type: FactType) -> list[Pattern]:
        if fact_type.id not in self._unless:
            words = [word for line in self.lines.values() for word in line.words]
            guards = self.compiled.refusing(fact_type).candidates(words)
            self._unless[fact_type.id] = [ready(one) for one, _ in guards]
        return self._unless[fact_type.id]


def _is_wide(fact_type: FactType) -> bool:
    return "names" in fact_type.kinds


@cache
def _counts_people(nouns: tuple[str, ...]) -> bool:
    return any(are_people(noun) for noun in nouns)


def _is_whole(amount: Decimal | None) -> bool:
    return amount is None or amount == amount.to_integral_value()


@cache
def _things(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(thing(noun) for noun in nouns)


def _captured(group: str | None, reading: Reading) -> str | None:
    """The name that a pattern's `{subject}` stands on."""
    if not group:
        return None
    value = reading.found[int(group.strip().rpartition("#")[2])].value
    return value.text if isinstance(value, Name | Place) else None


def _is_like(one: Value, other: Value) -> bool:
    """Whether two values are of one kind, currency or thing counted; a bare figure is of anything."""
    if isinstance(one, Count) and isinstance(other, Count):
        return thing(one.noun) == thing(other.noun) or (are_people(one.noun) and are_people(other.noun))
    if isinstance(one, Money) and isinstance(other, Money):
        return one.currency == other.currency
    return one.kind == other.kind or (isinstance(one, Number) and isinstance(other, Count))
