"""Loads rule packs: folders of TOML under `rules/`, or a user's own.

Every problem of every file is collected and reported at once, each with file, key and remedy. What a pack may hold:
docs/packs.md.
"""

from __future__ import annotations

import difflib
import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pydantic
from pydantic import BaseModel, ValidationError

from checker.built import digest_of, kept
from checker.errors import PackError, Problem, raise_all
from checker.model.mistakes import mistakes
from checker.model.rule import EventType, FactType, Guard, KnownName, Phrase, Question, Rule, RuleCase, RulePack
from checker.packaged import packaged

_TABLES: dict[str, tuple[str, type[BaseModel]]] = {
    "phrase": ("phrases", Phrase),
    "guard": ("guards", Guard),
    "event_type": ("event_types", EventType),
    "fact_type": ("fact_types", FactType),
    "name": ("names", KnownName),
    "question": ("questions", Question),
    "rule": ("rules", Rule),
    "case": ("cases", RuleCase),
}
_FILES = {
    "phrase": "phrases.toml",
    "guard": "phrases.toml",
    "event_type": "facts.toml",
    "fact_type": "facts.toml",
    "name": "names.toml",
    "question": "pack.toml",
}
"""The file of each kind of table. A rule is a file of its own; its cases stand beside it."""
_CASES = ".cases.toml"
_SORTS = {"fires": "on which it fires", "silent": "on which it stays silent", "boundary": "on the boundary"}
_HEAD = ("id", "version", "summary", "requires")


@dataclass
class _Parts:
    """What was read of one pack so far. `ids`: table and id -> where it stands."""

    head: dict[str, Any] = field(default_factory=dict)
    tables: dict[str, Any] = field(default_factory=dict)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)


def built_in() -> tuple[str, ...]:
    """The ids of the built-in packs, sorted."""
    return tuple(sorted(file.parent.name for file in packaged("rules").glob("*/pack.toml")))


class Survey(NamedTuple):
    """Packs with what is right in them, and every problem of the rest. `whole`: no pack and no file is missing."""

    packs: tuple[RulePack, ...]
    problems: tuple[Problem, ...]
    whole: bool
    broken: frozenset[tuple[str, str]]


class _Read(NamedTuple):
    """One pack as far as it could be read. `broken`: table and id, attribute or rule of the tables that are wrong."""

    pack: RulePack
    problems: tuple[Problem, ...]
    whole: bool
    broken: frozenset[tuple[str, str]]


def load_packs(names: Sequence[str | Path] | None = None, *, cases: bool = False) -> tuple[RulePack, ...]:
    """The packs of these names or folders with those they require, required ones first; all built-in ones for None.

    `cases`: read the rules' cases too, which judging does not need. Raises `PackError` with every problem of every
    pack.
    """
    survey = _survey(names, cases=cases)
    raise_all(PackError, survey.problems)
    return survey.packs


def survey_packs(
    names: Sequence[str | Path] | None = None, *, cases: bool = True, selection: Sequence[str] | None = None
) -> Survey:
    """As `load_packs`, but nothing is raised, so that what else is wrong can be told with it.

    With `cases`, among the problems are the cases that the rules and packs in `selection` (all for None) lack.
    """
    survey = _survey(names, cases=cases)
    if not (cases and survey.whole):
        return survey
    spared = {rule for table, rule in survey.broken if table == "case"}
    lacking = tuple(lint_cases(survey.packs, selection, spared))
    return survey._replace(problems=(*survey.problems, *lacking))


def _survey(names: Sequence[str | Path] | None, *, cases: bool) -> Survey:
    loaded: dict[str, _Read] = {}
    problems: list[Problem] = []
    loading: list[str] = []

    def load(name: str | Path, asked_by: str) -> None:
        folder = packaged("rules") / name if str(name) in built_in() else Path(name)
        if not is_pack(folder):
            problems.append(_no_pack(name, folder, asked_by))
            return
        one = _read_pack(folder, cases=cases)
        pack = one.pack
        if pack.id in loaded:
            if loaded[pack.id].pack.digest != pack.digest:
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
        loaded[pack.id] = one

    for name in built_in() if names is None else names:
        load(name, "--packs")
    packs = tuple(one.pack for one in loaded.values())
    broken = frozenset(entry for one in loaded.values() for entry in one.broken)
    whole = not problems and all(one.whole for one in loaded.values())
    problems += [problem for one in loaded.values() for problem in one.problems]
    if whole:
        problems += _lint(packs, broken)
    return Survey(packs, tuple(problems), whole, broken)


def _no_pack(name: str | Path, folder: Path, asked_by: str) -> Problem:
    if folder.is_dir():
        return Problem(str(folder), "the folder has no pack.toml", "add one with id, version and summary")
    near = difflib.get_close_matches(str(name), built_in(), 1)
    remedy = f"did you mean '{near[0]}'?" if near else f"name one of {', '.join(built_in())} or a pack's folder"
    return Problem(asked_by, f"there is no rule pack '{name}'", remedy)


def load_pack(folder: Path, *, cases: bool = False) -> RulePack:
    """One pack from its folder, with its cases on demand. Raises `PackError` with all its problems.

    The pack's digest is that of the files that say how it judges: cases are not among them.
    """
    one = _read_pack(folder, cases=cases)
    raise_all(PackError, one.problems)
    return one.pack


def is_pack(folder: Path) -> bool:
    """Whether a folder holds a rule pack."""
    return (folder / "pack.toml").is_file()


def load_cases(file: Path) -> tuple[RuleCase, ...]:
    """The cases of one file of a pack. Raises `PackError` with all that is wrong with the pack."""
    load_pack(file.parent, cases=True)
    parts = _Parts()
    raise_all(PackError, _take(file, tomllib.loads(file.read_text("utf-8")), parts))
    return tuple(parts.tables.get("cases", ()))


def _read_pack(folder: Path, *, cases: bool) -> _Read:
    files = tuple(sorted((file, file.stat().st_mtime_ns) for file in folder.glob("*.toml")))
    return _read(folder, tuple(file for file in files if cases or not file[0].name.endswith(_CASES)))


@cache
def _read(folder: Path, files: tuple[tuple[Path, int], ...]) -> _Read:
    """`files` carries the times of change, so that an edited pack is read anew."""
    contents = {file: file.read_bytes() for file, _ in files}
    digest = hashlib.sha256()
    for file, content in contents.items():
        if not file.name.endswith(_CASES):
            digest.update(file.name.encode() + b"\0" + content + b"\0")
    pack_digest = digest.hexdigest()
    if folder.parent != packaged("rules") or any(file.name.endswith(_CASES) for file in contents):
        return _parsed(folder, contents, pack_digest)
    state = f"{pack_digest} {digest_of('rulepack.py')} {digest_of('model')} {pydantic.VERSION} {folder}"
    return kept(f"pack.{folder.name}", state, lambda: _parsed(folder, contents, pack_digest))


def _parsed(folder: Path, contents: Mapping[Path, bytes], digest: str) -> _Read:
    problems: list[Problem] = []
    parts = _Parts()
    whole = True
    for file, content in contents.items():
        try:
            data = tomllib.loads(content.decode("utf-8"))
        except tomllib.TOMLDecodeError as error:
            problems.append(Problem(str(file), f"it is not valid TOML: {error}", "mend that line"))
            whole = False
            continue
        except UnicodeDecodeError as error:
            problems.append(Problem(str(file), f"it is not UTF-8 at byte {error.start}", "save it as UTF-8"))
            whole = False
            continue
        if _is_rule(file, data):
            data = {"rule": [data]}
        elif file.name == "pack.toml":
            problems += _head({key: data.pop(key) for key in _HEAD if key in data}, str(file), parts)
        problems += _take(file, data, parts)
    head = {"id": folder.name, "version": "", "summary": "", **parts.head}
    pack = RulePack.model_construct(**head, **parts.tables, digest=digest[:16])
    return _Read(pack, tuple(problems), whole, frozenset(parts.broken))


def _head(head: dict[str, Any], where: str, parts: _Parts) -> Iterator[Problem]:
    """Add what pack.toml says of the pack to `parts`; yield what is wrong with it."""
    try:
        pack = RulePack(**head)
    except ValidationError as error:
        yield from _problems(where, error, RulePack)
    else:
        parts.head = {key: getattr(pack, key) for key in _HEAD}


def _take(file: Path, data: dict[str, Any], parts: _Parts) -> Iterator[Problem]:
    """Add the tables of one file to `parts`; yield what is wrong."""
    for key, tables in data.items():
        if key not in _TABLES:
            near = difflib.get_close_matches(key, [*_TABLES, *(_HEAD if file.name == "pack.toml" else ())], 1)
            yield Problem(f"{file}: {key}", "unknown key", f"did you mean '{near[0]}'?" if near else "remove it")
        elif not _belongs(key, file):
            right = _FILES.get(key, f"ID{_CASES}")
            yield Problem(f"{file}: {key}", "it does not stand in this file", f"move it to {right}")
        elif not isinstance(tables, list):
            yield Problem(f"{file}: {key}", "it is not a list of tables", f"write [[{key}]]")
        else:
            yield from _rows(file, key, tables, parts)


def _is_rule(file: Path, data: dict[str, Any]) -> bool:
    """Whether a file is one rule: not one of the others, nor tables of theirs under another name."""
    if file.name in _FILES.values() or file.name.endswith(_CASES):
        return False
    return not any(key in _TABLES and isinstance(tables, list) for key, tables in data.items())


def _belongs(key: str, file: Path) -> bool:
    return file.name.endswith(_CASES) if key == "case" else key == "rule" or file.name == _FILES[key]


def _rows(file: Path, key: str, tables: list[Any], parts: _Parts) -> Iterator[Problem]:
    name_of_field, model = _TABLES[key]
    for number, table in enumerate(tables):
        place = str(file) if key == "rule" else f"{file}: {key}[{number}]"
        try:
            one = model.model_validate(table)
        except ValidationError as error:
            given = table if isinstance(table, dict) else {}
            parts.broken |= {(key, str(given[name])) for name in ("id", "attribute", "rule") if name in given}
            yield from _problems(place, error, model)
            continue
        parts.tables[name_of_field] = (*parts.tables.get(name_of_field, ()), one)
        if (first := parts.ids.setdefault((key, getattr(one, "id", place)), place)) != place:
            yield Problem(place, f"the id '{table['id']}' stands in {first} too", "give each its own id")


def _problems(where: str, error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    for path, what, remedy in mistakes(error, model):
        yield Problem(f"{where}.{path}" if "[" in where else f"{where}: {path}", what, remedy)


def _lint(packs: Sequence[RulePack], broken: Set[tuple[str, str]]) -> Iterator[Problem]:
    """What single files cannot show: ids used twice, and references to what is nowhere, not even in a broken table."""
    fact_types = [fact_type for pack in packs for fact_type in pack.fact_types]
    events = {event.id for pack in packs for event in pack.event_types}
    events |= {name for table, name in broken if table == "event_type"}
    attributes = {fact_type.attribute for fact_type in fact_types}
    attributes |= {name for table, name in broken if table == "fact_type"}
    yield from _doubles("phrase", ((pack.id, phrase.id) for pack in packs for phrase in pack.phrases))
    yield from _doubles("guard", ((pack.id, guard.id) for pack in packs for guard in pack.guards))
    yield from _doubles("fact type", ((pack.id, fact_type.id) for pack in packs for fact_type in pack.fact_types))
    yield from _doubles("event type", ((pack.id, event.id) for pack in packs for event in pack.event_types))
    yield from _doubles("rule", ((pack.id, rule.id) for pack in packs for rule in pack.rules))
    yield from _doubles("question", ((pack.id, question.id) for pack in packs for question in pack.questions))
    rules = {rule.id for pack in packs for rule in pack.rules} | {name for table, name in broken if table == "rule"}
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


def lint_cases(
    packs: Sequence[RulePack], selection: Sequence[str] | None = None, spared: Set[str] = frozenset()
) -> Iterator[Problem]:
    """Rules of the packs in `selection` (all for None) that lack a case of one of the three sorts, rules in it
    without any case, and packs of fact types without any. `spared` are rules of whose cases some could not be read.
    """
    for pack in packs:
        asked = selection is None or pack.id in selection
        for rule in sorted(rule.id for rule in pack.rules):
            sorts = {case.expects for other in packs for case in other.cases if case.rule == rule}
            lacking = [sort for sort in _SORTS if sort not in sorts] if asked else []
            if rule not in spared and (lacking or (not sorts and rule in (selection or ()))):
                what = f"it has no case {' and no case '.join(_SORTS[sort] for sort in lacking)}"
                adding = ", ".join(f'"{sort}"' for sort in lacking or _SORTS)
                remedy = f"add [[case]] with expects = {adding} to {rule}{_CASES}"
                yield Problem(f"pack {pack.id}: rule {rule}", what if sorts else "it has no cases", remedy)
        if asked and pack.fact_types and not pack.cases and not spared:
            yield Problem(f"pack {pack.id}", "its fact types have no cases", f"add [[case]] to facts{_CASES}")


def _doubles(what: str, ids: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Ids, each with its pack, that two packs give."""
    packs: dict[str, list[str]] = defaultdict(list)
    for pack, name in ids:
        packs[name].append(pack)
    for name, using in packs.items():
        if len(set(using)) > 1:
            yield Problem(f"packs {', '.join(sorted(using))}", f"each has a {what} '{name}'", "give each its own id")


def _unknown(pack: RulePack, where: str, name: str, known: set[str]) -> Problem:
    near = difflib.get_close_matches(name, sorted(known), 1)
    remedy = f"did you mean '{near[0]}'?" if near else "name one of this pack, or add its pack to requires"
    return Problem(f"pack {pack.id}: {where}", f"there is no '{name}'", remedy)
