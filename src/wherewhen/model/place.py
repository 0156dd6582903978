"""Where something happened: a point, an area, both or neither, never more exact than the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wherewhen.model.reason import Reason

Ring = tuple[tuple[float, float], ...]
"""Closed ring of (longitude, latitude) in degrees, WGS 84."""
Polygon = tuple[Ring, ...]
"""Outer ring first, then holes."""
Area = tuple[Polygon, ...]
"""One or more polygons."""


class Precision(StrEnum):
    """The ladder from a building to nowhere in particular."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    IN_TRANSIT = "in_transit"
    UNSPECIFIED = "unspecified"

    @property
    def placed(self) -> bool:
        return self not in (Precision.IN_TRANSIT, Precision.UNSPECIFIED)


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, WGS 84."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"not on this Earth: {self.lat}, {self.lon}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of the name that was considered and lost."""

    gazetteer_id: str
    name: str
    score: float
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One place as a passage speaks of it.

    surface      the words of the document, e.g. "southern countryside of Aleppo"; empty if it has none
    names        names by language code, e.g. (("en", "Aleppo"), ("ar", "حلب"))
    gazetteer_id e.g. ``geonames:170063``; None if the words name nothing in the gazetteer
    kind         GeoNames feature code or our own word for it (``PPLA``, ``ADM1``, ``countryside`` ...)
    radius_km    how far from ``point`` the true place may lie
    containment  names of what contains it, smallest first
    confidence   0..1, calibrated where a calibration exists
    """

    surface: str
    precision: Precision
    names: tuple[tuple[str, str], ...] = ()
    gazetteer_id: str | None = None
    kind: str = ""
    point: Point | None = None
    radius_km: float | None = None
    area: Area | None = None
    country: str | None = None
    containment: tuple[str, ...] = ()
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
    losers: tuple[Candidate, ...] = ()

    def __post_init__(self) -> None:
        if not self.precision.placed and self.point is not None:
            raise ValueError(f"a place that is {self.precision} has no point")

    def name(self, language: str) -> str:
        """The name in a language, else in English, else the words of the document."""
        names = dict(self.names)
        return names.get(language) or names.get("en") or self.surface


NOWHERE = Place("", Precision.UNSPECIFIED)
