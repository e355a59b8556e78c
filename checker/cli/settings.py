"""What a run is to do: what the command line says, else the configuration, else the default."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.cli.arguments import Target
from checker.config import Found, find_config, load_config
from checker.errors import Problem, UsageError, raise_all
from checker.model.config import Config, Threshold
from checker.policy import Policy

_CACHE = "checker"


class Settings(NamedTuple):
    """The effective settings. `cache`: the folder of what was read, None where nothing is kept."""

    found: Found
    packs: Sequence[str | Path] | None
    lang: str | None
    published: str | None
    fail_on: Threshold
    policy: Policy
    targets: Sequence[Target]
    drafts: Sequence[Path]
    sources: Sequence[Path]
    waivers: Path | None
    baseline: Path | None
    jobs: int
    cache: Path | None
    cache_mib: int


def settings(options: Namespace, start: Path | None = None) -> Settings:
    """The settings for options; the configuration is looked for from `start`, an input, or from the current folder.

    Raises InputError or UsageError for a configuration that cannot be used.
    """
    found = configured(options, start)
    config = found.config
    raise_all(UsageError, _unknown_formats(config, found.file))
    return Settings(
        found=found,
        packs=getattr(options, "packs", None) or _packs(found),
        lang=getattr(options, "lang", None) or config.lang,
        published=getattr(options, "published", None),
        fail_on=getattr(options, "fail_on", None) or config.fail_on,
        policy=Policy(config.ignore, config.severity, config.omitted_roots),
        targets=getattr(options, "targets", ())
        or [Target(one.format, found.place(one.file) if one.file else None) for one in config.outputs],
        drafts=getattr(options, "drafts", ()) or [found.place(path) for path in config.gate.drafts],
        sources=getattr(options, "sources", ()) or [found.place(path) for path in config.gate.sources],
        waivers=_known_file(options, "waivers", found),
        baseline=_known_file(options, "baseline", found),
        jobs=config.jobs if getattr(options, "jobs", None) is None else options.jobs,
        cache=_cache(options, found),
        cache_mib=config.cache_mib,
    )


def configured(options: Namespace, start: Path | None) -> Found:
    """The configuration that an option names, else the nearest to the input. Raises InputError."""
    if options.isolated:
        return Found()
    if options.config is not None:
        return load_config(options.config)
    return find_config(start or Path(), Path.cwd())


def _packs(found: Found) -> list[str | Path] | None:
    """Names of built-in packs as they are, folders from the configuration's."""
    if found.config.packs is None:
        return None
    from checker.rulepack import built_in

    known = built_in()
    return [name if name in known else found.place(name) for name in found.config.packs]


def _known_file(options: Namespace, key: str, found: Found) -> Path | None:
    """The file of waivers or of the baseline; None where there is none. One that is named must be there."""
    asked: Path | None = getattr(options, key, None)
    file = asked or found.place(getattr(found.config, key))
    if file.is_file():
        return file if asked or not options.isolated else None
    if asked or key in found.said:
        make = "checker waive" if key == "waivers" else "checker baseline create"
        raise UsageError(Problem(str(file), "there is no such file", f"make it with {make}, or do not name it"))
    return None


def known_place(options: Namespace, key: str) -> Path:
    """Where the file of waivers or of the baseline is, or is to be."""
    asked: Path | None = getattr(options, key, None)
    found = configured(options, None)
    return asked or found.place(getattr(found.config, key))


def _cache(options: Namespace, found: Found) -> Path | None:
    if getattr(options, "no_cache", False) or not found.config.cache:
        return None
    asked: Path | None = getattr(options, "cache_dir", None)
    return asked or (found.place(found.config.cache_folder) if found.config.cache_folder else cache_folder())


def cache_folder() -> Path | None:
    """The user's folder for what can be made again: None where the system names none."""
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / _CACHE
    if sys.platform == "win32":
        return Path(local) / _CACHE / "cache" if (local := os.environ.get("LOCALAPPDATA")) else None
    home = os.environ.get("HOME")
    if not home:
        return None
    return Path(home) / ("Library/Caches" if sys.platform == "darwin" else ".cache") / _CACHE


def _unknown_formats(config: Config, file: Path | None) -> Iterator[Problem]:
    if not config.outputs:
        return
    from difflib import get_close_matches

    from checker.reporters import REPORTERS

    for number, one in enumerate(config.outputs):
        if one.format not in REPORTERS:
            near = get_close_matches(one.format, REPORTERS, 1)
            remedy = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(sorted(REPORTERS))}"
            yield Problem(f"{file}: outputs[{number}].format", f"there is no format '{one.format}'", remedy)
