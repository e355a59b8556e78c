"""Who may speak in a text: names, roles, nouns such as *sources* and *le décret*, and pronouns for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from checker.language import Lexicon
from checker.model.value import Name, Place
from checker.values.found import Found
from checker.values.lexer import Tokens
from checker.values.marks import Span

TIMES = "MWtdyrPzumD"
_LONGEST_PARTY = 5
BREAKS = ',;:«»"“”()~¶.!?…'


class Speaker(NamedTuple):
    """A name, a role, a noun that may speak, or a pronoun (`text` empty until it is resolved)."""

    first: int
    last: int
    text: str
    named: bool
    plural: bool
    document: bool


def is_party(tokens: Tokens, found: Found) -> bool:
    """Whether a short name in capitals is the party or body of the role before it: la députée LFI X."""
    text = tokens.exact(found.first, found.last)
    return tokens.letter(found.first - 1) == "R" and text.isupper() and len(text) <= _LONGEST_PARTY


class Speakers:
    """The possible speakers of one text, found from the place of a verb of saying. `heard` is who spoke last."""

    def __init__(self, tokens: Tokens, words: Lexicon, names: Sequence[Found], sentences: Sequence[Span]) -> None:
        self.tokens = tokens
        self.sentences = sentences
        values = words.values
        self.singles, self.plurals, self.documents = (
            values["single_speaker"],
            values["plural_speaker"],
            values["document"],
        )
        self.article, self.pronouns, self.not_subject = values["determiner"], values["pronoun"], values["not_subject"]
        self.objects, self.roles, self.tie = values["pronoun_object"], values["role"], values["tie"]
        self.between, self.relative = values["beside_verb"], values["relative_pronoun"]
        self.function, self.that = values["function"], values["that"]
        self.names = sorted((f for f in names if self._can_speak(f, values["soil"])), key=lambda f: (f.first, -f.last))
        self.by_last = {found.last: found for found in reversed(self.names)}
        self.by_first = {found.first: found for found in reversed(self.names)}
        self.firsts = [found.first for found in self.names]
        self.french = words.code == "fr"
        self.heard: Speaker | None = None

    def subject(self, last: int, floor: int) -> Speaker | None:
        """The subject that ends at token `last`: a name, a role, a noun that may speak; else the clause's first."""
        if (found := self.by_last.get(last)) is not None and not self._dependent(found.first, floor):
            return self._named(found)
        if (head := self._head(last, floor)) is not None and not self._dependent(head.first, floor):
            return head
        begin = last
        while begin > floor and self.tokens.shape[begin - 1] not in BREAKS and last - begin < 14:
            begin -= 1
        for index in range(begin, last + 1):
            if (found := self.by_first.get(index)) is not None and self._is_free(index, begin):
                return self._named(found)
            if self._speaks(index) and self._is_free(index, begin):
                return self._noun(index)
            if self.tokens.shape[index] == "V" or self.tokens.norms[index] in self.that:
                return None
        return None

    def from_(self, at: int, stop: int, *, loose: bool = False) -> Speaker | None:
        """The speaker from `at` on, after articles, adjectives and (`loose`) words of time; a name after its role."""
        norms, shape = self.tokens.norms, self.tokens.shape
        noun: Speaker | None = None
        for index in range(at, stop + 1):
            if (found := self.by_first.get(index)) is not None:
                if noun is not None and isinstance(found.value, Place):
                    return noun
                if noun is not None and self._dependent(index, at):
                    continue
                return self._named(found)
            if noun is not None:
                if shape[index] == "," and self._is_apposed(index + 1):
                    return self._named(self.by_first[index + 1])
                if (index > noun.last + 1 and shape[index] in BREAKS + "V") or index > noun.last + 6:
                    return noun
                if shape[index] in ".;:«»" or norms[index] in self.that:
                    return noun
            elif shape[index] == "H" or norms[index] in self.objects:
                return self.pronoun(index, self._sentence_of(index))
            elif self._speaks(index):
                noun = self._noun(index)
            elif (
                shape[index] == "T"
                or (shape[index] == "." and shape[index - 1] == "T")
                or (shape[index] == "," and loose and self._is_person(index + 1))
            ):
                continue
            elif shape[index] in BREAKS + "V" or norms[index] in self.that or self._stops(index, at, loose):
                return None
        return noun

    def _is_apposed(self, at: int) -> bool:
        """Whether a person's name stands here between signs, as after their role: *the prosecutor, X,*."""
        found = self.by_first.get(at)
        return (
            found is not None
            and self._is_person(at)
            and self.tokens.shape[found.last + 1 : found.last + 2] in (*",.)", "")
        )

    def after_verb(self, at: int, sentence: Span) -> Speaker | None:
        speaker = self.from_(at + 1, min(at + 14, sentence[1]), loose=True)
        if speaker is None or self.french or speaker.last >= sentence[1]:
            return speaker
        # "said China opposes …" is no "said Pompeo": after an English subject that follows its verb the sentence stops.
        after = self.tokens.shape[speaker.last + 1]
        return speaker if after in ".,;pWt¶)fM" or self.tokens.norms[speaker.last + 1] in self.relative else None

    def _sentence_of(self, token: int) -> int:
        return bisect_right(self.sentences, token, key=lambda span: span[0]) - 1

    def around_commas(self, comma: int, floor: int) -> Speaker | None:
        """`X, the secretary, said`, `The spokeswoman, X, said`, `The firm, which …, said`: who the commas go with."""
        tokens, shape, norms = self.tokens, self.tokens.shape, self.tokens.norms
        inner = self.by_last.get(comma - 1)
        if inner is not None and inner.first > floor and shape[inner.first - 1] == "," and self._is_person(inner.first):
            return self._named(inner)
        for index in range(comma - 1, max(floor, comma - 30), -1):
            if shape[index] in ",(" and norms[index + 1] in self.relative:
                return self.subject(index - 1, floor)
        for index in range(comma - 1, max(floor, comma - 16), -1):
            if shape[index] in ",(" and (found := self.by_last.get(index - 1)) and not tokens.capital(index + 1):
                return self._named(found)
        return self.opening(floor, comma)

    def opening(self, floor: int, stop: int) -> Speaker | None:
        """The name or the noun that may speak among the first words of a sentence."""
        for index in range(floor, min(floor + 4, stop)):
            if (found := self.by_first.get(index)) is not None:
                return self._named(found)
            if self._speaks(index):
                return self._noun(index)
        return None

    def pronoun(self, at: int, sentence: int) -> Speaker | None:
        """Who a pronoun stands for: who spoke in this sentence or the last, else the subject of the last sentence,
        else who spoke last, else the person named last. *She* is not who was *he* in the last sentence, nor a firm."""
        norm = self.tokens.norms[at]
        plural = self.pronouns.get(norm) == "plural"
        heard = self.heard if self.heard is not None and (plural or not self.heard.plural) else None
        if heard is not None and self.pronouns.get(norm) == "person" and not (heard.named or self._is_role(heard)):
            heard = None
        lately = heard is not None and heard.first >= self.sentences[max(sentence - 1, 0)][0]
        other = not plural and self._takes_up_another(norm, sentence - 1)
        topic = None if lately or plural or other else self._topic(sentence - 1)
        if topic is not None:
            return Speaker(at, at, topic, True, False, False)
        if heard is not None and (lately or not other):
            return Speaker(at, at, heard.text, True, plural and heard.plural, False)
        index = bisect_left(self.firsts, at)
        for found in reversed(self.names[:index]):
            if isinstance(found.value, Name) and found.value.type in ("person", "role"):
                return Speaker(at, at, found.value.text, True, False, False)
        return None

    def _is_role(self, speaker: Speaker) -> bool:
        return any(self.tokens.shape[at] == "R" for at in range(speaker.first, speaker.last + 1))

    def _takes_up_another(self, norm: str, sentence: int) -> bool:
        """Whether a sentence begins with another pronoun than `norm`: its subject is somebody else."""
        if sentence < 0:
            return False
        first = self.sentences[sentence][0]
        return self.tokens.shape[first] == "H" and self.tokens.norms[first] != norm

    def _topic(self, sentence: int, deep: int = 3) -> str | None:
        """The subject of a sentence: its first name that depends on no preposition; a pronoun takes up the one
        before.
        """
        if sentence < 0 or deep == 0:
            return None
        first, last = self.sentences[sentence]
        for index in range(first, last + 1):
            found = self.by_first.get(index)
            if found is not None and isinstance(found.value, Name) and not self._dependent(found.first, first):
                return found.value.text
            if self.tokens.shape[index] == "H":
                return self._topic(sentence - 1, deep - 1)
            if self.tokens.shape[index] == "¶":
                return None
        return None

    def before_determiner(self, first: int) -> int:
        found = self.by_first.get(first)
        if found is not None and isinstance(found.value, Name) and found.value.role:
            text, start = self.tokens.text, self.tokens.starts[first]
            role = text.rfind(found.value.role, max(start - len(found.value.role) - 4, 0), start)
            first = bisect_left(self.tokens.starts, role) if role >= 0 else first
        before = first - 1
        while before > 0 and (
            self.tokens.norms[before] in self.article
            or self.tokens.shape[before] in "RTL-"
            or self.by_last.get(before)
            or self.tokens.shape[before - 1 : before + 1] == "T."
        ):
            if self.tokens.norms[before] in self.between or self.tokens.norms[before] in self.not_subject:
                break
            before -= 1
        return max(before, 0)

    def _can_speak(self, found: Found, soil: dict[str, str]) -> bool:
        """Names speak, and places for their governments; their soil does not."""
        place = isinstance(found.value, Place)
        if is_party(self.tokens, found):
            return False
        return isinstance(found.value, Name) or (
            place and not any(self.tokens.norms[at] in soil for at in range(found.first, found.last + 1))
        )

    def before_apposed(self, first: int, floor: int) -> int:
        """The sign before a subject in commas that `first` is in: the quotation mark before *her neighbor, X, said*."""
        shape, at = self.tokens.shape, first - 1
        at -= shape[at] == "," and shape[at - 1] not in "\"»'"
        while at > floor and shape[at] not in BREAKS:
            at -= 1
        return at

    def _is_free(self, index: int, begin: int) -> bool:
        """Whether no preposition stands between the beginning of the clause and the word."""
        before = self.tokens.norms[begin:index]
        return not any(norm in self.not_subject or norm in self.relative for norm in before if norm not in self.that)

    def _dependent(self, first: int, floor: int) -> bool:
        """Whether a preposition makes the noun part of a longer one: `officials in Paris`."""
        before = first - 1
        if before >= floor and self.tokens.norms[before] in self.article:
            before -= 1
        return before > floor and self.tokens.norms[before] in self.not_subject

    def _speaks(self, index: int) -> bool:
        norm = self.tokens.norms[index]
        return self.tokens.shape[index] == "R" or norm in self.plurals or norm in self.singles or norm in self.documents

    def _head(self, last: int, floor: int) -> Speaker | None:
        """The noun that may speak at `last` or up to three adjectives before it."""
        for index in range(last, max(last - 3, floor - 1), -1):
            if self._speaks(index):
                return self._noun(index, last)
            if self.tokens.shape[index] not in "LC":
                return None
        return None

    def _noun(self, head: int, last: int | None = None) -> Speaker:
        norms = self.tokens.norms
        first = head
        shape = self.tokens.shape
        while (
            first > 0
            and head - first < 3
            and (shape[first - 1] == "n" or (shape[first - 1] in "LC-" and norms[first - 1] not in self.function))
        ):
            first -= 1
        norm = norms[head]
        plural = norm in self.plurals or self.roles.get(norm) == "plural"
        stop = head if last is None else last
        return Speaker(
            first,
            stop,
            self._words(first, stop),
            False,
            plural,
            norm in self.documents and self.tokens.shape[head] != "R",
        )

    def _named(self, found: Found) -> Speaker:
        text = found.value.text if isinstance(found.value, Name | Place) else ""
        return Speaker(found.first, found.last, text, True, False, False)

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.tokens.exact(first, last).split())

    def _is_person(self, index: int) -> bool:
        found = self.by_first.get(index)
        return found is not None and isinstance(found.value, Name) and found.value.type == "person"

    def _stops(self, index: int, at: int, loose: bool) -> bool:
        """Whether a word cannot stand between a verb of saying, or *according to*, and its speaker."""
        norms, shape = self.tokens.norms, self.tokens.shape
        if not loose:
            return norms[index] in self.not_subject and self.tie.get(norms[index]) != "of"
        passes = norms[index] in self.between or shape[index] in TIMES + "A-" or norms[index] in self.article
        # One noun that the lexicon does not know, before a comma and a name: "said the landlord, Victor Hahn".
        return (
            not passes
            and not (shape[index] == "L" and self._is_person(index + 2) and shape[index + 1] == ",")
            and not self._before_role(index)
        )

    def _before_role(self, index: int) -> bool:
        """Whether an adjective stands before a role or a noun that may speak."""
        return self.tokens.shape[index] in "LC" and any(
            self._speaks(after) for after in (index + 1, index + 2) if after < len(self.tokens.norms)
        )
