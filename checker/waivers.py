"""Waivers and the baseline: read, applied to a report, and written. What they hold: docs/gate.md.

A waiver is bound to rule, fact and normalised values, so that a changed value opens the finding again. An entry that
matches nothing is stale, and wrong: it says that something stands which does not.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from checker.errors import InputError, Problem, raise_all
from checker.judge.finding import lasting
from checker.link.columns import columns
from checker.model.finding import Finding, Suppression
from checker.model.mistakes import mistakes
from checker.model.report import Report
from checker.model.waiver import Baseline, BaselineEntry, Waiver, Waivers

NO_FACT = "-"
BASELINE_REASON = "in the baseline"


class Known(NamedTuple):
    """The waivers and the baseline of a desk, each with the file it stands in."""

    waivers: tuple[Waiver, ...] = ()
    waivers_file: str = ""
    baseline: tuple[BaselineEntry, ...] = ()
    baseline_file: str = ""


def can_be_known(finding: Finding) -> bool:
    """Whether a finding can be waived: an agreement asks for nothing, and a crash is a fault to be mended."""
    return finding.verdict != "agreement" and finding.cause != "crash"


def fact_of(finding: Finding) -> str:
    """The fact as waivers name it."""
    return lasting(finding.fact) if finding.fact else NO_FACT


def values_of(finding: Finding) -> tuple[str, ...]:
    """The normalised values of a finding's camps, sorted: `duration iso=P45D`, `number amount=12 modifier=about`."""
    return tuple(sorted({_plain(columns(camp.value).canonical) for camp in finding.camps}))


def _plain(canonical: str) -> str:
    if not canonical.startswith("{"):
        return canonical
    data: dict[str, Any] = json.loads(canonical)
    kind = data.pop("kind", "names")
    said = [f"{key}={_said(value)}" for key, value in sorted(data.items()) if (key, value) != ("modifier", "exact")]
    return " ".join((kind, *said))


def _said(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def applied(report: Report, known: Known, today: str) -> tuple[Report, tuple[Problem, ...]]:
    """The report with what is known marked so, and every entry that is expired on `today` (ISO) or stale."""
    in_force = [waiver for waiver in known.waivers if waiver.expires >= today]
    used: set[int] = set()
    findings = tuple(_marked(finding, in_force, known.baseline, used) for finding in report.findings)
    read = {entry.source.id for entry in report.sources}
    problems = [_expired(waiver, known.waivers_file) for waiver in known.waivers if waiver.expires < today]
    problems += [
        _stale(waiver, known.waivers_file, findings, "remove it, or renew it with checker waive")
        for waiver in in_force
        if id(waiver) not in used and read.issuperset(waiver.sources)
    ]
    problems += [
        _stale(entry, known.baseline_file, findings, "run checker baseline prune")
        for entry in known.baseline
        if id(entry) not in used and read.issuperset(entry.sources)
    ]
    return report.model_copy(update={"findings": findings}), tuple(sorted(problems))


def _marked(finding: Finding, waivers: Sequence[Waiver], baseline: Sequence[BaselineEntry], used: set[int]) -> Finding:
    if not can_be_known(finding):
        return finding
    waived = [waiver for waiver in waivers if _binds(waiver, finding)]
    listed = [entry for entry in baseline if _binds(entry, finding)]
    used.update(id(entry) for entry in (*waived, *listed))
    if waived:
        best = max(waived, key=lambda waiver: waiver.expires)
        why = Suppression(by="waiver", reason=best.reason, owner=best.owner, expires=best.expires)
    elif listed:
        why = Suppression(by="baseline", reason=BASELINE_REASON)
    else:
        return finding
    return finding.model_copy(update={"suppressed": why})


def _binds(entry: Waiver | BaselineEntry, finding: Finding) -> bool:
    """Whether an entry is for a finding. What an article leaves out is known of that article only."""
    if (entry.rule, entry.fact, tuple(sorted(entry.values))) != (finding.rule, fact_of(finding), values_of(finding)):
        return False
    if entry.fact == NO_FACT and entry.fingerprint not in (None, finding.fingerprint):
        return False
    told = {evidence.source for camp in finding.camps for evidence in camp.evidence}
    return not entry.sources or (set(finding.sources) - told).issubset(entry.sources)


def _expired(waiver: Waiver, file: str) -> Problem:
    what = f"the waiver of {waiver.owner} for {waiver.rule} on '{waiver.fact}' expired on {waiver.expires}"
    return Problem(file, what, "mend what was found, or have it renewed with checker waive, and remove this one")


def _stale(entry: Waiver | BaselineEntry, file: str, findings: Iterable[Finding], remedy: str) -> Problem:
    """An entry without its finding; where there is one of other values, these are named."""
    what = f"{entry.rule} on '{entry.fact}' ({', '.join(entry.values) or 'no values'})"
    for finding in findings:
        if (finding.rule, fact_of(finding)) == (entry.rule, entry.fact) and entry.fact != NO_FACT:
            now = ", ".join(values_of(finding))
            return Problem(file, f"the values of {what} have changed to {now}", f"look at it again, then {remedy}")
    return Problem(file, f"{what} is found no more", remedy)


def entry_of(finding: Finding) -> BaselineEntry:
    """The baseline's entry for a finding."""
    return BaselineEntry(
        rule=finding.rule,
        fact=fact_of(finding),
        values=values_of(finding),
        sources=finding.sources,
        fingerprint=finding.fingerprint,
        message=finding.message,
    )


def waiver_of(finding: Finding, *, reason: str, owner: str, expires: str) -> Waiver:
    """The waiver for a finding."""
    fact = fact_of(finding)
    return Waiver(
        rule=finding.rule,
        fact=fact,
        values=values_of(finding),
        reason=reason,
        owner=owner,
        expires=expires,
        sources=finding.sources,
        fingerprint=finding.fingerprint if fact == NO_FACT else None,
    )


def pruned(entries: Iterable[BaselineEntry], findings: Sequence[Finding], read: Iterable[str]) -> list[BaselineEntry]:
    """The entries that are not stale: their finding is there, or not all of their articles were read."""
    told = set(read)
    return [
        entry
        for entry in entries
        if not told.issuperset(entry.sources) or any(_binds(entry, finding) for finding in findings)
    ]


def baseline_text(entries: Iterable[BaselineEntry]) -> str:
    """The baseline as it is written, each entry once, sorted, so that a change shows as few lines."""
    ordered = sorted(dict.fromkeys(entries), key=lambda entry: (entry.rule, entry.fact, entry.values, entry.sources))
    data = Baseline(schema=Baseline.model_fields["schema_"].default, findings=tuple(ordered))
    return json.dumps(data.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=2) + "\n"


def waiver_text(waiver: Waiver) -> str:
    """A waiver as a table of checker-waivers.toml."""
    data = waiver.model_dump(mode="json", exclude_none=True)
    lines = [f"{key} = {_toml(value)}\n" for key, value in data.items() if value or key == "values"]
    return "[[waiver]]\n" + "".join(lines)


def _toml(value: Any) -> str:
    """A text or a list of texts. TOML's escapes are those of JSON, and it escapes DEL too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def load_waivers(file: Path) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises InputError with all that is wrong with it."""
    try:
        data = tomllib.loads(_text(file))
    except tomllib.TOMLDecodeError as error:
        raise InputError(Problem(str(file), f"it is not TOML: {error}", "mend this line")) from None
    waivers: tuple[Waiver, ...] = _model(Waivers, data, file).waiver
    raise_all(InputError, _no_days(waivers, file))
    return waivers


def load_baseline(file: Path) -> tuple[BaselineEntry, ...]:
    """The entries of a baseline. Raises InputError with all that is wrong with it."""
    try:
        data = json.loads(_text(file))
    except json.JSONDecodeError as error:
        where = f"{file}:{error.lineno}:{error.colno}"
        raise InputError(
            Problem(where, f"it is not JSON: {error.msg}", "make it with checker baseline create")
        ) from None
    entries: tuple[BaselineEntry, ...] = _model(Baseline, data, file).findings
    return entries


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            Problem(str(file), f"it cannot be read ({error.strerror})", "mend its place or rights")
        ) from None
    except UnicodeDecodeError as error:
        raise InputError(Problem(str(file), f"byte {error.start} is not UTF-8", "save it as UTF-8")) from None


def _model(model: Any, data: Any, file: Path) -> Any:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        told = mistakes(error, model, page="docs/gate.md")
        raise InputError(*(Problem(f"{file}: {path}", what, cure) for path, what, cure in told)) from None


def _no_days(waivers: Sequence[Waiver], file: Path) -> Iterator[Problem]:
    for number, waiver in enumerate(waivers):
        if not is_day(waiver.expires):
            where = f"{file}: waiver[{number}].expires"
            yield Problem(where, f"'{waiver.expires}' is no day", 'write a day of the calendar, such as "2021-06-30"')


def is_day(text: str) -> bool:
    """Whether a text is an ISO day."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
