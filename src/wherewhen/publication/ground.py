"""What the publication needs of a basemap: outlines with names inside a box."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from wherewhen.model.place import Area, Ring
from wherewhen.publication.public import Names

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class Shape(Protocol):
    """One outline, clipped to the box that was asked for."""

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
    def bbox(self) -> Box: ...
    @property
    def area(self) -> Area: ...
    @property
    def lines(self) -> tuple[Ring, ...]: ...


class Ground(Protocol):
    """A basemap (``wherewhen.basemap.Basemap`` is one)."""

    def within(self, bbox: Box, layers: Sequence[str], tolerance: float) -> Sequence[Shape]:
        """The outlines of some layers that touch the box; ``tolerance`` in degrees simplifies them."""
        ...


def holds(area: Area, lon: float, lat: float) -> bool:
    """Whether a point lies in the polygons (and not in their holes)."""
    return any(sum(_crossings(ring, lon, lat) for ring in polygon) % 2 for polygon in area)


def _crossings(ring: Ring, lon: float, lat: float) -> int:
    """How many edges of the ring a line from the point to the east meets."""
    return sum(
        (a[1] > lat) != (b[1] > lat) and lon < (b[0] - a[0]) * (lat - a[1]) / (b[1] - a[1]) + a[0]
        for a, b in pairwise(ring)
    )
