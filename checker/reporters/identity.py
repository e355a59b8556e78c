"""A name for every finding of a report, for programs that keep one item for each name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from checker.model.finding import Finding


def identities(findings: Sequence[Finding]) -> tuple[str, ...]:
    """For each finding its fingerprint and, where it is about sources without words in it, a hash of those.

    The fingerprint holds no sources, so that it outlasts another copy; but one fact that two articles omit is two
    findings. What is still alike is numbered: `0123456789abcdef-1a2b3c4d-2`.
    """
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        told = {evidence.source for camp in finding.camps for evidence in camp.evidence}
        name = finding.fingerprint
        if lacking := sorted(set(finding.sources) - told):
            name += "-" + hashlib.sha256("\0".join(lacking).encode("utf-8", "surrogatepass")).hexdigest()[:8]
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(names)
