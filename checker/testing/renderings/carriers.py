"""Sentences of ordinary news that carry a phrase, with all that stands around it in print."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st

from checker.model.value import Kind
from checker.testing.renderings.phrases import NARROW, NBSP, Language, Phrase

CARRIERS: dict[Language, dict[Kind, tuple[str, ...]]] = {
    "en": {
        "number": ("The total is {}.", "The index reached {}, traders said.", "They put the tally at {}."),
        "count": (
            "The flood hit {}.", "{} were listed by the ministry.", "The report mentions {}, officials said.",
            "The city will receive {} under the plan.", "Critics spoke of {}; the mayor did not.",
        ),
        "percent": (
            "Turnout reached {}.", "{} of the votes were spoiled.", "The share is {}, analysts said.",
            "Prices rose {} (a record).",
        ),
        "money": (
            "The repairs cost {}.", "{} went to the museum.", "The club paid {} for the striker.",
            "Sales reached {}, the company said.", "The fine (of {}) was upheld.",
        ),
        "measure": (
            "The crack measured {}.", "The gauge showed {}, engineers said.", "{} were recorded at the site.",
        ),
        "duration": (
            "The talks lasted {}.", "The ban will apply for {}, the court ruled.",
            "Repairs will take {}; the road is shut.",
        ),
        "date": (
            "The treaty was signed {}.", "The mill burned down {}, the police said.", "{}, the bridge collapsed.",
            "Critics met {} in Lisbon.",
        ),
        "datetime": (
            "The train left {}.", "The alarm sounded {}, the police said.", "{}, the doors opened.",
        ),
    },
    "fr": {
        "number": ("Le total est {}.", "L'indice atteint {}, selon les courtiers.", "Le bilan atteindrait {}."),
        "count": (
            "La crue a touché {}.", "{} ont été recensés par le ministère.", "Le rapport mentionne {}, selon le maire.",
            "La ville recevra {} grâce au plan.", "L'opposition évoque {} ; la mairie se tait.",
        ),
        "percent": (
            "La participation atteint {}.", "{} des bulletins sont nuls.", "La part est {}, selon l'institut.",
            "Les prix ont pris {} (un record).",
        ),
        "money": (
            "Les travaux coûteront {}.", "{} sont allés au musée.", "Le club a versé {} pour le buteur.",
            "Les ventes ont atteint {}, selon le groupe.", "L'amende ({}) est confirmée.",
        ),
        "measure": (
            "La fissure mesure {}.", "La sonde indiquait {}, selon le préfet.", "{} ont été relevés sur le site.",
        ),
        "duration": (
            "Les pourparlers ont duré {}.", "L'interdiction vaut pendant {}, selon la cour.",
            "Les travaux prendront {} ; la route est fermée.",
        ),
        "date": (
            "Le traité a été signé {}.", "Le moulin a brûlé {}, selon la police.", "{}, le pont s'est effondré.",
            "Les opposants se sont réunis {} à Lisbonne.",
        ),
        "datetime": (
            "Le train est parti {}.", "L'alarme a retenti {}, selon la police.", "{}, les portes ont été ouvertes.",
        ),
    },
}  # fmt: skip
"""Sentences with a place for a phrase and no other value of amount or time in them."""

AROUND: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (
        ("", ""), ("\ufeff", ""), ("🚨 ", " 🌊"), ("“", "”"), ('"', '"'), ("‘", "’ she said."),
        ("The mayor’s words: \"", "\""),
        ("Zoe\u0308 S\u030cimic\u0301 wrote: ", ""), ("LISBON —\r\n\r\n", "\r\n\r\nOfficials gave no details."),
        ("The port is shut.\r\n", "\r\n"), ("* ", ""), ("(Reuters) - ", ""), ("An unclosed “quotation runs on. ", ""),
        ("👩🏽‍🚒 Crews are there. ", " 🇵🇹"), ("---\ntitle: Harbour news\n---\n\n", "\n"), (f"Live{NBSP}: ", ""),
    ),
    "fr": (
        ("", ""), ("\ufeff", ""), ("🚨 ", " 🌊"), (f"«{NBSP}", f"{NBSP}»"), (f"«{NARROW}", f"{NARROW}»"),
        ("“", "”"), ('"', '"'),
        ("Zoe\u0308 S\u030cimic\u0301 a écrit : ", ""), ("LISBONNE —\r\n\r\n", "\r\n\r\nLa mairie n’a rien précisé."),
        ("Le port est fermé.\r\n", "\r\n"), ("- ", ""), ("(AFP) - ", ""), ("Une « citation court encore. ", ""),
        ("👩🏽‍🚒 Les secours sont là. ", " 🇵🇹"), ("---\ntitle: Le port\n---\n\n", "\n"), (f"Direct{NBSP}: ", ""),
    ),
}  # fmt: skip
"""What stands before and after a sentence: quotes, emoji, combining marks, paragraphs, datelines, front matter."""
IN_CAPITALS: tuple[Kind, ...] = ("count", "percent", "duration", "date")
"""Kinds whose words mean the same in capitals. The signs of money and measures do not (m, M, Md), and a plain number
after a word in capitals can be a name (BOEING 737).
"""
_POSTAL = re.compile(r"(?<!\d)\d{5}(?!\d)")
_BLANK = re.compile(r"(?<![\d\s]) (?! )|(?<=\d) (?!\d)")
"""A blank between words; not one inside a figure."""


class Told(NamedTuple):
    """A text that tells a value: `text[start:end]` are the words of its span."""

    text: str
    start: int
    end: int

    @property
    def exact(self) -> str:
        """The words that say the value."""
        return self.text[self.start : self.end]


@st.composite
def dressed(draw: st.DrawFn, phrase: Phrase) -> Phrase:
    """The phrase as it stands, or with one of its blanks as a no-break space or the break of a line."""
    gaps = [match.start() for match in _BLANK.finditer(phrase.words)]
    blank = draw(st.sampled_from((" ", " ", " ", NBSP, NARROW, "\n", "\r\n")))
    if blank == " " or not gaps:
        return phrase
    at = draw(st.sampled_from(gaps))
    return phrase._replace(words=phrase.words[:at] + blank + phrase.words[at + 1 :])


def _capitalised(phrase: Phrase) -> Phrase:
    """The phrase at the head of a sentence."""
    head = phrase.before or phrase.words
    capital = head[:1].upper() + head[1:]
    return phrase._replace(before=capital) if phrase.before else phrase._replace(words=capital)


def placed(phrase: Phrase, carrier: str, around: tuple[str, str] = ("", "")) -> Told:
    """The phrase in the sentence, with what stands around that."""
    head, _, tail = carrier.partition("{}")
    if not head:
        phrase = _capitalised(phrase)
    if tail.startswith(".") and str(phrase).endswith("."):
        tail = tail[1:]
    start = len(around[0]) + len(head) + len(phrase.before)
    return Told(f"{around[0]}{head}{phrase}{tail}{around[1]}", start, start + len(phrase.words))


@st.composite
def carried(draw: st.DrawFn, kind: Kind, phrases: st.SearchStrategy[Phrase], language: Language) -> Told:
    """A phrase of a value of the kind in an ordinary sentence, in small letters or as a headline in capitals."""
    phrase = draw(phrases.flatmap(dressed))
    carrier, around = draw(st.sampled_from(CARRIERS[language][kind])), draw(st.sampled_from(AROUND[language]))
    told = placed(phrase, carrier, around)
    # 10000 HOMMES looks like a postal code and its town
    if kind in IN_CAPITALS and not _POSTAL.search(phrase.words) and draw(st.integers(0, 4)) == 4:
        return told._replace(text=told.text.upper())
    return told
