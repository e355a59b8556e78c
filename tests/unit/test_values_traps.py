"""Figures that are no values, and values that stand beside them."""

from __future__ import annotations

import time

import pytest

from checker.model.value import Count, Measure, Money, Number, Percent
from checker.values.find import find_values

AMOUNTS = (Number, Count, Percent, Money, Measure)


def _amounts(text: str, language: str) -> list[str]:
    return [text[m.start : m.end] for m in find_values(text, language) if isinstance(m.value, AMOUNTS)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Ring +44 20 7946 0999 or (212) 555-0147 or write to a.b9@example.org.", "en", []),
        ("See pages 12 and 13, section 4.2 and figure 7.", "en", []),
        ("They live at 221B Baker Street and 1600 Pennsylvania Avenue.", "en", []),
        ("The A320, the F-16 and the iPhone 12 were shown to 12 people.", "en", ["12 people"]),
        ("They won 3-1 and lost 6-4, 6-3.", "en", []),
        ("A 3D film, a 5G mast and the 46th item.", "en", []),
        ("Open https://x.example/12/45?q=30%25 for 3 offers.", "en", ["3 offers"]),
        ("1. Boil 2 eggs\n2. Peel them", "en", ["2 eggs"]),
        ("Half-time came; half the seats and half of the boxes were empty.", "en", ["half", "half"]),
        ("Les pays tiers, un quart de finale, une demi-finale.", "fr", []),
        ("Au 14 bis, avenue de la Gare, 35000 Rennes.", "fr", []),
        ("Appelez le 112, le 0800 12 345 ou le 01.42.34.56.78.", "fr", []),
        ("L'article 49.3, les alinéas 5 à 7 et le n° 8.", "fr", []),
        ("Battus 2 à 1, puis 3-0, devant 900 spectateurs.", "fr", ["900 spectateurs"]),
        ("Quoi de neuf ? Neuf personnes et une une.", "fr", ["Neuf personnes"]),
    ],
)
def test_only_values_are_read(text: str, language: str, read: list[str]) -> None:
    assert _amounts(text, language) == read


@pytest.mark.parametrize(
    "unit",
    [
        "1/",
        "@",
        "a@",
        "http://a.",
        "+1 ",
        "12 small and ",
        "12 big, ",
        "twenty-",
        "no. 5 and ",
        "$1 to ",
        "1e9",
        "1 à ",
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_cost_does_not_explode(unit: str, language: str) -> None:
    """A hundred kilobytes of one hostile unit: a grammar that backtracks would take hours, not seconds."""
    text = (unit * 100_000)[:100_000]
    began = time.process_time()
    find_values(text, language)  # type: ignore[arg-type]
    assert time.process_time() - began < 60
