"""Where a word that is an article as well counts one: `une personne a été tuée`, `un mort et deux blessés`."""

from __future__ import annotations

from checker.language import Lexicon
from checker.values.lexer import Tokens

_FATE = 6
"""So many tokens after a person it is told what became of them."""
_MAKES = 3
"""So many tokens before the toll stands the verb of what made it."""


def tells_toll(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether *un*, *une* at token `at` counts: one person of whom a fate is told, one of the dead of a toll."""
    after = tokens.norms[at + 1] if at + 1 < len(tokens.norms) and tokens.letter(at + 2) != "-" else ""
    if after in words.values["toll_person"]:
        least = words.values["modifier"].get(tokens.norms[at - 1]) == "at_least" if at else False
        return least or _has_fate(tokens, words, at + 2)
    return after in words.values["toll"] and _in_toll(tokens, words, at)


def _has_fate(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether verbs and adverbs from `at` lead to a fate: a été tuée, restait portée disparue."""
    links, fates = words.values["fate_link"], words.values["fate"]
    for index in range(at, min(at + _FATE, len(tokens.norms))):
        norm = tokens.norms[index]
        if norm in fates:
            return index > at or norm in words.values["fate_verb"]
        if norm not in links and not norm.endswith("ment"):
            return False
    return False


def _in_toll(tokens: Tokens, words: Lexicon, at: int) -> bool:
    """Whether the one is told after a verb of tolls (a fait un mort), or before or after other victims."""
    norms, toll = tokens.norms, words.values["toll"]
    if any(norm in words.values["toll_verb"] for norm in norms[max(0, at - _MAKES) : at]):
        return True
    if at > 1 and tokens.shape[at - 1] in "&," and norms[at - 2].removesuffix("s") in toll:
        return True
    if tokens.letter(at + 2) not in "&," or tokens.letter(at + 3) not in "dnyDi":
        return False
    return at + 4 < len(norms) and norms[at + 4].removesuffix("s") in toll
