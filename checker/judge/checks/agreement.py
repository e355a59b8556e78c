"""Agreement: two or more sources state one fact and no two camps differ. Carries how many roots stand behind it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.pairs import how_linked, pairs
from checker.judge.story import Story, tells_nothing
from checker.model.fact import Fact
from checker.model.finding import Cause, Finding
from checker.model.rule import FactType, Rule
from checker.values.comparison import Level

_APART = (Level.different, Level.missing)
_STRONGEST: dict[str, int] = {"exact": 0, "equivalent": 1, "partial_list": 2, "rounding": 3, "precision": 4}


def _agreement(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    fact_type = story.fact_type(fact)
    if fact_type is not None and fact_type.cardinality == "many":
        fact = _largest_likeness(fact, fact_type, story)
    sources = {source for camp in fact.camps for source in camp.sources}
    if len(sources) < 2 or all(tells_nothing(camp.value) for camp in fact.camps):
        return
    compared = list(pairs(fact, story))
    if any(pair.compared.level in _APART for pair in compared):
        return
    cause: Cause = "exact"
    # A value that every source gives is what they agree on; what else they say less fully does not weaken that.
    shared = any(set(camp.sources) == sources for camp in fact.camps)
    for pair in compared if not shared else ():
        reason = pair.compared.reason
        if reason in _STRONGEST and _STRONGEST[reason] > _STRONGEST[cause]:
            cause = reason  # type: ignore[assignment]
    roots = f"{fact.roots} root{'s' if fact.roots > 1 else ''}"
    yield make(
        rule,
        cause,
        fields={"label": fact.label, "roots": roots, "cause": cause},
        fact=fact.key,
        camps=fact.camps,
        roots=fact.roots,
        trace=[*how_linked(fact), *(pair.trace() for pair in compared)],
    )


def _largest_likeness(fact: Fact, fact_type: FactType, story: Story) -> Fact:
    """A fact of which several values hold at once, with those camps alone that say one thing: the most sources."""
    alike = [
        tuple(camp for camp in fact.camps if story.compare(one.value, camp.value, fact_type).level not in _APART)
        for one in fact.camps
    ]
    most = max(alike, key=lambda camps: len({source for camp in camps for source in camp.sources}))
    sources = [source for camp in most for source in camp.sources]
    return fact.model_copy(update={"camps": most, "roots": len({story.root_of[source] for source in sources})})


CHECK = Check("agreement", Parameters, ("label", "roots", "cause"), of_fact=_agreement)
