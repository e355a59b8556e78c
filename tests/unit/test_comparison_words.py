"""Levels of two names, places, lists, quotations and states, a row each; and of what is not said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.link.names import NameBook
from checker.model.rule import KnownName, RulePack
from checker.model.value import Date, Name, Names, NoValue, Number, Place, Quote, Status, Value
from checker.values.comparison import compare_values, fold

EXACT, SAME = ("identical", "exact"), ("equivalent", "equivalent")
PRECISION, PARTIAL = ("compatible", "precision"), ("compatible", "partial_list")
DIFFERENT, MISSING = ("different", "different"), ("missing", "missing")
Row = tuple[Value, Value, tuple[str, str], str]


def role(text: str) -> Name:
    return Name(text=text, type="role")


def whole(*items: str) -> Names:
    return Names(items=items)


def part(*items: str) -> Names:
    return Names(items=items, complete=False)


TWO = "two roles, which one person may hold together"

NAMES: list[Row] = [
    (Name(text="Mike Pompeo"), Name(text="Mike Pompeo"), EXACT, ""),
    (Name(text="Mike Pompeo"), Name(text="Mike Pompeo", role="secretary of state"), EXACT, ""),
    (Name(text="MIKE POMPEO"), Name(text="Mike Pompeo"), SAME, ""),
    (Name(text="Élisée Reclus"), Name(text="Elisee Reclus"), SAME, ""),
    (Name(text="Pompeo"), Name(text="Mike Pompeo"), PRECISION, ""),
    (Name(text="Anna Pompeo"), Name(text="Mike Pompeo"), DIFFERENT, "Anna Pompeo is not Mike Pompeo"),
    (Name(text="Pompeo"), Name(text="Ross"), DIFFERENT, "Pompeo is not Ross"),
    (role("mayor"), role("senator"), MISSING, TWO),
    (role("the mayor"), role("mayor"), PRECISION, ""),
    (role("Interior Minister"), role("ministre de l'Intérieur"), SAME, ""),
    (role("colonel"), role("Col"), SAME, ""),
    (role("state prosecutor"), role("procureure"), PRECISION, ""),
    (role("Interior Minister"), role("ministre de l'Innovation"), MISSING, TWO),
]
PLACES: list[Row] = [
    (Place(text="Lyon", country="FR"), Place(text="LYON", country="FR"), SAME, ""),
    (Place(text="Lyon", country="FR"), Place(text="France", country="FR"), PRECISION, ""),
    (Place(text="Hambourg", country="DE"), Place(text="Germany", country="DE"), PRECISION, ""),
    (Place(text="Hamburg", country="DE"), Place(text="Allemagne", country="DE"), PRECISION, ""),
    (Place(text="Hamburg", country="DE"), Place(text="Poland", country="PL"), DIFFERENT, "Hamburg is not Poland"),
    (Place(text="Lyon", country="FR"), Place(text="Nice", country="FR"), DIFFERENT, "Lyon is not Nice"),
    (Place(text="Lyon"), Place(text="France", country="FR"), DIFFERENT, "Lyon is not France"),
]
LISTS: list[Row] = [
    (whole("Alipay", "QQ"), whole("QQ", "Alipay"), SAME, ""),
    (whole("Alipay", "QQ"), whole("alipay", "Q.Q"), DIFFERENT, "only the first: QQ; only the second: Q.Q"),
    (whole("Alipay", "WPS Office"), whole("ALIPAY", "WPS  office"), SAME, ""),
    (whole("Alipay", "QQ"), whole("Alipay"), DIFFERENT, "only the first: QQ"),
    (whole("Alipay"), whole("Alipay", "QQ", "VMate"), DIFFERENT, "only the second: QQ, VMate"),
    (whole("Alipay", "QQ"), part("Alipay"), PARTIAL, ""),
    (whole("Alipay", "QQ"), part("Alipay", "QQ"), PARTIAL, ""),
    (whole("Alipay", "QQ"), part("VMate"), DIFFERENT, "only the first: Alipay, QQ; only the second: VMate"),
    (whole("Alipay"), part("Alipay", "QQ"), DIFFERENT, "only the second: QQ"),
    (part("Alipay"), part("VMate"), PARTIAL, ""),
]
QUOTES: list[Row] = [
    (Quote(text="We will sell it"), Quote(text="We will sell it", speaker="Ross"), EXACT, ""),
    (Quote(text="We'll sell it."), Quote(text="we’ll sell it"), SAME, ""),
    (Quote(text="[W]e will sell it"), Quote(text="We will sell it"), SAME, ""),
    (Quote(text="We will sell it to them"), Quote(text="will sell it"), PRECISION, ""),
    (Quote(text="We will sell […] to them"), Quote(text="We will sell the whole firm to them"), PRECISION, ""),
    (Quote(text="We will sell... to them"), Quote(text="We will sell it to them"), PRECISION, ""),
    (Quote(text="We (the firm) will sell it"), Quote(text="We will sell it"), PRECISION, ""),
    (Quote(text="[The firm] will sell it"), Quote(text="We will sell it"), PRECISION, ""),
    (Quote(text="We shall never sell it"), Quote(text="We shall sell it"), DIFFERENT, "'never' against '(nothing)'"),
    (Quote(text="We will sell it"), Quote(text="We will buy it"), DIFFERENT, "'sell' against 'buy'"),
    (Quote(text="We hate it […] now"), Quote(text="We love it so much now"), DIFFERENT,
     "'hate it …' against 'love it so much'"),
    (Quote(text="We […] hate it"), Quote(text="We truly love it"), DIFFERENT, "'… hate' against 'truly love'"),
]  # fmt: skip
UNSAID: list[Row] = [
    (Status(state="halted"), Status(state="halted"), EXACT, ""),
    (Status(state="halted"), Status(state="confirmed"), DIFFERENT, "halted is not confirmed"),
    (NoValue(), NoValue(), EXACT, ""),
    (NoValue(), NoValue(reason="unknown"), MISSING, "one side says that it is not known"),
    (NoValue(), Status(state="halted"), MISSING, "one side says that it is not known"),
    (Status(state="halted"), Name(text="halted"), MISSING, "a status and a name"),
    (Name(text="Lyon"), Place(text="Lyon"), MISSING, "a name and a place"),
    (Number(amount=Decimal(2020)), Date(edtf="2020"), MISSING, "a number and a date"),
]


@pytest.mark.parametrize(("left", "right", "expected", "size"), NAMES + PLACES + LISTS + QUOTES + UNSAID)
def test_words(left: Value, right: Value, expected: tuple[str, str], size: str) -> None:
    found, turned = compare_values(left, right), compare_values(right, left)
    assert (found.level.name, found.reason, found.size) == (*expected, size)
    assert (turned.level, turned.reason) == (found.level, found.reason)


@pytest.mark.parametrize("value", [Name(text="Lyon"), Status(state="halted"), NoValue(), None])
def test_a_value_against_none_is_missing(value: Value | None) -> None:
    assert compare_values(value, None).level.name == "missing"
    assert compare_values(None, value).size == "no value on one side"


def test_what_is_one_name_is_for_the_caller_to_say() -> None:
    known = KnownName(name="World Health Organization", type="organisation", aliases=("WHO", "OMS"))
    names = NameBook([RulePack(id="own", version="1", summary="", names=(known,))])
    assert compare_values(Name(text="OMS"), Name(text="WHO")).level.name == "different"
    assert compare_values(Name(text="OMS"), Name(text="WHO"), canonical=names.key).level.name == "equivalent"
    lists = whole("OMS", "FAO"), whole("FAO", "World Health Organization")
    assert compare_values(*lists, canonical=names.key).level.name == "equivalent"


@pytest.mark.parametrize(
    ("written", "folded"),
    [("L’Oréal", "l oreal"), ("  WPS\u00a0Office ", "wps office"), ("Straße", "strasse"), ("ﬁn", "fin"), ("…", "")],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded
