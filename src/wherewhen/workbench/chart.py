"""The map of one place: the published page's base map, drawn round the place, ready to be moved about."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from wherewhen.model.claim import Status
from wherewhen.model.place import Place
from wherewhen.publication.ground import Town, Towns
from wherewhen.publication.site.base import Basemap, Outline, drawn, ground, labels
from wherewhen.publication.site.markup import Child, tag
from wherewhen.publication.site.place_labels import Room, width
from wherewhen.publication.site.projection import Degrees, Plane, latitude, mercator
from wherewhen.publication.site.stage import Stage

WIDTH, HEIGHT = 460.0, 300.0
"""Pixels for which letters and marks are sized; the picture itself scales."""
LEAST = 2.4
"""Degrees that are shown at least, so that one knows where one is."""
AROUND = 3.0
COARSER = 3.0
MOST_TOWNS = 7
HOLLOW = (Status.PLANNED, Status.DENIED)
Naming = Callable[[tuple[tuple[str, str], ...]], str]


@dataclass(frozen=True, slots=True)
class View:
    """The window on the plane that is seen first."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def unit(self) -> float:
        """Units of the plane a pixel."""
        return self.wide / WIDTH


class Chart:
    """Draws places; the ground under them is kept for the next one nearby."""

    def __init__(self, basemap: Basemap, towns: Towns) -> None:
        self._basemap, self._towns = _Coarser(basemap), towns
        self._ground = lru_cache(maxsize=32)(self._drawn)

    def svg(self, place: Place, status: Status, language: str, title: str) -> Markup | None:
        """The map with the place on it; None for a place that cannot be drawn."""
        extent = _extent(place)
        if extent is None:
            return None
        box = _window(extent)
        stage, base, names = self._ground(box, place.country)
        view = _view(box, stage.plane)
        room = Room((view.x, view.y, view.x + view.wide, view.y + view.high))
        parts = [base, _mark(place, status, stage.plane, view)]
        parts.append(_subject(place, language, stage.plane, view, room))
        parts.append(_around(names, language, view, room))
        attributes = {
            "class": "chart", "viewBox": f"{view.x:.0f} {view.y:.0f} {view.wide:.0f} {view.high:.0f}",
            "role": "application", "aria-label": title, "tabindex": "0",
            "preserveAspectRatio": "xMidYMid slice",
            "data-west": f"{stage.plane.west:.6f}", "data-top": f"{stage.plane.top:.6f}",
            "data-scale": f"{stage.plane.scale:.6f}", "data-unit": f"{view.unit:.4f}",
        }  # fmt: skip
        return Markup(tag("svg", attributes, _hatch(view), parts))

    def _drawn(self, box: Degrees, country: str | None) -> tuple[Stage, Child, tuple[_Name, ...]]:
        """What lies in and around a window, and what it is called."""
        wide = _grown(box, AROUND)
        plane = Plane.over(wide)
        view = _view(box, plane)
        fit = (view.x, view.y, view.x + view.wide, view.y + view.high)
        stage = Stage(wide, plane, fit, fit)
        here = frozenset((country,) if country else ())
        found = ground(self._basemap, stage, here)
        named = [_Name(n.kind, n.x, n.y, n.width, dict(n.names)) for n in labels(found, stage)]
        towns = [_town(town, plane) for town in self._towns(box)[:MOST_TOWNS]]
        return stage, drawn(found, stage, here), (*towns, *named)


@dataclass(frozen=True, slots=True)
class _Coarser:
    """The base map in the detail that a small picture shows."""

    basemap: Basemap

    def within(self, box: Degrees, layers: Sequence[str], tolerance: float) -> Sequence[Outline]:
        return self.basemap.within(box, layers, tolerance * COARSER)


@dataclass(frozen=True, slots=True)
class _Name:
    kind: str
    x: float
    y: float
    width: float
    names: dict[str, str]


def _town(town: Town, plane: Plane) -> _Name:
    x, y = plane.point(town.lon, town.lat)
    return _Name("town", x, y, 0, dict(town.names))


def _extent(place: Place) -> Degrees | None:
    """West, south, east, north of all that the place may cover."""
    points = [point for polygon in place.area or () for ring in polygon for point in ring]
    if place.point:
        reach = (place.radius_km or 0.0) / 111.195
        across = reach / max(0.1, math.cos(math.radians(place.point.lat)))
        lon, lat = place.point.lon, place.point.lat
        points += [(lon - across, lat - reach), (lon + across, lat + reach)]
    if not points:
        return None
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return min(lons), min(lats), max(lons), max(lats)


def _window(extent: Degrees) -> Degrees:
    """A box of the picture's shape with the place in its middle, snapped so that neighbours share it."""
    west, south, east, north = extent
    top, bottom = mercator(north), mercator(south)
    wide = max(LEAST, 1.5 * (east - west), 1.5 * (top - bottom) * WIDTH / HEIGHT)
    step = wide / 12
    x, y = round((west + east) / 2 / step) * step, round((top + bottom) / 2 / step) * step
    high = wide * HEIGHT / WIDTH
    return x - wide / 2, latitude(y - high / 2), x + wide / 2, latitude(y + high / 2)


def _grown(box: Degrees, times: float) -> Degrees:
    west, south, east, north = box
    wide, high = (east - west) * times, (mercator(north) - mercator(south)) * times
    x, y = (west + east) / 2, (mercator(north) + mercator(south)) / 2
    return (
        max(-180.0, x - wide / 2), max(-80.0, latitude(y - high / 2)),
        min(180.0, x + wide / 2), min(83.0, latitude(y + high / 2)),
    )  # fmt: skip


def _view(box: Degrees, plane: Plane) -> View:
    x0, y0 = plane.point(box[0], box[3])
    x1, y1 = plane.point(box[2], box[1])
    return View(x0, y0, x1 - x0, y1 - y0)


def _hatch(view: View) -> Child:
    """Hatching in pixels of the first view."""
    step = 7 * view.unit
    size = {"width": f"{step:.1f}", "height": f"{step:.1f}", "patternUnits": "userSpaceOnUse"}
    lines = tag(
        "path", {"d": f"M0 0V{step:.1f}", "class": "ruling", "stroke-width": f"{1.6 * view.unit:.1f}"}
    )
    ground_ = tag("rect", {"width": f"{step:.1f}", "height": f"{step:.1f}", "class": "tint"})
    turned = {**size, "id": "hatch-live", "patternTransform": "rotate(45)"}
    return tag("defs", None, tag("pattern", turned, ground_, lines))


def _mark(place: Place, status: Status, plane: Plane, view: View) -> Child:
    """An area is hatched, a place within some kilometres ringed, an exact one a disc."""
    hollow = " is-hollow" if status in HOLLOW else ""
    if place.area:
        rings = [ring for polygon in place.area for ring in polygon]
        return tag("path", {"class": f"shape{hollow}", "d": plane.path(rings), "fill-rule": "evenodd"})
    assert place.point is not None
    x, y = plane.point(place.point.lon, place.point.lat)
    reach = plane.units(place.radius_km or 0.0, place.point.lat)
    at = {"cx": f"{x:.0f}", "cy": f"{y:.0f}"}
    ring = reach > 9 * view.unit
    around = tag("circle", {**at, "r": f"{reach:.0f}", "class": f"shape is-near{hollow}"}) if ring else None
    return [around, tag("circle", {**at, "r": f"{7 * view.unit:.0f}", "class": f"spot{hollow}"})]


def _subject(place: Place, language: str, plane: Plane, view: View, room: Room) -> Child:
    extent = _extent(place)
    assert extent is not None
    x, y = plane.point((extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2)
    below = 0.0 if place.area else 20 * view.unit
    return _text(place.name(language), x, y + below, 14, "name name-place", view, room)


def _around(names: tuple[_Name, ...], language: str, view: View, room: Room) -> list[Child]:
    """Towns first, then countries and areas that have room for their names."""
    made: list[Child] = []
    for name in names:
        said = name.names.get(language) or name.names.get("en", "")
        size = 12 if name.kind == "town" else 11
        if name.kind == "town":
            made.append(_town_name(said, name, view, room))
        elif name.width > 1.7 * width(said, size) * view.unit:
            made.append(_text(said, name.x, name.y, size, f"name name-{name.kind}", view, room))
    return made


def _town_name(said: str, name: _Name, view: View, room: Room) -> Child:
    text = _text(said, name.x, name.y - 7 * view.unit, 12, "name name-town", view, room)
    dot = {"cx": f"{name.x:.0f}", "cy": f"{name.y:.0f}", "r": f"{2.2 * view.unit:.1f}", "class": "town-dot"}
    return [tag("circle", dot), text] if text else None


def _text(said: str, x: float, y: float, size: int, kind: str, view: View, room: Room) -> Child:
    half, high = width(said, size) / 2 * view.unit, size * view.unit
    inside = view.x + half < x < view.x + view.wide - half
    if not said or not inside or not room.take((x - half, y - high, x + half, y + high / 3)):
        return None
    at = {"x": f"{x:.0f}", "y": f"{y:.0f}", "font-size": f"{size * view.unit:.1f}", "class": kind}
    return tag("text", {**at, "stroke-width": f"{3.5 * view.unit:.1f}"}, said)
