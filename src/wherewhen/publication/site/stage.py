"""What part of the world the page shows, and the plane on which it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wherewhen.publication.public import PublicCase, PublicPlace
from wherewhen.publication.site.geometry import extent, placed
from wherewhen.publication.site.projection import Degrees, Plane, latitude, mercator

LEAST = 0.6
"""The page never shows less than this many degrees."""
AROUND = 2.4
"""How many times the sightings' extent is drawn, so that one can move about and zoom out."""
WORLD: Degrees = (-180.0, -60.0, 180.0, 80.0)
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stage:
    """``box`` is drawn, in degrees; ``fit`` holds all sightings, in units of the plane."""

    box: Degrees
    plane: Plane
    fit: Box

    @property
    def tolerance(self) -> float:
        """Degrees below which the base map may be simplified."""
        return (self.box[2] - self.box[0]) / 5000

    def window(self, width: float, height: float) -> Box:
        """The fit grown about its middle to the shape of a window."""
        x0, y0, x1, y1 = self.fit
        wide, high = x1 - x0, y1 - y0
        grown_w, grown_h = max(wide, high * width / height), max(high, wide * height / width)
        return (x0 + x1 - grown_w) / 2, (y0 + y1 - grown_h) / 2, grown_w, grown_h


def stage(case: PublicCase) -> Stage:
    """The stage for the sightings of a case; the inhabited world if none has a place."""
    box = _shown([s.place for s in case.sightings if placed(s.place)])
    west, south, east, north = box
    top, bottom = mercator(north), mercator(south)
    half = AROUND * max(east - west, top - bottom) / 2
    x, y = (west + east) / 2, (top + bottom) / 2
    drawn = (max(-180.0, x - half), latitude(y - half), min(180.0, x + half), latitude(y + half))
    drawn = (drawn[0], max(-80.0, drawn[1]), drawn[2], min(83.0, drawn[3]))
    plane = Plane.over(drawn)
    left, upper = plane.point(west, north)
    right, lower = plane.point(east, south)
    return Stage(drawn, plane, (left, upper, right, lower))


def _shown(places: list[PublicPlace]) -> Degrees:
    finer = [p for p in places if p.precision != "country"] or places
    boxes = [box for box in map(extent, finer) if box is not None]
    if not boxes:
        return WORLD
    west, south, east, north = _union(boxes)
    side = max(east - west, north - south, LEAST)
    margin = side * 0.1
    grow_x = margin + max(0.0, LEAST - (east - west)) / 2
    grow_y = margin + max(0.0, LEAST - (north - south)) / 2
    return (
        max(-180.0, west - grow_x),
        max(-78.0, south - grow_y),
        min(180.0, east + grow_x),
        min(82.0, north + grow_y),
    )


def _union(boxes: Iterable[Degrees]) -> Degrees:
    columns = list(zip(*boxes, strict=True))
    return min(columns[0]), min(columns[1]), max(columns[2]), max(columns[3])
