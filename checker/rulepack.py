"""Loads rule packs: folders of TOML under `rules/`, or a user's own.

Every problem of every file is collected and reported at once, each with file, key and remedy. What a pack may hold:
docs/packs.md.
"""

from __future__ import annotations

import difflib
import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from checker.errors import PackError, Problem, raise_all
from checker.model.rule import EventType, FactType, KnownName, Question, Rule, RuleCase, RulePack

_PACKAGE = Path(__file__).parent
_TABLES: dict[str, tuple[str, type[BaseModel]]] = {
    "event_type": ("event_types", EventType),
    "fact_type": ("fact_types", FactType),
    "name": ("names", KnownName),
    "question": ("questions", Question),
    "rule": ("rules", Rule),
    "case": ("cases", RuleCase),
}
_CASES = ".cases.toml"
_HEAD = ("id", "version", "summary", "requires")


def rules_folder() -> Path:
    """Where the built-in packs are: beside the package in a source tree, inside it when installed."""
    beside = _PACKAGE.parent / "rules"
    return beside if (beside / "core" / "pack.toml").exists() else _PACKAGE / "_rules"


def built_in() -> tuple[str, ...]:
    """The ids of the built-in packs, sorted."""
    return tuple(sorted(file.parent.name for file in rules_folder().glob("*/pack.toml")))


def load_packs(names: Sequence[str | Path] | None = None, *, cases: bool = False) -> tuple[RulePack, ...]:
    """The packs of these names or folders with those they require, required ones first; all built-in ones for None.

    `cases`: read the rules' cases too, which judging does not need. Raises `PackError` with every problem of every
    pack.
    """
    wanted = list(built_in() if names is None else names)
    loaded: dict[str, RulePack] = {}
    problems: list[Problem] = []
    loading: list[str] = []

    def load(name: str | Path, asked_by: str) -> None:
        folder = rules_folder() / name if str(name) in built_in() else Path(name)
        if not (folder / "pack.toml").is_file():
            near = difflib.get_close_matches(str(name), built_in(), 1)
            remedy = f"did you mean '{near[0]}'?" if near else f"name one of {', '.join(built_in())} or a pack's folder"
            problems.append(Problem(asked_by, f"there is no rule pack '{name}'", remedy))
            return
        try:
            pack = load_pack(folder, cases=cases)
        except PackError as error:
            problems.extend(error.problems)
            return
        if pack.id in loaded:
            if loaded[pack.id].digest != pack.digest:
                problems.append(Problem(str(folder), f"a second pack with the id '{pack.id}'", "give it another id"))
            return
        if pack.id in loading:
            what = f"packs that require each other: {', '.join(loading[loading.index(pack.id) :])}"
            problems.append(Problem(asked_by, what, "let only one of them require the other"))
            return
        loading.append(pack.id)
        for required in pack.requires:
            if required not in loaded:
                load(required, f"{folder / 'pack.toml'}: requires")
        loading.pop()
        loaded[pack.id] = pack

    for name in wanted:
        load(name, "--packs")
    packs = tuple(loaded.values())
    raise_all(PackError, [*problems, *_lint(packs)])
    return packs


def load_pack(folder: Path, *, cases: bool = False) -> RulePack:
    """One pack from its folder, with its cases on demand. Raises `PackError` with all its problems.

    The pack's digest is that of the files that say how it judges: cases are not among them.
    """
    files = tuple(sorted((file, file.stat().st_mtime_ns) for file in folder.glob("*.toml")))
    return _load(folder, tuple(file for file in files if cases or not file[0].name.endswith(_CASES)))


@cache
def _load(folder: Path, files: tuple[tuple[Path, int], ...]) -> RulePack:
    """`files` carries the times of change, so that an edited pack is read anew."""
    digest = hashlib.sha256()
    problems: list[Problem] = []
    parts: dict[str, Any] = {}
    ids: dict[tuple[str, str], str] = {}
    for file, _ in files:
        content = file.read_bytes()
        if not file.name.endswith(_CASES):
            digest.update(file.name.encode() + b"\0" + content + b"\0")
        try:
            data = tomllib.loads(content.decode("utf-8"))
        except tomllib.TOMLDecodeError as error:
            problems.append(Problem(str(file), f"it is not valid TOML: {error}", "mend that line"))
            continue
        except UnicodeDecodeError as error:
            problems.append(Problem(str(file), f"it is not UTF-8 at byte {error.start}", "save it as UTF-8"))
            continue
        if not file.name.endswith(_CASES) and "check" in data:
            data = {"rule": [data]}
        elif file.name == "pack.toml":
            problems += _head({key: data.pop(key) for key in _HEAD if key in data}, str(file), parts)
        problems += _take(str(file), data, parts, ids)
    raise_all(PackError, problems)
    return RulePack(**parts, digest=digest.hexdigest()[:16])


def _head(head: dict[str, Any], where: str, parts: dict[str, Any]) -> Iterator[Problem]:
    """Add what pack.toml says of the pack to `parts`; yield what is wrong with it."""
    try:
        RulePack(**head)
    except ValidationError as error:
        yield from _problems(where, error, RulePack)
    else:
        parts.update(head)


def _take(
    where: str, data: dict[str, Any], parts: dict[str, Any], ids: dict[tuple[str, str], str]
) -> Iterator[Problem]:
    """Add the tables of one file to `parts`, and their ids with the place of each to `ids`; yield what is wrong."""
    for key, tables in data.items():
        if key not in _TABLES:
            near = difflib.get_close_matches(key, [*_TABLES, *_HEAD], 1)
            yield Problem(f"{where}: {key}", "unknown key", f"did you mean '{near[0]}'?" if near else "remove it")
            continue
        if not isinstance(tables, list):
            yield Problem(f"{where}: {key}", "it is not a list of tables", f"write [[{key}]]")
            continue
        field, model = _TABLES[key]
        for number, table in enumerate(tables):
            place = where if key == "rule" else f"{where}: {key}[{number}]"
            try:
                one = model.model_validate(table)
            except ValidationError as error:
                yield from _problems(place, error, model)
                continue
            parts[field] = (*parts.get(field, ()), one)
            if (first := ids.setdefault((key, getattr(one, "id", place)), place)) != place:
                yield Problem(place, f"the id '{table['id']}' stands in {first} too", "give each its own id")


def _problems(where: str, error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    for one in error.errors(include_url=False):
        path = ".".join(str(step) for step in one["loc"])
        place = f"{where}.{path}" if "[" in where else f"{where}: {path}"
        if one["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(one["loc"][-1]), model.model_fields, 1)
            yield Problem(place, "unknown key", f"did you mean '{near[0]}'?" if near else "remove it")
        elif one["type"] == "missing":
            yield Problem(place, "the key is missing", "add it")
        else:
            yield Problem(place, one["msg"].removeprefix("Value error, "), f"got {str(one['input'])[:60]!r}: change it")


def _lint(packs: Sequence[RulePack]) -> Iterator[Problem]:
    """What single files cannot show: ids used twice, and references to what is nowhere."""
    fact_types = [fact_type for pack in packs for fact_type in pack.fact_types]
    events = {event.id for pack in packs for event in pack.event_types}
    attributes = {fact_type.attribute for fact_type in fact_types}
    yield from _doubles("fact type", ((pack.id, fact_type.id) for pack in packs for fact_type in pack.fact_types))
    yield from _doubles("event type", ((pack.id, event.id) for pack in packs for event in pack.event_types))
    yield from _doubles("rule", ((pack.id, rule.id) for pack in packs for rule in pack.rules))
    yield from _doubles("question", ((pack.id, question.id) for pack in packs for question in pack.questions))
    rules = {rule.id for pack in packs for rule in pack.rules}
    for pack in packs:
        for fact_type in pack.fact_types:
            if fact_type.event is not None and fact_type.event not in events:
                yield _unknown(pack, f"fact type {fact_type.id}: event", fact_type.event, events)
            if fact_type.counts is not None and fact_type.counts not in attributes:
                yield _unknown(pack, f"fact type {fact_type.id}: counts", fact_type.counts, attributes)
        for question in pack.questions:
            if question.event not in events:
                yield _unknown(pack, f"question {question.id}: event", question.event, events)
            for attribute in question.answered_by:
                if attribute not in attributes:
                    yield _unknown(pack, f"question {question.id}: answered_by", attribute, attributes)
        for case in pack.cases:
            if case.rule not in rules:
                yield _unknown(pack, f"case '{case.name}': rule", case.rule, rules)


def lint_cases(packs: Sequence[RulePack]) -> Iterator[Problem]:
    """Rules without a case that fires, one that stays silent, or one on the boundary; and what the cases name
    wrongly.
    """
    for pack in packs:
        for rule in sorted(rule.id for rule in pack.rules):
            missing = {"fires", "silent", "boundary"} - {case.expects for case in pack.cases if case.rule == rule}
            if missing:
                what = f"no case that is {' or '.join(sorted(missing))}"
                yield Problem(f"pack {pack.id}: rule {rule}", what, f"add [[case]] to {rule}.cases.toml")


def _doubles(what: str, ids: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Ids, each with its pack, that two packs give."""
    packs: dict[str, list[str]] = defaultdict(list)
    for pack, name in ids:
        packs[name].append(pack)
    for name, using in packs.items():
        if len(using) > 1:
            yield Problem(f"packs {', '.join(sorted(using))}", f"each has a {what} '{name}'", "give each its own id")


def _unknown(pack: RulePack, where: str, name: str, known: set[str]) -> Problem:
    near = difflib.get_close_matches(name, sorted(known), 1)
    remedy = f"did you mean '{near[0]}'?" if near else "name one that a loaded pack has"
    return Problem(f"pack {pack.id}: {where}", f"there is no '{name}'", remedy)
