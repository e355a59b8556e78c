"""Laws of reading, over generated pages: offsets hold, blocks are in order, nothing crashes, nothing is read twice."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.ingest import article_from_text, readable
from checker.ingest.blocks import pieces
from checker.ingest.plain import plain_page
from checker.language.detect import detect
from checker.model.source import Article

SENTENCES = st.sampled_from(
    [
        "The ferry will run until April, the port authority said on Monday in a short note.",
        "Le bac naviguera jusqu’en avril, a annoncé lundi l’autorité du port 🚢 dans une note.",
        "Il y a 12\u00a0000 abonnés, soit 3\u202f% de plus qu’en 2019, selon le cafe\u0301 du port.",
        "«\u00a0Rien n’est signé\u00a0», a dit Anne Morel (Reuters) le 4 mars 2017.",
        "See https://example.org/a?b=1 or write to news@example.org, the port says.",
    ]
)
FURNITURE = st.sampled_from(
    [
        "Skip to content", "Photo : AFP", "Yara Petit | Reuters", "© 2021 AFP", "Tél : (+33) 2 98 00 00 00",
        "Published: 2020-08-03", "date 2020-08", "PARIS, 5 janv (Reuters) -", "- Facebook", "# Titre *du* jour", "---",
        "Ferry to run 🚢 all winter", "(avec AFP)", "Related stories", "Comments", "\u200b", "![image](a.png)", "```",
        ">>Un lien", "Tags: a, b", "| a | b |", "It names these services:", "Image caption",
    ]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\r", " "])
FRONT = st.sampled_from(["", "---\ntitle: x\nlang: fr\n---\n", "+++\ncredit = 'dpa'\n+++\r\n"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of paragraphs and furniture in any order, with any line ends."""
    parts = draw(st.lists(st.tuples(SENTENCES | FURNITURE, BREAKS), min_size=1, max_size=12))
    return draw(FRONT) + "".join(part + ending for part, ending in parts)


TEXTS = pages() | st.text(max_size=300)


def read(text: str, markdown: bool) -> Article | None:
    """The article, None for a text that is refused as input."""
    try:
        return article_from_text("page", text, markdown=markdown)
    except InputError:
        return None


@given(TEXTS, st.booleans())
def test_blocks_are_in_order_and_trimmed(text: str, markdown: bool) -> None:
    if (article := read(text, markdown)) is None:
        return
    assert article.text == text.removeprefix("\ufeff")
    assert article.sha256 == sha256(article.text.encode()).hexdigest()
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        exact = article.text[block.start : block.end]
        assert exact == exact.strip()
        at = block.end


@given(TEXTS, st.booleans())
def test_every_letter_is_in_a_block_or_markup(text: str, markdown: bool) -> None:
    if markdown or text.startswith(("---", "+++")) or (article := read(text, False)) is None:
        return
    inside = bytearray(len(article.text))
    for start, end in [
        *((block.start, block.end) for block in article.blocks),
        *plain_page(article.text, "page").skipped,
    ]:
        inside[start:end] = b"\1" * (end - start)
    left = [sign for sign, seen in zip(article.text, inside, strict=True) if not seen and sign.isalnum()]
    assert left == []


@given(TEXTS, st.booleans())
def test_skipped_spans_lie_in_blocks(text: str, markdown: bool) -> None:
    if (article := read(text, markdown)) is None:
        return
    at = 0
    for start, end in article.skipped:
        assert at <= start < end
        assert any(block.start <= start and end <= block.end for block in article.blocks)
        at = end


@given(TEXTS, st.booleans())
def test_readable_keeps_offsets(text: str, markdown: bool) -> None:
    if (article := read(text, markdown)) is None:
        return
    seen = readable(article)
    assert len(seen) == len(article.text)
    for index, (sign, original) in enumerate(zip(seen, article.text, strict=True)):
        if original in "\r\n":
            assert sign == original
            continue
        inside = any(block.start <= index < block.end for block in article.blocks)
        skipped = any(start <= index < end for start, end in article.skipped)
        assert sign == (original if inside and not skipped else " ")


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text, True) == read(text, True)


@given(TEXTS)
def test_hints_stand_in_the_text_and_never_in_a_caption(text: str) -> None:
    if (article := read(text, False)) is None:
        return
    for hint in article.hints:
        (kind,) = {block.kind for block in article.blocks if block.start <= hint.start and hint.end <= block.end}
        assert kind != "caption"
        assert any(sign.isdigit() for sign in article.text[hint.start : hint.end])


@given(TEXTS)
def test_language_is_one_of_two(text: str) -> None:
    assert detect(text) in ("en", "fr")


SIGNS = "[ ]( < <!-- *a _ ` ~~ | > # - A A. http:// a@ ( 1 é \\ [^ © / Jan 1: ![ (AP)"


@pytest.mark.parametrize("sign", [*SIGNS.split(), "A ", "1 ", "Photo: "])
@pytest.mark.parametrize("ending", ["", "\n"])
def test_long_runs_of_one_sign_are_read(sign: str, ending: str) -> None:
    """A pattern that backtracks badly would never come back from these."""
    text = (sign + ending) * (20_000 // len(sign))
    for markdown in (False, True):
        article = read(text, markdown)
        assert article is None or article.text == text


def test_pieces_never_come_before_the_article() -> None:
    page = plain_page("---\ntitle: Ferry\n---\n\nThe ferry will run.\n", "page")
    assert [page.text[piece.start : piece.end] for piece in pieces(page)] == ["The ferry will run."]
