"""Which of the matches are names of places: the longest that the learned score believes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wherewhen.places.gazetteer import Naming
from wherewhen.places.literal import embedded
from wherewhen.places.named import Named, name
from wherewhen.places.reading import Words
from wherewhen.places.recognition import Scene, listed, score, weight
from wherewhen.places.spotting import Spotted

BELIEVED = {"en": 0.25, "ar": 0.3}  # Arabic has no capitals to warn of common words
BELIEVED_THERE = {"en": 0.25, "ar": 0.15}
"""Behind a word of presence less is asked: "في", "زار", "غادر"."""
HARDLY = 0.02
TOLD = 0.6
OF_PERSON, OF_NAMESAKE = 0.2, 0.4
KNOWN = 3.9
_DEMONYM = 0.9
_ACRONYM = 4
_METROPOLIS = 300_000
Stretch = tuple[int, int]


def accept(words: Words, spotted: list[Spotted], language: str, taken: Sequence[Stretch]) -> list[Named]:
    """Names without overlap, in the order of the text; ``taken`` are stretches known to be persons."""
    scene = Scene(words, spotted, language, taken)
    surnames = {words.key(words.at(*stretch)[1] - 1) for stretch in taken}
    kept: list[Named] = []
    used: set[int] = set()
    for spot in sorted(spotted, key=lambda s: (s.start - s.end, s.start)):
        stretch = range(spot.first, spot.last)
        if not used.isdisjoint(stretch) or any(a < spot.end and spot.start < b for a, b in taken):
            continue
        if spot.demonym and scene.contained(spot):
            spot = replace(spot, entries=tuple(e for e in spot.entries if e.naming is not Naming.DEMONYM))
        likely = _likely(scene, spot, surnames)
        if likely >= (BELIEVED_THERE if scene.behind_presence(spot) else BELIEVED)[language]:
            used.update(stretch)
            kept.append(name(spot, likely, words, language))
    return sorted(kept, key=lambda n: n.start)


def _likely(scene: Scene, spot: Spotted, surnames: set[str]) -> float:
    """Probability that the match is a place's name; peoples are taken as written."""
    if spot.demonym:
        longer = scene.at.get(spot.first)
        return 0.0 if longer is not None and longer.last > spot.last else _DEMONYM
    if {spot.key, _written(scene.words, spot)} & listed(scene.language, "never"):
        return 0.0
    if _acronym(scene.words, spot) or (spot.key in surnames and not scene.of_place(spot)):
        return 0.0
    if _owned(scene, spot) or _opens_a_name(scene, spot):
        return 0.0
    likely = score(scene, spot)
    if scene.told(spot):
        return max(likely, TOLD)
    if scene.visited(spot) and likely >= HARDLY:
        return max(likely, BELIEVED[scene.language])
    if scene.of_person(spot) and not _state(spot):
        likely *= OF_PERSON
    elif scene.only_of_people(spot) or scene.after_a_name(spot) or scene.titled(spot):
        likely *= OF_NAMESAKE
    if likely < BELIEVED[scene.language] and _part(scene, spot, likely):
        return BELIEVED[scene.language]
    return likely


def _written(words: Words, spot: Spotted) -> str:
    """As the text has it: the gazetteer's key may carry an article that is not there."""
    return " ".join(words.key(i) for i in range(spot.first, spot.last))


def _owned(scene: Scene, spot: Spotted) -> bool:
    """ "Its Citadel.": what somebody has is a thing, not a town. "Its Boston office" does name the town."""
    words = scene.words
    if words.key(spot.first - 1) not in listed(scene.language, "owning") or words.gap(spot.last) == " ":
        return False
    return spot.last == spot.first + 1 and all(e.kind.startswith("PPL") for e in spot.entries)


def _opens_a_name(scene: Scene, spot: Spotted) -> bool:
    """ "The Bay of Naples" is no Bay."""
    alone = spot.last == spot.first + 1 and spot.key in listed(scene.language, "opening")
    return alone and scene.words.key(spot.last) == "of"


def _state(spot: Spotted) -> bool:
    return any(e.kind.startswith("PCL") for e in spot.entries)


def _acronym(words: Words, spot: Spotted) -> bool:
    """Short capitals among small letters ("UN", "HIV") are no town, unless a metropolis bears the name."""
    form = words.forms[spot.first]
    if (
        spot.code
        or spot.last > spot.first + 1
        or not form.isupper()
        or not form.isascii()
        or len(form) > _ACRONYM
    ):
        return False
    return all(e.population < _METROPOLIS for e in spot.entries)


def _part(scene: Scene, spot: Spotted, likely: float) -> bool:
    """A well-known place inside the name of a body ("Kentucky State Police") is named, if not meant."""
    if likely < HARDLY or not embedded(scene.words, spot.first, spot.last, scene.language):
        return False
    best = max(spot.entries, key=weight)
    return weight(best) >= KNOWN and not scene.of_person(spot)
