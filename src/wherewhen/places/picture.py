"""A quick picture of places to look at: land, areas, points with how far off they may be, names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from wherewhen.basemap import Basemap, Box, Layer
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import Place, Polygon, Ring
from wherewhen.places.find import is_literal
from wherewhen.places.geodesy import KM_PER_DEGREE

WIDTH, HEIGHT = 960, 640
_MARGIN, _LEAST_KM = 0.25, 60.0
"""Room around the places as a share of their width, and the least height of a picture."""
_FINEST = 0.5
"""Detail smaller than so many pixels is dropped."""
_WIDE = 30.0
"""Degrees of latitude from which on only countries are drawn."""
_STYLE = (
    "text{font:12px sans-serif;paint-order:stroke;stroke:#fff;stroke-width:3px;fill:#222}"
    ".sea{fill:#dfe9ef}.land{fill:#f6f3ea;stroke:#b5ab93}.part{fill:none;stroke:#ddd5c0}"
    ".area{fill:#c8552b;fill-opacity:.28;stroke:#c8552b}.reach{fill:none;stroke:#2b6cc8;stroke-dasharray:3 3}"
    ".spot{fill:#2b6cc8}.not{fill:#999}path,circle{stroke-width:1;vector-effect:non-scaling-stroke}"
)


@dataclass(frozen=True, slots=True)
class Window:
    """Degrees to pixels: equal lengths east and north at the middle of the box."""

    box: Box
    width: int
    height: int

    @classmethod
    def around(cls, places: Iterable[Place], width: int, height: int) -> Window:
        """The least window of this shape that shows all places with their areas and radii."""
        boxes = [_box(place) for place in places] or [(-170.0, -60.0, 179.0, 75.0)]
        west, south = min(b[0] for b in boxes), min(b[1] for b in boxes)
        east, north = max(b[2] for b in boxes), max(b[3] for b in boxes)
        narrow = math.cos(math.radians((south + north) / 2))
        high = max(north - south, (east - west) * narrow * height / width, _LEAST_KM / KM_PER_DEGREE)
        tall, wide = high * (1 + _MARGIN) / 2, high * (1 + _MARGIN) * width / height / narrow / 2
        x, y = (west + east) / 2, (south + north) / 2
        return cls((x - wide, max(-89.0, y - tall), x + wide, min(89.0, y + tall)), width, height)

    @property
    def pixel(self) -> float:
        """Degrees of longitude in a pixel."""
        return (self.box[2] - self.box[0]) / self.width

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        west, south, east, north = self.box
        x, y = (lon - west) / (east - west), (north - lat) / (north - south)
        return round(x * self.width, 1), round(y * self.height, 1)

    def pixels(self, km: float) -> float:
        return round(km / KM_PER_DEGREE / (self.box[3] - self.box[1]) * self.height, 1)


def picture(mentions: Sequence[PlaceMention], basemap: Basemap, language: str) -> str:
    """An SVG of all places of a document that have a point or an area; those of no presence are grey."""
    shown = list({_key(m): m for m in mentions if m.value.point or m.value.area}.values())
    window = Window.around((m.value for m in shown), WIDTH, HEIGHT)
    drawn = [*ground(window, basemap), *(part for m in shown for part in mark(m.value, window, language, m))]
    direction = ' direction="rtl"' if language == "ar" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' lang="{language}"{direction}>'
        f"<style>{_STYLE}</style>\n" + "\n".join(drawn) + "\n</svg>\n"
    )


def ground(window: Window, basemap: Basemap) -> Iterator[str]:
    """Sea, land and first-level borders of a window."""
    yield f'<rect class="sea" width="{window.width}" height="{window.height}"/>'
    box = (max(-180.0, window.box[0]), window.box[1], min(180.0, window.box[2]), window.box[3])
    close = box[3] - box[1] < _WIDE
    for layer, name in ((Layer.COUNTRY, "land"), (Layer.LAKE, "sea"), (Layer.FIRST_LEVEL, "part")):
        shown = close or layer is Layer.COUNTRY
        for outline in basemap.within(box, [layer], window.pixel * _FINEST) if shown else ():
            yield f'<path class="{name}" d="{path(outline.area, window)}"/>'


def mark(place: Place, window: Window, language: str, mention: PlaceMention | None = None) -> Iterator[str]:
    """One place: its area, or its point with the circle in which it may lie, and its name."""
    if place.area:
        yield f'<path class="area" fill-rule="evenodd" d="{path(place.area, window)}"/>'
    if place.point is None:
        return
    x, y = window.at(place.point.lon, place.point.lat)
    if not place.area and place.radius_km:
        yield f'<circle class="reach" cx="{x}" cy="{y}" r="{window.pixels(place.radius_km)}"/>'
    literal = mention is None or is_literal(mention)
    name = place.name(language) if mention is None else mention.span.quote
    yield f'<circle class="{"spot" if literal else "not"}" cx="{x}" cy="{y}" r="3.5"/>'
    yield f'<text x="{x}" y="{y - 7}" text-anchor="middle">{escape(name)}</text>'


def path(area: Iterable[Polygon], window: Window) -> str:
    return "".join(_ring(ring, window) for polygon in area for ring in polygon)


def _ring(ring: Ring, window: Window) -> str:
    points = list(dict.fromkeys(window.at(lon, lat) for lon, lat in ring))
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _key(mention: PlaceMention) -> tuple[str, object, bool]:
    place = mention.value
    return place.name("en"), place.area or place.point, is_literal(mention)


def _box(place: Place) -> Box:
    if place.area:
        points = [point for polygon in place.area for point in polygon[0]]
        lons, lats = [p[0] for p in points], [p[1] for p in points]
        return min(lons), min(lats), max(lons), max(lats)
    assert place.point is not None
    tall = (place.radius_km or 0.0) / KM_PER_DEGREE
    wide = tall / max(0.1, math.cos(math.radians(place.point.lat)))
    lon, lat = place.point.lon, place.point.lat
    return lon - wide, lat - tall, lon + wide, lat + tall
