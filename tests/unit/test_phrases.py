"""Phrases and guards: what patterns make of them, and what is said of those that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import PackError
from checker.extraction.compiled import compile_packs, lint_patterns
from checker.extraction.patterns import compile_pattern
from checker.extraction.phrases import compile_phrases
from checker.model.rule import FactType, Guard, Phrase, RulePack
from checker.pipeline import check_texts

SUNK = Phrase(id="sunk", en=("sank", "<has> [since] gone down", "went down"), fr=("a coulé",))
HAS = Phrase(id="has", en=("has", "have"))
PAST = Guard(id="past", en=("{value} in {date}",))
SHIPS = FactType(
    id="ships", attribute="ships lost", kinds=("count",), patterns={"en": ("{value} <sunk>",)}, guards=("past",)
)


def pack(*fact_types: FactType, phrases: tuple[Phrase, ...] = (), guards: tuple[Guard, ...] = ()) -> RulePack:
    return RulePack(id="own", version="1", summary="", fact_types=fact_types, phrases=phrases, guards=guards)


def told(*packs: RulePack) -> list[str]:
    return [str(problem).removeprefix("pack own: ") for problem in lint_patterns(packs)]


@pytest.mark.parametrize(
    ("written", "line", "expected"),
    [
        ("ship <sunk>", "the ship sank", "ship sank"),
        ("ship <sunk>", "the ship has since gone down", "ship has since gone down"),
        ("ship <sunk>", "the ship has gone", None),
        ("ship [<sunk>] off", "the ship off", "ship off"),
        ("ship (lost|<sunk>)", "the ship went down", "ship went down"),
        ("<sunk> and <sunk>", "it sank and went down", "sank and went down"),
        ("lost [~] {value}", "lost at least value#3", "lost at least value#3"),
    ],
)
def test_a_phrase_stands_for_its_alternatives(written: str, line: str, expected: str | None) -> None:
    phrases, problems = compile_phrases([SUNK, HAS], "en")
    assert not problems
    found = compile_pattern(written, phrases=phrases).shortest(f" {line} ")
    assert (found and f" {line} "[found.start : found.end].strip()) == expected


def test_the_words_of_a_phrase_anchor_a_pattern() -> None:
    phrases, _ = compile_phrases([SUNK, HAS], "en")
    assert compile_pattern("{value} <sunk>", phrases=phrases).anchors == {"sank", "down"}


def test_packs_lend_phrases_and_guards_to_those_that_require_them(tmp_path: Path) -> None:
    for name, head in (("sea", ""), ("port", f'requires = ["core", "{tmp_path / "sea"}"]\n')):
        (tmp_path / name).mkdir()
        text = f'id = "{name}"\nversion = "1.0"\nsummary = "Ships."\n{head}'
        (tmp_path / name / "pack.toml").write_text(text, "utf-8")
    (tmp_path / "sea" / "phrases.toml").write_text(
        '[[phrase]]\nid = "lost"\nen = ["lost", "without"]\n[[guard]]\nid = "then"\nen = ["then {value}"]\n', "utf-8"
    )
    (tmp_path / "port" / "facts.toml").write_text(
        '[[fact_type]]\nid = "boats"\nattribute = "boats lost"\nkinds = ["count"]\nsubject = ["organisation"]\n'
        'patterns.en = ["{subject} .. <lost> .. {value}"]\nguards = ["then"]\n',
        "utf-8",
    )
    texts = [("a", "Seaways Ltd lost five boats."), ("b", "Seaways Ltd lost then seven boats.")]
    report = check_texts(texts, packs=[tmp_path / "port"])
    assert [claim.source for claim in report.claims if claim.attribute == "boats lost"] == ["a"]


def test_what_is_wrong_is_said_with_file_and_key() -> None:
    own = pack(
        SHIPS.model_copy(
            update={"patterns": {"en": ("{value} <sunc>",), "fr": ("{value} <has>",)}, "guards": ("pats",)}
        ),
        phrases=(HAS,),
        guards=(PAST.model_copy(update={"en": ("{value} <then>",)}),),
    )
    table = "see the table of patterns in docs/packs.md"
    assert told(own) == [
        "facts.toml: fact type ships: guards: there is no guard 'pats'; did you mean 'past'?",
        "phrases.toml: guard past: nothing uses it; remove it, or use it in facts.toml",
        "facts.toml: fact type ships: patterns.en: the pattern '{value} <sunc>' cannot be used:"
        f" there is no phrase <sunc> in this language; {table}",
        "facts.toml: fact type ships: patterns.fr: the pattern '{value} <has>' cannot be used:"
        f" there is no phrase <has> in this language; {table}",
    ]


def test_a_guard_that_cannot_be_used_is_told_of_once() -> None:
    other = SHIPS.model_copy(update={"id": "boats"})
    own = pack(SHIPS, other, phrases=(SUNK, HAS), guards=(PAST.model_copy(update={"en": ("{valeu} then",)}),))
    assert told(own) == [
        "phrases.toml: guard past: en: the pattern '{valeu} then' cannot be used: no such slot as {valeu};"
        " see the table of patterns in docs/packs.md"
    ]


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (
            (Phrase(id="sunk", en=("<gone>",)), Phrase(id="gone", en=("gone", "<sunk>"))),
            "phrase sunk: en: phrases that hold each other: <sunk> <gone> <sunk>; write the words of one of them out",
        ),
        (
            (Phrase(id="sunk", en=("sank", "<sunk> again")),),
            "phrase sunk: en: phrases that hold each other: <sunk> <sunk>; write the words of one of them out",
        ),
        (
            (Phrase(id="sunk", en=("sank {value}",)),),
            "phrase sunk: en: the phrase cannot be used: {value} stands in it; write that in the patterns;"
            " see the table of patterns in docs/packs.md",
        ),
        (
            (Phrase(id="sunk", en=("sank <off>",)),),
            "phrase sunk: en: the phrase cannot be used: there is no phrase <off> in this language;"
            " see the table of patterns in docs/packs.md",
        ),
    ],
)
def test_a_phrase_that_cannot_be_used(phrases: tuple[Phrase, ...], expected: str) -> None:
    own = pack(SHIPS, phrases=phrases, guards=(PAST,))
    assert told(own) == [f"phrases.toml: {expected}"]
    with pytest.raises(PackError) as caught:
        compile_packs([own], "en")
    assert str(caught.value) == expected


def test_a_pack_that_uses_no_phrase_has_them_for_others() -> None:
    assert told(pack(phrases=(HAS,), guards=(PAST,))) == []
    assert told(pack(SHIPS, phrases=(SUNK, HAS, Phrase(id="lost", en=("lost",))), guards=(PAST,))) == [
        "phrases.toml: phrase lost: nothing uses it; remove it, or use it in facts.toml"
    ]
