"""Which reader fits a gazetteer file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from wherewhen.model.errors import UnreadableFile
from wherewhen.places.gazetteer.imports.features import features, kml
from wherewhen.places.gazetteer.imports.problems import Problems
from wherewhen.places.gazetteer.imports.tables import geonames, table
from wherewhen.places.gazetteer.rows import Row


def read(file: Path, columns: Mapping[str, str] | None = None) -> Iterator[Row]:
    """Places of a GeoNames file (.txt, .tsv), CSV, GeoJSON or Linked Places (.json, .geojson), or KML.

    columns maps our words (name, lat, lon, arabic, kind, country, population, also, id) to CSV headings.
    Raises GazetteerRefused after the last row if any line was wrong, UnreadableFile if there is no file.
    """
    problems = Problems(file)
    try:
        yield from _rows(file, problems, columns or {})
    except UnicodeDecodeError as error:
        problems.note(1, f"not UTF-8 at byte {error.start}")
    except OSError as error:
        raise UnreadableFile(file, "Give the path of a gazetteer file") from error
    problems.refuse()


def _rows(file: Path, problems: Problems, columns: Mapping[str, str]) -> Iterator[Row]:
    ending = file.suffix.casefold()
    if ending in (".json", ".geojson", ".jsonld"):
        return features(file, problems)
    if ending == ".kml":
        return kml(file, problems)
    if ending == ".csv":
        return table(file, problems, columns)
    return geonames(file, problems)
