"""What was once reached in reading values is reached still: tests/floors.toml against a measurement of today."""

from __future__ import annotations

import pytest

from tools.floors import (
    LABELLED,
    REMEDY,
    Floor,
    Measured,
    claims,
    complaint,
    labelled_sets,
    lowered,
    measure,
    pinned,
    specs,
    stories,
)
from tools.floors import renewed as renew

FLOORS = pinned()
SETS = sorted({name for name in FLOORS if name.startswith("sets/")} | set(labelled_sets()))


@pytest.mark.parametrize("name", SETS)
def test_labelled_set(name: str) -> None:
    if not LABELLED.is_dir():
        pytest.skip("../shared is not here, and with it the labelled sets")
    assert complaint(name, FLOORS, measure(name)) is None


@pytest.mark.parametrize("name", specs())
def test_spec(name: str) -> None:
    assert complaint(name, FLOORS, measure(name)) is None


@pytest.mark.parametrize("name", claims())
def test_claims(name: str) -> None:
    assert complaint(name, FLOORS, measure(name)) is None


@pytest.mark.parametrize("name", stories())
def test_stories(name: str) -> None:
    assert complaint(name, FLOORS, measure(name)) is None


def test_every_pinned_spec_is_there() -> None:
    assert {name for name in FLOORS if name.startswith("specs/")} == set(specs())


def test_what_is_said() -> None:
    floors = {"specs/en/date": Floor("old", "share", 0.9)}
    assert complaint("specs/fr/date", floors, Measured("x", "share", 1.0)) == f"specs/fr/date has no floor; {REMEDY}"
    changed = complaint("specs/en/date", floors, Measured("new", "share", 1.0))
    assert changed and "has changed" in changed and changed.endswith(REMEDY)
    below = complaint("specs/en/date", floors, Measured("old", "share", 0.89))
    assert below and below.startswith("specs/en/date: share 0.8900 is below the floor 0.9;")
    assert complaint("specs/en/date", floors, Measured("old", "share", 0.9)) is None


@pytest.mark.parametrize(
    ("value", "lower", "least", "refused"),
    [(0.95, False, 0.95, False), (0.9, False, 0.9, False), (0.8, False, 0.8, True), (0.8, True, 0.8, True)],
)
def test_a_floor_is_not_lowered_unasked(value: float, lower: bool, least: float, refused: bool) -> None:
    floors = {"specs/en/date": Floor("a", "share", 0.9)}
    new = renew(floors, {"specs/en/date": Measured("b", "share", value)}, lower=lower)
    assert new == {"specs/en/date": Floor("b", "share", least)}
    assert bool(list(lowered(floors, new))) is refused


def test_a_floor_of_a_labelled_set_is_below_what_was_measured() -> None:
    assert Measured("a", "F1", 1.0).pinned().least == 0.99
    assert Measured("a", "F1", 0.9555).pinned().least == 0.95
    assert Measured("a", "F1", 0.9522).pinned().least == 0.94
