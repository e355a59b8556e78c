"""Findings as test cases, for build servers that read JUnit XML: a suite a verdict, a case a finding.

A case fails where the finding fails the run, and is skipped where it is known or nothing to fail for, so that the
server's verdict is the exit code's. Servers keep one case for a name: a finding's hash is part of it. What there is to
read is the text of the case's state, as GitLab shows nothing else, and takes `system-out` for names of attachments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from checker.model.finding import Finding
from checker.model.report import Report
from checker.reporters.anchors import Anchors
from checker.reporters.evidence import LineStarts, camp_lines, line_starts
from checker.reporters.given import Given
from checker.reporters.identity import identities
from checker.reporters.visible import shortened, visible

_SUITES = {"conflict": "conflicts", "agreement": "agreements", "gap": "gaps"}
_LONGEST = 4000
"""Characters of a message, and of a line of text."""


def render(report: Report, given: Given) -> str:
    """An XML document of the suites `conflicts`, `agreements` and `gaps`; no time and no duration is told."""
    anchors, starts = Anchors(report, given), line_starts(report)
    named = list(zip(report.findings, identities(report.findings), strict=True))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="{_text(report.tool.name)}">']
    for verdict, suite in _SUITES.items():
        cases = [(finding, name) for finding, name in named if finding.verdict == verdict]
        states = [_state(finding, given) for finding, _ in cases]
        counts = " ".join(
            f'{key}="{states.count(state)}"'
            for key, state in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
        )
        lines.append(f'  <testsuite name="{suite}" tests="{len(cases)}" {counts}>')
        for (finding, name), state in zip(cases, states, strict=True):
            lines += _case(finding, name, state, _details(finding, anchors.spot(finding), starts))
        lines.append("  </testsuite>")
    return "\n".join((*lines, "</testsuites>", ""))


def _state(finding: Finding, given: Given) -> str:
    """`error` for a fault of the checker, `failure` for what fails the run, `passed`, or `skipped`."""
    if finding.cause == "crash":
        return "error"
    if finding.suppressed is None and finding.severity != "note" and finding.verdict in given.failing:
        return "failure"
    return "passed" if finding.verdict == "agreement" and finding.suppressed is None else "skipped"


def _case(finding: Finding, name: str, state: str, details: Iterable[str]) -> Iterator[str]:
    about = f"{finding.fact.subject}, {finding.fact.attribute} " if finding.fact else ""
    case = f'    <testcase classname="checker.{finding.rule}" name="{_text(f"{finding.cause} {about}[{name}]")}"'
    if state == "passed":
        yield f"{case}/>"
        return
    known = finding.suppressed
    said = f"{finding.message}; suppressed by {known.by}: {known.reason}" if known else finding.message
    kind = "" if state == "skipped" else f' type="{finding.severity}"'
    yield f"{case}>"
    yield f'      <{state}{kind} message="{_text(said)}">'
    yield from map(_text, details)
    yield f"      </{state}>"
    yield "    </testcase>"


def _details(finding: Finding, spot: str, starts: LineStarts) -> Iterator[str]:
    """The message, after the place in the draft where there is one; why it is known; the camps; the trace."""
    yield f"{spot}: {finding.message}" if spot else finding.message
    if known := finding.suppressed:
        yield f"suppressed by {known.by}: {known.reason}"
    for camp in finding.camps:
        yield from camp_lines(camp, starts)
    yield from (f"    because {step}" for step in finding.trace)


def _text(text: str) -> str:
    """Text for an attribute or an element: one line, without what XML cannot hold."""
    return escape(shortened(visible(text), _LONGEST))
