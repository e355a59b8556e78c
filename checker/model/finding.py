"""Findings: what a rule has to say about a fact or an article."""

from typing import Literal

from pydantic import Field

from checker.model.base import Model
from checker.model.claim import Evidence
from checker.model.fact import Camp, FactKey

Verdict = Literal["agreement", "conflict", "gap"]
Severity = Literal["error", "warning", "note"]
Cause = Literal[
    "exact", "equivalent", "precision", "rounding", "partial_list",
    "value", "list", "date", "name", "quote", "status", "scope", "arithmetic", "internal",
    "update", "disputed", "attribution",
    "uncorroborated", "omitted", "unanswered", "undetermined", "unexamined",
    "crash",
]  # fmt: skip
CAUSES: dict[str, tuple[str, ...]] = {
    "agreement": ("exact", "equivalent", "precision", "rounding", "partial_list"),
    "conflict": (
        "value", "list", "date", "name", "quote", "status", "scope", "arithmetic", "internal",
        "update", "disputed", "attribution",
    ),
    "gap": ("uncorroborated", "omitted", "unanswered", "undetermined", "unexamined", "crash"),
}  # fmt: skip


class Suppression(Model):
    """Why a finding is known: a waiver with its reason and owner, or the baseline."""

    by: Literal["waiver", "baseline"]
    reason: str
    owner: str | None = None
    expires: str | None = None


class Finding(Model):
    """One statement of one rule.

    `sources` are those it is about (for an omission the one that lacks the fact). `trace` is what a person needs to
    replay it, a step a line. `fingerprint` (16 hex digits) holds rule, fact key and the camps' normalised values.
    `roots` is given on agreements and gaps. `anchor` is the place in the draft that a gate's finding belongs to.
    """

    rule: str
    verdict: Verdict
    cause: Cause
    severity: Severity
    message: str
    fact: FactKey | None = None
    sources: tuple[str, ...] = ()
    camps: tuple[Camp, ...] = ()
    roots: int | None = None
    trace: tuple[str, ...] = ()
    fingerprint: str = Field(pattern=r"^[0-9a-f]{16}$")
    suppressed: Suppression | None = None
    anchor: Evidence | None = None
