"""What can be said on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.cli.upkeep import add_settings, add_upkeep
from checker.cli.versions import ShowVersions
from checker.cli.words import EPILOG, Parser, command
from checker.reporters import REPORTERS


class Target:
    """One output: the name of a format (None: not said, the table) and where to (None: stdout)."""

    def __init__(self, form: str | None = None, file: Path | None = None) -> None:
        self.form, self.file = form, file


class _AddFormat(argparse.Action):
    """`--format F` begins an output, or names the format of an `-o` that came first."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        targets = list(getattr(namespace, self.dest))
        if targets and targets[-1].form is None:
            targets[-1] = Target(values, targets[-1].file)
        else:
            targets.append(Target(values))
        setattr(namespace, self.dest, targets)


class _AddFile(argparse.Action):
    """`-o FILE` is where the format before it goes."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        targets = list(getattr(namespace, self.dest))
        if targets and targets[-1].file is not None:
            raise argparse.ArgumentError(self, "a second file for one format: write --format before each -o")
        form = targets.pop().form if targets else None
        setattr(namespace, self.dest, [*targets, Target(form, values)])


def _format(name: str) -> str:
    """The name of a reporter."""
    if name not in REPORTERS:
        raise argparse.ArgumentTypeError(f"there is no format {name!r}, use one of: {', '.join(sorted(REPORTERS))}")
    return name


def _jobs(text: str) -> int:
    """A number of processes."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes, write 0 or more")
    return int(text)


def _packs(text: str) -> list[str]:
    """Names or folders of rule packs, parted by commas."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise argparse.ArgumentTypeError("no pack is named, write for instance --packs core,news")
    return names


def _count(text: str) -> int:
    """A number of examples."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 up")
    return int(text)


def _published(text: str) -> str:
    """A publication date in its one form."""
    from checker.ingest.stated import BadValue, checked

    try:
        moment = checked("published", text)
    except BadValue as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if moment is None:
        raise argparse.ArgumentTypeError("the date is empty, write it like 2020-08-03")
    return moment


def parser() -> Parser:
    """The parser of all commands. Each sets `run` to the function that runs it, as `module:name`."""
    root = Parser(
        prog="checker",
        description="Compares the facts of articles about one story and reports agreements, conflicts and gaps.",
        epilog=EPILOG,
    )
    root.add_argument("--version", action=ShowVersions)
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_gate(commands)
    _add_extract(commands)
    _add_compare(commands)
    _add_validate(commands)
    _add_rules(commands)
    add_upkeep(commands)
    return root


def _add_check(commands: Any) -> None:
    check = command(commands, "check", "checker.cli.checking:check", "compare articles and report")
    _paths(check, "article or story folder")
    _add_reading(check)
    _add_keeping(check)
    _add_reporting(check)


def _add_gate(commands: Any) -> None:
    gate = command(commands, "gate", "checker.cli.checking:gate", "judge drafts against their sources and report")
    gate.add_argument("drafts", nargs="*", type=Path, metavar="DRAFT", help="draft, or folder of drafts")
    gate.add_argument(
        "--sources", nargs="+", action="extend", type=Path, metavar="PATH", help="article or folder of the sources"
    )
    _add_reading(gate)
    _add_keeping(gate)
    _add_reporting(gate)


def _add_extract(commands: Any) -> None:
    extract = command(commands, "extract", "checker.cli.claims:extract", "write what articles claim to a claims file")
    _paths(extract, "article or story folder")
    _add_reading(extract)
    _add_keeping(extract)
    add_settings(extract)
    _add_packs(extract)
    extract.add_argument("-o", dest="file", type=Path, metavar="FILE", help="claims file (default: stdout)")


def _add_compare(commands: Any) -> None:
    compare = command(commands, "compare", "checker.cli.checking:compare", "compare claims files and report")
    _paths(compare, "claims file (.jsonl)")
    _add_reporting(compare)


def _add_validate(commands: Any) -> None:
    summary = "say whether files keep their schema: claims, reports, articles, sources.toml, packs"
    _paths(command(commands, "validate", "checker.cli.claims:validate", summary), "file, or folder of a rule pack")


def _add_rules(commands: Any) -> None:
    summary = "list, explain, test and begin rules"
    rules = commands.add_parser("rules", help=summary, description=summary, epilog=EPILOG)
    actions = rules.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_packs(command(actions, "list", "checker.cli.rules:list_rules", "one line a rule"))
    explain = command(actions, "explain", "checker.cli.rules:explain", "what a rule is for, and its cases")
    explain.add_argument("ids", nargs="+", metavar="ID", help="id of a rule, such as NUM101")
    _add_packs(explain)
    test = command(actions, "test", "checker.cli.rules:test", "lint rules, run their cases, hold laws, try mutants")
    test.add_argument("ids", nargs="*", metavar="ID", help="id of a rule or of a pack (default: all)")
    laws = "hold this law; may be repeated; or all, or none (default: all where a pack or rule is named, else none)"
    test.add_argument("--law", dest="laws", action="append", metavar="NAME", help=laws)
    examples = "try each law on so many examples (default: 50 with --law, else 20)"
    test.add_argument("--examples", type=_count, metavar="N", help=examples)
    test.add_argument("--mutate", action="store_true", help="say which mistakes in the rules no case would show")
    _add_packs(test)
    new = command(actions, "new", "checker.cli.scaffold:new", "begin a rule with its cases")
    new.add_argument("folder", type=Path, metavar="PACK", help="folder of the pack, made where it is not there")
    new.add_argument("id", nargs="?", metavar="ID", help="id of the rule (default: the first one free from 9001)")
    new.add_argument("--check", default="difference", metavar="KIND", help="kind of check (default: difference)")


def _paths(command: Parser, what: str) -> None:
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=what)


def _add_reading(command: Parser) -> None:
    command.add_argument("--lang", choices=("en", "fr"), help="language of all articles (default: found for each)")
    command.add_argument(
        "--published", type=_published, metavar="DATE", help="publication date of articles that state none"
    )


def _add_keeping(command: Parser) -> None:
    command.add_argument("--jobs", type=_jobs, metavar="N", help="processes that read (default: as many as help)")
    command.add_argument("--cache-dir", type=Path, metavar="DIR", help="where what was read is kept")
    command.add_argument("--no-cache", action="store_true", help="read every article anew, keep nothing")


def _add_packs(command: Parser) -> None:
    command.add_argument(
        "--packs",
        type=_packs,
        action="extend",
        metavar="NAME,…",
        help="rule packs by name or folder (default: all built-in ones)",
    )


def _add_reporting(command: Parser) -> None:
    _add_packs(command)
    add_settings(command)
    command.add_argument("--waivers", type=Path, metavar="FILE", help="waivers (default: checker-waivers.toml)")
    command.add_argument("--baseline", type=Path, metavar="FILE", help="baseline (default: checker-baseline.json)")
    no_targets: Sequence[Target] = ()
    command.add_argument(
        "--format",
        dest="targets",
        action=_AddFormat,
        type=_format,
        default=no_targets,
        metavar="FORMAT",
        help=f"{', '.join(sorted(REPORTERS))} (default: table); may be repeated, each followed by its own -o",
    )
    command.add_argument(
        "-o", dest="targets", action=_AddFile, type=Path, default=no_targets, metavar="FILE", help="write to FILE"
    )
    command.add_argument("--show-suppressed", action="store_true", help="list in the table what is waived or known")
    command.add_argument(
        "--fail-on",
        choices=("conflict", "gap", "never"),
        help="exit with 1 on a conflict that is more than a note (default), also on such a gap, or never",
    )
