"""Which values of two articles that differ are of one fact, where no fact type takes them."""

from __future__ import annotations

import pytest

from checker.model.finding import Finding
from checker.model.report import Report
from tests.unit.test_link_general import EN, FR, FR_STORY, ON_STORY, report


def conflicts(found: Report) -> list[Finding]:
    return [finding for finding in found.findings if finding.cause == "value"]


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ((EN, "The drought has parched 64,000 hectares of farmland in Valdorra."),
         (EN, "The drought has parched 46,000 hectares of farmland in Valdorra."),
         "64,000 ha (a) vs 46,000 ha (b)"),
        ((EN, "The bridge, 412 metres long, now has four traffic lanes."),
         (FR, "Long de 412 mètres, le pont compte désormais trois voies de circulation."),
         "4 lanes (a) vs 3 lanes (b)"),
        # what begins or ends on a day
        ((EN, "In Valdorra, irrigation will be banned in twelve towns. The ban will last until 30 September."),
         (FR, "Dans douze communes de Valdorra, arroser sera interdit. L'interdiction durera jusqu'au 15 octobre."),
         "30 September 2024 (a) vs 15 October 2024 (b)"),
        ((EN, "In Valdorra, irrigation will be banned in twelve towns. The ban will last from 30 September."),
         (FR, "Dans douze communes de Valdorra, arroser sera interdit. L'interdiction durera jusqu'au 15 octobre."),
         None),
        # what was done first
        ((EN, "The first shots rang out at 8:52 a.m. in the hall."), (EN, "The first bullets were fired at 9.12 a.m."),
         "08:52 (a) vs 09:12 (b)"),
        ((EN, "The first shots rang out at 8:52 a.m. in the hall."), (EN, "The last shots rang out at 9.12."), None),
        # two digits changed places, and little else is told
        ((EN, "The animal lives at a depth of 3,480 metres."),
         (FR, "À 4 380 mètres de profondeur, pas de lumière."), "3,480 m (a) vs 4,380 m (b)"),
        ((EN, "The animal lives at a depth of 3,480 metres."), (FR, "Le train parcourt 4 380 mètres."), None),
        # one hospital's patients and all who are in hospital
        ((FR, "L'hôpital Saint-Luc de Valbourg, qui a reçu cinq blessés, a déclenché son plan d'urgence."),
         (FR, "Huit blessés étaient toujours hospitalisés à Valbourg en soirée."), None),
        # of two places
        ((EN, "The drought has parched 64,000 hectares of farmland in Valdorra."),
         (EN, "The drought has parched 46,000 hectares of farmland in Mirenne."), None),
        # so far apart that they are hardly of one thing
        ((EN, "The renovation of the bridge of Castelbourg cost 86 million euros."),
         (EN, "The renovation of the bridge of Castelbourg cost 9 million euros."), None),
        # one article has both
        ((EN, "The renovation of the bridge of Castelbourg cost 86 million euros, not 71 million euros as planned."),
         (EN, "The renovation of the bridge of Castelbourg was to cost 71 million euros."), None),
    ],
)  # fmt: skip
def test_values_that_differ(one: tuple[str, str], other: tuple[str, str], message: str | None) -> None:
    conflicts = [finding.message for finding in report(one, other).findings if finding.verdict == "conflict"]
    assert [message in told for told in conflicts if message] == ([True] if message else []) and bool(
        conflicts
    ) is bool(message)


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        # a part told of both: three of so many
        ("Three of the 14 vats leaked.", "Trois des seize cuves fuyaient.", {"14 vats", "seize cuves"}),
        ("Three vats leaked and 14 cisterns burst.", "Trois des seize cuves fuyaient.", set()),
        ("Three of the 14 vats leaked.", "Neuf des seize cuves fuyaient.", set()),
        # two digits swapped
        (
            "It lives at a depth of 3,482 metres.",
            "Il vit à 4 382 mètres de profondeur.",
            {"3,482 metres", "4 382 mètres"},
        ),
        ("It lives at a depth of 3,482 metres.", "Il vit à 3 648 mètres de profondeur.", set()),
        ("It lives at a depth of 3,482 metres.", "La piste fait 4 382 mètres.", set()),
        # what has so many, with an equal value beside them
        (
            "The building has 24 flats and nine lifts. A baker lives there.",
            "Un boulanger habite cet immeuble de 32 appartements et de neuf ascenseurs.",
            {"24 flats", "32 appartements"},
        ),
        (
            "The building has 24 flats and nine lifts. A baker lives there.",
            "La compagnie possède 32 appartements et neuf ascenseurs, selon un boulanger.",
            set(),
        ),
    ],
)
def test_values_that_differ_are_told_by_what_holds_them(one: str, other: str, values: set[str]) -> None:
    found = report((EN, one), (FR, other))
    assert {camp.evidence[0].exact for finding in conflicts(found) for camp in finding.camps} == values


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Seats go to the Orchard Party (38), the Green Front (29), the Labour League (17) and the Port List (12).",
         "Le Parti du verger a 38 sièges, le Front vert 29, la Ligue du travail 17, la Liste du port 11.", True),
        # one party is left out: what follows is told of both
        ("Seats go to the Orchard Party (38), the Green Front (29), the Labour League (12) and the Port List (11).",
         "Le Parti du verger a 38 sièges, le Front vert 29 et la Liste du port 11.", False),
        # too small to be told of one thing, and too far apart
        ("They met three men, two women and six boys.", "On y trouve 3 lacs, 2 étangs et 5 ponts.", False),
        ("The Orchard Party has 38 seats, the Green Front 29, the Port List 12.",
         "Le Parti du verger a 38 sièges, le Front vert 29 et la Liste du port 140 affiches.", False),
    ],
)  # fmt: skip
def test_figures_in_turn(one: str, other: str, conflict: bool) -> None:
    causes = [finding.cause for finding in report((EN, one), (FR, other)).findings if finding.verdict == "conflict"]
    assert causes == (["value"] if conflict else [])


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        # a length of time told of one thing, whatever is done there
        ("Ana Tull declared a one-month state of emergency.", "Le pays vit un état d'urgence de trois semaines.", True),
        ("Ana Tull declared a state of emergency.", "Le pays vit un état d'urgence de trois semaines.", False),
        # so many times as long; of something else; told of two lengths
        ("Ana Tull declared a one-year state of emergency.", "Le pays vit un état d'urgence de trois semaines.", False),
        ("Ana Tull declared a one-month ban on bathing.", "Le pays vit un état d'urgence de trois semaines.", False),
        ("A one-month state of emergency was declared. A two-month state of emergency followed.",
         "Le pays vit un état d'urgence de trois semaines.", False),
        # a figure of three digits that differs by one, of two
        ("The mission can fail at any of 344 points.", "La maire a recensé 334 points de défaillance.", True),
        ("The mission can fail at any of 34 points.", "La maire a recensé 44 points de défaillance.", False),
        # the year of what is done once
        ("The jeweller Anna Velltra, founded in 1873, makes rings.",
         "Créée en 1837, la maison Anna Velltra vend des bagues.", True),
        ("The jeweller Anna Velltra, founded in 1873, makes rings.",
         "Créée en 1837, la maison Ormeck vend des bagues.", False),
        ("The jeweller Anna Velltra, rebuilt in 1873, makes rings.",
         "Rénovée en 1837, la maison Anna Velltra vend des bagues.", False),
        # what one body has in one place, and in two
        ("In Norway, where it plays, Velltra has 2,400 subscribers.", "En Norvège, Velltra a 2 900 abonnés.", True),
        ("Velltra has 2,400 subscribers in Norway.", "En Finlande, Velltra revendique 2 900 abonnés.", False),
        ("The firm has 2,400 subscribers there.", "En Norvège, elle revendique 2 900 abonnés.", False),
    ],
)  # fmt: skip
def test_the_only_value_of_one_thing(one: str, other: str, conflict: bool) -> None:
    found = report((EN, one + ON_STORY), (FR, other + FR_STORY)).findings
    assert any(finding.verdict == "conflict" for finding in found) is conflict


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        # in one place, in one month or year
        ("In August 2020 a jet overran the runway at Tarvelle, and 21 people died.",
         "En août 2020, un Boeing était sorti de piste à Tarvelle, faisant 18 morts.", "21 people (a) vs 18 dead (b)"),
        ("In 1973 floods had killed 150 people around Tarvelle.",
         "En octobre 1973, des crues avaient fait 210 morts à Tarvelle.", "150 people (a) vs 210 dead (b)"),
        # in another year, elsewhere, hurt and not dead
        ("In August 2020 a jet overran the runway at Tarvelle, and 21 people died.",
         "En août 2019, un Boeing était sorti de piste à Tarvelle, faisant 18 morts.", None),
        ("In August 2020 a jet overran the runway at Tarvelle, and 21 people died.",
         "En août 2020, un Boeing était sorti de piste à Ormeck, faisant 18 morts.", None),
        ("In August 2020 a jet overran the runway at Tarvelle, and 21 people died.",
         "En août 2020, un Boeing était sorti de piste à Tarvelle, faisant 18 blessés.", None),
        # where no place is shared: in one month, with two things more
        ("In May 2017 a train derailed and ploughed into a house, killing three people.",
         "Un train avait déraillé en mai 2017 et fini dans une maison : quatre personnes avaient perdu la vie.",
         "3 people (a) vs 4 people (b)"),
        # of two events there
        ("In 2020 a fire killed nine people at Tarvelle.",
         "En 2020, un Boeing était sorti de piste à Tarvelle, faisant 18 morts.", None),
    ],
)  # fmt: skip
def test_tolls_of_long_ago(one: str, other: str, words: str | None) -> None:
    news = " On Thursday a ferry sank off Norvik. Police were told on 2 May 2024."
    nouvelles = " Jeudi, un ferry a coulé au large de Norvik. La police a été prévenue le 2 mai 2024."
    found = conflicts(report((EN, one + news), (FR, other + nouvelles)))
    assert [words in finding.message for finding in found if words] == ([True] if words else []), found
    assert bool(found) is bool(words)
