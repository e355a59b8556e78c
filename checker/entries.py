"""A folder of what can be made again: entries by name, safe for several processes and threads, safe to delete.

An entry is written beside its place and renamed. It carries the hash of its content: one that does not match it is
dropped. Where the folder cannot be used nothing is kept, and nothing fails.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path

_WRITES = count()
"""The writes of this process: no two, in whatever threads, are to one file."""


class Entries:
    """The entries in a folder. Names are plain: letters, digits, dots and dashes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """The content of an entry, None where it is not there or not whole."""
        try:
            head, _, content = (self.folder / name).read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(name, content):
            self.drop(name)
            return None
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep an entry, in place of one of that name."""
        beside = self.folder / f".{name}.{os.getpid()}.{next(_WRITES)}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_head(name, content) + b"\n" + content)
            beside.replace(self.folder / name)
        except OSError:
            self.drop(beside.name)
        except BaseException:  # interrupted: what is half-written goes
            self.drop(beside.name)
            raise

    def drop(self, name: str) -> None:
        """Remove an entry."""
        with suppress(OSError):
            (self.folder / name).unlink(missing_ok=True)


def _head(name: str, content: bytes) -> bytes:
    """The first line of an entry's file: that the content is whole, and that it is this entry's."""
    return sha256(name.encode() + b"\0" + content).hexdigest().encode()
