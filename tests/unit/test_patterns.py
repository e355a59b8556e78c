"""The pattern language of docs/packs.md, construct by construct, and what is said of patterns that cannot be used."""

from __future__ import annotations

import pytest

from checker.errors import PackError
from checker.extraction.compiled import lint_patterns
from checker.extraction.index import Index
from checker.extraction.needs import needed
from checker.extraction.patterns import Pattern, Wording, compile_pattern
from checker.model.rule import EventType, FactType, RulePack

EVENTS = ("executive order", "cessez-le-feu", "order")


def compiled(written: str, *kinds: str) -> Pattern:
    return compile_pattern(written, subject_kinds=kinds or ("name",), event_words=EVENTS)


def fit(written: str, line: str, *kinds: str) -> str | None:
    """The stretch of the line that the pattern takes, None where it does not fit."""
    found = compiled(written, *kinds).shortest(f" {line} ")
    return None if found is None else f" {line} "[found.start : found.end].strip()


@pytest.mark.parametrize(
    ("written", "line", "expected"),
    [
        ("signed", "he signed it", "signed"),
        ("signed", "he undersigned it", None),
        ("Signed", "he signed it", "signed"),
        ("d'ici mars", "d' ici mars", "d' ici mars"),
        ("d’ici mars", "d' ici mars", "d' ici mars"),
        ("prud'hommes", "prud ' hommes", "prud ' hommes"),
        ("company's seat", "the company 's seat", "company 's seat"),
        ("aujourd'hui fermé", "aujourd'hui fermé", "aujourd'hui fermé"),
        ("mi-mandat", "à mi - mandat", "mi - mandat"),
        ("ex-{subject} left", "ex - name.person#0 left", "ex - name.person#0 left"),
        ("1er tour", "le 1 er tour", "1 er tour"),
        ("sign*", "he signs it", "signs"),
        ("sign*", "he sign it", "sign"),
        ("sign*", "he resigns", None),
        ("the * order", "the new order", "the new order"),
        ("the * order", "the order", None),
        ("the * order", "the place#3 order", None),
        ("(sign*|put in place) it", "he signed it", "signed it"),
        ("(sign*|put in place) it", "he put in place it", "put in place it"),
        ("(sign*|put in place) it", "he put in it", None),
        ("((a b|c) d|e) f", "a b d f", "a b d f"),
        ("((a b|c) d|e) f", "c d f", "c d f"),
        ("((a b|c) d|e) f", "c f", None),
        ("said \\( aged", "said ( aged", "said ( aged"),
        ("he [immediately] signed", "he immediately signed", "he immediately signed"),
        ("was [not|never] signed", "was signed", "was signed"),
        ("was [not|never] signed", "was never signed", "was never signed"),
        ("was [not|never] signed", "was ever signed", None),
        ("in {value}", "in value#7", "in value#7"),
        ("in {value}", "in duration#7", None),
        ("in {date}", "in date#7", "in date#7"),
        ("in {date}", "in datetime#7", "in datetime#7"),
        ("in {duration}", "in duration#7", "in duration#7"),
        ("in {duration}", "in date#7", None),
        ("for {money}", "for money#12", "for money#12"),
        ("by {name}", "by name.product#1", "by name.product#1"),
        ("by {name}", "by place#1", None),
        ("of {count}", "of count.dead#1", "of count.dead#1"),
        ("of {count.dead}", "of count.dead#1", "of count.dead#1"),
        ("of {count.dead}", "of count.injured#1", None),
        ("the {event} said", "the executive order said", "the executive order said"),
        ("le {event} tient", "le cessez - le - feu tient", "le cessez - le - feu tient"),
        # gaps: words, values or signs
        ("a .. b", "a b", "a b"),
        ("a .. b", "a 1 2 place#3 , b", "a 1 2 place#3 , b"),
        ("a .. b", "a 1 2 3 4 5 b", None),
        ("a .. b", "a ; b", None),
        ("a .. b", "a : b", None),
        ("a ... b", "a ; b", "a ; b"),
        ("a ... b", f"a{' x' * 20} b", f"a{' x' * 20} b"),
        ("a ... b", f"a{' x' * 21} b", None),
        # of several fits the shortest, of equal ones the first
        ("a .. b", "a x y b a z b", "a z b"),
        ("a .. b", "a a b", "a b"),
        ("a .. (b|c)", "a x b a y c", "a x b"),
        ("a .. b", "a éé b a xxx b", "a éé b"),
    ],
)
def test_fits(written: str, line: str, expected: str | None) -> None:
    assert fit(written, line) == expected
    assert expected is None or Index([(compiled(written), "")]).candidates(line.split(" "))


@pytest.mark.parametrize(
    ("kinds", "taken"),
    [
        (("name",), {"person", "organisation", "product", "role", "other", "place"}),
        (("person",), {"person", "other"}),
        (("organisation", "product"), {"organisation", "product", "other"}),
        (("role",), {"role", "other"}),
        (("place",), {"place"}),
        (("organisation", "place"), {"organisation", "other", "place"}),
    ],
)
def test_the_subject_is_of_the_kinds_of_the_fact_type(kinds: tuple[str, ...], taken: set[str]) -> None:
    atoms = {"place": "place#4"} | {
        kind: f"name.{kind}#4" for kind in ("person", "organisation", "product", "role", "other")
    }
    assert {kind for kind, atom in atoms.items() if fit("{subject} signed", f"{atom} signed", *kinds)} == taken


def test_a_fit_tells_subject_event_and_place_in_characters() -> None:
    found = compiled("{subject} .. {event}").shortest(" été à name.person#3 signe l' order . ")
    assert found is not None
    assert (found.start, found.end, found.subject, found.event) == (7, 36, "name.person#3", 30)


def test_all_fits_do_not_overlap() -> None:
    pattern = compiled("{subject} signed")
    line = " name.person#0 signed , name.person#1 signed "
    assert [found.subject for found in pattern.all(line)] == ["name.person#0", "name.person#1"]


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("", "it is empty"),
        ("a | b", "'|' without its partner"),
        ("a ) b", "')' without its partner"),
        ("(a b", "no ')' at the end"),
        ("[a b", "no ']' at the end"),
        ("a {valeu}", "no such slot as {valeu}"),
        ("a {value", "cannot read it from '{value'"),
        ("a \\d", "cannot read it from '\\d'"),
        ("{subject} a {subject}", "{subject} stands in it twice"),
        ("{value}", "no word of it is required, so it would match almost everything"),
        ("[a] {value}", "no word of it is required, so it would match almost everything"),
        ("(a|*) {value}", "no word of it is required, so it would match almost everything"),
        ("(a|) {value}", "no word of it is required, so it would match almost everything"),
        ("* .. {value}", "no word of it is required, so it would match almost everything"),
    ],
)
def test_what_cannot_be_used(written: str, what: str) -> None:
    with pytest.raises(PackError) as caught:
        compile_pattern(written, where="fact type toll (en)")
    remedy = "see the table of patterns in docs/packs.md"
    assert str(caught.value) == f"fact type toll (en): the pattern '{written}' cannot be used: {what}; {remedy}"


def test_an_event_needs_a_fact_type_with_one() -> None:
    with pytest.raises(PackError, match=r"'\{event\} a' cannot be used: \{event\} in a fact type without an event;"):
        compile_pattern("{event} a")


def test_every_bad_pattern_of_packs_is_told_at_once() -> None:
    toll = FactType(
        id="toll",
        attribute="toll",
        kinds=("count",),
        patterns={"en": ("(killed {value}",)},
        unsaid={"fr": ("{valeu}",)},
    )
    talks = FactType(
        id="talks", attribute="talks", kinds=("status",), states={"halted": {"en": ("halted {value}", "halted")}}
    )
    crash = EventType(id="crash", label="crash", nouns={"en": ("(crash",)})
    pack = RulePack(id="own", version="1", summary="", fact_types=(toll, talks), event_types=(crash,))
    lead = "pack own: facts.toml: fact type"
    assert [f"{problem.where}: {problem.what}" for problem in lint_patterns([pack])] == [
        f"{lead} toll: patterns.en: the pattern '(killed {{value}}' cannot be used: no ')' at the end",
        f"{lead} talks: states.halted.en: "
        "the pattern 'halted {value}' of a state or of what is not said has a {value}",
        f"{lead} toll: unsaid.fr: the pattern '{{valeu}}' cannot be used: no such slot as {{valeu}}",
    ]


@pytest.mark.parametrize("written", ["a .. a", "a ... a ... b", "{subject} ... a ... c", "(a|a a|a a a) .. c"])
@pytest.mark.parametrize("unit", ["a ", "name.person#1 a ", "a é ; "])
def test_a_line_of_100_kilobytes_is_searched(written: str, unit: str) -> None:
    """A matcher that backtracks, or that starts the line anew for every fit, would not come back."""
    line = " " + unit * (100_000 // len(unit))
    pattern = compiled(written)
    best = pattern.shortest(line)
    fits = list(pattern.all(line))
    assert (best is None) == (not fits)
    assert best is None or best.end - best.start <= min(found.end - found.start for found in fits)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{value} people were killed", {"killed"}),
        ("signed [the new] {value}", {"signed"}),
        ("[(a|b)] (killed|sank*) {value}", {"killed", "sank*"}),
        ("([the] dead|wounded) .. {value}", {"dead", "wounded"}),
        ("{value} (in (a|b)|on) fire", {"fire"}),
        ("{value} (has signed|[the] two were killed)", {"signed", "killed"}),
        ("{value} (has signed|of {name})", {"signed", "of"}),
        ("{value} (has signed|{name})", set()),
        ("{value} (d'ici|avant) {date}", set()),
        ("{value} mi-mandat", set()),
        ("{value} <sunk>", {"sank", "went"}),
        ("{event} ... {value}", {"order", "decree"}),
        ("{value} * {name}", set()),
        ("a \\( b", set()),
    ],
)
def test_what_a_pattern_needs_as_it_is_written(written: str, told: set[str]) -> None:
    phrases = {"sunk": Wording("", frozenset({"sank", "went"}))}
    assert next(iter(needed(written, phrases, {"order", "decree"})), set()) == told
