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
        ("en", "The mayor refused to sign.", {"reject": "done", "sign": "not done"}),
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
        ("fr", "Le maire a refusé de signer.", {"reject": "done", "sign": "not done"}),
        # only then, reported, not sure
        ("fr", "Le pont n'est fermé que la nuit.", {}),
        ("fr", "Le pont serait fermé.", {}),
        ("fr", "Le pont pourrait être fermé.", {}),
    ],
)
def test_doings(language: Literal["en", "fr"], text: str, told: dict[str, str]) -> None:
    assert {one.doing: one.state.state for one in doings(read(text, language))} == told
