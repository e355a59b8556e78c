"""`make bench`: what is promised of speed and quality, measured in one run and printed as one table. Asserts nothing.

Times are medians of processor time. Whatever is compared (other readers, Python's own start) is run here and
now, so that the ratios hold on any machine.

usage: python benchmarks/run.py [reading | starting | linking | labelled | mutation ...]
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tabulate import tabulate

from benchmarks import labelled, linking, mutation, reading, starting
from benchmarks.measuring import Row

PARTS = {
    "reading": reading.rows, "starting": starting.rows, "linking": linking.rows, "labelled": labelled.rows,
    "mutation": mutation.rows,
}  # fmt: skip
HEAD = ("what", "measured", "figure", "promised", "held")


def main(wanted: list[str]) -> int:
    """Measure the parts named, or all; say on stderr what is being done, and print the table on stdout."""
    if unknown := sorted(set(wanted) - PARTS.keys()):
        print(f"no such part: {', '.join(unknown)}; name some of {', '.join(PARTS)}", file=sys.stderr)
        return 2
    table = [row for name in wanted or PARTS for row in _measured(name)]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(f"{platform.python_implementation()} {platform.python_version()} on {platform.machine()}, {cores} cores\n")
    cells = [(row.what, row.measured, row.figure, row.promise, row.held) for row in table]
    print(tabulate(cells, headers=HEAD, tablefmt="simple", disable_numparse=True))
    return 0


def _measured(name: str) -> Iterator[Row]:
    """The rows of one part; a part that breaks off says why and leaves the others to be measured."""
    print(f"measuring {name} ...", file=sys.stderr, flush=True)
    try:
        yield from PARTS[name]()
    except Exception as error:
        what = str(error).splitlines()[0] if str(error) else ""
        yield Row(f"the rest of {name}", held=f"not measured: {type(error).__name__}: {what}"[:160])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
