"""The formats that can be read, by suffix: a new one is a module with a reader, and a line here."""

from __future__ import annotations

from checker.ingest.markdown import read_markdown
from checker.ingest.page import Reader
from checker.ingest.plain import read_plain

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
