"""Headings for the story by region: first-level areas of the country it is about, other countries whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import shapely

from wherewhen.basemap import Layer, Outline
from wherewhen.model.place import Place, Precision
from wherewhen.publication.ground import Ground
from wherewhen.publication.public import Names
from wherewhen.publication.wording import Voice, with_article

_SAMPLE = 60
_WIDE_KM = 250.0
_INSIDE = 0.8
_INWARD = 0.1
_SHORE_KM = 20.0
_AROUND = 0.01


class Regions:
    """Names the region of every place of a publication. Works without a basemap, only less well."""

    def __init__(self, places: Sequence[Place], voices: Sequence[Voice], ground: Ground | None) -> None:
        self._voices = voices
        self._ground = ground
        self._home = _home_country(places)
        self._known: dict[object, Names] = {}

    def of(self, place: Place) -> Names:
        """The heading by language; sightings on the way and without a place have headings of their own."""
        if place.precision is Precision.IN_TRANSIT:
            return self._words("in_transit")
        if not place.precision.placed:
            return self._words("unplaced")
        key = (place.country, place.point, place.names, place.precision, place.area)
        if key not in self._known:
            self._known[key] = self._placed(place)
        return self._known[key]

    def _words(self, key: str) -> Names:
        return tuple((voice.language, voice.say("region", key)) for voice in self._voices)

    def _placed(self, place: Place) -> Names:
        if place.precision is Precision.COUNTRY:
            names = self._complete(place.names, place.surface)
            return tuple(
                (v.language, v.say("region", "wide", country=with_article(dict(names)[v.language], v)))
                for v in self._voices
            )
        if (place.radius_km or 0.0) > _WIDE_KM and not place.area:
            return self._complete(place.names, place.surface)
        if place.country != self._home or self._home is None:
            return self._country(place)
        return self._first_level(place)

    def _country(self, place: Place) -> Names:
        found = self._holder(place, Layer.COUNTRY)
        names = found.names if found else tuple(("en", name) for name in place.containment[-1:])
        return self._complete(names or place.names, place.surface)

    def _first_level(self, place: Place) -> Names:
        found = self._holder(place, Layer.REGION, Layer.FIRST_LEVEL)
        if found:
            return self._complete(found.names, place.surface)
        within = place.containment[-2:-1] if self._ground is None else ()
        return self._complete(tuple(("en", name) for name in within) or place.names, place.surface)

    def _complete(self, names: Names, otherwise: str) -> Names:
        known = dict(names)
        best = known.get("en") or next(iter(known.values()), otherwise)
        return tuple((voice.language, known.get(voice.language) or best) for voice in self._voices)

    def _holder(self, place: Place, *layers: Layer) -> Outline | None:
        """The outline of one of the layers, the first if it can be, that holds nearly all of the place."""
        if self._ground is None:
            return None
        found = self._around(place, layers)
        return min(found, key=lambda outline: layers.index(outline.layer), default=None)

    def _around(self, place: Place, layers: Sequence[Layer]) -> list[Outline]:
        assert self._ground is not None
        if not place.area:
            at = self._ground.at(place.point, _SHORE_KM) if place.point else ()
            return [outline for outline in at if outline.layer in layers]
        points = _sample(place)
        lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
        west, south, east, north = min(lons), min(lats), max(lons), max(lats)
        box = (west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND)
        near = self._ground.within(box, layers)
        return [o for o in near if shapely.contains_xy(o.shape, lons, lats).mean() >= _INSIDE]


def _sample(place: Place) -> list[tuple[float, float]]:
    """Corners of the area, drawn a little towards its middle so that a border is no reason to doubt."""
    corners = [corner for polygon in place.area or () for corner in polygon[0]]
    chosen = corners[:: max(1, len(corners) // _SAMPLE)]
    lon = sum(x for x, _ in chosen) / len(chosen)
    lat = sum(y for _, y in chosen) / len(chosen)
    return [(x + (lon - x) * _INWARD, y + (lat - y) * _INWARD) for x, y in chosen]


def _home_country(places: Sequence[Place]) -> str | None:
    """The one country that more than half of the places are in."""
    counted = Counter(place.country for place in places if place.precision.placed and place.country)
    if not counted:
        return None
    country, n = min(counted.items(), key=lambda item: (-item[1], item[0]))
    return country if 2 * n > counted.total() else None
