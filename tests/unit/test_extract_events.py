"""Which events an article tells of: what brings in a new one, what goes back to one told before."""

from __future__ import annotations

import pytest

from checker.extraction.claims import Extractor
from checker.extraction.compiled import compile_packs
from checker.ingest import article_from_text, prose
from checker.model.rule import EventType, RulePack
from checker.model.source import Language
from checker.values.reading import read

PACK = RulePack(
    id="own",
    version="1",
    summary="",
    event_types=(
        EventType(
            id="order",
            label="order",
            nouns={"en": ("order", "orders", "decree"), "fr": ("décret", "décrets", "ordonnance")},
        ),
        EventType(
            id="talks",
            label="talks",
            lasting=True,
            aside=("person", "place"),
            nouns={"en": ("talks",), "fr": ("pourparlers",)},
        ),
    ),
)


def told(text: str, language: Language = "en") -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Id, time and participants of each event of a text."""
    article = article_from_text("a", text, language=language)
    extractor = Extractor(article, read(prose(article), language), compile_packs([PACK], language))
    extractor.claims()
    events = [one.event() for one in extractor.events.told]
    return [(event.id, event.time.edtf if event.time else None, event.participants) for event in events]


FIRST = "The president signed an order against Zolara on 3 May 2020."


@pytest.mark.parametrize(
    ("more", "second"),
    [
        ("The order bans payments.", None),
        ("This decree bans payments.", None),
        ("The order of 3 May 2020 bans payments.", None),
        ("An earlier order of 9 June 2019 against Pingo stands.", ("order#2", "2019-06-09", ("Pingo",))),
        ("The order of 9 June 2019 stands.", ("order#2", "2019-06-09", ())),
        ("Another order would be arbitrary.", None),
    ],
)
def test_a_second_mention(more: str, second: tuple[str, str, tuple[str, ...]] | None) -> None:
    events = told(f"{FIRST} {more}")
    assert events[0][:2] == ("order#1", "2020-05-03")
    assert events[1:] == ([second] if second else [])


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        ("The president signed an order on 3 May 2020. Two orders of August 2019 are still in force.", "en", 2),
        ("Le président a signé un décret le 3 mai 2020. Les décrets d'août 2019 restent en vigueur.", "fr", 2),
        ("Le président a signé un décret le 3 mai 2020. Cette ordonnance vise huit applications.", "fr", 1),
        ("He spoke of it. The order stands.", "en", 1),
        ("He spoke of it in order to help.", "en", 1),
        ("He spoke of the past.", "en", 0),
    ],
)
def test_singular_and_plural_days_and_languages(text: str, language: Language, ids: int) -> None:
    assert [event[0] for event in told(text, language)] == [f"order#{number + 1}" for number in range(ids)]


def test_days_of_one_event_are_put_together() -> None:
    events = told("The president signed an order on Sunday. The order of 3 May 2020 bans payments.")
    assert events == [("order#1", "2020-05-03", ())]


def test_a_weekday_that_the_date_rules_out_is_another_event() -> None:
    events = told("The president signed an order on Monday. The order of 3 May 2020 bans payments.")
    assert [event[1] for event in events] == ["XXXX-WXX-1", "2020-05-03"]


def test_who_only_reports_an_event_takes_no_part() -> None:
    (event,) = told("The order against Zolara bans payments, Anna Morel said.")
    assert event[2] == ("Zolara",)


def test_what_lasts_has_no_day_and_leaves_kinds_of_names_aside() -> None:
    (event,) = told("On 3 May 2020 talks between Zolara and Pingo Group began, with Anna Morel in the chair.")
    assert event == ("talks#1", None, ("Zolara", "Pingo Group"))


def test_lasting_events_of_other_bodies_are_others() -> None:
    events = told("The talks between Zolara and Pingo Group began. The talks between Tavvy and Mirelo Group ended.")
    assert [event[2] for event in events] == [("Zolara", "Pingo Group"), ("Tavvy", "Mirelo Group")]
