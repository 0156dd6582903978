"""The window of a map: from degrees to pixels, with true proportions at its middle."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from wherewhen.basemap import Box
from wherewhen.publication.illustrations.sheet import Xy

KM_PER_DEGREE = 111.2
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of ``width`` × ``height`` pixels around a spot, ``scale`` pixels a degree of latitude."""

    lon: float
    lat: float
    scale: float
    width: float
    height: float

    @classmethod
    def around(cls, box: Box, width: float, height: float, margin: float, least_km: float) -> Frame:
        """Fits a box with a margin (a share of the window) and never shows less than ``least_km`` across."""
        west, south, east, north = box
        lat, lon = (south + north) / 2, (west + east) / 2
        squeeze = math.cos(math.radians(min(80.0, abs(lat))))
        room = 1 - 2 * margin
        wide = max((east - west) * squeeze, 1e-6)
        high = max(north - south, 1e-6)
        scale = min(width * room / wide, height * room / high)
        return cls(lon, lat, min(scale, min(width, height) * KM_PER_DEGREE / least_km), width, height)

    @property
    def squeeze(self) -> float:
        return math.cos(math.radians(min(80.0, abs(self.lat))))

    @property
    def km(self) -> float:
        """Pixels a kilometre."""
        return self.scale / KM_PER_DEGREE

    def xy(self, lon: float, lat: float) -> Xy:
        x = self.width / 2 + (lon - self.lon) * self.squeeze * self.scale
        return x, self.height / 2 - (lat - self.lat) * self.scale

    def run(self, points: Iterable[tuple[float, float]]) -> list[Xy]:
        return [self.xy(lon, lat) for lon, lat in points]

    def box(self, spare: float = 0.0) -> Box:
        """The window in degrees, with ``spare`` (a share of its size) around it."""
        x = self.width * (0.5 + spare) / (self.squeeze * self.scale)
        y = self.height * (0.5 + spare) / self.scale
        west, east = max(-180.0, self.lon - x), min(180.0, self.lon + x)
        return west, max(-90.0, self.lat - y), east, min(90.0, self.lat + y)

    def holds(self, lon: float, lat: float, inset: float = 0.0) -> bool:
        x, y = self.xy(lon, lat)
        return inset <= x <= self.width - inset and inset <= y <= self.height - inset

    def scale_bar(self, most: float) -> tuple[int, float]:
        """A round number of kilometres and its length in pixels, at most ``most``."""
        limit = most / self.km
        power = 10 ** math.floor(math.log10(max(limit, 1.0)))
        km = max(step * power for step in _STEPS if step * power <= max(limit, 1.0))
        return int(km), km * self.km
