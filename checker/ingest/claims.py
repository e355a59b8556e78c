"""Claims files: JSON Lines between extraction and comparison, that people and other programs can edit or supply.

Each line is an article record (who publishes, language, text if at hand) or a claim record. Every line is validated
against its schema, and where the text is there, every piece of evidence against the text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from checker import schemas
from checker.errors import Problem
from checker.model.claim import Claim
from checker.model.source import Article


class ClaimsRead(NamedTuple):
    """What claims files hold, sorted by source and claim id, and what is wrong with them."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def claims_records(article: Article, claims: Sequence[Claim]) -> Iterator[dict[str, Any]]:
    """The records of one article: itself with its text, then its claims."""
    yield {"record": "article", **article.model_dump(mode="json", exclude_none=True)}
    for claim in claims:
        yield {"record": "claim", **claim.model_dump(mode="json", exclude_none=True)}


def read_claims(paths: Sequence[Path]) -> ClaimsRead:
    """Read claims files. A line that breaks its schema is a problem with its file, line and JSON path; the rest is
    kept.
    """
    articles: dict[str, tuple[Article, str]] = {}
    claims: dict[str, tuple[Claim, str]] = {}
    problems: list[Problem] = []
    for path in paths:
        for where, record in _records(path, problems):
            found = schemas.validate(record, "claims-record", where)
            problems += found
            if found:
                continue
            kind = record.pop("record")
            if kind == "article":
                article = _without_odds(Article.model_validate({"text": "", **record}), where, problems)
                _once(articles, article.source.id, article, where, "source id", problems)
            else:
                claim = Claim.model_validate(record)
                _once(claims, claim.id, claim, where, "claim id", problems)
    kept = [claim for claim, where in claims.values() if _fits(claim, where, articles, problems)]
    return ClaimsRead(
        tuple(sorted((article for article, _ in articles.values()), key=lambda article: article.source.id)),
        tuple(sorted(kept, key=lambda claim: (claim.source, claim.id))),
        tuple(sorted(set(problems))),
    )


def _records(path: Path, problems: list[Problem]) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except OSError as error:
        problems.append(Problem(str(path), f"cannot be read: {error.strerror}", "give a claims file that exists"))
        return
    except UnicodeDecodeError as error:
        problems.append(Problem(str(path), f"is not UTF-8 at byte {error.start}", "save it as UTF-8"))
        return
    if not any(line.strip() for line in lines):
        problems.append(Problem(str(path), "it is empty", "make one with checker extract"))
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            what = f"it is not JSON: {error.msg} at column {error.colno}"
            problems.append(Problem(where, what, "write one JSON object a line"))
            continue
        if isinstance(record, dict):
            yield where, record
        else:
            problems.append(Problem(where, "it is not a JSON object", "write one JSON object a line"))


def _once(
    known: dict[str, tuple[Any, str]], name: str, one: object, where: str, what: str, problems: list[Problem]
) -> None:
    if name in known:
        problems.append(Problem(where, f"the {what} '{name}' stands in {known[name][1]} too", "give each its own"))
    else:
        known[name] = (one, where)


def _without_odds(article: Article, where: str, problems: list[Problem]) -> Article:
    """The article without the days that no calendar has, which a schema cannot see, nor a text of another sha256."""
    actual = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    if article.text and article.sha256 != actual:
        problems.append(Problem(f"{where}: $.sha256", "it is not that of the text", f"write {actual}"))
    for key, said in (("published", article.published), ("modified", article.modified)):
        if said is not None and not _is_day(said[:10]):
            what, remedy = f"there is no such day as {said[:10]}", "write a day of the calendar"
            problems.append(Problem(f"{where}: $.{key}", what, remedy))
            article = article.model_copy(update={key: None})
    return article


def _is_day(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _fits(claim: Claim, where: str, articles: dict[str, tuple[Article, str]], problems: list[Problem]) -> bool:
    """Whether the claim's source is among the articles and its evidence stands in that article's text."""
    if claim.source not in articles:
        remedy = 'add a line with "record": "article" for it'
        problems.append(Problem(f"{where}: $.source", f"no article record has the source id '{claim.source}'", remedy))
        return False
    article = articles[claim.source][0]
    text = article.text
    for number, evidence in enumerate(claim.evidence):
        place = f"{where}: $.evidence[{number}]"
        if evidence.source != claim.source:
            what = f"'{evidence.source}' is not the claim's source, '{claim.source}'"
            problems.append(Problem(f"{place}.source", what, "make a claim of its own for each source"))
            return False
        if evidence.sha256 != article.sha256:
            what = f"it is not the sha256 of the text of '{claim.source}'"
            problems.append(Problem(f"{place}.sha256", what, "take the evidence anew from that text"))
            return False
        if text and text[evidence.start : evidence.end] != evidence.exact:
            what = f"the text has {text[evidence.start : evidence.end][:40]!r} there, not {evidence.exact[:40]!r}"
            problems.append(Problem(f"{place}.exact", what, "copy the words and offsets exactly"))
            return False
    return True
