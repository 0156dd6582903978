"""Lakes, rivers and disputed lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import shapely
from records import Record, notes, rank_by_size
from sources import Feature

from wherewhen.basemap.outline import Layer
from wherewhen.basemap.shapes import polygonal, snapped

TOLERANCE = 0.003


def lakes(features: Iterable[Feature]) -> Iterator[Record]:
    names = {row["source"]: row for row in notes("waters")["lake"]}
    for number, feature in enumerate(features, 1):
        own = feature.properties["name"]
        row = names.get(own, {"en": _plain(own), "ar": ""})
        shape = polygonal(shapely.make_valid(shapely.simplify(feature.shape, TOLERANCE)))
        yield Record(
            f"lake:{number}", Layer.LAKE, row["en"], row["ar"], snapped(shape), rank=rank_by_size(shape)
        )


def rivers(features: Iterable[Feature]) -> Iterator[Record]:
    """The named rivers joined over their reaches, then every other reach."""
    reaches: dict[int, list[Feature]] = defaultdict(list)
    for feature in features:
        reaches[int(feature.properties["rivernum"])].append(feature)
    for row in notes("waters")["river"]:
        joined = [f for number in row["numbers"] for f in reaches.pop(number, [])]
        yield _river(f"river:{row['numbers'][0]}", row["en"], row["ar"], joined)
    for number, rest in sorted(reaches.items()):
        yield _river(f"river:{number}", _plain(rest[0].properties["name"]), "", rest)


def disputed(features: Iterable[Feature]) -> Iterator[Record]:
    arabic = notes("names")["disputed"]
    for number, feature in enumerate(features, 1):
        name = feature.properties["name"]
        shape = snapped(shapely.simplify(feature.shape, TOLERANCE))
        yield Record(f"disputed:{number}", Layer.DISPUTED, name, arabic[name], shape)


def _river(code: str, en: str, ar: str, reaches: list[Feature]) -> Record:
    line = shapely.simplify(shapely.line_merge(shapely.union_all([f.shape for f in reaches])), TOLERANCE)
    rank = min(int(f.properties["scalerank"]) for f in reaches)
    return Record(code, Layer.RIVER, en, ar, snapped(line), rank=rank)


def _plain(name: str) -> str:
    """The source's name, or none where it was stored with letters lost."""
    return "" if "?" in name or "\ufffd" in name else name.strip()
