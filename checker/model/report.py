"""The report: one document with all that a reader or another program needs."""

from pydantic import Field

from checker.model.base import Model
from checker.model.claim import Claim
from checker.model.fact import Fact, Root
from checker.model.finding import Finding
from checker.model.source import DateHint, Language, Source
from checker.model.value import Kind


class Tool(Model):
    """What made the report. `packs` maps pack id to version and digest of its files."""

    name: str = "checker"
    version: str
    packs: dict[str, str] = Field(default_factory=dict)


class SourceEntry(Model):
    """A source with the article of it that was read.

    `line_starts` are the offsets (code points) at which the text's lines begin, so that line and column of any span
    can be told without the text; empty where the article was not read here (claims files).
    """

    source: Source
    path: str | None = None
    language: Language
    published: str | None = None
    modified: str | None = None
    hints: tuple[DateHint, ...] = ()
    line_starts: tuple[int, ...] = ()
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class UnexaminedValue(Model):
    """A value that was read and that no comparable claim was formed from."""

    kind: Kind
    exact: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)


class Coverage(Model):
    """Of one article: values read, and what became of them. `compared + lone + unexamined == read`.

    `compared`: in a claim whose fact has claims of another source; `lone`: in a claim no other source has;
    `unexamined`: in no claim; their words are listed.
    """

    source: str
    read: int = Field(ge=0)
    compared: int = Field(ge=0)
    lone: int = Field(ge=0)
    unexamined: int = Field(ge=0)
    values: tuple[UnexaminedValue, ...] = ()


class Gate(Model):
    """What a gate judged: the source ids of the drafts, and how many conflicts among the sources alone it left out."""

    drafts: tuple[str, ...] = Field(min_length=1)
    among_sources: int = Field(default=0, ge=0)


class Report(Model):
    """Everything a check found; `schema` names the published JSON Schema. All lists are sorted.

    `gate` is given where drafts were judged against sources: then all findings are about drafts.
    """

    schema_: str = Field(default="https://checker.example/schemas/report.schema.json", alias="schema")
    tool: Tool
    sources: tuple[SourceEntry, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    claims: tuple[Claim, ...] = ()
    roots: tuple[Root, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    gate: Gate | None = None
