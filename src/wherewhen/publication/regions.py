"""Headings for the story by region: first-level areas of the country it is about, other countries whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wherewhen.model.place import Place, Precision
from wherewhen.publication.ground import Ground, Shape, holds
from wherewhen.publication.public import Names
from wherewhen.publication.wording import Voice

_SAMPLE = 60
_INSIDE = 0.8


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
                (v.language, v.say("region", "wide", country=dict(names)[v.language])) for v in self._voices
            )
        if place.country != self._home or self._home is None:
            return self._country(place)
        return self._first_level(place)

    def _country(self, place: Place) -> Names:
        found = self._holder(place, "country")
        names = found.names if found else tuple(("en", name) for name in place.containment[-1:])
        return self._complete(names or place.names, place.surface)

    def _first_level(self, place: Place) -> Names:
        found = self._holder(place, "first_level")
        if found:
            return self._complete(found.names, place.surface)
        within = place.containment[-2:-1] if self._ground is None else ()
        return self._complete(tuple(("en", name) for name in within) or place.names, place.surface)

    def _complete(self, names: Names, otherwise: str) -> Names:
        known = dict(names)
        best = known.get("en") or next(iter(known.values()), otherwise)
        return tuple((voice.language, known.get(voice.language) or best) for voice in self._voices)

    def _holder(self, place: Place, layer: str) -> Shape | None:
        """The outline of a layer that holds nearly all of the place."""
        points = _sample(place)
        if self._ground is None or not points:
            return None
        lons, lats = [p[0] for p in points], [p[1] for p in points]
        box = (min(lons) - 0.01, min(lats) - 0.01, max(lons) + 0.01, max(lats) + 0.01)
        best, share = None, 0.0
        for shape in self._ground.within(box, (layer,), 0.0):
            inside = sum(holds(shape.area, lon, lat) for lon, lat in points) / len(points)
            if inside > share:
                best, share = shape, inside
        return best if share >= _INSIDE else None


def _sample(place: Place) -> list[tuple[float, float]]:
    if not place.area:
        return [(place.point.lon, place.point.lat)] if place.point else []
    vertices = [vertex for polygon in place.area for vertex in polygon[0]]
    return vertices[:: max(1, len(vertices) // _SAMPLE)]


def _home_country(places: Sequence[Place]) -> str | None:
    """The one country that more than half of the places are in."""
    counted = Counter(place.country for place in places if place.precision.placed and place.country)
    if not counted:
        return None
    country, n = min(counted.items(), key=lambda item: (-item[1], item[0]))
    return country if 2 * n > counted.total() else None
