"""One outline of the basemap: a country, a first-level area, a lake, a river, a disputed line."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import shapely
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap.shapes import area_of, lines_of
from wherewhen.model.place import Area, Ring

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class Layer(StrEnum):
    """What is drawn, from the ground up. ``REGION`` groups first-level areas where the source is finer."""

    COUNTRY = "country"
    REGION = "region"
    FIRST_LEVEL = "first_level"
    LAKE = "lake"
    RIVER = "river"
    DISPUTED = "disputed"

    @property
    def line(self) -> bool:
        return self in (Layer.RIVER, Layer.DISPUTED)


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape with its names.

    id            stable within one pack, e.g. ``SY``, ``SY-HL``, ``river:62``
    names         by language code; a disputed line has the claim in words
    country       ISO 3166-1 alpha-2, or None where no state is given
    geonames_id   of the same country or area, or None
    rank          0 the most important of its layer, 10 the least
    shape         the shapely geometry; ``area`` or ``lines`` give it in the model's form
    """

    id: str
    layer: Layer
    names: tuple[tuple[str, str], ...]
    country: str | None
    geonames_id: int | None
    rank: int = 0
    shape: BaseGeometry = field(default_factory=shapely.MultiPolygon, repr=False, compare=False)

    @property
    def bbox(self) -> Box:
        west, south, east, north = (round(float(value), 4) for value in self.shape.bounds)
        return west, south, east, north

    @property
    def area(self) -> Area:
        """Polygons; empty for rivers and disputed lines."""
        return () if self.layer.line else area_of(self.shape)

    @property
    def lines(self) -> tuple[Ring, ...]:
        """Runs of (longitude, latitude); empty for areas."""
        return lines_of(self.shape) if self.layer.line else ()

    def name(self, language: str) -> str:
        names = dict(self.names)
        return names.get(language) or names.get("en", "")
