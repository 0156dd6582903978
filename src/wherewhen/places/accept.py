"""Which of the matches are names of places: the longest that the learned score believes."""

from __future__ import annotations

from wherewhen.places.literal import embedded
from wherewhen.places.named import Named, name
from wherewhen.places.reading import Words
from wherewhen.places.recognition import Scene, score, weight
from wherewhen.places.spotting import Spotted

BELIEVED = 0.35
HARDLY = 0.02
KNOWN = 3.9
_DEMONYM = 0.9
Stretch = tuple[int, int]


def accept(words: Words, spotted: list[Spotted], language: str, taken: list[Stretch]) -> list[Named]:
    """Names without overlap, in the order of the text; ``taken`` are stretches known to be persons."""
    scene = Scene(words, spotted, language)
    believed: list[tuple[int, float, Spotted]] = []
    for spot in spotted:
        if any(start < spot.end and spot.start < end for start, end in taken):
            continue
        likely = _DEMONYM if spot.demonym else score(scene, spot)
        if likely < BELIEVED and not spot.demonym and _part(scene, spot, likely):
            likely = BELIEVED
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


def _part(scene: Scene, spot: Spotted, likely: float) -> bool:
    """A well-known place inside the name of a body ("Kentucky State Police") is named, if not meant."""
    if likely < HARDLY or not embedded(scene.words, spot.first, spot.last, scene.language):
        return False
    best = max(spot.entries, key=weight)
    return weight(best) >= KNOWN and not scene.of_person(spot)
