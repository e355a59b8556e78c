"""Rules as text: the table of `checker rules list`, the page of `checker rules explain`, and docs/rules.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from checker.model.rule import CaseText, ExpectedFinding, Rule, RuleCase, RulePack
from checker.reporters.layout import grid, wrapped
from checker.reporters.visible import shortened, visible

_HEAD = """# Rules

Made by `make docs` from the packs under `rules/`; change those, not this page. `checker rules explain ID` shows a rule
with its cases.
"""


def rule_table(packs: Sequence[RulePack]) -> str:
    """One row a rule, by id."""
    rows = [
        (rule.id, pack.id, rule.severity, len(_cases(pack, rule)), _cell(f"{rule.name}: {rule.summary}"))
        for pack in packs
        for rule in pack.rules
    ]
    return grid(("id", "pack", "severity", "cases", "what it says"), sorted(rows), right=(3,)) + "\n"


def rule_text(pack: RulePack, rule: Rule) -> str:
    """All there is to know of a rule."""
    lines = [f"{rule.id} {visible(rule.name)} (pack {pack.id} {pack.version}, severity {rule.severity})"]
    lines += wrapped(visible(rule.summary), indent=2, hanging=0)
    lines += wrapped(f"why: {visible(rule.rationale)}", indent=2)
    lines += wrapped(f"check: {rule.check}{_parameters(rule.parameters)}", indent=2)
    lines += wrapped(f"message: {visible(rule.message)}", indent=2)
    for case in _cases(pack, rule):
        lines += ["", *_case(case)]
    return "\n".join(lines) + "\n"


def catalogue(packs: Sequence[RulePack]) -> str:
    """The page docs/rules.md: every rule by pack, with its fact types."""
    parts = [_HEAD]
    for pack in packs:
        parts.append(f"## {pack.id}\n\n{pack.summary}\n")
        if pack.rules:
            rows = [(rule.id, rule.name, rule.severity, rule.check, rule.summary) for rule in pack.rules]
            parts.append(_markdown(("id", "name", "severity", "check", "what it says"), sorted(rows)))
        if pack.fact_types:
            facts = [(fact.id, fact.attribute, ", ".join(fact.kinds), fact.event or "") for fact in pack.fact_types]
            parts.append(_markdown(("fact type", "attribute", "kinds", "event"), sorted(facts)))
    return "\n".join(parts)


def _cases(pack: RulePack, rule: Rule) -> list[RuleCase]:
    return [case for case in pack.cases if case.rule == rule.id]


def _parameters(parameters: dict[str, Any]) -> str:
    return "".join(f", {key} = {value!r}" for key, value in sorted(parameters.items()))


def _case(case: RuleCase) -> Iterator[str]:
    """A story in small and what the rule says of it."""
    yield from wrapped(f"{case.expects}: {visible(case.name)}", indent=2)
    for article in case.articles:
        yield from wrapped(f"{_stated(article)}: {shortened(visible(article.text.strip()), 400)}", indent=4)
    for finding in case.findings:
        yield from wrapped(f"=> {_expected(finding)}", indent=4)
    if not case.findings:
        yield "    => nothing"


def _stated(article: CaseText) -> str:
    details = [detail for detail in (article.language, article.published, article.credit) if detail]
    return visible(article.id) + (f" ({', '.join(details)})" if details else "")


def _expected(finding: ExpectedFinding) -> str:
    parts = [finding.cause, finding.severity or "", ", ".join(finding.sources or ())]
    said = f": {finding.message}" if finding.message else ""
    return visible("; ".join(part for part in parts if part) + said)


def _cell(text: str) -> str:
    """Text on several lines for the last column of a grid."""
    return textwrap.fill(visible(text), 60)


def _markdown(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(visible(cell).replace("|", "\\|") for cell in cells) + " |\n"

    return line(headers) + "|" + "---|" * len(headers) + "\n" + "".join(map(line, rows))
