"""The base map as SVG paths, drawn once and used by every map of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import shapely

from wherewhen.publication.public import Names
from wherewhen.publication.site.markup import Markup, tag
from wherewhen.publication.site.projection import Degrees, Plane
from wherewhen.publication.site.stage import Stage

Ring = tuple[tuple[float, float], ...]
LAYERS = ("country", "first_level", "lake", "river", "disputed")
WIDE = 40.0
"""Degrees beyond which first-level areas are drawn only in the countries of the sightings."""
RANKS = ((20.0, 10), (45.0, 6), (90.0, 4), (361.0, 2))
"""The least important rivers and lakes that are drawn on a stage of so many degrees."""
MAJOR = 3


class Outline(Protocol):
    """One shape of the base map: degrees, (longitude, latitude)."""

    @property
    def id(self) -> str: ...
    @property
    def layer(self) -> str: ...
    @property
    def names(self) -> Names: ...
    @property
    def country(self) -> str | None: ...
    @property
    def rank(self) -> int: ...
    @property
    def area(self) -> tuple[tuple[Ring, ...], ...]: ...
    @property
    def lines(self) -> tuple[Ring, ...]: ...


class Basemap(Protocol):
    """Whatever can say which outlines lie within a box of degrees."""

    def within(self, box: Degrees, layers: Sequence[str], tolerance: float) -> Sequence[Outline]: ...


@dataclass(frozen=True, slots=True)
class Label:
    """A name of the base map; ``width`` is how wide its shape is, in units of the plane."""

    kind: str
    x: float
    y: float
    width: float
    rank: int
    names: Names


@dataclass(frozen=True, slots=True)
class Ground:
    """What is drawn of the world, and in finer detail what lies near where most sightings are."""

    whole: tuple[Outline, ...]
    near: tuple[Outline, ...]


def ground(basemap: Basemap, stage: Stage, here: frozenset[str]) -> Ground:
    near = _outlines(basemap, stage.near, here) if stage.near else ()
    return Ground(_outlines(basemap, stage.box, here), near)


def _outlines(basemap: Basemap, box: Degrees, here: frozenset[str]) -> tuple[Outline, ...]:
    """What is worth drawing: the wider the box, the less of rivers, lakes and first-level areas."""
    wide = box[2] - box[0]
    rest = tuple(layer for layer in LAYERS if layer != "first_level")
    found = basemap.within(box, rest, wide / 5000)
    inner = box if wide < WIDE else _around([s for s in found if s.layer == "country" and s.country in here])
    areas = basemap.within(inner, ("first_level",), wide / 5000) if inner else ()
    return tuple(shape for shape in (*found, *areas) if _worth(shape, wide, here))


def _around(shapes: Sequence[Outline]) -> Degrees | None:
    """The least box around countries; of a wide map the areas of no others are drawn."""
    points = [point for ring in _rings(shapes) for point in ring]
    if not points:
        return None
    east, north = (max(point[axis] for point in points) for axis in (0, 1))
    west, south = (min(point[axis] for point in points) for axis in (0, 1))
    return west, south, east, north


def _worth(shape: Outline, wide: float, here: frozenset[str]) -> bool:
    if shape.layer == "first_level":
        return wide < WIDE or shape.country in here
    if shape.layer in ("river", "lake"):
        return shape.rank <= next(rank for most, rank in RANKS if wide < most)
    return True


def country_paths(found: Ground, stage: Stage, codes: frozenset[str]) -> dict[str, str]:
    """The drawn outline of each country, for sightings that name no more than a country."""
    whole = [shape for shape in found.whole if shape.layer == "country" and shape.country in codes]
    fine = [shape for shape in found.near if shape.layer == "country" and _inside(shape, stage.near)]
    best = {shape.country: shape for shape in (*whole, *fine) if shape.country in codes}
    return {str(code): stage.plane.path(_rings([shape])) for code, shape in best.items()}


def _inside(shape: Outline, box: Degrees | None) -> bool:
    """Whether nothing of the shape was cut off at the box."""
    points = [point for ring in _rings([shape]) for point in ring]
    return box is not None and all(box[0] < x < box[2] and box[1] < y < box[3] for x, y in points)


def _rings(shapes: Sequence[Outline]) -> list[Ring]:
    return [ring for shape in shapes for polygon in shape.area for ring in polygon]


def drawn(found: Ground, stage: Stage, here: frozenset[str]) -> Markup:
    """One group a layer, from the ground up. ``here`` are the countries that the sightings are in."""
    plane = stage.plane
    whole = [_layer(layer, found.whole, plane, here) for layer in LAYERS]
    if stage.near is None:
        return tag("g", {"id": "base"}, whole)
    west, south, east, north = stage.near
    (left, top), (right, bottom) = plane.point(west, north), plane.point(east, south)
    frame: dict[str, str | float] = {"x": round(left) + 1, "y": round(top) + 1}
    frame |= {"width": round(right - left) - 2, "height": round(bottom - top) - 2}
    fine = [_layer(layer, found.near, plane, here) for layer in LAYERS]
    window = tag("clipPath", {"id": "near"}, tag("rect", frame))
    sea = tag("rect", {**frame, "class": "sea"})
    return tag("g", {"id": "base"}, whole, window, tag("g", {"clip-path": "url(#near)"}, sea, fine))


def _layer(layer: str, shapes: Sequence[Outline], plane: Plane, here: frozenset[str]) -> Markup | None:
    mine = [shape for shape in shapes if shape.layer == layer]
    near = [shape for shape in mine if layer != "country" or shape.country not in here]
    far = [shape for shape in mine if layer == "country" and shape.country in here]
    minor = [shape for shape in near if layer == "river" and shape.rank > MAJOR]
    major = [shape for shape in near if shape not in minor]
    paths = [
        _paths(minor, plane, "b-river b-minor"),
        _paths(major, plane, f"b-{layer}"),
        _paths(far, plane, "b-country b-here"),
    ]
    return tag("g", None, paths) if mine else None


def _paths(shapes: Sequence[Outline], plane: Plane, name: str) -> Markup | None:
    closed = "".join(plane.path(_rings([shape])) for shape in shapes)
    opened = "".join(plane.path(shape.lines, closed=False) for shape in shapes)
    if not closed and not opened:
        return None
    return tag("path", {"class": name, "d": closed + opened, "fill": None if closed else "none"})


def labels(found: Ground, stage: Stage) -> list[Label]:
    """Names of countries and first-level areas, each where its shape is widest within the stage."""
    fine = [shape for shape in found.near if shape.layer == "first_level"]
    known = {shape.id for shape in fine}
    named = [*fine, *(s for s in found.whole if s.layer in ("country", "first_level") and s.id not in known)]
    window = shapely.box(*stage.box)
    made = [_label(shape, window, stage.plane) for shape in named if shape.area and shape.names]
    kept = [label for label in made if label]
    return sorted(kept, key=lambda label: (label.kind, label.rank, -label.width, label.names))


def _label(shape: Outline, window: shapely.Polygon, plane: Plane) -> Label | None:
    largest = max(shape.area, key=lambda polygon: shapely.Polygon(polygon[0]).area)
    seen = shapely.make_valid(shapely.Polygon(largest[0])).intersection(window)
    # What touches the window leaves points and lines over, on which no circle can stand.
    ground = shapely.MultiPolygon([p for p in shapely.get_parts(shapely.get_parts(seen)) if p.area > 0])
    if ground.is_empty:
        return None
    inside = shapely.maximum_inscribed_circle(ground, tolerance=0.02 * ground.area**0.5)
    lon, lat = shapely.get_coordinates(inside)[0]
    west, _, east, _ = ground.bounds
    x, y = plane.point(float(lon), float(lat))
    kind = "country" if shape.layer == "country" else "area"
    return Label(kind, round(x), round(y), round((east - west) * plane.scale), shape.rank, shape.names)
