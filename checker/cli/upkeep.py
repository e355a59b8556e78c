"""The arguments of the commands that look after a gate: waive, baseline, config, completion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.cli.words import Parser, command


def add_upkeep(commands: Any) -> None:
    """Add the commands."""
    _add_waive(commands)
    _add_baseline(commands)
    _add_config(commands)
    shell = command(commands, "completion", "checker.cli.completion:completion", "a script that completes commands")
    shell.add_argument("shell", choices=("bash", "zsh"), help="the shell it is for")


def add_settings(parser: Parser) -> None:
    """Where what is not on the command line comes from."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--config", type=Path, metavar="FILE", help="configuration (default: the nearest checker.toml)")
    where.add_argument("--isolated", action="store_true", help="look for no configuration, waivers or baseline")


def _add_waive(commands: Any) -> None:
    waive = command(commands, "waive", "checker.cli.knowing:waive", "let a finding stand until a day, with a reason")
    waive.add_argument("finding", metavar="FINDING", help="its fingerprint, or as many first digits as tell it apart")
    waive.add_argument("--reason", required=True, metavar="TEXT", help="why it may stand")
    waive.add_argument("--owner", required=True, metavar="NAME", help="who answers for it")
    waive.add_argument("--expires", required=True, metavar="DAY", help="the last day it holds, such as 2021-06-30")
    waive.add_argument("--waivers", type=Path, metavar="FILE", help="waivers (default: checker-waivers.toml)")
    _add_report(waive)


def _add_baseline(commands: Any) -> None:
    summary = "take the findings there are for known"
    baseline = commands.add_parser("baseline", help=summary, description=summary)
    actions = baseline.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, what in (
        ("create", "write the baseline of the findings there are"),
        ("update", "add what is new, remove what is found no more"),
        ("prune", "remove what is found no more"),
    ):
        action = command(actions, name, f"checker.cli.knowing:{name}", what)
        action.add_argument("--baseline", type=Path, metavar="FILE", help="default: checker-baseline.json")
        _add_report(action)


def _add_report(parser: Parser) -> None:
    parser.add_argument("--report", type=Path, metavar="FILE", help="report in JSON (default: the last run here)")
    parser.add_argument("--cache-dir", type=Path, metavar="DIR", help="where the last run is kept")
    add_settings(parser)


def _add_config(commands: Any) -> None:
    summary = "say what is set, and where"
    config = commands.add_parser("config", help=summary, description=summary)
    actions = config.add_subparsers(title="commands", metavar="COMMAND", required=True)
    show = command(actions, "show", "checker.cli.configuring:show", "every setting, its value and where that is from")
    show.add_argument("start", nargs="?", type=Path, metavar="PATH", help="the input it would be for (default: here)")
    add_settings(show)
