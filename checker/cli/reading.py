"""How a run reads articles: from the cache where they were read before, in several processes where that helps."""

from __future__ import annotations

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.cli.settings import Settings

if TYPE_CHECKING:
    from checker.model.rule import RulePack
    from checker.model.source import Article
    from checker.pipeline import Examined, Reader, Reports

MIB = 1024 * 1024
WORTH = 150_000
"""Characters for each process beyond the first: reading fewer takes less than to start one."""
MANY = 12
"""Articles from which on a terminal is told how far the reading is."""


def reports(said: Settings) -> Reports:
    """What gives the report of a run."""
    if said.cache is None:
        from checker.pipeline import anew

        return anew
    from checker.cache import Cache
    from checker.kept import KeptReports

    return KeptReports(Cache(said.cache, said.cache_mib * MIB))


def reader(said: Settings, options: Namespace) -> Reader:
    """What reads the articles of a run."""
    read: Reader = Processes(said.jobs)
    if sys.stderr.isatty() and not options.quiet:
        read = Telling(read)
    if said.cache is None:
        return read
    from checker.cache import Cache
    from checker.kept import Kept

    return Kept(Cache(said.cache, said.cache_mib * MIB), read)


class Processes:
    """Reads in `jobs` processes; 0: in as many as help. The order, and what is read, are the same with any number."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def __call__(self, articles: Sequence[Article], packs: Sequence[RulePack]) -> Iterator[Examined]:
        from checker.pipeline import examine_all

        jobs = min(self.jobs or useful_jobs(sum(len(article.text) for article in articles)), len(articles))
        return examine_all(articles, packs) if jobs <= 1 else _in_processes(articles, packs, jobs)


def useful_jobs(characters: int) -> int:
    """How many processes help to read so much text on this machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, characters // WORTH))


def _in_processes(articles: Sequence[Article], packs: Sequence[RulePack], jobs: int) -> Iterator[Examined]:
    from multiprocessing import Pool

    from checker.pipeline import examine

    yield examine(articles[0], packs)  # before they part: what reading loads, processes that are forked have
    with Pool(jobs, _begin, (packs,)) as pool:  # leaving it, also by Ctrl-C, ends the processes
        yield from pool.imap(_examine, articles[1:])


_packs: Sequence[RulePack] = ()
"""In a process that reads: by what packs."""


def _begin(packs: Sequence[RulePack]) -> None:
    global _packs
    _packs = packs
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it and ends the others


def _examine(article: Article) -> Examined:
    from checker.pipeline import examine

    return examine(article, _packs)


class Telling:
    """Tells a terminal how many of many articles are read, on one line that is wiped at the end."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def __call__(self, articles: Sequence[Article], packs: Sequence[RulePack]) -> Iterator[Examined]:
        if len(articles) < MANY:
            yield from self.reader(articles, packs)
            return
        width = 0
        try:
            for number, examined in enumerate(self.reader(articles, packs), 1):
                line = f"read {number} of {len(articles)} articles"
                width = len(line)
                print(line, end="\r", file=sys.stderr, flush=True)
                yield examined
        finally:
            print(" " * width, end="\r", file=sys.stderr, flush=True)
