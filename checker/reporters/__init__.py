"""Reports as text. A reporter is a pure function from a report to the whole text of one format.

`REPORTERS` is the one place where formats are listed; a reporter's module is loaded when it is first used. A new format
is a module with a function `render(report) -> str` and a line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.model.report import Report


class Reporter(NamedTuple):
    """A format: the module whose `render` writes it, and what it is for."""

    module: str
    summary: str

    def __call__(self, report: Report) -> str:
        """The report in this format, ending with a line end."""
        text: str = import_module(self.module).render(report)
        return text


REPORTERS: dict[str, Reporter] = {
    "json": Reporter("checker.reporters.json", "the whole report, for other programs"),
    "table": Reporter(
        "checker.reporters.table", "for people: what was not looked at, roots, conflicts, agreements, gaps"
    ),
}
