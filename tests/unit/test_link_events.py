"""Which events of several articles are one, and which stay apart."""

from __future__ import annotations

from itertools import permutations

import pytest

from checker import check_texts
from checker.link.events import link_events
from checker.link.names import NameBook
from checker.model.claim import Claim, Event, Evidence
from checker.model.source import DateHint
from checker.model.value import Date, Status
from checker.values.calendar import with_bounds

Telling = tuple[str, str, str | None, tuple[str, ...]]
"""Source, number of the event in it, its time as EDTF, and its participants."""


def claim(source: str, number: str, time: str | None, names: tuple[str, ...], of: str = "crash") -> Claim:
    evidence = Evidence(source=source, start=0, end=1, exact="x", sha256="0" * 64)
    date = with_bounds(Date(edtf=time)) if time else None
    event = Event(id=f"{of}#{number}", type=of, time=date, participants=names)
    return Claim(
        id=f"{source}:{number}",
        source=source,
        subject=of,
        attribute="state",
        value=Status(state="over"),
        event=event,
        evidence=(evidence,),
        method="file",
    )


def linked(*told: Telling, hints: dict[str, tuple[DateHint, ...]] | None = None) -> dict[str, str]:
    """source#number -> id of the event of the story. The same for every order of the tellings."""
    claims = [claim(*one) for one in told]
    found = [link_events(order, NameBook([]), hints or {}) for order in permutations(claims)]
    assert all(one == found[0] for one in found)
    return {f"{source}#{number.partition('#')[2]}": event.id for (source, number), event in sorted(found[0].items())}


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        # what they share sets them apart
        ((None, ("Zolara", "Pingo")), (None, ("Zolara", "Pingo")), True),
        ((None, ("Zolara", "Pingo")), (None, ("Pingo",)), True),
        ((None, ("Zolara", "Pingo", "Tavvy")), (None, ("Zolara", "Mirelo", "Quillo")), False),
        ((None, ()), (None, ()), False),
        (("2020-05-03", ()), ("2020-05-03", ("Lyon",)), True),
        (("2020-05-03", ("Nice",)), ("2020-05-03", ("Lyon",)), False),
        (("2020-05-03", ("Zolara", "Pingo", "Tavvy")), ("2020-05-03", ("Zolara", "Mirelo", "Quillo")), True),
        # two languages
        ((None, ("Germany", "Londres")), (None, ("Allemagne", "London")), True),
        # times
        (("2020-05-03", ("Lyon",)), ("2020-05-06", ("Lyon",)), False),
        (("2020-05-03", ("Lyon",)), ("XXXX-WXX-7", ("Lyon",)), True),
        (("2020-05-03", ("Lyon",)), ("XXXX-WXX-1", ("Lyon",)), False),
        (("2020-05-03", ("Lyon",)), ("2020-05", ("Lyon",)), True),
        (("2020-05-03", ("Lyon",)), (None, ("Lyon",)), True),
    ],
)
def test_two_tellings(
    one: tuple[str | None, tuple[str, ...]], other: tuple[str | None, tuple[str, ...]], together: bool
) -> None:
    found = linked(("a", "1", *one), ("b", "1", *other))
    assert (found["a#1"] == found["b#1"]) is together


def test_two_events_of_one_article_never_become_one() -> None:
    found = linked(
        ("a", "1", "2020-05-03", ("Lyon", "Zolara")),
        ("a", "2", "2020-05-06", ("Lyon", "Pingo")),
        ("b", "1", None, ("Lyon", "Pingo")),
        ("c", "1", "2020-05-03", ("Lyon", "Zolara")),
    )
    assert found == {"a#1": "crash@2020-05-03", "a#2": "crash@2020-05-06", "b#1": "crash@2020-05-06",
                     "c#1": "crash@2020-05-03"}  # fmt: skip


def test_a_telling_that_fits_two_days_joins_them_not() -> None:
    found = linked(
        ("a", "1", "2020-05-03", ("Lyon",)), ("b", "1", None, ("Lyon",)), ("c", "1", "2020-05-06", ("Lyon",))
    )
    assert found["a#1"] != found["c#1"]


def test_events_that_would_share_an_id_have_ids_of_their_own() -> None:
    one_day = ("2020-05-03", ("Lyon",))
    found = linked(
        ("a", "1", *one_day), ("a", "2", *one_day), ("a", "3", *one_day), ("b", "1", "2020-05-03", ("Nice",))
    )
    assert len(set(found.values())) == 4


def test_ids_and_labels_say_day_or_names() -> None:
    events = link_events([claim("a", "1", None, ("Zolara", "Émile Group"))], NameBook([]), {})
    assert [(event.id, event.label) for event in events.values()] == [
        ("crash@emile-group+zolara", "the crash (Émile Group, Zolara)")
    ]
    events = link_events([claim("a", "1", "2020-05-03", ("Zolara",))], NameBook([]), {})
    assert [(event.id, event.label) for event in events.values()] == [("crash@2020-05-03", "the crash of 2020-05-03")]


def test_a_copyright_year_pins_a_day_that_lacks_one() -> None:
    year = with_bounds(Date(edtf="2020"))
    hint = DateHint(value=year, basis="copyright", certainty="weak", start=0, end=4)
    assert linked(("a", "1", "XXXX-05-03", ("Lyon",)), hints={"a": (hint,)}) == {"a#1": "crash@2020-05-03"}
    assert linked(("a", "1", "XXXX-WXX-7", ("Lyon",)), hints={"a": (hint,)}) == {"a#1": "crash@lyon"}


POLLS = (
    ("en", "The Ipsos poll was published on Friday. The pollster Ipsos questioned 1,504 people."),
    ("fr", "Le sondage d'Ifop a été publié vendredi. Ifop a interrogé 1.054 personnes."),
)


def test_two_events_of_a_day_keep_their_fingerprints_whatever_the_files_are_called() -> None:
    def fingerprints(*names: str) -> set[str]:
        told = [(name, text, code, "2022-04-25") for name, (code, text) in zip(names, (*POLLS, POLLS[0]), strict=False)]
        found = check_texts(told).findings
        return {one.fingerprint for one in found if one.cause == "uncorroborated" and "1,504" in one.message}

    assert fingerprints("a", "b") == fingerprints("z", "y") == fingerprints("a", "b", "zz") != set()


TOLL = "The toll bridge at Corvane will be rebuilt, said Mayor Odile Farrant of the Vestry party."
PEAGE = "Le pont à péage sera reconstruit, a indiqué la maire Odile Farrant, du parti Vestry."


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        # nobody is named beside the only works of two articles on one story
        (f"{TOLL} The reconstruction cost 4 million euros.", f"{PEAGE} Le chantier a coûté 7 millions d'euros.", True),
        # two articles that have nothing in common
        ("The reconstruction cost 4 million euros.", "Le chantier a coûté 7 millions d'euros.", False),
    ],
)
def test_the_only_event_of_its_kind_in_articles_on_one_story(one: str, other: str, together: bool) -> None:
    report = check_texts([("a", one, "en"), ("b", other, "fr")])
    costs = [finding for finding in report.findings if finding.verdict == "conflict"]
    assert [finding.cause for finding in costs] == (["value"] if together else [])
