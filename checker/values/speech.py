"""Who says what: frames of direct and indirect speech, and the modality and polarity of what is stated.

A frame is a stretch that somebody is said to have said, with the speaker and the verb: `Pompeo a déclaré que …`, `…, said the
spokesman`, `according to CNBC, …`. Words come from the language's names.toml.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.model.value import Name, Place
from checker.values import marks
from checker.values.capitals import is_capital
from checker.values.found import Found
from checker.values.lexer import Tokens
from checker.values.marks import Span

Kind = Literal["said", "reported", "document", "denied"]
_TIMES = "MWtdyrPzumD"
_BREAKS = ',;:«»"“”()~¶.!?…'


class Frame(NamedTuple):
    """Tokens `first` to `last` are what `speaker` says. `speaker` is as named in the text, a pronoun resolved to the last speaker;
    the words themselves stand from `speaker_first` to `speaker_last`, the verb at `verb_at`. `plural`: sources, officials."""

    first: int
    last: int
    speaker: str
    speaker_first: int
    speaker_last: int
    verb: str
    verb_at: int
    kind: Kind
    plural: bool


class Speaker(NamedTuple):
    """A name, a role, a noun that may speak, or a pronoun (`text` empty until it is resolved)."""

    first: int
    last: int
    text: str
    named: bool
    plural: bool
    document: bool


def frames(
    tokens: Tokens,
    words: Lexicon,
    sentences: Sequence[Span],
    names: Sequence[Found],
    quotes: Sequence[Span] | None = None,
) -> tuple[Frame, ...]:
    """The frames of a text in order of their verbs. `names` are its mentions of kinds name and place; `quotes` its marks."""
    marked = marks.spans(tokens) if quotes is None else quotes
    return tuple(_Reader(tokens, words, sentences, names, marked).read())


class _Reader:
    def __init__(
        self,
        tokens: Tokens,
        words: Lexicon,
        sentences: Sequence[Span],
        names: Sequence[Found],
        quotes: Sequence[Span],
    ) -> None:
        self.tokens, self.sentences = tokens, sentences
        self.sentence_firsts = [first for first, _ in sentences]
        values = words.values
        self.saying, self.according, self.between = values["saying"], values["according"], values["beside_verb"]
        self.singles, self.plurals, self.documents = (
            values["single_speaker"],
            values["plural_speaker"],
            values["document"],
        )
        self.article, self.pronouns, self.not_subject = values["determiner"], values["pronoun"], values["not_subject"]
        self.objects, self.roles, self.tie = values["pronoun_object"], values["role"], values["tie"]
        self.passive, self.participle = values["passive"], tuple(values["participle_ending"])
        self.relative = values["relative_pronoun"]
        self.opening = values["sentence_opening"]
        self.function, self.that = values["function"], values["that"]
        self.names = sorted((f for f in names if self._can_speak(f, values["soil"])), key=lambda f: (f.first, -f.last))
        self.by_last = {found.last: found for found in reversed(self.names)}
        self.by_first = {found.first: found for found in reversed(self.names)}
        self.french = words.code == "fr"
        self.entries = gazetteer(words.code).entries
        self.heard: Speaker | None = None
        self.heard_at = -1
        self.quotes = quotes
        self.quote_firsts = [first for first, _ in self.quotes]

    def _can_speak(self, found: Found, soil: dict[str, str]) -> bool:
        """Names speak, and places for their governments; their soil does not."""
        place = isinstance(found.value, Place)
        return (
            isinstance(found.value, Name)
            or place
            and not any(self.tokens.norms[at] in soil for at in range(found.first, found.last + 1))
        )

    def read(self) -> Iterator[Frame]:
        for match in re.finditer("[Va]", self.tokens.shape):
            at = match.start()
            sentence = self._sentence(at)
            frame = self._according(at, sentence) if match.group() == "a" else self._saying(at, sentence)
            if frame is not None:
                yield frame

    def _sentence(self, at: int) -> Span:
        index = bisect_right(self.sentence_firsts, at) - 1
        if index >= 0 and self.sentences[index][1] >= at:
            return self.sentences[index]
        return at, at

    def _according(self, at: int, sentence: Span) -> Frame | None:
        """`according to X, …` and `…, selon X`: the whole sentence."""
        speaker = self._speaker_from(at + 1, min(at + 8, sentence[1]))
        if speaker is None:
            return None
        return self._frame(sentence, speaker, at, self.according[self.tokens.norms[at]] or "reported")

    def _saying(self, at: int, sentence: Span) -> Frame | None:
        """The frame of a verb of saying: subject and verb, or verb and subject after what is said."""
        shape, norms = self.tokens.shape, self.tokens.norms
        start, pronoun = self._group_start(at, sentence[0])
        kind = self.saying[norms[at]] or "said"
        if kind == "clause" and not (self._goes_on(at, sentence) or shape[start - 1 : start] in (",", "»", '"', "-")):
            return None
        kind = "said" if kind == "clause" else kind
        if any(norm in self.passive for norm in norms[start:at]):
            return self._passive(at, start, sentence, kind)
        if norms[at].endswith(self.participle) and pronoun is None:
            return self._participle(at, start, sentence, kind)
        if pronoun is not None:
            speaker: Speaker | None = self._pronoun(pronoun)
            back = shape[pronoun - 1] == "-" or self._follows_its_words(pronoun - 1, at, sentence)
            return self._scoped(speaker, at, start, sentence, kind, back=back)
        before = start - 1
        if before >= sentence[0] and shape[before] not in _BREAKS:
            speaker = self._subject(before, sentence[0])
            if speaker is None:
                return None
            back = self._follows_its_words(self._before_article(speaker.first), at, sentence)
            return self._scoped(speaker, at, start, sentence, kind, back=back)
        if (
            before > sentence[0]
            and shape[before] in "),"
            and shape[before - 1] not in "\"»'"
            and (apposed := self._apposed(before, sentence[0])) is not None
        ):
            if self._goes_on(at, sentence) or not self._follows(at, sentence):
                return self._scoped(apposed, at, start, sentence, kind, back=False)
        speaker = self._follows(at, sentence)
        if speaker is not None:
            return self._scoped(speaker, at, start, sentence, kind, back=True)
        return None

    def _passive(self, at: int, start: int, sentence: Span, kind: str) -> Frame | None:
        """`was rejected by X`: what precedes; a passive without an agent says nothing of who speaks."""
        if self.tokens.norms[at + 1 : at + 2] not in (["by"], ["par"]):
            return None
        speaker = self._speaker_from(at + 2, min(at + 10, sentence[1]))
        return self._frame((sentence[0], max(start - 1, sentence[0])), speaker, at, kind) if speaker else None

    def _participle(self, at: int, start: int, sentence: Span, kind: str) -> Frame | None:
        """`…, adding that …`: said by who spoke last in the sentence, or by its subject."""
        if self.heard is not None and self.heard_at >= sentence[0]:
            speaker: Speaker | None = self.heard
        else:
            speaker = self._opening_subject(sentence[0], start)
        return self._scoped(speaker, at, start, sentence, kind, back=False)

    def _group_start(self, at: int, floor: int) -> tuple[int, int | None]:
        """Where the verb with its auxiliaries and adverbs begins, and the pronoun that is its subject, if it is one."""
        norms, shape = self.tokens.norms, self.tokens.shape
        start, pronoun = at, None
        while start > floor:
            before = start - 1
            if shape[before] == "H" and (pronoun is None) and norms[before] not in ("on",):
                pronoun = before
            elif not (
                norms[before] in self.between
                or shape[before] == "-"
                or norms[before] == "t"
                or shape[before] in _TIMES
                and pronoun is None
            ):
                break
            start = before
            if pronoun == before and not (self.french and shape[before - 1 : before] == "-"):
                break
        if pronoun is None:
            glued = norms[at + 1 : at + 5]
            for offset, norm in enumerate(glued):
                if norm in self.pronouns and shape[at + 1] == "-":
                    return start, at + 1 + offset
                if shape[at + 1 + offset] != "-" and norm != "t":
                    break
        return start, pronoun

    def _before_article(self, first: int) -> int:
        found = self.by_first.get(first)
        if found is not None and isinstance(found.value, Name) and found.value.role:
            text, start = self.tokens.text, self.tokens.starts[first]
            role = text.rfind(found.value.role, max(start - len(found.value.role) - 4, 0), start)
            first = bisect_left(self.tokens.starts, role) if role >= 0 else first
        before = first - 1
        while before > 0 and (
            self.tokens.norms[before] in self.article or self.tokens.shape[before] in "RTL-" or self.by_last.get(before)
        ):
            if self.tokens.norms[before] in self.between or self.tokens.norms[before] in self.not_subject:
                break
            before -= 1
        return max(before, 0)

    def _follows_its_words(self, before: int, at: int, sentence: Span) -> bool:
        """Whether subject and verb come after what is said: after a quote, or in English after a comma."""
        shape = self.tokens.shape
        if before <= sentence[0] or self._goes_on(at, sentence):
            return False
        if shape[before] in "»\"'" or shape[before] == "," and shape[before - 1] in "»\"'":
            return True
        opens_with = self.tokens.norms[sentence[0]]
        if (
            self.french
            or shape[before] != ","
            or before - sentence[0] < 4
            or opens_with in self.not_subject
            or opens_with in self.opening
        ):
            return False
        after = shape[at + 1 : at + 2]
        return after in ("", ".", ",", "p", "W", "t", "¶", "b") or self.tokens.norms[at] in ("told", "tells")

    def _goes_on(self, at: int, sentence: Span) -> bool:
        """Whether the words after the verb are what is said: *that*, a colon or an opening quotation mark near it."""
        norms, shape = self.tokens.norms, self.tokens.shape
        for index in range(at + 1, min(at + 10, sentence[1] + 1)):
            if norms[index] in self.that or shape[index] in ":«":
                return True
            if shape[index] in ",.;»!?":
                return False
        return False

    def _follows(self, at: int, sentence: Span) -> Speaker | None:
        speaker = self._speaker_from(at + 1, min(at + 14, sentence[1]), loose=True)
        if speaker is None or self.french or speaker.last >= sentence[1]:
            return speaker
        # "said China opposes …" is no "said Pompeo": after an English subject that follows its verb the sentence stops.
        after = self.tokens.shape[speaker.last + 1]
        return speaker if after in ".,;pWt¶)fM" or self.tokens.norms[speaker.last + 1] in self.relative else None

    def _apposed(self, comma: int, floor: int) -> Speaker | None:
        """`X, the secretary of state, said`, `The spokeswoman, X, said`, `The firm, which …, said`: who the commas go with."""
        tokens, shape, norms = self.tokens, self.tokens.shape, self.tokens.norms
        inner = self.by_last.get(comma - 1)
        if inner is not None and inner.first > floor and shape[inner.first - 1] == "," and self._is_person(inner.first):
            return self._named(inner)
        for index in range(comma - 1, max(floor, comma - 30), -1):
            if shape[index] in ",(" and norms[index + 1] in self.relative:
                return self._subject(index - 1, floor)
        for index in range(comma - 1, max(floor, comma - 16), -1):
            if shape[index] in ",(" and (found := self.by_last.get(index - 1)) and not is_capital(tokens, index + 1):
                return self._named(found)
        return self._opening_subject(floor, comma)

    def _opening_subject(self, floor: int, stop: int) -> Speaker | None:
        """The name or the noun that may speak among the first words of a sentence."""
        for index in range(floor, min(floor + 4, stop)):
            if (found := self.by_first.get(index)) is not None:
                return self._named(found)
            if self._speaks(index):
                return self._noun(index)
        return None

    def _subject(self, last: int, floor: int) -> Speaker | None:
        """The subject that ends at token `last`: a name, a role, a noun that may speak; else the first one of the clause."""
        if (found := self.by_last.get(last)) is not None and not self._dependent(found.first, floor):
            return self._named(found)
        if (head := self._head(last, floor)) is not None and not self._dependent(head.first, floor):
            return head
        begin = last
        while begin > floor and self.tokens.shape[begin - 1] not in _BREAKS and last - begin < 14:
            begin -= 1
        for index in range(begin, last + 1):
            if (found := self.by_first.get(index)) is not None and self._is_free(index, begin):
                return self._named(found)
            if self._speaks(index) and self._is_free(index, begin):
                return self._noun(index)
            if self.tokens.shape[index] == "V" or self.tokens.norms[index] in self.that:
                return None
        return None

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
            and (shape[first - 1] == "n" or shape[first - 1] in "LC-" and norms[first - 1] not in self.function)
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

    def _speaker_from(self, at: int, stop: int, *, loose: bool = False) -> Speaker | None:
        """The speaker that begins at `at` or after articles, adjectives and (`loose`) words of time; a name after its role."""
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
                if index > noun.last + 1 and shape[index] in _BREAKS + "V" or index > noun.last + 6:
                    return noun
                if shape[index] in ".;:«»" or norms[index] in self.that:
                    return noun
            elif shape[index] == "H" or norms[index] in self.objects:
                return self._pronoun(index)
            elif self._speaks(index):
                noun = self._noun(index)
            elif shape[index] == "T" or shape[index] == "." and shape[index - 1] == "T":
                continue
            elif shape[index] == "," and loose and self._is_person(index + 1):
                continue
            elif shape[index] in _BREAKS + "V" or norms[index] in self.that or self._stops(index, at, loose):
                return None
        return noun

    def _is_person(self, index: int) -> bool:
        found = self.by_first.get(index)
        return found is not None and isinstance(found.value, Name) and found.value.type == "person"

    def _stops(self, index: int, at: int, loose: bool) -> bool:
        """Whether a word cannot stand between a verb of saying, or *according to*, and its speaker."""
        norms, shape = self.tokens.norms, self.tokens.shape
        if not loose:
            return norms[index] in self.not_subject and self.tie.get(norms[index]) != "of"
        passes = norms[index] in self.between or shape[index] in _TIMES + "A-" or norms[index] in self.article
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

    def _pronoun(self, at: int) -> Speaker | None:
        """The last speaker, or the person named last before the pronoun."""
        plural = self.pronouns.get(self.tokens.norms[at]) == "plural"
        if self.heard is not None:
            return Speaker(at, at, self.heard.text, True, plural and self.heard.plural, False)
        index = bisect_left([found.first for found in self.names], at)
        for found in reversed(self.names[:index]):
            if isinstance(found.value, Name) and found.value.type in ("person", "role"):
                return Speaker(at, at, found.value.text, True, False, False)
        return None

    def _scoped(
        self, speaker: Speaker | None, at: int, start: int, sentence: Span, kind: str, *, back: bool
    ) -> Frame | None:
        """The frame over what precedes the speech verb (`back`) or what follows it."""
        if speaker is None:
            return None
        span = (sentence[0], min(start, speaker.first) - 1) if back else (at + 1, sentence[1])
        if span[1] < span[0]:
            span = (at, at)
        return self._frame(span, speaker, at, kind)

    def _quoted(self, at: int) -> bool:
        index = bisect_right(self.quote_firsts, at) - 1
        return index >= 0 and self.quotes[index][1] > at

    def _is_media(self, speaker: Speaker) -> bool:
        entry = self.entries.get(speaker.text.lower())
        return entry is not None and entry.kind == "media"

    def _frame(self, span: Span, speaker: Speaker, at: int, kind: str) -> Frame:
        if speaker.document and kind != "denied":
            kind = "document"
        elif not speaker.document and not self._quoted(at):
            self.heard, self.heard_at = speaker, at
        if kind == "reported" and self.tokens.shape[at] == "V" and not speaker.named:
            kind = "said"
        if kind == "said" and speaker.named and self._is_media(speaker):
            kind = "reported"
        first, last = span
        verb = self.tokens.norms[at]
        return Frame(
            first,
            last,
            speaker.text,
            speaker.first,
            speaker.last,
            verb,
            at,
            kind,
            speaker.plural,  # type: ignore[arg-type]
        )


def _clause(tokens: Tokens, words: Lexicon, first: int, last: int) -> Span:
    """The clause around a span: up to the next break, or *but*, *while*, *who* on either side."""
    shape, norms = tokens.shape, tokens.norms
    breaks = words.values["clause_break"]
    begin, end = first, last
    while begin > 0 and shape[begin - 1] not in ";:.!?¶«»()," and norms[begin - 1] not in breaks and first - begin < 40:
        begin -= 1
    while (
        end + 1 < len(shape)
        and shape[end + 1] not in ";:.!?¶«»(),"
        and norms[end + 1] not in breaks
        and end - last < 40
    ):
        end += 1
    return begin, end


def modality(
    tokens: Tokens, words: Lexicon, first: int, last: int
) -> Literal["asserted", "planned", "conditional", "reported"]:
    """How the clause around tokens `first` to `last` puts what it says."""
    begin, end = _clause(tokens, words, first, last)
    norms, values = tokens.norms, words.values
    inside = norms[begin : end + 1]
    joined = {" ".join(pair) for pair in zip(inside, inside[1:], strict=False)}.union(inside)
    if any(norm in values["reported"] for norm in joined):
        return "reported"
    if (
        any(norm in values["conditional"] for norm in joined)
        or words.code == "fr"
        and any(norm.endswith(("rait", "raient")) and norm not in values["not_conditional"] for norm in inside)
    ):
        return "conditional"
    return "planned" if any(norm in values["planned"] for norm in joined) else "asserted"


def polarity(tokens: Tokens, words: Lexicon, first: int, last: int) -> Literal["affirmed", "denied"]:
    """Whether the clause around tokens `first` to `last` says that it is so, or that it is not."""
    begin, end = _clause(tokens, words, first, last)
    inside = tokens.norms[begin : end + 1]
    negation = words.values["negation"]
    for norm in inside:
        kind = negation.get(norm)
        if kind == "" or kind == "with_ne" and ("n'" in inside or "ne" in inside):
            return "denied"
    return "affirmed"
