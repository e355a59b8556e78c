"""Stories as texts: a few kinds of news in the words of either language, the value in any of its printed forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import strategies as st

from checker.model.rule import CaseText
from checker.model.source import Language
from checker.model.value import Count, Duration, Money, Value
from checker.testing.renderings import phrases
from checker.testing.strategies.articles import languages
from checker.testing.strategies.edits import harmful


class Scene(NamedTuple):
    """One fact of the built-in packs: its sentence in each language, with `{}` for the value, and its values."""

    attribute: str
    sentences: dict[Language, str]
    values: st.SearchStrategy[Any]


def _counts(noun: str) -> st.SearchStrategy[Count]:
    return st.integers(2, 99).map(lambda number: Count(amount=Decimal(number * 100), noun=noun))


_PRICES = st.integers(2, 90).map(lambda number: Money(amount=Decimal(number) * 10**8, currency="EUR"))
_DELAYS = st.integers(10, 90).map(lambda number: Duration(iso=f"P{number}D"))
SCENES = (
    Scene(
        "price",
        {"en": "Corvane will buy Halden Foods for {}.", "fr": "Le groupe Corvane rachète Halden Foods pour {}."},
        _PRICES,
    ),
    Scene(
        "effect delay",
        {
            "en": "The president signed an order on 3 March 2022. The order takes effect within {}.",
            "fr": "Le président a signé le 3 mars 2022 un décret. Le décret prend effet dans {}.",
        },
        _DELAYS,
    ),
    Scene(
        "jobs to be created",
        {"en": "Novelis Energy will create {} in Leeds.", "fr": "Novelis Energy va créer {} à Leeds."},
        _counts("job"),
    ),
)
"""Facts that the built-in packs read in either language."""


class Scenario(NamedTuple):
    """Articles that tell one fact, each by its value, and whether all values are one."""

    texts: tuple[CaseText, ...]
    values: tuple[Value, ...]
    agree: bool
    attribute: str


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Two articles on one fact, in one language or two, that give one value or two that cannot both be right."""
    scene = draw(st.sampled_from(SCENES))
    value = draw(scene.values)
    agree = draw(st.booleans())
    values = (value, value if agree else draw(harmful(value)))
    texts = []
    for name, told in zip(("s1", "s2"), values, strict=True):
        language = draw(languages)
        words = draw(phrases(told, language).filter(lambda phrase: not phrase.before and not phrase.after))
        texts.append(CaseText(id=name, text=scene.sentences[language].format(words.words), language=language))
    return Scenario(tuple(texts), values, agree, scene.attribute)
