"""How the command line speaks: help of one width, errors of one line that end with the remedy."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

EPILOG = (
    "Exit codes: 0 clean, 1 findings at or above the threshold, 2 usage, input or internal error. "
    "Results go to stdout, everything else to stderr. Nothing is fetched from the network."
)


class _Help(argparse.HelpFormatter):
    """Help of 100 columns wherever it is asked for; asking for the terminal's width would also cost start-up time."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)


class Parser(argparse.ArgumentParser):
    """An argparse parser whose errors are one line that ends with the remedy, and exit 2."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_Help, **settings)

    def error(self, message: str) -> NoReturn:
        if message.startswith("unrecognized arguments:"):
            message += " (write all paths together, before or after the options)"
        self.exit(2, f"checker: {message}; see '{self.prog} --help'\n")


def command(commands: Any, name: str, run: str, summary: str) -> Parser:
    """A command that is run by `run`, as `module:name`, with how much it says."""
    command: Parser = commands.add_parser(name, help=summary, description=summary, epilog=EPILOG)
    command.set_defaults(run=run)
    loudness = command.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="only errors on stderr")
    loudness.add_argument("-v", "--verbose", action="store_true", help="what was read and with what, on stderr")
    return command
