"""Judging: every rule of the packs on one story. A check that crashes becomes a finding; the others still run."""

from __future__ import annotations

import difflib
import string
from collections.abc import Iterable, Iterator, Sequence

from pydantic import ValidationError

from checker.errors import Problem
from checker.judge.check import Check, Parameters, kinds_of_check
from checker.judge.finding import fingerprint
from checker.judge.story import Story
from checker.model.finding import Finding, Severity
from checker.model.mistakes import mistakes
from checker.model.rule import Rule, RulePack

CRASHED = "CHK001"
_SEVERITIES: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
_VERDICTS = {"conflict": 0, "agreement": 1, "gap": 2}


def lint_rules(packs: Sequence[RulePack]) -> Iterator[Problem]:
    """What is wrong with the rules of packs: unknown kinds of check, parameters, fields of a message."""
    for pack in packs:
        for rule in pack.rules:
            where = f"pack {pack.id}: rule {rule.id}"
            check = kinds_of_check().get(rule.check)
            if check is None:
                near = difflib.get_close_matches(rule.check, sorted(kinds_of_check()), 1)
                remedy = f"did you mean '{near[0]}'?" if near else f"name one of {', '.join(sorted(kinds_of_check()))}"
                yield Problem(f"{where}: check", f"there is no kind of check '{rule.check}'", remedy)
                continue
            try:
                check.parameters.model_validate(rule.parameters)
            except ValidationError as error:
                for path, what, remedy in mistakes(error, check.parameters):
                    yield Problem(f"{where}: parameters.{path}", what, remedy)
            allowed = {"camps", "rule", *check.fields}
            for _, name, _, _ in string.Formatter().parse(rule.message):
                if name is not None and name not in allowed:
                    remedy = f"use one of {', '.join(sorted(allowed))}"
                    yield Problem(f"{where}: message", f"there is no field '{{{name}}}'", remedy)


def judge(story: Story, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The findings of all rules on a story, conflicts first, then by severity, rule, fact and source."""
    return ordered(finding for rule in rules for finding in _guarded(rule, story))


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of a report."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, int, str, str, tuple[str, ...], str, str]:
    return (
        _VERDICTS[finding.verdict],
        _SEVERITIES[finding.severity],
        finding.rule,
        str(finding.fact or ""),
        finding.sources,
        finding.message,
        finding.fingerprint,
    )


def _guarded(rule: Rule, story: Story) -> list[Finding]:
    """The findings of one rule, or the one finding that it crashed."""
    try:
        check = kinds_of_check()[rule.check]
        return list(_run(check, rule, check.parameters.model_validate(rule.parameters), story))
    except Exception as error:
        return [
            Finding(
                rule=CRASHED,
                verdict="gap",
                cause="crash",
                severity="error",
                message=f"rule {rule.id} could not be run: {type(error).__name__}: {error}; {CRASHED}",
                trace=("the other rules were run; please report this with the articles",),
                fingerprint=fingerprint(CRASHED, rule.id, ()),
            )
        ]


def _run(check: Check, rule: Rule, parameters: Parameters, story: Story) -> Iterator[Finding]:
    if check.of_fact is not None:
        for fact in story.facts:
            if parameters.takes(fact):
                yield from check.of_fact(rule, parameters, fact, story)
    if check.of_article is not None:
        for article in story.articles:
            yield from check.of_article(rule, parameters, article, story)
    if check.of_story is not None:
        yield from check.of_story(rule, parameters, story)
