"""Reports as text. A reporter is a pure function from a report, and what is given beside it, to the text of one format.

`REPORTERS` is the one place where formats are listed; a reporter's module is loaded when it is first used. A new format
is a module with a function `render(report, given) -> str` and a line here. What each holds: docs/formats.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.model.report import Report
    from checker.reporters.given import Given


class Reporter(NamedTuple):
    """A format: the module whose `render` writes it, what it is for, and the parts of `Given` that it needs read."""

    module: str
    summary: str
    needs: tuple[str, ...] = ()

    def __call__(self, report: Report, given: Given | None = None) -> str:
        """The report in this format, ending with a line end. `given`: what the report does not hold."""
        from checker.reporters.given import NOTHING

        text: str = import_module(f"checker.reporters.{self.module}").render(report, given or NOTHING)
        return text


REPORTERS: dict[str, Reporter] = {
    "claimreview": Reporter("claimreview", "drafts of single reviews for a page of fact checks (schema.org JSON-LD)"),
    "csv": Reporter("csv", "a row a finding, for spreadsheets"),
    "github": Reporter("github", "annotations in a pull request, by GitHub's workflow commands"),
    "gitlab": Reporter("gitlab", "GitLab's code quality report"),
    "json": Reporter("json", "the whole report, for other programs"),
    "jsonl": Reporter("jsonl", "the whole report, a record a line"),
    "junit": Reporter("junit", "a test case a finding, for build servers (JUnit XML)"),
    "markdown": Reporter("markdown", "for people on a page: the summary of a job, a comment"),
    "rdjson": Reporter("rdjson", "diagnostics for reviewdog", ("texts",)),
    "sarif": Reporter("sarif", "all findings, for viewers of static analysis (SARIF 2.1.0)", ("rules",)),
    "sarif-github": Reporter("sarif_github", "SARIF as GitHub's code scanning takes it", ("rules",)),
    "table": Reporter("table", "for people: what was not looked at, roots, conflicts, agreements, gaps"),
}
