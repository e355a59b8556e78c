"""A draft with two errors, one without, and the two sources they are judged against."""

from __future__ import annotations

from pathlib import Path

DRAFT = """---
title: Trump bans deals with Alipay
---

# President signs order

On 5 January 2021 President Donald Trump signed an order banning deals with Alipay within 60 days.

A fire in Marseille on Monday 4 January 2021 killed 12 people.
"""
GOOD = DRAFT.replace("60 days", "45 days").replace("12 people", "14 people")
WIRE = """On 5 January 2021 President Donald Trump signed an order banning deals with Alipay within 45 days.

Fire in Marseille: 12 people were killed in the fire on Monday 4 January 2021, and 30 people were injured.
"""
AGENCE = """Le président Donald Trump a signé le 5 janvier 2021 un décret interdisant d'ici 45 jours les affaires
avec Alipay.

Incendie à Marseille : 14 personnes tuées dans l'incendie de lundi 4 janvier 2021, et 30 personnes blessées.
"""
DAYS = """[sources.wire]
published = "2021-01-05"
[sources.agence]
published = "2021-01-06"
"""


def lay_out(folder: Path) -> None:
    """Write the drafts into a folder, and the sources with their days into a folder in it."""
    (folder / "sources").mkdir()
    for name, text in (("wire.txt", WIRE), ("agence.txt", AGENCE), ("sources.toml", DAYS)):
        (folder / "sources" / name).write_text(text, "utf-8")
    (folder / "draft.md").write_text(DRAFT, "utf-8")
    (folder / "good.md").write_text(GOOD, "utf-8")
