"""Borders, coasts and rivers as areas: bands along lines of the basemap. Lengths are km."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap import Basemap, Layer, Outline
from wherewhen.places import areas_geometry
from wherewhen.places.areas_anchor import Anchor
from wherewhen.places.areas_geometry import (
    AREA_KM,
    BEARING,
    PART_SHARE,
    Drawn,
    figures,
    open_distances,
    rounded,
    towards,
    wedge,
)  # fmt: skip
from wherewhen.places.areas_phrases import Phrase
from wherewhen.places.areas_shapes import boxed, coarse, middle, slice_of, swept, window
from wherewhen.places.geodesy import disc, widened

COAST_KM, OFFSHORE_KM, GULF_KM, RIVER_KM, BORDER_KM = 15.0, 50.0, 150.0, 5.0, 10.0
SHARED_DEGREES = 0.002


def border(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """Ten km to either side of the common border, or of a country's land border in that direction."""
    line = land_border(anchors, basemap)
    if phrase.direction:
        line = shapely.intersection(line, wedge(middle(anchors[0].shape), phrase))
    if line.is_empty:
        return None
    code = "border" if len(anchors) > 1 else "border_one"
    return Drawn(widened(line, BORDER_KM), code, values={"km": rounded(BORDER_KM)})


def away(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """At a stated distance from a border: two bands along it; from anything else, see ``areas_geometry``."""
    if phrase.detail != "border":
        return areas_geometry.away(phrase, anchors, basemap)
    line, (low, high) = land_border(anchors, basemap), open_distances(phrase)
    if line.is_empty:
        return None
    band = widened(line, high)
    shape = shapely.difference(band, widened(line, low)) if low else band
    return Drawn(shape, "distance_border", values=figures(phrase))


def coast(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """Land of the place within 15 km of the sea."""
    shape = _coastal(phrase, anchors[0], basemap)
    sea = shapely.difference(boxed(shape, 0.5), basemap.land(window(shape, 0.5)))
    strip = shapely.intersection(shape, widened(coarse(sea), COAST_KM)) if not sea.is_empty else sea
    return None if strip.is_empty else Drawn(strip, "coast", values={"km": rounded(COAST_KM)}, clip="land")


def offshore(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    """Sea within 50 km of the place's land."""
    anchor = anchors[0]
    shape = _coastal(phrase, anchor, basemap)
    return Drawn(
        widened(coarse(shape), OFFSHORE_KM), "offshore", values={"km": rounded(OFFSHORE_KM)}, clip="sea"
    )


def gulf(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn:
    km = GULF_KM if anchors[0].radius > 5 or not anchors[0].town else GULF_KM / 3
    return Drawn(disc(anchors[0].point, km), "gulf", values={"km": rounded(km)}, clip="bay")


def river(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    found = anchors[0].river
    if found is None:
        return None
    banks = shapely.difference(widened(coarse(found.shape, 0.005), RIVER_KM), _water(found))
    if phrase.direction and found.layer is Layer.LAKE:
        banks = shapely.intersection(banks, wedge(middle(found.shape), phrase))
    elif phrase.direction:
        banks = swept(found.shape, towards(phrase)[0], RIVER_KM)
    return Drawn(banks, "river", values={"km": rounded(RIVER_KM)})


def _water(found: Outline) -> BaseGeometry:
    return found.shape if found.layer is Layer.LAKE else shapely.MultiPolygon()


def land_border(anchors: tuple[Anchor, ...], basemap: Basemap) -> BaseGeometry:
    """The line that two areas share, or the land border of one with all its neighbours."""
    one = anchors[0].shape
    if len(anchors) > 1:
        return _shared(one, anchors[1].shape)
    own = anchors[0].outline
    layer = own.layer if own else Layer.COUNTRY
    around = basemap.within(window(one, 0.1), [layer if layer is not Layer.REGION else Layer.FIRST_LEVEL])
    others = [o.shape for o in around if not shapely.contains(one, shapely.point_on_surface(o.shape))]
    return _shared(one, shapely.union_all(others)) if others else shapely.LineString()


def _shared(one: BaseGeometry, two: BaseGeometry) -> BaseGeometry:
    both = shapely.intersection(boxed(one, 0.05), boxed(two, 0.05))
    if both.is_empty:
        return shapely.LineString()
    edges = [shapely.clip_by_rect(shapely.boundary(shape), *both.bounds) for shape in (one, two)]
    common = shapely.intersection(edges[0], shapely.buffer(edges[1], SHARED_DEGREES))
    parts = [part for part in shapely.get_parts(common) if part.geom_type == "LineString"]
    lines = [part for part in parts if part.length > 5 * SHARED_DEGREES]
    return shapely.line_merge(shapely.MultiLineString(lines)) if lines else shapely.LineString()


def _coastal(phrase: Phrase, anchor: Anchor, basemap: Basemap) -> BaseGeometry:
    shape = disc(anchor.point, anchor.radius + AREA_KM) if anchor.town else anchor.shape
    if phrase.direction:
        return slice_of(shape, BEARING[phrase.direction], PART_SHARE)
    return shape
