"""All findings as SARIF 2.1.0 (OASIS), for viewers of static analysis.

A conflict is a result of kind `fail`, an agreement `pass`; a gap is for a person to look at (`review`), or left open
by the texts or the checker (`open`), unless it fails the run. Only what is of kind `fail` has a level. Columns count
code points, as `columnKind` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.model.finding import Cause, Finding, Suppression
from checker.model.report import Report
from checker.model.rule import Rule
from checker.reporters.anchors import Anchor, Anchored, Anchors
from checker.reporters.given import Given
from checker.reporters.identity import identities
from checker.reporters.jsontext import json_text
from checker.reporters.visible import shortened, visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LONGEST = 1000
"""Characters of a message or of a rule's text; GitHub takes 1024 of the latter."""
_KINDS: dict[Cause, str] = {"uncorroborated": "review", "omitted": "review"}
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
_LINKED = 10
"""Places against a finding that its message leads to; the others are in relatedLocations all the same."""


def render(report: Report, given: Given) -> str:
    """One run with a result for each finding, in the report's order, and an artifact for each source."""
    rules, anchors = rule_ids(report.findings), Anchors(report, given)
    results = []
    for finding, name in zip(report.findings, identities(report.findings), strict=True):
        anchored = anchors.of(finding)
        kind = _kind(finding, given)
        made = {
            **result(finding, anchored, rules),
            "kind": kind,
            "level": finding.severity if kind == "fail" else "none",
            "partialFingerprints": {"finding/v1": name},
            "suppressions": [_suppression(finding.suppressed)] if finding.suppressed else [],
            "properties": {"verdict": finding.verdict, "cause": finding.cause, "severity": finding.severity},
        }
        if anchored.main:
            made["locations"] = [{"physicalLocation": _place(anchored.main)}]
        if anchored.others:
            made["relatedLocations"] = related(anchored.others, _place)
        results.append(made)
    run = run_of(report, given, rules, results)
    run["artifacts"] = [
        {
            "location": {"uri": uri(anchors.path(entry.source.id))},
            "roles": ["analysisTarget"],
            "encoding": "UTF-8",
            "properties": {"source": entry.source.id, "language": entry.language, "textSha256": entry.sha256},
        }
        for entry in report.sources
    ]
    run["properties"] = {"coverage": [one.model_dump(mode="json", exclude={"values"}) for one in report.coverage]}
    return log(run)


def log(run: dict[str, Any]) -> str:
    """A SARIF log of one run."""
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def run_of(
    report: Report, given: Given, rules: Sequence[str], results: Sequence[Any], left_out: str = ""
) -> dict[str, Any]:
    """A run with its tool, rules and results; `left_out` says in words what is not among them."""
    crashed = [finding.message for finding in report.findings if finding.cause == "crash"]
    notices = [("error", message) for message in crashed] + ([("note", left_out)] if left_out else [])
    invocation: dict[str, Any] = {"executionSuccessful": not crashed}
    if notices:
        invocation["toolExecutionNotifications"] = [
            {"level": level, "message": {"text": _plain(text)}} for level, text in notices
        ]
    driver = {
        "name": report.tool.name,
        "version": report.tool.version,
        "rules": [_descriptor(rule, given.rules) for rule in rules],
        "properties": {"packs": dict(sorted(report.tool.packs.items()))},
    }
    return {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": list(results),
    }


def rule_ids(findings: Iterable[Finding]) -> list[str]:
    """The rules that have findings, sorted."""
    return sorted({finding.rule for finding in findings})


def result(finding: Finding, anchored: Anchored, rules: Sequence[str]) -> dict[str, Any]:
    """What every profile says of a finding: its rule, and its message with links to what stands against it."""
    links = [
        f"[{_label(other)}]({number})" for number, other in enumerate(anchored.others[:_LINKED], 1) if other.evidence
    ]
    text = _plain(finding.message) + (f"\n{'; '.join(links)}" if links else "")
    return {"ruleId": finding.rule, "ruleIndex": rules.index(finding.rule), "message": {"text": text}}


def related(others: Sequence[Anchor], place: Any) -> list[dict[str, Any]]:
    """The places against a finding, numbered from 1 as its message links to them."""
    return [
        {"id": number, "message": {"text": _plain(_label(other))}, "physicalLocation": place(other)}
        for number, other in enumerate(others, 1)
    ]


def uri(path: str) -> str:
    """A path as a URI reference; an absolute one as a file URI."""
    written = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in path.encode("utf-8", "surrogatepass"))
    return f"file://{written}" if path.startswith("/") else written


def lines_of(anchor: Anchor) -> dict[str, Any]:
    """The lines and columns of an anchor, where they are known."""
    if not anchor.start or not anchor.end:
        return {}
    (line, column), (end_line, end_column) = anchor.start, anchor.end
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _kind(finding: Finding, given: Given) -> str:
    if finding.verdict == "conflict" or (finding.verdict in given.failing and finding.severity != "note"):
        return "fail"
    return "pass" if finding.verdict == "agreement" else _KINDS.get(finding.cause, "open")


def _suppression(known: Suppression) -> dict[str, Any]:
    """Why a finding is known. Either all results of a run have a list of these, be it empty, or none has."""
    answers = {"by": known.by, "owner": known.owner, "expires": known.expires}
    return {
        "kind": "external",
        "status": "accepted",
        "justification": known.reason,
        "properties": {key: value for key, value in answers.items() if value},
    }


def _place(anchor: Anchor) -> dict[str, Any]:
    """An anchor as a physical location, with its words and what stands around them."""
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(anchor.path)}}
    if evidence := anchor.evidence:
        place["region"] = {
            **lines_of(anchor),
            "charOffset": evidence.start,
            "charLength": evidence.end - evidence.start,
            "snippet": {"text": evidence.exact},
        }
        around = evidence.prefix + evidence.exact + evidence.suffix
        if around != evidence.exact:  # it holds more than the region, or is not there
            place["contextRegion"] = {
                "charOffset": max(0, evidence.start - len(evidence.prefix)),
                "charLength": len(around),
                "snippet": {"text": around},
            }
    return place


def _label(anchor: Anchor) -> str:
    """What a place gives, and whose it is: `45 days: agency`. Brackets would end the link that it names."""
    return f"{anchor.said}: {visible(anchor.source)}".replace("[", "(").replace("]", ")")


def _plain(text: str) -> str:
    """Text on one line in which no viewer finds a link of its own."""
    return shortened(visible(text), LONGEST).replace("](", "\\](")


def _descriptor(rule_id: str, rules: Mapping[str, Rule]) -> dict[str, Any]:
    """A rule with its help, as far as it is known."""
    rule = rules.get(rule_id)
    if rule is None:
        name, summary, help_text = rule_id, f"rule {rule_id}", f"{rule_id} is in none of the packs at hand."
    else:
        name, summary = rule.name, rule.summary
        help_text = f"{rule.rationale} checker rules explain {rule_id} shows its cases."
    made = {
        "id": rule_id,
        "name": _plain(name)[:255],
        "shortDescription": {"text": _plain(summary)},
        "fullDescription": {"text": _plain(summary)},
        "help": {"text": _plain(help_text)},
    }
    if rule is not None:
        made["defaultConfiguration"] = {"level": rule.severity}
    return made
