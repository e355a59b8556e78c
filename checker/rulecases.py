"""Running the cases of rules: small stories with the findings that a rule makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.rule import ExpectedFinding, RuleCase, RulePack

Check = Callable[[RuleCase], Report]


@dataclass(frozen=True)
class CaseResult:
    """What came of one case: `expected` and `got` in words, a finding a line."""

    rule: str
    name: str
    passed: bool
    expected: str
    got: str


def run_cases(packs: Sequence[RulePack], selection: Sequence[str] | None, check: Check) -> Iterator[CaseResult]:
    """The results of the cases of the rules named (all for None), by rule and in the order of their files."""
    for pack in packs:
        for case in pack.cases:
            if selection is None or case.rule in selection or pack.id in selection:
                yield _run(case, check(case))


def _run(case: RuleCase, report: Report) -> CaseResult:
    left = [finding for finding in report.findings if finding.rule == case.rule]
    got = "\n".join(_told(finding) for finding in left) or "no finding"
    missing: list[ExpectedFinding] = []
    for expected in case.findings:
        fitting = next((finding for finding in left if _fits(expected, finding)), None)
        if fitting is None:
            missing.append(expected)
        else:
            left.remove(fitting)
    passed = not missing and not left
    wanted = "\n".join(_wanted(expected) for expected in case.findings) or "no finding"
    return CaseResult(case.rule, case.name, passed, wanted, got)


def _fits(expected: ExpectedFinding, finding: Finding) -> bool:
    if expected.cause != finding.cause or (expected.severity and expected.severity != finding.severity):
        return False
    if expected.sources is not None and set(expected.sources) != set(finding.sources):
        return False
    if expected.message is not None and expected.message != finding.message:
        return False
    evidence = [one for camp in finding.camps for one in camp.evidence]
    return all(
        any(one.source == source and (words in one.exact or one.exact in words) for one in evidence)
        for source, words in expected.evidence.items()
    )


def _told(finding: Finding) -> str:
    return f"{finding.cause} ({finding.severity}): {finding.message}"


def _wanted(expected: ExpectedFinding) -> str:
    parts: list[str] = [expected.cause]
    parts += [f"({expected.severity})"] if expected.severity else []
    parts += [f"in {', '.join(expected.sources)}"] if expected.sources is not None else []
    parts += [f"'{expected.message}'"] if expected.message is not None else []
    parts += [f"{source}: '{words}'" for source, words in expected.evidence.items()]
    return " ".join(parts)
