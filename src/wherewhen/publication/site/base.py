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


def outlines(basemap: Basemap, stage: Stage) -> tuple[Outline, ...]:
    return tuple(basemap.within(stage.box, LAYERS, stage.tolerance))


def drawn(shapes: Sequence[Outline], plane: Plane, here: frozenset[str]) -> Markup:
    """One group a layer, from the ground up. ``here`` are the countries that the sightings are in."""
    return tag("g", {"id": "base"}, [_layer(layer, shapes, plane, here) for layer in LAYERS])


def _layer(layer: str, shapes: Sequence[Outline], plane: Plane, here: frozenset[str]) -> Markup | None:
    mine = [shape for shape in shapes if shape.layer == layer]
    near = [shape for shape in mine if layer != "country" or shape.country not in here]
    far = [shape for shape in mine if layer == "country" and shape.country in here]
    paths = [_paths(near, plane, f"b-{layer}"), _paths(far, plane, "b-country b-here")]
    return tag("g", None, paths) if mine else None


def _paths(shapes: Sequence[Outline], plane: Plane, name: str) -> Markup | None:
    closed = "".join(plane.path([ring for polygon in shape.area for ring in polygon]) for shape in shapes)
    opened = "".join(plane.path(shape.lines, closed=False) for shape in shapes)
    if not closed and not opened:
        return None
    return tag("path", {"class": name, "d": closed + opened, "fill": None if closed else "none"})


def labels(shapes: Sequence[Outline], stage: Stage) -> list[Label]:
    """Names of countries and first-level areas, each where its shape is widest within the stage."""
    window = shapely.box(*stage.box)
    found = []
    for shape in shapes:
        if shape.layer in ("country", "first_level") and shape.area and shape.names:
            label = _label(shape, window, stage.plane)
            if label:
                found.append(label)
    return sorted(found, key=lambda label: (label.kind, label.rank, -label.width, label.names))


def _label(shape: Outline, window: shapely.Polygon, plane: Plane) -> Label | None:
    largest = max(shape.area, key=lambda polygon: shapely.Polygon(polygon[0]).area)
    ground = shapely.make_valid(shapely.Polygon(largest[0])).intersection(window)
    if ground.is_empty or ground.area == 0:
        return None
    inside = shapely.maximum_inscribed_circle(ground, tolerance=0.02 * ground.area**0.5)
    lon, lat = shapely.get_coordinates(inside)[0]
    west, _, east, _ = ground.bounds
    x, y = plane.point(float(lon), float(lat))
    kind = "country" if shape.layer == "country" else "area"
    return Label(kind, round(x), round(y), round((east - west) * plane.scale), shape.rank, shape.names)
