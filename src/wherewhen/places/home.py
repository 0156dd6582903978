"""Where a document was published: what its publisher's name and its address tell."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from wherewhen.model.document import Document
from wherewhen.places.gazetteer import Gazetteer
from wherewhen.places.ranking import Home
from wherewhen.places.reading import Words
from wherewhen.places.spotting import spot

_LONGEST_LABEL = 24
_DOMAINS = {"uk": "GB"}
_GENERIC = frozenset("com org net info edu gov int mil biz tv fm me io ai co ly".split())


def home_of(document: Document, gazetteer: Gazetteer) -> Home:
    """Countries and points for which publisher and address speak; empty where they say nothing."""
    countries: set[str] = set()
    if document.url:
        ending = (urlsplit(document.url).hostname or "").rpartition(".")[2]
        if len(ending) == 2 and ending not in _GENERIC:
            countries.add(_DOMAINS.get(ending, ending.upper()))
    points = []
    if document.publisher and not re.search(r"\.\w{2,3}$", document.publisher):
        for name in spot(Words.of(document.publisher), gazetteer):
            best = max(name.entries, key=lambda e: e.population)
            if not name.demonym and best.population > 20_000:
                points.append(best.point)
    return Home(frozenset(countries), tuple(points[:3]))
