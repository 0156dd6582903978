"""The basemap as the product asks it: by code, by point, by box."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap.outline import Box, Layer, Outline
from wherewhen.basemap.pack import COLUMNS, opened
from wherewhen.basemap.shapes import decode
from wherewhen.model.place import Point

LAND = (Layer.FIRST_LEVEL, Layer.REGION, Layer.COUNTRY)
KM_PER_DEGREE = 111.2


class Basemap:
    """A pack opened for reading. Safe to share between threads that only read."""

    def __init__(self, pack: sqlite3.Connection) -> None:
        self._pack = pack
        self._shape = cache(self._decoded)
        self._known = cache(self._made)

    @classmethod
    def open(cls, path: Path | None = None) -> Basemap:
        """Opens the pack in the package, or another; raises BasemapMissing."""
        return cls(opened(path))

    def close(self) -> None:
        self._pack.close()

    def country(self, iso2: str) -> Outline | None:
        """A country by its ISO 3166-1 alpha-2 code."""
        return self._first("code = ? AND layer = 'country'", iso2.upper())

    def first_level(self, code: int | str) -> Outline | None:
        """A first-level area by GeoNames id (``170062`` or ``"geonames:170062"``) or ISO 3166-2 code."""
        digits = str(code).removeprefix("geonames:")
        column = "geonames_id" if digits.isdigit() else "code"
        return self._first(f"{column} = ? AND layer IN ('first_level', 'region') ORDER BY layer DESC", digits)

    def named(self, layer: Layer, name: str) -> tuple[Outline, ...]:
        """The outlines of a layer with exactly this name in either language (rivers and lakes)."""
        known = "json_extract(names, '$.en') = ? OR json_extract(names, '$.ar') = ?"
        sql = f"layer = ? AND ({known}) ORDER BY rank, id"
        return tuple(self._known(i) for i in self._ids(sql, (layer.value, name, name)))

    def at(self, point: Point, shore_km: float = 0.0) -> tuple[Outline, ...]:
        """What contains a point, smallest first: first-level area, region where there is one, country.

        A point up to ``shore_km`` outside all land (a harbour town on a generalised coast) is given
        to the nearest area.
        """
        spot = shapely.Point(point.lon, point.lat)
        near = self._near(spot, 0.0)
        found = [i for i in near if shapely.contains(self._shape(i), spot)]
        if not found and shore_km > 0:
            found = self._nearest(spot, shore_km / KM_PER_DEGREE)
        order = {layer: n for n, layer in enumerate(LAND)}
        return tuple(sorted((self._known(i) for i in found), key=lambda outline: order[outline.layer]))

    def within(self, bbox: Box, layers: Iterable[str], tolerance: float = 0.0) -> tuple[Outline, ...]:
        """The outlines that touch a box, clipped to it.

        tolerance  degrees; detail smaller than this is dropped, neighbours keep one common border
        Order: by layer as given, then most important first.
        """
        found = (self._layer_within(bbox, Layer(layer), tolerance) for layer in layers)
        return tuple(outline for outlines in found for outline in outlines)

    def land(self, bbox: Box) -> BaseGeometry:
        """All land in a box as one geometry."""
        ids = self._touching(bbox, [Layer.COUNTRY])
        window = shapely.box(*bbox)
        return shapely.union_all([shapely.intersection(self._shape(i), window) for i in ids])

    def dry(self, bbox: Box) -> BaseGeometry:
        """All land in a box without its lakes."""
        lakes = [self._shape(i) for i in self._touching(bbox, [Layer.LAKE])]
        return shapely.difference(self.land(bbox), shapely.union_all(lakes))

    def outline(self, outline_id: str) -> Outline | None:
        """Any outline by its id."""
        return self._first("code = ?", outline_id)

    def _layer_within(self, bbox: Box, layer: Layer, tolerance: float) -> list[Outline]:
        ids = self._touching(bbox, [layer])
        shapes = _simplified([self._shape(i) for i in ids], layer, tolerance)
        clipped = [_clipped(shape, bbox, layer) for shape in shapes]
        made = [self._build(self._row(i), shape) for i, shape in zip(ids, clipped, strict=True)]
        return [outline for outline in made if not outline.shape.is_empty]

    def _near(self, spot: BaseGeometry, margin: float) -> list[int]:
        x, y = shapely.get_x(spot), shapely.get_y(spot)
        box = (x - margin, y - margin, x + margin, y + margin)
        return self._touching(box, LAND)

    def _nearest(self, spot: BaseGeometry, margin: float) -> list[int]:
        near = self._near(spot, margin * 3)
        distances = [(float(shapely.distance(self._shape(i), spot)), i) for i in near]
        best = min(distances, default=(margin + 1, 0))[0]
        return [i for distance, i in distances if distance <= min(best + 1e-9, margin)]

    def _touching(self, bbox: Box, layers: Sequence[Layer]) -> list[int]:
        west, south, east, north = bbox
        marks = ", ".join("?" * len(layers))
        sql = f"""SELECT outline.id FROM box JOIN outline ON outline.id = box.id
                  WHERE box.west <= ? AND box.east >= ? AND box.south <= ? AND box.north >= ?
                  AND layer IN ({marks}) ORDER BY rank, outline.id"""
        return [row[0] for row in self._pack.execute(sql, (east, west, north, south, *layers))]

    def _ids(self, where: str, values: Sequence[Any]) -> list[int]:
        return [row[0] for row in self._pack.execute(f"SELECT id FROM outline WHERE {where}", values)]

    def _first(self, where: str, *values: Any) -> Outline | None:
        found = self._ids(where, values)
        return self._known(found[0]) if found else None

    def _row(self, number: int) -> Sequence[Any]:
        found = self._pack.execute(f"SELECT {COLUMNS} FROM outline WHERE id = ?", (number,))
        row: Sequence[Any] = found.fetchone()
        return row

    def _decoded(self, number: int) -> BaseGeometry:
        shape = decode(self._row(number)[-1])
        shapely.prepare(shape)
        return shape

    def _made(self, number: int) -> Outline:
        return self._build(self._row(number), self._shape(number))

    def _build(self, row: Sequence[Any], shape: BaseGeometry) -> Outline:
        code, layer, country, geonames_id, names, rank, _ = row
        given = tuple((language, name) for language, name in json.loads(names).items() if name)
        return Outline(code, Layer(layer), given, country, geonames_id, rank, shape)


def _simplified(shapes: list[BaseGeometry], layer: Layer, tolerance: float) -> list[BaseGeometry]:
    if tolerance <= 0 or not shapes:
        return shapes
    if layer in LAND:
        return list(shapely.coverage_simplify(np.array(shapes), tolerance))
    return [shapely.simplify(shape, tolerance) for shape in shapes]


def _clipped(shape: BaseGeometry, bbox: Box, layer: Layer) -> BaseGeometry:
    cut = shapely.intersection(shape, shapely.box(*bbox))
    wanted = "LineString" if layer.line else "Polygon"
    pieces = shapely.get_parts(shapely.get_parts(cut))
    parts = [part for part in pieces if part.geom_type == wanted and not part.is_empty]
    return shapely.MultiLineString(parts) if layer.line else shapely.MultiPolygon(parts)
