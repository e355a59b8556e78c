"""Which kind of the checker's own documents a file is, and what in a JSON or TOML document breaks its schema."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, Literal

from checker import schemas
from checker.errors import InputError, Problem
from checker.ingest.sourcesfile import NAME as SOURCES

DocumentKind = Literal["pack", "sources", "claims", "json", "toml"]
PACK = "pack.toml"
CONFIG = "checker.toml"
_TOLD_BY = {"schema": "report", "tool": "report", "coverage": "report", "attribute": "claim", "text": "article"}
"""A key that only one kind of JSON document has, and the schema of that kind."""


def document(path: Path) -> tuple[DocumentKind, Path]:
    """The kind of document that a path names, and the folder or file that holds it.

    Raises InputError where it is none.
    """
    folder = path if path.is_dir() else path.parent
    if not path.exists():
        raise InputError(Problem(str(path), "there is no such file or folder", "check the path"))
    if path.name == SOURCES or (path == folder and (folder / SOURCES).is_file()):
        return "sources", folder
    if (folder / PACK).is_file() and (path == folder or path.suffix == ".toml"):
        return "pack", folder
    kinds: dict[str, DocumentKind] = {".jsonl": "claims", ".json": "json", ".toml": "toml"}
    if path == folder or path.suffix not in kinds:
        remedy = f"give a claims file (.jsonl), a report, claim or article (.json), {SOURCES}, or a rule pack's folder"
        raise InputError(Problem(str(path), "it is no kind of document with a schema", remedy))
    return kinds[path.suffix], path


def document_problems(path: Path) -> tuple[Problem, ...]:
    """What breaks the schema of a report, baseline, claim or article in JSON, of waivers or checker.toml in TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data: Any = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except OSError as error:
        return (Problem(str(path), f"it cannot be read ({error.strerror})", "give it read permission"),)
    except UnicodeDecodeError as error:
        return (Problem(str(path), f"byte {error.start} is not UTF-8", "save it as UTF-8"),)
    except json.JSONDecodeError as error:
        return (Problem(f"{path}:{error.lineno}:{error.colno}", f"it is not JSON: {error.msg}", "mend this line"),)
    except tomllib.TOMLDecodeError as error:
        return (Problem(str(path), f"it is not TOML: {error}", "mend this line"),)
    if path.suffix == ".toml":
        return schemas.validate(data, "config" if path.name == CONFIG else "waivers", str(path))
    if not isinstance(data, dict):
        return (Problem(f"{path}: $", "it is not a JSON object", "give a report, a claim or an article"),)
    kind = next((schema for key, schema in _TOLD_BY.items() if key in data), None)
    if data.get("schema") == f"{schemas.BASE}baseline.schema.json":
        kind = "baseline"
    if kind is None:
        told = "it has none of the keys that tell a report, a claim or an article"
        return (Problem(f"{path}: $", told, f"a document has one of: {', '.join(_TOLD_BY)}"),)
    return schemas.validate(data, kind, str(path))
