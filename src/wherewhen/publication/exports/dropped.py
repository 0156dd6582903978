"""What a format could not hold, said beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wherewhen.publication.exports.encoding import json_bytes
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH


@dataclass(frozen=True, slots=True)
class Dropped:
    """``fact`` names a sentence in ``[dropped]`` of wording.toml; ``sightings`` holds the ids it concerns."""

    fact: str
    sightings: tuple[str, ...]


def lost(case: PublicCase, **facts: Callable[[PublicSighting], bool]) -> tuple[Dropped, ...]:
    """One entry for each fact that at least one sighting has: ``lost(case, area=has_area)``."""
    found = ((fact, tuple(s.id for s in case.sightings if has(s))) for fact, has in facts.items())
    return tuple(Dropped(fact, ids) for fact, ids in found if ids)


def sidecar(name: str, entries: Iterable[Dropped]) -> bytes:
    """``NAME.dropped.json``."""
    told = [
        {
            "fact": entry.fact,
            "en": ENGLISH.word("dropped", entry.fact),
            "ar": ARABIC.word("dropped", entry.fact),
            "sightings": list(entry.sightings),
        }
        for entry in entries
    ]
    return json_bytes({"format": name, "dropped": told})


def has_area(sighting: PublicSighting) -> bool:
    return sighting.place.geometry is not None and sighting.place.geometry["type"] != "Point"


def has_radius(sighting: PublicSighting) -> bool:
    return bool(sighting.place.radius_km)


def has_reasons(sighting: PublicSighting) -> bool:
    return bool(sighting.place.reasons or sighting.time.reasons or sighting.reasons)


def has_chain(sighting: PublicSighting) -> bool:
    return bool(sighting.attribution)


def has_conflicts(sighting: PublicSighting) -> bool:
    return bool(sighting.conflicts)


def has_several_claims(sighting: PublicSighting) -> bool:
    return len(sighting.claims) > 1


def is_unplaced(sighting: PublicSighting) -> bool:
    return sighting.place.lat is None and sighting.place.geometry is None


def is_undated(sighting: PublicSighting) -> bool:
    return sighting.time.earliest is None and sighting.time.latest is None


def is_open(sighting: PublicSighting) -> bool:
    """One side of the date is open."""
    return (sighting.time.earliest is None) != (sighting.time.latest is None)


def is_vague(sighting: PublicSighting) -> bool:
    """The date is bounded but not one day."""
    return sighting.time.earliest != sighting.time.latest and not is_open(sighting)
