"""What part of the world the page shows, and the plane on which it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from wherewhen.publication.public import PublicCase, PublicPlace
from wherewhen.publication.site.geometry import extent, placed
from wherewhen.publication.site.projection import Degrees, Plane, latitude, mercator

LEAST = 0.6
"""The page never shows less than this many degrees."""
AROUND = 2.4
"""How many times the sightings' extent is drawn, so that one can move about and zoom out."""
WINDOW = 1.6
"""Half the width of what is drawn, in heights of the sightings' extent: a low wide window still shows all."""
FAR_OFF = 2.5
"""How many times wider the whole must be for the page to begin with the most."""
WIDE = 9.0
"""Degrees beyond which an area does not decide what the page shows, as long as anything is narrower."""
FEW = 5
"""Of this many sightings at most one may lie far off; of fewer, all are shown from the start."""
NEAR = 4.0
"""Degrees within which a sighting always belongs to the most."""
WORLD: Degrees = (-180.0, -60.0, 180.0, 80.0)
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stage:
    """What is drawn and what is seen first.

    box    degrees
    fit    holds all sightings, in units of the plane
    focus  holds most of them, where the rest lie far away; else the same as ``fit``
    near   what is drawn in finer detail round the focus, in degrees; None if all is
    """

    box: Degrees
    plane: Plane
    fit: Box
    focus: Box
    near: Degrees | None = None

    def window(self, width: float, height: float) -> Box:
        """The focus grown about its middle to the shape of a window."""
        x0, y0, x1, y1 = self.focus
        wide, high = x1 - x0, y1 - y0
        grown_w, grown_h = max(wide, high * width / height), max(high, wide * height / width)
        return (x0 + x1 - grown_w) / 2, (y0 + y1 - grown_h) / 2, grown_w, grown_h


def stage(case: PublicCase) -> Stage:
    """The stage for the sightings of a case; the inhabited world if none has a place."""
    boxes = _boxes([s.place for s in case.sightings if placed(s.place)])
    whole, most = _shown(boxes), _shown(_most(boxes))
    drawn = _around(whole)
    plane = Plane.over(drawn)
    fit, focus = _in_units(whole, plane), _in_units(most, plane)
    if any((focus[side + 2] - focus[side]) * FAR_OFF > fit[side + 2] - fit[side] for side in (0, 1)):
        return Stage(drawn, plane, fit, fit)
    return Stage(drawn, plane, fit, focus, _around(most))


def _around(shown: Degrees) -> Degrees:
    west, south, east, north = shown
    top, bottom = mercator(north), mercator(south)
    half = AROUND * max(east - west, top - bottom) / 2
    wide = max(half, WINDOW * (top - bottom))
    x, y = (west + east) / 2, (top + bottom) / 2
    lower, upper = latitude(y - half), latitude(y + half)
    return max(-180.0, x - wide), max(-80.0, lower), min(180.0, x + wide), min(83.0, upper)


def _in_units(box: Degrees, plane: Plane) -> Box:
    west, south, east, north = box
    return *plane.point(west, north), *plane.point(east, south)


def _boxes(places: list[PublicPlace]) -> list[Degrees]:
    """The extents of the places; of wide areas only where their mark stands, as long as any is narrower."""
    boxes = [(place, box) for place in places if (box := extent(place)) is not None]
    narrow = [_narrow(place, box) for place, box in boxes]
    if not any(narrow):
        return [box for _, box in boxes]
    pairs = zip(boxes, narrow, strict=True)
    return [box if fine else _middle(place, box) for (place, box), fine in pairs]


def _narrow(place: PublicPlace, box: Degrees) -> bool:
    return place.precision != "country" and max(box[2] - box[0], box[3] - box[1]) <= WIDE


def _middle(place: PublicPlace, box: Degrees) -> Degrees:
    west, south, east, north = box
    lon = (west + east) / 2 if place.lon is None else place.lon
    lat = (south + north) / 2 if place.lat is None else place.lat
    return lon, lat, lon, lat


def _most(boxes: list[Degrees]) -> list[Degrees]:
    """Without the few that lie so far off that showing them would hide where all the others are."""
    if not boxes:
        return boxes
    x = median((box[0] + box[2]) / 2 for box in boxes)
    y = median((box[1] + box[3]) / 2 for box in boxes)
    far = [max(abs((box[0] + box[2]) / 2 - x), abs((box[1] + box[3]) / 2 - y)) for box in boxes]
    reach = max(NEAR, 4 * median(far))
    most = [box for box, away in zip(boxes, far, strict=True) if away <= reach]
    return most if FEW * (len(boxes) - len(most)) <= len(boxes) else boxes


def _shown(boxes: list[Degrees]) -> Degrees:
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
