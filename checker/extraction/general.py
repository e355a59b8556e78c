"""Claims of the values that no fact type takes: what is counted, paid, measured or dated, with its context.

They are comparable only once linking finds a claim of another source with the same context; the rest stay unexamined.
"""

from __future__ import annotations

from checker.language.nouns import thing
from checker.model.value import Count, Date, DateTime, Duration, Measure, Money, Number, Percent, Value

METHOD = "general"


def attribute_of(value: Value) -> str | None:
    """What two values of one kind must share to be compared at all; None for a kind that is not compared in general."""
    if isinstance(value, Count):
        return f"number of {thing(value.noun)}"
    if isinstance(value, Money):
        return f"amount in {value.currency or 'money'}"
    if isinstance(value, Measure):
        return f"measure in {value.unit}"
    if isinstance(value, Percent):
        return "percentage"
    if isinstance(value, Duration):
        return "length of time"
    if isinstance(value, Number):
        return "figure"
    if isinstance(value, Date | DateTime):
        return "date"
    return None
