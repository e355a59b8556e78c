"""Quotes: what stands between quotation marks, and who says it.

A quote inside a quote belongs to the outer one. A quote that goes on in the next paragraph, where its opening mark is
repeated, is one quote.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from checker.language import Lexicon
from checker.model.value import Name, Quote
from checker.values.found import Found
from checker.values.incises import Incise, incises, without
from checker.values.lexer import Tokens
from checker.values.marks import Span
from checker.values.speakers import is_party
from checker.values.speech import Frame

_REPEATED = re.compile(r"(?<!\s)[^\S\n]*+\n[^\S\n]*+\n\s*+[«“„\"]\s*")
_NEAR, _FAR = 20, 60


def read(
    tokens: Tokens,
    words: Lexicon,
    found: Sequence[Span],
    frames: Sequence[Frame],
    sentences: Sequence[Span],
    names: Sequence[Found],
) -> Iterator[Found]:
    """A quote mention for each of the spans, without its marks, with its speaker where the text tells.

    A clause put into a quote that says who speaks is in its span and not in its text.
    """
    reader = _Speakers(tokens, words, frames, sentences, names)
    for begin, end in found:
        inside = tokens.shape[begin + 1 : end]
        first, last = end - len(inside.lstrip("¶")), begin + len(inside.rstrip("¶"))
        if first > last:
            continue
        put_in = reader.put_in(begin, end)
        text = _REPEATED.sub("\n\n", without(tokens, first, last, put_in))
        yield Found(first, last, Quote(text=text, speaker=reader.speaker(begin, end, put_in)))


def _text(found: Found) -> str | None:
    return found.value.text if isinstance(found.value, Name) else None


def _type(found: Found) -> str | None:
    return found.value.type if isinstance(found.value, Name) else None


class _Speakers:
    """Finds who says a quote, in one text."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, frames: Sequence[Frame], sentences: Sequence[Span], names: Sequence[Found]
    ) -> None:
        self.tokens, self.words, self.frames, self.sentences = tokens, words, frames, sentences
        values = words.values
        self.function, self.calling, self.article = values["function"], values["calling"], values["determiner"]
        self.between, self.speaking_for = values["beside_verb"], values["speaking_for"]
        self.verbs = [frame.verb_at for frame in frames]
        self.sentence_firsts = [first for first, _ in sentences]
        self.people = sorted(
            (f for f in names if _type(f) in ("person", "role", "organisation") and not is_party(tokens, f)),
            key=lambda f: f.first,
        )
        self.people_firsts = [found.first for found in self.people]
        self.before: tuple[int, str | None] = (-1, None)

    def put_in(self, begin: int, end: int) -> list[Incise]:
        """The clauses within the marks `begin` and `end` that say who speaks; none where that is told after them."""
        if self._after(end) is not None:
            return []
        return list(incises(self.tokens, self.words, self._frames_between(begin, end), begin, end))

    def speaker(self, begin: int, end: int, put_in: Sequence[Incise]) -> str | None:
        """The speaker of the quote whose marks are the tokens `begin` and `end`, with the clauses put into it."""
        speaker = (
            next((clause.frame.speaker for clause in put_in if clause.frame and clause.frame.speaker), None)
            or self._inside(begin, end)
            or self._after(end)
            or self._framed(begin, end)
            or self._named_before(begin)
            or self._loose_after(begin, end)
        )
        if speaker is None:
            speaker = self._continued(begin, end)
        self.before = (end, speaker)
        return speaker

    def _inside(self, begin: int, end: int) -> str | None:
        """The speaker named in a clause put into the quote: `« C'est fini, assure Jean Dupont. »`."""
        for frame in self._frames_between(begin, end):
            if frame.last < frame.verb_at < frame.speaker_first < end:
                return frame.speaker or None
        return None

    def _after(self, end: int) -> str | None:
        """The speaker of a verb of saying right after the quote."""
        for frame in self._frames_between(end, end + _NEAR):
            start = min(frame.speaker_first, frame.verb_at)
            if end < start <= end + 7 and frame.last < start and frame.first <= end:
                between = self.tokens.shape[end + 1 : start]
                if not any(sign in between for sign in '.;:«"¶('):
                    return frame.speaker or None
        return None

    def _framed(self, begin: int, end: int) -> str | None:
        """The speaker of the innermost frame over the beginning of the quote."""
        best: Frame | None = None
        first, last = self._sentence(begin)
        for frame in self._frames_between(max(first, begin - _FAR) - 1, min(last, end + _FAR) + 1):
            ends_with_mark = self.tokens.shape[frame.last : frame.last + 1] in ":,"
            if begin < frame.verb_at < end:
                continue
            reaches = frame.first <= begin + 1 <= frame.last + 1 or (frame.last + 1 == begin and ends_with_mark)
            if reaches and (best is None or frame.first >= best.first):
                best = frame
        return best.speaker or None if best else None

    def _frames_between(self, after: int, before: int) -> Sequence[Frame]:
        """The frames whose verbs stand between two tokens, both exclusive."""
        return self.frames[bisect_right(self.verbs, after) : bisect_left(self.verbs, before)]

    def _sentence(self, at: int) -> Span:
        index = bisect_right(self.sentence_firsts, at) - 1
        return self.sentences[index] if index >= 0 else (0, 0)

    def _named_before(self, begin: int) -> str | None:
        """`X radioed: "…"`, `X called it "…"`, `Pour X, « … »`: the first person of the sentence."""
        tokens = self.tokens
        first = max(self._sentence(begin)[0], begin - _FAR)
        if first >= begin:
            return None
        colon = tokens.shape[begin - 1] == ":"
        called = any(norm in self.calling for norm in tokens.norms[first:begin])
        if not colon and not called and tokens.norms[first] not in self.speaking_for:
            return None
        for found in self._people_between(first, begin):
            if colon or (called and found.last < begin):
                return _text(found)
            if found.first == first + 1:
                return _text(found)
        return None

    def _people_between(self, first: int, stop: int) -> Iterator[Found]:
        at = bisect_right(self.people_firsts, first - 1)
        while at < len(self.people) and self.people[at].first < stop:
            yield self.people[at]
            at += 1

    def _loose_after(self, begin: int, end: int) -> str | None:
        """`« … », calcule Nadia Ferhat`: any verb, then a name, after a quote that is a sentence."""
        shape, norms = self.tokens.shape, self.tokens.norms
        if end - begin < 4 or end + 2 >= len(shape):
            return None
        comma = shape[end + 1] in ",~" or shape[end - 1] in ",!?…"
        at = end + 2 if shape[end + 1] in ",~" else end + 1
        if not comma or (
            norms[at] in self.function and norms[at] not in self.between and norms[at] not in self.article
        ):
            return None
        for found in self._people_between(at, at + 10):
            between = shape[at : found.first]
            if not any(sign in between for sign in ',.;:«"(¶&') and _type(found) != "organisation":
                return _text(found)
            return None
        return None

    def _continued(self, begin: int, end: int) -> str | None:
        """The last speaker, where a quote of a whole sentence follows theirs in the same paragraph."""
        last_end, speaker = self.before
        if speaker is None or end - begin < 4:
            return None
        gap = self.tokens.shape[last_end:begin]
        starts_sentence = self._sentence(begin)[0] >= begin - 1 or self.tokens.shape[begin - 1] in ".,"
        return speaker if starts_sentence and "¶" not in gap and len(gap) < 40 else None
