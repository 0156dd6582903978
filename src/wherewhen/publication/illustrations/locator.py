"""A small map of one place: where it lies, what lies around it, and the wider world in a corner."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from itertools import pairwise

from wherewhen.basemap import Box, Layer
from wherewhen.model.place import Area, Point, Ring
from wherewhen.publication.geometry import area_of as area_in
from wherewhen.publication.ground import Ground, Town, Towns
from wherewhen.publication.illustrations.frame import KM_PER_DEGREE, Frame
from wherewhen.publication.illustrations.insets import Insets
from wherewhen.publication.illustrations.labels import SUBJECT, Block, Labels
from wherewhen.publication.illustrations.land import draw_land, name_land
from wherewhen.publication.illustrations.marks import (
    DISC,
    HOLLOW,
    define_hatch,
    draw_area,
    draw_disc,
    draw_radius,
    draw_scale,
    draw_towns,
)
from wherewhen.publication.illustrations.sheet import Sheet
from wherewhen.publication.illustrations.terrain import Terrain
from wherewhen.publication.public import PublicPlace
from wherewhen.publication.wording import Voice

WIDTH, HEIGHT = 264, 184
_LEAST_KM = {"site": 60.0, "settlement": 150.0, "district": 130.0, "region": 160.0, "country": 300.0}
_MOST_TOWNS = 3
_WIDEST_WITH_INSET_KM = 1600.0
_NEXT_TOWN = 26.0
_ISLAND = 0.25


@dataclass(frozen=True, slots=True)
class Spot:
    """What the map is about, by its geometry."""

    box: Box
    area: Area
    lon: float
    lat: float
    radius_km: float
    home: frozenset[str]


class Locator:
    """Draws one place in every language on one terrain."""

    def __init__(self, place: PublicPlace, status: str, ground: Ground, towns: Towns, insets: Insets) -> None:
        self._status = status
        self._insets = insets
        self._spot = _spot(place, ground)
        if self._spot:
            self._frame = Frame.around(self._spot.box, WIDTH, HEIGHT, 0.24, _LEAST_KM[place.precision])
            self._terrain = Terrain(ground, self._frame)
            self._towns = tuple(towns(self._frame.box(-0.03)))

    def svg(self, name: str, voice: Voice) -> str | None:
        """The map in the voice's language, None for a place that cannot be drawn."""
        if self._spot is None:
            return None
        spot, frame = self._spot, self._frame
        prefix = f"m{hashlib.sha256(repr(spot).encode()).hexdigest()[:8]}-{voice.language}"
        sheet = Sheet(WIDTH, HEIGHT, voice.language, alternative(spot.area, name, voice), prefix)
        hatch = f"{prefix}-hatch"
        define_hatch(sheet, hatch)
        draw_land(sheet, self._terrain, spot.home)
        labels = Labels(sheet, (6, 6, WIDTH - 6, HEIGHT - 6))
        _mark(sheet, frame, spot, self._status, hatch)
        labels.keep_free(_scale(sheet, frame, voice))
        if WIDTH / frame.km < _WIDEST_WITH_INSET_KM:
            labels.keep_free(self._insets.draw(sheet, frame, spot.home))
        self._names(sheet, labels, name, voice)
        return sheet.svg()

    def _names(self, sheet: Sheet, labels: Labels, name: str, voice: Voice) -> None:
        """The place itself first, then towns to find one's way by, then countries and areas."""
        assert self._spot is not None
        spot, frame = self._spot, self._frame
        x, y = frame.xy(spot.lon, spot.lat)
        if spot.area:
            labels.centred(name, x, y, SUBJECT)
        else:
            labels.keep_free((x - DISC, y - DISC, x + DISC, y + DISC))
            labels.at_point(name, x, y, DISC, SUBJECT)
        around = [t for t in self._towns if spot.area or _apart(frame, t, x, y)]
        draw_towns(sheet, labels, frame, around, voice.language, _MOST_TOWNS, {name})
        if spot.area:
            labels.keep_free(_extent(frame, spot.box))
        name_land(labels, self._terrain, voice.language, {name})


def alternative(area: object, name: str, voice: Voice) -> str:
    """The map in words, for those who do not see it."""
    return voice.say("image", "map_alt_area" if area else "map_alt_point", place=name)


def _apart(frame: Frame, town: Town, x: float, y: float) -> bool:
    town_x, town_y = frame.xy(town.lon, town.lat)
    return math.hypot(town_x - x, town_y - y) > _NEXT_TOWN


def _extent(frame: Frame, box: Box) -> Block:
    """The middle of the area, kept free of the names of what lies under it."""
    (x1, y1), (x2, y2) = frame.xy(box[0], box[3]), frame.xy(box[2], box[1])
    spare_x, spare_y = (x2 - x1) * 0.15, (y2 - y1) * 0.15
    return x1 + spare_x, y1 + spare_y, x2 - spare_x, y2 - spare_y


def _spot(place: PublicPlace, ground: Ground) -> Spot | None:
    area = area_in(place.geometry)
    home = frozenset({place.country} if place.country else ())
    if place.lat is None or place.lon is None:
        return _spot_of_area(area, None, home) if area else None
    if place.precision == "country" and not area:
        found = [o for o in ground.at(Point(place.lat, place.lon), 20.0) if o.layer is Layer.COUNTRY]
        area = found[0].area if found else ()
    if area:
        return _spot_of_area(area, (place.lon, place.lat), home)
    ring = place.only_near or place.precision not in ("site", "settlement")
    reach = (place.radius_km or 0.0) / KM_PER_DEGREE
    box = (place.lon - reach * 1.2, place.lat - reach, place.lon + reach * 1.2, place.lat + reach)
    return Spot(box, (), place.lon, place.lat, (place.radius_km or 0.0) if ring else 0.0, home)


def _spot_of_area(area: Area, point: tuple[float, float] | None, home: frozenset[str]) -> Spot:
    corners = [corner for polygon in _main(area) for corner in polygon[0]]
    lons, lats = [lon for lon, _ in corners], [lat for _, lat in corners]
    box = (min(lons), min(lats), max(lons), max(lats))
    lon, lat = point or ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return Spot(box, area, lon, lat, 0.0, home)


def _main(area: Area) -> Area:
    """Without far-off islands, some of which lie beyond the 180th meridian."""
    sizes = [_size(polygon[0]) for polygon in area]
    return tuple(p for p, size in zip(area, sizes, strict=True) if size >= _ISLAND * max(sizes))


def _size(ring: Ring) -> float:
    """Square degrees at the equator."""
    lats = [lat for _, lat in ring]
    doubled = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])))
    return abs(doubled) / 2 * math.cos(math.radians((min(lats) + max(lats)) / 2))


def _mark(sheet: Sheet, frame: Frame, spot: Spot, status: str, hatch: str) -> None:
    if spot.area:
        draw_area(sheet, frame, spot.area, hatch)
        return
    x, y = frame.xy(spot.lon, spot.lat)
    if spot.radius_km * frame.km > DISC * 1.6:
        draw_radius(sheet, x, y, spot.radius_km * frame.km, hatch)
    draw_disc(sheet, x, y, status in HOLLOW)


def _scale(sheet: Sheet, frame: Frame, voice: Voice) -> Block:
    km, length = frame.scale_bar(WIDTH * 0.27)
    draw_scale(sheet, frame, voice.say("image", "scale", n=voice.number(km)), length)
    side = WIDTH - length - 26 if voice.language == "ar" else 0.0
    return side, HEIGHT - 32.0, side + length + 26, float(HEIGHT)
