"""Making findings: messages from a rule's template, and fingerprints that outlast everything but values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from checker.link.columns import columns
from checker.model.fact import Camp, FactKey
from checker.model.finding import CAUSES, Cause, Finding, Severity
from checker.model.rule import Rule
from checker.values.words import words_of_value

VERDICT_OF = {cause: verdict for verdict, causes in CAUSES.items() for cause in causes}
SHOWN_QUOTE = 160
"""Code points of a quotation shown in a message; the evidence has it whole."""


def camp_words(camp: Camp) -> str:
    """A camp as a reader sees it: `45 days (afp-en, courrier-vn-fr)`."""
    said = words_of_value(camp.value)
    if len(said) > SHOWN_QUOTE:
        said = said[: SHOWN_QUOTE - 1] + "…"
    return f"{said} ({', '.join(camp.sources)})"


def fingerprint(rule: str, subject: str, values: Iterable[str]) -> str:
    """16 hex digits of rule, fact key or other subject, and normalised values, whatever their order."""
    parts = [rule, subject, *sorted(set(values))]
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:16]


def lasting(fact: FactKey) -> str:
    """What of a fact's key outlasts another source: a fact without a fact type is called by what its sources share."""
    return fact.attribute if fact.subject == fact.attribute else str(fact)


def make(
    rule: Rule,
    cause: Cause,
    *,
    fields: dict[str, str],
    fact: FactKey | None = None,
    about: str = "",
    camps: Sequence[Camp] = (),
    sources: Iterable[str] | None = None,
    roots: int | None = None,
    trace: Iterable[str] = (),
    severity: Severity | None = None,
) -> Finding:
    """A finding of `rule`. `fields` fill its message beside `camps` (all camps in words) and `rule` (its id).

    `about` stands for the fact in the fingerprint of findings that have none.
    """
    told = sources if sources is not None else (source for camp in camps for source in camp.sources)
    values = (columns(camp.value).canonical for camp in camps)
    return Finding(
        rule=rule.id,
        verdict=VERDICT_OF[cause],  # type: ignore[arg-type]
        cause=cause,
        severity=severity or rule.severity,
        message=rule.message.format(
            **{"camps": " vs ".join(camp_words(camp) for camp in camps), "rule": rule.id, **fields}
        ),
        fact=fact,
        sources=tuple(sorted(set(told))),
        camps=tuple(camps),
        roots=roots,
        trace=tuple(trace),
        fingerprint=fingerprint(rule.id, lasting(fact) if fact else about, values),
    )
