"""GeoJSON and Linked Places (one JSON object with ``features``), and KML placemarks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from wherewhen.places.gazetteer.imports.problems import Problems
from wherewhen.places.gazetteer.rows import Row
from wherewhen.places.spelling import arabic_script

_KML = "{*}"


def features(file: Path, problems: Problems) -> Iterator[Row]:
    """GeoJSON features; those of Linked Places bring names, types and identifiers of their own."""
    text = file.read_text("utf-8-sig")
    for line, feature in _each(text, problems):
        row = _feature(feature, line, file.stem, problems)
        if row is not None:
            yield row


def _each(text: str, problems: Problems) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, feature) one by one, so that a problem has a line."""
    opening = re.search(r'"features"\s*:\s*\[', text)
    if opening is None:
        problems.note(1, "no features in this file")
        return
    decode, position = json.JSONDecoder().raw_decode, opening.end()
    while (start := re.compile(r"[\s,]*").match(text, position).end()) < len(text) and text[start] != "]":  # type: ignore[union-attr]
        line = text.count("\n", 0, start) + 1
        try:
            feature, position = decode(text, start)
        except json.JSONDecodeError as error:
            problems.note(error.lineno, f"not JSON: {error.msg}")
            return
        if isinstance(feature, dict):
            yield line, feature
        else:
            problems.note(line, "a feature that is no object")


def _feature(feature: dict[str, Any], line: int, stem: str, problems: Problems) -> Row | None:
    said = feature.get("properties") or {}
    names = [str(n.get("toponym", "")) for n in feature.get("names") or [] if isinstance(n, dict)]
    title = str(said.get("title") or said.get("name") or (names[0] if names else ""))
    lon, lat = _centre(feature.get("geometry"))
    identifier = str(feature.get("@id") or feature.get("id") or said.get("id") or f"{stem}:{line}")
    row = problems.row(line, identifier, title, _kind(feature, said), lat, lon)
    if row is None:
        return None
    codes = said.get("ccodes") or [said.get("country") or ""]
    row.country = str(codes[0]).upper()[:2] if codes else ""
    row.arabic = next((n for n in names if arabic_script(n)), str(said.get("name_ar") or ""))
    return row.also(names)


def _kind(feature: dict[str, Any], said: dict[str, Any]) -> str:
    types = [t for t in feature.get("types") or [] if isinstance(t, dict)]
    code = said.get("fcode") or said.get("kind") or (types[0].get("label") if types else "")
    return str(code or "PPL")


def _centre(geometry: Any) -> tuple[object, object]:
    """A point, or the middle of a shape's bounds."""
    points = list(_points(geometry))
    if not points:
        return None, None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _points(geometry: Any) -> Iterator[tuple[float, float]]:
    if isinstance(geometry, dict):
        for part in geometry.get("geometries") or ():
            yield from _points(part)
        yield from _points(geometry.get("coordinates"))
    elif (
        isinstance(geometry, list)
        and len(geometry) >= 2
        and all(isinstance(n, (int, float)) for n in geometry[:2])
    ):
        yield float(geometry[0]), float(geometry[1])
    elif isinstance(geometry, list):
        for part in geometry:
            yield from _points(part)


def kml(file: Path, problems: Problems) -> Iterator[Row]:
    """KML placemarks with a point or a shape."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        tree = etree.parse(str(file), parser)
    except etree.XMLSyntaxError as error:
        problems.note(error.lineno or 1, f"not XML: {error.msg}")
        return
    for mark in tree.iter(f"{_KML}Placemark"):
        points = [_pair(t) for c in mark.iter(f"{_KML}coordinates") for t in (c.text or "").split()]
        lon, lat = _centre([list(p) for p in points if p]) if all(points) else (None, None)
        line = mark.sourceline if isinstance(mark.sourceline, int) else 0
        row = problems.row(line, f"{file.stem}:{line}", mark.findtext(f"{_KML}name") or "", "PPL", lat, lon)
        if row is not None:
            yield row


def _pair(text: str) -> tuple[float, float] | None:
    try:
        lon, lat, *_ = (float(n) for n in text.split(","))
    except ValueError:
        return None
    return lon, lat
