"""What DESIGN says of the layers, held by reading the code: who imports whom, who touches files, who prints."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "checker"
FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(ROOT)) for file in FILES])

LAYERS = (
    ("errors", "positions", "packaged", "entries"),
    ("built",),
    ("model",),
    ("schemas", "language"),
    ("values",),
    ("ingest", "extraction", "link", "lineage"),
    ("judge",),
    ("engine", "rulepack", "rulecases", "waivers", "coverage", "policy", "config", "cache"),
    ("pipeline", "reporters", "review"),
    ("gate", "kept"),
    ("testing",),
    ("cli",),
    ("__main__", "__init__"),
)
"""From the bottom up. A part imports what lies under it; parts of one row do not import each other."""
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}
TOUCH_FILES = {
    "packaged",
    "entries",
    "built",
    "ingest",
    "rulepack",
    "schemas",
    "waivers",
    "config",
    "cache",
    "engine",
    "language",
    "cli",
}
FILE_CALLS = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "touch", "iterdir", "glob",
    "rglob", "is_file", "is_dir", "exists", "stat",
}  # fmt: skip
FILE_MODULES = {"shutil", "tempfile", "os", "io", "glob", "sqlite3"}
OUTSIDE_WORLD = {
    "time", "random", "secrets", "uuid", "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "locale",
    "subprocess", "multiprocessing", "threading", "getpass", "platform",
}  # fmt: skip
MOMENTS = {"now", "today", "utcnow", "environ", "getenv", "getcwd", "home", "expanduser"}


def part(file: Path) -> str:
    """The part of the package that a file belongs to: `values`, `pipeline`, `__init__`."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of every module (or name of one) that a file imports, wherever in the file."""
    package = ".".join(("checker", *file.relative_to(PACKAGE).parent.parts))
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def own(name: str) -> str | None:
    """The part of the package that an imported name is of, None for other packages and the version."""
    parts = name.split(".")
    if parts[0] != "checker" or name == "checker.__version__":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in RANK else "__init__"


def test_every_part_has_its_layer() -> None:
    assert {part(file) for file in FILES} <= set(RANK)


@MODULES
def test_imports_point_down(file: Path) -> None:
    here = part(file)
    if here == "__init__":  # the public API names what is in all layers
        return
    wrong = [
        f"line {line}: {name}"
        for line, name in imported(file)
        if (there := own(name)) and there != here and RANK[there] >= RANK[here]
    ]
    assert not wrong


@MODULES
def test_only_some_touch_files(file: Path) -> None:
    if part(file) in TOUCH_FILES:
        return
    wrong = [f"line {line}: {name}" for line, name in imported(file) if name.split(".")[0] in FILE_MODULES]
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Attribute) and node.attr in FILE_CALLS:
            wrong.append(f"line {node.lineno}: .{node.attr}")
        if isinstance(node, ast.Name) and node.id == "open":
            wrong.append(f"line {node.lineno}: open")
    assert not wrong


@MODULES
def test_only_cli_prints_or_exits(file: Path) -> None:
    if part(file) in ("cli", "__main__"):
        return
    wrong = [
        f"line {line}: {name}"
        for line, name in imported(file)
        if name.split(".")[0] in ("logging", "sys") and name != "sys.dont_write_bytecode"
    ]
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Name) and node.id in ("print", "input", "exit", "quit", "breakpoint", "SystemExit"):
            wrong.append(f"line {node.lineno}: {node.id}")
    assert not wrong


@MODULES
def test_core_has_no_clock_network_chance_or_environment(file: Path) -> None:
    if part(file) in ("cli", "review"):
        return
    wrong = [f"line {line}: {name}" for line, name in imported(file) if name.split(".")[0] in OUTSIDE_WORLD]
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Attribute) and node.attr in MOMENTS:
            wrong.append(f"line {node.lineno}: .{node.attr}")
    assert not wrong


@pytest.mark.parametrize(
    "file",
    sorted(f for folder in ("checker", "tests", "tools", "benchmarks") for f in (ROOT / folder).rglob("*.py")),
    ids=lambda file: str(file.relative_to(ROOT)),
)
def test_a_file_says_one_thing(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 450
    assert file.stem not in {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}


def test_public_modules_say_what_they_are() -> None:
    assert [str(file) for file in FILES if file.stat().st_size and not ast.get_docstring(tree(file))] == []
