"""Sources, articles, evidence and claims. Evidence stands in its text, blocks lie in order inside theirs."""

from __future__ import annotations

import hashlib
from typing import Any, Literal, get_args

from hypothesis import strategies as st

from checker.model.claim import Attribution, Claim, Event, Evidence, Modality, Polarity
from checker.model.source import Article, Block, BlockKind, DateHint, Language, Role, Source
from checker.testing.strategies.values import dates, iso_moments, spans, values
from checker.testing.strategies.words import SENTENCES, maybe, names_of_people, names_of_things, some, texts

sources = st.builds(
    Source,
    id=st.sampled_from(("afp-en", "line-fr", "gazette")) | texts,
    publisher=maybe(names_of_things),
    credit=maybe(st.just("AFP")),
    url=maybe(st.just("https://example.org/story")),
    role=st.sampled_from(get_args(Role)),
)
languages = st.sampled_from(get_args(Language))
pages = st.lists(st.sampled_from(SENTENCES) | texts, min_size=1, max_size=5).map("\n\n".join)
"""Texts of one to five paragraphs."""


def sha256(text: str) -> str:
    """The digest of a text in UTF-8, as 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


bases: st.SearchStrategy[Literal["date_line", "credit_line", "copyright"]] = st.sampled_from(
    ("date_line", "credit_line", "copyright")
)
certainties: st.SearchStrategy[Literal["likely", "weak"]] = st.sampled_from(("likely", "weak"))


@st.composite
def hints(draw: st.DrawFn, length: int) -> DateHint:
    """A date that a text of `length` gives for its publication."""
    start, end = draw(spans(length))
    return DateHint(
        value=draw(dates),
        basis=draw(bases),
        certainty=draw(certainties),
        start=start,
        end=end,
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with blocks in order and spans to skip inside its text."""
    text = draw(pages)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    blocks = tuple(
        Block(kind=draw(st.sampled_from(get_args(BlockKind))), start=start, end=end)
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    )
    return Article(
        source=draw(sources),
        path=draw(maybe(st.just("story/line.txt"))),
        text=text,
        sha256=sha256(text),
        language=draw(languages),
        published=draw(maybe(iso_moments)),
        modified=draw(maybe(iso_moments)),
        hints=draw(some(hints(len(text)), most=2)),
        blocks=blocks,
        skipped=draw(some(spans(len(text)), most=2)),
    )


@st.composite
def evidence(draw: st.DrawFn, source: str = "line-fr", text: str | None = None) -> Evidence:
    """A stretch of the text (of a drawn one where none is given): `text[start:end] == exact`."""
    whole = draw(pages) if text is None else text
    start, end = draw(spans(len(whole)))
    return Evidence(
        source=source,
        start=start,
        end=end,
        exact=whole[start:end],
        prefix=whole[max(0, start - 32) : start],
        suffix=whole[end : end + 32],
        sha256=sha256(whole),
    )


events = st.builds(
    Event,
    id=st.integers(1, 9).map("order#{}".format),
    type=st.just("order"),
    time=maybe(dates),
    participants=some(names_of_things),
)
attributions = st.builds(
    Attribution, speaker=names_of_people, verb=maybe(st.sampled_from(("said", "dit"))), plural=st.booleans()
)


@st.composite
def claims(draw: st.DrawFn, source: str = "line-fr", text: str | None = None, of: Any = values) -> Claim:
    """A claim of the source with one or two pieces of evidence in its text; `of` draws the value."""
    whole = draw(pages) if text is None else text
    return Claim(
        id=f"{source}#{draw(st.integers(1, 99))}",
        source=source,
        subject=draw(names_of_things),
        attribute=draw(st.sampled_from(("number of ships", "delay", "seat"))),
        value=draw(of),
        event=draw(maybe(events)),
        as_of=draw(maybe(dates)),
        scope=draw(maybe(st.just("Europe"))),
        attribution=draw(maybe(attributions)),
        modality=draw(st.sampled_from(get_args(Modality))),
        polarity=draw(st.sampled_from(get_args(Polarity))),
        block=draw(st.sampled_from(get_args(BlockKind))),
        evidence=draw(some(evidence(source, whole), 1, 2)),
        context=draw(some(st.sampled_from(("name:Ant Group", "thing:app", "fr:transa")))),
        method=draw(st.sampled_from(("file", "pattern:ships"))),
    )
