"""Statements of two articles on one story that a thing was done, and that it was not."""

from __future__ import annotations

import pytest

from checker.model.report import Report
from checker.pipeline import check_texts

EN, FR = "en", "fr"
ON_ONE_STORY = {
    EN: "Mayor Anaïs Brocard met workers of Rostelle at Velmont. ",
    FR: "La maire Anaïs Brocard a rencontré les ouvriers de Rostelle à Velmont. ",
}


def report(one: tuple[str, ...], other: tuple[str, ...], *, one_story: bool = True) -> Report:
    texts = [
        (name, (ON_ONE_STORY[language] if one_story else "") + text, language, *published)
        for name, (language, text, *published) in (("a", one), ("b", other))
    ]
    return check_texts(texts)


def causes(told: Report) -> list[str]:
    return [finding.cause for finding in told.findings if finding.verdict == "conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((EN, "The canal, which feeds the mills, was closed on Monday."), (FR, "Le canal reste ouvert.")),
        ((EN, "The boards of both groups have approved the offer."),
         (FR, "Le conseil d'administration de Rostelle n'a pas encore approuvé l'offre.")),
        ((EN, "The board has yet to approve the offer."), (FR, "Le conseil d'administration a ratifié l'offre.")),
        ((EN, "Police had arrested no one by Tuesday evening over the raid on the mill."),
         (FR, "La police a arrêté deux hommes mardi dans l'enquête sur le raid.")),
        ((EN, "The pistol used in the raid has been recovered."), (FR, "L'arme n'a toujours pas été retrouvée.")),
        ((EN, "All six bodies were flown to the capital."), (FR, "Aucun des corps n'a encore pu être transporté.")),
        ((EN, "The evacuation order was lifted at noon."), (FR, "L'ordre d'évacuation reste en vigueur.")),
        ((EN, "The chef Paul Grenat was acquitted."), (EN, "Paul Grenat was convicted.")),
        ((EN, "Anaïs Brocard refused to concede defeat."), (FR, "Anaïs Brocard a reconnu sa défaite.")),
        ((FR, "Les billets seront remboursés."), (FR, "Les billets ne seront pas remboursés.")),
        ((EN, "No distress call reached the tower."), (FR, "L'équipage a lancé un appel de détresse.")),
        ((EN, "The regulator suspended Rostelle's licence."), (FR, "La licence de Rostelle n'a pas été suspendue.")),
    ],
)  # fmt: skip
def test_done_and_not_done(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert causes(report(one, other)) == ["status"] == causes(report(other, one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # another doer, another thing, another name
        ((EN, "The regulator has not approved the offer."), (EN, "The shareholders have approved the offer.")),
        ((EN, "The road was closed."), (EN, "The bridge remains open.")),
        ((EN, "Anaïs Brocard resigned."), (FR, "Marc Tellier n'a pas démissionné.")),
        ((EN, "The victims have not been identified."), (FR, "Le tireur a été identifié.")),
        ((EN, "Police have not arrested the driver."), (EN, "Police arrested two demonstrators.")),
        ((EN, "The licence of Rostelle was suspended."), (FR, "La licence de Corvex n'a pas été suspendue.")),
        # another day, to come and done, only some of it
        ((EN, "The market was closed on Monday."), (EN, "The market was not closed on Friday.")),
        ((EN, "The tickets will be refunded."), (EN, "The tickets have not been refunded.")),
        ((EN, "The tickets were partially refunded."), (EN, "The tickets were not refunded.")),
        ((EN, "The road was closed."), (EN, "Not all of the road was closed.")),
        # one article says both
        ((EN, "The road was closed. The road was not closed by then."), (EN, "The road was not closed.")),
        # little is told of nobody
        ((EN, "No one was injured."), (EN, "Two men were injured.")),
    ],
)  # fmt: skip
def test_of_another_thing(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert causes(report(one, other)) == [] == causes(report(other, one))


def test_two_stories() -> None:
    assert causes(report((EN, "The canal was closed."), (FR, "Le canal reste ouvert."), one_story=False)) == []


@pytest.mark.parametrize(
    ("done", "not_done", "cause"),
    [
        ("2024-06-05", "2024-06-03", "update"),
        ("2024-06-05", "2024-06-05", "status"),
        ("2024-06-03", "2024-06-05", "status"),
        ("2024-06-05T18:00", "2024-06-05T09:00", "update"),
        ("2024-06-05T09:00", "2024-06-05T18:00", "status"),
        ("2024-06-05T18:00", "2024-06-05", "status"),
    ],
)
def test_what_was_not_done_yet(done: str, not_done: str, cause: str) -> None:
    """Who says before the day on which it was done that it was not does not contradict that."""
    found = report((EN, "The pistol has been recovered.", done), (EN, "The pistol has not been recovered.", not_done))
    assert causes(found) == [cause]


def test_a_plan_that_was_changed() -> None:
    will, will_not = "The tickets will be refunded.", "The tickets will not be refunded."
    assert causes(report((EN, will, "2024-06-03"), (EN, will_not, "2024-06-05"))) == ["update"]
    assert causes(report((EN, will, "2024-06-05"), (EN, will_not, "2024-06-05"))) == ["status"]
