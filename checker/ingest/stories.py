"""Files and story folders to articles. One bad file is reported, the rest is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from checker.errors import InputError, Problem
from checker.ingest.article import Moment, Told, article, options
from checker.ingest.formats import READERS
from checker.ingest.sourcesfile import Entry, SourcesFile, sources_file
from checker.ingest.stated import Stated
from checker.model.source import Article

AnyPath = str | PathLike[str]
_NO_ARTICLE = ("sources.toml", "expected.json")


class Reading(NamedTuple):
    """The articles that could be read, by source id, and what was wrong with the rest."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read_article(
    path: AnyPath, *, source_id: str | None = None, language: str | None = None, published: Moment = None
) -> Article:
    """The article of a file, with what the sources.toml beside it says. Raises InputError, UsageError."""
    file = Path(path)
    stated = options(language, published)
    if problem := _no_file(file):
        raise InputError(problem)
    beside = sources_file(file.parent)
    if beside.problems:
        raise InputError(*beside.problems)
    return _read(file, beside.entries.get(file.name), stated, source_id)


def read_stories(paths: Iterable[AnyPath], *, language: str | None = None, published: Moment = None) -> Reading:
    """The articles of files and folders, each file once. `language` and `published` hold for all. Raises UsageError."""
    stated = options(language, published)
    problems: list[Problem] = []
    beside: dict[Path, SourcesFile] = {}
    by_id: defaultdict[str, list[tuple[Path, Article]]] = defaultdict(list)
    for file in _once(found for path in paths for found in _files(Path(path), problems)):
        folder = file.parent
        if folder not in beside:
            beside[folder] = sources_file(folder)
            problems += beside[folder].problems
        try:
            read = _read(file, beside[folder].entries.get(file.name), stated)
            by_id[read.source.id].append((file, read))
        except InputError as error:
            problems += error.problems
    problems += [_one_id(source_id, [file for file, _ in same]) for source_id, same in by_id.items() if len(same) > 1]
    articles = tuple(same[0][1] for _, same in sorted(by_id.items()) if len(same) == 1)
    return Reading(articles, tuple(sorted(set(problems))))


def _read(file: Path, entry: Entry | None, stated: Stated, source_id: str | None = None) -> Article:
    where = file.as_posix()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(_unreadable(file, error)) from None
    page = READERS[file.suffix.lower()](data, where)
    told = stated.over(entry.stated) if entry else stated
    return article(page, Told(source_id or (entry.source_id if entry else file.stem), where, told))


def _no_file(file: Path) -> Problem | None:
    """What is wrong with a path that is given as an article's file."""
    where = file.as_posix()
    try:
        if not file.exists():
            return Problem(where, "there is no such file or folder", "mend the path")
        if not file.is_file():
            return Problem(where, "it is not a file", "give an article's file")
    except (OSError, ValueError) as error:
        return _unreadable(file, error)
    if file.suffix.lower() not in READERS:
        what = f"the format {file.suffix} is not read" if file.suffix else "a file without a suffix is not read"
        return Problem(where, what, f"use one of {', '.join(READERS)}")
    return None


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    """The article files a path stands for; what is wrong goes to `problems`."""
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        problems.append(_unreadable(path, error))
        return
    if not is_folder:
        if problem := _no_file(path):
            problems.append(problem)
        else:
            yield path
        return
    before = len(problems)
    found = list(_in_folder(path, problems, set()))
    yield from found
    if not found and len(problems) == before:
        what = "there is no article in this folder"
        problems.append(Problem(path.as_posix(), what, f"put files ending in {', '.join(READERS)} there"))


def _in_folder(folder: Path, problems: list[Problem], seen: set[Path]) -> Iterator[Path]:
    """The articles of a folder or, where it has none itself, of the folders below."""
    if (real := folder.resolve()) in seen:
        return
    seen.add(real)
    try:
        inside = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        files = [entry for entry in inside if _is_article(entry)]
        folders = [entry for entry in inside if entry.is_dir()]
    except OSError as error:
        problems.append(_unreadable(folder, error))
        return
    yield from files
    if not files:
        for below in folders:
            yield from _in_folder(below, problems, seen)


def _is_article(file: Path) -> bool:
    named = file.name not in _NO_ARTICLE and not file.name.lower().startswith("readme")
    return named and file.suffix.lower() in READERS and file.is_file()


def _once(files: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for file in files:
        if (real := file.resolve()) not in seen:
            seen.add(real)
            yield file


def _one_id(source_id: str, files: list[Path]) -> Problem:
    names = [file.as_posix() for file in files]
    what = f"{' and '.join(names[1:])} has the same source id {source_id!r}"
    return Problem(names[0], what, "rename a file or give its source another id in sources.toml")


def _unreadable(path: Path, error: OSError | ValueError) -> Problem:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Problem(path.as_posix(), f"it cannot be read ({why})", "mend the path or its permissions")
