"""Whether what a sentence tells of a date lies before or after publication, by the verb forms around the date."""

from __future__ import annotations

from functools import cache

from checker.language import Lexicon
from checker.values.calendar import Side
from checker.values.moment import Passage

REACH = 14
"""Verbs are looked for in so many words to either side of the date, within its sentence."""
_STOPS = frozenset(".!?¶;")
_SHORTEST = 5
_VERBS = "LvVwx"
"""The classes of words that may be verbs."""
_SIDES: dict[str, Side] = {"past": "past", "future": "future", "present": "nearest"}
"""A plain present tells of what is to come, or of what was in the telling: its day is the nearest."""
_PARTING = (",", "(", "~", ";", ":")
_OPENING = ("«", '"', "&")
_BREAKS = ',:()«»"~&'
_BREAKING = ("that", "clause_break", "relative_pronoun")


@cache
def _endings(words: Lexicon) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(words.values["tense_ending"].items(), key=lambda pair: -len(pair[0])))


def tense_of(passage: Passage, index: int) -> str:
    """`past`, `future` or `present` (the festival opens) where the word shows it, else nothing."""
    if passage.has(index, "tense_conjunction") and passage.letter(index - 1) in _PARTING:
        return ""  # , soit une prime
    tenses = passage.sections["tense"]
    noun = passage.letter(index - 1) in ("A", "j")  # the start on Thursday
    pair = None if noun else tenses.get(f"{passage.norms[index]} {passage.norm(index + 1)}")
    known = pair or tenses.get(passage.norms[index])
    if known == "aux":
        return "past" if any(_participle(passage, at) for at in (index + 1, index + 2)) else ""
    if known is not None:
        return known
    norm = passage.norms[index]
    if len(norm) < _SHORTEST or passage.shape[index] not in _VERBS or passage.has(index, "no_tense"):
        return ""
    return next((tense for ending, tense in _endings(passage.words) if norm.endswith(ending)), "")


def _participle(passage: Passage, index: int) -> bool:
    norm = passage.norm(index)
    return len(norm) > 2 and passage.look(index, "tense") is None and norm.endswith(_forms(passage.words))


@cache
def _forms(words: Lexicon) -> tuple[str, ...]:
    return tuple(words.values["participle"])


@cache
def _near(words: Lexicon) -> tuple[str, ...]:
    return tuple(words.values["tense_near"])


def ends_sentence(passage: Passage, index: int) -> bool:
    """Whether a sentence ends at this token; a full stop after a short form does not."""
    letter = passage.letter(index)
    return letter in _STOPS and not (letter == "." and passage.letter(index - 1) in ("M", "m", "Z", "T"))


def _covered(passage: Passage, index: int, first: int) -> bool:
    """Whether a past form is part of a future one (`will be signed`, `sera opéré`)."""
    return any(
        passage.has(at, "tense_cover") and passage.look(at, "tense") != "past" and not _is_perfect(passage, at)
        for at in range(max(first, index - 3), index)
    )


def _is_perfect(passage: Passage, at: int) -> bool:
    """Whether what was done is told from there on: *known to have died*, *pour avoir tiré*; not *expected to have*."""
    perfect = passage.has(at, "before_perfect") and passage.has(at + 1, "having_done")
    return perfect and tense_of(passage, at - 1) != "future"


def _is_done(passage: Passage, index: int, first: int) -> bool:
    """Whether a participle tells of the present: *is replaced*."""
    return any(passage.has(at, "present_form") for at in range(max(first, index - 2), index))


def is_over_by(passage: Passage, first: int, last: int) -> bool:
    """Whether what was to be by a day has been: By Tuesday the toll had reached 40, it had reached 40 by Tuesday.

    By the first verb after a day that opens its sentence, or by *had* before it in its clause, with no verb to come
    between them (had agreed to leave by Friday).
    """
    if first < 2 or ends_sentence(passage, first - 2) or passage.letter(first - 2) in _OPENING:
        for index in range(last + 1, min(last + 1 + REACH, len(passage.shape))):
            if ends_sentence(passage, index):
                return False
            if passage.shape[index] != "V" and (tense := tense_of(passage, index)):
                return tense == "past" and tense_of(passage, index + 1) != "future"
        return False
    if not passage.has(first - 1, "reached_by"):
        return False
    for index in range(first - 2, max(first - 2 - REACH, -1), -1):
        if ends_sentence(passage, index) or breaks(passage, index):
            return False
        if passage.letter(index) == ">" and passage.letter(index + 1) not in ("d", "D", "n", "y", "$", "x"):
            return False
        if passage.has(index, "pluperfect"):
            return True
    return False


def breaks(passage: Passage, index: int) -> bool:
    """Whether another clause may begin after this token."""
    return passage.shape[index] in _BREAKS or any(passage.has(index, section) for section in _BREAKING)


def side_of(passage: Passage, first: int, last: int, reach: int = REACH, *, clause: bool = False) -> Side | None:
    """The side on which the nearest verb puts tokens `first` to `last`, None without a sign.

    Words before them count before those after them; with `clause` only those before them in their own clause count,
    and a verb of saying tells nothing, as what is said can be of another time.
    """
    start = first
    while start > 0 and first - start < reach and not ends_sentence(passage, start - 1):
        if clause and breaks(passage, start - 1):
            break
        start -= 1
    for index in range(first - 1, start - 1, -1):
        tense = tense_of(passage, index)
        if (
            not tense
            and first - index <= 2
            and passage.shape[index] in _VERBS + "C"
            and _near(passage.words)
            and passage.norms[index].endswith(_near(passage.words))
        ):
            tense = "past"
        if clause and tense and (passage.shape[index] == "V" or _is_done(passage, index, start)):
            return None
        if tense == "past" and _covered(passage, index, start):
            tense = "future"
        if tense:
            return _SIDES[tense]
    if clause:
        return None
    for index in range(last + 1, min(last + 1 + reach, len(passage.shape))):
        if ends_sentence(passage, index):
            break
        if tense := tense_of(passage, index):
            return None if _says_it(passage, last, index) else _SIDES[tense]
    return None


def _says_it(passage: Passage, last: int, index: int) -> bool:
    """Whether the verb after tokens up to `last` tells who said what stands before it: , a indiqué le maire."""
    return passage.letter(last + 1) == "," and "V" in passage.shape[index : index + 2]
