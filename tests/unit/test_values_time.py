"""What the grammars of time read beyond the specs: context days, tense, joins and habits."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from checker.language import lexicon
from checker.model.value import Date, DateTime, Duration
from checker.values.lexer import lex
from checker.values.time import Published, read

THURSDAY = date(2020, 10, 29)


def found(text: str, code: str, published: Published = THURSDAY) -> list[tuple[str, str | None]]:
    """The words and the EDTF or ISO form of each value, in the order of the text."""
    words = lexicon(code)
    tokens = lex(text, words)
    values = sorted(read(tokens, words, bytearray(len(tokens.norms)), published), key=lambda each: each.first)
    return [(tokens.exact(each.first, each.last), form(each.value)) for each in values]


def form(value: object) -> str | None:
    if isinstance(value, Duration):
        return value.iso or f"{value.low}..{value.high}"
    assert isinstance(value, Date | DateTime)
    return value.edtf


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        (
            "fr",
            "Le vote du jeudi 12 novembre commencera à 9 h et finira à 18 h 30.",
            [
                ("jeudi 12 novembre", "2020-11-12"),
                ("9 h", "2020-11-12T09:00"),
                ("18 h 30", "2020-11-12T18:30"),
            ],
        ),
        (
            "en",
            "The dam broke on Monday. By 4 p.m. the valley was under water, and the next day the army came.",
            [("Monday", "2020-10-26"), ("4 p.m.", "2020-10-26T16:00"), ("next day", "2020-10-27")],
        ),
        (
            "en",
            "On Monday it rained.\n\nThe shop opens at 9 a.m.",
            [("Monday", "2020-10-26"), ("9 a.m.", "XXXX-XX-XXT09:00")],
        ),
        ("en", "Every Friday, the stalls open at 9 a.m.", [("9 a.m.", "XXXX-XX-XXT09:00")]),
        ("fr", "La veille, il avait plu.", [("veille", "XXXX-XX-XX")]),
    ],
)
def test_clock_times_take_the_day_named_before_them(code: str, text: str, values: list[tuple[str, str]]) -> None:
    assert found(text, code) == values


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "The plant will be shut on Monday.", "2020-11-02"),
        ("en", "The plant was shut on Monday, and will reopen soon.", "2020-10-26"),
        ("en", "Officials said Monday the plant will close.", "2020-10-26"),
        ("en", "The board is to meet on Monday.", "2020-11-02"),
        ("en", "By Monday, nobody had called.", "2020-10-26"),
        ("en", "By Monday, everybody must call.", "2020-11-02"),
        ("fr", "Le blessé sera opéré lundi.", "2020-11-02"),
        ("fr", "La réunion est prévue lundi.", "2020-11-02"),
        ("fr", "L'avion s'est posé lundi sans encombre.", "2020-10-26"),
        ("fr", "Lundi, le maire signera la convention.", "2020-11-02"),
        ("fr", "Libérés lundi, les otages rentreront bientôt.", "2020-10-26"),
    ],
)
def test_the_nearest_verb_tells_the_side(code: str, text: str, day: str) -> None:
    assert [edtf for _, edtf in found(text, code)] == [day]


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "It applies once the chairman is replaced by a deputy from his own party on November 20.", "2020-11-20"),
        ("en", "The harbour was closed on November 20.", "2019-11-20"),
        ("fr", "Il a dit vouloir conclure la vente du groupe d'ici le 15 novembre.", "2020-11-15"),
        ("fr", "Elle avait rappelé à ses partenaires la date limite du 15 novembre.", "2020-11-15"),
        ("fr", "Le port a été fermé le 15 novembre.", "2019-11-15"),
        ("fr", "Le port a fermé le 15 décembre dernier.", "2019-12-15"),
    ],
)
def test_only_a_verb_of_its_own_puts_a_day_most_of_a_year_away(code: str, text: str, day: str) -> None:
    assert [edtf for _, edtf in found(text, code)] == [day]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "In the fourth quarter of last year it lost money.", [("fourth quarter of last year", "2019-Q4")]),
        (
            "en",
            "Early next week and in mid-March of 2021.",
            [("Early next week", "2020-W45"), ("mid-March of 2021", "2021-03")],
        ),
        ("en", "The second half of 2019 was worse.", [("second half of 2019", "2019-07/2019-12")]),
        ("fr", "En mars de l'an dernier, tout allait bien.", [("mars de l'an dernier", "2019-03")]),
        ("fr", "Les 5, 6 et 7 mai 2021.", [("5", "2021-05-05"), ("6", "2021-05-06"), ("7 mai 2021", "2021-05-07")]),
        (
            "fr",
            "Dans la nuit de samedi à dimanche, il a neigé.",
            [("nuit de samedi à dimanche", "2020-10-24/2020-10-25")],
        ),
        ("fr", "Le mardi de la semaine prochaine.", [("mardi de la semaine prochaine", "2020-11-03")]),
        ("en", "It ends at 11:59 p.m. Friday.", [("11:59 p.m. Friday", "2020-10-30T23:59")]),
        ("en", "On Jan. 5 and 6, 2021, the court sat.", [("Jan. 5", "2021-01-05"), ("6, 2021", "2021-01-06")]),
    ],
)
def test_what_belongs_together_is_one_value(code: str, text: str, values: list[tuple[str, str]]) -> None:
    assert found(text, code) == values


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "About 2000 people live in 1500 flats."),
        ("en", "Open from Monday to Friday."),
        ("en", "Black Friday and the Sunday Times."),
        ("en", "Memories of 9/11, and 20th Century Fox."),
        ("en", "It costs $5 a day, twice a week."),
        ("en", "For several days, in recent weeks."),
        ("fr", "Quelque 1800 salariés et 2000 emplois."),
        ("fr", "Ouvert du lundi au vendredi, le mercredi et tous les ans."),
        ("fr", "Les images de Mars ont été publiées."),
        ("fr", "Un jour, il partit pour la seconde fois."),
        ("fr", "Depuis des mois, ces dernières semaines."),
    ],
)
def test_what_is_no_time_is_not_read(code: str, text: str) -> None:
    assert found(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "iso"),
    [
        ("en", "Jane Doe, 34, was there.", "P34Y"),
        ("en", "up from 3 percent a year earlier", "P1Y"),
        ("en", "over the past year", "P1Y"),
        ("en", "a month-long strike", "P1M"),
        ("en", "in two weeks' time", "P2W"),
        ("fr", "dans une demi-heure", "PT0.5H"),
        ("fr", "les six premiers mois", "P6M"),
        ("fr", "pendant deux à trois heures", "PT2H..PT3H"),
    ],
)
def test_lengths(code: str, text: str, iso: str) -> None:
    assert [value for _, value in found(text, code)] == [iso]


def test_publication_is_a_date_a_datetime_or_a_string() -> None:
    days = {
        found("It fell yesterday.", "en", when)[0][1]
        for when in ("2020-10-29T08:00Z", datetime(2020, 10, 29, 8), THURSDAY)
    }
    assert days == {"2020-10-28"}
    with pytest.raises(ValueError, match="soon"):
        found("It fell yesterday.", "en", "soon")


def test_tokens_that_are_taken_are_left_alone() -> None:
    words = lexicon("en")
    tokens = lex("on 5 May 2020 for 3 days", words)
    assert list(read(tokens, words, bytearray(b"\1") * len(tokens.norms))) == []
