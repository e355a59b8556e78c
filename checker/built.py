"""What is built of the package's own data, kept as Python keeps bytecode: beside it, and made anew when either changes.

To parse and arrange the data takes longer than to compare the articles of a small story. A pickle is as safe here as
bytecode is: who can write the one can write the other. `python -B` writes neither.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from sys import dont_write_bytecode
from typing import Any, ParamSpec, TypeVar

from checker.entries import Entries

P = ParamSpec("P")
T = TypeVar("T")
_PACKAGE = Path(__file__).parent
_BYTECODE = Path(cache_from_source(__file__))
_TAG = _BYTECODE.stem.rpartition(".")[2]


@cache
def digest_of(part: str) -> str:
    """The digest of the code and data of a part of the package: a folder, or one file (`rulepack.py`).

    A file of the size and time of change that it had when it was last read is not read again, as with bytecode.
    """
    known = _digests()
    before = dict(known)
    place = os.path.join(_PACKAGE, part)
    digest = _of_file(part, os.stat(place)) if os.path.isfile(place) else _of_folder(part)
    if known != before:
        keep("digests", str(_PACKAGE), known)
    return digest


@cache
def _digests() -> dict[str, tuple[int, int, str]]:
    """File -> its size and time of change when it was read, and its digest."""
    return recall("digests", str(_PACKAGE)) or {}


@cache
def _of_folder(part: str) -> str:
    digest = sha256()
    with os.scandir(os.path.join(_PACKAGE, part)) as inside:
        for one in sorted(inside, key=lambda entry: entry.name):
            name = f"{part}/{one.name}" if part != "." else one.name
            if one.name.endswith((".py", ".toml")):
                digest.update(f"{one.name} {_of_file(name, one.stat())}\n".encode())
            elif one.name != "__pycache__" and one.is_dir():
                digest.update(f"{one.name} {_of_folder(name)}\n".encode())
    return digest.hexdigest()


def _of_file(name: str, state: os.stat_result) -> str:
    known = _digests()
    *as_it_was, digest = known.get(name, (-1, -1, ""))
    if as_it_was != [state.st_size, state.st_mtime_ns]:
        digest = sha256((_PACKAGE / name).read_bytes()).hexdigest()
        known[name] = (state.st_size, state.st_mtime_ns, digest)
    return digest


def recall(name: str, state: str) -> Any:
    """What was kept under a name in this `state`, a digest of all that it is made of, and by; None where nothing is."""
    told, _, content = (Entries(_BYTECODE.parent).get(_entry(name)) or b"").partition(b"\n")
    return pickle.loads(content) if told == state.encode() else None


def keep(name: str, state: str, made: object) -> None:
    """Keep something under a name, unless Python is to write no bytecode."""
    if not dont_write_bytecode:
        Entries(_BYTECODE.parent).put(_entry(name), state.encode() + b"\n" + pickle.dumps(made))


def kept(name: str, state: str, make: Callable[[], T]) -> T:
    """What `make` makes, from where it was kept in this `state`."""
    found: T | None = recall(name, state)
    if found is not None:
        return found
    made = make()
    keep(name, state, made)
    return made


def _entry(name: str) -> str:
    return f"{name}.{_TAG}.kept"


def built(make: Callable[P, T]) -> Callable[P, T]:
    """Decorates a function of strings that builds tables of no more than its own part of the package: done once."""
    part = make.__module__.split(".")[1]

    @wraps(make)
    def once(*arguments: P.args, **named: P.kwargs) -> T:
        name = ".".join((make.__module__, make.__name__, *map(str, arguments)))
        return kept(name, digest_of(part), lambda: make(*arguments, **named))

    return cache(once)  # type: ignore[return-value]  # it hides what arguments it takes
