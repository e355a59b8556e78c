"""Checks on small stories made by hand: which findings, with which cause, severity and words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from checker.engine import memory
from checker.judge import judge, lint_rules
from checker.judge.check import Check, Parameters, kinds_of_check
from checker.judge.story import Story
from checker.link.facts import link
from checker.model.claim import Attribution, Claim, Event, Evidence
from checker.model.fact import Root
from checker.model.finding import Finding
from checker.model.rule import FactType, Question, Rule, RulePack, Tolerance
from checker.model.source import Article, Source
from checker.model.value import Date, Duration, Measure, Name, Names, NoValue, Number, Value
from checker.values.calendar import with_bounds

SHA = "0" * 64
PACK = RulePack(
    id="own",
    version="1",
    summary="",
    fact_types=(
        FactType(id="staff", attribute="staff", kinds=("number",), tolerance=Tolerance(absolute=Decimal(2))),
        FactType(id="toll", attribute="toll", kinds=("number",), moves=True),
        FactType(id="owner", attribute="owner", kinds=("name",)),
        FactType(id="role", attribute="role", kinds=("name",), cardinality="many"),
    ),
    questions=(Question(id="when", event="order", text="when does it take effect", answered_by=("delay",)),),
)


def rule(check: str, message: str = "{label}: {camps}; {rule}", name: str = "9001", **parameters: Any) -> Rule:
    return Rule(id=name, name=check, summary="", rationale="", check=check, severity="error", message=message,
                parameters=parameters)  # fmt: skip


def claim(source: str, attribute: str, value: Value, subject: str = "Acme", **more: Any) -> Claim:
    evidence = Evidence(source=source, start=0, end=1, exact="x", sha256=SHA)
    name = f"{source}:{attribute}:{value.model_dump_json()}:{subject}"
    return Claim(id=name, source=source, subject=subject, attribute=attribute, value=value, evidence=(evidence,),
                 method="file", **more)  # fmt: skip


def findings(claims: Sequence[Claim], *rules: Rule, roots: dict[str, str] | None = None, **more: Any) -> list[Finding]:
    """What rules find on claims of articles without text. `roots`: source -> root, each its own where not given."""
    sources = sorted({one.source for one in claims} | set(more.pop("silent", ())))
    published = more.pop("published", {})
    articles = tuple(
        Article(source=Source(id=source), text="", sha256=SHA, language="en", published=published.get(source))
        for source in sources
    )
    root_of = {source: (roots or {}).get(source, source) for source in sources}
    found = tuple(
        Root(id=root, members=tuple(source for source in sources if root_of[source] == root))
        for root in sorted(set(root_of.values()))
    )
    linked = link(claims, articles, [PACK])
    story = Story(
        articles=articles,
        facts=memory.facts(linked.claims, root_of, {article.source.id: article.published for article in articles}),
        claims=linked.claims,
        roots=found,
        coverage=(),
        mentions={},
        names=linked.names,
        questions=PACK.questions,
        **more,
    )
    return list(judge(story, rules))


def told(claims: Sequence[Claim], *rules: Rule, **more: Any) -> list[tuple[str, str, str]]:
    return [(one.cause, one.severity, one.message) for one in findings(claims, *rules, **more)]


def number(amount: int) -> Number:
    return Number(amount=Decimal(amount))


DIFFERENCE = rule("difference", "{label}: {camps}, {size}; {rule}", cause="value")
UPDATE = rule("update", "{label}: {camps}; newest {newest}; {rule}")


def test_two_values_differ() -> None:
    claims = [claim("a", "staff", number(45)), claim("b", "staff", number(60)), claim("c", "staff", number(45))]
    (found,) = findings(claims, DIFFERENCE)
    assert found.message == "staff of Acme: 45 (a, c) vs 60 (b), 15 apart (33.3 %); 9001"
    assert (found.verdict, found.cause, found.severity, found.sources) == (
        "conflict",
        "value",
        "error",
        ("a", "b", "c"),
    )
    assert found.trace == (
        "fact: Acme | staff | - | -",
        "45 (a, c) and 60 (b): different: 15 apart (33.3 %)",
        "why they differ: no unit, zone, rounding, scope, definition, time or speaker tells the two apart",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("a", "staff", number(45)), claim("b", "staff", number(47))),  # within the tolerance
        (claim("a", "staff", number(45)), claim("b", "staff", number(60), subject="Zolara")),
        (claim("a", "staff", number(45), scope="Leeds"), claim("b", "staff", number(60), scope="Lyon")),
        (claim("a", "staff", number(45)), claim("b", "staff", NoValue())),
        (claim("a", "staff", number(45)), claim("a", "staff", number(60))),  # its own contradiction
        (claim("a", "staff", number(45)), claim("b", "staff", number(60), polarity="denied")),
        (claim("a", "role", Name(text="mayor")), claim("b", "role", Name(text="senator"))),
    ],
)
def test_no_difference(one: Claim, other: Claim) -> None:
    assert told([one, other], DIFFERENCE) == []


@pytest.mark.parametrize(
    ("said", "contradict"),
    [
        ({"a": [45, 12], "b": [45]}, False),  # 12 of the 45
        ({"a": [45, 12], "b": [46]}, False),  # within the tolerance of 45
        ({"a": [45, 12], "b": [60, 12]}, False),
        ({"a": [45, 12], "b": [60]}, True),
        ({"a": [45, 12], "b": [45], "c": [60]}, True),  # c against both
    ],
)
def test_an_article_with_several_values_contradicts_nobody_who_bears_out_one(
    said: dict[str, list[int]], contradict: bool
) -> None:
    claims = [claim(source, "staff", number(figure)) for source, figures in said.items() for figure in figures]
    assert bool(told(claims, DIFFERENCE)) is contradict


def test_one_article_contradicts_itself() -> None:
    claims = [claim("a", "staff", number(45)), claim("a", "staff", number(60)), claim("b", "staff", number(45))]
    (found,) = findings(claims, rule("internal", "{label} in {source}: {camps}; {rule}"))
    assert found.message == "staff of Acme in a: 45 (a) vs 60 (a); 9001"
    assert [camp.claims for camp in found.camps] == [(claims[0].id,), (claims[1].id,)]


def test_a_value_that_moves_is_updated() -> None:
    claims = [claim("a", "toll", number(45)), claim("b", "toll", number(60))]
    days = {"a": "2020-05-03", "b": "2020-05-04"}
    assert told(claims, UPDATE, DIFFERENCE, published=days) == [
        ("update", "error", "toll of Acme: 60 (b) vs 45 (a); newest 60 (b); 9001")
    ]
    same_day = {"a": "2020-05-03", "b": "2020-05-03"}
    assert [cause for cause, *_ in told(claims, UPDATE, DIFFERENCE, published=same_day)] == ["value"]


def test_of_one_day_a_part_told_beside_the_whole_is_no_update() -> None:
    claims = [claim("a", "toll", number(45)), claim("a", "toll", number(12)), claim("b", "toll", number(45))]
    days = {"a": "2020-05-03", "b": "2020-05-03"}
    assert told(claims, UPDATE, DIFFERENCE, published=days) == []
    assert [cause for cause, *_ in told(claims, UPDATE, published={**days, "b": "2020-05-04"})] == []
    claims[2] = claim("b", "toll", number(60))
    assert [cause for cause, *_ in told(claims, UPDATE, published={**days, "b": "2020-05-04"})] == ["update"]


@pytest.mark.parametrize(
    ("told_at", "causes"),
    [
        # source, figure, day of publication, as of
        ([("a", 45, "2020-05-03", None), ("b", 60, "2020-05-03", None), ("c", 45, "2020-05-04", None)], ["value"]),
        ([("a", 45, "2020-05-03", None), ("b", 60, "2020-05-03", None), ("c", 70, "2020-05-04", None)], ["update"]),
        ([("a", 70, "2020-05-03", None), ("b", 60, "2020-05-03", None), ("c", 45, "2020-05-04", None)], ["update"]),
        ([("a", 45, "2020-05-03T09:00", None), ("b", 60, "2020-05-03T18:00", None)], ["update"]),
        ([("a", 45, "2020-05-03", "2020-05-03"), ("b", 60, "2020-05-03", None)], ["value"]),
        ([("a", 45, "2020-05-03", "2020-05-02"), ("b", 60, "2020-05-03", None)], ["update"]),
        ([("a", 45, "2020-05-03T09:00", "2020-05-03"), ("b", 60, "2020-05-03T18:00", "2020-05-03")], ["update"]),
    ],
)
def test_values_of_one_time_contradict_each_other(
    told_at: list[tuple[str, int, str, str | None]], causes: list[str]
) -> None:
    claims = [
        claim(source, "toll", number(figure), as_of=with_bounds(Date(edtf=day)) if day else None)
        for source, figure, _, day in told_at
    ]
    days = {source: published for source, _, published, _ in told_at}
    assert [cause for cause, *_ in told(claims, UPDATE, DIFFERENCE, published=days)] == causes


def test_the_day_of_an_event_is_not_when_its_toll_was_so() -> None:
    event = Event(id="crash#1", type="crash", time=with_bounds(Date(edtf="2020-05-01")), participants=("Lorne", "Acme"))
    untimed = event.model_copy(update={"time": None})
    crash = with_bounds(Date(edtf="2020-05-01"))
    claims = [
        claim("a", "toll", number(9), event=untimed, as_of=crash),
        claim("b", "toll", number(11), event=event),
    ]
    days = {"a": "2020-05-02", "b": "2020-05-02"}
    assert [cause for cause, *_ in told(claims, UPDATE, DIFFERENCE, published=days)] == ["value"]


def test_weekdays_order_what_moves() -> None:
    saturday, sunday = (Date(edtf=f"XXXX-WXX-{day}") for day in (6, 7))
    claims = [claim("a", "toll", number(45), as_of=sunday), claim("b", "toll", number(60), as_of=saturday)]
    assert told(claims, UPDATE) == [("update", "error", "toll of Acme: 45 (a) vs 60 (b); newest 45 (a); 9001")]


AGREEMENT = rule("agreement", "{label}: {camps}; {roots}; {rule}")


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        ([number(45), number(45)], "exact"),
        ([number(45), number(47)], "precision"),
        ([number(45), number(60)], None),
        ([number(45), NoValue()], None),
        ([NoValue(), NoValue()], None),
        ([Date(edtf="XXXX-XX-XX"), Date(edtf="XXXX-XX-XX")], None),
        ([Duration(iso="P2W"), Duration(iso="P14D")], "equivalent"),
        ([Duration(iso="P2W"), Duration(iso="P15D")], "equivalent"),
        ([Names(items=("A", "B")), Names(items=("A",), complete=False)], "partial_list"),
        ([number(2000000000), number(1980000000)], "rounding"),
    ],
)
def test_agreement_and_its_cause(values: list[Value], cause: str | None) -> None:
    claims = [claim(source, "staff", value) for source, value in zip("ab", values, strict=True)]
    assert [one.cause for one in findings(claims, AGREEMENT)] == ([cause] if cause else [])


def test_copies_of_one_text_are_one_root() -> None:
    claims = [claim(source, "staff", number(45)) for source in "abc"]
    assert told(claims, AGREEMENT, roots={"a": "AFP", "b": "AFP"}) == [
        ("exact", "error", "staff of Acme: 45 (a, b, c); 2 roots; 9001")
    ]


def test_only_one_root_states_it() -> None:
    lonely = rule("corroboration", "{label}: {camps}, only from {who}; {rule}")
    reported = claim("a", "staff", number(45), attribution=Attribution(speaker="CNBC"))
    assert told([reported], lonely, silent="b") == [
        ("uncorroborated", "error", "staff of Acme: 45 (a), only from a, attributed to CNBC; 9001")
    ]
    copies = [claim("a", "staff", number(45)), claim("b", "staff", number(45))]
    assert told(copies, lonely, silent="c", roots={"a": "AFP", "b": "AFP"}) == [
        ("uncorroborated", "error", "staff of Acme: 45 (a, b), only from a, b, which are one root; 9001")
    ]
    assert told(copies, lonely, silent="c") == []
    assert told([reported], lonely) == []  # a story of one root has nobody else to ask


def test_what_an_article_leaves_out() -> None:
    omission = rule("omission", "{label}: {camps} in {roots} roots, not in {source}; {rule}", roots=2)
    claims = [
        claim("a", "staff", number(45)),
        claim("b", "staff", number(45)),
        claim("c", "owner", Name(text="Zolara")),
    ]
    expected = [("omitted", "error", "staff of Acme: 45 (a, b) in 2 roots, not in c; 9001")]
    assert told(claims, omission) == expected
    assert told(claims, omission, draft="c") == expected
    assert told(claims, omission, draft="b") == []
    assert told(claims, omission, roots={"a": "AFP", "b": "AFP"}) == []
    assert told(claims[:2], omission, silent="c") == []  # it tells of something else


def test_questions_that_nobody_answers() -> None:
    checklist = rule("checklist", "{event}: {question}: {answer}; {rule}")
    order = Event(id="order#1", type="order", time=with_bounds(Date(edtf="2020-05-03")))
    lead = "the order of 2020-05-03: when does it take effect:"
    signed = claim("a", "signer", Name(text="Ross"), subject="order", event=order)
    silent = claim("a", "delay", NoValue(), subject="order", event=order)
    delay = claim("b", "delay", Duration(iso="P45D"), subject="order", event=order)
    assert told([signed], checklist) == [("unanswered", "error", f"{lead} no answer was read in any source; 9001")]
    assert told([signed, silent], checklist) == [
        ("unanswered", "error", f"{lead} the sources say that it is not specified; 9001")
    ]
    assert told([signed, silent, delay], checklist) == []


def test_start_and_delay_give_another_end() -> None:
    deadline = rule("deadline", "{source}: {sum}; {rule}", start="signing", delay="delay", end="cutoff")
    order = Event(id="order#1", type="order", time=None, participants=("Acme",))

    def stated(cutoff: str, delay: Duration) -> list[Claim]:
        values: dict[str, Value] = {"signing": with_bounds(Date(edtf="2020-08-06")), "delay": delay}
        values |= {"cutoff": with_bounds(Date(edtf=cutoff))}
        return [claim("a", attribute, value, subject="order", event=order) for attribute, value in values.items()]

    assert told(stated("2020-09-15", Duration(iso="P45D")), deadline) == [
        ("arithmetic", "error", "a: 2020-08-06 + P45D = 2020-09-20; stated 2020-09-15; 9001")
    ]
    assert told(stated("2020-09-20", Duration(iso="P45D")), deadline) == []
    assert told(stated("2020-09", Duration(iso="P45D")), deadline) == []
    assert told(stated("2020-09-15", Duration(iso="P45D", modifier="about")), deadline) == []


def test_which_facts_a_rule_looks_at() -> None:
    claims = [claim("a", "staff", number(45)), claim("b", "staff", number(60))]
    looked_at: list[tuple[dict[str, Any], int]] = [
        ({"kinds": ["number"]}, 1),
        ({"kinds": ["name"]}, 0),
        ({"attributes": ["staff"]}, 1),
        ({"attributes": ["toll"]}, 0),
        ({"not_attributes": ["staff"]}, 0),
    ]
    for parameters, looks in looked_at:
        assert len(told(claims, rule("difference", cause="value", **parameters))) == looks


def test_a_check_that_crashes_is_a_finding_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> Any:
        raise ZeroDivisionError("by hand")
        yield

    broken = Check("broken", Parameters, (), of_story=crash)
    monkeypatch.setitem(kinds_of_check(), "broken", broken)
    claims = [claim("a", "staff", number(45)), claim("b", "staff", number(60))]
    rules = [rule("broken", name="9002"), DIFFERENCE, rule("nowhere", name="9003")]
    assert [(one.rule, one.verdict, one.cause, one.severity, one.message) for one in findings(claims, *rules)] == [
        ("9001", "conflict", "value", "error", "staff of Acme: 45 (a) vs 60 (b), 15 apart (33.3 %); 9001"),
        ("CHK001", "gap", "crash", "error", "rule 9002 could not be run: ZeroDivisionError: by hand; CHK001"),
        ("CHK001", "gap", "crash", "error", "rule 9003 could not be run: KeyError: 'nowhere'; CHK001"),
    ]


def test_conflicts_come_first_then_what_is_graver() -> None:
    claims = [claim(source, "staff", number(amount)) for source, amount in (("a", 45), ("b", 60))]
    claims += [claim(source, "owner", Name(text="Zolara")) for source in "ab"]
    note = DIFFERENCE.model_copy(update={"id": "9000", "severity": "note"})
    agreement = AGREEMENT.model_copy(update={"id": "9100"})
    found = findings(claims, agreement, note, DIFFERENCE)
    assert [one.rule for one in found] == ["9001", "9000", "9100"]


def test_fingerprints_hold_rule_fact_and_values_alone() -> None:
    def print_of(one: Claim, other: Claim, *rules: Rule, **more: Any) -> str:
        (found,) = findings([one, other], *(rules or (DIFFERENCE,)), **more)
        return found.fingerprint

    one, other = claim("a", "staff", number(45)), claim("b", "staff", number(60))
    elsewhere = claim("a", "staff", number(45), "Zolara"), claim("b", "staff", number(60), "Zolara")
    first = print_of(one, other)
    moved = one.evidence[0].model_copy(update={"start": 7, "end": 9, "exact": "45"})
    assert len(first) == 16
    assert first == print_of(one.model_copy(update={"evidence": (moved,), "id": "z"}), other)
    assert first == print_of(claim("x", "staff", number(60)), claim("y", "staff", number(45)))
    assert first == print_of(one, other, published={"a": "2020-05-03"})
    assert first == print_of(one, other, DIFFERENCE.model_copy(update={"severity": "note", "message": "{rule}"}))
    assert first != print_of(one, claim("b", "staff", number(61)))
    assert first != print_of(one, other, DIFFERENCE.model_copy(update={"id": "9002"}))
    assert first != print_of(*elsewhere)


def test_what_is_wrong_with_rules_is_told_at_once() -> None:
    rules = (
        rule("diference"),
        rule("difference", "{label}: {nothing}", "9002", cause="value"),
        rule("difference", name="9003", cause="valu"),
        rule("omission", name="9004", root=3),
    )
    pack = PACK.model_copy(update={"rules": rules})
    assert [str(problem) for problem in lint_rules([pack])][:2] == [
        "pack own: rule 9001: check: there is no kind of check 'diference'; did you mean 'difference'?",
        "pack own: rule 9002: message: there is no field '{nothing}'; use one of camps, label, rule, size",
    ]
    assert [problem.where for problem in lint_rules([pack])][2:] == [
        "pack own: rule 9003: parameters.cause",
        "pack own: rule 9004: parameters.root",
    ]


def km(amount: str) -> Measure:
    return Measure(amount=Decimal(amount), unit="km")


def said_by(speaker: str) -> dict[str, Any]:
    return {"attribution": Attribution(speaker=speaker, verb="said")}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (claim("a", "length", km("40")), claim("b", "length", Measure(amount=Decimal(40), unit="[mi_i]")), "unit"),
        (
            claim("a", "size", Number(amount=Decimal("18.4"))),
            claim("b", "size", Number(amount=Decimal("18.46"))),
            "rounding",
        ),
        (claim("a", "size", Number(amount=Decimal("18.4"))), claim("b", "size", Number(amount=Decimal("18.56"))), None),
        (claim("a", "size", number(40)), claim("b", "size", number(45)), None),
        (
            claim("a", "toll", number(5), as_of=Date(edtf="2021-01-05")),
            claim("b", "toll", number(9), as_of=Date(edtf="2021-01-06")),
            None,  # of two times and moving: an update, no difference
        ),
        (claim("a", "size", number(5), **said_by("Ada")), claim("b", "size", number(9), **said_by("Ben")), "speaker"),
        (claim("a", "size", number(5), **said_by("Ada")), claim("b", "size", number(9), **said_by("Ada")), None),
        (claim("a", "size", number(5), **said_by("Ada")), claim("b", "size", number(9)), None),
    ],
)
def test_what_explains_a_difference_makes_it_a_warning(one: Claim, other: Claim, why: str | None) -> None:
    for found in findings([one, other], DIFFERENCE):
        assert found.severity == ("warning" if why else "error")
        assert found.trace[-1].startswith(f"why they differ: {why}: " if why else "why they differ: no unit")
    assert findings([one, other], DIFFERENCE) or one.attribute == "toll"
