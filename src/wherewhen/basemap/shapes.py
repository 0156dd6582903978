"""Geometry between its three dresses: shapely, the model's rings, and the packed bytes of the basemap.

Packed bytes: zlib of unsigned varints. First the lengths (parts, rings of each part, points of each
ring; a line has rings of one part each), then all longitudes, then all latitudes, as zigzag
differences of whole steps of ``STEP`` degrees. Shared borders stay shared, for a vertex has one step.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from wherewhen.model.place import Area, Polygon, Ring

STEP = 0.0005
"""Degrees a step: about 55 m of latitude."""
Ints = NDArray[np.int64]


def encode(shape: BaseGeometry) -> bytes:
    """A polygon, multipolygon, line or multiline as packed bytes."""
    kind, coords, offsets = shapely.to_ragged_array([_multiple(shape)])
    lengths = [np.diff(level) for level in reversed(offsets)]
    steps = np.rint(coords / STEP).astype(np.int64)
    deltas = np.diff(steps, axis=0, prepend=np.zeros((1, 2), np.int64))
    head = np.concatenate([np.array([len(level), *level], np.int64) for level in lengths])
    zigzag = np.concatenate([_zigzag(deltas[:, 0]), _zigzag(deltas[:, 1])])
    return zlib.compress(bytes([int(kind)]) + _varints(np.concatenate([head, zigzag])), 9)


def decode(packed: bytes) -> BaseGeometry:
    """The multipolygon or multiline of packed bytes."""
    raw = zlib.decompress(packed)
    numbers, at, levels = _numbers(raw[1:]), 0, []
    kind = shapely.GeometryType(raw[0])
    for _ in range(3 if kind is shapely.GeometryType.MULTIPOLYGON else 2):
        count = int(numbers[at])
        levels.append(np.concatenate([[0], np.cumsum(numbers[at + 1 : at + 1 + count])]))
        at += 1 + count
    steps = np.cumsum(_unzigzag(numbers[at:]).reshape(2, -1), axis=1).T
    coords = np.ascontiguousarray(np.round(steps * STEP, 4))
    made: Any = shapely.from_ragged_array(kind, coords, tuple(reversed(levels)))
    return made[0]


def snapped(shape: BaseGeometry) -> BaseGeometry:
    """The shape with every vertex on a whole step, repeated vertices dropped, still valid."""
    moved = shapely.transform(shape, lambda xy: np.round(np.rint(xy / STEP) * STEP, 4))
    moved = shapely.remove_repeated_points(moved)
    return moved if shapely.is_valid(moved) else polygonal(shapely.set_precision(shape, STEP))


def polygonal(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a shape, without the points and lines that an intersection leaves over."""
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon"]
    nested = [p for p in shapely.get_parts(shape) if p.geom_type == "MultiPolygon"]
    parts += [p for multi in nested for p in multi.geoms]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon([p for p in parts if not p.is_empty])


def area_of(shape: BaseGeometry, digits: int = 4) -> Area:
    """The model's area of a polygon or multipolygon; outer rings counter-clockwise, holes clockwise."""
    wound = shapely.orient_polygons(polygonal(shape))
    return tuple(_polygon(part, digits) for part in shapely.get_parts(wound) if not part.is_empty)


def lines_of(shape: BaseGeometry) -> tuple[Ring, ...]:
    """The (longitude, latitude) runs of a line or multiline."""
    return tuple(_ring(part.coords, 4) for part in shapely.get_parts(shape))


def shape_of(area: Area) -> BaseGeometry:
    """The shapely geometry of the model's area."""
    polygons = [shapely.Polygon(rings[0], rings[1:]) for rings in area]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _multiple(shape: BaseGeometry) -> BaseGeometry:
    if shape.geom_type == "Polygon":
        return shapely.MultiPolygon([shape])
    return shapely.MultiLineString([shape]) if shape.geom_type == "LineString" else shape


def _polygon(part: Any, digits: int) -> Polygon:
    rings = [part.exterior, *part.interiors]
    return tuple(_ring(ring.coords, digits) for ring in rings)


def _ring(coords: Iterable[Any], digits: int) -> Ring:
    return tuple((round(c[0], digits), round(c[1], digits)) for c in coords)


def _zigzag(values: Ints) -> Ints:
    return (values << 1) ^ (values >> 63)


def _unzigzag(values: Ints) -> Ints:
    return (values >> 1) ^ -(values & 1)


def _varints(values: Ints) -> bytes:
    planes = np.stack([(values >> (7 * place)) & 127 for place in range(5)], axis=1)
    sizes = 1 + np.sum([(values >> (7 * place)) > 0 for place in range(1, 5)], axis=0)
    used = np.arange(5) < sizes[:, None]
    more = np.arange(1, 6) < sizes[:, None]
    return bytes((planes + 128 * more)[used].astype(np.uint8))


def _numbers(raw: bytes) -> Ints:
    octets = np.frombuffer(raw, np.uint8).astype(np.int64)
    last = np.flatnonzero(octets < 128)
    first = np.concatenate([[0], last[:-1] + 1])
    place = np.arange(len(octets)) - np.repeat(first, last - first + 1)
    result: Ints = np.add.reduceat((octets & 127) << (7 * place), first)
    return result
