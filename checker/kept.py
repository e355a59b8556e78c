"""Articles read and judged once: what was read in an article, and the report on articles, are kept under everything
that each depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from unicodedata import unidata_version

from pydantic import TypeAdapter, ValidationError

from checker import __version__
from checker.built import digest_of
from checker.cache import Cache, reading_digest
from checker.model.claim import Claim
from checker.model.report import Report
from checker.model.rule import RulePack
from checker.model.source import Article
from checker.model.value import Mention
from checker.pipeline import Examined, Inputs, Reader

_READ: TypeAdapter[tuple[tuple[Mention, ...], tuple[Claim, ...]]] = TypeAdapter(
    tuple[tuple[Mention, ...], tuple[Claim, ...]]
)


def packed(examined: Examined) -> bytes:
    """What was read in an article, without the article."""
    return _READ.dump_json((examined.mentions, examined.claims))


def unpacked(article: Article, content: bytes) -> Examined | None:
    """What was read in the article; None where the content is not what `packed` makes."""
    try:
        return Examined(article, *_READ.validate_json(content))
    except ValidationError:
        return None


def name_of(article: Article, packs: Sequence[RulePack]) -> str:
    """The name of the entry: a digest of the article (its text by its hash), the packs, and what reads them."""
    versions = [(pack.id, pack.digest) for pack in packs]
    return _digest(reading_digest(), versions, article.model_dump_json(exclude={"text", "path"}))


def name_of_report(inputs: Inputs) -> str:
    """The name of the entry: a digest of the articles, the packs, the policy, and all of the code and data."""
    code = (__version__, unidata_version, digest_of("."))
    versions = [(pack.id, pack.digest) for pack in inputs.packs]
    policy = (inputs.policy.ignore, sorted(inputs.policy.severity.items()), inputs.policy.omitted_roots)
    articles = [article.model_dump_json(exclude={"text"}) for article in inputs.articles]
    return _digest(code, versions, policy, list(inputs.drafts), articles)


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()


class Kept:
    """A reader that reads only what the cache does not hold, by another reader, and keeps that."""

    def __init__(self, cache: Cache, reader: Reader) -> None:
        self.cache, self.reader = cache, reader

    def __call__(self, articles: Sequence[Article], packs: Sequence[RulePack]) -> Iterator[Examined]:
        names = {article.source.id: name_of(article, packs) for article in articles}
        known = {article.source.id: self._known(article, names[article.source.id]) for article in articles}
        missing = [article for article in articles if known[article.source.id] is None]
        read = iter(self._read(missing, packs, names))
        yield from (known[article.source.id] or next(read) for article in articles)
        if missing:
            self.cache.trim()

    def _known(self, article: Article, name: str) -> Examined | None:
        content = self.cache.get(name)
        examined = unpacked(article, content) if content is not None else None
        if content is not None and examined is None:
            self.cache.drop(name)
        return examined

    def _read(
        self, articles: Sequence[Article], packs: Sequence[RulePack], names: dict[str, str]
    ) -> Iterable[Examined]:
        for examined in self.reader(articles, packs) if articles else ():
            self.cache.put(names[examined.article.source.id], packed(examined))
            yield examined


class KeptReports:
    """Reports made only where the cache does not hold them."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def __call__(self, inputs: Inputs, make: Callable[[], Report]) -> Report:
        name = name_of_report(inputs)
        content = self.cache.get(name)
        if content is not None:
            try:
                return Report.model_validate_json(content)
            except ValidationError:
                self.cache.drop(name)
        report = make()
        if not any(finding.cause == "crash" for finding in report.findings):
            self.cache.put(name, report.model_dump_json(by_alias=True).encode())
            self.cache.trim()
        return report
