"""Work put to awkward texts of 100 kB, timed, and given up where it takes far too long."""

from __future__ import annotations

import math
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time

Read = Callable[[str], object]
SIZE = 100_000
MOST = 60.0
"""Seconds of work after which it is given up."""


def repeated(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def seconds(work: Read, text: str, most: float = MOST) -> float:
    """Time of work of this process, so that other processes weigh less; infinite where it is given up after `most`."""
    begun = process_time()
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        work(text)
    except _GivenUp:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return process_time() - begun


@contextmanager
def stopwatch() -> Iterator[None]:
    """Within it work can be given up, so that one bad pattern does not hold up all tests."""
    held = signal.signal(signal.SIGPROF, _give_up)
    yield
    signal.signal(signal.SIGPROF, held)


class _GivenUp(BaseException):
    pass


def _give_up(*_: object) -> None:
    raise _GivenUp
