"""What of the world is seen in one window, as fine as its pixels and no finer."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap import Layer, Outline
from wherewhen.publication.ground import Ground
from wherewhen.publication.illustrations.frame import Frame
from wherewhen.publication.illustrations.sheet import run_of_tenths

_SPARE = 0.04
_PIXEL = 0.6


class Terrain:
    """The outlines in a frame, clipped first and simplified then: the other way takes twenty times longer."""

    def __init__(self, ground: Ground, frame: Frame) -> None:
        self._ground = ground
        self.frame = frame
        self._paths: dict[tuple[Layer, str], str] = {}

    @cached_property
    def countries(self) -> tuple[Outline, ...]:
        return self._seen(Layer.COUNTRY)

    @cached_property
    def areas(self) -> tuple[Outline, ...]:
        return self._seen(Layer.FIRST_LEVEL)

    @cached_property
    def lakes(self) -> tuple[Outline, ...]:
        return self._seen(Layer.LAKE)

    @cached_property
    def rivers(self) -> tuple[Outline, ...]:
        return self._seen(Layer.RIVER)

    @cached_property
    def disputed(self) -> tuple[Outline, ...]:
        return self._seen(Layer.DISPUTED)

    def drawn(self, outline: Outline) -> str:
        """Path data of an outline of this terrain, made once."""
        key = (outline.layer, outline.id)
        if key not in self._paths:
            self._paths[key] = self._path(outline)
        return self._paths[key]

    def _path(self, outline: Outline) -> str:
        if outline.layer.line:
            return "".join(self._run(line, closed=False) for line in shapely.get_parts(outline.shape))
        rings = shapely.get_rings(shapely.get_parts(outline.shape))
        return "".join(self._run(ring, closed=True) for ring in rings)

    def _run(self, shape: BaseGeometry, closed: bool) -> str:
        degrees, frame = shapely.get_coordinates(shape), self.frame
        x = frame.width / 2 + (degrees[:, 0] - frame.lon) * (frame.squeeze * frame.scale)
        y = frame.height / 2 - (degrees[:, 1] - frame.lat) * frame.scale
        tenths = np.rint(np.column_stack((x, y)) * 10).astype(np.int64)
        return run_of_tenths(tenths.tolist(), closed)

    def _seen(self, layer: Layer) -> tuple[Outline, ...]:
        found = self._ground.within(self.frame.box(_SPARE), (layer,))
        tolerance = _PIXEL / self.frame.scale
        if not found or layer.line:
            return tuple(replace(o, shape=shapely.simplify(o.shape, tolerance)) for o in found)
        shapes = shapely.coverage_simplify(np.array([o.shape for o in found]), tolerance)
        return tuple(replace(o, shape=s) for o, s in zip(found, shapes, strict=True) if not s.is_empty)
