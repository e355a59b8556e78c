"""One name is one thing throughout a text: what is told of it in one place holds wherever it stands.

`Norvik AG` makes `Norvik` an organisation, and no place however often something is said to be *in Norvik*.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.model.value import Name, Place
from checker.values.found import Found
from checker.values.lexer import Tokens


def bodies(tokens: Tokens, words: Lexicon, found: Iterable[Found]) -> frozenset[str]:
    """The keys of the organisations among the names of a text: of whole names, and without what companies end with."""
    keys: set[str] = set()
    for one in found:
        if not isinstance(one.value, Name) or one.value.type != "organisation":
            continue
        keys.add(key(tokens, one.first, one.last))
        last = one.last
        while last > one.first and _ends_company(tokens, words, last):
            last -= 1
        if last < one.last and _tells_apart(tokens, words, one.first, last):
            keys.add(key(tokens, one.first, last))
    return frozenset(keys)


def key(tokens: Tokens, first: int, last: int) -> str:
    """The name from token `first` to `last` as names are compared in one text: with its capitals, spaces apart."""
    return " ".join(tokens.exact(first, last).split())


def _ends_company(tokens: Tokens, words: Lexicon, at: int) -> bool:
    part = tokens.norms[at]
    legal = tokens.exact(at, at).rstrip(".") in words.values["legal_form"] or tokens.shape[at] in ".&"
    return legal or part in words.values["company_part"]


def _tells_apart(tokens: Tokens, words: Lexicon, first: int, last: int) -> bool:
    """Whether what is left of a company's name is a name still: Norvik, not National, French or John."""
    if first < last:
        return True
    known, norm = gazetteer(words.code), tokens.norms[first]
    common = norm in words.values["common"] or norm in words.values["function"] or norm in words.values["portfolio"]
    return not (common or norm in known.nations or norm in known.given or norm in known.entries)


def settled(tokens: Tokens, words: Lexicon, found: list[Found]) -> list[Found]:
    """The names and places of a text, where no name is both.

    A place known only by the words around it yields to an organisation of its name; a name of no type is the place
    that it is elsewhere, unless it does or says something as persons and bodies do.
    """
    known = gazetteer(words.code).entries
    told = bodies(tokens, words, found)
    placed = {
        one.value.text: one.value
        for one in found
        if isinstance(one.value, Place) and one.value.text.lower() not in known
    }
    acting = {tokens.exact(one.first, one.last) for one in found if _acts(tokens, words, one.last)}
    kept: list[Found] = []
    for one in found:
        value = one.value
        if isinstance(value, Place) and value.text in placed and key(tokens, one.first, one.last) in told:
            one = one._replace(value=Name(text=value.text, type="organisation"))
        elif isinstance(value, Name) and value.type == "other" and value.text in placed and value.text not in acting:
            one = one._replace(value=placed[value.text])
        kept.append(one)
    return kept


def _acts(tokens: Tokens, words: Lexicon, last: int) -> bool:
    """Whether a verb of saying or an auxiliary follows token `last`."""
    following = last + 1
    if following >= len(tokens.norms):
        return False
    return tokens.shape[following] == "V" or tokens.norms[following] in words.values["beside_verb"]
