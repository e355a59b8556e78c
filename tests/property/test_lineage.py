"""Laws of roots: copies add none, independent sources take none away, and the order of sources is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.lineage import find_roots
from checker.model.fact import Root
from checker.model.source import Article, Language, Source
from checker.model.value import Mention, Name, Number

Telling = tuple[Article, list[Mention]]

CREDITS = st.sampled_from([None, "AFP", "Reuters", "AFP/VNA"])
SENTENCES = [" ".join(f"w{sentence}x{word}" for word in range(12)) + "." for sentence in range(12)]
CLAUSES = ["", "As first reported by The Ledger:", "According to AFP,"]


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    """A source made of a few common sentences and values in some order: copies, excerpts and strangers all turn up."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), max_size=8))
    text = " ".join([draw(st.sampled_from(CLAUSES)), *chosen]).strip() if chosen else ""
    stated = Source(id="-", credit=draw(CREDITS), publisher=draw(st.sampled_from([None, "The Ledger", "Echo"])))
    start, length, step = draw(st.integers(0, 20)), draw(st.integers(0, 30)), draw(st.sampled_from([1, 1, 3, 7]))
    values = [Number(amount=Decimal((start + at * step) % 40)) for at in range(min(length, len(text)))]
    mentions = [Mention(start=at, end=at + 1, value=value) for at, value in enumerate(values)]
    return Article(source=stated, text=text, sha256="0" * 64, language="en"), mentions


STORIES = st.lists(tellings(), max_size=7)


def roots(story: Sequence[Telling], ids: Sequence[int] | None = None) -> tuple[Root, ...]:
    """The roots of a story whose sources are called by their places, or by `ids`."""
    names = [f"s{place}" for place in ids or range(len(story))]
    articles = [
        one.model_copy(update={"source": one.source.model_copy(update={"id": name})})
        for (one, _), name in zip(story, names, strict=True)
    ]
    return find_roots(articles, {name: mentions for (_, mentions), name in zip(story, names, strict=True)})


@given(STORIES)
def test_every_source_is_in_one_root_and_ids_are_unique(story: list[Telling]) -> None:
    found = roots(story)
    assert sorted(member for root in found for member in root.members) == [f"s{place}" for place in range(len(story))]
    assert len({root.id for root in found}) == len(found)
    assert [root.id for root in found] == sorted(root.id for root in found)


@given(STORIES)
def test_each_root_has_a_reason_for_each_further_member(story: list[Telling]) -> None:
    for root in roots(story):
        assert len(root.reasons) == len(root.members) - 1
        assert all(
            any(member in reason for reason in root.reasons) for member in root.members[len(root.members) == 1 :]
        )


@given(STORIES, st.data())
def test_the_order_of_sources_never_matters(story: list[Telling], data: st.DataObject) -> None:
    places = data.draw(st.permutations(range(len(story))))
    assert roots([story[place] for place in places], places) == roots(story)


@given(STORIES.filter(bool), st.data())
def test_a_copy_never_raises_the_number_of_roots(story: list[Telling], data: st.DataObject) -> None:
    article, mentions = data.draw(st.sampled_from(story))
    place = data.draw(st.integers(0, len(story)))
    if article.text:
        copy = article.model_copy(update={"source": article.source.model_copy(update={"credit": data.draw(CREDITS)})})
        with_copy = [*story[:place], (copy, mentions), *story[place:]]
        assert len(roots(with_copy)) <= len(roots(story))


@given(STORIES, st.integers(0, 7))
def test_an_independent_source_adds_one_root_and_leaves_the_others(story: list[Telling], place: int) -> None:
    place = min(place, len(story))
    text = " ".join(f"own{word}" for word in range(60))
    stranger = Article(source=Source(id="-", publisher="Fanal"), text=text, sha256="1" * 64, language="fr")
    mentions = [Mention(start=at, end=at + 1, value=Name(text=f"Stranger{at}")) for at in range(20)]
    ids = [*range(len(story))]
    before = {root.members for root in roots(story)}
    after = roots([*story[:place], (stranger, mentions), *story[place:]], [*ids[:place], 99, *ids[place:]])
    assert {root.members for root in after} == before | {("s99",)}


@settings(max_examples=5, deadline=None)
@given(st.integers(2, 4), st.integers(20, 60))
def test_many_copies_in_two_languages_are_one_root_each(events: int, copies: int) -> None:
    story: list[Telling] = []
    for event in range(events):
        for copy in range(copies):
            language: Language = "en" if copy % 2 else "fr"
            text = " ".join(f"{language}{event}w{word}" for word in range(80)) + f" {copy}"
            values = [Number(amount=Decimal(event * 100 + at)) for at in range(15)]
            mentions = [Mention(start=at, end=at + 1, value=value) for at, value in enumerate(values)]
            article = Article(source=Source(id="-"), text=text, sha256="0" * 64, language=language)
            story.append((article, mentions))
    assert len(roots(story)) == events
