"""The compiled gazetteer, open for reading."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from wherewhen.model.errors import GazetteerMissing
from wherewhen.model.place import Point
from wherewhen.places.gazetteer.build import Progress, build, version
from wherewhen.places.gazetteer.desk import desk_folder
from wherewhen.places.gazetteer.entry import Entry, Naming
from wherewhen.places.spelling import fold, loosen, skeleton

Numbers = npt.NDArray[np.float64]
_BATCH = 400
_TOWNS = "'PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLC', 'PPLG', 'PPLL', 'PPLS', 'PPLF'"
_PLACE = (
    "SELECT p.id, p.name, p.arabic, p.kind, p.lat, p.lon, p.country, p.admin1, p.admin2, p.population, "
    "p.radius_km, s.text, a.name, b.name FROM place p JOIN source s ON s.n = p.source "
    "LEFT JOIN place a ON a.id = p.admin1 LEFT JOIN place b ON b.id = p.admin2 "
)


def default_path() -> Path:
    """Where the compiled gazetteer lives: $WHEREWHEN_GAZETTEER, else the user's cache folder."""
    chosen = os.environ.get("WHEREWHEN_GAZETTEER")
    if chosen:
        return Path(chosen)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "wherewhen" / f"gazetteer-{version()}.sqlite"


class Gazetteer:
    """Places by name. Names are met through ``spelling``; nothing is held in memory but recent answers."""

    def __init__(self, base: sqlite3.Connection, path: Path, own: tuple[Gazetteer, ...] = ()) -> None:
        self._base = base
        self.path = path
        self._own = own
        self.opening = lru_cache(maxsize=200_000)(self._opening)
        self._entry = lru_cache(maxsize=20_000)(self._read)
        self._towns = lru_cache(maxsize=1)(self._read_towns)
        self._capitals = lru_cache(maxsize=1)(self._read_capitals)

    @classmethod
    def open(
        cls, path: Path | None = None, progress: Progress | None = None, *, desk: Path | None = None
    ) -> Gazetteer:
        """Open the gazetteer; the default one is built on first use. Raises GazetteerMissing.

        desk  folder with imported gazetteers; the default gazetteer comes with the user's own folder
        """
        place = path or default_path()
        if not place.exists() and path is None and "WHEREWHEN_GAZETTEER" not in os.environ:
            build(place, progress or (lambda _step, _share: None))
        try:
            base = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            base.execute("SELECT 1 FROM name LIMIT 1").fetchone()
        except sqlite3.Error as error:
            raise GazetteerMissing(place, "Build it with: wherewhen gazetteer build") from error
        folder = desk or (desk_folder() if path is None else None)
        files = sorted(folder.glob("*.sqlite")) if folder else []
        return cls(base, place, tuple(cls.open(file) for file in files))

    def close(self) -> None:
        for gazetteer in self._own:
            gazetteer.close()
        self._base.close()

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def version(self) -> str:
        row = self._base.execute("SELECT value FROM about WHERE key = 'version'").fetchone()
        return str(row[0]) if row else ""

    def search(self, name: str) -> tuple[Entry, ...]:
        """Places of that name, best first: the same letters, else another romanisation or script."""
        folded = fold(name)
        tries = (("=" + name, folded), (loosen(folded), "~" + loosen(folded)), ("#" + skeleton(name),))
        for keys in tries:
            found = [entry for entries in self.lookup(keys).values() for entry in entries]
            if found:
                return tuple(sorted(dict.fromkeys(found), key=_fame))
        return ()

    def lookup(self, keys: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """Entries by exact key; keys are folded names, "=CODE", "~loose" or "#skeleton"."""
        wanted = [key for key in dict.fromkeys(keys) if key and key != "#"]
        found: dict[str, list[Entry]] = {}
        for start in range(0, len(wanted), _BATCH):
            for key, place, naming in self._named(wanted[start : start + _BATCH]):
                found.setdefault(key, []).append(self._entry(place, naming))
        for gazetteer in self._own:
            for key, entries in gazetteer.lookup(wanted).items():
                found[key] = [*(replace(e, own=True) for e in entries), *found.get(key, ())]
        return {key: tuple(entries) for key, entries in found.items()}

    def entry(self, identifier: str) -> Entry | None:
        """The place with that id."""
        row = self._base.execute("SELECT n FROM place WHERE id = ?", (identifier,)).fetchone()
        if row:
            return self._entry(row[0], int(Naming.MAIN))
        return next((e for gazetteer in self._own if (e := gazetteer.entry(identifier))), None)

    def towns(self, box: tuple[float, float, float, float], most: int = 60) -> tuple[Entry, ...]:
        """Towns inside (west, south, east, north), capitals and the most populous first."""
        west, south, east, north = box
        numbers, lon, lat = self._towns()
        inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
        return tuple(self._entry(int(n), int(Naming.MAIN)) for n in numbers[inside][:most])

    def capital(self, country: str) -> Entry | None:
        """The country's capital; None where it has none."""
        number = self._capitals().get(country)
        return self._entry(number, int(Naming.MAIN)) if number else None

    def _read_capitals(self) -> dict[str, int]:
        rows = self._base.execute("SELECT country, n FROM place WHERE kind = 'PPLC' ORDER BY population")
        return dict(rows.fetchall())

    def _read_towns(self) -> tuple[Numbers, Numbers, Numbers]:
        """Numbers, longitudes, latitudes of all inhabited towns, most important first."""
        order = "ORDER BY kind = 'PPLC' DESC, population DESC, n"
        query = f"SELECT n, lon, lat FROM place WHERE kind IN ({_TOWNS}) AND population > 0 {order}"
        rows = np.array(self._base.execute(query).fetchall() or np.empty((0, 3)), dtype=float)
        return rows[:, 0], rows[:, 1], rows[:, 2]

    def _named(self, keys: list[str]) -> list[tuple[str, int, int]]:
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, place, naming FROM name WHERE key IN ({marks})"
        return self._base.execute(query, keys).fetchall()

    def _opening(self, word: str) -> int:
        """How many words the longest name has that begins with this folded word; 0 if none does."""
        row = self._base.execute("SELECT most FROM opening WHERE word = ?", (word,)).fetchone()
        return max([row[0] if row else 0, *(gazetteer.opening(word) for gazetteer in self._own)])

    def _read(self, number: int, naming: int) -> Entry:
        return _entry(self._base.execute(_PLACE + "WHERE p.n = ?", (number,)).fetchone(), Naming(naming))


def _entry(row: Sequence[Any], naming: Naming) -> Entry:
    identifier, name, arabic, kind, lat, lon, country, admin1, admin2, people, radius, source, a1, a2 = row
    names = (("en", name), ("ar", arabic)) if arabic else (("en", name),)
    return Entry(
        identifier, names, kind, Point(lat, lon), country, admin1, a1 or "", admin2, a2 or "", people, radius,
        naming, source,
    )  # fmt: skip


def _fame(entry: Entry) -> tuple[bool, int, int]:
    return (not entry.own, entry.naming, -entry.population)
