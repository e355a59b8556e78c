"""Who says what: frames of direct and indirect speech, and the modality and polarity of what is stated.

A frame is a stretch that somebody is said to have said, with the speaker and the verb: `Pompeo a déclaré que …`,
`…, said the spokesman`, `according to CNBC, …`. Words come from the language's names.toml.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.values import marks
from checker.values.found import Found
from checker.values.lexer import Tokens
from checker.values.marks import Span
from checker.values.speakers import BREAKS, TIMES, Speaker, Speakers
from checker.values.stance import modality, polarity

__all__ = ["Frame", "frames", "modality", "polarity"]

Kind = Literal["said", "reported", "document", "denied"]
_KINDS: dict[str, Kind] = {"reported": "reported", "document": "document", "denied": "denied"}


class Frame(NamedTuple):
    """Tokens `first` to `last` are what `speaker` says.

    `speaker` is as named in the text, a pronoun resolved to the last speaker; the words themselves stand from
    `speaker_first` to `speaker_last`, the verb at `verb_at`. `plural` for *sources*, *officials*, *they*.
    """

    first: int
    last: int
    speaker: str
    speaker_first: int
    speaker_last: int
    verb: str
    verb_at: int
    kind: Kind
    plural: bool


def frames(
    tokens: Tokens,
    words: Lexicon,
    sentences: Sequence[Span],
    names: Sequence[Found],
    quotes: Sequence[Span] | None = None,
) -> tuple[Frame, ...]:
    """The frames of a text in order of their verbs. `names`: its names and places; `quotes`: its marks, if known."""
    marked = marks.spans(tokens) if quotes is None else quotes
    return tuple(_Reader(tokens, words, sentences, names, marked).read())


def _in_turn(frames: Sequence[Frame]) -> Iterator[Frame]:
    """Several frames of one sentence: each governs what stands between the one before and its own speaker.

    *600 according to the police, 1,000 according to the organisers*; where the first begins the sentence, each governs
    what follows it.
    """
    ordered = sorted(frames, key=lambda frame: frame.verb_at)
    leading = ordered[0].verb_at <= ordered[0].first + 1
    for at, frame in enumerate(ordered):
        if leading:
            following = ordered[at + 1].verb_at - 1 if at + 1 < len(ordered) else frame.last
            yield frame._replace(first=frame.verb_at, last=max(following, frame.speaker_last))
        else:
            first = ordered[at - 1].speaker_last + 1 if at else frame.first
            last = frame.last if at + 1 == len(ordered) else frame.speaker_last
            yield frame._replace(first=min(first, frame.verb_at), last=last)


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
        self.pronouns, self.not_subject, self.that = values["pronoun"], values["not_subject"], values["that"]
        self.passive, self.participle = values["passive"], tuple(values["participle_ending"])
        self.sentence_openings, self.agent = values["sentence_opening"], values["agent"]
        self.french = words.code == "fr"
        self.entries = gazetteer(words.code).entries
        self.who = Speakers(tokens, words, names, sentences)
        self.heard_at = -1
        self.quotes = quotes
        self.quote_firsts = [first for first, _ in quotes]

    def read(self) -> Iterator[Frame]:
        told: dict[Span, list[Frame]] = defaultdict(list)
        for match in re.finditer("[Va]", self.tokens.shape):
            at = match.start()
            sentence = self._sentence(at)
            if match.group() == "V" and (frame := self._saying(at, sentence)) is not None:
                yield frame
            elif match.group() == "a" and (frame := self._according(at, sentence)) is not None:
                told[sentence].append(frame)
        for frames in told.values():
            yield from frames if len(frames) == 1 else _in_turn(frames)

    def _sentence(self, at: int) -> Span:
        index = bisect_right(self.sentence_firsts, at) - 1
        if index >= 0 and self.sentences[index][1] >= at:
            return self.sentences[index]
        return at, at

    def _according(self, at: int, sentence: Span) -> Frame | None:
        """`according to X, …` and `…, selon X`: the whole sentence."""
        speaker = self.who.from_(at + 1, min(at + 8, sentence[1]))
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
            speaker: Speaker | None = self.who.pronoun(pronoun, bisect_right(self.sentence_firsts, pronoun) - 1)
            back = shape[pronoun - 1] == "-" or self._follows_its_words(pronoun - 1, at, sentence)
            return self._scoped(speaker, at, start, sentence, kind, back=back)
        before = start - 1
        if before >= sentence[0] and shape[before] not in BREAKS:
            speaker = self.who.subject(before, sentence[0])
            if speaker is None:
                return None
            back = self._follows_its_words(self.who.before_determiner(speaker.first), at, sentence)
            return self._scoped(speaker, at, start, sentence, kind, back=back)
        if shape[before] == "," and (quoted := self._quoted_apposed(before, at, sentence)) is not None:
            return self._scoped(quoted, at, start, sentence, kind, back=True)
        if (
            before > sentence[0]
            and shape[before] in "),"
            and shape[before - 1] not in "\"»'"
            and (apposed := self.who.around_commas(before, sentence[0])) is not None
        ) and (self._goes_on(at, sentence) or not self.who.after_verb(at, sentence)):
            return self._scoped(apposed, at, start, sentence, kind, back=False)
        speaker = self.who.after_verb(at, sentence)
        if speaker is not None:
            return self._scoped(speaker, at, start, sentence, kind, back=True)
        return None

    def _quoted_apposed(self, comma: int, at: int, sentence: Span) -> Speaker | None:
        """The subject in commas after a quote: `"…," her neighbor, X, said`."""
        shape = self.tokens.shape
        if comma <= sentence[0] or shape[comma - 1] in "\"»'" or self._goes_on(at, sentence):
            return None
        apposed = self.who.around_commas(comma, sentence[0])
        if apposed is None:
            return None
        mark = self.who.before_apposed(apposed.first, sentence[0])
        quoted = mark > sentence[0] and (shape[mark] in '"»' or (shape[mark] == "," and shape[mark - 1] in '"»'))
        return apposed if quoted else None

    def _passive(self, at: int, start: int, sentence: Span, kind: str) -> Frame | None:
        """`was rejected by X`: what precedes; a passive without an agent says nothing of who speaks."""
        if at + 1 >= len(self.tokens.norms) or self.tokens.norms[at + 1] not in self.agent:
            return None
        speaker = self.who.from_(at + 2, min(at + 10, sentence[1]))
        return self._frame((sentence[0], max(start - 1, sentence[0])), speaker, at, kind) if speaker else None

    def _participle(self, at: int, start: int, sentence: Span, kind: str) -> Frame | None:
        """`…, adding that …`: said by who spoke last in the sentence, or by its subject."""
        if self.who.heard is not None and self.heard_at >= sentence[0]:
            speaker: Speaker | None = self.who.heard
        else:
            speaker = self.who.opening(sentence[0], start)
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
                or (shape[before] in TIMES and pronoun is None)
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

    def _follows_its_words(self, before: int, at: int, sentence: Span) -> bool:
        """Whether subject and verb come after what is said: after a quote, or in English after a comma."""
        shape = self.tokens.shape
        if before <= sentence[0] or self._goes_on(at, sentence):
            return False
        if shape[before] in "»\"'" or (shape[before] == "," and shape[before - 1] in "»\"'"):
            return True
        opens_with = self.tokens.norms[sentence[0]]
        if (
            self.french
            or shape[before] != ","
            or before - sentence[0] < 4
            or opens_with in self.not_subject
            or opens_with in self.sentence_openings
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

    def _scoped(
        self, speaker: Speaker | None, at: int, start: int, sentence: Span, kind: str, *, back: bool
    ) -> Frame | None:
        """The frame over what precedes the speech verb (`back`) or what follows it.

        A clause put in between (`X, a-t-il dit, Y`) governs the whole sentence.
        """
        if speaker is None:
            return None
        span = (sentence[0], min(start, speaker.first) - 1) if back else (at + 1, sentence[1])
        after = max(at, speaker.last) + 1
        if back and self.tokens.shape[after : after + 1] == "," and self.tokens.shape[span[1]] == ",":
            span = sentence
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
        said = _KINDS.get(kind, "said")
        if speaker.document and said != "denied":
            said = "document"
        elif not speaker.document and not self._quoted(at):
            self.who.heard, self.heard_at = speaker, at
        if said == "reported" and self.tokens.shape[at] == "V" and not speaker.named:
            said = "said"
        if said == "said" and speaker.named and self._is_media(speaker):
            said = "reported"
        place = (speaker.first, speaker.last)
        return Frame(*span, speaker.text, *place, self.tokens.norms[at], at, said, speaker.plural)
