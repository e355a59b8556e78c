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
from typing import ParamSpec, TypeVar

from checker.entries import Entries

P = ParamSpec("P")
T = TypeVar("T")
_PACKAGE = Path(__file__).parent
_BYTECODE = Path(cache_from_source(__file__))
_TAG = _BYTECODE.stem.rpartition(".")[2]


@cache
def digest_of(part: str) -> str:
    """The digest of the code and data of a part of the package: a folder, or one file (`rulepack.py`)."""
    place = os.path.join(_PACKAGE, part)
    if os.path.isfile(place):
        return sha256(Path(place).read_bytes()).hexdigest()
    digest = sha256()
    with os.scandir(place) as inside:
        for one in sorted(inside, key=lambda entry: entry.name):
            if one.name.endswith((".py", ".toml")) or (one.is_dir() and one.name != "__pycache__"):
                within = digest_of(os.path.normpath(os.path.join(part, one.name)))  # a file is read once for all parts
                digest.update(f"{one.name} {within}\n".encode())
    return digest.hexdigest()


def kept(name: str, state: str, make: Callable[[], T]) -> T:
    """What `make` makes, from where it was kept in this `state`: a digest of all that it is made of, and by."""
    entries, entry = Entries(_BYTECODE.parent), f"{name}.{_TAG}.kept"
    told, _, content = (entries.get(entry) or b"").partition(b"\n")
    if told == state.encode():
        found: T = pickle.loads(content)
        return found
    made = make()
    if not dont_write_bytecode:
        entries.put(entry, state.encode() + b"\n" + pickle.dumps(made))
    return made


def built(make: Callable[P, T]) -> Callable[P, T]:
    """Decorates a function of strings that builds tables of no more than its own part of the package: done once."""
    part = make.__module__.split(".")[1]

    @wraps(make)
    def once(*arguments: P.args, **named: P.kwargs) -> T:
        name = ".".join((make.__module__, make.__name__, *map(str, arguments)))
        return kept(name, digest_of(part), lambda: make(*arguments, **named))

    return cache(once)  # type: ignore[return-value]  # it hides what arguments it takes
