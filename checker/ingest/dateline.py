"""The place, date and agency that a report opens with: `PARIS, 5 janv (Reuters) -`, `WASHINGTON — `."""

from __future__ import annotations

import re
from functools import cache

from checker.ingest.credits import agency_in, is_agencies
from checker.ingest.dates import dates
from checker.ingest.vocabulary import vocabulary

_REACH = 160
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_SIGNS = re.compile("[(–—-]")
"""One of these is in any dateline."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    capital, word = r"[A-ZÀ-ÖØ-ÞŁŚŞŠŽĐČ]", r"[\w.'’\-]{0,30}"
    place = rf"{capital}{word}(?:[ /](?:{capital}{word}|(?:{vocabulary().place_words})(?=[ ]))){{0,5}}"
    upper = rf"{capital}[A-ZÀ-ÖØ-ÞŁŚŞŠŽĐČ.'’\-]{{1,40}}"
    places = rf"(?P<place>{place}(?:, ?{place}| ?\({place}\)(?=,)){{0,2}}?)"
    dated = r"(?:,? (?P<date>[^()–—\n]{3,40}?))?"
    dash = r"(?:[-–—]{1,2}|:)"
    return (
        re.compile(rf"{places}{dated} ?\((?P<agency>[^()\n]{{2,60}})\)(?: ?{dash}(?= |$)| ?$| (?=\S))"),
        re.compile(
            rf"(?P<place>{upper}(?:[ /]{upper}){{0,4}}(?:, {capital}{word}(?: {capital}{word}){{0,2}}){{0,2}}){dated}"
            r"(?P<agency>)(?: ?—| [–-](?= |$)| ?--(?= |$))"
        ),
        re.compile(rf"(?P<place>{place}(?:, {place})?), ?(?P<date>[^()–—\n]{{3,40}}?)(?P<agency>) [-–—]{{1,2}}(?= |$)"),
        re.compile(r"(?P<place>)(?P<date>)\(?(?P<agency>[A-Z][\w. -]{1,24}\w)\)? ?(?<=[ )])[-–—]{1,2}(?= |$)"),
    )


def dateline_end(line: str) -> int:
    """Where the dateline that `line` begins with ends, 0 where it begins with none."""
    head = line[:_REACH]
    if not _SIGNS.search(head):
        return 0
    for number, pattern in enumerate(_patterns()):
        match = pattern.match(head)
        if match and _is_one(match, number):
            return match.end()
    return 0


def is_dateline(line: str) -> bool:
    """Whether the whole line is a dateline."""
    return len(line) <= _REACH and dateline_end(line) == len(line) > 0


def _is_one(match: re.Match[str], form: int) -> bool:
    place, date, agency = match["place"], match["date"], match["agency"]
    dated = bool(date) and any(dates(date))
    if date and not dated and (form != 0 or any(sign.isdigit() for sign in date)):
        return False  # without figures it may be more of the place
    if form == 0:
        has_dash = match[0].rstrip()[-1] in "-–—:"
        sure = dated or (place.isupper() and agency[:1].isupper()) or _ACRONYM.fullmatch(agency.strip()) is not None
        return agency_in(agency) is not None or (has_dash and sure)  # one that is not known too
    if form == 3:
        return is_agencies(agency)
    first = place.split()[0].lower().strip(".,")
    return first not in vocabulary().no_place and (form == 1 or bool(date))
