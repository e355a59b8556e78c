"""`checker rules new`: a rule with its cases, ready to be filled in."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.cli import CLEAN
from checker.cli.streams import emit, write_files
from checker.errors import Problem, UsageError, raise_all

if TYPE_CHECKING:
    from checker.judge.check import Check

_PACK = """\
id = "{id}"
version = "0.1.0"
summary = "..."
requires = ["core"]
"""
_RULE = """\
id = "{id}"
name = "..."
summary = "..."
rationale = "..."
check = "{check}"
severity = "warning"
message = "{message}"

[parameters]
{parameters}"""
_CASES = """\
# It fails until its texts are such that the rule fires; the two after it must go on to pass.
[[case]]
rule = "{id}"
name = "two articles on which it fires"
expects = "fires"
articles = [
  {{ id = "a", text = "..." }},
  {{ id = "b", text = "..." }},
]
findings = [{{ cause = "{cause}" }}]

[[case]]
rule = "{id}"
name = "two articles on which it stays silent"
expects = "silent"
articles = [
  {{ id = "a", text = "..." }},
  {{ id = "b", text = "..." }},
]

[[case]]
rule = "{id}"
name = "two articles on the boundary"
expects = "boundary"
articles = [
  {{ id = "a", text = "..." }},
  {{ id = "b", text = "..." }},
]
"""
_ID = re.compile(r"9\d{3}")


def new(options: Namespace) -> int:
    """Write the files of a rule, and those of its pack where there is none; never over a file that is there."""
    folder, check = options.folder, _check(options.check)
    name = options.id or _free(folder)
    raise_all(UsageError, _problems(folder, name))
    rule = _RULE.format(id=name, check=check.name, message=_message(check), parameters=_parameters(check))
    files = {
        folder / f"{name}.toml": rule,
        folder / f"{name}.cases.toml": _CASES.format(id=name, cause=_cause(check)),
    }
    if not (folder / "pack.toml").exists():
        files = {folder / "pack.toml": _PACK.format(id=folder.resolve().name), **files}
    folder.mkdir(parents=True, exist_ok=True)
    write_files({file: [text] for file, text in files.items()})
    emit("".join(f"{file}\n" for file in files))
    return CLEAN


def _check(name: str) -> Check:
    from checker.judge.check import kinds_of_check

    kinds = kinds_of_check()
    if name not in kinds:
        near = get_close_matches(name, sorted(kinds), 1)
        remedy = f"did you mean '{near[0]}'?" if near else f"name one of {', '.join(sorted(kinds))}"
        raise UsageError(Problem("--check", f"there is no kind of check '{name}'", remedy))
    return kinds[name]


def _free(folder: Path) -> str:
    """The first id from 9001 up that no file of the folder has."""
    return next(str(number) for number in range(9001, 10_000) if not (folder / f"{number}.toml").exists())


def _problems(folder: Path, name: str) -> Iterator[Problem]:
    if not _ID.fullmatch(name):
        yield Problem("rules new", f"'{name}' is not an id for rules of your own", "write 9 and three digits, as 9001")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", folder.resolve().name) and not (folder / "pack.toml").exists():
        remedy = "name a folder of small letters, digits and _"
        yield Problem("rules new", f"'{folder.resolve().name}' cannot be the id of a pack", remedy)
    if folder.exists() and not folder.is_dir():
        yield Problem(str(folder), "it is not a folder", "name the folder of a pack")
    for file in (folder / f"{name}.toml", folder / f"{name}.cases.toml"):
        if file.exists():
            yield Problem(str(file), "it is there already", "take another id, or remove it")


def _message(check: Check) -> str:
    label = "{label}: " if "label" in check.fields else ""
    rest = [name for name in check.fields if name not in ("label", "cause", "roots")]
    return label + ", ".join(["{camps}", *(f"{{{name}}}" for name in rest)]) + "; {rule}"


def _parameters(check: Check) -> str:
    """The parameters that the kind of check must have, and those that say which facts it looks at."""
    lines = []
    for name, field in check.parameters.model_fields.items():
        if field.is_required():
            lines.append(f"{name} = {_example(name, field.annotation)}\n")
    return "".join(lines) or '# attributes = ["..."]\n'


def _example(name: str, kind: Any) -> str:
    if name == "cause":
        return '"value"'
    return '"..."' if kind is str else '["..."]'


def _cause(check: Check) -> str:
    """A cause that findings of the check have: the first of the cases of a built-in rule of that kind."""
    from checker.rulepack import load_packs

    packs = load_packs(cases=True)
    rules = {rule.id for pack in packs for rule in pack.rules if rule.check == check.name}
    return next(
        (one.cause for pack in packs for case in pack.cases if case.rule in rules for one in case.findings), "value"
    )
