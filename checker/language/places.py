"""One name for a place in all languages: the first English name of `places.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from checker.built import built
from checker.language.gazetteer import gazetteer

HERE = Path(__file__).parent
_GROUND = re.compile(r"\A(?:(?:le |the )?(?:sol|territoire) (\S+)|(\S+) (?:soil|territory))")


@lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(sign if sign.isalnum() else " " for sign in apart if not unicodedata.combining(sign))
    return " ".join(kept.split()).removeprefix("the ")


@built
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Any form of a place's name -> its English name; country code -> English name."""
    data = tomllib.loads((HERE / "places.toml").read_text("utf-8"))
    forms: dict[str, str] = {}
    countries: dict[str, str] = {}
    for line in data["countries"].strip().split("\n"):
        code, english, french, *_ = line.split("|")
        countries[code] = english.split(",")[0]
        for name in (*english.split(","), *french.split(",")):
            forms.setdefault(_plain(name), countries[code])
    lines = [line.partition("|")[2] for line in data["cities"].strip().split("\n")]
    lines += [line.rpartition("|")[2] for line in data["countries"].strip().split("\n")]
    for entry in ",".join([*lines, data["regions"]]).replace("\n", ",").split(","):
        english, _, french = entry.strip().replace("!", "").partition("=")
        name, *_ = english.split("/")
        for spelling in (*english.split("/"), *french.split("/")):
            if spelling:
                forms.setdefault(_plain(spelling), name)
    return forms, countries


def country_name(code: str) -> str:
    """The English name of a country by its ISO 3166-1 alpha-2 code; the code itself where it is not listed."""
    return _names()[1].get(code, code)


def is_country(name: str) -> bool:
    """Whether a place's English name is that of a country."""
    return name in _country_names()


@cache
def _country_names() -> frozenset[str]:
    return frozenset(_names()[1].values())


def place_name(text: str) -> str | None:
    """The English name of the place that `text` names in English or French, None where it is not a known place.

    *American soil*, *le sol américain* are the country.
    """
    forms, countries = _names()
    plain = _plain(text)
    if plain in forms:
        return forms[plain]
    if match := _GROUND.fullmatch(" ".join(text.casefold().split())):
        adjective = match[1] or match[2]
        code = gazetteer("fr" if match[1] else "en").nations.get(adjective)
        return countries.get(code) if code else None
    return None
