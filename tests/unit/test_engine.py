"""Camps of a fact: how they are formed, put in order, and what they carry."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

from checker.engine import memory
from checker.link.facts import LinkedClaim, link
from checker.model.claim import Attribution, Claim, Evidence
from checker.model.fact import Fact
from checker.model.value import Date, Measure, Number, Value

SHA = "0" * 64


def claim(source: str, value: Value, number: int = 1, start: int = 0, **more: Any) -> Claim:
    evidence = Evidence(source=source, start=start, end=start + 1, exact="x", sha256=SHA)
    return Claim(id=f"{source}:{number}", source=source, subject="Acme", attribute="staff", value=value,
                 evidence=(evidence,), method="file", **more)  # fmt: skip


def facts(*claims: Claim, roots: dict[str, str] | None = None, **published: str) -> tuple[Fact, ...]:
    linked: tuple[LinkedClaim, ...] = link(claims, [], []).claims
    orders = [memory.facts(order, roots or {}, published) for order in permutations(linked)]
    assert all(one == orders[0] for one in orders)
    return orders[0]


def number(amount: str) -> Number:
    return Number(amount=Decimal(amount))


def test_one_camp_for_one_value_the_largest_first() -> None:
    (fact,) = facts(claim("a", number("60")), claim("b", number("45")), claim("c", number("45.0")))
    assert [(str(camp.value.model_dump()["amount"]), camp.sources) for camp in fact.camps] == [
        ("45", ("b", "c")), ("60", ("a",)),
    ]  # fmt: skip
    assert fact.camps[0].claims == ("b:1", "c:1")


def test_camps_of_one_size_are_in_the_order_of_their_sources() -> None:
    (fact,) = facts(claim("b", number("45")), claim("a", number("60")), claim("c", number("50")))
    assert [camp.sources for camp in fact.camps] == [("a",), ("b",), ("c",)]


def test_other_units_and_modifiers_are_camps_of_their_own() -> None:
    about = Number(amount=Decimal(45), modifier="about")
    (fact,) = facts(claim("a", number("45")), claim("b", about))
    assert len(fact.camps) == 2
    (fact,) = facts(claim("a", Measure(amount=Decimal(5), unit="km")), claim("b", Measure(amount=Decimal(5), unit="m")))
    assert len(fact.camps) == 2


def test_a_source_that_says_it_twice_counts_once() -> None:
    (fact,) = facts(claim("a", number("45"), 1, 7), claim("a", number("45"), 2, 3), claim("b", number("45")))
    (camp,) = fact.camps
    assert camp.sources == ("a", "b")
    assert [(one.source, one.start) for one in camp.evidence] == [("a", 3), ("a", 7), ("b", 0)]


def test_roots_speakers_and_days() -> None:
    said = claim("a", number("45"), attribution=Attribution(speaker="Ross"))
    as_of = Date(edtf="2020-05-09", earliest="2020-05-09", latest="2020-05-09")
    dated = claim("b", number("45"), as_of=as_of)
    (fact,) = facts(said, dated, claim("c", number("45")), roots={"a": "AFP", "b": "AFP"}, a="2020-05-03")
    assert (fact.roots, fact.camps[0].speakers, fact.camps[0].newest) == (2, ("Ross",), "2020-05-09")
    (fact,) = facts(said, a="2020-05-03")
    assert fact.camps[0].newest == "2020-05-03"
    (fact,) = facts(said)
    assert fact.camps[0].newest is None


def test_facts_are_in_the_order_of_their_keys() -> None:
    scoped = [claim("a", number("1"), at, scope=scope) for at, scope in enumerate(("Nice", "Lyon"))]
    assert [str(fact.key) for fact in facts(*scoped)] == ["Acme | staff | - | Lyon", "Acme | staff | - | Nice"]
