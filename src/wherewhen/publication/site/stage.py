"""What part of the world the page shows, and the plane on which it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from wherewhen.publication.public import PublicCase, PublicPlace
from wherewhen.publication.site.geometry import extent, placed
from wherewhen.publication.site.projection import Degrees, Plane, latitude, mercator

LEAST = 0.6
"""The page never shows less than this many degrees."""
AROUND = 2.4
"""How many times the sightings' extent is drawn, so that one can move about and zoom out."""
FAR_OFF = 2.5
"""How many times wider the whole must be for the page to begin with the most."""
WIDE = 9.0
"""Degrees beyond which an area does not decide what the page shows, as long as anything is narrower."""
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
    places = [s.place for s in case.sightings if placed(s.place)]
    whole, most = _shown(places, _middles(places)), _shown(_most(places))
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
    x, y = (west + east) / 2, (top + bottom) / 2
    lower, upper = latitude(y - half), latitude(y + half)
    return max(-180.0, x - half), max(-80.0, lower), min(180.0, x + half), min(83.0, upper)


def _in_units(box: Degrees, plane: Plane) -> Box:
    west, south, east, north = box
    return *plane.point(west, north), *plane.point(east, south)


def _most(places: list[PublicPlace]) -> list[PublicPlace]:
    """Without the few that lie so far off that showing them would hide where all the others are."""
    spots = [(p, box) for p in _narrow(places) if (box := extent(p)) is not None]
    if not spots:
        return places
    x = median((box[0] + box[2]) / 2 for _, box in spots)
    y = median((box[1] + box[3]) / 2 for _, box in spots)
    far = [max(abs((box[0] + box[2]) / 2 - x), abs((box[1] + box[3]) / 2 - y)) for _, box in spots]
    reach = max(NEAR, 4 * median(far))
    return [place for (place, _), away in zip(spots, far, strict=True) if away <= reach]


def _narrow(places: list[PublicPlace]) -> list[PublicPlace]:
    """Without countries and other wide areas; all of them where there is nothing else."""
    finer = [p for p in places if p.precision != "country"]
    boxes = [(p, box) for p in finer if (box := extent(p)) is not None]
    narrow = [p for p, box in boxes if max(box[2] - box[0], box[3] - box[1]) <= WIDE]
    return narrow or finer or places


def _middles(places: list[PublicPlace]) -> list[Degrees]:
    """Where the marks of wide areas stand."""
    spots = [(p.lon, p.lat) for p in places if p.precision != "country"]
    return [(lon, lat, lon, lat) for lon, lat in spots if lon is not None and lat is not None]


def _shown(places: list[PublicPlace], also: Sequence[Degrees] = ()) -> Degrees:
    boxes = [*(box for box in map(extent, _narrow(places)) if box is not None), *also]
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
