"""sources.toml of a story folder: who publishes each file.

[sources.reuters]                 # the source's id
file = "0412.txt"                 # default: the file of this folder whose stem is the id
publisher = "Reuters"             # and credit, url, published, modified, role, language (see `stated`)
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from checker.errors import Problem
from checker.ingest.formats import READERS
from checker.ingest.stated import KEYS, BadValue, Stated, checked, stated

NAME = "sources.toml"
_TOML_PLACE = re.compile(r"(?<!\s)\s*\(at line (\d+), column (\d+)\)")


class Entry(NamedTuple):
    """A source of the folder: its id and what is stated of it."""

    source_id: str
    stated: Stated


@dataclass
class SourcesFile:
    """The sources by the name of their file, and what is wrong with sources.toml; sound tables hold all the same."""

    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def sources_file(folder: Path) -> SourcesFile:
    """The sources.toml of a folder; empty where it has none."""
    path = folder / NAME
    found = SourcesFile()
    if path.is_file():
        tables = _tables(path, found.problems)
        for source_id, table in tables.items():
            _take(found, path, source_id, table)
    return found


def _tables(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        problems.append(Problem(str(path), f"it cannot be read ({error.strerror})", "give it read permission"))
        return {}
    except UnicodeDecodeError as error:
        problems.append(Problem(str(path), f"byte {error.start} is not UTF-8", "save it as UTF-8"))
        return {}
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        where = f"{path}:{place[1]}:{place[2]}" if place else str(path)
        problems.append(Problem(where, f"not TOML: {_TOML_PLACE.sub('', str(error))}", "mend this line"))
        return {}
    problems += [_unknown(str(path), key, ("sources",)) for key in data if key != "sources"]
    tables = data.get("sources", {})
    if not isinstance(tables, dict):
        problems.append(Problem(f"{path}: sources", "it is not a table of sources", "write [sources.<id>] tables"))
        return {}
    return tables


def _take(found: SourcesFile, path: Path, source_id: str, table: Any) -> None:
    where = f"{path}: sources.{source_id}"
    if not source_id.strip() or not isinstance(table, dict):
        found.problems.append(Problem(where, "it is no table with a name", "write [sources.<id>] and its keys below"))
        return
    values: dict[str, str | None] = {}
    for key, raw in table.items():
        if key == "file":
            continue
        if key not in KEYS:
            found.problems.append(_unknown(where, key, ("file", *KEYS)))
            continue
        try:
            values[key] = checked(key, raw)
        except BadValue as bad:
            found.problems.append(Problem(f"{where}.{key}", bad.what, bad.remedy))
    name = _file_name(path, source_id, table.get("file"), found.problems)
    if name is None:
        return
    if name in found.entries:
        what = f"sources {found.entries[name].source_id} and {source_id} have one file, {name}"
        found.problems.append(Problem(where, what, "leave one table out or mend its file"))
        return
    found.entries[name] = Entry(source_id, stated(values))


def _file_name(path: Path, source_id: str, raw: object, problems: list[Problem]) -> str | None:
    """The name of the source's file in the folder; None, and a problem, where it has none."""
    where = f"{path}: sources.{source_id}"
    if raw is None:
        stems = sorted(
            file.name for file in path.parent.iterdir() if file.stem == source_id and file.suffix.lower() in READERS
        )
        if len(stems) == 1:
            return stems[0]
        what = (
            f"the files {' and '.join(stems)} have the stem {source_id}"
            if stems
            else f"no file has the stem {source_id}"
        )
        problems.append(Problem(where, what, 'name the file: file = "..."'))
    elif not isinstance(raw, str):
        problems.append(Problem(f"{where}.file", "it is not text", 'write the name in quotes: file = "..."'))
    elif Path(raw).name != raw or not (path.parent / raw).is_file():
        names = sorted(file.name for file in path.parent.iterdir() if file.suffix.lower() in READERS)
        problems.append(Problem(f"{where}.file", f"there is no file {raw!r} in the folder", _meant(raw, names)))
    elif Path(raw).suffix.lower() not in READERS:
        problems.append(
            Problem(f"{where}.file", f"{raw!r} is in a format that is not read", f"use one of {', '.join(READERS)}")
        )
    else:
        return raw
    return None


def _unknown(where: str, key: str, known: tuple[str, ...]) -> Problem:
    return Problem(where, f"unknown key {key!r}", _meant(key, list(known)))


def _meant(word: str, known: list[str]) -> str:
    if close := get_close_matches(word, known, n=1):
        return f"did you mean {close[0]!r}?"
    return f"use one of {', '.join(known)}" if known else "put it there or mend the name"
