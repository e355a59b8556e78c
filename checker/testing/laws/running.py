"""Trying laws on drawn examples: always the same ones for the same subject, unless a profile says otherwise."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import example as explicit

from checker.errors import Problem, UsageError
from checker.testing.laws.law import LAWS, Broken, Law
from checker.testing.subject import Subject

EXAMPLES = 50
"""So many examples are tried of each law where nothing is said."""


@dataclass(frozen=True)
class LawResult:
    """What came of one law: `broken` is the smallest example found on which it does not hold, in words."""

    law: Law
    broken: str | None = None


def test_of(
    law: Law, subject: Subject, examples: int = EXAMPLES, *, derandomize: bool = True, shrink: bool = True
) -> Callable[[], None] | None:
    """A test function that holds a law against a subject; None where the law does not apply to it.

    `derandomize`: the same examples each time. `shrink`: look for the smallest example on which it does not hold.
    """
    drawn = law.drawn(subject)
    if drawn is None:
        return None

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=derandomize,
        database=None,
        report_multiple_bugs=False,
        phases=(Phase.explicit, Phase.generate, *((Phase.shrink,) if shrink else ())),
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn)
    def test(example: object) -> None:
        try:
            law.holds(subject, example)
        except Broken as broken:
            raise Broken(f"{broken}\n  in: {example!r}") from None

    for found in law.found:
        test = explicit(found)(test)
    return test


test_of.__test__ = False  # type: ignore[attr-defined]  # makes a test, and is none


def hold(
    laws: Iterable[Law], subject: Subject, examples: int = EXAMPLES, *, shrink: bool = True
) -> Iterator[LawResult]:
    """The results of the laws that apply to a subject."""
    for law in laws:
        test = test_of(law, subject, examples, shrink=shrink)
        if test is not None:
            yield LawResult(law, _broken(test))


def _broken(test: Callable[[], None]) -> str | None:
    """What breaks the law, None where nothing does. An example that was not shrunk may be long."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Generating overly large repr")
            test()
    except Broken as error:
        return str(error)
    return None


def laws_of(names: Iterable[str] = ()) -> tuple[Law, ...]:
    """The laws of these names, all where none is named. Raises `UsageError` for a name that no law has."""
    from difflib import get_close_matches

    chosen = tuple(names) or tuple(LAWS)
    for name in chosen:
        if name not in LAWS:
            near = get_close_matches(name, LAWS, 1)
            remedy = f"did you mean {near[0]}?" if near else f"name one of {', '.join(LAWS)}"
            raise UsageError(Problem("--law", f"there is no law '{name}'", remedy))
    return tuple(LAWS[name] for name in chosen)
