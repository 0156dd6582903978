"""What the publication draws on: a basemap and, where there is a gazetteer, the towns of a box."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from wherewhen.basemap import Box, Layer, Outline
from wherewhen.model.place import Point
from wherewhen.publication.public import Names


class Ground(Protocol):
    """A basemap (``wherewhen.basemap.Basemap`` is one)."""

    def within(self, bbox: Box, layers: Iterable[Layer], tolerance: float = 0.0) -> Sequence[Outline]:
        """The outlines of some layers that touch the box, clipped to it; ``tolerance`` in degrees."""
        ...

    def at(self, point: Point, shore_km: float = 0.0) -> Sequence[Outline]:
        """What contains a point, smallest first."""
        ...


_QUARTER = 0.2
"""Degrees."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town to find one's way by."""

    names: Names
    lat: float
    lon: float
    population: int = 0


Towns = Callable[[Box], Sequence[Town]]
"""The towns inside a box, most important first."""


class Entry(Protocol):
    """A place of a gazetteer."""

    @property
    def names(self) -> Names: ...
    @property
    def point(self) -> Point: ...
    @property
    def population(self) -> int: ...


class Gazetteer(Protocol):
    """Whatever knows the towns of a box, most important first (``wherewhen.places.Gazetteer`` does)."""

    def towns(self, box: Box) -> Sequence[Entry]: ...


def towns_of(gazetteer: Gazetteer) -> Towns:
    """The towns of a gazetteer as maps need them."""

    def towns(box: Box) -> Sequence[Town]:
        found = [Town(e.names, e.point.lat, e.point.lon, e.population) for e in gazetteer.towns(box)]
        return [town for town in found if not any(_is_quarter(town, other) for other in found)]

    return towns


def _is_quarter(town: Town, of: Town) -> bool:
    """Whether a town is the old or the new part of another: near it, and named after it."""
    near = max(abs(town.lat - of.lat), abs(town.lon - of.lon)) < _QUARTER
    names = dict(of.names)
    return near and any(
        language in names and name.startswith(f"{names[language]} ") for language, name in town.names
    )


def no_towns(box: Box) -> Sequence[Town]:
    """Where there is no gazetteer."""
    return ()
