"""What goes into the pack, one record a shape, and the notes that correct the sources."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from wherewhen.basemap.outline import Layer

HERE = Path(__file__).parent


def notes(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Record:
    code: str
    layer: Layer
    en: str
    ar: str
    shape: BaseGeometry
    country: str | None = None
    geonames_id: int | None = None
    rank: int = 0
    group: str = ""
    fallback: str = ""

    def shaped(self, shape: BaseGeometry) -> Record:
        return replace(self, shape=shape)


def rank_by_size(shape: BaseGeometry) -> int:
    """0 for a square degree and more, one more for each third of that, at most 10."""
    return min(10, max(0, math.ceil(-math.log(max(shape.area, 1e-9), 3))))
