"""Distances and directions on the Earth taken as a sphere; kilometres and degrees.

Shapes are shapely geometries of (longitude, latitude). Longitudes may run past 180 so that a shape over
the date line stays whole; whoever stores a shape cuts it with ``on_the_map``.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from wherewhen.model.place import Point

RADIUS_KM = 6371.0088
KM_PER_DEGREE = math.pi * RADIUS_KM / 180
MAP = shapely.box(-180, -89, 180, 89)
EDGE_STEP_KM = 20.0
RUN_DEGREES = 2.0


def distance(a: Point, b: Point) -> float:
    """Great-circle distance in km."""
    phi, other = math.radians(a.lat), math.radians(b.lat)
    half_lat, half_lon = (other - phi) / 2, math.radians(b.lon - a.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(phi) * math.cos(other) * math.sin(half_lon) ** 2
    return 2 * RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def bearing(start: Point, end: Point) -> float:
    """Initial bearing in degrees clockwise from north, 0 <= b < 360."""
    phi, other, turn = math.radians(start.lat), math.radians(end.lat), math.radians(end.lon - start.lon)
    east = math.sin(turn) * math.cos(other)
    north = math.cos(phi) * math.sin(other) - math.sin(phi) * math.cos(other) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360


def destinations(start: Point, bearings: NDArray[np.float64], km: float) -> NDArray[np.float64]:
    """(longitude, latitude) reached on each bearing; longitudes unwrapped around the start."""
    phi, arc, way = math.radians(start.lat), km / RADIUS_KM, np.radians(bearings)
    sine = np.sin(phi) * np.cos(arc) + np.cos(phi) * np.sin(arc) * np.cos(way)
    lat = np.arcsin(np.clip(sine, -1, 1))
    turn = np.arctan2(np.sin(way) * np.sin(arc) * np.cos(phi), np.cos(arc) - np.sin(phi) * sine)
    return np.column_stack([start.lon + np.degrees(turn), np.degrees(lat)])


def disc(centre: Point, km: float) -> BaseGeometry:
    """Everything within a distance of a point."""
    return shapely.Polygon(destinations(centre, np.arange(0.0, 360.0, 5.0), km / math.cos(math.radians(2.5))))


def ring(centre: Point, inner_km: float, outer_km: float) -> BaseGeometry:
    return shapely.difference(disc(centre, outer_km), disc(centre, inner_km))


def sector(centre: Point, km: float, towards: float, half_width: float) -> BaseGeometry:
    """The slice of a disc whose bearings lie within ``half_width`` degrees of ``towards``."""
    first, last = towards - half_width, towards + half_width
    steps = np.linspace(0.0, km, 2 + int(km / EDGE_STEP_KM))
    out = np.vstack([destinations(centre, np.array([first]), step) for step in steps])
    arc = destinations(centre, np.linspace(first, last, 33), km)
    home = np.vstack([destinations(centre, np.array([last]), step) for step in steps[::-1]])
    return shapely.make_valid(shapely.Polygon(np.vstack([out, arc, home])))


def widened(shape: BaseGeometry, km: float) -> BaseGeometry:
    """Everything within a distance of a line or an area, true to scale along its whole length."""
    parts = [_widened(run, km) for run in _runs(shape)]
    solid = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.union_all([*parts, *solid])


def spread_km(centre: Point, shape: BaseGeometry) -> float:
    """How far the furthest corner of a shape lies from a point."""
    corners = shapely.get_coordinates(shapely.convex_hull(shape))
    return max(distance(centre, _point(lon, lat)) for lon, lat in corners)


def on_the_map(shape: BaseGeometry) -> BaseGeometry:
    """The shape within -180..180, what runs over the date line on the other side."""
    if shape.bounds[0] >= -180 and shape.bounds[2] <= 180:
        return shape
    turns = [
        shapely.transform(shape, lambda xy, by=by: xy + np.array([by, 0])) for by in (-360.0, 0.0, 360.0)
    ]
    return shapely.intersection(shapely.union_all(turns), MAP)


def _point(lon: float, lat: float) -> Point:
    return Point(float(lat), (float(lon) + 180) % 360 - 180)


def _runs(shape: BaseGeometry) -> list[BaseGeometry]:
    """Pieces of every line and outline of the shape, each over so little latitude that scale holds."""
    lines = [part.boundary if part.geom_type == "Polygon" else part for part in shapely.get_parts(shape)]
    parts = shapely.get_parts(np.array(lines, dtype=object))
    return [run for line in parts for run in _cut(shapely.get_coordinates(shapely.segmentize(line, 0.5)))]


def _cut(corners: NDArray[np.float64]) -> list[BaseGeometry]:
    """The line through the corners, cut where it enters another band of latitude."""
    bands = np.floor(corners[:, 1] / RUN_DEGREES)
    cuts = [0, *(np.flatnonzero(np.diff(bands)) + 1), len(corners) - 1]
    ends = sorted(set(cuts))
    return [shapely.LineString(corners[a : b + 1]) for a, b in pairwise(ends) if b > a]


def _widened(run: BaseGeometry, km: float) -> BaseGeometry:
    south, north = run.bounds[1], run.bounds[3]
    squeeze = max(0.02, math.cos(math.radians((south + north) / 2)))
    flat = shapely.transform(run, lambda xy: xy * [squeeze, 1])
    wide = shapely.buffer(flat, km / KM_PER_DEGREE, quad_segs=6)
    return shapely.transform(wide, lambda xy: xy / [squeeze, 1])
