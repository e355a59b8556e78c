"""What a desk decides about rules: which run, how grave their findings are, how many roots make an omission.

How grave a finding is and whether it ends a run with 1 are two questions: the second is the command's.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from checker.errors import Problem, UsageError, raise_all
from checker.judge import ordered
from checker.model.finding import Finding, Severity
from checker.model.rule import Rule, RulePack

OMISSION = "omission"
"""The kind of check that counts the roots which carry what an article leaves out."""


class Policy(NamedTuple):
    """`ignore`: ids of rules that do not run. `severity`: rule id, cause or verdict -> the severity of its findings,
    the narrower over the wider. `omitted_roots`: how many roots must carry a fact before leaving it out is told.
    """

    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    omitted_roots: int | None = None

    def applied(self, packs: Sequence[RulePack]) -> tuple[RulePack, ...]:
        """The packs with the rules that run. Raises UsageError for rules that no pack has."""
        known = {rule.id for pack in packs for rule in pack.rules}
        named = {"ignore": self.ignore, "severity": [name for name in self.severity if not name.islower()]}
        raise_all(UsageError, (_no_rule(key, name, known) for key in named for name in named[key] if name not in known))
        return tuple(pack.model_copy(update={"rules": tuple(map(self._set, self._run(pack)))}) for pack in packs)

    def weighed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings with their severities, in the order of a report."""
        return ordered(map(self._weighed, findings))

    def _run(self, pack: RulePack) -> Iterable[Rule]:
        return (rule for rule in pack.rules if rule.id not in self.ignore)

    def _set(self, rule: Rule) -> Rule:
        if rule.check != OMISSION or self.omitted_roots is None:
            return rule
        return rule.model_copy(update={"parameters": {**rule.parameters, "roots": self.omitted_roots}})

    def _weighed(self, finding: Finding) -> Finding:
        if finding.cause == "crash":
            return finding
        said = (self.severity.get(name) for name in (finding.rule, finding.cause, finding.verdict))
        severity = next(filter(None, said), finding.severity)
        return finding if severity == finding.severity else finding.model_copy(update={"severity": severity})


AS_THE_PACKS_SAY = Policy()


def _no_rule(key: str, name: str, known: set[str]) -> Problem:
    near = difflib.get_close_matches(name.upper(), sorted(known), 1)
    remedy = f"did you mean '{near[0]}'?" if near else "see 'checker rules list'"
    return Problem(key, f"there is no rule '{name}'", remedy)
