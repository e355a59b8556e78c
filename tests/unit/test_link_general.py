"""Which values that no fact type takes are lined up across two articles, and which are not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker import check_texts
from checker.link.magnitude import comparable
from checker.model.report import Report
from checker.model.value import Count
from checker.values.comparison.spelling import misspelt, sound

EN, FR = "en", "fr"
REFUNDED = (EN, "Tickets for the festival will be refunded.")
NOT_REFUNDED = (FR, "Les billets du festival ne seront pas remboursés.")


def report(one: tuple[str, str], other: tuple[str, str]) -> Report:
    return check_texts([("a", one[1], one[0], "2024-05-03"), ("b", other[1], other[0], "2024-05-03")])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("person", "dead", True),
        ("victim", "injured", True),  # apart only by what is done around them
        ("passenger", "dead", False),
        ("passenger", "firefighter", False),
        ("bus", "coach", False),
    ],
)
def test_counts_that_can_differ(one: str, other: str, alike: bool) -> None:
    counts = (Count(amount=Decimal(4), noun=noun) for noun in (one, other))
    assert (len({comparable(count) for count in counts}) == 1) is alike


ON_STORY = " The mill has 412 looms. It cost 8.3 million euros. It opened on 14 June 2011."
FR_STORY = " Le moulin compte 412 métiers à tisser. Il a coûté 8,3 millions d'euros. Il a ouvert le 14 juin 2011."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Sixty-one travellers slept there.", "Vingt-six salariés et 61 habitants ont dansé.", True),
        # told twice: either could be meant
        ("Sixty-one travellers slept. Sixty-one bakers sang.", "Vingt-six salariés et 61 habitants ont dansé.", False),
        # of one digit, or rounded in one of them
        ("Six travellers slept there.", "Six habitants ont dansé.", False),
        ("About 60 travellers slept there.", "Soixante et un habitants ont dansé.", False),
        # nothing else of that kind is counted: one digit, a bound and other values beside it do not matter
        ("Six beekeepers slept there. Six wagons burnt.", "Six apiculteurs ont dansé. On a lavé six tapis.", True),
        ("Six beekeepers slept there. Six other beekeepers left.", "Six apiculteurs ont dansé.", False),
    ],
)  # fmt: skip
def test_the_only_two_of_a_value_on_one_story(one: str, other: str, together: bool) -> None:
    found = met(report((EN, one + ON_STORY), (FR, other + FR_STORY)))
    assert (
        any(words & {"Sixty-one travellers", "Six travellers", "Six beekeepers", "60 travellers"} for words in found)
        is together
    )
    alone = met(report((EN, one), (FR, other)))
    assert not alone


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("A fire at the Brennec mill in June 2016.", "En 2016, un incendie à la filature Brennec.", True),
        ("Brennec was sold to Talverin on 12 June 2016.", "Brennec, vendu à Talverin en juin 2016.", True),
        # a day is too fine for a year, and too little is told in common
        ("Brennec was sold to Talverin on 12 June 2016.", "Brennec, vendu à Talverin en 2016.", False),
        ("In June 2016 the river was low.", "En 2016, un incendie à la filature Brennec.", False),
        ("A fire at the Brennec mill in June 2016.", "En 2017, un incendie à la filature Brennec.", False),
    ],
)  # fmt: skip
def test_a_month_meets_its_year(one: str, other: str, together: bool) -> None:
    dated = [words for words in met(report((EN, one), (FR, other))) if any("201" in word for word in words)]
    assert bool(dated) is together


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        # counted from publication
        (
            "A 17-year-old ferry of Talverin sank.",
            "Le ferry Talverin, repeint en mars 2007, a sombré.",
            "2006/2007",
        ),
        ("The Brennec mill has been closed for six years.", "La filature Brennec, fermée en 2018.", "2017/2018"),
        # from what was told before
        ("Brennec burnt in 2016. Five years later Brennec sank.", "Brennec a brûlé. Il a sombré en 2021.", "2021"),
        ("Talverin sank in 2021. Five years earlier Brennec burnt.", "Brennec a brûlé en 2016.", "2016"),
        # a stretch of years
        (
            "The Brennec mill was closed from 2006 to 2017.",
            "La filature Brennec a été fermée pendant onze ans.",
            "P11Y",
        ),
        # far outside, of no known day, or of something else
        ("A 17-year-old ferry of Talverin sank.", "Le ferry Talverin, repeint en mars 2010, a sombré.", None),
        ("The Brennec mill was closed for six years.", "La filature Brennec, fermée en 2018.", None),
        ("A 17-year-old ferry of Talverin sank.", "Le moulin de Brennec a rouvert en 2007.", None),
    ],
)
def test_a_length_of_years_meets_the_date_it_counts_from(one: str, other: str, value: str | None) -> None:
    found = report((EN, one), (FR, other))
    told = [
        {getattr(camp.value, "edtf", None) or getattr(camp.value, "iso", None) for camp in fact.camps}
        for fact in found.facts
        if {"a", "b"} == {source for camp in fact.camps for source in camp.sources}
    ]
    dated = [values for values in told if any(str(one).startswith(("20", "P")) for one in values)]
    assert (value in set().union(*dated)) if value else not dated
    assert not [finding for finding in found.findings if finding.verdict == "conflict"]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Radio contact was lost at 1731 GMT.", "Le contact radio a été perdu à 20 h 31, heure malgache.", True),
        (
            "Radio contact was lost at 7:31 p.m. Pretoria time.",
            "Le contact a été perdu à 20 h 31 (heure malgache).",
            True,
        ),
        # the zone told with the first clock time is that of the second
        ("Contact was lost at 1731 GMT.", "Parti à 19 h 02, heure malgache, il a perdu le contact à 20 h 31.", True),
        ("Contact was lost at 1731 GMT.", "La foire ouvre à 8 h 31, heure malgache.", False),
    ],
)
def test_clock_times_meet_across_zones(one: str, other: str, together: bool) -> None:
    found = met(report((EN, one + ON_STORY), (FR, other + FR_STORY)))
    assert any({"1731 GMT", "7:31 p.m. Pretoria time"} & words and len(words) > 1 for words in found) is together


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        # a bound told for its figure
        ("Twenty-two wagons were sent.", "Plus de 20 wagons avaient descendu la côte.", True),
        ("Twenty-two wagons were sent.", "Plus de 12 wagons avaient descendu la côte.", False),
        # said twice, once roundly
        (
            "The fair drew 128,000 visitors.",
            "Près de 130 000 visiteurs à la foire. Elle a attiré 128 000 visiteurs.",
            True,
        ),
        # *also* adds to what is like it, and what there also is, to what was told
        ("Twenty-two wagons were sent.", "On a trouvé une pompe. On a aussi retrouvé 22 wagons.", True),
        ("Twenty-two wagons were sent.", "On a retrouvé 30 wagons. On a aussi retrouvé 22 wagons.", False),
        ("Twenty-two wagons were sent.", "On a trouvé une pompe. Il y a aussi 22 wagons.", False),
        # the day told in an aside is not that of the figure; what something has, it has on any day
        ("The fair, founded in 1998, relies on 1,900 cooks.", "Les 1 900 cuisiniers ont commencé lundi.", True),
        ("The airline has 14 cranes and flew in 2023.", "En juin 2017 la compagnie aérienne avait 14 grues.", True),
    ],
)
def test_counts_of_one_thing_meet(one: str, other: str, together: bool) -> None:
    found = met(report((EN, one + ON_STORY), (FR, other + FR_STORY)))
    counted = {"Twenty-two wagons", "128,000 visitors", "1,900 cooks", "14 cranes"}
    told = [words for words in found if counted & words]
    assert bool(told) is together
    assert all("128 000 visiteurs" in words or "128,000 visitors" not in words for words in told)


def test_people_of_a_country_are_counted_in_two_languages() -> None:
    one, other = "The bus carried 26 Mauritians.", "Parmi les passagers figuraient 26 Mauriciens."
    assert {"26 Mauritians", "26 Mauriciens"} in met(report((EN, one + ON_STORY), (FR, other + FR_STORY)))


def test_a_source_that_says_a_figure_again_says_it_of_the_same() -> None:
    one = "The Varcy plane crash killed 41 people. The plane carried 46 people and 41 of them died at Varcy."
    other = "L'accident d'avion de Varcy a fait 41 morts."
    assert {"41 people", "41", "41 morts"} in met(report((EN, one), (FR, other)))


def test_a_small_number_said_twice_may_be_of_two_things() -> None:
    one = "The Varcy fire killed two people. Two of them, police officers, died in the fire at Varcy."
    assert {"two people", "deux morts"} in met(report((EN, one), (FR, "L'incendie de Varcy a fait deux morts.")))


def test_a_label_says_what_a_value_is_of_not_that_something_ends() -> None:
    one = "In Valdorra, irrigation will be banned in twelve towns. The ban will last until 30 September."
    labels = [fact.label for fact in report((EN, one), (EN, one.replace("30 September", "15 October"))).facts]
    assert "date (ban)" in labels


def met(found: Report) -> list[set[str]]:
    """The words of each fact that both articles state."""
    evidence = [[one for camp in fact.camps for one in camp.evidence] for fact in found.facts]
    return [{one.exact for one in told} for told in evidence if len({one.source for one in told}) > 1]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        # a rare value needs nothing in common
        ((EN, "They are worth 4.2 million Swiss francs."), (FR, "Le butin vaut 4,2 millions de francs suisses."),
         {"4.2 million Swiss francs", "4,2 millions de francs suisses"}),
        # a value in another unit, rounded
        ((EN, "The bridge is 1,350 feet long."), (FR, "L'ouvrage est long de 412 mètres."),
         {"1,350 feet", "412 mètres"}),
        # the same noun, told in other words
        ((EN, "Twenty-two ambulances went to the scene."), (FR, "On a compté 22 ambulances sur place."),
         {"Twenty-two ambulances", "22 ambulances"}),
        # people under two names, with a doing in common
        ((EN, "About 180 residents were evacuated."), (FR, "Quelque 180 riverains ont été évacués."),
         {"180 residents", "180 riverains"}),
        # a small count with little in common
        ((EN, "The firm has three lorries."), (FR, "Trois ours ont traversé la route."), None),
        ((EN, "Three people laughed."), (FR, "Trois personnes dorment."), None),
        # people and something else
        ((EN, "The fire gutted 14 tanks at the depot."), (FR, "L'incendie du dépôt a tué 14 habitants."), None),
        # of two years
        ((EN, "In 2019 the harvest was 350,000 tonnes."), (FR, "En 2024, la récolte atteint 350 000 tonnes."), None),
        # another amount
        ((EN, "The trip cost 310 euros."), (FR, "Le voyage a coûté 870 euros."), None),
    ],
)  # fmt: skip
def test_values_that_meet(one: tuple[str, str], other: tuple[str, str], words: set[str] | None) -> None:
    assert met(report(one, other)) == ([words] if words else [])


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ((EN, "The description of the species has not been published by the journal Abyss."),
         (FR, "La description de l'espèce a été publiée par la revue Abyss."), True),
        (REFUNDED, NOT_REFUNDED, True),
        # another thing
        (REFUNDED, (FR, "Les abonnements de train ne seront pas remboursés."), False),
        # to come, and done
        (REFUNDED, (FR, "Les billets du festival n'ont pas été remboursés."), False),
        # not sure
        ((EN, "Tickets for the festival could be refunded."), NOT_REFUNDED, False),
        ((EN, "If it rains, tickets for the festival will be refunded."),
         NOT_REFUNDED, False),
        # one article says both
        ((EN, "Tickets for the festival will be refunded. Tickets for the festival bought late will not be refunded."),
         NOT_REFUNDED, False),
    ],
)  # fmt: skip
def test_opposites(one: tuple[str, str], other: tuple[str, str], conflict: bool) -> None:
    causes = [finding.cause for finding in report(one, other).findings if finding.verdict == "conflict"]
    assert causes == (["status"] if conflict else [])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("The canton will spend 9 million francs a year on cheese checks.",
         "L'amende peut atteindre 9,6 millions de francs, soit 4 % des ventes de l'année.", False),
        ("Lea, 14, lives in Morden.", "La piscine de Morden est interdite aux moins de quinze ans.", False),
        ("The pool of Morden is closed to children under 15.",
         "La piscine de Morden est fermée aux enfants jusqu'à 16 ans.", False),
        ("The journey to Morden by tram takes 48 minutes.",
         "Le trajet en tram vers Morden prend moins de 50 minutes.", True),
    ],
)  # fmt: skip
def test_a_bound_is_no_figure(one: str, other: str, together: bool) -> None:
    causes = [(finding.verdict, finding.cause) for finding in report((EN, one), (FR, other)).findings]
    assert (("agreement", "precision") in causes) is together


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("Hélène Marchandin", "Hélène Marchandon", True),
        ("Jonas Roelant", "Jonas Roelandt", True),
        # accents, transcription, another given name, too short, too unlike
        ("Marc Thériault", "Marc Theriault", False),
        ("Mikhail Tchernenko", "Mikhail Chernenko", False),
        ("Davit Barsaïev", "Davit Barsayev", False),
        ("Guéla Guiorguidzé", "Gela Giorgidze", False),
        ("Olena Olexandrenko", "Olena Oleksandrenko", False),
        ("Farid Alimov", "Farid Aliymov", False),
        ("Evgueni Prigarine", "Yevgeny Prigarin", False),
        ("Sergei Lavrov", "Sergei Lavroff", False),
        ("Mohammed al-Masri", "Mohammed al-Misri", False),
        ("Anna Carpentier", "Anne Charpentier", False),
        ("Peter Lang", "Peter Land", False),
        ("Tony Marchand", "Tony Marchands", False),
        ("Anna Marchandin", "Anna Delacourt", False),
    ],
)
def test_misspelt_names(one: str, other: str, wrong: bool) -> None:
    assert misspelt(one, other) is misspelt(other, one) is wrong
    assert not misspelt(one, one) and sound(one) == sound(one.upper())


def test_a_value_that_very_many_tell_is_one_fact() -> None:
    told = [
        (f"s{number:02}", "The fire burned 4,312 hectares of pine forest in Valdorra.", "en") for number in range(45)
    ]
    sizes = [len({one.source for camp in fact.camps for one in camp.evidence}) for fact in check_texts(told).facts]
    assert max(sizes) == 45


def test_a_figure_said_twice_hides_nothing() -> None:
    drought = "The drought has parched {} hectares of farmland in Valdorra. "
    found = report((EN, drought.format("64,000")), (EN, drought.format("71,000") * 2))
    assert any(finding.cause == "value" for finding in found.findings)


def test_what_is_denied_meets_nothing_that_is_affirmed() -> None:
    found = report((EN, "The ministry denied that 4,312 hectares had burned."), (EN, "The fire burned 4,312 hectares."))
    assert met(found) == []


def test_a_day_far_from_a_figure_is_not_its_day() -> None:
    one = (
        "The ferry to Maurel is sailed five times a week and, after the fire of April, has been suspended until 8 May."
    )
    other = (
        "Founded on 3 March 1994 by two brothers from the north, the Talverin line sails to Maurel five times a week."
    )
    assert {"five times"} in met(report((EN, one), (EN, other)))
    assert not met(report((EN, "On 3 May five flags flew."), (EN, "On 8 April five flags flew.")))


def test_a_toll_of_long_ago_that_two_sources_tell_beside_the_news_is_a_fact_of_its_own() -> None:
    one = (
        "The Varcy depot fire killed 24 people on Monday. At least 24 people were killed in December 2013 when the main"
        " fuel depot in Conakry exploded."
    )
    other = (
        "L'incendie du dépôt de Varcy a fait 24 morts lundi. En décembre 2013, l'explosion du principal dépôt de"
        " carburant de Conakry avait fait vingt-quatre morts."
    )
    assert sorted(map(len, met(report((EN, one), (FR, other))))) >= [2, 2]
