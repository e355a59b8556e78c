"""What *the app*, *l'entreprise*, *he* and a bare role take up: the latest fitting name told before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.model.value import Name, Place
from checker.values.reading import Reading

_APPOSED_WITHIN = 8
_OF_KIND = {
    "person": {"person"},
    "organisation": {"organisation", "other"},
    "product": {"product", "other"},
    "role": {"role"},
    "name": {"person", "organisation", "product", "other"},
}


class Antecedents:
    """Looks up names by what they are and where they stand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = [
            (item.first, number, item.value.type, item.value.text)
            for number, item in enumerate(reading.found)
            if isinstance(item.value, Name)
        ]
        self._firsts = [name[0] for name in self.names]

    def references(self, span: tuple[int, int]) -> dict[int, int]:
        """Token -> number of the name it takes up, for the general nouns after a definite article in a sentence."""
        values, norms = self.reading.words.values, self.reading.tokens.norms
        nouns, definite, which = values["anaphor"], values["taking_up"], values["telling_which"]
        taken: dict[int, int] = {}
        for index in range(span[0], span[1] + 1):
            kind = nouns.get(norms[index])
            articles = (norms[at].rpartition(" ")[2] for at in range(max(index - 3, span[0]), index))
            told = norms[index + 1] if index < span[1] else ""
            if kind is None or told in which or not any(article in definite for article in articles):
                continue
            named = self._named_beside(index)
            before = None if named else self._taken_up(index, span, kind)
            if before is not None:
                taken[index] = before
        return taken

    def _named_beside(self, index: int) -> bool:
        """Whether the noun's own name follows (*the video app TikTok*), so that it takes up nothing told before."""
        for first, _, kind, _ in self.names[bisect_left(self._firsts, index) :][:1]:
            between = slice(index + 1, first)
            if first > index + _APPOSED_WITHIN or set(self.reading.tokens.shape[between]) & set(",.;:()V¶"):
                return False
            relative = self.reading.words.values["clause_opener"]
            return kind != "person" and not any(norm in relative for norm in self.reading.tokens.norms[between])
        return False

    def _taken_up(self, index: int, span: tuple[int, int], kind: str) -> int | None:
        """The last such name of the sentence, else the first one of the sentence before, else the last one told."""
        last = self._last(index, {kind})
        if last is None or self.reading.found[last].first >= span[0]:
            return last
        number = self.reading.sentence_of(span[0]) - 1
        first, stop = self.reading.sentences[number] if number >= 0 else (0, -1)
        opening = [n for at, n, of, _ in self.names if first <= at <= stop and of == kind]
        return opening[0] if opening else last

    def _last(self, token: int, types: set[str]) -> int | None:
        for _, number, kind, _ in reversed(self.names[: bisect_left(self._firsts, token)]):
            if kind in types:
                return number
        return None

    def is_of_kind(self, name: str, kinds: Sequence[str]) -> bool:
        """Whether a name of the text is of one of the kinds."""
        wanted = {one for kind in kinds for one in _OF_KIND.get(kind, ())}
        return any(text == name and kind in wanted for _, _, kind, text in self.names)

    def person_before(self, token: int) -> str | None:
        """The person named last before a token, in its sentence or the one before."""
        last = self._last(token, {"person"})
        if last is None:
            return None
        number = max(self.reading.sentence_of(token) - 1, 0)
        item = self.reading.found[last]
        near = item.first >= self.reading.sentences[number][0]
        return item.value.text if near and isinstance(item.value, Name) else None

    def nearest(self, token: int, sentence: int, kinds: Sequence[str]) -> str | None:
        """The nearest name of one of the kinds in the sentence, one before the token rather than one after."""
        first, last = self.reading.sentences[sentence]
        wanted = {name for kind in kinds for name in _OF_KIND.get(kind, ())}
        near = [
            (token - at + (0 if at < token else 1000), name)
            for at, number in self.references((first, last)).items()
            if at != token and isinstance(value := self.reading.found[number].value, Name) and value.type in wanted
            for name in (value.text,)
        ]
        near += [
            (abs(item.first - token) + (1000 if item.first > token else 0), item.value.text)
            for item in self.reading.found
            if first <= item.first <= last
            and item.first != token
            and isinstance(item.value, Name | Place)
            and (item.value.type in wanted if isinstance(item.value, Name) else "place" in kinds)
        ]
        return min(near)[1] if near else None
