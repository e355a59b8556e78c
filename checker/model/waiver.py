"""What is known of findings: waivers, which a person answers for, and the baseline, which is generated."""

from pydantic import Field

from checker.model.base import SeldomMade

_RULE = r"^([A-Z]{3}[0-9]{3}|9[0-9]{3})$"
_FINGERPRINT = r"^[0-9a-f]{16}$"


class Waiver(SeldomMade):
    """One finding that may stand until a day.

    `rule`, `fact` and `values` bind it; `fact` is `-` for a finding without a fact, which `fingerprint` then tells from
    its like. `sources` are the articles that the finding was about: only where all of them are read can it be stale.
    `expires` is the last day it holds, ISO.
    """

    rule: str = Field(pattern=_RULE)
    fact: str = Field(min_length=1)
    values: tuple[str, ...]
    reason: str = Field(min_length=1)
    owner: str = Field(min_length=1)
    expires: str
    sources: tuple[str, ...] = ()
    fingerprint: str | None = Field(default=None, pattern=_FINGERPRINT)


class Waivers(SeldomMade):
    """checker-waivers.toml."""

    waiver: tuple[Waiver, ...] = ()


class BaselineEntry(SeldomMade):
    """One finding that was there when the baseline was made; `message` is for people, nothing depends on it."""

    rule: str = Field(pattern=_RULE)
    fact: str = Field(min_length=1)
    values: tuple[str, ...]
    sources: tuple[str, ...] = ()
    fingerprint: str = Field(pattern=_FINGERPRINT)
    message: str = ""


class Baseline(SeldomMade):
    """checker-baseline.json: entries in the order of rule, fact and values."""

    schema_: str = Field(default="https://checker.example/schemas/baseline.schema.json", alias="schema")
    findings: tuple[BaselineEntry, ...] = ()
