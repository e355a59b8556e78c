"""What a text says was done, or was not."""

from __future__ import annotations

from typing import Literal

import pytest

from checker.extraction.doings import doings
from checker.values.reading import read


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The bridge was closed.", {"close": "done"}),
        ("en", "The bridge has not yet been closed.", {"close": "not done"}),
        ("en", "The bridge will be closed.", {"close": "to be done"}),
        ("en", "Police arrested two men.", {"arrest": "done"}),
        ("en", "They arrested two men.", {"arrest": "done"}),
        ("en", "Police arrested no one.", {"arrest": "not done"}),
        ("en", "Police arrested no fewer than six men.", {"arrest": "done"}),
        ("en", "No one was arrested.", {"arrest": "not done"}),
        ("en", "The fire destroyed the shop. Nobody was hurt.", {"destroy": "done", "injure": "not done"}),
        ("en", "The fire destroyed the shop, and nobody was hurt.", {"destroy": "done", "injure": "not done"}),
        ("en", "The fire destroyed the shop but nobody was hurt.", {"destroy": "done", "injure": "not done"}),
        ("en", "The mayor refused to sign.", {"sign": "not done"}),
        ("en", "The board has yet to approve it.", {"approve": "not done"}),
        ("en", "The plan is yet to be approved.", {"approve": "not done"}),
        ("en", "The board has approved the plan.", {"approve": "done"}),
        ("en", "The board rejected the plan.", {"approve": "not done"}),
        ("en", "The driver was acquitted.", {"convict": "not done"}),
        ("en", "The road remains open.", {"close": "not done"}),
        ("en", "The road is still closed.", {"close": "done"}),
        ("en", "The order remains in force.", {"uphold": "done"}),
        ("en", "The order was lifted on Friday.", {"uphold": "not done"}),
        ("en", "Velmar has filed an appeal.", {"appeal": "done"}),
        ("en", "Velmar has not filed an appeal.", {"appeal": "not done"}),
        ("en", "The driver was arrested and charged.", {"arrest": "done", "charge": "done"}),
        ("en", "The driver was not arrested and charged.", {"arrest": "not done"}),
        ("en", "The leader conceded defeat.", {"concede": "done"}),
        ("en", "The crew sent a distress call.", {"distress call": "done"}),
        ("en", "No distress call reached the tower.", {"distress call": "not done"}),
        ("en", "The crew sent a postcard.", {"send": "done"}),
        # not all of it, nearly, and what is only meant
        ("en", "Not all the shops were closed.", {}),
        ("en", "The shops were not all closed.", {}),
        ("en", "The road was partially closed.", {}),
        ("en", "The road is expected to be closed.", {"expect": "done"}),
        # by nobody said to have done it, under a condition, not sure, asked, of another time
        ("en", "The arrested men wept.", {}),
        ("en", "The bridge could be closed.", {}),
        ("en", "If it rains the bridge was closed.", {}),
        ("en", "Was the bridge closed?", {}),
        ("en", "The bridge was not closed before noon.", {}),
        ("fr", "Le pont a été fermé.", {"close": "done"}),
        ("fr", "Le pont n'a pas été fermé.", {"close": "not done"}),
        ("fr", "Le pont sera fermé.", {"close": "to be done"}),
        ("fr", "La police n'a arrêté personne.", {"arrest": "not done"}),
        ("fr", "Aucun homme n'a été arrêté.", {"arrest": "not done"}),
        ("fr", "Le maire a refusé de signer.", {"sign": "not done"}),
        ("fr", "Aucun corps n'a encore pu être transporté.", {"carry": "not done"}),
        ("fr", "Une personne a été arrêtée.", {"arrest": "done"}),
        ("fr", "Personne n'a été arrêté.", {"arrest": "not done"}),
        ("fr", "La route reste ouverte.", {"close": "not done"}),
        ("fr", "La route est toujours fermée.", {"close": "done"}),
        ("fr", "L'ordre restait en vigueur.", {"uphold": "done"}),
        ("fr", "L'ordre a été levé.", {"uphold": "not done"}),
        ("fr", "Le chauffeur a été relaxé.", {"convict": "not done"}),
        ("fr", "Velmar n'a pas déposé de recours.", {"appeal": "not done"}),
        ("fr", "Le candidat a reconnu sa défaite.", {"concede": "done"}),
        ("fr", "L'équipage n'a pas lancé d'appel de détresse.", {"distress call": "not done"}),
        ("fr", "Aucun appel de détresse n'a été capté.", {"distress call": "not done"}),
        ("fr", "Le chauffeur a été arrêté puis inculpé.", {"arrest": "done", "charge": "done"}),
        # not all of it
        ("fr", "Toutes les routes n'ont pas été fermées.", {}),
        # only then, reported, not sure
        ("fr", "Le pont n'est fermé que la nuit.", {}),
        ("fr", "Le pont serait fermé.", {}),
        ("fr", "Le pont pourrait être fermé.", {}),
    ],
)
def test_doings(language: Literal["en", "fr"], text: str, told: dict[str, str]) -> None:
    assert {one.doing: one.state.state for one in doings(read(text, language))} == told
