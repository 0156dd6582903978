"""Towns to find one's way by: a few for the whole stage, more where most of the sightings are."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.publication.ground import Town, Towns
from wherewhen.publication.site.base import Label
from wherewhen.publication.site.projection import Degrees
from wherewhen.publication.site.stage import Box, Stage

_SIDE = 4
"""The focus is searched in so many columns and rows, so that no large city takes all the room."""


def town_labels(towns: Towns, stage: Stage) -> list[Label]:
    """Labels of kind ``town``, most important first; ``width`` counts the people."""
    found: dict[tuple[float, float], Town] = {}
    cells = [cell for row in range(_SIDE) for cell in _row(stage, row)]
    for box in (stage.box, _grown(_degrees(stage), 0.1), *cells):
        found |= {(t.lon, t.lat): t for t in towns(box)}
    ranked = sorted(found.values(), key=lambda t: (-t.population, t.names, t.lon, t.lat))
    return [_label(town, rank, stage) for rank, town in enumerate(ranked)]


def _row(stage: Stage, row: int) -> Sequence[Degrees]:
    west, south, east, north = _degrees(stage)
    wide, high = (east - west) / _SIDE, (north - south) / _SIDE
    low = south + row * high
    return [(west + i * wide, low, west + (i + 1) * wide, low + high) for i in range(_SIDE)]


def _degrees(stage: Stage) -> Degrees:
    """The focus in degrees."""
    west, north = stage.plane.degrees(*_corner(stage.focus, 0))
    east, south = stage.plane.degrees(*_corner(stage.focus, 2))
    return west, south, east, north


def _corner(box: Box, first: int) -> tuple[float, float]:
    return box[first], box[first + 1]


def _grown(box: Degrees, share: float) -> Degrees:
    west, south, east, north = box
    x, y = (east - west) * share, (north - south) * share
    return west - x, south - y, east + x, north + y


def _label(town: Town, rank: int, stage: Stage) -> Label:
    x, y = stage.plane.point(town.lon, town.lat)
    return Label("town", round(x), round(y), town.population, rank, town.names)
