"""A text as read: its tokens, sentences, values and whose word they are, the one input of claim extraction."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from checker.language import Lexicon, lexicon
from checker.model.value import Mention
from checker.values.find import found_in
from checker.values.found import Found
from checker.values.lexer import Tokens, lex
from checker.values.sentences import spans
from checker.values.speech import Frame, frames


@dataclass(frozen=True)
class Reading:
    """All that was read in one text. Spans are token spans, inclusive; `found` is sorted by its first token."""

    tokens: Tokens
    words: Lexicon
    sentences: tuple[tuple[int, int], ...]
    found: tuple[Found, ...]
    frames: tuple[Frame, ...]

    @cached_property
    def _firsts(self) -> list[int]:
        return [item.first for item in self.found]

    @cached_property
    def _frames(self) -> dict[int, Frame]:
        """Token -> the innermost frame of speech that governs it."""
        by_size = sorted(self.frames, key=lambda frame: frame.first - frame.last)
        return {token: frame for frame in by_size for token in range(frame.first, frame.last + 1)}

    def frame_at(self, token: int) -> Frame | None:
        """The innermost frame of speech that governs a token."""
        return self._frames.get(token)

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that holds a token, or the one before it."""
        return max(bisect_right(self.sentences, token, key=lambda span: span[0]) - 1, 0)

    def within(self, span: tuple[int, int]) -> list[int]:
        """The numbers of the values that lie wholly within a token span."""
        first, last = bisect_left(self._firsts, span[0]), bisect_right(self._firsts, span[1])
        return [number for number in range(first, last) if self.found[number].last <= span[1]]


def read(text: str, language: str, published: str | None = None) -> Reading:
    """Read a text in `language`. `published` (ISO day or datetime) pins relative days. Offsets are those of `text`."""
    words = lexicon(language)
    tokens = lex(text, words)
    found = found_in(tokens, words, published)
    sentences = spans(tokens, words)
    return Reading(tokens, words, sentences, found, frames(tokens, words, sentences, found))


def mentions_of(reading: Reading) -> tuple[Mention, ...]:
    """The mentions of a reading, by start."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    return tuple(Mention(start=starts[item.first], end=ends[item.last], value=item.value) for item in reading.found)
