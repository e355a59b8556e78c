"""Which events an article tells of: what brings in a new one, what goes back to one told before."""

from __future__ import annotations

import pytest

from checker.extraction.claims import Extractor
from checker.extraction.compiled import compile_packs
from checker.extraction.events import Events
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


def events_of(text: str, language: Language = "en", published: str | None = None) -> Events:
    article = article_from_text("a", text, language=language, published=published)
    extractor = Extractor(article, read(prose(article), language, published), compile_packs([PACK], language))
    extractor.claims()
    return extractor.events


def told(
    text: str, language: Language = "en", published: str | None = None
) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Id, time and participants of each event of a text."""
    events = [one.event() for one in events_of(text, language, published).told]
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
        ("The president signed an order. The aide who drafted the order turned 60 in May 2013.", "en", 1),
        ("Le président a signé un décret. Le conseiller qui rédige le décret a eu 60 ans en mai 2013.", "fr", 1),
        ("The president signed an order. The order of an aide born on 5 May 1953 stands.", "en", 1),
        ("He spoke of it in order to help.", "en", 1),
        ("He spoke of the past.", "en", 0),
    ],
)
def test_singular_and_plural_days_and_languages(text: str, language: Language, ids: int) -> None:
    assert [event[0] for event in told(text, language)] == [f"order#{number + 1}" for number in range(ids)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "On 4 May 2020 the minister said that she was proud of the order. The order of 3 May 2020 bans apps.",
            "2020-05-03",
        ),
        ("The order of 3 May 2020 bans apps. On 4 May 2020 the minister said that she was proud of it.", "2020-05-03"),
        ("On 4 May 2020 the minister said that she was proud of the order. It bans apps.", "2020-05-04"),
    ],
)
def test_what_is_told_right_beside_goes_before_what_is_not(text: str, day: str) -> None:
    assert [event[1] for event in told(text)] == [day]


@pytest.mark.parametrize(
    ("more", "language", "second"),
    [
        ("In April 2013 a firm of the same group lost eight apps; all eight came back.", "en", "2013-04"),
        ("In 2013, eight apps went.", "en", "2013"),
        ("But back in 2013, eight apps went.", "en", "2013"),
        ("Three years ago, eight apps went.", "en", "2017"),
        ("Le 9 avril 2013, huit applications avaient disparu.", "fr", "2013-04-09"),
        ("Déjà en 2013, huit applications avaient disparu.", "fr", "2013"),
        ("It is the harshest since April 2013, when eight apps went.", "en", "2013-04"),
        (
            "C'est le plus dur depuis celui de la ligue de Norvège, en 2013 : huit applications avaient disparu.",
            "fr",
            "2013",
        ),
        ("The order is the first since Monday, when eight apps went.", "en", None),
        ("Since April 2013, eight apps have gone.", "en", None),
        ("Eight apps have gone since April 2013.", "en", None),
        ("Depuis 2013, huit applications ont disparu.", "fr", None),
        ("Founded in 2013, the firm makes eight apps.", "en", None),
        ("The firm, founded in 2013, makes eight apps.", "en", None),
        ("On Monday, eight apps went.", "en", None),
        ("En mai, huit applications ont disparu.", "fr", None),
    ],
)
def test_a_sentence_that_opens_with_a_day_long_past_tells_of_another_event(
    more: str, language: Language, second: str | None
) -> None:
    first = {"en": FIRST, "fr": "Le président a signé un décret contre Zolara le 3 mai 2020."}[language]
    events = told(f"{first} {more}", language, published="2020-05-05")
    assert [time for _, time, _ in events] == ["2020-05-03", second][: 1 + (second is not None)]


@pytest.mark.parametrize(
    ("more", "ids"),
    [
        (
            "An order of 2013 against Pingo in Norway was lifted. In Sweden, the year before, eight apps went.",
            (2, None),
        ),
        ("An order of 2013 against Pingo in Norway was lifted. In Norway eight apps had gone.", (2, 2)),
        ("An order of 2013 against Pingo was lifted. Eight apps had gone.", (2, 2)),
        ("An order of 2013 against Pingo was lifted. Ten years earlier, eight apps had gone.", (2, None)),
        ("The order is harsh. Three months earlier, eight apps had gone.", (1, 1)),
        ("The order is harsh. In Sweden eight apps have gone.", (1, 1)),
    ],
)
def test_a_place_or_a_time_apart_that_opens_a_sentence_parts_one_recalled_event_from_the_next(
    more: str, ids: tuple[int, int | None]
) -> None:
    events = events_of(f"{FIRST} {more}", published="2020-05-05")
    spoken = [events.at("order", sentence, first=0) for sentence in (1, 2)]
    assert [told and told.id for told in spoken] == [number and f"order#{number}" for number in ids]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("A man was charged on 5 May 2020 over the order.", "en", None),
        ("A man was charged on 5 May 2020 over the order of 3 May 2020.", "en", "2020-05-03"),
        ("A man was charged over the order of 3 May 2020.", "en", "2020-05-03"),
        ("A man was charged with breaking the 3 May 2020 order.", "en", "2020-05-03"),
        ("The firm sued on 5 May 2020 to have the order lifted.", "en", None),
        ("The minister issued the order on 5 May 2020.", "en", "2020-05-05"),
        ("Un homme a été inculpé le 5 mai 2020 pour avoir bravé le décret.", "fr", None),
        ("Un homme a été inculpé pour avoir bravé le décret du 3 mai 2020.", "fr", "2020-05-03"),
        ("La firme a déposé le 5 mai 2020 une requête contre le décret.", "fr", None),
        ("Le ministre a signé le 5 mai 2020 le décret.", "fr", "2020-05-05"),
    ],
)
def test_the_day_of_a_step_taken_about_an_event_is_not_its_own(text: str, language: Language, day: str | None) -> None:
    assert [event[1] for event in told(text, language)] == [day]


def test_a_day_to_come_beside_what_is_recalled_of_elsewhere_is_no_events() -> None:
    text = "An order came. An order of 2013 against Pingo was lifted. In Sweden eight apps go on 9 July."
    assert [event[1] for event in told(text, published="2020-05-05")] == [None, "2013"]


@pytest.mark.parametrize(
    ("more", "number"),
    [
        ("Orm Holding, which owns 38% of Tolsk, backs the talks. The talks should end in May.", 1),
        ("In 2015 Orm Holding and Tolsk held talks. The talks ended in May.", 2),
        ("Orm Holding and Pargon held talks of their own. The talks ended in May.", 2),
    ],
)
def test_what_is_told_as_a_part_of_the_affair_leaves_it_at_the_centre(more: str, number: int) -> None:
    events = events_of(f"Velmar Plc and Tolsk began talks. {more}")
    spoken = events.at("talks", 2, first=0)
    assert spoken is not None and spoken.id == f"talks#{number}"


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The decree was signed on 3 May 2020. The office responsible for orders meets on 9 July 2020.", "en"),
        ("Le décret a été signé le 3 mai 2020. Le bureau chargé des décrets siège le 9 juillet 2020.", "fr"),
    ],
)
def test_what_somebody_only_has_to_do_with_is_no_event_of_its_own(text: str, language: Language) -> None:
    assert [event[:2] for event in told(text, language)] == [("order#1", "2020-05-03")]


@pytest.mark.parametrize(("far", "spoken"), [(False, None), (True, "order#1")])
def test_far_on_only_what_need_not_be_near_is_of_the_event_at_the_centre(far: bool, spoken: str | None) -> None:
    events = events_of(FIRST + " It rained." * 20)
    last = events.at("order", 20, first=0, far=far)
    assert (last and last.id) == spoken


@pytest.mark.parametrize(
    ("more", "spoken"), [("An order expert spoke.", "order#1"), ("An order would be wrong.", None)]
)
def test_the_article_of_a_noun_after_it_brings_in_no_event(more: str, spoken: str | None) -> None:
    events = events_of(f"{FIRST} {more}", published="2020-05-05")
    last = events.continuity.mentions[-1][1]
    assert (last and last.id) == spoken
