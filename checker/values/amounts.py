"""Figures to values: percentages, money, measures, counts and plain numbers.

Every figure and number word of the shape is looked at once, from left to right: the numeral is read, then what stands
beside it says the kind. What neither has a unit nor counts a noun is a number, if nothing tells that it is a name or
a score (`alone.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from checker.language import Lexicon
from checker.language.nouns import nouns
from checker.language.topics import topics
from checker.model.value import AmountValue, Count, Measure, Modifier, Money, Number, Percent
from checker.values.alone import is_capital, is_name, is_proper, stands_alone
from checker.values.compound import Unit
from checker.values.counted import counted
from checker.values.found import Found
from checker.values.lexer import Tokens
from checker.values.numerals import Numeral, is_movement, modifier_after, modifier_before, proportion, read_at
from checker.values.toll import tells_toll
from checker.values.units import is_million, own_reading, percent_before, unit_of

_TURNED: dict[str, Modifier] = {
    "at_least": "at_most", "more_than": "less_than", "at_most": "at_least", "less_than": "more_than",
}  # fmt: skip
"""The modifiers of a figure told without its minus sign: more than ten degrees below zero."""
_OWNER = 3
"""So many words of an owner may stand between *of the* and the figure of the whole."""
_START = re.compile(r"[dyDnSkhK=]|j(?=o)|i(?=-?[inSkhoLCROHpfu&x%c$U])")


def read(tokens: Tokens, words: Lexicon, taken: bytearray) -> Iterator[Found]:
    """The amounts of a text by first token; their tokens are set in `taken`."""
    free = 0
    for match in _START.finditer(tokens.shape):
        index = match.start()
        if index < free or taken[index]:
            continue
        numeral = read_at(tokens, words, index)
        if numeral is None:
            continue
        if any(taken[numeral.first : numeral.last + 1]):
            continue
        free = numeral.last + 1
        if _plus(tokens, free):
            numeral = numeral._replace(last=free, modifier="at_least")
        found = _value(tokens, words, numeral, taken)
        if found is not None and not any(taken[found.first : found.last + 1]):
            found = _taken_away(tokens, words, _qualified(tokens, words, found))
            taken[found.first : found.last + 1] = b"\1" * (found.last + 1 - found.first)
            free = max(free, found.last + 1)
            yield found


def _plus(tokens: Tokens, at: int) -> bool:
    """Whether a plus sign at `at` says *or more*: 100+ people."""
    return (
        tokens.shape[at : at + 1] == "+"
        and tokens.glued(at)
        and tokens.shape[at + 1 : at + 2] not in tuple("dyD")
        and tokens.shape[at - 1] in "dyD"
    )


def _value(tokens: Tokens, words: Lexicon, numeral: Numeral, taken: bytearray) -> Found | None:
    if is_proper(tokens, numeral.first):
        return None
    if unit := unit_of(tokens, words, numeral):
        return _united(tokens, words, numeral, unit)
    if found := _sharing(tokens, words, numeral):
        return found
    share = proportion(tokens, words, numeral)
    if share is not None:
        return Found(share.first, share.last, Number(**_fields(share)))
    if percent_before(tokens, words, numeral):
        return Found(numeral.first - 2, numeral.last, Percent(**_fields(numeral)))
    if is_name(tokens, words, numeral):
        return None
    if unit := _unit_of_change(tokens, words, numeral):
        return Found(numeral.first, numeral.last, _build(unit, _fields(numeral)))
    return _counted(tokens, words, numeral, taken) or _changed(tokens, words, numeral) or _alone(tokens, words, numeral)


def _qualified(tokens: Tokens, words: Lexicon, found: Found) -> Found:
    """The value with a modifier that follows all of it: dix personnes au plus, dix écoles primaires ou plus."""
    if not isinstance(found.value, AmountValue) or found.value.modifier != "exact":
        return found
    last = found.last
    if isinstance(found.value, Count):
        while last + 1 < len(tokens.norms) and tokens.norms[last + 1] in found.value.qualifiers:
            last += 1
    following = last + 2
    if tokens.letter(following) in "dyDnSkic$":
        return found
    modifier = modifier_after(tokens, words, last)
    return found._replace(value=found.value.model_copy(update={"modifier": modifier})) if modifier else found


def _taken_away(tokens: Tokens, words: Lexicon, found: Found) -> Found:
    """The value below zero, where all of the text bids to take it away: soustraire cinq pour cent."""
    verb, value = found.first - 1, found.value
    if verb < 0 or tokens.norms[verb] not in words.values["take_away"] or tokens.shape[found.last + 1 :].strip(".!"):
        return found
    bids = all(norm in words.values["bidding"] for norm in tokens.norms[:verb])
    if not bids or not isinstance(value, AmountValue) or value.amount is None or value.amount <= 0:
        return found
    return Found(verb, found.last, value.model_copy(update={"amount": -value.amount}))


def _fields(numeral: Numeral, times: Decimal = Decimal(1), plus: Decimal = Decimal(0)) -> dict[str, Any]:
    """The fields that all amounts share, multiplied and added to; what is above a figure below zero is below it."""
    if numeral.amount is None:
        assert numeral.low is not None and numeral.high is not None
        low, high = sorted((numeral.low * times, numeral.high * times))
        return {"amount": None, "modifier": "range", "low": low, "high": high}
    if times < 0:
        modifier = _TURNED.get(numeral.modifier, numeral.modifier)
        return {"amount": -abs(numeral.amount * times), "modifier": modifier}
    return {"amount": numeral.amount * times + plus, "modifier": numeral.modifier}


def _united(tokens: Tokens, words: Lexicon, numeral: Numeral, unit: Unit) -> Found:
    if unit.kind == "percent":
        numeral = numeral._replace(amount=own_reading(tokens, words, numeral))
    if other := _other_end(tokens, words, numeral, unit):
        high, end = other
        low = _fields(numeral, unit.times, unit.plus)["amount"]
        first = unit.first - (tokens.letter(unit.first - 1) == "b")
        return Found(first, end.last, _build(unit, {"amount": None, "modifier": "range", "low": low, "high": high}))
    if numeral.modifier == "exact" and unit.first < numeral.first:
        numeral = numeral._replace(modifier=modifier_before(tokens, words, unit.first) or "exact")
    first = unit.first - (numeral.amount is None and tokens.letter(unit.first - 1) == "b")
    return Found(first, unit.last, _build(unit, _fields(numeral, unit.times, unit.plus)))


def _build(unit: Unit, fields: dict[str, Any]) -> AmountValue:
    if unit.kind == "money":
        return Money(currency=unit.code, **fields)
    return Percent(**fields) if unit.kind == "percent" else Measure(unit=unit.code or "", **fields)


def _other_end(tokens: Tokens, words: Lexicon, numeral: Numeral, unit: Unit) -> tuple[Decimal, Unit] | None:
    """The far end of a range that repeats its unit: 3% to 5%, between £200 and £300, 300 € à 450 €."""
    at = unit.last + 1
    if numeral.amount is None or at + 1 >= len(tokens.shape):
        return None
    joined = tokens.shape[at] in ">-~" or (tokens.shape[at] == "&" and tokens.letter(unit.first - 1) == "b")
    if not joined or is_movement(tokens, words, unit.first, at):
        return None
    start = at + 2 if tokens.shape[at + 1] == "$" else at + 1
    other = read_at(tokens, words, start) if start < len(tokens.shape) else None
    if other is None or other.amount is None or other.first != start:
        return None
    end = unit_of(tokens, words, other)
    if end is None or (end.kind, end.code) != (unit.kind, unit.code) or end.first < at + 1:
        return None
    high = other.amount * end.times + end.plus
    return (high, end) if numeral.amount * unit.times < high else None


def _unit_of_change(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Unit | None:
    """The unit that stands only at the end of a change: it fell from 3.5 to 2.8 percent, passé de 12 à 9 euros."""
    start = numeral.last + 2
    if (
        tokens.letter(start - 1) != ">"
        or numeral.first == 0
        or tokens.norms[numeral.first - 1] not in words.values["from"]
    ):
        return None
    other = read_at(tokens, words, start) if start < len(tokens.norms) else None
    unit = unit_of(tokens, words, other) if other else None
    if other is None or unit is None or unit.first != start or other.first != other.last or unit.times != 1:
        return None
    return unit if not unit.plus else None


def _sharing(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Found | None:
    """An amount whose unit is said only of the one after it: 35 millions et 100 millions d'euros, by 3 and 5 percent.

    A bare figure has the scale of the other too (35 et 100 millions), and follows a preposition.
    """
    at = numeral.last + 1
    if tokens.letter(at) != "&" or numeral.amount is None or at + 1 >= len(tokens.norms):
        return None
    other = read_at(tokens, words, at + 1)
    if other is None or other.amount is None or other.first != at + 1:
        return None
    unit = unit_of(tokens, words, other)
    if unit is None or unit.first != other.first or unit.plus or tokens.shape[other.first] not in "dD":
        return None
    times, scaled = unit.times, tokens.shape[other.last] == "S"
    if tokens.shape[numeral.last] != "S":
        if tokens.shape[numeral.first] not in "dD" or tokens.letter(numeral.first - 1) not in "fp>:":
            return None
        if scaled:
            times *= Decimal(words.values["scale"][tokens.norms[other.last]])
    elif not scaled:
        return None
    return Found(numeral.first, numeral.last, _build(unit, _fields(numeral, times)))


def _counted(tokens: Tokens, words: Lexicon, numeral: Numeral, taken: bytearray) -> Found | None:
    """A count, where a noun follows; the numeral may end with a letter for its scale (2.5m voters)."""
    if (
        numeral.amount is not None
        and abs(numeral.amount) < 1
        and tokens.norms[numeral.last] in words.values["fraction"]
    ):
        return None
    last, times = _with_letter(tokens, words, numeral)
    one = times == 1 and numeral.amount is not None and abs(numeral.amount) == 1
    if one and tokens.norms[last] in words.values["one"] and not _one_for_certain(tokens, words, last):
        return None
    group = counted(tokens, words, last, one, _needs_of(tokens, words, numeral, last))
    part = numeral.amount is None or abs(numeral.amount) >= 1
    if group is None and times == 1 and part and (noun := _noun_of_all(tokens, words, last, one=one)):
        return Found(_with_between(tokens, numeral), last, Count(noun=noun, **_fields(numeral)))
    if group is None or any(taken[last + 1 : group.last + 1]):
        return None
    if is_capital(tokens, numeral.first - 1) and group.noun not in nouns("en").singulars:
        return None
    if one and group.noun in words.values["vague"]:
        return None
    value = Count(noun=group.noun, qualifiers=group.qualifiers, **_fields(numeral, times))
    return Found(_with_between(tokens, numeral), group.last, value)


def _changed(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Found | None:
    """The start of a change whose noun stands only at its end: rose from 12 to 15 deaths, passé de 12 à 15 morts."""
    joint = numeral.last + 1
    if numeral.amount is None or joint + 1 >= len(tokens.norms):
        return None
    if not is_movement(tokens, words, numeral.first, joint):
        return None
    end = read_at(tokens, words, joint + 1)
    if end is None or end.amount is None or end.first > joint + 2:
        return None
    group = counted(tokens, words, end.last, of=_needs_of(tokens, words, end, end.last))
    return Found(numeral.first, numeral.last, Count(noun=group.noun, **_fields(numeral))) if group else None


def _noun_of_all(tokens: Tokens, words: Lexicon, last: int, *, one: bool) -> str | None:
    """The noun that is said only of the whole: 85 of its 640 stores, deux des 14 mineurs, three of the town's 14 wells,
    two of his colleagues; of one of them (*one of the men*) only where the whole is counted.
    """
    at = last + 1
    if tokens.letter(at) != "f":
        return None
    at += 1
    owned = at < len(tokens.norms) and tokens.norms[at] in words.values["whose"]
    definite = tokens.norms[at - 1] in words.values["of_the_noun"] or (
        owned and words.values["whose"][tokens.norms[at]] == "own"
    )
    start = at + owned
    for at in range(start, min(start + 1 + _OWNER * owned, len(tokens.norms))):
        whole = read_at(tokens, words, at) if tokens.letter(at) in "dyDn" else None
        if whole is not None and (at == start or tokens.norms[at - 1] in words.values["possessive"]):
            if whole.first != at or unit_of(tokens, words, whole):
                return None
            group = counted(tokens, words, whole.last, of=_needs_of(tokens, words, whole, whole.last))
            return group.noun if group else None
    group = counted(tokens, words, start - 1) if definite and not one and start < len(tokens.norms) else None
    if group is None or tokens.norms[start] not in nouns(words.code).plurals:
        return None
    # *four of the injured* are not the injured: only the whole of them would be counted so
    return None if (topics("en").key(group.noun) or "").startswith("doing:") else group.noun


def _with_letter(tokens: Tokens, words: Lexicon, numeral: Numeral) -> tuple[int, Decimal]:
    """The last token and the scale of a figure with a letter after it: 2.5m, 300k."""
    at = numeral.last + 1
    scale = words.values["scale_letter"].get(tokens.norms[at]) if at < len(tokens.norms) else None
    apart = scale is not None and not tokens.glued(at) and tokens.shape[at] != "K"
    if scale is None or apart or tokens.shape[numeral.last] not in "dyD":
        return numeral.last, Decimal(1)
    return at, Decimal(scale)


def _with_between(tokens: Tokens, numeral: Numeral) -> int:
    """The first token, with the `between` of a range."""
    return numeral.first - (numeral.amount is None and tokens.letter(numeral.first - 1) == "b")


def _needs_of(tokens: Tokens, words: Lexicon, numeral: Numeral, last: int) -> bool:
    """Whether *of* or *de* parts the numeral from what it counts: dizaine de, 3 millions de, dozens of, a couple of."""
    norm = tokens.norms[last]
    if norm in words.values["scale_alone"] or norm not in words.values["scale"]:
        if norm in words.values["collective"]:
            return words.code == "fr" or numeral.amount is None or tokens.letter(last + 1) == "f"
        return words.code == "fr" and norm in words.values["fraction"]
    return words.code == "fr" or numeral.modifier == "range"


def _one_for_certain(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether *one*, *un*, *une* counts: one passenger, une seule victime."""
    if only := words.values["only"]:
        after = tokens.norms[at + 1] if at + 1 < len(tokens.norms) else ""
        return after in only or tells_toll(tokens, words, at)
    before = tokens.norms[at - 1] if at else ""
    return before not in words.values["uncounted"] and tokens.letter(at - 1) != "-"


def _alone(tokens: Tokens, words: Lexicon, numeral: Numeral) -> Found | None:
    """A plain number, where nothing tells that the figure is a name, a code or a score."""
    last, times = _with_letter(tokens, words, numeral)
    if tokens.shape[last] == "U" and not is_million(tokens, words, last):
        last, times = numeral.last, Decimal(1)
    if not stands_alone(tokens, words, numeral, last):
        return None
    return Found(_with_between(tokens, numeral), last, Number(**_fields(numeral, times)))
