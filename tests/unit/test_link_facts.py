"""Fact keys: what must be the same for two claims to meet; and which quotations are one utterance."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from checker.link.columns import columns, key60
from checker.link.facts import link
from checker.model.claim import UNNAMED, Claim, Evidence
from checker.model.source import Article, Language, Source
from checker.model.value import Duration, Measure, Money, Name, Names, Number, Place, Quote, Value

SHA = "0" * 64


def claim(source: str, subject: str, value: Value | None = None, **more: Any) -> Claim:
    evidence = Evidence(source=source, start=0, end=1, exact="x", sha256=SHA)
    stated = value or Duration(iso="P45D")
    name = f"{source}:{subject}:{columns(stated).canonical}"
    return Claim(id=name, source=source, subject=subject, attribute="delay", value=stated, evidence=(evidence,),
                 method="file", **more)  # fmt: skip


def keys(claims: Sequence[Claim], languages: dict[str, Language] | None = None) -> dict[str, str]:
    """Claim id -> fact key. The same for every order of claims and articles."""
    articles = [
        Article(source=Source(id=source), text="", sha256=SHA, language=(languages or {}).get(source, "en"))
        for source in sorted({one.source for one in claims})
    ]
    found = [
        {one.claim.id: str(one.key) for one in link(order, articles[:: -1 if at % 2 else 1], []).claims}
        for at, order in enumerate(permutations(claims))
    ]
    assert all(one == found[0] for one in found)
    return found[0]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (claim("a", "Acme"), claim("b", "Acme"), True),
        (claim("a", "Acme"), claim("b", "Zolara"), False),
        (claim("a", "Germany"), claim("b", "Allemagne"), True),
        (claim("a", "Anna Smith"), claim("b", "Smith"), True),
        (claim("a", "Acme", scope="London"), claim("b", "Acme", scope="Londres"), True),
        (claim("a", "Acme", scope="London"), claim("b", "Acme", scope="Leeds"), False),
        (claim("a", "Acme", scope="London"), claim("b", "Acme"), False),
        (claim("a", "Acme", polarity="denied"), claim("b", "Acme"), False),
        (claim("a", "Acme", polarity="denied"), claim("b", "Acme", polarity="denied"), True),
        (claim("a", "Acme", modality="planned"), claim("b", "Acme"), True),
    ],
)
def test_which_claims_meet(one: Claim, other: Claim, together: bool) -> None:
    assert (len(set(keys([one, other]).values())) == 1) is together


def test_two_people_of_one_family_name_stay_apart() -> None:
    found = keys([claim("a", "Anna Smith"), claim("b", "Peter Smith"), claim("c", "Smith")])
    assert len(set(found.values())) == 3


LONG = "We will never sell the app to anyone, whatever they may pay"


@pytest.mark.parametrize(
    ("one", "other", "languages", "together"),
    [
        (LONG, LONG.replace("the app", "it"), "en en", True),
        (LONG, "will never sell the app", "en en", True),
        (LONG, "We will never […] to anyone, whatever they may pay", "en en", True),
        (LONG, "They will one day sell the company to somebody", "en en", False),
        (LONG, "Nous ne vendrons jamais l'application à qui que ce soit", "en fr", False),
    ],
)
def test_quotations_of_one_utterance(one: str, other: str, languages: str, together: bool) -> None:
    english, second = languages.split()
    told = [claim("a", "Anna Smith", Quote(text=one)), claim("b", "Anna Smith", Quote(text=other))]
    of: dict[str, Any] = {"a": english, "b": second}
    assert (keys(told, of)[told[0].id] == keys(told, of)[told[1].id]) is together


def test_what_two_people_say_is_two_utterances() -> None:
    told = [claim("a", "Anna Smith", Quote(text=LONG)), claim("b", "Peter Jones", Quote(text=LONG))]
    assert len(set(keys(told).values())) == 2


@pytest.mark.parametrize(
    ("one", "other", "speaker", "together"),
    [
        (LONG, LONG.replace("anyone", "a bank"), UNNAMED, False),
        (LONG, LONG, UNNAMED, True),
        (LONG, LONG.replace("anyone", "a bank"), "Anna Smith", True),
        (LONG, "We will never sell the app to make some money for the shareholders of a bank", UNNAMED, False),
    ],
)
def test_what_is_said_by_nobody_named(one: str, other: str, speaker: str, together: bool) -> None:
    told = [claim("a", UNNAMED, Quote(text=one)), claim("b", speaker, Quote(text=other))]
    assert (len(set(keys(told).values())) == 1) is together


@pytest.mark.parametrize(
    ("value", "canonical", "low", "high"),
    [
        (Number(amount=Decimal("8.00")),
         '{"amount":"8","kind":"number","modifier":"exact"}', 8.0, 8.0),
        (
            Number(amount=Decimal("100"), modifier="about"),
            '{"amount":"100","kind":"number","modifier":"about"}',
            50.0,
            150.0,
        ),
        (
            Number(amount=Decimal("8"), modifier="more_than"),
            '{"amount":"8","kind":"number","modifier":"more_than"}',
            8.0,
            1e300,
        ),
        (
            Money(amount=Decimal("5"), currency="USD"),
            '{"amount":"5","currency":"USD","kind":"money","modifier":"exact"}',
            5,
            5,
        ),
        (
            Measure(amount=Decimal("5"), unit="km"),
            '{"amount":"5","kind":"measure","modifier":"exact","unit":"km"}',
            5,
            5,
        ),
        (Names(items=("B", "a", "A")), '{"complete":true,"names":["a","b"]}', None, None),
        (Name(text="Zoë"), "name zoe", None, None),
        (Place(text="Lyon", country="FR"), "name lyon", None, None),
        (Quote(text="We stay!", speaker="x"), "quote we stay", None, None),
    ],
)  # fmt: skip
def test_columns(value: Value, canonical: str, low: float | None, high: float | None) -> None:
    assert tuple(columns(value)) == (canonical, low, high)


def test_the_portable_key_is_60_bits_of_md5() -> None:
    assert key60("") == 0xD41D8CD98F00B20
    assert key60("é") < 2**60
