"""What can go wrong with input, said so that a person can mend it.

Every error carries *what* is wrong, *where* (a file, with a place inside it), and the *remedy*. Errors of one run are
collected and shown together: see `InputErrors`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong with one input.

    `where` is a file or an option, with line and column or a JSON path after a colon where there is one.
    """

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class CheckerError(Exception):
    """Input that cannot be used. `problems` lists all that was found, sorted, at least one."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class InputError(CheckerError):
    """An article, a sources.toml or a claims file that cannot be read."""


class PackError(CheckerError):
    """A rule pack that breaks its schema or contradicts itself."""


class UsageError(CheckerError):
    """Arguments that do not go together."""


def raise_all(kind: type[CheckerError], problems: Iterable[Problem]) -> None:
    """Raise one error of `kind` for all `problems`; do nothing where there are none."""
    found = tuple(problems)
    if found:
        raise kind(*found)
