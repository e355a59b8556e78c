"""How well the packs read claims from sentences: precision and recall by pack, language and attribute.

usage: python -m tests.specs.claims.measure [--failing] [pack ...]

The cases are `<pack>.toml` or `<pack>.<part>.toml` beside this file. Of a case, `claims` are all claims of the
pack's fact types that a careful reader draws from its `text`: attribute -> words that the evidence must overlap. `may`
are such as may be drawn or left; `recalled` as may be drawn only of another event than that of the file's `lead`. The
lead, of the file or of the case, is read before the text of a case that `follows` or has one, as a story goes on; its
own claims are not looked at.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from checker.ingest import article_from_text
from checker.model.claim import Claim
from checker.model.rule import RulePack
from checker.pipeline import examine, packs_of

HERE = Path(__file__).parent
Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Case:
    """A text with the claims that are to be drawn from it. `lead` is what is read before it."""

    pack: str
    language: str
    text: str
    lead: str
    claims: Words
    may: Words
    recalled: Words
    published: str | None


@dataclass
class Tally:
    """Claims to be drawn, those drawn, and those drawn that are none; `failing` says which."""

    gold: int = 0
    found: int = 0
    extra: int = 0
    failing: list[str] = field(default_factory=list)

    def __add__(self, other: Tally) -> Tally:
        failing = [*self.failing, *other.failing]
        return Tally(self.gold + other.gold, self.found + other.found, self.extra + other.extra, failing)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 1.0


def packs() -> list[str]:
    """The packs that have cases, sorted."""
    return sorted({file.name.partition(".")[0] for file in HERE.glob("*.toml")})


def files_of(pack: str) -> list[Path]:
    """The files with the cases of a pack."""
    return sorted(file for file in HERE.glob("*.toml") if file.name.partition(".")[0] == pack)


def cases(pack: str) -> Iterator[Case]:
    """The cases of a pack, in order."""
    for file in files_of(pack):
        data = tomllib.loads(file.read_text("utf-8"))
        for case in data["case"]:
            yield Case(
                pack=pack,
                language=case.get("language") or data["language"],
                text=case["text"],
                lead=case.get("lead") or (data["lead"] if case.get("follows") else ""),
                claims=case["claims"],
                may=case.get("may", {}),
                recalled=case.get("recalled", {}),
                published=case.get("published"),
            )


@cache
def _packs() -> tuple[RulePack, ...]:
    return packs_of(None)


def _drawn(case: Case) -> tuple[list[Claim], int]:
    """The claims of the pack's fact types drawn from the text, and where the text begins."""
    methods = {f"pattern:{one.id}" for pack in _packs() if pack.id == case.pack for one in pack.fact_types}
    before = f"{case.lead}\n\n" if case.lead else ""
    article = article_from_text("a", before + case.text, language=case.language, published=case.published)
    claims = [claim for claim in examine(article, _packs()).claims if claim.method in methods]
    own = [claim for claim in claims if claim.evidence[0].start >= len(before)]
    return own, len(before)


def tally(case: Case) -> dict[str, Tally]:
    """Attribute -> what came of it in a case."""
    drawn, offset = _drawn(case)
    tallies: dict[str, Tally] = {}
    taken: set[tuple[str, int]] = set()
    for attribute in sorted({*case.claims, *(claim.attribute for claim in drawn)}):
        one = tallies.setdefault(attribute, Tally())
        gold = _spans(case.text, case.claims.get(attribute, ()), offset)
        may = _spans(case.text, case.may.get(attribute, ()), offset)
        recalled = _spans(case.text, case.recalled.get(attribute, ()), offset)
        spans: dict[tuple[int, int], Claim] = {}
        for claim in drawn:
            if claim.attribute == attribute:
                spans.setdefault((claim.evidence[0].start, claim.evidence[0].end), claim)
        for claim in spans.values():
            hits = [number for number, span in enumerate(gold) if _overlaps(claim, span)]
            taken.update((attribute, number) for number in hits)
            elsewhere = claim.event is not None and not claim.event.id.endswith("#1")
            allowed = [*may, *(recalled if elsewhere else ())]
            if not hits and not any(_overlaps(claim, span) for span in allowed):
                one.extra += 1
                one.failing.append(f"extra    {attribute}: {claim.evidence[0].exact} ({claim.method}): {case.text}")
        one.gold += len(gold)
        for number, (start, end) in enumerate(gold):
            if (attribute, number) in taken:
                one.found += 1
            else:
                one.failing.append(f"missing  {attribute}: {case.text[start - offset : end - offset]}: {case.text}")
    return tallies


def _spans(text: str, words: Sequence[str], offset: int) -> list[tuple[int, int]]:
    """Where the words stand, each after the one before it where they are the same."""
    spans: list[tuple[int, int]] = []
    seen: Counter[str] = Counter()
    for word in words:
        at = -1
        for _ in range(seen[word] + 1):
            at = text.index(word, at + 1)
        seen[word] += 1
        spans.append((at + offset, at + offset + len(word)))
    return spans


def _overlaps(claim: Claim, span: tuple[int, int]) -> bool:
    return any(one.start < span[1] and one.end > span[0] for one in claim.evidence)


@cache
def measure(pack: str) -> Mapping[tuple[str, str], Tally]:
    """(language, attribute) -> what came of it in all cases of a pack."""
    total: dict[tuple[str, str], Tally] = {}
    for case in cases(pack):
        for attribute, one in tally(case).items():
            total[case.language, attribute] = total.get((case.language, attribute), Tally()) + one
    return total


def overall(pack: str, language: str) -> Tally:
    """What came of all attributes of a pack in a language."""
    return sum((one for (spoken, _), one in measure(pack).items() if spoken == language), Tally())


def main() -> None:
    parser = argparse.ArgumentParser(description="Precision and recall of the claims that the packs read.")
    parser.add_argument("pack", nargs="*")
    parser.add_argument("--failing", action="store_true", help="list the claims missing and those too many")
    options = parser.parse_args()
    for pack in options.pack or packs():
        print(f"{pack:45} gold  extra  precision  recall")
        for language in ("en", "fr"):
            rows = [
                (f"  {language} {name}", one) for (at, name), one in sorted(measure(pack).items()) if at == language
            ]
            for name, one in [(f"{pack} {language}", overall(pack, language)), *rows]:
                print(f"{name:45} {one.gold:4} {one.extra:6} {one.precision:10.3f} {one.recall:7.3f}")
            for text in overall(pack, language).failing if options.failing else ():
                print(f"{language} {text}")


if __name__ == "__main__":
    main()
