"""Roots of the stories in tests/specs/lineage: copies, rewrites and translations against independent reports."""

from __future__ import annotations

import tomllib
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

from checker.ingest import article_from_text, read_stories, readable
from checker.lineage import find_roots
from checker.model.fact import Root
from checker.model.source import Article, Source
from checker.values.find import find_values

STORIES = sorted((Path(__file__).parents[1] / "specs" / "lineage").glob("*.toml"))
PROJECT = Path(__file__).parents[2]
ORIGINALS = PROJECT.parent / "shared" / "seeds"
FLOOR = 0.95
Pairs = set[tuple[str, str]]


def roots_of(articles: list[Article]) -> tuple[Root, ...]:
    """The roots of articles, with the values that are read in them."""
    return find_roots(articles, {one.source.id: find_values(readable(one), one.language) for one in articles})


def article_of(entry: dict[str, Any]) -> Article:
    source = Source(**{key: entry[key] for key in ("id", "publisher", "credit") if key in entry})
    return article_from_text(source.id, entry["text"], language=entry["language"], source=source)


def pairs_of(groups: list[list[str]]) -> Pairs:
    """All pairs of members of one group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def found_and_wanted(file: Path) -> tuple[Pairs, Pairs]:
    story = tomllib.loads(file.read_text("utf-8"))
    roots = roots_of([article_of(entry) for entry in story["source"]])
    assert sorted(member for root in roots for member in root.members) == sorted(
        entry["id"] for entry in story["source"]
    )
    assert sorted(chain(*story["roots"])) == sorted(entry["id"] for entry in story["source"])
    return pairs_of([list(root.members) for root in roots]), pairs_of(story["roots"])


def test_pairs_of_one_root_are_found_and_no_others() -> None:
    found: Pairs = set()
    wanted: Pairs = set()
    for file in STORIES:
        ours, gold = found_and_wanted(file)
        found |= {(f"{file.stem}/{a}", b) for a, b in ours}
        wanted |= {(f"{file.stem}/{a}", b) for a, b in gold}
    score = 2 * len(found & wanted) / (len(found) + len(wanted))
    print(f"{len(STORIES)} stories, {len(wanted)} pairs of one root: F1 {score:.3f}")
    assert len(STORIES) >= 12
    assert score >= FLOOR, f"F1 {score:.3f}; missed {sorted(wanted - found)}; wrong {sorted(found - wanted)}"


def test_the_sample_story_has_one_agency_text_in_two_languages() -> None:
    roots = roots_of(list(read_stories([PROJECT / "seeds" / "us-china-apps"]).articles))
    assert [(root.id, root.members) for root in roots] == [
        ("AFP", ("afp-en", "courrier-vn-fr")),
        ("clean-network-fr", ("clean-network-fr",)),
        ("decrets-fr", ("decrets-fr",)),
        ("tiktok-fr", ("tiktok-fr",)),
    ]
    (reason,) = roots[0].reasons
    assert reason.startswith("afp-en, courrier-vn-fr: both credit AFP and ")
    assert reason.endswith(" shared values and names stand in the same order")


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not here: no folder ../shared/seeds")
def test_the_originals_have_one_agency_text_in_two_languages() -> None:
    roots = roots_of(list(read_stories([ORIGINALS]).articles))
    assert sorted([member[:3] for member in root.members] for root in roots) == [
        ["000", "001"],
        ["002"],
        ["003"],
        ["004"],
    ]
