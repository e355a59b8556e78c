"""From sentences to claims, by a small pack of fact types made for this: each of their keys, in both languages."""

from __future__ import annotations

import pytest

from checker.extraction.claims import extract
from checker.extraction.compiled import compile_packs
from checker.ingest import article_from_text, prose
from checker.model.claim import Claim
from checker.model.rule import EventType, FactType, RulePack
from checker.model.source import Language
from checker.values.reading import read
from checker.values.words import words_of_value

PACK = RulePack(
    id="own",
    version="1",
    summary="",
    event_types=(EventType(id="talks", label="talks", lasting=True, nouns={"en": ("talks",), "fr": ("pourparlers",)}),),
    fact_types=(
        FactType(
            id="staff",
            attribute="staff",
            kinds=("count",),
            nouns=("person", "employee"),
            subject=("organisation",),
            moves=True,
            placed=True,
            patterns={"en": ("employ* {value}",), "fr": ("emplo* .. {value}",)},
            unless={"en": ("used to employ {value}",), "fr": ("employait {value}",)},
        ),
        FactType(
            id="owner",
            attribute="owner",
            kinds=("name",),
            subject=("organisation", "product"),
            patterns={
                "en": ("{subject} .. (owned by|belong* to) .. {value}", "{value} 's purchase of {subject}"),
                "fr": ("{subject} .. (appart* à|filiale de) .. {value}",),
            },
        ),
        FactType(
            id="sites",
            attribute="sites",
            kinds=("place",),
            subject=("organisation",),
            gather=True,
            patterns={"en": ("{subject} .. (plant in|opened in) {value}", "(plant in|opened in) {value}")},
        ),
        FactType(
            id="members",
            attribute="members",
            kinds=("names",),
            subject=("organisation",),
            patterns={"en": ("{subject} (groups|unites) {value}",)},
        ),
        FactType(
            id="stance",
            attribute="stance",
            kinds=("status",),
            subject=("speaker",),
            states={
                "opposed": {"en": ("oppose*", "(against|reject*) the"), "fr": ("(oppos*|contre)",)},
                "in favour": {"en": ("support*", "for the"), "fr": ("soutien*",)},
            },
            unless={"en": ("long ago",)},
        ),
        FactType(
            id="price",
            attribute="price",
            kinds=("money",),
            subject=("event",),
            event="talks",
            patterns={"en": ("{event} .. {value}",), "fr": ("{event} .. {value}",)},
            unsaid={"en": ("(not disclose*|undisclosed) ... {event}", "{event} ... undisclosed")},
        ),
    ),
)  # fmt: skip


def claims(text: str, language: Language = "en", published: str | None = None) -> list[Claim]:
    """The claims that the pack's fact types make of a text."""
    article = article_from_text("a", text, language=language, published=published)
    reading = read(prose(article), language, published)
    made = extract(article, reading, compile_packs([PACK], language))
    return [claim for claim in made if claim.method != "general"]


def told(text: str, language: Language = "en") -> list[tuple[str, str, str]]:
    """Subject, attribute and value in words of each claim of a text."""
    return [(one.subject, one.attribute, words_of_value(one.value)) for one in claims(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Orlando Foods employs 1,200 people.", "en", [("Orlando Foods", "staff", "1,200 people")]),
        ("La société Orlando Foods emploie 1 200 personnes.", "fr", [("Orlando Foods", "staff", "1,200 people")]),
        ("Orlando Foods used to employ 1,200 people.", "en", []),
        ("Orlando Foods employs 30 trucks.", "en", []),
        ("Orlando Foods hired 1,200 people.", "en", []),
        ("It employs 1,200 people.", "en", []),
        ("Zolara is owned by Brightwell Group.", "en", [("Zolara", "owner", "Brightwell Group")]),
        ("L'application Zolara appartient à Brightwell Group.", "fr", [("Zolara", "owner", "Brightwell Group")]),
        ("The app Zolara belongs to Brightwell Group. The app Pingo belongs to Tavvy.", "en",
         [("Zolara", "owner", "Brightwell Group"), ("Pingo", "owner", "Tavvy")]),
        ("The holding Acme Group groups Zolara, Pingo and Tavvy.", "en",
         [("Acme Group", "members", "Zolara, Pingo, Tavvy")]),
    ],
)  # fmt: skip
def test_values(text: str, language: Language, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, language) == expected


def test_what_the_company_takes_up() -> None:
    text = "Orlando Foods opened in 1990. Critics were silent. The company employs 1,200 people."
    assert ("Orlando Foods", "staff", "1,200 people") in told(text)


def test_the_nouns_own_name_comes_first() -> None:
    text = "Orlando Foods is growing. The company Novelis Energy employs 1,200 people."
    assert [one for one in told(text) if one[1] == "staff"] == [("Novelis Energy", "staff", "1,200 people")]


@pytest.mark.parametrize(
    "text",
    [
        "Orlando Foods opened in 1990. The company that owns the port employs 1,200 people.",
        "Orlando Foods is growing. The company owned by Ana Tull employs 1,200 people.",
    ],
)
def test_a_noun_that_says_which_one_takes_up_nothing(text: str) -> None:
    assert not any(one[0] == "Orlando Foods" and one[1] == "staff" for one in told(text))


def test_gathered_values_are_one_list_that_need_not_be_complete() -> None:
    made = [
        one
        for one in claims("Orlando Foods has a plant in Leeds. Orlando Foods has opened in Lyon.")
        if one.attribute == "sites"
    ]
    assert [words_of_value(one.value) for one in made] == ["Leeds, Lyon and others"]
    assert [evidence.exact for evidence in made[0].evidence] == ["Leeds", "Lyon"]


def test_scope_is_the_place_told_after_the_value() -> None:
    (made,) = claims("Orlando Foods employs 1,200 people in Leeds.")
    assert made.scope == "Leeds"
    (made,) = claims("In Leeds, Orlando Foods employs 1,200 people.")
    assert made.scope is None


def test_as_of_is_the_day_beside_a_value_that_moves() -> None:
    (made,) = claims("On 3 May 2020 Orlando Foods employed 1,200 people.")
    assert made.as_of is not None and made.as_of.edtf == "2020-05-03"
    (made,) = claims("Orlando Foods employs 1,200 people.")
    assert made.as_of is None


@pytest.mark.parametrize(
    ("text", "language", "polarity"),
    [
        ("Orlando Foods employs 1,200 people.", "en", "affirmed"),
        ("Orlando Foods does not employ 1,200 people.", "en", "denied"),
        ("Orlando Foods never employed 1,200 people.", "en", "denied"),
        ("If Orlando Foods does not employ 1,200 people, it must pay.", "en", "affirmed"),
        ("Orlando Foods denied that it employed 1,200 people.", "en", "denied"),
        ("La société Orlando Foods n'emploie pas 1 200 personnes.", "fr", "denied"),
        ("La société Orlando Foods a démenti employer 1 200 personnes.", "fr", "denied"),
    ],
)
def test_polarity(text: str, language: Language, polarity: str) -> None:
    assert [one.polarity for one in claims(text, language) if one.attribute == "staff"] == [polarity]


def test_attribution_is_whose_word_it_is() -> None:
    (made,) = claims("Orlando Foods employs 1,200 people, Anna Morel said.")
    assert made.attribution is not None
    assert (made.attribution.speaker, made.attribution.verb) == ("Anna Morel", "said")
    (made,) = claims("Orlando Foods employs 1,200 people.")
    assert made.attribution is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Anna Morel said she opposed the plan.", "opposed"),
        ("Anna Morel said she supported the plan.", "in favour"),
        ("Anna Morel said she rejected the plan and supported another.", "opposed"),
        ("Anna Morel said that long ago she opposed the plan.", None),
    ],
)
def test_the_first_state_that_fits_holds_unless_refused(text: str, state: str | None) -> None:
    found = [words_of_value(one.value) for one in claims(text) if one.attribute == "stance"]
    assert found == ([state] if state else [])


def test_not_disclosed_is_a_value() -> None:
    (made,) = claims("The talks between Zolara and Pingo began in May. The price was not disclosed at the talks.")
    assert (made.value.kind, made.attribute, made.polarity) == ("novalue", "price", "affirmed")
    assert made.evidence[0].exact == "not disclosed at the talks"


def test_an_event_that_is_the_first_word_is_the_one_meant() -> None:
    (made,) = claims("Talks with Pingo are worth $5 million.")
    assert made.event is not None and made.event.participants == ("Pingo",)


def test_ids_are_numbered_and_evidence_in_order() -> None:
    made = claims(" ".join(f"The app {name} belongs to Acme." for name in ("Zolara", "Pingo", "Zolara")))
    assert [one.id for one in made] == ["a:owner", "a:owner:2", "a:owner:3"]
    assert [one.evidence[0].start for one in made] == sorted(one.evidence[0].start for one in made)


def test_no_claim_is_made_of_furniture() -> None:
    text = "L'application Zolara appartient à Brightwell Group.\n\nTél : 01 42 33 44 55 - permis 118/GP-BTTTT"
    assert told(text, "fr") == [("Zolara", "owner", "Brightwell Group")]


@pytest.mark.parametrize(
    ("text", "language", "taken"),
    [
        ("The court also gave the captain an 18-month suspended term.", "en", True),
        ("The works will take another three months.", "en", False),
        ("The committee also listed seven beaches.", "en", False),
        ("Le tribunal a aussi infligé au capitaine dix-huit mois avec sursis.", "fr", True),
    ],
)
def test_what_comes_on_top_of_others_is_no_figure_of_its_own(text: str, language: Language, taken: bool) -> None:
    article = article_from_text("a", text, language=language)
    made = extract(article, read(prose(article), language), compile_packs([PACK], language))
    assert any(claim.value.kind in ("duration", "count") for claim in made) is taken
