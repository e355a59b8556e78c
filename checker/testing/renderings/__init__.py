"""Typed values in the words of the press: what a reader of values must understand.

`renderings(value, language)` gives surface forms of one value, `told(value, language)` whole sentences around them with
the span that says it; `TELLABLE` has the values of each kind that a newsroom would print. Nothing here reads text: the
words come from tables of their own, but for the nouns that are counted, which are those of the noun lexicon.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from checker.model.value import Kind, Value
from checker.testing.renderings import amounts, calendars
from checker.testing.renderings.carriers import Told, carried, placed
from checker.testing.renderings.phrases import Language, Phrase
from checker.testing.renderings.tellable import TELLABLE

__all__ = ["TELLABLE", "Language", "Phrase", "Told", "phrases", "placed", "renderings", "told"]

_PHRASES: dict[Kind, Callable[[Any, Language], st.SearchStrategy[Phrase]]] = {
    "number": amounts.numbers, "count": amounts.counts, "percent": amounts.percents, "money": amounts.money,
    "measure": amounts.measures, "duration": amounts.durations, "date": calendars.dates,
    "datetime": calendars.datetimes,
}  # fmt: skip


def phrases(value: Value, language: Language) -> st.SearchStrategy[Phrase]:
    """The value in words, parted into its span and what stands before and after that."""
    return _PHRASES[value.kind](value, language)


def renderings(value: Value, language: Language) -> st.SearchStrategy[str]:
    """The value in words: `plus de 1,5 million d'euros`, `on Tuesday, January 5, 2021`."""
    return phrases(value, language).map(str)


def told(value: Value, language: Language) -> st.SearchStrategy[Told]:
    """A text that tells the value once, and no other value of amount or time, with the span that says it."""
    return carried(value.kind, phrases(value, language), language)
