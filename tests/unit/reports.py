"""A made-up report that has a bit of everything, the texts and rules beside it, and reports of hostile text."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from checker.model.claim import Attribution, Claim, Evidence
from checker.model.fact import Camp, Fact, FactKey, Root
from checker.model.finding import Finding, Suppression
from checker.model.report import Coverage, Report, SourceEntry, Tool, UnexaminedValue
from checker.model.rule import Rule
from checker.model.source import Source
from checker.model.value import Count, Duration, Name, NoValue, Quote, Value
from checker.positions import line_starts
from checker.reporters.given import Given

TEXTS = {
    "agency": "Mill closes\n\nThe paper mill will close within 45 days, said Ann Roe.\nThere are 120 workers.\n",
    "herald": "Fermeture de l'usine\r\n\r\n🏭 Fermée à moitié, l'usine doit fermer d'ici 60 jours.\r\n",
    "copy": "The paper mill will close within 45 days,\x1b[31m said Ann\nRoe. It has not said how many people will go.",
}
KEY = FactKey(subject="paper mill", attribute="closing_delay", event="closure:1")


def evidence(source: str, exact: str) -> Evidence:
    """The first place where a source says these words, with its context."""
    text = TEXTS[source]
    start = text.index(exact)
    end = start + len(exact)
    return Evidence(
        source=source,
        start=start,
        end=end,
        exact=exact,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def camp(value: Value, *said: Evidence, speakers: tuple[str, ...] = ()) -> Camp:
    """The sources that give one value, in these words."""
    sources = tuple(one.source for one in said)
    return Camp(value=value, sources=sources, claims=sources, evidence=said, speakers=speakers)


def entry(source: str, language: str, published: str | None = None) -> SourceEntry:
    """A source with the lines of its text."""
    text = TEXTS[source]
    return SourceEntry.model_validate(
        {
            "source": Source(id=source),
            "path": f"story/{source}.txt",
            "language": language,
            "published": published,
            "line_starts": line_starts(text),
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }
    )


DELAYS = (
    camp(
        Duration(iso="P45D"),
        evidence("agency", "45 days"),
        evidence("copy", "45 days,\x1b[31m said Ann\nRoe"),
        speakers=("Ann Roe",),
    ),
    camp(Duration(iso="P60D"), evidence("herald", "60 jours")),
)
REPORT = Report(
    tool=Tool(version="0.1.0", packs={"news": "1 bbbb", "core": "1 aaaa"}),
    sources=(entry("agency", "en", "2024-05-02"), entry("copy", "en"), entry("herald", "fr")),
    coverage=(
        Coverage(
            source="agency",
            read=3,
            compared=1,
            lone=1,
            unexamined=1,
            values=(UnexaminedValue(kind="count", exact="120 workers", start=80, end=91),),
        ),
        Coverage(source="copy", read=1, compared=1, lone=0, unexamined=0),
        Coverage(source="herald", read=0, compared=0, lone=0, unexamined=0),
    ),
    roots=(
        Root(id="root:1", members=("agency", "copy"), reasons=("9 of 10 runs of words of copy stand in agency",)),
        Root(id="root:2", members=("herald",)),
    ),
    facts=(Fact(key=KEY, fact_type="closing", label="delay of the closure", roots=2, camps=DELAYS),),
    findings=(
        Finding(
            rule="NUM103",
            verdict="conflict",
            cause="update",
            severity="note",
            message="workers: 110 (herald) after 120 (agency); NUM103",
            fingerprint="0" * 15 + "1",
        ),
        Finding(
            rule="NUM101",
            verdict="conflict",
            cause="value",
            severity="error",
            message="closing delay of the paper mill: 45 days (agency, copy) vs 60 days (herald); NUM101",
            fact=KEY,
            camps=DELAYS,
            trace=(
                "both tell of the closure of the paper mill",
                "45 days and 60 days differ by 15 days, more than the tolerance",
            ),
            fingerprint="0" * 15 + "2",
        ),
        Finding(
            rule="GAP604",
            verdict="gap",
            cause="uncorroborated",
            severity="note",
            message="number of people who will go: said not to be specified (copy only); GAP604",
            sources=("copy",),
            camps=(camp(NoValue(), evidence("copy", "not said how many people")),),
            roots=1,
            fingerprint="0" * 15 + "3",
        ),
        Finding(
            rule="GAP601",
            verdict="gap",
            cause="uncorroborated",
            severity="warning",
            message="workers: 120 (agency only)",
            camps=(camp(Count(amount=Decimal(120), noun="worker"), evidence("agency", "120 workers")),),
            fingerprint="0" * 15 + "4",
            suppressed=Suppression(by="waiver", reason="the\nunion confirmed it", owner="desk", expires="2024-06-01"),
        ),
    ),
)

GIVEN = Given(
    texts=TEXTS,
    rules={
        "NUM101": Rule(
            id="NUM101",
            name="amounts differ",
            summary="Two sources give one fact two figures.",
            rationale="The figure is what readers take away.",
            check="difference",
            severity="error",
            message="{camps}",
        )
    },
)

HOSTILE = {
    "line ends": "a\nb\r\nc\rd\u2028e\u2029f\x85g\x0bh\x0ci",
    "a command on a line of its own": "x\n::error::pwned\n::stop-commands::x",
    "a command at the start": "::error file=a,line=1::pwned",
    "commands of other servers": "##[error]pwned ##vso[task.setvariable]x ##teamcity[y]",
    "escapes of a command": "100%0A::error::x %25 %3A",
    "pipes": "a | b || c |",
    "terminal escapes": "\x1b[31mred\x1b[0m\x07 \x9b0m \x1b]0;title\x07",
    "direction": "\u202egnp.exe\u2066 \u200f\u061c שלום",
    "html": "<script>alert(1)</script><img src=x onerror=y> &lt; </details><!-- -->",
    "markdown": "[here](https://evil.example) ![i](http://x) `c` **b** _e_ @everyone #12 www.evil.example $x$ ~~s~~",
    "a heading": "# 1\n---\n> quote\n- item",
    "a long line": "é🚨 word " * 9000,
    "a long word": "x" * 100_000,
    "emoji": "👩🏽\u200d🚒🇵🇹e\u0301",
    "controls": "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0x1FFFE))),
    "quotes": "\"'«“`''\"\"",
    "a formula": "=cmd|' /C calc'!A0",
    "more formulas": "+1",
    "a formula after blanks": " \t@SUM(1,2)",
    "a wide formula": "＝1+1",
    "separators": "a,b;c\td",
    "a byte order mark": "\ufeffword",
    "xml": "]]> --> &#0; ?> <![CDATA[ <!DOCTYPE x>",
    "a path": "../../etc/passwd?a#b%20 c\\d",
    "braces": "{0} {{x}} ${{ secrets.TOKEN }}",
}


def name_of(text: str) -> str:
    """As much of a text as can be a file's name."""
    return text[:200]


def hostile(text: str) -> Report:
    """A report that holds `text` wherever an article, a file's name or a pack can bring it in."""
    name = name_of(text)
    body = f"🚨 é\n{text} and on"
    start = len("🚨 é\n")
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    said = Evidence(
        source=name,
        start=start,
        end=start + len(text),
        exact=text,
        prefix="🚨 é\n",
        suffix=" and on",
        sha256=sha256,
    )
    key = FactKey(subject=text, attribute=text, event=text, scope=text)
    camps = tuple(
        Camp(value=value, sources=(name,), claims=(name,), evidence=(said,), speakers=(text,))
        for value in (Quote(text=text, speaker=text), Name(text=text))
    )
    known = Suppression(by="waiver", reason=text, owner=text, expires=name)
    kinds: tuple[dict[str, object], ...] = (
        {"verdict": "conflict", "cause": "value", "severity": "error"},
        {"verdict": "conflict", "cause": "update", "severity": "note"},
        {"verdict": "agreement", "cause": "exact", "severity": "note", "roots": 2},
        {"verdict": "gap", "cause": "uncorroborated", "severity": "warning", "roots": 1},
        {"verdict": "gap", "cause": "crash", "severity": "error"},
        {"verdict": "conflict", "cause": "value", "severity": "error", "suppressed": known},
    )
    said_of = {"rule": "NUM101", "message": text, "fact": key, "sources": (name,), "camps": camps, "trace": (text,)}
    findings = tuple(
        Finding.model_validate({**said_of, "fingerprint": f"{number:016x}", **kind})
        for number, kind in enumerate(kinds)
    )
    return Report(
        tool=Tool(version="0.1.0", packs={name: name}),
        sources=(
            SourceEntry(
                source=Source(id=name, publisher=text, url=text),
                path=name,
                language="en",
                published=name,
                line_starts=line_starts(body),
                sha256=sha256,
            ),
        ),
        coverage=(Coverage(source=name, read=1, compared=1, lone=0, unexamined=0),),
        claims=(
            Claim(
                id=name,
                source=name,
                subject=text,
                attribute=text,
                value=Name(text=text),
                attribution=Attribution(speaker=text),
                evidence=(said,),
                method="file",
            ),
        ),
        roots=(Root(id="root:1", members=(name, f"{name}2"), reasons=(text,)),),
        facts=(Fact(key=key, fact_type="x", label=text, roots=1, camps=camps),),
        findings=findings,
    )


def given_with(text: str) -> Given:
    """What is beside `hostile(text)`: its article's text, and a rule of a pack that is no friend."""
    rule = GIVEN.rules["NUM101"].model_copy(update={"name": text, "summary": text, "rationale": text})
    return Given(texts={name_of(text): f"🚨 é\n{text} and on"}, rules={"NUM101": rule})
