"""What formats need beside the report: texts of its articles, their files from the root of the repository, rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError

if TYPE_CHECKING:
    from checker.model.finding import Verdict
    from checker.model.report import Report, SourceEntry
    from checker.reporters.given import Given

FAILING: dict[str, frozenset[Verdict]] = {
    "conflict": frozenset({"conflict"}),
    "gap": frozenset({"conflict", "gap"}),
    "never": frozenset(),
}
"""The verdicts that fail a run, by `--fail-on`."""


def given(
    report: Report,
    forms: Iterable[str],
    packs: Sequence[str | Path] | None,
    fail_on: str,
    *,
    show_suppressed: bool = False,
) -> Given:
    """What these formats need of what stands beside a report; files are read and packs loaded only where one does."""
    from checker import pipeline
    from checker.reporters import REPORTERS
    from checker.reporters.given import Given

    needed = {need for form in forms for need in REPORTERS[form].needs}
    root = _root(Path.cwd())
    return Given(
        texts=dict(_texts(report.sources)) if "texts" in needed else {},
        paths={entry.source.id: _from(root, entry.path) for entry in report.sources if entry.path},
        rules={rule.id: rule for pack in pipeline.packs_of(packs) for rule in pack.rules} if "rules" in needed else {},
        failing=FAILING[fail_on],
        show_suppressed=show_suppressed,
    )


def _texts(sources: Iterable[SourceEntry]) -> Iterator[tuple[str, str]]:
    """The canonical texts of the sources whose files are still what was read."""
    from checker.ingest import READERS

    for entry in sources:
        file = Path(entry.path or "")
        try:
            text = READERS[file.suffix.lower()](file.read_bytes(), file.as_posix()).text
        except (InputError, OSError, KeyError):
            continue  # claims files tell of articles that need not be here
        if sha256(text.encode("utf-8")).hexdigest() == entry.sha256:
            yield entry.source.id, text


def _root(folder: Path) -> Path:
    """The nearest folder from this one up that is a repository's, else this one."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)


def _from(root: Path, path: str) -> str:
    """A path as seen from a folder; an absolute one where it does not lie in it."""
    whole = Path(os.path.abspath(path))
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.as_posix()
