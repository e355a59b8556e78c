"""Other readers of dates, timed on texts in a process of their own: `peers.py NAME`, texts as JSON on stdin.

A peer is installed on demand into build/peers/<name>, by pip and by name, for the benchmark only.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

Read = Callable[[str, str], Any]


@dataclass(frozen=True)
class Peer:
    """A package: what pip is asked for, the promised ratio, and how many runs are counted."""

    name: str
    call: str
    requirements: tuple[str, ...]
    promised: float
    runs: int


PEERS = (
    # Recognizers-Text imports a name that emoji 2 has no more.
    Peer("recognizers", "Recognizers-Text, date-time", ("recognizers-text-date-time", "emoji<2"), 100, 1),
    Peer("dateparser", "dateparser.search.search_dates", ("dateparser",), 5, 3),
)


def install(peer: Peer, folder: Path) -> str | None:
    """Install a peer into a folder of its own, once. Returns why that did not work."""
    done = folder / peer.name / ".done"
    if done.exists() and done.read_text("utf-8") == " ".join(peer.requirements):
        return None
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
    try:
        run = subprocess.run(
            [*pip, "--target", str(folder / peer.name), *peer.requirements],
            capture_output=True,
            encoding="utf-8",
            timeout=180,
        )
    except subprocess.TimeoutExpired:
        return "pip took over three minutes"
    if run.returncode:
        return f"pip could not install it ({_last_line(run.stderr)})"
    done.write_text(" ".join(peer.requirements), "utf-8")
    return None


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1][:80]


def median_ms(peer: Peer, folder: Path, texts: list[tuple[str, str]]) -> float | str:
    """The median milliseconds an article over (text, language) pairs, warm, or why it could not be measured."""
    if (why := install(peer, folder)) is not None:
        return why
    try:
        run = subprocess.run(
            [sys.executable, "-W", "ignore", __file__, peer.name],
            input=json.dumps({"paths": [str(folder / peer.name)], "texts": texts, "runs": peer.runs}),
            capture_output=True,
            encoding="utf-8",
            timeout=240,
        )
    except subprocess.TimeoutExpired:
        return "it took over four minutes"
    return float(run.stdout) if run.returncode == 0 else f"it does not run ({_last_line(run.stderr)})"


def _reader(name: str) -> Read:
    if name == "dateparser":
        search = import_module("dateparser.search").search_dates
        return lambda text, language: search(text, languages=[language])
    package = import_module("recognizers_date_time")
    cultures = {"en": package.Culture.English, "fr": package.Culture.French}
    models = {code: package.DateTimeRecognizer(culture).get_datetime_model() for code, culture in cultures.items()}
    return lambda text, language: models[language].parse(text)


def _timed(read: Read, text: str, language: str) -> float:
    begun = process_time()
    read(text, language)
    return (process_time() - begun) * 1000


def main() -> None:
    """Print the median over the texts of each one's median duration, in milliseconds."""
    asked = json.load(sys.stdin)
    sys.path[:0] = asked["paths"]
    read = _reader(sys.argv[1])
    for text, language in asked["texts"]:
        read(text[:400], language)
    print(
        median(median(_timed(read, text, language) for _ in range(asked["runs"])) for text, language in asked["texts"])
    )


if __name__ == "__main__":
    main()
