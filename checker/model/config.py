"""What a desk may set once for all runs, in checker.toml or in [tool.checker] of pyproject.toml."""

from typing import Literal

from pydantic import Field

from checker.model.base import Model
from checker.model.finding import Severity
from checker.model.source import Language

Threshold = Literal["conflict", "gap", "never"]


class Output(Model):
    """One output: the name of a format, and the file it goes to (stdout where none is named)."""

    format: str = Field(min_length=1)
    file: str | None = None


class GateConfig(Model):
    """What `checker gate` judges where the command line names nothing: files or folders."""

    drafts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Config(Model):
    """Paths are relative to the folder of the file they stand in. Every key has a default.

    `packs`: rule packs by name or folder; None for all built-in ones. `lang`: the language of all articles; None to
    find it for each. `fail_on`: what ends a run with 1. `ignore`: ids of rules that do not run. `severity`: rule id,
    cause or verdict -> how grave its findings are, the narrower over the wider. `omitted_roots`: how many independent
    roots must carry what a draft leaves out; None for what the rules say. `jobs`: processes; 0 for as many as help.
    `cache`: whether what was read is kept, `cache_folder` where (None: the user's own), `cache_mib` how much of it.
    """

    packs: tuple[str, ...] | None = Field(default=None, min_length=1)
    lang: Language | None = None
    fail_on: Threshold = "conflict"
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = Field(default_factory=dict)
    omitted_roots: int | None = Field(default=None, ge=1)
    outputs: tuple[Output, ...] = ()
    gate: GateConfig = GateConfig()
    waivers: str = Field(default="checker-waivers.toml", min_length=1)
    baseline: str = Field(default="checker-baseline.json", min_length=1)
    jobs: int = Field(default=0, ge=0)
    cache: bool = True
    cache_folder: str | None = None
    cache_mib: int = Field(default=256, ge=1)
