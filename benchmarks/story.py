"""A made-up story of any number of articles, English and French, that tell the same accident with varied figures."""

from __future__ import annotations

from random import Random

ENGLISH = (
    "A ferry with {aboard} passengers sank off {place} on Tuesday 3 March 2026, killing at least {dead} people.",
    "{hurt} people were injured and {moved} residents were evacuated, transport minister {minister} said.",
    "“We want to know why {boats} boats were at sea in such a wind,” said {minister}.",
    "Repairs to the harbour will cost about {cost} million euros and take {days} days, according to {firm}.",
    "{firm} employs {staff} people, {share}% of them in {place}.",
    "Rescue teams from {lands} countries, including France, Spain and Ireland, arrived within {hours} hours.",
    "The ferry was launched in {year} and last inspected on {day} January 2026.",
    "{minister} signed an order on Thursday banning {boats} boats from the harbour within {days} days.",
    "Nearly {homes} homes lost power for {hours} hours after the storm.",
)
FRENCH = (
    "Un ferry transportant {aboard} passagers a coulé au large de {place} mardi 3 mars 2026, faisant au moins {dead}"
    " morts.",
    "{hurt} personnes ont été blessées et {moved} habitants évacués, a déclaré la ministre des Transports {minister}.",
    "« Nous voulons savoir pourquoi {boats} bateaux étaient en mer par un tel vent », a dit {minister}.",
    "Les réparations du port coûteront environ {cost} millions d’euros et dureront {days} jours, selon {firm}.",
    "{firm} emploie {staff} personnes, dont {share} % à {place}.",
    "Des secouristes de {lands} pays, dont la France, l’Espagne et l’Irlande, sont arrivés en {hours} heures.",
    "Le ferry avait été mis à l’eau en {year} et inspecté pour la dernière fois le {day} janvier 2026.",
    "{minister} a signé jeudi un décret interdisant {boats} bateaux dans le port d’ici {days} jours.",
    "Près de {homes} foyers ont été privés d’électricité pendant {hours} heures après la tempête.",
)
USUAL = {
    "aboard": 184, "dead": 12, "hurt": 37, "moved": 450, "boats": 9, "cost": 14, "days": 45, "staff": 2300, "share": 60,
    "lands": 3, "hours": 30, "year": 1998, "day": 14, "homes": 5200,
}  # fmt: skip
NAMES = {"place": "Marenne", "minister": "Claire Aubert", "firm": "Northline Ferries"}
ONE_IN = 12
"""One figure in so many is told otherwise than in most articles."""


def articles(count: int, seed: int = 1) -> list[tuple[str, str, str, str]]:
    """`count` articles as (source id, text, language, publication day), the same for the same arguments."""
    return [_article(number, Random(f"{seed} {number}")) for number in range(count)]


def _article(number: int, chance: Random) -> tuple[str, str, str, str]:
    language, sentences = ("en", ENGLISH) if chance.random() < 0.5 else ("fr", FRENCH)
    figures = {name: usual + chance.randrange(1, 9) * _seldom(chance) for name, usual in USUAL.items()}
    told = chance.sample(sentences, chance.randrange(5, len(sentences) + 1))
    paragraphs = [sentence.format(**figures, **NAMES) for sentence in sorted(told, key=sentences.index)]
    return f"source-{number:05}", "\n\n".join(paragraphs), language, f"2026-03-{chance.randrange(4, 7):02}"


def _seldom(chance: Random) -> bool:
    return chance.randrange(ONE_IN) == 0
