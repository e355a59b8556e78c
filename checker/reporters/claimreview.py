"""Drafts of single reviews in schema.org's ClaimReview, as JSON-LD for a page of fact checks.

The vocabulary knows no relation between two claims, so each camp of a finding is a review of its own, whose rating says
in words how it stands to the others. The checker says that texts differ, never which is right: there is no rating in
figures. Nor is there an author, a page or a day: whoever publishes a review answers for it and adds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.model.claim import Claim
from checker.model.fact import Camp
from checker.model.finding import Finding
from checker.model.report import Report, SourceEntry
from checker.reporters.counts import active, counted
from checker.reporters.given import Given
from checker.reporters.identity import identities
from checker.reporters.jsontext import json_text
from checker.reporters.visible import shortened, visible
from checker.values.words import words_of_value

_LONGEST = 1000


def render(report: Report, given: Given) -> str:
    """A JSON array with a review for each source of each camp of conflicts (but notes) and agreements.

    `<` and `&` are escaped, so that a review can stand in a page's script element whatever an article holds.
    """
    entries = {entry.source.id: entry for entry in report.sources}
    claims = {claim.id: claim for claim in report.claims}
    labels = {fact.key: fact.label for fact in report.facts}
    conflicts = [finding for finding in active(report, "conflict") if finding.severity != "note"]
    findings = [*conflicts, *active(report, "agreement")]
    reviews = []
    for finding, name in zip(findings, identities(findings), strict=True):
        about = labels.get(finding.fact, f"{finding.fact.subject}, {finding.fact.attribute}") if finding.fact else ""
        for camp in finding.camps:
            claim = _shown(f"{about}: {words_of_value(camp.value)}" if about else words_of_value(camp.value))
            rating = {"@type": "Rating", "alternateName": _rating(finding, camp)}
            for item in _items(camp, entries, claims):
                reviews.append(
                    {
                        "@context": "https://schema.org",
                        "@type": "ClaimReview",
                        "identifier": name,
                        "claimReviewed": claim,
                        "itemReviewed": item,
                        "reviewRating": rating,
                        "reviewBody": _shown(finding.message),
                    }
                )
    return json_text(reviews).replace("&", "\\u0026").replace("<", "\\u003c")


def _rating(finding: Finding, camp: Camp) -> str:
    """How a camp stands to the others."""
    if finding.verdict == "agreement":
        return f"Agreed by {counted(finding.roots or 1, 'independent origin')}"
    others = [f"{words_of_value(other.value)} ({', '.join(other.sources)})" for other in finding.camps if other != camp]
    return _shown(f"Contradicted by {'; '.join(others)}" if others else "Contradicts itself")


def _items(camp: Camp, entries: Mapping[str, SourceEntry], claims: Mapping[str, Claim]) -> Iterator[dict[str, Any]]:
    """The claim as each source of the camp makes it: whose word it gives it for, and its first words."""
    made = [claims[name] for name in camp.claims if name in claims]
    first = {evidence.source: evidence for evidence in reversed(camp.evidence)}
    for source in camp.sources:
        item: dict[str, Any] = {"@type": "Claim"}
        if source in first:
            item["text"] = first[source].exact
        if speakers := sorted({one.attribution.speaker for one in made if one.source == source and one.attribution}):
            item["author"] = [{"@type": "Person", "name": speaker} for speaker in speakers]
        item["appearance"] = _article(source, entries.get(source))
        yield item


def _article(source: str, entry: SourceEntry | None) -> dict[str, Any]:
    article: dict[str, Any] = {"@type": "NewsArticle", "identifier": source}
    if entry is not None:
        article["inLanguage"] = entry.language
        if entry.source.url:
            article["url"] = entry.source.url
        if entry.published:
            article["datePublished"] = entry.published
        if entry.source.publisher:
            article["publisher"] = {"@type": "Organization", "name": entry.source.publisher}
    return article


def _shown(text: str) -> str:
    return shortened(visible(text), _LONGEST)
