"""The findings of the last run in a folder, kept so that a person can waive one by its fingerprint."""

from __future__ import annotations

from argparse import Namespace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError, Problem, UsageError

if TYPE_CHECKING:
    from checker.model.report import Report

_LIMIT = 1


def remember(report: Report, folder: Path | None) -> None:
    """Keep what a report says of articles and findings, in place of the run before; nothing without a cache."""
    if folder is None:
        return
    from checker.cache import Cache

    short = report.model_copy(update={"coverage": (), "claims": (), "facts": (), "roots": ()})
    Cache(folder, _LIMIT).put(_name(), short.model_dump_json(by_alias=True).encode())


def recall(options: Namespace, folder: Path | None) -> Report:
    """The report that `--report` names, else that of the last run. Raises UsageError where there is none, InputError
    for one that cannot be read.
    """
    from checker.cache import Cache

    if options.report is not None:
        return _loaded(options.report)
    content = Cache(folder, _LIMIT).get(_name()) if folder is not None else None
    if content is None:
        what = "no run in this folder is remembered"
        raise UsageError(Problem("--report", what, "run checker gate first, or name its report in JSON"))
    return _parsed(content, "the last run")


def _loaded(file: Path) -> Report:
    try:
        return _parsed(file.read_bytes(), str(file))
    except OSError as error:
        raise InputError(Problem(str(file), f"it cannot be read ({error.strerror})", "name a report in JSON")) from None


def _parsed(content: bytes, where: str) -> Report:
    from pydantic import ValidationError

    from checker.model.report import Report

    try:
        return Report.model_validate_json(content)
    except ValidationError:
        remedy = "write one with --format json -o FILE; see checker validate for what is wrong with this one"
        raise InputError(Problem(where, "it is no report", remedy)) from None


def _name() -> str:
    return f"last-{sha256(str(Path.cwd()).encode()).hexdigest()[:32]}"
