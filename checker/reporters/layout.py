"""Plain text in a given width: wrapped lines, titles and grids, the same on every machine."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import tabulate

WIDTH = 100
"""Columns of a text report; never the terminal's, so that the bytes do not depend on it."""

tabulate.WIDE_CHARS_MODE = False  # else the padding would depend on whether wcwidth happens to be installed


def wrapped(text: str, *, indent: int = 0, hanging: int = 2, width: int = WIDTH) -> Iterator[str]:
    """The lines of one paragraph, `indent` spaces in, and those after the first `hanging` more."""
    yield from textwrap.wrap(
        text,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_on_hyphens=False,
    )


def titled(title: str, lines: Sequence[str]) -> Iterator[str]:
    """A part of the text with its title; nothing where it has no lines."""
    if lines:
        yield from ("", title.upper(), *lines)


def grid(headers: Sequence[str], rows: Sequence[Sequence[str | int]], *, right: Sequence[int] = ()) -> str:
    """A table with a line under its headers; the columns numbered in `right` are set to the right."""
    return tabulate.tabulate(
        [[str(cell) for cell in row] for row in rows],
        headers=list(headers),
        tablefmt="simple",
        disable_numparse=True,
        colalign=["right" if column in right else "left" for column in range(len(headers))] if rows else None,
    )
