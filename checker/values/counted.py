"""The counted noun after a figure: `eight Chinese-owned payment and messaging apps`, `huit services de paiement et
applications`.

No tagger is at hand, so the head is found with the noun lexicon, the closed classes of the shape, and plural endings:
in English the first plural of the run of words after the figure (modifiers of nouns are singular), in French the
first noun after it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.language import Lexicon
from checker.language.nouns import Nouns, nouns
from checker.values.lexer import Tokens

LONGEST = 9
"""So many words a noun group has at the most."""
_LONGEST_NOUN = 3
"""So many words a noun of the English lexicon has at the most."""
_JUST_BEFORE, _AROUND = 4, 14
"""So many words before a figure, and around a noun, tell which of its meanings it has."""
_CLOSED = frozenset("wpfxAbHj>&=i")
"""Classes whose words end a noun group and are no nouns whatever their endings."""
_STOPS = frozenset('wpfxAbHj>=vVuW2MmtrPgzZ$%.,;:()¶«»"~!?…nkSdyDi/|*•[]')
_OBJECT = "xndyDikSA"
"""What begins an object: *78 people and injured about 4,000*, where the second word is no noun but a verb."""
_NOT_PLURAL = ("ss", "us", "is", "ous", "'s")


class Counted(NamedTuple):
    """What is counted: the group ends at token `last`; `noun` is its English lemma. `qualifiers` are its other words,
    as they stand but in lower case; a second head joined to the first is among them as its English lemma.
    """

    last: int
    noun: str
    qualifiers: tuple[str, ...] = ()


@cache
def _adjectives(words: Lexicon) -> frozenset[str]:
    return frozenset(words.values["quantifier"])


def counted(tokens: Tokens, words: Lexicon, last: int, one: bool = False, of: bool = False) -> Counted | None:
    """The noun that the figure ending at token `last` counts; `one`: it is one; `of`.

    It may be parted from it by *of*, *de*.
    """
    start = last + 1
    shape = tokens.shape
    if of and start < len(shape) and shape[start] == "f":
        start += 1
        if words.code == "en":
            while start < len(shape) and shape[start] == "A":
                start += 1
    elif of and words.code == "fr":
        return None
    if start >= len(shape) or shape[start] == "¶":
        return None
    known = nouns(words.code)
    return (
        _english(tokens, words, known, start, one) if words.code == "en" else _french(tokens, words, known, start, one)
    )


def _english(tokens: Tokens, words: Lexicon, known: Nouns, start: int, one: bool) -> Counted | None:
    shape, norms = tokens.shape, tokens.norms
    if shape[start] == "-":
        return _compound(tokens, known, start)
    adjective: Counted | None = None
    for at in range(start, min(start + LONGEST, len(shape))):
        letter, norm = shape[at], norms[at]
        if letter == "&" and (at == start or adjective):
            return adjective
        if letter in "-&" or (letter == "," and at > start + 2 and shape[at - 2] == "-"):
            continue
        if letter == "d" and at > start + 1 and shape[at - 1] == "-" and tokens.glued(at):
            # Covid-19 patients
            continue
        if one and norm in known.singulars and not _goes_on(tokens, known, at):
            head, noun = _lemma(known.singulars, tokens, start, at) or (at, norm)
            return Counted(at, noun, _between(tokens, start, head))
        if not one and letter not in _CLOSED and _plural(tokens, known, at) and not _modifies(tokens, words, known, at):
            head, noun = _lemma(known.plurals, tokens, start, at) or _unknown(tokens, known, start, at)
            if norm not in words.values["adjective_noun"]:
                last = _joined(tokens, known, at)
                return Counted(last, noun, _between(tokens, start, head) + _lemmas(tokens, known, at, last))
            adjective = Counted(at, noun, _between(tokens, start, head))
        if shape[at + 1 : at + 2] == "-" and not one and (whole := _hyphened(tokens, known, start, at)):
            return whole
        if letter not in "¶.,;:dyD" and (shape[at + 1 : at + 2] == "-" or (at > start and shape[at - 1] == "-")):
            continue
        if (
            letter in _STOPS
            and norm not in _adjectives(words)
            and not _plural(tokens, known, at)
            and not _stands_for_adjective(tokens, words, start, at)
        ) or letter in "¶.,;:":
            break
    return adjective


def _stands_for_adjective(tokens: Tokens, words: Lexicon, start: int, at: int) -> bool:
    """Whether capitals or a part of the day stand for an adjective: 40 US troops, 12 morning trains."""
    if tokens.shape[at] == "P":
        return at == start
    return tokens.norms[at] in words.values["capital_adjective"] and tokens.exact(at, at).isupper()


def _compound(tokens: Tokens, known: Nouns, hyphen: int) -> Counted | None:
    """10-member, three-judge: a known noun in the singular, glued to the figure."""
    at = hyphen + 1
    if at < len(tokens.norms) and tokens.norms[at] in known.singulars and tokens.shape[at] not in "u2U%$c":
        return Counted(at, known.singulars[tokens.norms[at]])
    return None


def _plural(tokens: Tokens, known: Nouns, at: int) -> bool:
    """Whether the word at `at` can be a plural noun."""
    norm = tokens.norms[at]
    if at + 1 < len(tokens.norms) and tokens.norms[at + 1] in ("'s", "'") and tokens.glued(at + 1):
        return False
    if norm in known.plurals:
        return tokens.shape[at] not in "wpAH"
    if at > 1 and tokens.shape[at - 1] == "-" and f"{tokens.norms[at - 2]}-{norm}" in known.plurals:
        return True
    return tokens.shape[at] in "LCROJBN" and len(norm) > 3 and norm.endswith("s") and not norm.endswith(_NOT_PLURAL)


def _goes_on(tokens: Tokens, known: Nouns, at: int) -> bool:
    """Whether the noun at `at` may modify the one after it: crew members, Cypriot-registered tankers."""
    following = at + 1
    if following >= len(tokens.norms):
        return False
    if tokens.shape[following] == "-":
        return True
    if tokens.shape[following] in _STOPS and tokens.norms[following] not in known.plurals:
        return False
    return tokens.shape[following] not in _CLOSED and _plural(tokens, known, following)


def _modifies(tokens: Tokens, words: Lexicon, known: Nouns, at: int) -> bool:
    """Whether the plural at `at` modifies the noun after it: sports clubs, crew members, women soldiers.

    Few plurals do; after the others a word in -s is a verb (the trial of 14 defendants opens), and a form that is also
    a singular may.
    """
    if not _goes_on(tokens, known, at):
        return False
    norm, following = tokens.norms[at], tokens.norms[at + 1]
    if tokens.shape[at + 1] == "-" or norm in known.singulars or norm in words.values["adjective_noun"]:
        return True
    if norm in words.values["plural_modifier"]:
        return following in known.plurals or norm not in known.plurals
    return norm not in known.plurals and following in known.plurals


def _lemma(forms: dict[str, str], tokens: Tokens, start: int, at: int) -> tuple[int, str] | None:
    """The first token and the lemma of the English noun that ends at `at`, the longest that the lexicon has."""
    first, form = at, tokens.norms[at]
    found = (at, forms[form]) if form in forms else None
    for _ in range(1, _LONGEST_NOUN):
        hyphen = tokens.shape[first - 1] == "-"
        first -= 1 + hyphen
        if first < start:
            break
        form = tokens.norms[first] + ("-" if hyphen else " ") + form
        if form in forms:
            found = (first, forms[form])
    return found


def _unknown(tokens: Tokens, known: Nouns, start: int, at: int) -> tuple[int, str]:
    """The same of an English plural that the lexicon has not, with what a hyphen joins to it (by-laws, start-ups)."""
    first = at
    while first - 2 >= start and tokens.shape[first - 1] == "-":
        first -= 2
    return first, known.lemma("-".join(tokens.norms[first : at + 1 : 2]))


def _between(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    """The words from token `start` up to `end`, hyphens glued, without *and* and commas."""
    found: list[str] = []
    for at in range(start, end):
        letter = tokens.shape[at]
        if letter == "-":
            continue
        word = tokens.text[tokens.starts[at] : tokens.ends[at]].lower()
        if at > start and tokens.shape[at - 1] == "-" and found:
            found[-1] += "-" + word
        elif letter not in "&,f+":
            found.append(word)
    return tuple(found)


def _french(tokens: Tokens, words: Lexicon, known: Nouns, start: int, one: bool) -> Counted | None:
    shape, norms = tokens.shape, tokens.norms
    at = start
    while at + 1 < len(shape) and at - start < 3 and norms[at] in _adjectives(words) and shape[at + 1] != "-":
        if _phrase(tokens, known, at):
            break
        if norms[at] in known.plurals and norms[at + 1] not in known.plurals and not one:
            break
        at += 1
    if at + 2 < len(shape) and shape[at + 1] == "-" and not one:
        return _hyphened(tokens, known, start, at)
    if at >= len(shape) or shape[at] in _CLOSED or shape[at] in "¶.,;:()-":
        return _others(tokens, words, start, one)
    norm = norms[at].replace(" - ", "-")
    if one:
        noun = _in_context(tokens, known, start, at, known.singulars[norm]) if norm in known.singulars else None
        return Counted(at, noun, _between(tokens, start, at)) if noun else None
    end = at
    if phrase := _phrase(tokens, known, at):
        end, noun = phrase
    elif norm in known.plurals:
        noun = _in_context(tokens, known, start, at, known.plurals[norm])
    elif shape[at] in "LCROJBNV" and len(norm) > 3 and norm.endswith(("s", "x")):
        noun = known.lemma(norm)
    else:
        return _others(tokens, words, start, one)
    last = _joined(tokens, known, end)
    qualifiers = _between(tokens, start, at) + _lemmas(tokens, known, end, last)
    return Counted(last, noun, qualifiers + _adjectives_after(tokens, last))


def _others(tokens: Tokens, words: Lexicon, at: int, one: bool) -> Counted | None:
    """Others, where what they are goes without saying: dix-sept autres."""
    return Counted(at, "other") if not one and tokens.norms[at] in words.values["others"] else None


def _in_context(tokens: Tokens, known: Nouns, start: int, at: int, noun: str) -> str:
    """The lemma of the noun at `at`, whose figure ends before `start`, by the words around it: scène of a festival."""
    other = known.others.get(tokens.norms[at])
    if other is None:
        return noun
    told = any(norm in other.before for norm in tokens.norms[max(0, start - _JUST_BEFORE) : start])
    near = any(norm in other.around for norm in tokens.norms[max(0, at - _AROUND) : at + _AROUND])
    return other.lemma if told or near else noun


def _hyphened(tokens: Tokens, known: Nouns, start: int, at: int) -> Counted | None:
    """A noun written with hyphens: sous-marins, sans-papiers, gratte-ciel; in English one of the lexicon."""
    last = at
    while last + 2 < len(tokens.shape) and tokens.shape[last + 1] == "-" and last - at < 6:
        last += 2
    whole = "-".join(tokens.norms[at : last + 1 : 2])
    plural = known.code == "fr" and whole.endswith(("s", "x")) and tokens.shape[last] in "LCRO"
    if whole in known.plurals or plural:
        return Counted(last, known.lemma(whole), _between(tokens, start, at))
    return None


def _phrase(tokens: Tokens, known: Nouns, at: int) -> tuple[int, str] | None:
    """The last token and the lemma of the phrase that begins at `at`.

    Armes à feu, demandeurs d'asile, créations d'emplois, grands électeurs.
    """
    parts = [index for index in range(at, min(at + 6, len(tokens.norms))) if tokens.norms[index] not in '"«»“”']
    for length in (5, 4, 3, 2):
        phrase = " ".join(tokens.norms[index] for index in parts[:length]).replace("' ", "'")
        for form in (phrase, phrase.removesuffix("s")):
            if form in known.plurals and " " in form:
                return parts[:length][-1], known.plurals[form]
    return None


def _joined(tokens: Tokens, known: Nouns, at: int) -> int:
    """The last token of a second head joined to the noun at `at` without article or figure, else `at`."""
    shape, norms, joint = tokens.shape, tokens.norms, at + 1
    if known.code == "fr" and shape[joint : joint + 1] == "f" and shape[joint + 1 : joint + 2] in ("L", "C"):
        joint += 2
    second = joint + 1
    if shape[joint:second] != "&" or second >= len(norms):
        return at
    if (
        norms[second] not in known.plurals
        or shape[second] in _CLOSED
        or shape[second + 1 : second + 2] in tuple("wvV-" + _OBJECT)
    ):
        return at
    return second


def _lemmas(tokens: Tokens, known: Nouns, head: int, last: int) -> tuple[str, ...]:
    """The words from a head to the one joined to it: the complement as it stands, the second head as its lemma."""
    if head == last:
        return ()
    return (*_between(tokens, head + 1, last), known.plurals[tokens.norms[last]])


def _adjectives_after(tokens: Tokens, at: int) -> tuple[str, ...]:
    """Plural adjectives after the noun, two at the most."""
    found: list[str] = []
    for index in range(at + 1, min(at + 3, len(tokens.norms))):
        norm = tokens.norms[index]
        if tokens.shape[index] not in "LC" or not norm.endswith(("s", "x")) or len(norm) < 4:
            break
        found.append(norm)
    return tuple(found)
