"""The pack file: one SQLite table of outlines with an R*Tree of their boxes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Protocol

from shapely.geometry.base import BaseGeometry

from wherewhen.basemap.outline import Layer
from wherewhen.basemap.shapes import encode
from wherewhen.model.errors import BasemapMissing

FORMAT = 1
COLUMNS = "code, layer, country, geonames_id, names, rank, shape"
REMEDY = "Run the set-up of the repository, which compiles it with tools/basemap/build.py"
SCHEMA = """
CREATE TABLE outline (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, layer TEXT NOT NULL, country TEXT, geonames_id INTEGER,
    names TEXT NOT NULL, rank INTEGER NOT NULL, shape BLOB NOT NULL);
CREATE INDEX by_code ON outline (code);
CREATE INDEX by_geonames ON outline (geonames_id) WHERE geonames_id IS NOT NULL;
CREATE VIRTUAL TABLE box USING rtree (id, west, east, south, north);
"""


class Shaped(Protocol):
    """What the pack stores of a shape."""

    @property
    def code(self) -> str: ...
    @property
    def layer(self) -> Layer: ...
    @property
    def en(self) -> str: ...
    @property
    def ar(self) -> str: ...
    @property
    def shape(self) -> BaseGeometry: ...
    @property
    def country(self) -> str | None: ...
    @property
    def geonames_id(self) -> int | None: ...
    @property
    def rank(self) -> int: ...


def default_path() -> Path:
    """Where set-up puts the pack, inside the package."""
    return Path(str(resources.files(__package__) / "data" / "world.pack"))


def opened(path: Path | None) -> sqlite3.Connection:
    """A read-only connection; raises BasemapMissing."""
    path = path or default_path()
    if not path.is_file():
        raise BasemapMissing(path, REMEDY)
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    pack = sqlite3.connect(address, uri=True, check_same_thread=False)
    try:
        version = pack.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as damaged:
        pack.close()
        raise BasemapMissing(path, REMEDY) from damaged
    if version != FORMAT:
        pack.close()
        raise BasemapMissing(f"{path} (format {version}, wanted {FORMAT})", REMEDY)
    return pack


def write(path: Path, outlines: Iterable[Shaped]) -> None:
    """Writes the pack anew; the same outlines give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    pack = sqlite3.connect(draft)
    pack.executescript(f"PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA user_version={FORMAT};")
    pack.executescript(SCHEMA)
    for number, outline in enumerate(outlines, 1):
        west, south, east, north = outline.shape.bounds
        names = json.dumps({"en": outline.en, "ar": outline.ar}, ensure_ascii=False)
        kind = (outline.code, outline.layer.value, outline.country, outline.geonames_id)
        row = (number, *kind, names, outline.rank, encode(outline.shape))
        pack.execute("INSERT INTO outline VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        pack.execute("INSERT INTO box VALUES (?, ?, ?, ?, ?)", (number, west, east, south, north))
    pack.commit()
    pack.execute("VACUUM")
    pack.close()
    draft.replace(path)
