"""The stages in order: articles → readings → claims → facts → findings → report. Prints nothing, writes nothing.

What reads articles (`values`, `extraction`) is imported where an article is read: a run on readings that were kept
needs none of it, and loading it takes as long as judging a small story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from checker import __version__
from checker.coverage import compared, cover
from checker.engine import memory
from checker.errors import CheckerError, InputError, PackError, Problem, raise_all
from checker.ingest import article_from_text, prose, read_stories
from checker.ingest.claims import claims_records, read_claims
from checker.ingest.documents import document, document_problems
from checker.ingest.sourcesfile import sources_file
from checker.judge import judge, lint_rules
from checker.judge.story import Story
from checker.lineage import find_roots
from checker.link.facts import Linked, LinkedClaim, link
from checker.model.claim import Claim
from checker.model.fact import Fact, Root
from checker.model.finding import Finding
from checker.model.report import Coverage, Gate, Report, SourceEntry, Tool
from checker.model.rule import CaseText, Rule, RuleCase, RulePack
from checker.model.source import Article, Source
from checker.model.value import Mention
from checker.policy import AS_THE_PACKS_SAY, Policy
from checker.positions import line_starts
from checker.rulecases import CaseResult, lint_wording, run_cases
from checker.rulepack import built_in, load_packs, survey_packs

Packs = Sequence[str | Path] | None
"""Names or folders of rule packs; None for all built-in ones."""


class Outcome(NamedTuple):
    """What came of a run: the report on what could be read (None where nothing could), and what could not be.

    `notes` are what else a reader should know of the run, a sentence each.
    """

    report: Report | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


class Extracted(NamedTuple):
    """The records of a claims file, JSON-ready, and what could not be read."""

    records: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...] = ()


class Examined(NamedTuple):
    """One article with what was read in it and the claims made of that."""

    article: Article
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


Reader = Callable[[Sequence[Article], Sequence[RulePack]], Iterable[Examined]]
"""What reads articles by packs: one after the other (`examine_all`), from a cache, in several processes."""


class Inputs(NamedTuple):
    """All that a report depends on: articles, which of them are drafts, packs, and a desk's policy."""

    articles: Sequence[Article]
    packs: Sequence[RulePack]
    policy: Policy
    drafts: Sequence[str] = ()


Reports = Callable[[Inputs, Callable[[], Report]], Report]
"""What gives the report that a function makes: by calling it (`anew`), or from a cache."""


def anew(inputs: Inputs, make: Callable[[], Report]) -> Report:
    """The report as it is made now."""
    return make()


class Stages(NamedTuple):
    """What judging a story is made of. Laws are held against others in their place (`checker.testing`)."""

    link: Callable[[Sequence[Claim], Sequence[Article], Sequence[RulePack]], Linked] = link
    roots: Callable[[Sequence[Article], Mapping[str, Sequence[Mention]]], tuple[Root, ...]] = find_roots
    facts: Callable[[Iterable[LinkedClaim], Mapping[str, str], Mapping[str, str | None]], tuple[Fact, ...]] = (
        memory.facts
    )
    judge: Callable[[Story, Sequence[Rule]], tuple[Finding, ...]] = judge


STAGES = Stages()


def packs_of(packs: Packs = None) -> tuple[RulePack, ...]:
    """The packs, loaded and, where one is not built in, linted. Raises `PackError` with all problems.

    What is built in is linted by its tests; doing it again for every run would double the time that a small check
    takes.
    """
    if _built_in(packs):
        return load_packs(packs)
    survey = survey_packs(packs, cases=False)
    raise_all(PackError, [*survey.problems, *lint(survey.packs)])
    return load_packs(packs)


def _built_in(packs: Packs) -> bool:
    return packs is None or {str(name) for name in packs} <= set(built_in())


def problems_of_packs(packs: Packs = None, selection: Sequence[str] | None = None) -> Iterator[Problem]:
    """All that is wrong with packs, and with the cases of the rules and packs in `selection` (all for None)."""
    survey = survey_packs(packs, selection=selection)
    yield from survey.problems
    yield from lint_wording(survey.packs, selection)
    if not _built_in(packs):
        yield from lint(survey.packs)


def lint(packs: Sequence[RulePack]) -> Iterator[Problem]:
    """What is wrong with packs beyond their schema: patterns that do not compile, checks and fields that are not
    there.
    """
    from checker.extraction.compiled import lint_patterns

    yield from lint_patterns(packs)
    yield from lint_rules(packs)


def examine(article: Article, packs: Sequence[RulePack]) -> Examined:
    """Read one article: its values and, by the packs, its claims."""
    from checker.extraction.claims import extract
    from checker.extraction.compiled import compile_packs
    from checker.values.reading import mentions_of, read

    reading = read(prose(article), article.language, article.published)
    claims = extract(article, reading, compile_packs(packs, article.language))
    return Examined(article, mentions_of(reading), claims)


def examine_all(articles: Iterable[Article], packs: Sequence[RulePack]) -> Iterator[Examined]:
    """Read articles one after the other."""
    return (examine(article, packs) for article in articles)


def judge_story(
    examined: Iterable[Examined],
    packs: Sequence[RulePack],
    draft: str | None = None,
    stages: Stages = STAGES,
    policy: Policy = AS_THE_PACKS_SAY,
) -> Report:
    """The report on articles that were read. The same bytes whatever their order."""
    story = story_of(examined, packs, draft, stages)
    return report_on(story, packs, policy.weighed(findings_of(story, packs, stages)))


def story_of(
    examined: Iterable[Examined], packs: Sequence[RulePack], draft: str | None = None, stages: Stages = STAGES
) -> Story:
    """Articles that were read as one story, ready to be judged. That a draft is of today makes none of its values new:
    when it was published does not count.
    """
    ordered = sorted(examined, key=lambda one: one.article.source.id)
    articles = tuple(one.article for one in ordered)
    mentions: Mapping[str, Sequence[Mention]] = {one.article.source.id: one.mentions for one in ordered}
    claims = [claim for one in ordered for claim in one.claims]
    linked = stages.link(claims, articles, packs)
    roots = stages.roots(articles, mentions)
    root_of = {member: root.id for root in roots for member in root.members}
    published = {one.source.id: None if one.source.id == draft else one.published for one in articles}
    facts = stages.facts(linked.claims, root_of, published)
    return Story(
        articles=articles,
        facts=facts,
        claims=linked.claims,
        roots=roots,
        coverage=coverage_of(articles, mentions, linked.claims, facts),
        mentions=mentions,
        names=linked.names,
        questions=tuple(question for pack in packs for question in pack.questions),
        draft=draft,
        read=tuple(claims),
    )


def coverage_of(
    articles: Iterable[Article],
    mentions: Mapping[str, Sequence[Mention]],
    claims: Iterable[LinkedClaim],
    facts: Iterable[Fact],
) -> tuple[Coverage, ...]:
    """What became of the values of each article, by its claims that were linked and the facts they are in."""
    shared = compared(facts)
    own: dict[str, list[Claim]] = defaultdict(list)
    for linked in claims:
        own[linked.claim.source].append(linked.claim)
    return tuple(cover(one, mentions[one.source.id], own[one.source.id], shared) for one in articles)


def findings_of(story: Story, packs: Sequence[RulePack], stages: Stages = STAGES) -> tuple[Finding, ...]:
    """What the rules of the packs find on a story."""
    return stages.judge(story, sorted((rule for pack in packs for rule in pack.rules), key=lambda rule: rule.id))


def report_on(story: Story, packs: Sequence[RulePack], findings: Iterable[Finding], gate: Gate | None = None) -> Report:
    """The report with these findings on a story."""
    return Report(
        schema=Report.model_fields["schema_"].default,
        tool=Tool(version=__version__, packs={pack.id: f"{pack.version} {pack.digest}" for pack in packs}),
        sources=tuple(_entry(article) for article in story.articles),
        coverage=story.coverage,
        claims=tuple(
            sorted(
                (linked.claim for linked in story.claims),
                key=lambda claim: (claim.source, claim.evidence[0].start, claim.id),
            )
        ),
        roots=story.roots,
        facts=story.facts,
        findings=tuple(findings),
        gate=gate,
    )


def _entry(article: Article) -> SourceEntry:
    return SourceEntry(
        source=article.source,
        path=article.path,
        language=article.language,
        published=article.published,
        modified=article.modified,
        hints=article.hints,
        line_starts=line_starts(article.text),
        sha256=article.sha256,
    )


def check_paths(
    paths: Sequence[str | Path],
    *,
    packs: Packs = None,
    language: str | None = None,
    published: str | None = None,
    policy: Policy = AS_THE_PACKS_SAY,
    reader: Reader = examine_all,
    reports: Reports = anew,
) -> Outcome:
    """Check the articles of files and story folders. One that cannot be read is a problem; the rest is judged."""
    loaded = policy.applied(packs_of(packs))
    reading = read_stories(paths, language=language, published=published)
    if not reading.articles:
        return Outcome(None, reading.problems)
    inputs = Inputs(reading.articles, loaded, policy)
    report = reports(inputs, lambda: judge_story(reader(reading.articles, loaded), loaded, policy=policy))
    return Outcome(report, reading.problems)


def check_texts(texts: Iterable[Sequence[Any]], *, packs: Packs = None) -> Report:
    """Check texts in memory: (source id, text, language or None[, published ISO day or None]) each.

    Raises `InputError` for two texts with one id, or a text without words.
    """
    loaded = packs_of(packs)
    articles, problems, seen = [], [], set()
    for source_id, text, *rest in texts:
        if source_id in seen:
            problems.append(Problem(str(source_id), "two texts have this source id", "give each its own"))
            continue
        seen.add(source_id)
        language = rest[0] if rest else None
        published = str(rest[1]) if len(rest) > 1 and rest[1] else None
        articles.append(article_from_text(source_id, text, language=language, published=published))
    raise_all(InputError, problems)
    return judge_story((examine(article, loaded) for article in articles), loaded)


def extract_paths(
    paths: Sequence[str | Path],
    *,
    packs: Packs = None,
    language: str | None = None,
    published: str | None = None,
    reader: Reader = examine_all,
) -> Extracted:
    """The claims of the articles of files and story folders, as records of a claims file."""
    loaded = packs_of(packs)
    reading = read_stories(paths, language=language, published=published)
    examined = reader(reading.articles, loaded)
    records = tuple(record for one in examined for record in claims_records(one.article, one.claims))
    return Extracted(records, reading.problems)


def compare_files(paths: Sequence[str | Path], *, packs: Packs = None, policy: Policy = AS_THE_PACKS_SAY) -> Outcome:
    """Judge the claims of claims files, made by `extract_paths`, by a person or by another program."""
    from checker.values.reading import mentions_of, read

    loaded = policy.applied(packs_of(packs))
    read_files = read_claims([Path(path) for path in paths])
    if not read_files.articles:
        return Outcome(None, read_files.problems)
    examined = []
    for article in read_files.articles:
        reading = read(prose(article), article.language, article.published) if article.text else None
        mentions = mentions_of(reading) if reading else ()
        own = tuple(claim for claim in read_files.claims if claim.source == article.source.id)
        examined.append(Examined(article, mentions, own))
    return Outcome(judge_story(examined, loaded, policy=policy), read_files.problems)


def validate_file(path: str | Path) -> tuple[Problem, ...]:
    """What is wrong with a claims file, a report, claim or article in JSON, a sources.toml, waivers, or a rule pack.

    A file of a pack stands for its pack. Empty where all is well.
    """
    try:
        kind, place = document(Path(path))
        if kind == "pack":
            return tuple(problems_of_packs([place]))
    except CheckerError as error:
        return error.problems
    if kind == "sources":
        return tuple(sources_file(place).problems)
    return read_claims([place]).problems if kind == "claims" else document_problems(place)


def test_rules(packs: Packs = None, selection: Sequence[str] | None = None) -> tuple[CaseResult, ...]:
    """Run the cases of packs, or of the rules and packs in `selection`. Cases may use what all built-in packs know.

    Raises `PackError` also for rules that lack a case that fires, one that is silent, or one on the boundary.
    """
    raise_all(PackError, problems_of_packs(packs, selection))
    tested = load_packs(packs, cases=True)
    known = {pack.id: pack for pack in (*packs_of(None), *packs_of(packs))}
    together = tuple(known.values())
    return tuple(run_cases(tested, selection, lambda case: _check_case(case, together)))


test_rules.__test__ = False  # type: ignore[attr-defined]  # a name the field uses; not a test of pytest's


def article_of(text: CaseText) -> Article:
    """The article of a text of a case."""
    source = Source(id=text.id, credit=text.credit)
    return article_from_text(text.id, text.text, language=text.language, published=text.published, source=source)


def _check_case(case: RuleCase, packs: Sequence[RulePack]) -> Report:
    return judge_story((examine(article_of(text), packs) for text in case.articles), packs, case.draft)
