"""The cache: what is dropped, what stays, and under what name an article's reading is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from checker import kept
from checker.cache import Cache
from checker.ingest import article_from_text
from checker.kept import Kept, KeptReports, name_of, name_of_report, packed, unpacked
from checker.model.report import Report
from checker.model.rule import RulePack
from checker.model.source import Article
from checker.pipeline import Examined, Inputs, examine, examine_all, judge_story, packs_of
from checker.policy import AS_THE_PACKS_SAY, Policy

TEXT = "On 5 January 2021 President Donald Trump signed an order banning deals with Alipay within 45 days."


def article(text: str = TEXT, name: str = "a", published: str | None = None) -> Article:
    return article_from_text(name, text, language="en", published=published)


def entries(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_an_entry_is_what_was_put(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder", 1000)
    assert cache.get("a") is None
    cache.put("a", b"one\ntwo\x00")
    assert cache.get("a") == b"one\ntwo\x00"
    cache.put("a", b"")
    assert cache.get("a") == b""
    assert entries(cache.folder) == ["a"]


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\nother"])
def test_a_damaged_entry_is_dropped(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path, 1000)
    cache.put("a", b"content")
    (tmp_path / "a").write_bytes(damage)
    assert cache.get("a") is None
    assert entries(tmp_path) == []


def test_an_entry_under_another_name_is_not_trusted(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 1000)
    cache.put("a", b"content")
    (tmp_path / "a").rename(tmp_path / "b")
    assert cache.get("b") is None


def test_the_entries_that_were_not_used_for_longest_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 1000)
    for moment, name in enumerate("abcd"):
        cache.put(name, b"x" * 235)
        os.utime(tmp_path / name, (moment, moment))
    assert cache.get("a") is not None
    cache.trim()
    assert entries(tmp_path) == ["a", "d"]


def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    cache = Cache(tmp_path / "file", 10)
    cache.put("a", b"content")
    cache.trim()
    assert cache.get("a") is None


def test_several_writers_of_one_entry(tmp_path: Path) -> None:
    contents = [bytes([65 + number]) * 50_000 for number in range(8)]

    def write_and_read(content: bytes) -> bytes | None:
        cache = Cache(tmp_path, 10**7)
        cache.put("a", content)
        return cache.get("a")

    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(write_and_read, contents * 10))
    assert set(read) <= {*contents, None}
    assert entries(tmp_path) == ["a"]


def test_an_interrupted_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Cache(tmp_path, 10**7).put("a", b"content")
    assert entries(tmp_path) == []


def test_what_was_read_survives_the_cache() -> None:
    examined = examine(article(), packs_of())
    assert examined.claims and examined.mentions
    assert unpacked(examined.article, packed(examined)) == examined
    assert unpacked(examined.article, b"[]") is None


def test_the_name_changes_with_all_that_reading_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    packs = packs_of(["core"])
    changed = packs[0].model_copy(update={"digest": "0"})
    names = [
        name_of(article(), packs),
        name_of(article(TEXT.replace("45", "60")), packs),
        name_of(article(name="b"), packs),
        name_of(article(published="2021-01-05"), packs),
        name_of(article(), [changed]),
    ]
    monkeypatch.setattr(kept, "reading_digest", lambda: "another version")
    names.append(name_of(article(), packs))
    assert len(set(names)) == 6


class Counting:
    """Reads, and notes what."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, articles: Sequence[Article], packs: Sequence[RulePack]) -> Iterator[Examined]:
        self.read += [one.source.id for one in articles]
        return examine_all(articles, packs)


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    packs, counting = packs_of(), Counting()
    read = Kept(Cache(tmp_path, 10**7), counting)
    first = list(read([article(), article(name="b")], packs))
    again = list(read([article(name="b"), article(name="c"), article()], packs))
    assert counting.read == ["a", "b", "c"]
    assert [one.article.source.id for one in again] == ["b", "c", "a"]
    assert again[2] == first[0]


def inputs(*articles: Article, packs: Sequence[RulePack] = (), **more: Any) -> Inputs:
    return Inputs(articles, packs, **{"policy": AS_THE_PACKS_SAY, **more})


def test_the_name_of_a_report_changes_with_all_that_it_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    packs = packs_of(["core"])
    asked = [
        inputs(article(), packs=packs),
        inputs(article(TEXT.replace("45", "60")), packs=packs),
        inputs(article(name="b"), packs=packs),
        inputs(article(), article(name="b"), packs=packs),
        inputs(article().model_copy(update={"path": "a.txt"}), packs=packs),
        inputs(article(), packs=packs, drafts=["a"]),
        inputs(article(), packs=[packs[0].model_copy(update={"digest": "0"})]),
        inputs(article(), packs=packs, policy=Policy(ignore=("NUM101",))),
        inputs(article(), packs=packs, policy=Policy(severity={"value": "note"})),
        inputs(article(), packs=packs, policy=Policy(omitted_roots=3)),
    ]
    names = [name_of_report(one) for one in asked]
    monkeypatch.setattr(kept, "digest_of", lambda part: "other code")
    names.append(name_of_report(asked[0]))
    assert len(set(names)) == 11


def test_a_report_is_made_once(tmp_path: Path) -> None:
    packs = packs_of()
    articles = [article(), article(TEXT.replace("45", "60"), "b"), article("Not a word of it.", "c")]
    made: list[Report] = []

    def make() -> Report:
        made.append(judge_story(examine_all(articles, packs), packs))
        return made[-1]

    reports = KeptReports(Cache(tmp_path, 10**7))
    first = reports(inputs(*articles, packs=packs), make)
    assert reports(inputs(*articles, packs=packs), make) == first
    assert len(made) == 1 and any(finding.verdict == "conflict" for finding in first.findings)
    (file,) = tmp_path.iterdir()
    Cache(tmp_path, 10**7).put(file.name, b"{}")
    assert reports(inputs(*articles, packs=packs), make) == first
    assert reports(inputs(*articles, packs=packs), make) == first
    assert len(made) == 2


def test_a_report_with_a_check_that_crashed_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = judge_story(examine_all([article(), article(name="b")], packs_of()), packs_of())
    crashed = report.findings[0].model_copy(update={"cause": "crash"})
    broken = report.model_copy(update={"findings": (crashed,)})
    assert KeptReports(Cache(tmp_path, 10**7))(inputs(article()), lambda: broken) == broken
    assert entries(tmp_path) == []


def test_an_entry_that_is_no_reading_is_read_anew(tmp_path: Path) -> None:
    packs, counting = packs_of(), Counting()
    cache = Cache(tmp_path, 10**7)
    cache.put(name_of(article(), packs), b"{}")
    (examined,) = Kept(cache, counting)([article()], packs)
    assert counting.read == ["a"]
    assert examined.claims
    assert list(Kept(cache, counting)([article()], packs)) == [examined]
    assert counting.read == ["a"]
