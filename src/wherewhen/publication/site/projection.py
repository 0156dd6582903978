"""From degrees to the whole-number plane that map, overview and script share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Degrees = tuple[float, float, float, float]
"""West, south, east, north."""
SIDE = 32768
_EDGE = 84.0


def mercator(lat: float) -> float:
    """Northing in degrees of longitude at the equator."""
    bounded = math.radians(max(-_EDGE, min(_EDGE, lat)))
    return math.degrees(math.log(math.tan(math.pi / 4 + bounded / 2)))


def latitude(northing: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(northing))) - math.pi / 2)


@dataclass(frozen=True, slots=True)
class Plane:
    """Mercator, north up; ``west``/``top`` lie at (0, 0), ``scale`` is units a degree of longitude."""

    west: float
    top: float
    scale: float
    width: int
    height: int

    @classmethod
    def over(cls, box: Degrees) -> Plane:
        west, south, east, north = box
        top, bottom = mercator(north), mercator(south)
        scale = SIDE / max(east - west, top - bottom)
        return cls(west, top, scale, round((east - west) * scale), round((top - bottom) * scale))

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.scale, (self.top - mercator(lat)) * self.scale

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a point of the plane."""
        return self.west + x / self.scale, latitude(self.top - y / self.scale)

    def units(self, km: float, lat: float) -> float:
        """Kilometres on the ground at a latitude in units of the plane."""
        return km / (111.195 * math.cos(math.radians(max(-_EDGE, min(_EDGE, lat))))) * self.scale

    def path(self, lines: Iterable[Sequence[tuple[float, float]]], closed: bool = True) -> str:
        """Lines of (longitude, latitude) as the data of an SVG path in whole relative steps."""
        return "".join(self._line(line, closed) for line in lines)

    def _line(self, line: Sequence[tuple[float, float]], closed: bool) -> str:
        steps = [(round(x), round(y)) for x, y in (self.point(*p[:2]) for p in line)]
        kept = [p for i, p in enumerate(steps) if i == 0 or p != steps[i - 1]]
        if closed and len(kept) > 1 and kept[0] == kept[-1]:
            kept.pop()
        if len(kept) < (3 if closed else 2):
            return ""
        moves = [f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(kept)]
        drawn = " ".join(moves).replace(" -", "-")
        return f"M{kept[0][0]} {kept[0][1]}l{drawn}{'z' if closed else ''}"
