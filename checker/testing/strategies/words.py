"""Words, names and texts to build with, and strategies for `None or` and `a few of`."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

SENTENCES = (
    "The ferry line runs twelve ships.",
    "Le port a rouvert mardi.",
    "About 1,250 jobs went in May.",
    "« Nous n'attendrons pas », dit la maire.",
    "Prices rose 12.5 % — twice as fast as in 2019 🚢.",
    "L’usine, fermée depuis 45 jours, emploie 300 personnes.",
)
PEOPLE = ("Jeanne Morel", "Wilbur Ross", "Zoë Šimić", "the mayor", "le ministre")
THINGS = ("Ferry Line", "Port-Neuf", "Acme SA", "WeChat", "Houston")
NOUNS = ("app", "person", "ship", "œuvre", "caribou")

identifiers = st.from_regex(r"[a-z]([a-z0-9_]{0,8})", fullmatch=True)
"""A lower-case letter, then letters, digits and underscores."""

texts = st.one_of(
    st.sampled_from(SENTENCES + PEOPLE + THINGS),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
)
"""Any text of at least one character that UTF-8 can hold."""

names_of_people = st.sampled_from(PEOPLE)
names_of_things = st.sampled_from(THINGS)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """None, or what the strategy draws."""
    return st.none() | strategy


def some(strategy: st.SearchStrategy[Any], least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A tuple of a few."""
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)
