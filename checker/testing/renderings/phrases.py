"""What all renderings are made of: phrases, languages, and the joints between words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from hypothesis import strategies as st

Language = Literal["en", "fr"]

NBSP, NARROW = "\u00a0", "\u202f"
BLANKS = (" ", NBSP, NARROW)
"""What stands between a figure and its sign in print."""


class Phrase(NamedTuple):
    """A value in words. `words` are the span that says it; `before` and `after` hold what belongs to the phrase and
    not to the span: a preposition, an article, a modifier (`more than`, `le`, `or so`), each with its blank.
    """

    before: str
    words: str
    after: str = ""

    def __str__(self) -> str:
        return self.before + self.words + self.after

    def led_by(self, words: str) -> Phrase:
        """The phrase with words, and a blank where they need one, before it."""
        return self._replace(before=words + self.before)


def one_of(forms: Iterable[str]) -> st.SearchStrategy[str]:
    """One of the forms, the plainest first: failures shrink to that."""
    return st.sampled_from(tuple(forms))


_NO_ELISION = ("onz", "oui", "ouist", "hauts-", "handicap", "hausse", "hongrois", "hollandais", "haie", "hameau")
_ELIDING = "aeiouyhéèêëâàîïôöûüùœæ"


def de(words: str) -> str:
    """French *de* before `words`: d'euros, de dollars, d'un million, d'hôtels, de onze."""
    low = words.lower()
    elides = (
        low[:1] in tuple(_ELIDING)
        and not low.startswith(_NO_ELISION)
        and not low.startswith(("huit", "yen", "yuan", "yacht"))
    )
    return ("d'" if elides else "de ") + words
