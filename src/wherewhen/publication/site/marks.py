"""What each sighting looks like on a map: its area, its ring, its disc."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.site.geometry import placed, rings, runs
from wherewhen.publication.site.markup import Markup, tag
from wherewhen.publication.site.projection import Plane

EXACT = ("site", "settlement")


@dataclass(frozen=True, slots=True)
class Mark:
    """``form``: point, near, area, country or line; ``reach``: the radius in units of the plane."""

    number: int
    status: str
    form: str
    x: float
    y: float
    reach: float
    path: str


def marks(case: PublicCase, plane: Plane, countries: Mapping[str, str]) -> dict[int, Mark]:
    """The marks of all sightings that have a place, by number; ``countries`` are paths by country code."""
    found = (mark(sighting, plane, countries) for sighting in case.sightings)
    return {m.number: m for m in found if m is not None}


def mark(sighting: PublicSighting, plane: Plane, countries: Mapping[str, str]) -> Mark | None:
    place = sighting.place
    if not placed(place):
        return None
    path = plane.path(rings(place)) + plane.path(runs(place), closed=False)
    if not path and place.precision == "country":
        path = countries.get(place.country or "", "")
    x, y = _middle(sighting, plane)
    reach = plane.units(place.radius_km or 0.0, place.lat or 0.0)
    form = _form(sighting, path)
    return Mark(sighting.number, sighting.status, form, round(x, 1), round(y, 1), round(reach, 1), path)


def _form(sighting: PublicSighting, path: str) -> str:
    place = sighting.place
    if place.precision == "country":
        return "country"
    if place.only_near and place.precision != "region":
        return "near"
    if path:
        return "area" if rings(place) else "line"
    return "point" if place.precision in EXACT or not place.radius_km else "area"


def _middle(sighting: PublicSighting, plane: Plane) -> tuple[float, float]:
    place = sighting.place
    if place.lon is not None and place.lat is not None:
        return plane.point(place.lon, place.lat)
    longest = max(rings(place) or runs(place), key=len)
    lons, lats = zip(*longest, strict=True)
    return plane.point((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)


def first_outlines(marks: Iterable[Mark]) -> dict[str, int]:
    """The number of the first sighting with each outline: the same outline is written once."""
    first: dict[str, int] = {}
    for mark in marks:
        if mark.path:
            first.setdefault(mark.path, mark.number)
    return first


def shapes(marks: Iterable[Mark]) -> list[Markup]:
    """The outlines of areas as ``shape-N``, to be used by every map."""
    outlines = first_outlines(marks).items()
    return [tag("path", {"id": f"shape-{n}", "class": "thin", "d": path}) for path, n in outlines]
