"""Pairs of everyday sentences that new users put through the checker: what must stay silent, and what must be found."""

from __future__ import annotations

import pytest

from checker.pipeline import check_texts

SILENT = {
    "a relative's age": (
        "Karim Belhaj, 52, was held.",
        "The brother of Karim Belhaj, 47, was also held.",
    ),
    "another deal of one buyer, in another year": (
        "Norden Kraft will buy Alvea for $3.2 billion.",
        "Norden Kraft will buy Alvea. In 2019 Norden Kraft bought Tervo for $1.1 billion.",
    ),
    "an earlier sale of one target": (
        "Norden Kraft will buy Alvea for $3.2 billion.",
        "Norden Kraft will buy Alvea for $3.2 billion. Marchetti bought Alvea for $400 million in 2009.",
    ),
    "a quotation broken by its speaker": (
        '"We will not let foreign governments read the messages of our children," Claire Desrosiers said.',
        '"We will not let foreign governments," Claire Desrosiers said, "read the messages of our children."',
    ),
    "two spellings of English": (
        '"We will authorise foreign programmes in all of our schools," Claire Desrosiers said.',
        '"We will authorize foreign programs in all of our schools," Claire Desrosiers said.',
    ),
    "an owner and that owner's owner": (
        "Lumio is owned by PingTech, a unit of Hengda Holdings.",
        "Lumio is owned by Hengda Holdings.",
    ),
    "a price and the price with debt": (
        "Norden Kraft will buy Alvea for $3.2 billion.",
        "Norden Kraft will buy Alvea for $4 billion including debt.",
    ),
    "killed, and killed or injured": (
        "Three people died and 12 were injured in a fire in Sfax.",
        "Fifteen people were killed or injured in a fire in Sfax.",
    ),
    "seven others": (
        "The order bans eight Chinese apps, including Alipay.",
        "Alipay and seven other Chinese apps are banned by the order.",
    ),
}
FOUND = {
    "one decree, signed on two days": (
        "Interior Minister Carla Mendes signed on 12 March 2024 a decree banning Betora and Winly within 30 days.",
        "La ministre Carla Mendes a signé le 13 mars 2024 un décret interdisant Betora et Winly d'ici 45 jours.",
        {"date", "value"},
    ),
    "a toll that grew, both at least": (
        "At least nine people were killed in an explosion in Sfax on 3 May 2023.",
        "Au moins 17 personnes ont été tuées dans l'explosion survenue le 3 mai 2023 à Sfax.",
        {"update"},
    ),
    "a quotation with one word changed": (
        '"We protect our children, not the profits of the firms," Carla Mendes said.',
        '"We protect our families, not the profits of the firms," Carla Mendes said.',
        {"quote"},
    ),
}


@pytest.mark.parametrize("pair", SILENT.values(), ids=SILENT)
def test_no_conflict(pair: tuple[str, str]) -> None:
    report = check_texts([("a", pair[0], None), ("b", pair[1], None)])
    assert [finding.message for finding in report.findings if finding.verdict == "conflict"] == []


@pytest.mark.parametrize("pair", FOUND.values(), ids=FOUND)
def test_conflict(pair: tuple[str, str, set[str]]) -> None:
    report = check_texts([("a", pair[0], None), ("b", pair[1], None)])
    assert {finding.cause for finding in report.findings if finding.verdict == "conflict"} == pair[2]
