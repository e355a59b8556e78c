"""Offsets survive everything: `text[start:end]` are the words of each mention and each piece of evidence."""

from __future__ import annotations

import itertools

from hypothesis import example, given
from hypothesis import strategies as st

from checker import check_texts
from checker.model.claim import Evidence
from checker.model.report import Report
from checker.model.value import Quote
from checker.testing.renderings import TELLABLE, Language, told
from checker.testing.strategies.words import SENTENCES
from checker.values.find import find_values
from tests.property.profiles import quick

ODD = (
    "\r\n", "\n\n", "\r", "\u2028", "\t", "\u00a0", "\u202f", "\u2009", "\u00ad", "\u200b", "\ufeff", "\0",
    "🚨", "👩🏽‍🚒", "🇵🇹", "e\u0301",
    "\u0301", "İ", "ß", "ﬁ", "½", "²", "٣", "１２", "«", "»", "“", "”", '"', "'", "’", "‘",
    "(", "[", "—", "–", "-", "…", "$", "€",
    "%", "°", "#", "@", "://", ".", ",", ":", "/", "---\n", "+++\n", "<p>", "</p>", "&nbsp;", "# ", "> ", "|",
)  # fmt: skip
"""What breaks offsets: line ends, blanks without width, marks that combine, unpaired quotes, marks of other formats."""
PIECES = (
    "5", "12", "1,250", "1.5", "2020", "45 days", "quinze jours", "million", "milliards d'euros", "between", "entre",
    "3 à 5", "and", "et", "half", "demi", "dozens", "une dizaine de", "Tuesday", "mardi", "January",
    "5 janvier", "May", "été",
    "20h30", "8:30 p.m.", "o'clock", "last", "prochain", "ago", "il y a", "President", "le ministre", "Jeanne Morel",
    "Acme SA", "U.S.", "Washington", "said", "a déclaré", "l'", "d'", "$", "%", "km", "people", "personnes",
    "eight apps",
    "plus de", "up to",
)  # fmt: skip
FRONT = ("", "---\ntitle: Harbour\ndate: 2021-01-05\n---\n", "\ufeff---\r\nauteur: Zoé\r\n---\r\n")
MARKS = dict.fromkeys(map(ord, '«»“”„" \t\r\n\u00a0\u202f\u2009\u2028'))
languages: st.SearchStrategy[Language] = st.sampled_from(("en", "fr"))
published = st.sampled_from((None, "2021-01-05"))

arbitrary = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
jumbled = st.lists(st.sampled_from(PIECES + ODD), max_size=25).flatmap(
    lambda pieces: st.sampled_from(("", " ", "\r\n")).map(lambda joint: joint.join(pieces))
)
"""Words of values and odd signs in no order: what grammars over runs of tokens are most likely to stumble on."""


@st.composite
def stories(draw: st.DrawFn) -> str:
    """A news text of sentences that tell values, ordinary ones and jumbles, with or without front matter."""
    language = draw(languages)
    sentence = (
        st.sampled_from(list(TELLABLE.values()))
        .flatmap(lambda values: values)
        .flatmap(lambda value: told(value, language).map(lambda text: text.text))
    )
    paragraphs = [draw(st.sampled_from(SENTENCES)), *draw(st.lists(sentence | jumbled, max_size=4))]
    return draw(st.sampled_from(FRONT)) + draw(st.sampled_from(("\n\n", "\r\n\r\n", "\n", " "))).join(paragraphs)


texts = arbitrary | jumbled | stories()


@quick(250)
@given(texts, languages, published)
@example("“5 janvier", "fr", None)
@example("İİ 5 %", "en", None)
@example("¹0", "en", None)
@example(".0:0PM", "en", None)
@example("10000000000000000000000000000", "en", None)
@example("QUINZE JOUR IL Y A", "fr", None)
@example('"\n\n"', "en", None)
@example("1e\u0301 5 janvier 2021\r\n\r\n«", "fr", "2021-01-05")
def test_mentions_stand_in_their_text(text: str, language: Language, day: str | None) -> None:
    mentions = find_values(text, language, day)
    for mention in mentions:
        words = text[mention.start : mention.end]
        assert 0 <= mention.start < mention.end <= len(text)
        assert words == words.strip(), mention
        if isinstance(mention.value, Quote):
            # the mark that opens each paragraph of a long quotation is no part of what is said, nor is a clause put in
            written = iter(words.translate(MARKS))
            assert all(sign in written for sign in mention.value.text.translate(MARKS)), mention
    figures = [mention for mention in mentions if mention.value.kind in TELLABLE]
    for one, other in itertools.pairwise(figures):
        assert one.end <= other.start, (text[one.start : one.end], text[other.start : other.end])
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)


def all_evidence(report: Report) -> list[Evidence]:
    """Every piece of evidence that a report holds: of claims, of camps in facts and in findings."""
    camps = [camp for fact in report.facts for camp in fact.camps]
    camps += [camp for finding in report.findings for camp in finding.camps]
    claimed = [piece for claim in report.claims for piece in claim.evidence]
    return claimed + [piece for camp in camps for piece in camp.evidence]


@quick(60)
@given(stories(), stories(), published)
def test_evidence_stands_in_its_text(one: str, other: str, day: str | None) -> None:
    report = check_texts([("gazette", one, "en", day), ("line-fr", other, "fr", day)])
    # A byte order mark is no part of the canonical text: docs/decisions/0001.
    texts = {"gazette": one.removeprefix("\ufeff"), "line-fr": other.removeprefix("\ufeff")}
    for piece in all_evidence(report):
        text = texts[piece.source]
        assert text[piece.start : piece.end] == piece.exact
        assert text[: piece.start].endswith(piece.prefix)
        assert text[piece.end :].startswith(piece.suffix)
    for coverage in report.coverage:
        for unread in coverage.values:
            assert texts[coverage.source][unread.start : unread.end] == unread.exact
