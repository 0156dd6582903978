"""The order of sightings, the journeys that sources state, the gaps between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from wherewhen.itinerary.conflicts import conflicts
from wherewhen.itinerary.distance import between
from wherewhen.model.itinerary import Gap, Itinerary, Leg
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Conflict, Sighting

LONG_GAP = 30
"""Days without any sighting that are worth saying."""


def derive(sightings: Sequence[Sighting], further: Sequence[Conflict] = ()) -> Itinerary:
    """Only sightings that somebody claims and that have a date are put in order.

    ``further`` conflicts are those that the claims show before they are joined.
    """
    dated = sorted((s for s in sightings if s.status.claimed and not s.when.unknown), key=_position)
    return Itinerary(
        order=tuple(s.id for s in dated),
        legs=tuple(_leg(a, b) for a, b in pairwise(dated)),
        gaps=tuple(gap for a, b in pairwise(dated) if (gap := _gap(a, b))),
        conflicts=(*conflicts(sightings), *further),
    )


def _position(sighting: Sighting) -> tuple[date, date]:
    when = sighting.when
    earliest, latest = when.earliest or when.latest, when.latest or when.earliest
    assert earliest and latest
    return latest, earliest


def _leg(a: Sighting, b: Sighting) -> Leg:
    journey = _stated(a, b)
    return Leg(a.id, b.id, journey is not None, between(a.place, b.place), _days(a, b), journey)


def _stated(a: Sighting, b: Sighting) -> Reason | None:
    """One passage that tells of leaving the one place and reaching the other."""
    for start in a.claims:
        for end in b.claims:
            same = start.span.document == end.span.document and start.span.overlaps(end.span)
            if same and start.role in ("leaving", "arriving") and end.role in ("arriving", "treated", "held"):
                return Reason.of("itinerary.stated", end.span, **_ends(a, b))
    return None


def _ends(a: Sighting, b: Sighting) -> dict[str, str]:
    english = {"start": a.place.name("en"), "end": b.place.name("en")}
    return english | {"start_ar": a.place.name("ar"), "end_ar": b.place.name("ar")}


def _days(a: Sighting, b: Sighting) -> tuple[int | None, int | None]:
    least = (b.when.earliest - a.when.latest).days if b.when.earliest and a.when.latest else None
    most = (b.when.latest - a.when.earliest).days if b.when.latest and a.when.earliest else None
    return (max(0, least) if least is not None else None, most)


def _gap(a: Sighting, b: Sighting) -> Gap | None:
    least, _ = _days(a, b)
    return Gap(a.id, b.id, least) if least is not None and least > LONG_GAP else None
