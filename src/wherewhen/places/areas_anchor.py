"""The place that a phrase hangs on, as a shape on the basemap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap import Basemap, Layer, Outline, shape_of
from wherewhen.model.place import Place, Point, Precision
from wherewhen.places.areas_phrases import LAKES, RIVERS
from wherewhen.places.geodesy import disc
from wherewhen.places.spelling import loose

SHORE_KM = 8.0
TOWN_KM = {"PPLC": 10.0, "PPLA": 8.0, "PPLA2": 5.0, "PPLX": 2.0}
LARGEST_TOWN_KM = 18.0
SMALLEST_KM = {Precision.SITE: 0.5, Precision.DISTRICT: 1.0, Precision.SETTLEMENT: 1.0}
REGION_KM = 60.0
MAINLAND_GAP_DEGREES = REACH_DEGREES = 3.0


@dataclass(frozen=True)
class Anchor:
    """A resolved place and what the basemap knows of it."""

    place: Place
    basemap: Basemap

    @property
    def point(self) -> Point:
        assert self.place.point is not None
        return self.place.point

    @property
    def town(self) -> bool:
        return self.place.precision in SMALLEST_KM

    @property
    def radius(self) -> float:
        """How far the place itself reaches, in km."""
        given = self.place.radius_km or TOWN_KM.get(self.place.kind, 3.0)
        if not self.town:
            return self.place.radius_km or REGION_KM
        return min(LARGEST_TOWN_KM, max(SMALLEST_KM[self.place.precision], given))

    @cached_property
    def outline(self) -> Outline | None:
        """The country, first-level area or river that the place is, if it is one."""
        place = self.place
        if place.precision is Precision.COUNTRY and place.country:
            return self.basemap.country(place.country)
        if self.town:
            return None
        found = self.basemap.first_level(place.gazetteer_id) if place.gazetteer_id else None
        if found is None and place.kind.startswith("ADM1"):
            around = self.basemap.at(self.point, SHORE_KM)
            found = next((o for o in around if o.layer is not Layer.COUNTRY and self._same_name(o)), None)
        return found

    @cached_property
    def river(self) -> Outline | None:
        """The river or lake of this name, where there is one within reach."""
        if self.place.kind not in (*RIVERS, *LAKES):
            return None
        layer = Layer.RIVER if self.place.kind in RIVERS else Layer.LAKE
        names = (*(name for _, name in self.place.names), self.place.surface)
        bare = [form for name in names for form in _water_names(name)]
        waters = [water for name in dict.fromkeys(bare) for water in self.basemap.named(layer, name)]
        here = shapely.Point(self.point.lon, self.point.lat)
        return next((w for w in waters if shapely.distance(shapely.box(*w.bbox), here) < REACH_DEGREES), None)

    @cached_property
    def shape(self) -> BaseGeometry:
        """Its land: the outline's main parts, the place's own area, else a disc."""
        if self.outline is not None:
            return mainland(self.outline.shape)
        if self.place.area:
            return shape_of(self.place.area)
        return disc(self.point, self.radius)

    @cached_property
    def around(self) -> tuple[Outline, ...]:
        """First-level area, region and country that hold the point, smallest first."""
        return self.basemap.at(self.point, SHORE_KM)

    @cached_property
    def province(self) -> Outline | None:
        """The first-level area that takes its name from this town or is ruled from it."""
        first = next((o for o in self.around if o.layer is Layer.FIRST_LEVEL), None)
        if first is None:
            return None
        seat = self.place.kind in ("PPLA", "PPLC") or self.place.precision is Precision.REGION
        return first if self._same_name(first) or (seat and self.place.kind == "PPLA") else None

    @property
    def country(self) -> Outline | None:
        held = next((o for o in self.around if o.layer is Layer.COUNTRY), None)
        return held or (self.basemap.country(self.place.country) if self.place.country else None)

    def _same_name(self, outline: Outline) -> bool:
        own = {loose(name) for _, name in self.place.names if name}
        return any(loose(name) in own for _, name in outline.names)


def mainland(shape: BaseGeometry) -> BaseGeometry:
    """The largest part and the islands within reach of it; Alaska or French Guiana are left out."""
    parts = shapely.get_parts(shape)
    if len(parts) < 2:
        return shape
    boxes = shapely.box(*shapely.bounds(parts).T)
    main = shapely.simplify(parts[np.argmax(shapely.area(parts))], MAINLAND_GAP_DEGREES / 15)
    near = shapely.distance(boxes, main) <= MAINLAND_GAP_DEGREES
    further = shapely.distance(boxes, shapely.union_all(boxes[near])) <= MAINLAND_GAP_DEGREES
    return shapely.MultiPolygon(list(parts[near | further & _small(parts)]))


def _small(parts: NDArray[Any]) -> NDArray[np.bool_]:
    """Islands, but no other half of a country."""
    sizes = shapely.area(parts)
    return np.asarray(sizes < sizes.max() / 10)


def _water_names(name: str) -> tuple[str, ...]:
    bare = name.removesuffix(" River").removeprefix("River ").removeprefix("نهر ")
    return (name, bare, f"نهر {bare}", f"Lake {bare}", f"بحيرة {bare}")
