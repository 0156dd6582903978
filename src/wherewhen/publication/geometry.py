"""Areas in GeoJSON's clothes: outer rings counter-clockwise, holes clockwise (RFC 7946)."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from wherewhen.model.place import Area, Place, Ring

_EARTH_KM = 6371.0088


def geometry_of(place: Place, digits: int = 5) -> dict[str, Any] | None:
    """The area as Polygon or MultiPolygon, else the point, else None."""
    if place.area:
        polygons = [_polygon(polygon, digits) for polygon in place.area]
        if len(polygons) == 1:
            return {"type": "Polygon", "coordinates": polygons[0]}
        return {"type": "MultiPolygon", "coordinates": polygons}
    if place.point is None:
        return None
    return {"type": "Point", "coordinates": [round(place.point.lon, digits), round(place.point.lat, digits)]}


def area_of(geometry: dict[str, Any] | None) -> Area:
    """The polygons of a geometry, empty for a point or nothing."""
    if geometry is None or geometry["type"] == "Point":
        return ()
    many = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return tuple(tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in many)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat), math.radians(other_lat)
    h = (
        math.sin((b - a) / 2) ** 2
        + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def _polygon(rings: tuple[Ring, ...], digits: int) -> list[list[list[float]]]:
    return [_ring(ring, counter_clockwise=index == 0, digits=digits) for index, ring in enumerate(rings)]


def _ring(ring: Ring, counter_clockwise: bool, digits: int) -> list[list[float]]:
    points = [[round(lon, digits), round(lat, digits)] for lon, lat in ring]
    if points[0] != points[-1]:
        points.append(list(points[0]))
    return points if (_signed_area(points) >= 0) == counter_clockwise else points[::-1]


def _signed_area(points: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))
