"""Ties one by one, on both sides of what ties: wording, order, credits, and the ids and reasons of roots."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from checker.lineage import find_roots
from checker.lineage.credit import credit, reported
from checker.lineage.sequence import in_order, items, shared, slips
from checker.lineage.wording import stretches, words
from checker.model.source import Article, Block, Source
from checker.model.value import Count, Date, Duration, Mention, Money, Name, Names, Number, Place, Quote, Value

PARAGRAPH = (
    "The council of Elmsted voted late on Monday to close the old swimming pool after engineers found that its roof "
    "could come down under heavy snow, and asked the county for a loan to build another beside the school."
)
OTHER = (
    "Families who have used the baths for three generations gathered outside the town hall with towels and candles "
    "while councillors argued behind closed doors about who should pay for what comes next."
)
QUOTE = (
    '"We will not put a single child at risk for the sake of nostalgia and I will not be lectured on it by people who '
    'never came to one meeting in ten years," the mayor said.'
)


def source(id: str, text: str = "", **stated: str) -> Article:
    return Article(source=Source.model_validate({"id": id, **stated}), text=text, sha256="0" * 64, language="en")


def at_each_word(article: Article, values: Sequence[Value]) -> list[Mention]:
    """The values in order, each at a place of its own in the text."""
    return [Mention(start=place, end=place + 1, value=value) for place, value in enumerate(values)]


def figures(*amounts: int) -> list[Value]:
    return [Number(amount=Decimal(amount)) for amount in amounts]


def told(**told: Sequence[Value]) -> tuple[list[Article], dict[str, list[Mention]]]:
    """Articles that share no words, with values in order."""
    articles = [source(id, " ".join(f"{id}{n}" for n in range(80))) for id in told]
    return articles, {one.source.id: at_each_word(one, told[one.source.id]) for one in articles}


def members(articles: Sequence[Article], mentions: dict[str, list[Mention]] | None = None) -> list[tuple[str, ...]]:
    return [root.members for root in find_roots(articles, mentions or {})]


# wording


def test_a_copy_is_one_root_and_says_so() -> None:
    (root,) = find_roots([source("b", PARAGRAPH), source("a", PARAGRAPH)], {})
    assert (root.id, root.members, root.reasons) == ("a", ("a", "b"), ("a, b: the same text",))


def test_an_excerpt_with_other_words_around_it_is_one_root() -> None:
    (root,) = find_roots([source("whole", PARAGRAPH), source("more", f"{PARAGRAPH} {OTHER}")], {})
    assert root.reasons == ("more, whole: 35 of 35 runs of 5 words are the same",)


def test_a_shared_quote_alone_ties_nobody() -> None:
    assert members([source("a", f"{PARAGRAPH} {QUOTE}"), source("b", f"{OTHER} {QUOTE}")]) == [("a",), ("b",)]


def test_a_text_that_is_hardly_more_than_a_quote_is_tied_by_it() -> None:
    (root,) = find_roots([source("a", QUOTE), source("b", f"Elmsted. {QUOTE}")], {})
    assert "quotes among them" in root.reasons[0]


def test_captions_and_boilerplate_tie_nobody() -> None:
    footer = PARAGRAPH
    articles = []
    for id, body in (
        ("a", OTHER),
        ("b", "A report of its own about a pool that leaks, in some words that nobody else has."),
    ):
        blocks = (
            Block(kind="body", start=0, end=len(body)),
            Block(kind="boilerplate", start=len(body), end=len(body + footer)),
        )
        articles.append(source(id, body + footer).model_copy(update={"blocks": blocks}))
    assert members(articles) == [("a",), ("b",)]


def test_case_accents_and_apostrophes_are_no_difference() -> None:
    assert words("L’ÉTAT, c'est-à-dire…") == words("l'etat c’est a dire")


# order


def test_the_same_values_in_one_order_tie_two_languages() -> None:
    articles, mentions = told(en=figures(*range(10, 26)), fr=figures(*range(10, 26)))
    (root,) = find_roots(articles, mentions)
    assert root.reasons == ("en, fr: 16 of 16 shared values and names stand in the same order",)


def test_the_same_values_in_another_order_do_not() -> None:
    shuffled = [17, 10, 24, 13, 20, 11, 25, 15, 22, 12, 18, 14, 23, 16, 21, 19]
    assert members(*told(en=figures(*range(10, 26)), fr=figures(*shuffled))) == [("en",), ("fr",)]


def test_nine_values_in_one_order_are_too_few_and_ten_are_enough() -> None:
    assert members(*told(en=figures(*range(9)), fr=figures(*range(9)))) == [("en",), ("fr",)]
    assert members(*told(en=figures(*range(10)), fr=figures(*range(10)))) == [("en", "fr")]


def test_a_common_credit_asks_for_less_and_a_rival_one_for_more() -> None:
    articles, mentions = told(en=figures(*range(8)), fr=figures(*range(8)))

    def credited(first: str, second: str) -> list[tuple[str, ...]]:
        pairs = zip(articles, (first, second), strict=True)
        return members(
            [one.model_copy(update={"source": one.source.model_copy(update={"credit": by})}) for one, by in pairs],
            mentions,
        )

    assert credited("AFP", "Le Courrier avec l'Agence France-Presse") == [("en", "fr")]
    assert credited("AFP", "Reuters") == [("en",), ("fr",)]
    articles, mentions = told(en=figures(*range(12)), fr=figures(*range(12)))
    assert credited("AFP", "Reuters") == [("en",), ("fr",)]


def test_a_common_credit_is_not_enough_for_two_texts() -> None:
    articles = [source("a", PARAGRAPH, credit="AFP"), source("b", OTHER, credit="AFP")]
    assert members(articles) == [("a",), ("b",)]


def test_a_shared_slip_asks_for_less() -> None:
    wrong = Date(edtf="2021-01-06", earliest="2021-01-06", latest="2021-01-06", weekday=2)
    right = Date(edtf="2021-01-05", earliest="2021-01-05", latest="2021-01-05", weekday=2)
    assert slips([Mention(start=0, end=1, value=wrong)]) == {"2021-01-06 is no weekday 2"}
    assert members(*told(en=[wrong, *figures(*range(7))], fr=[wrong, *figures(*range(7))])) == [("en", "fr")]
    assert members(*told(en=[right, *figures(*range(7))], fr=[right, *figures(*range(7))])) == [("en",), ("fr",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Duration(iso="P2W"), Duration(iso="P15D")),
        (Count(amount=Decimal(8), noun="app"), Count(amount=Decimal(8), noun="service")),
        (Date(edtf="XXXX-WXX-2", weekday=2), Date(edtf="XXXX-01-05", weekday=2)),
        (Name(text="Mike Pompeo", type="person"), Name(text="Pompeo", type="person")),
        (Place(text="London", country="GB"), Place(text="Londres", country="GB")),
        (Names(items=("Alipay", "VMate")), Names(items=("VMate", "Alipay"))),
        (Quote(text="It is over.", speaker="Mike Pompeo"), Quote(text="C'est fini.", speaker="Pompeo")),
        (Money(amount=Decimal("4.60"), currency="EUR"), Money(amount=Decimal("4.6"), currency="EUR")),
    ],
)
def test_one_thing_told_in_two_languages_is_one_item(one: Value, other: Value) -> None:
    article = source("a", "some words")
    parts = stretches(article)
    first, second = (items(at_each_word(article, [value]), parts) for value in (one, other))
    assert len(first) == 1
    assert first == second


def test_what_is_quoted_and_years_are_no_items() -> None:
    article = source("a", f"It began in 1999. {QUOTE}")
    year = Mention(start=12, end=16, value=Date(edtf="1999", earliest="1999-01-01", latest="1999-12-31"))
    ten = Mention(start=QUOTE.index("ten") + 18, end=QUOTE.index("ten") + 21, value=Number(amount=Decimal(10)))
    assert items([year, ten], stretches(article)) == ()


def test_in_order_is_the_longest_common_subsequence() -> None:
    assert in_order(tuple("abcbdab"), tuple("bdcaba")) == 4
    assert shared(tuple("abcbdab"), tuple("bdcaba")) == 6
    assert in_order((), tuple("ab")) == 0


# credits


@pytest.mark.parametrize(
    ("line", "keys", "first"),
    [
        ("AFP/VNA/CVN", {"afp", "vna", "cvn"}, "afp"),
        ("Le Monde avec l'Agence France-Presse", {"monde", "afp"}, "monde"),
        ("Jane Doe and The Associated Press", {"jane doe", "ap"}, "jane doe"),
        ("(Reuters)", {"reuters"}, "reuters"),
    ],
)
def test_a_credit_line_is_parted_into_names(line: str, keys: set[str], first: str) -> None:
    read = credit(Source(id="a", credit=line))
    assert (set(read.credited), read.first) == (keys, first)


def test_a_publisher_counts_as_a_credit_where_it_is_an_agency() -> None:
    assert credit(Source(id="a", publisher="Reuters")).credited == {"reuters"}
    assert credit(Source(id="a", publisher="Harbour Wire", role="agency")).credited == {"harbour wire"}
    assert credit(Source(id="a", publisher="Le Figaro")).credited == frozenset()


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The deal, first reported by Reuters, would close in May.", {"reuters"}),
        ("Selon l'AFP, le texte entre en vigueur lundi.", {"afp"}),
        ("D’après le New York Times et, selon CNBC, le prix serait élevé.", {"new york times", "cnbc"}),
        ("Selon Mike Pompeo, rien n'est joué.", set()),
    ],
)
def test_the_outlets_that_a_text_follows_are_found(text: str, outlets: set[str]) -> None:
    assert reported(words(text)).outlets == outlets


def test_a_text_that_names_the_other_as_its_source_needs_less_of_a_common_order() -> None:
    articles, mentions = told(ledger=figures(*range(8)), paper=figures(*range(8)))
    articles[0] = articles[0].model_copy(update={"source": Source(id="ledger", publisher="The Ledger")})
    said = articles[1].model_copy(update={"text": f"{articles[1].text} as first reported by The Ledger"})
    assert members([articles[0], articles[1]], mentions) == [("ledger",), ("paper",)]
    (root,) = find_roots([articles[0], said], mentions)
    assert root.reasons == (
        "ledger, paper: paper names The Ledger as its source and "
        "8 of 8 shared values and names stand in the same order",
    )
    several = said.model_copy(update={"text": f"{said.text}, and according to Reuters"})
    assert members([articles[0], several], mentions) == [("ledger",), ("paper",)]


def test_without_texts_the_first_credited_agency_ties() -> None:
    articles = [source("a", credit="AFP"), source("b", credit="AFP/VNA"), source("c", credit="VNA"), source("d")]
    roots = find_roots(articles, {})
    assert [(root.id, root.members) for root in roots] == [("AFP", ("a", "b")), ("c", ("c",)), ("d", ("d",))]
    assert roots[0].reasons == ("a, b: both credit AFP, and there is no text of both to compare",)


# roots


def test_no_sources_have_no_roots() -> None:
    assert find_roots([], {}) == ()


def test_two_roots_of_one_agency_are_named_by_their_members() -> None:
    texts = {"a": PARAGRAPH, "b": PARAGRAPH, "c": OTHER, "d": OTHER}
    roots = find_roots([source(id, text, credit="AFP") for id, text in texts.items()], {})
    assert [(root.id, root.members) for root in roots] == [("a", ("a", "b")), ("c", ("c", "d"))]


def test_a_source_called_like_an_agency_keeps_its_name() -> None:
    roots = find_roots(
        [source("AFP", OTHER), source("b", PARAGRAPH, credit="AFP"), source("c", PARAGRAPH, credit="AFP")], {}
    )
    assert [(root.id, root.members) for root in roots] == [("AFP", ("AFP",)), ("b", ("b", "c"))]
