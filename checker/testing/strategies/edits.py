"""Edits of a value: benign ones say the same in another form, harmful ones say what cannot be true beside it.

Both take values that are told exactly (`strategies.stated`): beside *about 100* hardly any figure is harmful.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from checker.model.rule import FactType, Tolerance
from checker.model.value import AmountValue, Date, Duration, Measure, Name, Names, Place, Quote, Status, Value
from checker.testing.strategies.stated import CITIES, ORGANISATIONS, PEOPLE
from checker.values.calendar import with_bounds
from checker.values.comparison.times import days_of

EXACT_UNITS = {
    "km": ("m", 1000), "m": ("cm", 100), "kg": ("g", 1000), "t": ("kg", 1000), "har": ("m2", 10_000), "L": ("cL", 100),
    "km2": ("har", 100), "MW": ("kW", 1000),
}  # fmt: skip
"""A unit, and a smaller one that so many of make it up exactly."""
_TIMES = {"W": ("P{}D", 7), "Y": ("P{}M", 12), "H": ("PT{}M", 60), "D": ("PT{}H", 24)}


def benign(value: Value) -> st.SearchStrategy[Any]:
    """The value in other forms: unit, order, case, typography, language, precision of how it is written."""
    return st.sampled_from([form for kind, forms in _BENIGN if isinstance(value, kind) for form in forms]).map(
        lambda form: form(value)
    )


def restated(value: Any) -> Any:
    """The same quantity in a smaller unit, the value itself where there is no such unit."""
    if isinstance(value, Measure) and value.unit in EXACT_UNITS and value.amount is not None:
        unit, factor = EXACT_UNITS[value.unit]
        return value.model_copy(update={"unit": unit, "amount": value.amount * factor})
    if isinstance(value, Duration) and value.iso is not None:
        figure, unit = value.iso.removeprefix("P").removeprefix("T")[:-1], value.iso[-1]
        if unit in _TIMES and figure.isdigit() and (unit != "H" or "T" in value.iso):
            form, factor = _TIMES[unit]
            return value.model_copy(update={"iso": form.format(int(figure) * factor)})
    return value


def _longer(value: Any) -> Any:
    """The figure with zeros after the point, which say nothing."""
    return value.model_copy(update={"amount": value.amount + Decimal("0.00")}) if value.amount is not None else value


def _about(value: Any) -> Any:
    return value.model_copy(update={"modifier": "about"})


def _with_weekday(value: Any) -> Any:
    return value.model_copy(update={"weekday": date.fromisoformat(value.edtf).isoweekday()})


def _in_capitals(value: Any) -> Any:
    return value.model_copy(update={"text": value.text.upper()})


def _turned(value: Any) -> Any:
    return value.model_copy(update={"items": value.items[::-1]})


def _in_french(value: Any) -> Any:
    return value.model_copy(update={"text": dict(CITIES).get(value.text, value.text)})


def _with_full_stop(value: Any) -> Any:
    return value.model_copy(update={"text": value.text + "."})


def _same(value: Any) -> Any:
    return value.model_copy()


_BENIGN: tuple[tuple[type[Any] | Any, tuple[Callable[[Any], Any], ...]], ...] = (
    (AmountValue, (_same, _longer, restated, _about)),
    (Duration, (_same, restated, _about)),
    (Date, (_same, _with_weekday)),
    (Name, (_same, _in_capitals)),
    (Names, (_same, _turned)),
    (Place, (_same, _in_french)),
    (Quote, (_same, _with_full_stop)),
    (Status, (_same,)),
)


def harmful(value: Value, fact_type: FactType | None = None) -> st.SearchStrategy[Any]:
    """Values that cannot be true beside this one, whatever the fact type tolerates; nothing where there are none."""
    tolerance = fact_type.tolerance if fact_type else Tolerance()
    if isinstance(value, AmountValue) and value.amount is not None:
        least = (value.amount or 1) * (2 + (tolerance.relative or 0)) + 3 * (tolerance.absolute or 0)
        return st.sampled_from((least, least * 3)).map(lambda amount: value.model_copy(update={"amount": amount}))
    if isinstance(value, Duration) and value.iso is not None:
        least = 3 + int(2 * (tolerance.absolute or 0) / days_of(value.iso))
        return st.integers(least, least + 2).map(
            lambda times: value.model_copy(update={"iso": _times(value.iso or "", times)})
        )
    if isinstance(value, Date):
        return st.integers(2, 400).map(lambda days: _moved(value, days))
    if isinstance(value, Name):
        others = PEOPLE if value.type == "person" else ORGANISATIONS
        return _other(value.text, others).map(lambda text: value.model_copy(update={"text": text}))
    if isinstance(value, Place):
        return _other(value.text, [city for city, _ in CITIES]).map(lambda text: Place(text=text))
    if isinstance(value, Names):
        return _other("", [name for name in ORGANISATIONS if name not in value.items]).map(
            lambda name: value.model_copy(update={"items": (*value.items[:-1], name)})
        )
    if isinstance(value, Quote):
        words = [word for word in ("never", "always") if word not in value.text]
        return st.sampled_from(words).map(lambda word: value.model_copy(update={"text": _altered(value.text, word)}))
    if isinstance(value, Status) and fact_type is not None:
        return _other(value.state, sorted(fact_type.states)).map(lambda state: Status(state=state))
    return st.nothing()


def _other(text: str, among: Any) -> st.SearchStrategy[str]:
    left = [one for one in among if one != text]
    return st.sampled_from(left) if left else st.nothing()


def _times(iso: str, times: int) -> str:
    start = 2 if "T" in iso else 1
    return f"{iso[:start]}{Decimal(iso[start:-1]) * times:f}{iso[-1]}"


def _moved(value: Date, days: int) -> Date:
    moved = date.fromisoformat(value.edtf) + timedelta(days)
    return with_bounds(Date(edtf=moved.isoformat(), weekday=moved.isoweekday() if value.weekday else None))


def _altered(text: str, other: str) -> str:
    """The words with the one in the middle replaced."""
    words = text.split()
    words[len(words) // 2] = other
    return " ".join(words)
