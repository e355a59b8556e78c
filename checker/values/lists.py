"""Lists of names: `A, B, C and D`, after a count, a colon, *including* or *dont*, across brackets and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.language import Lexicon
from checker.model.value import Name, Names, Place
from checker.values.found import Found
from checker.values.lexer import Tokens

_BRACKETS = re.compile(r"\([^()¶]{1,12}\)")
_AFTER_LIST = 4


class _Lists:
    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens = tokens
        values = words.values
        self.coordinator, self.article = values["coordinator"], values["determiner"]
        self.partial, self.whole = values["partial_cue"], values["whole_cue"]
        self.partial_after, self.titles = values["partial_after"], values["role"]
        self.nouns = tuple(
            values[section] for section in ("product_noun", "organisation_noun", "institution", "organisation")
        )

    def link(self, last: int, first: int) -> str:
        """What joins an item that ends at `last` with one that begins at `first`: "," or "and", else ""."""
        tokens, norms, shape = self.tokens, self.tokens.norms, self.tokens.shape
        if first - last > 22:
            return ""
        at = last + 1
        if brackets := _BRACKETS.match(shape, at):
            at = brackets.end()
        joint = ""
        while at < first:
            norm, letter = norms[at], shape[at]
            if letter == ",":
                if joint == "and":
                    return ""
                joint = ","
            elif letter == ";":
                joint = ","
            elif norm in self.coordinator:
                joint = "and"
            elif norm in self.article or (
                norm in ("d'", "de", "du", "des", "le", "à", "en", "par", "in", "by") and joint
            ):
                if not joint:
                    return ""
            elif letter not in "«»\"'‘" and not (joint and shape[at] == "R"):
                return ""
            at += 1
        if joint == "" or "\n\n" in tokens.text[tokens.ends[last] : tokens.starts[first]]:
            return ""
        return joint

    def cue(self, first: int) -> str:
        """What stands before the list: "partial", "whole", "count" or ""."""
        norms, shape = self.tokens.norms, self.tokens.shape
        at = first - 1
        while at >= 0 and (
            norms[at] in self.article or shape[at] in "«\"'‘" or norms[at] in ("d'", "de", "du", "des", "à", "en")
        ):
            at -= 1
        if at < 0:
            return ""
        for width in (3, 2, 1):
            phrase = " ".join(norms[max(at - width + 1, 0) : at + 1])
            if phrase in self.partial:
                return "partial"
            if phrase in self.whole:
                return "whole" if phrase != "both" or shape[at] != "," else ""
        if shape[at] == "," or any(norms[at] in nouns for nouns in self.nouns):
            return self._counted(at)
        return self._counted(at) if shape[at] in "LC" else ""

    def _counted(self, at: int) -> str:
        """Whether a figure stands up to five words before: `the two companies, X and Y`."""
        begin = max(at - 5, 0)
        segment = self.tokens.shape[begin : at + 1]
        return "count" if re.search(r"[nd][LCROKU]{1,4},?$", segment) else ""

    def goes_on(self, last: int) -> bool:
        """Whether the words after the list say that there are more."""
        norms, shape = self.tokens.norms, self.tokens.shape
        at = last + 1
        if brackets := _BRACKETS.match(shape, at):
            at = brackets.end()
        while at < len(norms) and shape[at] in ",»\"'":
            at += 1
        after = norms[at : at + _AFTER_LIST]
        return any(" ".join(after[:width]) in self.partial_after for width in (1, 2, 3, 4) if len(after) >= width)


def read(tokens: Tokens, words: Lexicon, items: Sequence[Found]) -> Iterator[Found]:
    """The lists among `items`: names and places in order of the text that do not overlap."""
    reader = _Lists(tokens, words)
    chain: list[Found] = []
    joints: list[str] = []
    for item in items:
        if tokens.shape[item.first - 1 : item.first] == "(" and tokens.shape[item.last + 1 : item.last + 2] == ")":
            # "Alipay (Ant Group) and WeChat Pay (Tencent)": what stands in brackets is no item.
            continue
        joint = reader.link(chain[-1].last, item.first) if chain else ""
        if joint and not (joints and joints[-1] == "and" and joint == ","):
            joints.append(joint)
            chain.append(item)
            continue
        if len(chain) > 1:
            yield from _closed(reader, chain, joints)
        chain, joints = [item], []
    if len(chain) > 1:
        yield from _closed(reader, chain, joints)


def _closed(reader: _Lists, chain: list[Found], joints: list[str]) -> Iterator[Found]:
    """The list that a chain of joined items makes, if it is one."""
    if "and" in joints:
        stop = len(joints) - joints[::-1].index("and")
        chain, joints = chain[: stop + 1], joints[:stop]
    if (
        len(chain) > 2
        and _sort(chain[0]) not in ("person", "role")
        and all(_sort(item) == "person" for item in chain[1:])
    ):
        # "leaders in the Senate, Nancy Pelosi and Chuck Schumer": a body and two persons are no list.
        chain, joints = chain[1:], joints[1:]
    cue, more = reader.cue(chain[0].first), reader.goes_on(chain[-1].last)
    joined = joints[-1] == "and"
    institutions = all(_lower_institution(reader.tokens, item) for item in chain)
    enough = (len(chain) >= 3 and (joined or cue or more)) or (len(chain) == 2 and joined and bool(cue or institutions))
    if not enough and not (more and len(chain) >= 2):
        return
    texts = tuple(text for item in chain if (text := _text(item)))
    complete = cue != "partial" and not more
    yield Found(chain[0].first, chain[-1].last, Names(items=texts, complete=complete))


def _sort(item: Found) -> str:
    return item.value.type if isinstance(item.value, Name) else "place"


def _text(item: Found) -> str:
    return item.value.text if isinstance(item.value, Name | Place) else ""


def _lower_institution(tokens: Tokens, item: Found) -> bool:
    """Whether the item is a body named in lower case (`département du Commerce`)."""
    organisation = isinstance(item.value, Name) and item.value.type == "organisation"
    return organisation and item.last > item.first and tokens.text[tokens.starts[item.first]].islower()
