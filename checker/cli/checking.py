"""`checker check`, `checker compare` and `checker gate`: from paths to reports and an exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import CLEAN, FAILURE, FINDINGS
from checker.cli.given import FAILING, given
from checker.cli.lastrun import remember
from checker.cli.reading import reader, reports
from checker.cli.settings import Settings, settings
from checker.cli.streams import STDOUT, complain, complain_of, emit, unusable, write_files
from checker.errors import CheckerError, Problem, UsageError, raise_all

if TYPE_CHECKING:
    from checker.cli.arguments import Target
    from checker.model.report import Report
    from checker.pipeline import Outcome
    from checker.waivers import Known


def check(options: Namespace) -> int:
    """Compare articles."""
    said = settings(options, options.paths[0])

    def run() -> Outcome:
        from checker import pipeline

        return pipeline.check_paths(
            options.paths,
            packs=said.packs,
            language=said.lang,
            published=said.published,
            policy=said.policy,
            reader=reader(said, options),
            reports=reports(said),
        )

    return _judged(run, options.paths, said, options)


def compare(options: Namespace) -> int:
    """Compare claims files."""
    said = settings(options, options.paths[0])

    def run() -> Outcome:
        from checker import pipeline

        return pipeline.compare_files(options.paths, packs=said.packs, policy=said.policy)

    return _judged(run, options.paths, said, options)


def gate(options: Namespace) -> int:
    """Judge drafts against their sources."""
    said = settings(options, options.drafts[0] if options.drafts else None)
    missing = [(key, paths) for key, paths in (("drafts", said.drafts), ("sources", said.sources)) if not paths]
    where = {"drafts": "name it: checker gate DRAFT", "sources": "name them: --sources PATH"}
    what = {"drafts": "there is no draft", "sources": "there are no sources"}
    raise_all(
        UsageError,
        (Problem("gate", what[key], f"{where[key]}, or set {key} under [gate] in checker.toml") for key, _ in missing),
    )

    def run() -> Outcome:
        from checker.gate import gate_paths

        return gate_paths(
            said.drafts,
            said.sources,
            packs=said.packs,
            language=said.lang,
            published=said.published,
            policy=said.policy,
            reader=reader(said, options),
            reports=reports(said),
        )

    return _judged(run, [*said.drafts, *said.sources], said, options)


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


def _judged(run: Callable[[], Outcome], inputs: Sequence[Path], said: Settings, options: Namespace) -> int:
    """Run once all that was said goes together; mark what is known; write the report."""
    targets = _agreed(said.targets, inputs)
    known, problems = _known(said)
    outcome = run()
    report = outcome.report
    if report is not None and known is not None:
        from checker.waivers import applied

        report, more = applied(report, known, date.today().isoformat())
        problems += more
    if report is not None:
        remember(report, said.cache)
        _deliver(report, targets, said, options)
    if not options.quiet:
        for note in outcome.notes:
            complain(note)
    problems += outcome.problems
    complain_of(problems)
    return exit_code(report, problems, said.fail_on)


def _known(said: Settings) -> tuple[Known | None, tuple[Problem, ...]]:
    """The waivers and the baseline, where there are any, and what is wrong with them."""
    if said.waivers is None and said.baseline is None:
        return None, ()
    from checker.waivers import Known, load_baseline, load_waivers

    problems: tuple[Problem, ...] = ()
    known = Known(waivers_file=str(said.waivers), baseline_file=str(said.baseline))
    try:
        waivers = load_waivers(said.waivers) if said.waivers else ()
    except CheckerError as error:
        waivers, problems = (), error.problems
    try:
        baseline = load_baseline(said.baseline) if said.baseline else ()
    except CheckerError as error:
        baseline, problems = (), (*problems, *error.problems)
    return Known(waivers, known.waivers_file, baseline, known.baseline_file), problems


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


def _deliver(report: Report, targets: Sequence[tuple[str, Path]], said: Settings, options: Namespace) -> None:
    """Write the report in all its formats, and on stderr what was read and what was counted."""
    from checker.reporters import REPORTERS
    from checker.reporters.counts import count_line

    beside = given(
        report, [form for form, _ in targets], said.packs, said.fail_on, show_suppressed=options.show_suppressed
    )
    rendered = [(form, file, REPORTERS[form](report, beside)) for form, file in targets]
    write_files({file: [text] for _, file, text in rendered if file != STDOUT})
    for _, file, text in rendered:
        if file == STDOUT:
            emit(text)
    if options.verbose:
        for line in _read(report):
            complain(line)
    if not options.quiet and ("table", STDOUT) not in targets:
        complain(count_line(report))


def _read(report: Report) -> Iterator[str]:
    """With what packs and what was read, a line each."""
    for pack, version in sorted(report.tool.packs.items()):
        yield f"pack {pack} {version}"
    for entry in report.sources:
        when = entry.published or "publication date unknown"
        yield f"read {entry.path or entry.source.id}: {entry.language}, {when}"
