"""Tables: the GeoNames country file (tab separated, 19 columns) and CSV with named columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from wherewhen.places.gazetteer.imports.problems import Problems
from wherewhen.places.gazetteer.rows import Row
from wherewhen.places.spelling import arabic_script

_GEONAMES_COLUMNS = 19
_LARGE_FIELD = 1 << 20
HEADINGS = {
    "id": ("id", "identifier", "pcode", "uri"),
    "name": ("name", "name_en", "title", "toponym", "place"),
    "arabic": ("arabic", "name_ar", "ar"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "kind": ("kind", "type", "feature_code", "fcode"),
    "country": ("country", "country_code", "iso2", "ccode"),
    "population": ("population", "pop"),
    "also": ("also", "alternate_names", "alternatenames", "variants", "aliases"),
}


def geonames(file: Path, problems: Problems) -> Iterator[Row]:
    """A GeoNames country file or the whole dump, read line by line."""
    with file.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\r\n").split("\t")
            if len(fields) != _GEONAMES_COLUMNS:
                problems.note(number, f"{len(fields)} columns, not {_GEONAMES_COLUMNS}")
                continue
            row = problems.row(number, f"geonames:{fields[0]}", fields[1], fields[7], fields[4], fields[5])
            if row is not None:
                yield _detailed(row, fields[8], fields[14], fields[3].split(","), number, problems)


def table(file: Path, problems: Problems, columns: Mapping[str, str]) -> Iterator[Row]:
    """CSV with a heading; ``columns`` maps our words to the headings where they differ."""
    csv.field_size_limit(_LARGE_FIELD)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        where = _headings(reader.fieldnames or (), columns)
        missing = [c for c in ("name", "lat", "lon") if c not in where]
        if missing:
            problems.note(1, f"no column for {', '.join(missing)}")
            return
        for record in reader:
            if None in record or None in record.values():
                problems.note(reader.line_num, "not as many fields as the heading")
                continue
            said = {ours: record[theirs].strip() for ours, theirs in where.items()}
            row = _row(file, said, reader.line_num, problems)
            if row is not None:
                yield row


def _headings(given: object, columns: Mapping[str, str]) -> dict[str, str]:
    names = {str(n).strip().casefold(): str(n) for n in given} if isinstance(given, (list, tuple)) else {}
    found = {ours: names[t] for ours, theirs in HEADINGS.items() for t in reversed(theirs) if t in names}
    return found | {ours: names[t.casefold()] for ours, t in columns.items() if t.casefold() in names}


def _row(file: Path, said: dict[str, str], number: int, problems: Problems) -> Row | None:
    identifier = said.get("id") or f"{file.stem}:{number}"
    row = problems.row(number, identifier, said["name"], said.get("kind", ""), said["lat"], said["lon"])
    if row is None:
        return None
    row.arabic = said.get("arabic", "")
    also = said.get("also", "").replace(";", "|").split("|")
    return _detailed(row, said.get("country", ""), said.get("population", ""), also, number, problems)


def _detailed(
    row: Row, country: str, population: str, also: list[str], number: int, problems: Problems
) -> Row:
    row.country = country.upper()[:2]
    try:
        row.population = int(float(population or 0))
    except ValueError:
        problems.note(number, f"population is no number: {population!r}")
    row.arabic = row.arabic or next((a for a in also if arabic_script(a)), "")
    return row.also(a.strip() for a in also)
