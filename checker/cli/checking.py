"""`checker check` and `checker compare`: from paths to reports and an exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import CLEAN, FAILURE, FINDINGS
from checker.cli.given import FAILING, given
from checker.cli.streams import STDOUT, complain, complain_of, emit, unusable, write_files
from checker.errors import Problem, UsageError, raise_all

if TYPE_CHECKING:
    from checker.cli.arguments import Target
    from checker.model.report import Report
    from checker.pipeline import Outcome


def check(options: Namespace) -> int:
    """Compare articles."""
    targets = _agreed(options.targets, options.paths)
    from checker import pipeline

    outcome = pipeline.check_paths(
        options.paths, packs=options.packs, language=options.lang, published=options.published
    )
    return _deliver(outcome, targets, options)


def compare(options: Namespace) -> int:
    """Compare claims files."""
    targets = _agreed(options.targets, options.paths)
    from checker import pipeline

    return _deliver(pipeline.compare_files(options.paths, packs=options.packs), targets, options)


def exit_code(report: Report | None, problems: Sequence[Problem], fail_on: str) -> int:
    """0 clean, 1 findings at or above the threshold `conflict`, `gap` or `never`, 2 where something was not judged.

    Notes and suppressed findings never count; input that could not be read and a check that crashed always do.
    """
    if report is None or problems or any(finding.cause == "crash" for finding in report.findings):
        return FAILURE
    counted = FAILING[fail_on]
    for finding in report.findings:
        if finding.verdict in counted and finding.severity != "note" and finding.suppressed is None:
            return FINDINGS
    return CLEAN


def _agreed(targets: Sequence[Target], inputs: Sequence[Path]) -> list[tuple[str, Path]]:
    """The format and file of every output. Raises UsageError where they do not go together, before any work is done."""
    agreed = [(target.form or "table", target.file or STDOUT) for target in targets] or [("table", STDOUT)]
    to_stdout = [form for form, file in agreed if file == STDOUT]
    problems = [
        Problem(f"-o {file}", what, remedy)
        for file, what, remedy in unusable([file for _, file in agreed if file != STDOUT], inputs)
    ]
    if len(to_stdout) > 1:
        what = f"{' and '.join(to_stdout)} would both go to stdout"
        problems.append(Problem("--format", what, "follow all but one of them with -o FILE"))
    raise_all(UsageError, problems)
    return agreed


def _deliver(outcome: Outcome, targets: Sequence[tuple[str, Path]], options: Namespace) -> int:
    """Write the report in all its formats, then say what could not be read."""
    from checker.reporters import REPORTERS
    from checker.reporters.counts import count_line

    if outcome.report is not None:
        beside = given(outcome.report, [form for form, _ in targets], options.packs, options.fail_on)
        rendered = [(form, file, REPORTERS[form](outcome.report, beside)) for form, file in targets]
        write_files({file: [text] for _, file, text in rendered if file != STDOUT})
        for _, file, text in rendered:
            if file == STDOUT:
                emit(text)
        if options.verbose:
            for line in _read(outcome.report):
                complain(line)
        if not options.quiet and ("table", STDOUT) not in targets:
            complain(count_line(outcome.report))
    complain_of(outcome.problems)
    return exit_code(outcome.report, outcome.problems, options.fail_on)


def _read(report: Report) -> Iterator[str]:
    """With what packs and what was read, a line each."""
    for pack, version in sorted(report.tool.packs.items()):
        yield f"pack {pack} {version}"
    for entry in report.sources:
        when = entry.published or "publication date unknown"
        yield f"read {entry.path or entry.source.id}: {entry.language}, {when}"
