"""Which of the matches are names of places: the longest that the learned score believes."""

from __future__ import annotations

from wherewhen.places.gazetteer import Naming
from wherewhen.places.named import Named, name
from wherewhen.places.reading import Words
from wherewhen.places.recognition import Scene, score
from wherewhen.places.spotting import Spotted

BELIEVED = 0.5
Stretch = tuple[int, int]


def accept(words: Words, spotted: list[Spotted], language: str, taken: list[Stretch]) -> list[Named]:
    """Names without overlap, in the order of the text; ``taken`` are stretches known to be persons."""
    scene = Scene(words, spotted, language)
    believed: list[tuple[int, float, Spotted]] = []
    for spot in spotted:
        if any(start < spot.end and spot.start < end for start, end in taken):
            continue
        likely = _demonym(spot, words) if spot.demonym else score(scene, spot)
        if likely >= BELIEVED:
            believed.append((spot.end - spot.start, likely, spot))
    believed.sort(key=lambda b: (-b[0], -b[1], b[2].start))
    kept: list[Named] = []
    used: set[int] = set()
    for _, likely, spot in believed:
        if used.isdisjoint(range(spot.first, spot.last)):
            used.update(range(spot.first, spot.last))
            kept.append(name(spot, likely, words, language))
    return sorted(kept, key=lambda n: n.start)


def _demonym(spot: Spotted, words: Words) -> float:
    """Peoples are taken as written; only a capital tells "Polish" from "polish"."""
    return 0.9 if any(e.naming is Naming.DEMONYM for e in spot.entries) and words.forms[spot.first] else 0.0
