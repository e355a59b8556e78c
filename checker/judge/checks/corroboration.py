"""Corroboration: a fact that only one root states, however many copies of it there are.

A draft bears out nothing: what it states counts by the sources that state it too.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.pairs import differing, how_linked
from checker.judge.story import Story, tells_nothing
from checker.model.fact import Fact
from checker.model.finding import Finding
from checker.model.rule import Rule


def _corroboration(rule: Rule, parameters: Parameters, fact: Fact, story: Story) -> Iterator[Finding]:
    stated = sorted({source for camp in fact.camps for source in camp.sources})
    sources = [source for source in stated if source != story.draft] or stated
    if (
        differing(fact, story)
        or len(story.roots) < 2
        or len({story.root_of[source] for source in sources}) != 1
        or all(tells_nothing(camp.value) for camp in fact.camps)
    ):
        return
    if len(sources) > 1:
        who = f"{', '.join(sources)}, which are one root"
    else:
        speakers = sorted({speaker for camp in fact.camps for speaker in camp.speakers})
        who = sources[0] + (f", attributed to {', '.join(speakers)}" if speakers else "")
    yield make(
        rule,
        "uncorroborated",
        fields={"label": fact.label, "who": who},
        fact=fact.key,
        camps=fact.camps,
        roots=1,
        trace=how_linked(fact),
    )


CHECK = Check("corroboration", Parameters, ("label", "who"), of_fact=_corroboration)
