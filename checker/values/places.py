"""Places: by the gazetteer, by the words around a name (`the village of X`, `à X`, `X, Texas`), and `American soil`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.language import Lexicon
from checker.language.gazetteer import gazetteer
from checker.model.value import Place
from checker.values.capitals import Run
from checker.values.found import Found
from checker.values.lexer import Tokens


@lru_cache(maxsize=4096)
def _place(text: str, country: str | None) -> Place:
    """One record for a place however often a text says it."""
    return Place(text=text, country=country)


class Places:
    """Tells which runs of one text are places, and in which country."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self.tokens = tokens
        values = words.values
        self.not_located = values["not_located"]
        self.nouns, self.locative = values["place_noun"], values["locative"]
        self.street, self.part = values["street_noun"], values["place_part"]
        self.portfolio = values["portfolio"]
        self.article, self.tie = values["determiner"], values["tie"]
        self.organisation_part, self.saying = values["organisation_part"], values["saying"]
        known = gazetteer(words.code)
        self.given, self.nations, self.soil = known.given, known.nations, values["soil"]
        self.adjectives, self.having = values["adjective_place"], values["adjective_place_verb"]
        self.english = words.code == "en"

    def place(self, run: Run, before: Run | None = None, following: Run | None = None) -> Place | None:
        """The place that a run names, or None. `before` and `following` are the runs beside it in the text."""
        entry = run.entry
        if self._after_street(run.first):
            return None
        if entry is not None:
            told = entry.kind == "weak_place" and (
                self._after_preposition(run.first, run.last)
                or self._beside_place(run, before, following)
                or self._is_subject(run)
            )
            return self._value(run, entry.country) if told or entry.kind == "place" else None
        if run.key in self.portfolio:
            return None
        if self._is_geographic(run):
            return self._value(run, None)
        if self._after_noun(run.first):
            return self._value(run, None)
        if not self._could_be(run):
            return None
        country = self._country_after(run, following)
        if country is not None or self._after_preposition(run.first, run.last, strict=True):
            return self._value(run, country)
        return None

    def _value(self, run: Run, country: str | None) -> Place:
        return _place(self.tokens.exact(run.first, run.last), country)

    def _after_street(self, first: int) -> bool:
        """`rue de Metz`, `avenue Paul-Bert`: the name of a street."""
        norms = self.tokens.norms
        at = first - 1
        while at > 0 and (norms[at] in self.article or self.tie.get(norms[at]) == "of") and first - at < 3:
            at -= 1
        return not self.english and at >= 0 and norms[at] in self.street

    def _is_geographic(self, run: Run) -> bool:
        """`Lake Charles`, `Orange County`, `Saint-Gervais`, `Haréville-sous-Montfort`."""
        norms = self.tokens.norms
        if run.first == run.last:
            return False
        if self.english:
            return norms[run.first] in self.part or norms[run.last] in self.part
        hyphened = all(self.tokens.glued(at) for at in range(run.first + 1, run.last + 1))
        inside = norms[run.first + 1 : run.last]
        return hyphened and (
            norms[run.first] in ("saint", "sainte")
            or any(norm in ("sur", "sous", "les", "lès", "aux", "en") for norm in inside)
        )

    def _could_be(self, run: Run) -> bool:
        """Whether an unknown run has nothing of a person, an organisation or a product about it."""
        norms = self.tokens.norms
        if (
            run.last - run.first > 4
            or run.initial
            or norms[run.first] in self.given
            or norms[run.first] in self.nations
        ):
            return False
        text = self.tokens.exact(run.first, run.last)
        if (not text[1:].islower() and run.first == run.last) or any(sign.isdigit() for sign in text):
            return False
        return all(norm not in self.organisation_part for norm in norms[run.first : run.last + 1]) and all(
            letter not in "RTO" for letter in self.tokens.shape[run.first : run.last + 1]
        )

    def _after_noun(self, first: int) -> bool:
        """`the village of X`, `la ville de X`, `le port X`."""
        norms = self.tokens.norms
        at = first - 1
        if at > 0 and norms[at] in self.article and norms[at - 1] in self.tie:
            at -= 1
        return bool(at > 0 and self.tie.get(norms[at]) == "of" and norms[at - 1] in self.nouns)

    def _after_preposition(self, first: int, last: int, *, strict: bool = False) -> bool:
        """`in X`, `à X`, `en X`; `strict` leaves out the prepositions that stand before other things as often."""
        norms = self.tokens.norms
        at = first - 1
        if at >= 0 and norms[at] in self.article and not strict:
            at -= 1
        if at < 0 or (kind := self.locative.get(norms[at])) is None:
            return False
        if not strict:
            return True
        if at and norms[at - 1] in self.not_located:
            return False
        # "à Firmin Adjovi" is a person; French towns of two words have hyphens between them.
        return not kind and (self.english or " " not in self.tokens.exact(first, last))

    def _beside_place(self, run: Run, before: Run | None, following: Run | None) -> bool:
        """Whether *and* joins a known place, that is no given name, to one that is another word: Nice and Cannes."""
        shape = self.tokens.shape
        after = following is not None and following.first == run.last + 2 and shape[run.last + 1] == "&"
        ahead = before is not None and before.last == run.first - 2 and shape[run.first - 1] == "&"
        beside = following if after else before if ahead else None
        return (
            beside is not None
            and beside.entry is not None
            and beside.entry.kind == "place"
            and beside.key not in self.given
        )

    def _is_subject(self, run: Run) -> bool:
        """Whether a place that is an adjective too stands before an auxiliary: Nice has, Nice will."""
        at = run.last + 1
        return run.key in self.adjectives and at < len(self.tokens.norms) and self.tokens.norms[at] in self.having

    def _country_after(self, run: Run, following: Run | None) -> str | None:
        """`X, Texas`, `X (Norvège)`: the country of the known place that follows a name at once."""
        shape = self.tokens.shape
        if following is None or following.entry is None or following.entry.kind != "place":
            return None
        if following.first != run.last + 2 or shape[run.last + 1] not in ",(":
            return None
        # France, Germany and Italy is a list; Springfield, Illinois, is a place.
        closes = shape[following.last + 1 : following.last + 2]
        alone = not run.first or shape[run.first - 1] != ","
        return following.entry.country if alone and closes in (",", ")", ".", "", "¶", ";") else None

    def soils(self) -> Iterator[Found]:
        """`American soil`, `sol américain`: the country, under the words as they stand."""
        norms = self.tokens.norms
        for soil in self.soil:
            at = -1
            for _ in range(norms.count(soil)):
                at = norms.index(soil, at + 1)
                for other in (at - 1, at + 1):
                    if 0 <= other < len(norms) and (country := self.nations.get(norms[other])):
                        first, last = min(at, other), max(at, other)
                        text = self.tokens.exact(first, last)
                        yield Found(first, last, _place(text, country))


def read(tokens: Tokens, words: Lexicon, runs: Sequence[Run]) -> Iterator[Found]:
    """The places among the runs of a text, and the soil of countries."""
    reader = Places(tokens, words)
    for index, run in enumerate(runs):
        before, following = runs[index - 1] if index else None, runs[index + 1] if index + 1 < len(runs) else None
        if (place := reader.place(run, before, following)) is not None:
            yield Found(run.first, run.last, place)
    yield from reader.soils()
