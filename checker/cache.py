"""A folder of what can be made again: entries by name, safe for several processes and threads, bounded, safe to delete.

An entry is written beside its place and renamed. It carries the hash of its content: one that does not match it is
dropped. Where the folder cannot be used nothing is kept, and nothing fails.
"""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path

from checker import __version__

_WRITES = count()
"""The writes of this process: no two, in whatever threads, are to one file."""
_PACKAGE = Path(__file__).parent
_READERS = ("model", "language", "values", "ingest", "extraction")
"""The parts of the package on whose code and data it depends what is read in an article."""
_ROOM = 0.8
"""The share of the limit that is left in use when the oldest entries are removed."""


@cache
def reading_digest() -> str:
    """The digest of the version, of the code and language data that read articles, and of the Unicode they use."""
    digest = sha256(f"{__version__} {unicodedata.unidata_version}".encode())
    for part in _READERS:
        for folder, folders, files in os.walk(_PACKAGE / part):
            folders.sort()
            for name in sorted(files):
                if name.endswith((".py", ".toml")):
                    digest.update(name.encode() + b"\0" + Path(folder, name).read_bytes())
    return digest.hexdigest()


class Cache:
    """The entries in a folder, of at most `limit` bytes in all. Names are plain: letters, digits and dashes."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder = folder
        self.limit = limit

    def get(self, name: str) -> bytes | None:
        """The content of an entry, None where it is not there or not whole."""
        place = self.folder / name
        try:
            head, _, content = place.read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(name, content):
            self.drop(name)
            return None
        with suppress(OSError):
            os.utime(place)  # the entries that were not used for longest are the first to go
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

    def trim(self) -> None:
        """Remove the entries that were not used for longest until the folder is within its limit."""
        entries: list[tuple[int, int, str]] = []
        with suppress(OSError), os.scandir(self.folder) as found:
            for one in found:
                with suppress(OSError):
                    state = one.stat()
                    entries.append((state.st_mtime_ns, state.st_size, one.name))
        size = sum(bytes_ for _, bytes_, _ in entries)
        if size <= self.limit:
            return
        for _, bytes_, name in sorted(entries):
            self.drop(name)
            size -= bytes_
            if size <= self.limit * _ROOM:
                return


def _head(name: str, content: bytes) -> bytes:
    """The first line of an entry's file: that the content is whole, and that it is this entry's."""
    return sha256(name.encode() + b"\0" + content).hexdigest().encode()
