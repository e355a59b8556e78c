"""Cases to add: for a mutant that no case kills, a case that would, or its frame with what its text must hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from checker.extraction.pieces import pieces
from checker.language.nouns import nouns
from checker.model.rule import CaseText, ExpectedFinding, FactType, Phrase, RuleCase, RulePack
from checker.model.source import Language
from checker.model.value import Kind
from checker.testing.mutants import Mutant, Pattern

_SAID: dict[str, dict[Language, tuple[str, str]]] = {
    "number": {"en": ("12", "90"), "fr": ("12", "90")},
    "count": {"en": ("12 {}", "90 {}"), "fr": ("12 {}", "90 {}")},
    "percent": {"en": ("12 percent", "19 percent"), "fr": ("12 %", "19 %")},
    "money": {"en": ("$12 million", "$90 million"), "fr": ("12 millions de dollars", "90 millions de dollars")},
    "measure": {"en": ("12 km", "90 km"), "fr": ("12 km", "90 km")},
    "duration": {"en": ("12 days", "90 days"), "fr": ("12 jours", "90 jours")},
    "date": {"en": ("5 March 2021", "9 May 2021"), "fr": ("5 mars 2021", "9 mai 2021")},
    "datetime": {"en": ("8:30 p.m.", "11:15 a.m."), "fr": ("20 h 30", "11 h 15")},
    "names": {"en": ("Corvane and Pargon", "Corvane and Halden"), "fr": ("Corvane et Pargon", "Corvane et Halden")},
    "name": {"en": ("Corvane", "Tisserand"), "fr": ("Corvane", "Tisserand")},
    "place": {"en": ("Lisbon", "Vienna"), "fr": ("Lisbonne", "Vienne")},
}  # fmt: skip
"""Two values of each kind that cannot both be right."""
_SUBJECT = "Brightwell"
_FIRM: dict[Language, str] = {"en": f"the firm {_SUBJECT}", "fr": f"la société {_SUBJECT}"}
_THING: dict[Language, str] = {"en": f"the {{}} of {_SUBJECT}", "fr": f"le {{}} de {_SUBJECT}"}
_LEADS: dict[Language, tuple[str, ...]] = {
    "en": ("", f"{_FIRM['en']} ", f"At {_FIRM['en']}, ", f"This is {_THING['en']}. "),
    "fr": ("", f"{_FIRM['fr']} ", f"À {_FIRM['fr']}, ", f"C'est {_THING['fr']}. "),
}
"""What may stand before the words of a pattern, so that it is known whom or what they are about."""


def candidates(mutant: Mutant, packs: Sequence[RulePack]) -> Iterator[RuleCase]:
    """Cases that may kill a mutant that lacks a pattern: two articles in the words of that pattern, or of the one that
    a guard keeps from fitting. Their findings are not filled in.
    """
    fact_type, pattern = mutant.fact_type, mutant.pattern
    rule = next(_comparing(packs, fact_type.kinds), None) if fact_type is not None else None
    if fact_type is None or pattern is None or rule is None:
        return
    for kind in fact_type.kinds if "{value}" in pattern.written else ():
        sentences = [_words(pattern, fact_type, packs, kind, which) for which in (0, 1)] if kind in _SAID else []
        event = _event(fact_type, packs, pattern.language)
        for lead in _LEADS[pattern.language] if sentences else ():
            if "{}" in lead and not event:
                continue
            texts = [_printed(lead.format(event) + said) for said in sentences]
            articles = tuple(
                CaseText(id=name, text=text, language=pattern.language) for name, text in zip("ab", texts, strict=True)
            )
            yield RuleCase(rule=rule, name=f"in the words '{pattern.written}'", expects="boundary", articles=articles)


def frame(mutant: Mutant, packs: Sequence[RulePack]) -> RuleCase:
    """A case to be filled in: its texts must be such that the mutation changes what the rule finds."""
    rule = mutant.of
    if mutant.fact_type is not None:
        rule = next(_comparing(packs, mutant.fact_type.kinds), "")
    articles = tuple(CaseText(id=name, text="...") for name in "ab")
    return RuleCase(rule=rule, name=mutant.what, expects="boundary", articles=articles)


def _comparing(packs: Sequence[RulePack], kinds: Sequence[Kind]) -> Iterator[str]:
    """The rules that find a difference of such values."""
    for pack in packs:
        for rule in pack.rules:
            if rule.check == "difference" and set(kinds) & set(rule.parameters.get("kinds", get_args(Kind))):
                yield rule.id


def _words(pattern: Pattern, fact_type: FactType, packs: Sequence[RulePack], kind: Kind, which: int) -> str:
    """Words that the pattern fits, in the first of its alternatives, with one of the two values."""
    language = pattern.language
    phrases = {phrase.id: phrase for pack in packs for phrase in pack.phrases}
    values = {
        "value": _SAID[kind][language][which].format(_counted(fact_type, language)),
        "subject": "Clara Bonnet" if "person" in fact_type.subject else _FIRM[language],
        "event": _THING[language].format(_event(fact_type, packs, language)),
    }
    said = []
    for sort, text in _first(pattern.written, phrases, language):
        if sort == "slot":
            said.append(values.get(text) or _SAID.get(text, _SAID["name"])[language][0].format("people"))
        elif sort == "word":
            said.append(text.rstrip("*"))
    return " ".join(said)


def _event(fact_type: FactType, packs: Sequence[RulePack], language: Language) -> str:
    """A word for the event that a fact type belongs to, empty for none."""
    event = next((one for pack in packs for one in pack.event_types if one.id == fact_type.event), None)
    return next(iter(event.nouns.get(language, ())), "") if event is not None else ""


def _printed(words: str) -> str:
    text = words.replace("' ", "'").replace(" '", "'").replace(" ,", ",").rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def _first(written: str, phrases: dict[str, Phrase], language: Language) -> Iterator[tuple[str, str]]:
    """The pieces of a pattern without what is optional, and of alternatives only the first."""
    optional, stack = 0, list[bool]()
    for sort, text in pieces(written):
        if sort == "sign" and text in "[]":
            optional += 1 if text == "[" else -1
        elif sort == "sign" and text == "(":
            stack.append(False)
        elif sort == "sign" and text == ")":
            stack.pop()
        elif sort == "sign" and text == "|":
            if stack and not optional:
                stack[-1] = True
        elif not optional and not any(stack):
            if sort == "phrase" and text in phrases:
                yield from _first((phrases[text].in_language(language) or ("",))[0], phrases, language)
            else:
                yield sort, text


def _counted(fact_type: FactType, language: Language) -> str:
    """What the fact type counts, in the plural."""
    wanted = fact_type.nouns[0] if fact_type.nouns else "person"
    return next((form for form, lemma in sorted(nouns(language).plurals.items()) if lemma == wanted), wanted)


def as_toml(case: RuleCase) -> str:
    """A case as it stands in `ID.cases.toml`."""
    lines = ["[[case]]", f"rule = {_quoted(case.rule)}", f"name = {_quoted(case.name)}", f'expects = "{case.expects}"']
    lines += ["articles = [", *(f"  {_article(one)}," for one in case.articles), "]"]
    if case.findings:
        lines.append(f"findings = [{', '.join(map(_finding, case.findings))}]")
    return "\n".join(lines) + "\n"


def _article(article: CaseText) -> str:
    language = f', language = "{article.language}"' if article.language else ""
    return f"{{ id = {_quoted(article.id)}, text = {_quoted(article.text)}{language} }}"


def _finding(finding: ExpectedFinding) -> str:
    severity = f', severity = "{finding.severity}"' if finding.severity else ""
    sources = f", sources = [{', '.join(map(_quoted, finding.sources))}]" if finding.sources else ""
    return f'{{ cause = "{finding.cause}"{severity}{sources} }}'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
