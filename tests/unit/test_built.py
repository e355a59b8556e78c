"""What is built of the package's own data: kept beside the bytecode, trusted only in the state it was built in."""

from __future__ import annotations

import os
from collections.abc import Iterator
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


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a package with a folder `part`; nothing is known of it."""
    (tmp_path / "package" / "part").mkdir(parents=True)
    monkeypatch.setattr(built, "_PACKAGE", tmp_path / "package")
    _as_a_new_process()
    yield tmp_path / "package"
    _as_a_new_process()


def _as_a_new_process() -> None:
    for known in (built.digest_of, built._of_folder, built._digests):
        known.cache_clear()


def _digest_of(part: str) -> str:
    _as_a_new_process()
    return built.digest_of(part)


def test_data_changed_is_data_built_anew(place: Path, package: Path) -> None:
    digests = []
    for name, content in (("words.toml", "one"), ("words.toml", "other"), ("code.py", "two"), ("notes.txt", "two")):
        (package / "part" / name).write_text(content, "utf-8")
        digests.append((_digest_of("part"), _digest_of(".")))
    assert digests[0] != digests[1] != digests[2] == digests[3]
    (package / "part" / "code.py").unlink()
    assert (_digest_of("part"), _digest_of(".")) == digests[1]


def test_a_file_as_it_was_is_not_read_again(place: Path, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = package / "code.py"
    code.write_text("one", "utf-8")
    read: list[str] = []
    read_bytes = Path.read_bytes

    def noted(file: Path) -> bytes:
        read.append(file.name)
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", noted)
    first = _digest_of("code.py")
    assert (_digest_of("code.py"), read.count("code.py")) == (first, 1)
    code.write_text("two", "utf-8")
    os.utime(code, ns=(1, 1))  # of the same size
    assert (_digest_of("code.py") != first, read.count("code.py")) == (True, 2)


def test_a_digest_is_of_the_content_not_of_the_time(place: Path, package: Path) -> None:
    code = package / "code.py"
    code.write_text("one", "utf-8")
    first = _digest_of(".")
    os.utime(code, ns=(1, 1))
    assert _digest_of(".") == first


def test_what_is_taken_is_what_was_built(place: Path) -> None:
    fresh = lexicon.__wrapped__("fr")  # type: ignore[attr-defined]
    assert len(list(place.glob("*lexicon*"))) == 1
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
    assert len(list(place.glob("pack.*"))) == len(read)
    assert [pack.digest for pack in taken] == [pack.digest for pack in load_packs(cases=True)]
