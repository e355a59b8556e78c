"""Spelling: one name is given in two ways, each by other sources: a family name or a species spelt in two ways, two
given names of one holder of an office, or two holders of an office that a story has once.

Not where one source has both (they are two people), nor where they are two ways to transcribe one name, nor where
nothing said of them is alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.judge.camps import camp_at, joined, largest_first
from checker.judge.check import Check, Parameters
from checker.judge.finding import make
from checker.judge.people import Mentions, Told, about, ages, holders_of, offices, people_of, species_of
from checker.judge.story import Story
from checker.model.finding import Finding
from checker.model.rule import Rule
from checker.model.value import Name
from checker.values.comparison import fold
from checker.values.comparison.spelling import misspelt, sound

_ALIKE = 3
"""Names that begin with so many letters of each other are alike."""


class SpellingParameters(Parameters):
    """`one_name`: given names that stand for each other, a set a line: *Bill, Billy, Will, William*. `species`: how the
    second word of a living thing's Latin name ends. `sole`: the words of an office that one person of a story holds, an
    office a line.
    """

    one_name: tuple[str, ...] = ()
    species: tuple[str, ...] = ()
    sole: tuple[str, ...] = ()


def _spelling(rule: Rule, parameters: Parameters, story: Story) -> Iterator[Finding]:
    assert isinstance(parameters, SpellingParameters)
    people = {**people_of(story), **species_of(story, parameters.species)}
    for one, other in _alike(people):
        ours, theirs = list(people[one].values()), list(people[other].values())
        if not people[one].keys().isdisjoint(people[other]) or not _may_be_one(ours, theirs, story):
            continue
        why = _why_one(one, other, ours, theirs, story, parameters.one_name)
        if why is None:
            continue
        yield _finding(rule, people[one], people[other], f"{one} and {other}: {why}")
    for office in parameters.sole:
        for ours_too, theirs_too in _two_holders(story, [word.strip() for word in office.split(",")]):
            yield _finding(rule, ours_too, theirs_too, f"two names for one {office.partition(',')[0]}")


def _finding(rule: Rule, ours: Mentions, theirs: Mentions, why: str) -> Finding:
    camps = largest_first(joined(camp_at(*told) for told in mentions.values()) for mentions in (ours, theirs))
    names = sorted(fold(camp.value.text) for camp in camps if isinstance(camp.value, Name))
    return make(rule, "name", fields={}, about=" ".join(names), camps=camps, trace=[why])


def _two_holders(story: Story, office: Sequence[str]) -> Iterator[tuple[Mentions, Mentions]]:
    """Two people to whom different sources give one office of which there is one, and none of which names two."""
    holders = holders_of(story, office)
    told = Counter(source for mentions in holders.values() for source in mentions)
    names = sorted(holders)
    if len(names) == 2 and set(told.values()) == {1}:
        one, other = names
        if set(one.split()).isdisjoint(other.split()):
            yield holders[one], holders[other]


def _why_one(one: str, other: str, ours: Told, theirs: Told, story: Story, one_name: Sequence[str]) -> str | None:
    """What says that two names told of in like words are one person's; None where nothing does."""
    if misspelt(one, other):
        return "one given name, family names that differ by a few letters"
    (given, family), (also_given, also_family) = _parts(one), _parts(other)
    office, age = _hold_one_office(ours, theirs, story), _of_one_age(ours, theirs, story)
    if family == also_family and not _may_be_short(one, other, one_name):
        if office:
            return "one family name and one office, two given names"
        if age and _begin_alike(given, also_given) and not about(ours).isdisjoint(about(theirs)):
            return "one family name and one age, two given names that begin alike"
    one_given = given == also_given and len(given) > 1 and sound(one) != sound(other)
    alike = office or (age and not about(ours).isdisjoint(about(theirs)))
    if one_given and alike and _begin_alike(family, also_family):
        return "one given name and one office or age, two family names that begin alike"
    return None


def _alike(people: Mapping[str, Mentions]) -> Iterator[tuple[str, str]]:
    """Every two full names that have the given name or the family name in common."""
    by_part: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in sorted(people):
        given, _, family = name.partition(" ")
        by_part[0, given].append(name)
        by_part[1, family].append(name)
    for names in by_part.values():
        yield from combinations(names, 2)


def _may_be_short(one: str, other: str, one_name: Sequence[str]) -> bool:
    """Whether two given names can be one: transcribed, shortened, told by its first letters or in another language."""
    a, b = sorted((name.partition(" ")[0] for name in (one, other)), key=len)
    if b.startswith(a.rstrip(".")) or sound(a) == sound(b):
        return True
    return any({a, b} <= {fold(name.strip()) for name in names.split(",")} for names in one_name)


def _hold_one_office(ours: Told, theirs: Told, story: Story) -> bool:
    """Whether both are told with one office, such as only one person holds."""
    return not offices(ours, story).isdisjoint(offices(theirs, story))


def _of_one_age(ours: Told, theirs: Told, story: Story) -> bool:
    """Whether both are told with one age."""
    return not ages(ours, story).isdisjoint(ages(theirs, story))


def _may_be_one(ours: Told, theirs: Told, story: Story) -> bool:
    """Whether two names are told with one age, or with one office or in like words close to them (*mayor*, *la maire*)
    and with no two ages.
    """
    one, other = ages(ours, story), ages(theirs, story)
    if one and other:
        return not one.isdisjoint(other)
    return not about(ours).isdisjoint(about(theirs)) or _hold_one_office(ours, theirs, story)


def _begin_alike(one: str, other: str) -> bool:
    """Whether two names that differ begin with the same letters: Holzapfel, Holzinger."""
    return one != other and len(one) > _ALIKE and one[:_ALIKE] == other[:_ALIKE]


def _parts(name: str) -> tuple[str, str]:
    given, _, family = name.partition(" ")
    return given, family


CHECK = Check("spelling", SpellingParameters, (), of_story=_spelling)
