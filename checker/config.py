"""Finds and reads the configuration: the nearest `checker.toml`, or `pyproject.toml` with `[tool.checker]`, above."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

from pydantic import ValidationError

from checker.errors import InputError, Problem, raise_all
from checker.model.config import Config
from checker.model.finding import Cause, Verdict
from checker.model.mistakes import mistakes

NAME, SHARED = "checker.toml", "pyproject.toml"
_RULE_ID = re.compile(r"[A-Z]{3}[0-9]{3}|9[0-9]{3}")
_WORDS = (*get_args(Verdict), *get_args(Cause))


DEFAULTS = Config()


class Found(NamedTuple):
    """A configuration and the file it stands in; without a file all is default. `said` are the keys it gives."""

    config: Config = DEFAULTS
    file: Path | None = None
    said: frozenset[str] = frozenset()

    def place(self, path: str) -> Path:
        """A path that the configuration names, or names by default."""
        return (self.file.parent if self.file else Path()) / path


def find_config(start: Path, here: Path) -> Found:
    """The configuration for an input: of its folder, or of the nearest folder above. `here`: the current folder.

    The file's path is relative to `here` where it lies in it. Raises InputError with all that is wrong with it.
    """
    begin = (here / start).resolve()
    for folder in (begin, *begin.parents):
        for name in (NAME, SHARED):
            file = folder / name
            if file.is_file() and (name == NAME or _own_table(file)):
                return load_config(file.relative_to(here) if file.is_relative_to(here) else file)
    return Found()


def load_config(file: Path) -> Found:
    """The configuration of a file. Raises InputError with all that is wrong with it."""
    data = _parsed(file)
    inside = "tool.checker." if file.name == SHARED else ""
    if inside:
        data = data.get("tool", {}).get("checker")
        if data is None:
            raise InputError(Problem(str(file), "it has no table [tool.checker]", "add it, or name another file"))
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        told = mistakes(error, Config, page="docs/gate.md")
        raise InputError(*(Problem(f"{file}: {inside}{path}", what, cure) for path, what, cure in told)) from None
    raise_all(InputError, _unknown_severities(config, f"{file}: {inside}severity"))
    return Found(config, file, frozenset(data))


def _own_table(file: Path) -> bool:
    """Whether a pyproject.toml speaks of the checker; what is wrong with one that does not is not ours to tell."""
    return b"tool.checker" in file.read_bytes()


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(Problem(str(file), f"it cannot be read ({error.strerror})", "name a file that can")) from None
    except UnicodeDecodeError as error:
        raise InputError(Problem(str(file), f"byte {error.start} is not UTF-8", "save it as UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(Problem(str(file), f"it is not TOML: {error}", "mend this line")) from None


def _unknown_severities(config: Config, where: str) -> Iterator[Problem]:
    for name in config.severity:
        if name not in _WORDS and not _RULE_ID.fullmatch(name):
            near = difflib.get_close_matches(name, _WORDS, 1)
            remedy = f"did you mean '{near[0]}'?" if near else "name a rule, a cause or a verdict"
            yield Problem(f"{where}.{name}", "it is no rule, cause or verdict", remedy)
