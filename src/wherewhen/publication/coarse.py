"""Places made coarser than they are known: one fixed grid, so that nothing can be averaged away."""

from __future__ import annotations

import math
from dataclasses import replace

from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.publication.policy import Policy

_KM_PER_DEGREE = 111.32
_FINE = (Precision.SITE, Precision.SETTLEMENT, Precision.DISTRICT)


def coarsened(place: Place, policy: Policy) -> Place:
    """The place as the policy lets it out; equal for every true point inside one cell of the grid."""
    if place.kind in policy.sheltered:
        return _surroundings(place, policy.grid_km or 5.0)
    if policy.grid_km is None or place.point is None or place.precision not in _FINE:
        return place
    return _snapped(place, policy.grid_km)


def _snapped(place: Place, grid_km: float) -> Place:
    assert place.point is not None
    half_diagonal = round(grid_km * math.sqrt(2) / 2, 3)
    radius = max(half_diagonal, math.ceil((place.radius_km or 0.0) / grid_km) * grid_km)
    why = (Reason.of("place.coarsened", km=math.ceil(radius)),)
    point = _cell(place.point, grid_km)
    blind = replace(place, gazetteer_id=None, area=None, reasons=why, losers=())
    return replace(blind, point=point, radius_km=radius)


def _surroundings(place: Place, grid_km: float) -> Place:
    """A sheltered place is told only by what contains it."""
    around = place.containment[:1]
    blind = replace(
        place,
        surface="",
        precision=Precision.DISTRICT if place.point else Precision.UNSPECIFIED,
        names=tuple(("en", name) for name in around),
        gazetteer_id=None,
        kind="",
        reasons=(),
        losers=(),
        area=None,
    )
    return _snapped(blind, grid_km) if place.point else blind


def _cell(point: Point, grid_km: float) -> Point:
    """The middle of the cell that holds the point; rows of equal height, cells of about equal width."""
    step = grid_km / _KM_PER_DEGREE
    row = math.floor(point.lat / step)
    lat = (row + 0.5) * step
    width = step / max(0.01, math.cos(math.radians(min(89.0, abs(lat)))))
    lon = (math.floor(point.lon / width) + 0.5) * width
    return Point(round(max(-90.0, min(90.0, lat)), 5), round(max(-180.0, min(180.0, lon)), 5))
