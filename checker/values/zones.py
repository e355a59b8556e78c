"""Time zones told with clock times: `GMT`, `local time`, `heure de Paris`, `8:52 a.m. (0752 GMT)`."""

from __future__ import annotations

from typing import NamedTuple

from checker.language.zones import is_zone
from checker.model.value import ELSEWHERE, LOCAL
from checker.values.moment import Moment, Passage

_LINKS = ("(", ",", ",(", "&", ",&")
_ARTICLES = 2


class Zone(NamedTuple):
    """A zone told up to token `last`: `local`, `UTC`, or the words that name it, small."""

    last: int
    name: str


def zone_at(passage: Passage, at: int) -> Zone | None:
    """The zone that the words from token `at` on tell."""
    if passage.has(at, "zone") and passage.capital(at):
        return Zone(at, passage.look(at, "zone") or passage.norm(at))
    if name := passage.look(at, "zone_phrase") or passage.look(at, "zone_told"):
        return Zone(at, name)
    if passage.has(at, "zone_before"):
        named = at + 1
        while passage.has(named, "zone_link") and named <= at + _ARTICLES:
            named += 1
        if named > at + 1:
            return _named(passage, named) if passage.capital(named) else None
        return Zone(named, passage.norm(named)) if is_zone(passage.norm(named)) else None  # heure malgache
    for after in (at + 1, at + 2):
        if passage.has(after, "zone_after") and all(passage.capital(token) for token in range(at, after)):
            return Zone(after, " ".join(passage.norms[at:after]))
    return None


def _named(passage: Passage, at: int) -> Zone:
    """The zone of a place named from a token on, by one word or two."""
    both = f"{passage.norm(at)} {passage.norm(at + 1)}"
    return Zone(at + 1, both) if is_zone(both) else Zone(at, passage.norm(at))


def zoned(passage: Passage, moments: list[Moment], taken: bytearray) -> list[Moment]:
    """The moments, sorted by place, with the zones of the clock times among them.

    A clock time that is told again in another zone in brackets or after a comma is local.
    """
    told: list[Moment] = []
    for moment in moments:
        if moment.clock:
            moment = _with_zone(passage, moment, taken)
            if told and (again := _again(passage, told[-1], moment)):
                told[-1], moment = again
        told.append(moment)
    return told


def _with_zone(passage: Passage, moment: Moment, taken: bytearray) -> Moment:
    """The clock time with the zone that stands in it, right after it, or in brackets or after a comma behind it."""
    for at in range(moment.first + 1, moment.last + 1):
        if zone := zone_at(passage, at):
            return moment._replace(zone=zone.name)
    if zone := zone_at(passage, moment.last + 1):
        taken[moment.last + 1 : zone.last + 1] = b"\1" * (zone.last - moment.last)
        return moment._replace(last=zone.last, zone=zone.name)
    if passage.letter(moment.last + 1) in tuple("(,") and (zone := zone_at(passage, moment.last + 2)):
        return moment._replace(zone=zone.name)
    return moment


def _again(passage: Passage, one: Moment, other: Moment) -> tuple[Moment, Moment] | None:
    """Two clock times of which the second is the first in another zone."""
    between = passage.shape[one.last + 1 : other.first]
    links = _LINKS if other.zone else ("(",)
    if not one.clock or between not in links or other.zone == LOCAL or (other.zone and other.zone == one.zone):
        return None
    return one._replace(zone=one.zone or LOCAL), other._replace(zone=other.zone or ELSEWHERE)
