"""Where a document is at home: what its publisher's name, its address and its vocabulary tell."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from urllib.parse import urlsplit

from wherewhen.languages import lexicon
from wherewhen.model.document import Document
from wherewhen.model.place import Point
from wherewhen.places.gazetteer import Gazetteer
from wherewhen.places.ranking import Home
from wherewhen.places.reading import Words, folded
from wherewhen.places.spotting import spot

_DOMAINS = {"uk": "GB"}
_GENERIC = frozenset("com org net info edu gov int mil biz tv fm me io ai co ly".split())
_AMERICAN = frozenset(("edu", "gov", "mil"))
_ENOUGH = 6


def home_of(document: Document, words: Words, gazetteer: Gazetteer) -> Home:
    """Countries (0..1) and points for which the document speaks, and its address as one word."""
    countries = _given_away(words, document.language)
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    ending = host.rpartition(".")[2]
    if len(ending) == 2 and ending not in _GENERIC:
        countries[_DOMAINS.get(ending, ending.upper())] = 1.0
    elif ending in _AMERICAN:
        countries["US"] = 1.0
    return Home(countries, _publisher(document, gazetteer), host.rpartition(".")[0])


def _publisher(document: Document, gazetteer: Gazetteer) -> tuple[Point, ...]:
    name = document.publisher or ""
    if not name or re.search(r"\.\w{2,3}$", name):
        return ()
    points = []
    for found in spot(Words.of(name), gazetteer):
        best = max(found.entries, key=lambda e: e.population)
        if not found.demonym and best.population > 20_000:
            points.append(best.point)
    return tuple(points[:3])


def _given_away(words: Words, language: str) -> dict[str, float]:
    """Countries whose institutions and idioms the text uses, by how often."""
    table, opening = _telltale(language)
    counts: Counter[str] = Counter()
    for number, key in enumerate(words.keys):
        countries = table.get(key, ())
        if not countries and key in opening:
            countries = table.get(f"{key} {words.key(number + 1)}", ())
        for country in countries:
            counts[country] += 1
    total = sum(counts.values())
    return {c: n / total * math.sqrt(min(n, _ENOUGH) / _ENOUGH) for c, n in counts.items()}


@cache
def _telltale(language: str) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Countries by phrase, and the words with which phrases of two words begin."""
    table: dict[str, list[str]] = {}
    for country, phrases in lexicon(language, "places_words").get("telltale", {}).items():
        for phrase in phrases:
            table.setdefault(folded(phrase), []).append(country)
    opening = frozenset(phrase.partition(" ")[0] for phrase in table if " " in phrase)
    return {phrase: tuple(countries) for phrase, countries in table.items()}, opening
