"""Running the cases of rules: small stories with the findings that a rule makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.errors import Problem
from checker.model.finding import Finding
from checker.model.report import Report
from checker.model.rule import ExpectedFinding, RuleCase, RulePack

Check = Callable[[RuleCase], Report]


class CaseResult(NamedTuple):
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
                yield result_of(case, check(case).findings)


def lint_wording(packs: Sequence[RulePack], selection: Sequence[str] | None = None) -> Iterator[Problem]:
    """What is wrong with single cases of the rules and packs in `selection` (all for None), read by themselves."""
    for pack in packs:
        for case in pack.cases:
            if selection is None or case.rule in selection or pack.id in selection:
                where = f"pack {pack.id}: case '{case.name}' of {case.rule}"
                yield from (Problem(where, what, remedy) for what, remedy in _wording(case))


def _wording(case: RuleCase) -> Iterator[tuple[str, str]]:
    texts = {article.id: article.text for article in case.articles}
    ids = ", ".join(f"'{name}'" for name in texts)
    if len(texts) < len(case.articles):
        yield "two of its articles have one id", "give each its own"
    if case.expects == "fires" and not case.findings:
        yield "it fires and lists no findings", 'add findings = [{ cause = "..." }]'
    if case.expects == "silent" and case.findings:
        yield "it stays silent and lists findings", 'write expects = "fires" or "boundary", or remove them'
    named = {source for one in case.findings for source in (*(one.sources or ()), *one.evidence)}
    for source in sorted(named | ({case.draft} if case.draft else set())):
        if source not in texts:
            yield f"it has no article '{source}'", f"its articles are {ids}"
    for one in case.findings:
        for source, words in one.evidence.items():
            if source in texts and not stands_in(words, texts[source]):
                yield f"the article '{source}' does not say '{words}'", "copy whole words from its text"


def stands_in(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as whole words: `5` neither in `45` nor in `1.5`, `000` not in `10 000`."""
    words = " ".join(words.split())
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    if words[:1].isdigit():
        before += r"(?<!\d[.,])" + (r"(?<!\d )" if re.match(r"\d{3}(?!\d)", words) else "")
    if words[-1:].isdigit():
        after += r"(?![.,]\d| \d{3}(?!\d))"
    return bool(words) and re.search(before + re.escape(words) + after, " ".join(text.split())) is not None


def result_of(case: RuleCase, findings: Iterable[Finding]) -> CaseResult:
    """Whether what was found on the articles of a case holds what it expects of its rule, and nothing else of that."""
    left = [finding for finding in findings if finding.rule == case.rule]
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
        any(one.source == source and (stands_in(words, one.exact) or stands_in(one.exact, words)) for one in evidence)
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
