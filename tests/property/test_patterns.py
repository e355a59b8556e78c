"""Laws of patterns: an index never hides one that fits, and a pattern of a text's own words fits the text."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from hypothesis import example, given
from hypothesis import strategies as st

from checker.errors import PackError
from checker.extraction.index import Index, Later
from checker.extraction.line import line
from checker.extraction.needs import needed
from checker.extraction.patterns import Pattern, compile_pattern, event_held
from checker.model.source import Language
from checker.values.reading import read

WORDS = st.sampled_from(["sign", "signed", "été", "order", "the", "in", ",", ":"])
BEGINNINGS = st.sampled_from(["si*", "ord*", "é*"])
SLOTS = st.sampled_from(["{value}", "{subject}", "{event}", "{date}", "..", "...", "*"])
EVENTS = ("order", "new order", "mi-mandat")
PATTERNS = st.recursive(
    WORDS | BEGINNINGS | SLOTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda options: f"({'|'.join(options)})"),
        st.lists(inner, min_size=1, max_size=2).map(lambda options: f"[{'|'.join(options)}]"),
    ),
    max_leaves=8,
)
ATOMS = WORDS | st.sampled_from(["value#0", "name.person#1", "place#2", "date#3", "new", "-", "mi", "mandat"])
LINES = st.lists(ATOMS, min_size=1, max_size=12)


def usable(patterns: list[str]) -> list[Pattern]:
    """The patterns compiled, those left out that no word anchors."""
    found = []
    for written in patterns:
        with suppress(PackError):
            found.append(compile_pattern(written, event_words=EVENTS))
    return found


@given(st.lists(PATTERNS, max_size=6), LINES)
def test_a_pattern_that_fits_is_among_the_candidates(patterns: list[str], atoms: list[str]) -> None:
    entries = [(pattern, number) for number, pattern in enumerate(usable(patterns))]
    candidates = {number for _, number in Index(entries).candidates([atom for atom in atoms if "#" not in atom])}
    text = "".join(f" {atom}" for atom in atoms) + " "
    assert {number for pattern, number in entries if pattern.shortest(text)} <= candidates


@given(st.lists(PATTERNS, max_size=6), LINES)
@example(["(signed|((sign)))"], ["sign"])
def test_patterns_compiled_later_are_the_same_candidates(patterns: list[str], atoms: list[str]) -> None:
    now = usable(patterns)
    told = [needed(one.written, {}, event_held(EVENTS)) or [one.anchors] for one in now]
    later = [
        Later(one.written, anchors, tuple(others), partial(_same, one))
        for one, (anchors, *others) in zip(now, told, strict=True)
    ]
    words = [atom for atom in atoms if "#" not in atom]
    at_once = Index([(one, number) for number, one in enumerate(now)]).candidates(words)
    index = Index([(one, number) for number, one in enumerate(later)])
    assert {number for _, number in index.candidates(words)} >= {number for _, number in at_once}
    assert [one.pattern for one in later] == now


def _same(pattern: Pattern) -> Pattern:
    return pattern


@given(st.lists(PATTERNS, max_size=4), LINES)
def test_the_shortest_fit_is_no_longer_than_any(patterns: list[str], atoms: list[str]) -> None:
    text = "".join(f" {atom}" for atom in atoms) + " "
    for pattern in usable(patterns):
        best = pattern.shortest(text)
        fits = list(pattern.all(text))
        assert (best is None) == (not fits)
        if best is not None:
            assert all(best.end - best.start <= found.end - found.start for found in fits)
            stretch = text[best.start - 1 : best.end]
            assert stretch.startswith(" ") and stretch.endswith(" ")
            again = pattern.shortest(stretch)
            assert again is not None and again.end - again.start == best.end - best.start


PHRASES = {
    "fr": "aujourd'hui l'usine d'ici qu'il mi-mandat s'est n'a presqu'île prud'hommes 1er été ex-ministre C’est",
    "en": "company's o'clock by-election didn't we've run-off the 46th mid-term it’s ex-husband",
}


@given(st.sampled_from(sorted(PHRASES)), st.data())
def test_the_words_of_a_text_are_a_pattern_of_it(language: Language, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(PHRASES[language].split()), min_size=1, max_size=5))
    text = " ".join(["zut", *words, "zut"])
    reading = read(text, language)
    bare = line(reading.tokens, (0, len(reading.tokens.norms) - 1), (), ())
    assert compile_pattern(text).shortest(bare.text) is not None, bare.text
