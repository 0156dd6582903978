"""Each relation as geometry: pure functions from an anchor to the area that the words allow.

Every function gives a ``Drawn``: the area before it is cut to land, the code of the reason, its figures.
The figures are conventions, explained in docs/areas.md; all lengths are km.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import shapely
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap import Basemap, Layer
from wherewhen.model.place import Point, Precision
from wherewhen.places.areas_anchor import Anchor
from wherewhen.places.areas_phrases import Phrase
from wherewhen.places.areas_rules import rules
from wherewhen.places.areas_shapes import coarse, core_of, flat, middle, slice_of, swept, window
from wherewhen.places.geodesy import bearing, disc, distance, ring, sector, widened

BEARING = {"n": 0.0, "ne": 45.0, "e": 90.0, "se": 135.0, "s": 180.0, "sw": 225.0, "w": 270.0, "nw": 315.0}
HALF_WIDTH = {1: 67.5, 2: 45.0}
"""Degrees to either side: "southern" takes in south-east and south-west, "south-eastern" its quarter."""
FAR_KM = 3000.0
COUNTRYSIDE_RADII, LEAST_COUNTRYSIDE_KM, MOST_COUNTRYSIDE_KM = 3.0, 12.0, 40.0
NEAR_KM, SIDE_KM, OUTSKIRTS_KM, SUBURBS_KM, AREA_KM = 10.0, 30.0, 6.0, 12.0, 10.0
NEAR_RIVER_KM, NEAR_LAND_KM, ABOUT_POINT_KM = 10.0, 30.0, 75.0
CENTRE_SHARE, PART_SHARE, CORNER_SHARE, FAR_SHARE = 0.4, 0.4, 0.3, 0.2
SLACK, ROUND_SLACK, LEAST_SLACK_KM = 0.15, 0.25, 1.0
BETWEEN_SHARE, LEAST_BETWEEN_KM, MOST_BETWEEN_KM, FURTHEST_BETWEEN_KM = 0.15, 4.0, 30.0, 800.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """An area with the reason for it.

    centred  True where the anchor's own point stands for the area better than its middle does
    clip     "land", "sea", "bay" (the one sea that the place lies on), "country", "" for an area cut already
    """

    shape: BaseGeometry
    code: str
    precision: Precision = Precision.REGION
    values: Mapping[str, object] = field(default_factory=dict)
    centred: bool = False
    clip: str = "land"


def towards(phrase: Phrase) -> tuple[float, float]:
    """Bearing and half width in degrees of the phrase's direction."""
    direction = phrase.direction or "n"
    return BEARING[direction], HALF_WIDTH[len(direction)]


def wedge(centre: Point, phrase: Phrase, km: float = FAR_KM) -> BaseGeometry:
    """Everything in the phrase's direction, or all around where it has none."""
    return sector(centre, km, *towards(phrase)) if phrase.direction else disc(centre, km)


def countryside(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    """The governorate (or a disc) in that direction, without the town."""
    anchor, suffix = anchors[0], "_dir" if phrase.direction else ""
    town = disc(anchor.point, anchor.radius if anchor.town else 0.1)
    held = _governorate(anchor, basemap)
    if held is not None:
        shape, values = held[0], {"around": held[1], "around_ar": held[2]}
    else:
        wide = min(MOST_COUNTRYSIDE_KM, max(LEAST_COUNTRYSIDE_KM, COUNTRYSIDE_RADII * anchor.radius))
        km = anchor.radius + wide
        shape, values = disc(anchor.point, km), {"km": rounded(km)}
        suffix = "_disc" + suffix
    if phrase.direction:
        shape = shapely.intersection(shape, wedge(anchor.point, phrase, _reach(shape)))
    shape = shapely.difference(shape, town)
    return Drawn(shape, "countryside" + suffix, values=values, centred=not phrase.direction, clip="country")


def part(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """The far share of a country or province in that direction; of a town, the quarters on that side."""
    anchor = anchors[0]
    if basemap.named(Layer.COUNTRY, phrase.span.quote):
        return None
    if anchor.town:
        shape = shapely.intersection(
            disc(anchor.point, anchor.radius), wedge(anchor.point, phrase, anchor.radius * 2)
        )
        return Drawn(shape, "quarter_dir", Precision.DISTRICT, {"km": rounded(anchor.radius)})
    share = (
        FAR_SHARE if _extreme(phrase) else PART_SHARE if len(phrase.direction or "") == 1 else CORNER_SHARE
    )
    shape = slice_of(anchor.shape, BEARING[phrase.direction or "n"], share)
    return Drawn(
        shape, "part_dir", values={"share": round(share * 100)}, clip="" if anchor.outline else "land"
    )


def side(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    """Outside the place in that direction, up to 30 km from its edge."""
    anchor = anchors[0]
    if anchor.river:
        outer = 2 * SIDE_KM
        shape = swept(anchor.river.shape, towards(phrase)[0], outer)
    elif anchor.town:
        outer = anchor.radius + SIDE_KM
        whole = sector(anchor.point, outer, *towards(phrase))
        shape = shapely.difference(whole, disc(anchor.point, anchor.radius))
    else:
        outer = 3 * SIDE_KM
        beyond = shapely.difference(widened(coarse(anchor.shape), outer), anchor.shape)
        shape = shapely.intersection(beyond, wedge(middle(anchor.shape), phrase))
    return Drawn(shape, "side_dir", values={"km": rounded(outer)})


def outside(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """Near a town; "outside the country" is anywhere else and draws nothing."""
    return near(phrase, anchors, basemap) if anchors[0].town else None


def toward(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """Arabic says one thing for "south of the town" and "the south of the country": the place decides."""
    outer = anchors[0].town or anchors[0].river
    return side(phrase, anchors, basemap) if outer else part(phrase, anchors, basemap)


def centre(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    anchor = anchors[0]
    if anchor.town:
        km = max(0.5, anchor.radius * 0.4)
        return Drawn(disc(anchor.point, km), "centre", Precision.DISTRICT, {"km": rounded(km)}, centred=True)
    shape = core_of(anchor.shape, CENTRE_SHARE)
    return Drawn(shape, "centre_part", values={"share": round(CENTRE_SHARE * 100)}, clip="")


def near(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    """Outside a town and up to 10 km from its edge; up to 30 km from a country or region."""
    anchor = anchors[0]
    if anchor.river:
        return Drawn(
            widened(anchor.river.shape, NEAR_RIVER_KM), "near_land", values={"km": rounded(NEAR_RIVER_KM)}
        )
    if not anchor.town:
        shape = shapely.difference(widened(coarse(anchor.shape), NEAR_LAND_KM), anchor.shape)
        return Drawn(shape, "near_land", values={"km": rounded(NEAR_LAND_KM)})
    inner = anchor.radius if anchor.place.precision is Precision.SETTLEMENT else 0.0
    shape = (
        ring(anchor.point, inner, anchor.radius + NEAR_KM)
        if inner
        else disc(anchor.point, anchor.radius + NEAR_KM / 2)
    )
    km = anchor.radius + (NEAR_KM if inner else NEAR_KM / 2)
    return Drawn(shape, "near", Precision.DISTRICT, {"km": rounded(km)}, centred=True)


def outskirts(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    return _edge(phrase, anchors[0], 0.6, OUTSKIRTS_KM, "outskirts")


def suburbs(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    return _edge(phrase, anchors[0], 0.5, SUBURBS_KM, "suburbs")


def area(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """A town with 10 km around it; a province or country is its own area already."""
    anchor = anchors[0]
    if not anchor.town:
        return None
    km = anchor.radius + AREA_KM
    return Drawn(disc(anchor.point, km), "area", Precision.DISTRICT, {"km": rounded(km)}, centred=True)


def away(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    """At a stated distance: a band as wide as the figure is round, in the stated direction."""
    anchor, low, high = anchors[0], *open_distances(phrase)
    if anchor.town:
        outer = high + (anchor.radius if phrase.within else anchor.radius / 2)
        shape = _without(wedge(anchor.point, phrase, outer), disc(anchor.point, low) if low else None)
    else:
        inner = widened(coarse(anchor.shape), low) if low else anchor.shape
        shape = _without(widened(coarse(anchor.shape), high), inner)
        shape = (
            shapely.intersection(shape, wedge(middle(anchor.shape), phrase)) if phrase.direction else shape
        )
    code = "distance_within" if phrase.within else "distance_dir" if phrase.direction else "distance"
    return Drawn(shape, code, values=figures(phrase), centred=not phrase.direction and high <= ABOUT_POINT_KM)


def between(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """A band along the straight line, without the two towns."""
    one, two = anchors[0], anchors[1]
    if distance(one.point, two.point) > FURTHEST_BETWEEN_KM:
        return None
    km = min(MOST_BETWEEN_KM, max(LEAST_BETWEEN_KM, BETWEEN_SHARE * distance(one.point, two.point)))
    line = shapely.LineString([(one.point.lon, one.point.lat), (two.point.lon, two.point.lat)])
    towns = [disc(a.point, min(a.radius, distance(one.point, two.point) / 3)) for a in (one, two)]
    shape = shapely.difference(widened(line, km), shapely.union_all(towns))
    behind = [_behind(a.point, b.point, km) for a, b in ((one, two), (two, one))]
    return Drawn(shapely.difference(shape, shapely.union_all(behind)), "between", values={"km": rounded(km)})


def landform(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    """Desert or mountains "of" a place: all of it, or the countryside of a town."""
    anchor = anchors[0]
    if anchor.town:
        drawn = countryside(phrase, anchors, basemap)
        return Drawn(drawn.shape, drawn.code, values=drawn.values, clip="country")
    shape = anchor.shape
    if phrase.direction:
        shape = slice_of(shape, BEARING[phrase.direction], PART_SHARE)
    return Drawn(shape, "landform", clip="")


def open_distances(phrase: Phrase) -> tuple[float, float]:
    """The least and the greatest distance that the words allow."""
    return (0.0, phrase.km or 0.0) if phrase.within else slack(phrase.km or 0.0)


def figures(phrase: Phrase) -> dict[str, object]:
    low, high = open_distances(phrase)
    return {"km": rounded(phrase.km or 0.0), "low": rounded(low), "high": rounded(high)}


def slack(km: float) -> tuple[float, float]:
    """The distances that a figure leaves open: 40 km is anything from 30 to 50, 37 km from 31 to 43."""
    share = ROUND_SLACK if (km >= 10 and km % 10 == 0) or km < 10 else SLACK
    give = max(LEAST_SLACK_KM, km * share)
    return max(0.0, km - give), km + give


def _governorate(anchor: Anchor, basemap: Basemap) -> tuple[BaseGeometry, str, str] | None:
    """The first-level area that is meant by a town's countryside: its own, or a "Rif" of its name."""
    if not anchor.town and anchor.outline is not None:
        held = anchor.outline
        return anchor.shape, held.name("en"), held.name("ar")
    arabic = "ريف " + dict(anchor.place.names).get("ar", "")
    around = basemap.within(window(disc(anchor.point, 30), 0), [Layer.FIRST_LEVEL])
    rural = next((o for o in around if o.name("ar") == arabic), None)
    found = (basemap.outline(rural.id) if rural else None) or anchor.province
    if found is None or _too_small(found.shape, anchor):
        return None
    return found.shape, found.name("en"), found.name("ar")


def _too_small(shape: BaseGeometry, anchor: Anchor) -> bool:
    """A first-level area that is little more than the town has no countryside."""
    even, _ = flat(shape)
    return bool(even.area * 111.2**2 < 3 * math.pi * anchor.radius**2)


def _edge(phrase: Phrase, anchor: Anchor, inner: float, beyond: float, code: str) -> Drawn:
    whole = wedge(anchor.point, phrase, anchor.radius + beyond)
    shape = shapely.difference(whole, disc(anchor.point, anchor.radius * inner))
    values = {"km": rounded(beyond)}
    return Drawn(shape, code, Precision.DISTRICT, values, centred=not phrase.direction)


def _behind(near_end: Point, far_end: Point, km: float) -> BaseGeometry:
    """The half disc on the far side of a town, which no one would call between."""
    return sector(near_end, 2 * km, bearing(near_end, far_end) + 180, 90)


def _without(shape: BaseGeometry, hole: BaseGeometry | None) -> BaseGeometry:
    return shape if hole is None else shapely.difference(shape, hole)


def _extreme(phrase: Phrase) -> bool:
    return any(word in rules(phrase.language).extreme for word in phrase.words.split())


def _reach(shape: BaseGeometry) -> float:
    west, south, east, north = shape.bounds
    return min(FAR_KM, 111.2 * math.hypot(east - west, north - south) + 50)


def rounded(km: float) -> str:
    return f"{km:.0f}" if km >= 10 else f"{km:.1f}".removesuffix(".0")
