"""Rule packs from folders: what is wrong is said with file, key and remedy, all of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import PackError
from checker.pipeline import problems_of_packs
from checker.rulecases import lint_wording, stands_in
from checker.rulepack import built_in, lint_cases, load_pack, load_packs

PACK = 'id = "own"\nversion = "1.0"\nsummary = "Own rules."\n'
FACT = '[[fact_type]]\nid = "toll"\nattribute = "toll"\nkinds = ["count"]\npatterns.en = ["killed {value}"]\n'
QUESTION = '[[question]]\nid = "q"\nevent = "crahs"\ntext = "?"\nanswered_by = ["tol"]\n'
RULE = """id = "9001"
name = "tolls differ"
summary = "Two tolls."
rationale = "One is wrong."
check = "difference"
severity = "error"
message = "{label}: {camps}; {rule}"
[parameters]
cause = "value"
"""
EVIDENCE = 'findings = [{ cause = "value", evidence = { a = "wo" } }]\n'
CASE = '[[case]]\nrule = "9001"\nname = "one"\nexpects = "{}"\narticles = [{{ id = "a", text = "Two." }}]\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a small pack in order."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name, text in (("pack.toml", PACK), ("facts.toml", FACT), ("9001.toml", RULE)):
        (folder / name).write_text(text, "utf-8")
    return folder


def told(*names: str | Path, base: Path) -> list[str]:
    """The problems of loading packs, without the path of `base`."""
    with pytest.raises(PackError) as caught:
        load_packs(names)
    return [str(problem).replace(f"{base}/", "") for problem in caught.value.problems]


def test_a_pack_in_order(own: Path) -> None:
    (pack,) = load_packs([own])
    assert (pack.id, [one.id for one in pack.fact_types], [one.id for one in pack.rules]) == ("own", ["toll"], ["9001"])
    assert len(pack.digest) == 16


def test_the_built_in_packs_load_with_what_they_require_first() -> None:
    packs = load_packs()
    assert sorted(pack.id for pack in packs) == list(built_in())
    for at, pack in enumerate(packs):
        assert set(pack.requires) <= {earlier.id for earlier in packs[:at]}


def test_the_digest_is_that_of_what_judges(own: Path) -> None:
    before = load_pack(own).digest
    (own / "9001.cases.toml").write_text(CASE.format("fires"), "utf-8")
    assert load_pack(own, cases=True).digest == load_pack(own).digest == before
    (own / "facts.toml").write_text(FACT.replace("killed", "slain"), "utf-8")
    assert load_pack(own).digest != before


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("facts.toml", FACT.replace("kinds", "kind"), [
            "own/facts.toml: fact_type[0].kind: unknown key; did you mean 'kinds'?",
            "own/facts.toml: fact_type[0].kinds: the key is missing; add it",
        ]),
        ("facts.toml", FACT + "colour = 3\n", ["own/facts.toml: fact_type[0].colour: unknown key; remove it"]),
        ("facts.toml", FACT.replace("fact_type", "fact_typ"),
         ["own/facts.toml: fact_typ: unknown key; did you mean 'fact_type'?"]),
        ("facts.toml", '[fact_type]\nid = "toll"\n',
         ["own/facts.toml: fact_type: it is not a list of tables; write [[fact_type]]"]),
        ("facts.toml", "id = \n",
         ["own/facts.toml: it is not valid TOML: Invalid value (at line 1, column 6); mend that line"]),
        ("facts.toml", FACT + FACT, [
            "own/facts.toml: fact_type[1]: the id 'toll' stands in own/facts.toml: fact_type[0] too;"
            " give each its own id",
        ]),
        ("facts.toml", FACT + 'event = "crash"\n',
         ["pack own: fact type toll: event: there is no 'crash'; name one of this pack, or add its pack to requires"]),
        ("pack.toml", PACK + QUESTION, [
            "pack own: question q: answered_by: there is no 'tol'; did you mean 'toll'?",
            "pack own: question q: event: there is no 'crahs'; name one of this pack, or add its pack to requires",
        ]),
        ("facts.toml", FACT + QUESTION,
         ["own/facts.toml: question: it does not stand in this file; move it to pack.toml"]),
        ("fact.toml", FACT, ["own/fact.toml: fact_type: it does not stand in this file; move it to facts.toml"]),
        ("facts.toml", FACT.replace('["count"]', '["figure"]').replace('["killed {value}"]', '"killed {value}"'), [
            "own/facts.toml: fact_type[0].kinds[0]: 'figure' is not a word that it takes; write 'number', 'count',"
            " 'percent', 'money', 'measure', 'date', 'datetime', 'duration', 'names', 'name', 'place', 'quote',"
            " 'status' or 'novalue'",
            "own/facts.toml: fact_type[0].patterns.en: 'killed {value}' is not a list;"
            ' write it in brackets: ["killed {value}"]',
        ]),
        ("facts.toml", FACT + "tolerance = { absolute = 0.5 }\n", [
            'own/facts.toml: fact_type[0].tolerance.absolute: 0.5 has no quotes; write "0.5":'
            " a decimal without quotes is not kept exactly",
        ]),
        ("facts.toml", FACT.replace("patterns.en", "patterns.de"),
         ["own/facts.toml: fact_type[0].patterns.de: 'de' is not a word that it takes; write 'en' or 'fr'"]),
        ("facts.toml", FACT + 'counts = "tolls"\n',
         ["pack own: fact type toll: counts: there is no 'tolls'; did you mean 'toll'?"]),
        ("9001.toml", RULE.replace("severity", "severty"), [
            "own/9001.toml: severity: the key is missing; add it",
            "own/9001.toml: severty: unknown key; did you mean 'severity'?",
        ]),
        ("9001.toml", RULE.replace('"error"', '"fatal"'),
         ["own/9001.toml: severity: 'fatal' is not a word that it takes; write 'error', 'warning' or 'note'"]),
        ("9002.toml", RULE, ["own/9002.toml: the id '9001' stands in own/9001.toml too; give each its own id"]),
        ("pack.toml", 'id = "own"\n', [
            'own/pack.toml: summary: the key is missing; add it',
            'own/pack.toml: version: the key is missing; add it',
        ]),
        ("pack.toml", PACK.replace("own", "Own Pack").replace('"1.0"', "1.0"), [
            "own/pack.toml: id: 'Own Pack' is not an id;"
            " write small letters without accents, digits and _, a letter first",
            'own/pack.toml: version: 1.0 is not text; write it in quotes: "1.0"',
        ]),
        ("pack.toml", PACK + 'requires = "core"\n',
         ['own/pack.toml: requires: \'core\' is not a list; write it in brackets: ["core"]']),
        ("pack.toml", PACK + 'requires = ["nwes"]\n',
         ["own/pack.toml: requires: there is no rule pack 'nwes'; did you mean 'news'?"]),
        ("pack.toml", PACK + 'author = "me"\n', ["own/pack.toml: author: unknown key; remove it"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(own: Path, file: str, text: str, expected: list[str]) -> None:
    (own / file).write_text(text, "utf-8")
    assert told(own, base=own.parent) == expected


def test_all_problems_of_all_files_are_told_at_once(own: Path) -> None:
    (own / "facts.toml").write_text("id = \n", "utf-8")
    (own / "9001.toml").write_bytes(b"id = '\xff'")
    (own / "pack.toml").write_text('id = "own"\n', "utf-8")
    assert told(own, "nwes", base=own.parent) == [
        "--packs: there is no rule pack 'nwes'; did you mean 'news'?",
        "own/9001.toml: it is not UTF-8 at byte 6; save it as UTF-8",
        "own/facts.toml: it is not valid TOML: Invalid value (at line 1, column 6); mend that line",
        "own/pack.toml: summary: the key is missing; add it",
        "own/pack.toml: version: the key is missing; add it",
    ]


def test_a_missing_pack_has_a_suggestion(tmp_path: Path) -> None:
    assert told("nwes", base=tmp_path) == ["--packs: there is no rule pack 'nwes'; did you mean 'news'?"]
    names = ", ".join(built_in())
    assert told(tmp_path / "x", base=tmp_path) == [
        f"--packs: there is no rule pack 'x'; name one of {names} or a pack's folder"
    ]


def test_two_packs_with_one_id(own: Path) -> None:
    other = own.parent / "other"
    other.mkdir()
    (other / "pack.toml").write_text(PACK, "utf-8")
    assert told(own, other, base=own.parent) == [
        f"{other}: a second pack with the id 'own'; give it another id".replace(f"{own.parent}/", "")
    ]


def test_two_packs_with_one_rule(own: Path) -> None:
    other = own.parent / "other"
    other.mkdir()
    (other / "pack.toml").write_text(PACK.replace("own", "other"), "utf-8")
    (other / "9001.toml").write_text(RULE, "utf-8")
    assert told(own, other, base=own.parent) == ["packs other, own: each has a rule '9001'; give each its own id"]


def test_packs_that_require_each_other(own: Path) -> None:
    other = own.parent / "other"
    other.mkdir()
    (own / "pack.toml").write_text(PACK + f"requires = ['{other}']\n", "utf-8")
    (other / "pack.toml").write_text(PACK.replace("own", "other") + f"requires = ['{own}']\n", "utf-8")
    assert told(own, base=own.parent) == [
        "other/pack.toml: requires: packs that require each other: own, other; let only one of them require the other"
    ]


def test_a_folder_without_pack_toml(own: Path) -> None:
    (own / "pack.toml").unlink()
    assert told(own, base=own.parent) == ["own: the folder has no pack.toml; add one with id, version and summary"]


def test_a_rule_lacks_cases(own: Path) -> None:
    (own / "9001.cases.toml").write_text(CASE.format("fires"), "utf-8")
    (pack,) = load_packs([own], cases=True)
    assert [str(problem) for problem in lint_cases([pack])] == [
        "pack own: rule 9001: it has no case on which it stays silent and no case on the boundary;"
        ' add [[case]] with expects = "silent", "boundary" to 9001.cases.toml'
    ]
    assert list(lint_cases([pack], ["9001"])) == []


def test_a_rule_or_pack_without_any_case(own: Path) -> None:
    packs = load_packs([own], cases=True)
    rule = (
        "pack own: rule 9001: it has no cases;"
        ' add [[case]] with expects = "fires", "silent", "boundary" to 9001.cases.toml'
    )
    assert [str(problem) for problem in lint_cases(packs, ["9001"])] == [rule]
    assert [str(problem) for problem in lint_cases(packs)] == [
        rule,
        "pack own: its fact types have no cases; add [[case]] to facts.cases.toml",
    ]


def test_rules_facts_and_cases_are_told_of_at_once(own: Path) -> None:
    (own / "facts.toml").write_text(FACT.replace("killed {value}", "killed"), "utf-8")
    (own / "9001.toml").write_text(RULE.replace("{label}", "{lable}"), "utf-8")
    (own / "9001.cases.toml").write_text(CASE.format("fire") + CASE.format("fires") + EVIDENCE, "utf-8")
    assert sorted(str(problem).replace(f"{own.parent}/", "") for problem in problems_of_packs([own])) == [
        "own/9001.cases.toml: case[0].expects: 'fire' is not a word that it takes;"
        " write 'fires', 'silent' or 'boundary'",
        "pack own: case 'one' of 9001: the article 'a' does not say 'wo'; copy whole words from its text",
        "pack own: facts.toml: fact type toll: patterns.en: the pattern 'killed' has no {value};"
        " write {value} where the value stands",
        "pack own: rule 9001: message: there is no field '{lable}'; use one of camps, label, rule, size",
    ]


def test_what_a_case_says_of_itself_must_hold(own: Path) -> None:
    text = CASE.format("fires") + CASE.format("silent") + EVIDENCE.replace("a =", "b =")
    (own / "9001.cases.toml").write_text(text, "utf-8")
    assert [str(problem) for problem in lint_wording(load_packs([own], cases=True))] == [
        "pack own: case 'one' of 9001: it fires and lists no findings; add findings = [{ cause = \"...\" }]",
        "pack own: case 'one' of 9001: it stays silent and lists findings;"
        ' write expects = "fires" or "boundary", or remove them',
        "pack own: case 'one' of 9001: it has no article 'b'; its articles are 'a'",
    ]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("5", "within 45 days", False),
        ("5", "1.5 million", False),
        ("1", "1,500 people", False),
        ("10", "10\u202f000 people", False),
        ("000", "10 000 people", False),
        ("45 day", "within 45 days", False),
        ("45 days", "within 45 days.", True),
        ("2022", "on 3 March 2022, at noon", True),
        ("« oui »", "Il a dit « oui ».", True),
    ],
)
def test_evidence_is_whole_words(words: str, text: str, expected: bool) -> None:
    assert stands_in(words, text) is expected
