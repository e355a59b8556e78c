"""Comparing figures: intervals from modifiers, rounding to the digits said, and units of one dimension."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from checker.language.nouns import thing
from checker.model.base import plain
from checker.model.rule import Tolerance
from checker.model.value import AmountValue, Count, Measure, Modifier, Money, Percent
from checker.values.comparison.levels import (
    EQUIVALENT,
    IDENTICAL,
    PRECISION,
    ROUNDING,
    Comparison,
    different,
    missing,
)
from checker.values.words import number_words

_INFINITE = Decimal("Infinity")
_ABOUT = Decimal("0.1")
"""*about* reaches a tenth of the figure either way, or half a unit of its last digit that is not zero."""
_TELLING_DIGITS = 6
"""A difference in more digits comes of converting units; three of them tell enough."""
_PERCENT_ROUNDED = Decimal("0.05")
"""A percentage said in fewer digits lies within five in a hundred of itself."""
_CONVERTED = Decimal("0.02")
"""Figures converted between units agree within two in a hundred."""

# UCUM code -> (dimension, factor to metre, gram, square metre, litre, metre a second, watt hour, watt, byte)
_UNITS: dict[str, tuple[str, str]] = {
    "m": ("length", "1"), "km": ("length", "1000"), "cm": ("length", "0.01"), "mm": ("length", "0.001"),
    "[mi_i]": ("length", "1609.344"), "[ft_i]": ("length", "0.3048"), "[in_i]": ("length", "0.0254"),
    "[yd_i]": ("length", "0.9144"), "[nmi_i]": ("length", "1852"),
    "g": ("mass", "1"), "kg": ("mass", "1000"), "mg": ("mass", "0.001"), "t": ("mass", "1000000"),
    "[lb_av]": ("mass", "453.59237"), "[oz_av]": ("mass", "28.349523125"), "[ston_av]": ("mass", "907184.74"),
    "m2": ("area", "1"), "km2": ("area", "1000000"), "har": ("area", "10000"), "[acr_us]": ("area", "4046.8726"),
    "[mi_i]2": ("area", "2589988.110336"), "[sft_i]": ("area", "0.09290304"), "[ft_i]2": ("area", "0.09290304"),
    "L": ("volume", "1"), "mL": ("volume", "0.001"), "cL": ("volume", "0.01"), "hL": ("volume", "100"),
    "m3": ("volume", "1000"), "[gal_us]": ("volume", "3.785411784"), "[bbl_us]": ("volume", "158.987294928"),
    "m/s": ("speed", "1"), "km/h": ("speed", "0.277777777777778"), "[mi_i]/h": ("speed", "0.44704"),
    "[kn_i]": ("speed", "0.514444444444444"),
    "W.h": ("energy", "1"), "kW.h": ("energy", "1000"), "MW.h": ("energy", "1000000"), "GW.h": ("energy", "1000000000"),
    "TW.h": ("energy", "1000000000000"),
    "W": ("power", "1"), "kW": ("power", "1000"), "MW": ("power", "1000000"), "GW": ("power", "1000000000"),
    "By": ("data", "1"), "kBy": ("data", "1000"), "MBy": ("data", "1000000"), "GBy": ("data", "1000000000"),
    "TBy": ("data", "1000000000000"),
}  # fmt: skip


class Figure(NamedTuple):
    """What an amount allows: every number from `low` to `high`; `amount` is the figure said, None for mere bounds."""

    amount: Decimal | None
    low: Decimal
    high: Decimal
    modifier: Modifier


def _last_digit_unit(amount: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 10 for 40, 100000000 for 1.5 billion, 0.1 for 12.5."""
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def figure(amount: Decimal | None, modifier: Modifier, low: Decimal | None, high: Decimal | None) -> Figure:
    """The figure with its interval. *more than*, *up to* and their like are open on one side."""
    if amount is None:
        return Figure(None, -_INFINITE if low is None else low, _INFINITE if high is None else high, modifier)
    if modifier == "about":
        reach = max(abs(amount) * _ABOUT, _last_digit_unit(amount) / 2)
        return Figure(amount, amount - reach, amount + reach, modifier)
    if modifier in ("at_least", "more_than"):
        return Figure(amount, amount, _INFINITE, modifier)
    if modifier in ("at_most", "less_than"):
        return Figure(amount, -_INFINITE, amount, modifier)
    return Figure(amount, amount if low is None else low, amount if high is None else high, modifier)


def _rounds_to(fine: Decimal, coarse: Decimal) -> bool:
    """Whether `coarse` is `fine` said in fewer digits.

    Small whole figures are taken as counted: 30 is not 28 rounded. From a hundred on the hundreds may be rounded within
    two in a hundred, from a thousand on any figure of at most three digits that are not zero.
    """
    unit = _last_digit_unit(coarse)
    if unit <= _last_digit_unit(fine) or abs(fine - coarse) * 2 > unit:
        return False
    if unit < 1:
        return True
    if fine != fine.to_integral_value() and abs(fine - coarse) * 2 <= 1:
        return True  # 70.4 said as 70
    if unit == 1:
        return False
    digits = len(coarse.normalize().as_tuple().digits)
    if abs(coarse) >= 1000:
        return digits <= 3 and abs(fine - coarse) <= abs(coarse) / 20
    return unit >= 100 and abs(fine - coarse) <= abs(coarse) / 50


EXACT = Tolerance()


def compare_figures(a: Figure, b: Figure, tolerance: Tolerance = EXACT) -> Comparison:
    """The level of two figures in one unit. The size of a difference is b less a, and in percent of the smaller."""
    if a == b:
        return EQUIVALENT
    if a.amount is not None and b.amount is not None:
        if a.amount == b.amount and "exact" in (a.modifier, b.modifier):
            return PRECISION
        if "exact" == a.modifier == b.modifier and (_rounds_to(a.amount, b.amount) or _rounds_to(b.amount, a.amount)):
            return ROUNDING
    if a.low <= b.high and b.low <= a.high and not (_part_at_one_point(a, b) or _part_at_one_point(b, a)):
        return PRECISION
    gap = max(b.low - a.high, a.low - b.high)
    nearest = min(abs(a.low), abs(b.low)) or Decimal(1)
    if (tolerance.absolute is not None and gap <= tolerance.absolute) or (
        tolerance.relative is not None and gap <= tolerance.relative * nearest
    ):
        return PRECISION
    return different(_size(a, b, gap))


def _part_at_one_point(above: Figure, below: Figure) -> bool:
    """Whether two open figures meet at one figure that one of them leaves out: more than 100, at most 100."""
    if above.low != below.high or {above.modifier, below.modifier} & {"exact", "about", "range"}:
        return False
    return above.modifier == "more_than" or below.modifier == "less_than"


def _size(a: Figure, b: Figure, gap: Decimal) -> str:
    if not gap and (a.amount is None or b.amount is None or a.amount == b.amount):
        return "they leave no figure in common"
    if a.amount is not None and b.amount is not None:
        gap = abs(a.amount - b.amount)
    smaller = min(x for x in (a.amount, b.amount) if x is not None) if a.amount and b.amount else None
    digits = len(gap.normalize().as_tuple().digits)
    if digits > _TELLING_DIGITS:  # converted
        gap = gap.quantize(Decimal(1).scaleb(gap.adjusted() - 2))
    share = f" ({plain((gap / abs(smaller) * 100).quantize(Decimal('0.1')))} %)" if smaller else ""
    return f"{number_words(gap)} apart{share}"


def figure_of(value: AmountValue) -> Figure:
    """The figure of an amount, in its own unit."""
    return figure(value.amount, value.modifier, value.low, value.high)


def _numbers(value: AmountValue) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return value.amount, value.low, value.high


def in_base_unit(value: Measure, number: Decimal) -> tuple[str, Decimal]:
    """The dimension of a measure and a number of its unit in the dimension's base unit (the unit itself if unknown)."""
    if value.unit == "[degF]":
        return "Cel", (number - 32) * 5 / 9
    dimension, factor = _UNITS.get(value.unit, (value.unit, "1"))
    return dimension, number * Decimal(factor)


def _scaled(value: Measure, factor: Decimal) -> Figure:
    amount, low, high = (None if number is None else number * factor for number in _numbers(value))
    return figure(amount, value.modifier, low, high)


def compare_amounts(a: AmountValue, b: AmountValue, tolerance: Tolerance, *, any_noun: bool) -> Comparison:
    """The level of two amounts. `any_noun`: the caller knows that both count the same thing."""
    if a == b:
        return IDENTICAL
    kinds = {a.kind, b.kind}
    if len(kinds) > 1 and kinds != {"number", "count"}:
        return missing(f"a {a.kind} and a {b.kind}")
    if isinstance(a, Count) and isinstance(b, Count) and thing(a.noun) != thing(b.noun) and not any_noun:
        return missing(f"{a.noun} and {b.noun} are counted")
    if isinstance(a, Money) and isinstance(b, Money) and a.currency != b.currency:
        return missing(f"amounts in {a.currency or 'an unnamed currency'} and {b.currency or 'an unnamed currency'}")
    if isinstance(a, Measure) and isinstance(b, Measure) and a.unit != b.unit:
        return _compare_units(a, b, tolerance)
    compared = compare_figures(figure_of(a), figure_of(b), tolerance)
    if isinstance(a, Percent) and compared is ROUNDING and not _finely_rounded(a, b):
        return different(_size(figure_of(a), figure_of(b), Decimal(0)))
    return compared


def _finely_rounded(a: AmountValue, b: AmountValue) -> bool:
    """Whether a percentage is another said in fewer digits, and nothing is lost by it: 56.3 and 56, not 2.25 and 2."""
    one, other = a.amount or Decimal(0), b.amount or Decimal(0)
    return abs(one - other) <= max(abs(one), abs(other)) * _PERCENT_ROUNDED


def _compare_units(a: Measure, b: Measure, tolerance: Tolerance) -> Comparison:
    of_a, of_b = _UNITS.get(a.unit), _UNITS.get(b.unit)
    if {a.unit, b.unit} == {"Cel", "[degF]"}:
        as_celsius = [_celsius(value) for value in (a, b)]
        return _converted(as_celsius[0], as_celsius[1], tolerance)
    if of_a is None or of_b is None or of_a[0] != of_b[0]:
        return missing(f"a figure in {a.unit} and one in {b.unit}")
    return _converted(_scaled(a, Decimal(of_a[1])), _scaled(b, Decimal(of_b[1])), tolerance)


def _celsius(value: Measure) -> Figure:
    if value.unit == "Cel":
        return figure_of(value)
    amount, low, high = (
        None if number is None else ((number - 32) * 5 / 9).quantize(Decimal("0.1")) for number in _numbers(value)
    )
    return figure(amount, value.modifier, low, high)


def _converted(a: Figure, b: Figure, tolerance: Tolerance) -> Comparison:
    compared = compare_figures(a, b, tolerance)
    if compared.size and a.amount is not None and b.amount is not None:
        near = abs(a.amount - b.amount) <= max(abs(a.amount), abs(b.amount)) * _CONVERTED
        return ROUNDING if near else compared
    return compared
