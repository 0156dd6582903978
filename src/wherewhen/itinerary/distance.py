"""Great-circle distance between places."""

from __future__ import annotations

import math

from wherewhen.model.place import Place, Point

EARTH_KM = 6371.0088


def km(a: Point, b: Point) -> float:
    """Haversine distance in kilometres."""
    p = math.pi / 180
    half = math.sin((b.lat - a.lat) * p / 2) ** 2
    half += math.cos(a.lat * p) * math.cos(b.lat * p) * math.sin((b.lon - a.lon) * p / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def between(a: Place, b: Place) -> float | None:
    """Kilometres between two places, None where one has no point."""
    return round(km(a.point, b.point), 1) if a.point and b.point else None
