"""What is built of the package's own data: kept beside the bytecode, trusted only in the state it was built in."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import built
from checker.built import kept
from checker.language import lexicon
from checker.rulepack import load_packs


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of bytecode."""
    monkeypatch.setattr(built, "_BYTECODE", tmp_path / "__pycache__" / "built.some-1.pyc")
    monkeypatch.setattr(built, "dont_write_bytecode", False)
    return tmp_path / "__pycache__"


def test_what_was_built_is_taken_while_its_state_is_the_same(place: Path) -> None:
    assert kept("a", "one", lambda: {"x": 1}) == {"x": 1}
    assert kept("a", "one", lambda: {"x": 2}) == {"x": 1}
    assert kept("a", "two", lambda: {"x": 3}) == {"x": 3}
    assert kept("a", "one", lambda: {"x": 4}) == {"x": 4}
    assert kept("b", "one", lambda: {"x": 5}) == {"x": 5}
    assert len(list(place.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\none\nother"])
def test_a_damaged_file_is_no_error(place: Path, damage: bytes) -> None:
    kept("a", "one", lambda: 1)
    (file,) = place.iterdir()
    file.write_bytes(damage)
    assert kept("a", "one", lambda: 2) == 2
    assert kept("a", "one", lambda: 3) == 2


def test_nothing_is_written_where_no_bytecode_is(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "dont_write_bytecode", True)
    assert kept("a", "one", lambda: 1) == 1
    assert not place.exists()


def test_a_folder_that_cannot_be_written_is_no_error(place: Path) -> None:
    place.write_text("a file", "utf-8")
    assert [kept("a", "one", lambda: 1), kept("a", "one", lambda: 2)] == [1, 2]


def test_data_changed_is_data_built_anew(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = tmp_path / "part"
    part.mkdir()
    (part / "words.toml").write_text("one", "utf-8")
    monkeypatch.setattr(built, "_PACKAGE", tmp_path)
    digests = []
    for name, content in (("words.toml", "one"), ("words.toml", "two"), ("code.py", "two"), ("notes.txt", "two")):
        (part / name).write_text(content, "utf-8")
        built.digest_of.cache_clear()
        digests.append(built.digest_of("part"))
    built.digest_of.cache_clear()
    assert digests[0] != digests[1] != digests[2] == digests[3]


def test_what_is_taken_is_what_was_built(place: Path) -> None:
    fresh = lexicon.__wrapped__("fr")  # type: ignore[attr-defined]
    assert len(list(place.iterdir())) == 1
    taken = lexicon.__wrapped__("fr")  # type: ignore[attr-defined]
    assert fresh is not taken
    assert vars(fresh) == vars(taken)


def test_packs_that_were_kept_are_the_packs(place: Path) -> None:
    from checker import rulepack

    rulepack._read.cache_clear()
    read = load_packs()
    rulepack._read.cache_clear()
    taken = load_packs()
    assert taken == read
    assert len(list(place.iterdir())) == len(read)
    assert [pack.digest for pack in taken] == [pack.digest for pack in load_packs(cases=True)]
