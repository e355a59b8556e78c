"""Where output goes: stdout, stderr, and files that are complete or not there at all."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.errors import Problem

STDOUT = Path("-")
"""How a command line names stdout as a file."""


def emit(text: str) -> None:
    """Write to stdout as UTF-8 with plain line ends, so that the bytes are the same everywhere.

    A reader who closes the pipe early has what they wanted: that is no error. Raises UsageError where stdout is a file
    that cannot be written.
    """
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        raise _unwritten("stdout", error) from error


def _silence() -> None:
    """Point stdout at nothing, so that the interpreter's last flush of what is left does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritten(where: str, error: OSError) -> Exception:
    from checker.errors import Problem, UsageError

    return UsageError(Problem(where, f"writing failed: {error.strerror}", "free some space, or write elsewhere"))


def complain(message: str) -> None:
    """One line on stderr, after the program's name; what a terminal would act on is made visible."""
    from checker.reporters.visible import visible

    print(f"checker: {visible(message)}", file=sys.stderr)


def complain_of(problems: Iterable[Problem]) -> None:
    """A line for each problem, those in line 9 before those in line 10."""
    for message in sorted(map(str, problems), key=_by_number):
        complain(message)


def _by_number(text: str) -> list[str | int]:
    """A sort key that takes the figures in a text as numbers; text and figures always alternate in it."""
    return [int(part) if place % 2 else part for place, part in enumerate(re.split(r"([0-9]+)", text))]


def unusable(files: Sequence[Path], inputs: Iterable[Path]) -> Iterable[tuple[Path, str, str]]:
    """For each output file that cannot be written: the file, what is wrong, and the remedy."""
    read = {file.resolve() for file in inputs}
    seen: set[Path] = set()
    for file in files:
        place = file.resolve()
        if place in seen:
            yield file, "two outputs go to one file", "give each its own file"
        elif place in read:
            yield file, "this is one of the inputs", "write to another file"
        elif file.is_dir():
            yield file, "this is a folder", "name a file in it"
        elif not place.parent.is_dir():
            yield file, "its folder does not exist", f"create it first: mkdir -p {file.parent}"
        elif not os.access(file if file.exists() else place.parent, os.W_OK):
            yield file, "it cannot be written", "change its permissions, or write elsewhere"
        seen.add(place)


def write_files(contents: Mapping[Path, Iterable[str]]) -> None:
    """Write UTF-8 text files, each from its pieces: beside their places first, and renamed when all are complete.

    Raises UsageError where one cannot be written; then none is.
    """
    with ExitStack() as undo:
        moves = []
        for file, pieces in contents.items():
            place = file.resolve()
            if place.exists() and not place.is_file():  # a device or a named pipe: there is nothing to rename
                beside = place
            else:
                beside = place.with_name(f".{place.name}.{os.getpid()}.part")
                undo.callback(beside.unlink, missing_ok=True)
                moves.append((beside, place))
            try:
                with beside.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
                    stream.writelines(pieces)
            except OSError as error:
                raise _unwritten(f"-o {file}", error) from error
        for beside, place in moves:
            if place.exists():
                beside.chmod(place.stat().st_mode)
            beside.replace(place)
