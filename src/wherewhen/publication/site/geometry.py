"""The public geometry of a place, read with care: numbers only, known types only."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from wherewhen.publication.public import PublicPlace

Line = list[tuple[float, float]]


def rings(place: PublicPlace) -> list[Line]:
    """Closed rings of (longitude, latitude) of an area, outer and inner alike."""
    return [ring for kind, ring in _lines(place.geometry) if kind == "ring" and len(ring) >= 3]


def runs(place: PublicPlace) -> list[Line]:
    """Open runs of a place that is a line, such as a border or a road."""
    return [run for kind, run in _lines(place.geometry) if kind == "run" and len(run) >= 2]


def extent(place: PublicPlace) -> tuple[float, float, float, float] | None:
    """West, south, east, north of everything that the place may cover; None if it is nowhere."""
    points = [p for _, line in _lines(place.geometry) for p in line]
    if place.lat is not None and place.lon is not None:
        reach = (place.radius_km or 0.0) / 111.195
        wide = reach / max(0.1, math.cos(math.radians(place.lat)))
        points += [(place.lon - wide, place.lat - reach), (place.lon + wide, place.lat + reach)]
    if not points:
        return None
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return min(lons), min(lats), max(lons), max(lats)


def placed(place: PublicPlace) -> bool:
    """Whether anything can be drawn for the place."""
    return extent(place) is not None and place.precision not in ("in_transit", "unspecified")


def _lines(geometry: dict[str, Any] | None) -> Iterator[tuple[str, Line]]:
    if not isinstance(geometry, dict):
        return
    for part in geometry.get("geometries", ()):
        yield from _lines(part)
    kind, coordinates = geometry.get("type"), geometry.get("coordinates", ())
    if kind == "Polygon":
        yield from (("ring", _line(ring)) for ring in coordinates)
    elif kind == "MultiPolygon":
        yield from (("ring", _line(ring)) for polygon in coordinates for ring in polygon)
    elif kind == "LineString":
        yield "run", _line(coordinates)
    elif kind == "MultiLineString":
        yield from (("run", _line(line)) for line in coordinates)


def _line(coordinates: Any) -> Line:
    return [(float(p[0]), float(p[1])) for p in coordinates if math.isfinite(p[0]) and math.isfinite(p[1])]
