"""The itinerary of what goes out, told so that nothing shows where a withheld sighting stood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from wherewhen.model.dossier import Dossier
from wherewhen.publication.edition import Edition
from wherewhen.publication.geometry import kilometres
from wherewhen.publication.public import PublicItinerary, PublicLeg, PublicSighting

_LEAST_GAP = 30
Found = Mapping[str, PublicSighting]


def journey(
    dossier: Dossier, ids: Mapping[str, str], sightings: Sequence[PublicSighting], edition: Edition
) -> PublicItinerary:
    """Order, legs, gaps and conflicts by public ids.

    Stated journeys are kept; neighbours and gaps are measured anew among the sightings that go out.
    """
    itinerary, found = dossier.itinerary, {s.id: s for s in sightings}
    order = tuple(ids[i] for i in itinerary.order if i in ids)
    stated = [
        (ids[leg.start], ids[leg.end])
        for leg in itinerary.legs
        if leg.stated and {leg.start, leg.end} <= {*ids}
    ]
    between = {(ids[leg.start], ids[leg.end]) for leg in itinerary.legs if {leg.start, leg.end} <= {*ids}}
    complete = len(ids) == len(dossier.sightings)
    neighbours = [p for p in pairwise(order) if p in between or not complete]
    legs = [*((*p, True) for p in stated), *((*p, False) for p in neighbours if p not in stated)]
    place = {identifier: n for n, identifier in enumerate(order)}
    legs.sort(key=lambda leg: (place.get(leg[0], len(order)), place.get(leg[1], len(order)), leg[0], leg[1]))
    gaps = [(ids[g.after], ids[g.before], g.days) for g in itinerary.gaps if {g.after, g.before} <= {*ids}]
    return PublicItinerary(
        order=order,
        legs=tuple(_leg(found[a], found[b], stated) for a, b, stated in legs),
        gaps=tuple(gaps if complete else _gaps(order, found)),
        conflicts=edition.conflicts(itinerary.conflicts, ids),
    )


def _leg(start: PublicSighting, end: PublicSighting, stated: bool) -> PublicLeg:
    return PublicLeg(start.id, end.id, stated, _distance(start, end), _days(start, end))


def _distance(start: PublicSighting, end: PublicSighting) -> float | None:
    a, b = start.place, end.place
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return round(kilometres(a.lat, a.lon, b.lat, b.lon), 1)


def _days(start: PublicSighting, end: PublicSighting) -> tuple[int | None, int | None]:
    """(least, most) days between the end of one and the beginning of the other."""
    least = _between(start.time.latest, end.time.earliest)
    return (None if least is None else max(0, least)), _between(start.time.earliest, end.time.latest)


def _between(first: date | None, last: date | None) -> int | None:
    return (last - first).days if first and last else None


def _gaps(order: Sequence[str], found: Found) -> list[tuple[str, str, int]]:
    """Neighbours with at least a month surely between them."""
    pairs = pairwise(order)
    measured = [(a, b, _days(found[a], found[b])[0] or 0) for a, b in pairs]
    return [gap for gap in measured if gap[2] >= _LEAST_GAP]
