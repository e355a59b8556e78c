"""`checker waive` and `checker baseline`: what is known of findings is written down."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import CLEAN
from checker.cli.lastrun import recall
from checker.cli.settings import known_place, settings
from checker.cli.streams import complain, write_files
from checker.errors import Problem, UsageError, raise_all

if TYPE_CHECKING:
    from checker.model.finding import Finding
    from checker.model.waiver import BaselineEntry, Waiver

_TABLE = re.compile(r"^[ \t]*\[\[\s*waiver\s*\]\]", re.M)
_REST = re.compile(r"(?:^[ \t]*(?:#[^\n]*)?\n?)*\Z", re.M)


def waive(options: Namespace) -> int:
    """Add a waiver for a finding of the last run, in place of one for the same finding."""
    from checker.waivers import is_day, load_waivers, waiver_of, waiver_text

    problems = [
        Problem(f"--{key}", "it is empty", f"say {what}")
        for key, what in (("reason", "why the finding may stand"), ("owner", "who answers for it"))
        if not getattr(options, key).strip()
    ]
    if not is_day(options.expires):
        problems.append(Problem("--expires", f"'{options.expires}' is no day", "write it like 2021-06-30"))
    elif options.expires < date.today().isoformat():
        problems.append(Problem("--expires", f"{options.expires} is past", "give a day that is to come"))
    raise_all(UsageError, problems)
    report = recall(options, settings(options).cache)
    finding = _named(options.finding, report.findings)
    made = waiver_of(finding, reason=options.reason, owner=options.owner, expires=options.expires)
    file = known_place(options, "waivers")
    before = load_waivers(file) if file.is_file() else ()
    text = file.read_text("utf-8-sig") if file.is_file() else ""
    kept = _without(text, before, made)
    write_files({file: [kept, "\n" if kept.strip() else "", waiver_text(made)]})
    if not options.quiet:
        complain(f"{file}: waived until {made.expires}: {finding.message}")
    return CLEAN


def _named(prefix: str, findings: Sequence[Finding]) -> Finding:
    """The finding whose fingerprint begins so. Raises UsageError where there is none, or several."""
    from checker.waivers import can_be_known

    fitting = {one.fingerprint: one for one in findings if one.fingerprint.startswith(prefix.lower())}
    if len(fitting) > 1:
        names = ", ".join(sorted(fitting)[:5])
        raise UsageError(Problem(prefix, f"{len(fitting)} findings begin so: {names}", "give more of its digits"))
    if not fitting:
        remedy = "run checker gate and take the fingerprint beside the finding"
        raise UsageError(Problem(prefix, "no finding of that run has this fingerprint", remedy))
    (found,) = fitting.values()
    if not can_be_known(found):
        remedy = "waive a conflict or a gap"
        raise UsageError(Problem(prefix, f"it is no finding that can be waived: {found.cause}", remedy))
    same = [one for one in findings if one.fingerprint == found.fingerprint]
    sources = tuple(sorted({source for one in same for source in one.sources}))
    return found.model_copy(update={"sources": sources})


def _without(text: str, before: Sequence[Waiver], made: Waiver) -> str:
    """The file's text without the waivers that bind what `made` binds; comments stay."""
    begins = [match.start() for match in _TABLE.finditer(text)]
    if len(begins) != len(before):
        return text
    kept = text[: begins[0]] if begins else text
    for waiver, begin, end in zip(before, begins, [*begins[1:], len(text)], strict=False):
        bound = (waiver.rule, waiver.fact, sorted(waiver.values), waiver.fingerprint)
        table = text[begin:end]
        if bound == (made.rule, made.fact, sorted(made.values), made.fingerprint):
            rest = _REST.search(table)
            table = rest[0] if rest else ""
        kept += table
    return kept if not kept or kept.endswith("\n") else f"{kept}\n"


def create(options: Namespace) -> int:
    """Write the baseline of the last run's findings; one that is there already is not overwritten."""
    file = known_place(options, "baseline")
    if file.exists():
        raise UsageError(Problem(str(file), "it is there already", "bring it up to date with checker baseline update"))
    return _write(file, [], options, add=True)


def update(options: Namespace) -> int:
    """Add the findings that are new to the baseline, remove those that are found no more."""
    return _write(file := known_place(options, "baseline"), _entries(file), options, add=True)


def prune(options: Namespace) -> int:
    """Remove the findings that are found no more from the baseline."""
    return _write(file := known_place(options, "baseline"), _entries(file), options, add=False)


def _entries(file: Path) -> Sequence[BaselineEntry]:
    from checker.waivers import load_baseline

    if not file.is_file():
        raise UsageError(Problem(str(file), "there is no such baseline", "make it with checker baseline create"))
    return load_baseline(file)


def _write(file: Path, before: Sequence[BaselineEntry], options: Namespace, *, add: bool) -> int:
    from checker.waivers import baseline_text, can_be_known, entry_of, pruned

    report = recall(options, settings(options).cache)
    kept = pruned(before, report.findings, (entry.source.id for entry in report.sources))
    known = {entry.fingerprint for entry in kept}
    new = [
        entry_of(finding)
        for finding in report.findings
        if add and can_be_known(finding) and finding.severity != "note" and finding.fingerprint not in known
        if finding.suppressed is None or finding.suppressed.by == "baseline"
    ]
    write_files({file: [baseline_text([*kept, *new])]})
    if not options.quiet:
        complain(f"{file}: {len({*kept, *new})} findings, {len(set(new))} added, {len(before) - len(kept)} removed")
    return CLEAN
