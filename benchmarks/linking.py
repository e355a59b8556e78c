"""How fast many articles of one story are read, linked and judged, and how the cost grows with their number."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from benchmarks.measuring import Row, at_most, milliseconds, spent
from benchmarks.story import articles
from checker.ingest import article_from_text
from checker.pipeline import Examined, examine, judge_story, packs_of

STORY = 50
WITHIN = 1000.0
SIZES = (50, 500, 5000)
PATIENCE = 45.0
"""Seconds that one size may be expected to take; a larger one is left out, and the row says so."""


def rows() -> Iterator[Row]:
    """The rows on stories of many articles."""
    packs = packs_of()
    read = milliseconds(lambda: _examined(STORY), 3)
    known = _examined(STORY)
    judged = milliseconds(lambda: judge_story(known, packs), 3)
    measured = f"{read:.0f} ms to read, {judged:.0f} ms to link and judge"
    yield at_most(f"{STORY} articles of one story, warm", measured, read + judged, WITHIN, "ms")
    yield _growth(judged / 1000)


def _examined(count: int) -> list[Examined]:
    packs = packs_of()
    return [
        examine(article_from_text(source, text, language=language, published=published), packs)
        for source, text, language, published in articles(count)
    ]


def _growth(seconds: float) -> Row:
    """The exponent of the cost of linking and judging over the number of articles, fitted on the logarithms."""
    packs = packs_of()
    taken = {SIZES[0]: seconds}
    left_out = ""
    for size in SIZES[1:]:
        sizes = sorted(taken)
        steep = exponent({n: taken[n] for n in sizes[-2:]}) if len(taken) > 1 else 1.0
        expected = taken[sizes[-1]] * (size / sizes[-1]) ** max(steep, 1.0)
        if expected > PATIENCE:
            left_out = f"; {size} left out, it would take about {expected:.0f} s"
            break
        known = _examined(size)
        begun = spent()
        judge_story(known, packs)
        taken[size] = spent() - begun
    measured = ", ".join(f"{size}: {seconds:.2f} s" for size, seconds in taken.items()) + left_out
    if len(taken) < 2:
        return Row("growth of linking and judging over articles", measured, promise="close to linear", held="no")
    return at_most("growth of linking and judging over articles", measured, exponent(taken), 1.2, "exponent")


def exponent(taken: dict[int, float]) -> float:
    """The slope of the line through (log size, log seconds) by least squares."""
    points = [(log(size), log(seconds)) for size, seconds in taken.items()]
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    return float(sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points))
