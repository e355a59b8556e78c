"""French institutions named in lower case, or going on in it: `ministère de la Santé`, `Chambre des députés`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from checker.values.capitals import Run
from checker.values.lexer import Tokens
from checker.values.roles import Reader


class Body(NamedTuple):
    """An institution over tokens `first` to `last`; `opens` for the first run of capitals in it."""

    first: int
    last: int
    opens: bool


def institutions(
    tokens: Tokens, words: Mapping[str, Mapping[str, str]], runs: Sequence[Run], reader: Reader
) -> dict[int, Body]:
    """First token of a run -> the institution that the run stands in."""
    spans = _spans(tokens, words, runs, reader)
    found: dict[int, Body] = {}
    at = 0
    opened = -1
    for run in runs:
        while at < len(spans) and spans[at][1] < run.last:
            at += 1
        if at < len(spans) and spans[at][0] <= run.first:
            found[run.first] = Body(*spans[at], opens=opened != at)
            opened = at
    return found


def _spans(
    tokens: Tokens, words: Mapping[str, Mapping[str, str]], runs: Sequence[Run], reader: Reader
) -> list[tuple[int, int]]:
    norms, shape = tokens.norms, tokens.shape
    by_first, by_last = {run.first: run for run in runs}, {run.last: run for run in runs}
    heads = {run.last for run in runs if run.entry is None and norms[run.last] in words["of_head"]}
    at = shape.find("O")
    while at >= 0:
        if (not tokens.capital(at) and norms[at] in words["institution"]) or at in by_first:
            heads.add(at)
        at = shape.find("O", at + 1)
    found: list[tuple[int, int]] = []
    for head in sorted(heads):
        run = by_last.get(head) or by_first.get(head)
        if run is not None and run.entry is not None:
            continue
        first, last = (run.first if run is not None else head), reader.rightwards(head)
        whole = last > head and (last in by_last or run is not None) and words["tie"].get(norms[head + 1]) != ""
        if whole and first > (found[-1][1] if found else -1):
            found.append((first, last))
    return found
