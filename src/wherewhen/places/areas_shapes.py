"""Cutting and moving shapes of (longitude, latitude), true to scale at their own latitude."""

from __future__ import annotations

import math

import numpy as np
import shapely
import shapely.affinity
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap import Box
from wherewhen.model.place import Point
from wherewhen.places.geodesy import destinations


def slice_of(shape: BaseGeometry, direction: float, share: float) -> BaseGeometry:
    """The share of a shape's land that lies furthest in a direction (degrees from north)."""
    even, squeeze = flat(shape)
    turned = shapely.affinity.rotate(even, direction, origin=(0, 0))
    west, south, east, north = turned.bounds
    low, high, wanted = south, north, turned.area * share
    for _ in range(24):
        cut = (low + high) / 2
        above = shapely.clip_by_rect(turned, west - 1, cut, east + 1, north + 1).area
        low, high = (cut, high) if above > wanted else (low, cut)
    kept = shapely.intersection(turned, shapely.box(west - 1, low, east + 1, north + 1))
    back = shapely.affinity.rotate(kept, -direction, origin=(0, 0))
    return curved(back, squeeze)


def core_of(shape: BaseGeometry, share: float) -> BaseGeometry:
    """The share of a shape's land nearest its centre, by growing a copy of its own outline."""
    middle = shapely.centroid(shape)
    smaller = shapely.affinity.scale(shape, math.sqrt(share), math.sqrt(share), origin=middle)
    return shapely.intersection(shapely.make_valid(smaller), shape)


def swept(line: BaseGeometry, direction: float, km: float) -> BaseGeometry:
    """The land that a line passes over when it is moved so many km in a direction."""
    runs = [shapely.get_coordinates(run) for run in shapely.get_parts(shapely.simplify(line, 0.02))]
    steps = [(run[i], run[i + 1]) for run in runs for i in range(len(run) - 1)]
    return shapely.union_all([_step(one, two, direction, km) for one, two in steps])


def _step(one: NDArray[np.float64], two: NDArray[np.float64], direction: float, km: float) -> BaseGeometry:
    there = [destinations(Point(lat, lon), np.array([direction]), km)[0] for lon, lat in (one, two)]
    return shapely.convex_hull(shapely.MultiPoint([one, two, *there]))


def middle(shape: BaseGeometry) -> Point:
    """The centroid as a point; it need not lie inside."""
    centre = shapely.centroid(shape)
    return Point(float(centre.y), float(centre.x))


def window(shape: BaseGeometry, margin: float) -> Box:
    """The box around a shape, so many degrees wider, within the map."""
    west, south, east, north = shape.bounds
    return (
        max(-180.0, west - margin),
        max(-90.0, south - margin),
        min(180.0, east + margin),
        min(90.0, north + margin),
    )


def boxed(shape: BaseGeometry, margin: float) -> BaseGeometry:
    """The window as a polygon."""
    return shapely.box(*window(shape, margin))


def coarse(shape: BaseGeometry, tolerance: float | None = None) -> BaseGeometry:
    """Fewer corners before a shape is widened by kilometres: the larger it is, the fewer."""
    size = math.sqrt(max(shape.area, 1e-9))
    return shapely.simplify(shape, tolerance or min(0.03, size / 200))


def flat(shape: BaseGeometry) -> tuple[BaseGeometry, float]:
    """The shape with degrees of longitude as long as those of latitude, and by what they were shortened."""
    south, north = shape.bounds[1], shape.bounds[3]
    squeeze = max(0.02, math.cos(math.radians((south + north) / 2)))
    return shapely.transform(shape, lambda xy: xy * np.array([squeeze, 1])), squeeze


def curved(shape: BaseGeometry, squeeze: float) -> BaseGeometry:
    """What ``flat`` made, back in degrees."""
    return shapely.transform(shape, lambda xy: xy / np.array([squeeze, 1]))
