"""Sightings that cannot both be true, and claims that stand against each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from wherewhen.itinerary.distance import km
from wherewhen.languages import fold
from wherewhen.model.claim import Status
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Conflict, Sighting
from wherewhen.times.bounds import overlaps

KM_A_DAY = ((1830, 250.0), (1920, 1200.0), (9999, 20000.0))
"""The farthest that people got in a day before the year: by horse and sail, by rail and steam, by air."""
_TOO_FAR = ("itinerary.too_far_same", "itinerary.too_far_next", "itinerary.too_far")
"""By the days that may lie between: none, one, up to three."""


def conflicts(sightings: Sequence[Sighting]) -> tuple[Conflict, ...]:
    """Pairs in which one contradicts the other, each with its ground."""
    found = (_denied(a, b) or _impossible(a, b) for a, b in combinations(sightings, 2))
    return tuple(conflict for conflict in found if conflict)


def _denied(a: Sighting, b: Sighting) -> Conflict | None:
    """A claim and a denial of it: same place, times that touch."""
    denial, claim = (a, b) if a.status is Status.DENIED else (b, a)
    if denial.status is not Status.DENIED or not claim.status.claimed:
        return None
    same = fold(denial.place.name("en")) == fold(claim.place.name("en")) and denial.place.surface != ""
    if not same or not overlaps(denial.when, claim.when):
        return None
    names = {"place": claim.place.name("en"), "place_ar": claim.place.name("ar")}
    reason = Reason.of("itinerary.denied", denial.lead.span, **names)
    return Conflict((claim.id, denial.id), reason)


def _impossible(a: Sighting, b: Sighting) -> Conflict | None:
    """Two far places on the same day or so, farther apart than anyone could travel."""
    if not (a.status.claimed and b.status.claimed and a.place.point and b.place.point):
        return None
    if not (a.when.earliest and a.when.latest and b.when.earliest and b.when.latest):
        return None
    days = max((a.when.latest - b.when.earliest).days, (b.when.latest - a.when.earliest).days)
    if days > 3:
        return None
    distance = km(a.place.point, b.place.point) - (a.place.radius_km or 0) - (b.place.radius_km or 0)
    reach = next(limit for year, limit in KM_A_DAY if a.when.latest.year < year) * max(1, days)
    if distance <= reach:
        return None
    reason = Reason.of(_TOO_FAR[min(days, 2)], b.lead.span, km=round(distance))
    return Conflict((a.id, b.id), reason)
