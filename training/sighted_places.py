"""Names of places and people in documents annotated for sightings, as examples for the scorer of names.

The annotators mark where the subject was, not every place: a name inside a marked place is one, a name inside
the subject's or a companion's is none, and of all others only those count, as none, that the scorer fitted on
fully annotated texts hardly believes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wherewhen.places.gazetteer import Gazetteer
from wherewhen.places.reading import Words
from wherewhen.places.recognition import Scene
from wherewhen.places.spotting import Spotted, spot

OWN = Path(__file__).parent / "paragraphs"
WEIGHT = {"en": 0, "ar": 3}
"""How often each example counts, chosen by halves: in English they cost more names than they bring."""
_LONG = 2
"""Words of a marked place up to which a name at its end is the place itself."""
HARDLY = -2.0
"""A sum of weights below which an unmarked name is taken for none."""
Stretch = tuple[int, int]


def sighted(
    folder: Path, gazetteer: Gazetteer, language: str, table: dict[str, float]
) -> Iterator[tuple[list[str], bool]]:
    """Examples of the annotated documents in FOLDER and of our own paragraphs, as often as they count."""
    if not WEIGHT[language]:
        return
    files = [*(folder / "train" / "sightings").glob(f"{language}-*.json"), *(OWN / language).glob("*.json")]
    for file in sorted(files):
        found = list(_of(json.loads(file.read_text("utf-8")), gazetteer, language, table))
        yield from found * WEIGHT[language]


def _of(
    case: dict[str, Any], gazetteer: Gazetteer, language: str, table: dict[str, float]
) -> Iterator[tuple[list[str], bool]]:
    text = case["text"]
    places = list(_all(text, (gold["place"] for gold in case["sightings"])))
    people = list(_all(text, [case["subject"], *(n for g in case["sightings"] for n in g["companions"])]))
    words = Words.of(text)
    spotted = spot(words, gazetteer)
    scene = Scene(words, spotted, language)
    for name in (candidate for candidate in spotted if not candidate.demonym):
        features = list(scene.features(name))
        verdict = _meant(name, text, places, people)
        if verdict is None and sum(table.get(f, 0.0) for f in features) < HARDLY:
            verdict = False
        if verdict is not None:
            yield features, verdict


def _meant(name: Spotted, text: str, places: list[Stretch], people: list[Stretch]) -> bool | None:
    held = [place for place in places if place[0] < name.end and name.start < place[1]]
    if held:
        start, end = held[0]
        whole = name.start - start <= 4 and name.end >= end - 1
        return whole if whole or len(text[start:end].split()) <= _LONG else None
    return False if any(start < name.end and name.start < end for start, end in people) else None


def _all(text: str, names: Iterator[str] | list[str]) -> Iterator[Stretch]:
    for name in dict.fromkeys(names):
        start = text.find(name) if name else -1
        while start >= 0:
            yield start, start + len(name)
            start = text.find(name, start + 1)
