"""The user's folder of entries: those not used for longest go where it grows over its limit."""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from checker import __version__
from checker.built import digest_of
from checker.entries import Entries

_READERS = ("model", "language", "values", "ingest", "extraction")
"""The parts of the package on whose code and data it depends what is read in an article."""
_ROOM = 0.8
"""The share of the limit that is left in use when the oldest entries are removed."""


@cache
def reading_digest() -> str:
    """The digest of the version, of the code and language data that read articles, and of the Unicode they use."""
    parts = " ".join(map(digest_of, _READERS))
    return sha256(f"{__version__} {unicodedata.unidata_version} {parts}".encode()).hexdigest()


class Cache(Entries):
    """Entries of at most `limit` bytes in all."""

    def __init__(self, folder: Path, limit: int) -> None:
        super().__init__(folder)
        self.limit = limit

    def get(self, name: str) -> bytes | None:
        """The content of an entry, which is in use now; None where it is not there or not whole."""
        content = super().get(name)
        if content is not None:
            with suppress(OSError):
                os.utime(self.folder / name)
        return content

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
