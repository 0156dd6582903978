"""Areas instead of false pins: phrases around found places become shapes as large as the words, no larger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

import shapely
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap import Basemap, area_of
from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, PlaceMention
from wherewhen.model.place import Area, Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.tool import Tool
from wherewhen.places.areas_anchor import Anchor
from wherewhen.places.areas_draw import draw
from wherewhen.places.areas_geometry import Drawn
from wherewhen.places.areas_lines import land_border
from wherewhen.places.areas_names import kind, names, reason
from wherewhen.places.areas_nesting import nested
from wherewhen.places.areas_phrases import Phrase, demonym, phrases, placeless_spans
from wherewhen.places.areas_rules import rules
from wherewhen.places.geodesy import on_the_map, spread_km

TOOL = Tool("areas", "1")
_KNOWN: WeakKeyDictionary[Basemap, dict[object, tuple[Drawn, BaseGeometry] | None]] = WeakKeyDictionary()
GRID, MOST_KNOWN = 1e-4, 2000
DETAIL = 1600
"""Corners are dropped where they change the outline by less than its width over this."""


def enlarge(
    document: Document, mentions: Sequence[PlaceMention], basemap: Basemap
) -> tuple[PlaceMention, ...]:
    """The mentions, where a phrase around one names an area: with that area, and the phrase as span.

    A place inside an area that is named beside it stays as it is and takes the area into its containment:
    "the town of A in the countryside of B, south of C" is A. What an area swallows is not returned.
    """
    read = [with_neighbour(phrase, mentions, basemap) for phrase in phrases(document, mentions)]
    drawn = [(phrase, mention) for phrase in read if (mention := area(phrase, basemap)) is not None]
    taken = [phrase.span for phrase, _ in drawn]
    kept = [m for m in mentions if not any(span.contains(m.span) for span in taken)]
    merged = sorted([*kept, *(mention for _, mention in drawn)], key=lambda m: m.span.start)
    return nested(document, tuple(merged), {mention.span: phrase for phrase, mention in drawn})


def placeless(document: Document, mentions: Sequence[PlaceMention] = ()) -> tuple[PlaceMention, ...]:
    """Passages that say "on a plane", "at sea", "at an undisclosed location": places without a point."""
    return tuple(_placeless(document, mentions))


def area(phrase: Phrase, basemap: Basemap) -> PlaceMention | None:
    """One phrase as an area; None where its words draw none (a province's own "region")."""
    anchors = tuple(Anchor(mention.value, basemap) for mention in phrase.anchors)
    made = _shaped(phrase, anchors, basemap)
    if made is None:
        return _abroad(phrase) if _excludes(phrase) else None
    drawn, shape = made
    if shape.is_empty:
        return None
    place = _place(phrase, drawn, shape, anchors)
    return Mention(MentionKind.PLACE, phrase.span, place, place.reasons, TOOL, place.confidence)


def with_neighbour(phrase: Phrase, mentions: Sequence[PlaceMention], basemap: Basemap) -> Phrase:
    """ "The Turkish border" after a place in Syria is the border of Turkey with Syria."""
    to_border = (phrase.relation == "border" and not phrase.direction) or phrase.detail == "border"
    if (
        not to_border
        or len(phrase.anchors) != 1
        or phrase.anchors[0].value.precision is not Precision.COUNTRY
    ):
        return phrase
    before = [m for m in mentions if m.span.end <= phrase.span.start and m.value.country and not demonym(m)]
    other = basemap.country(before[-1].value.country or "") if before else None
    if other is None or other.country == phrase.anchors[0].value.country:
        return phrase
    neighbour = Place(
        other.name("en"), Precision.COUNTRY, other.names, f"geonames:{other.geonames_id}", "PCLI",
        Anchor(before[-1].value, basemap).point, country=other.country,
    )  # fmt: skip
    both = (phrase.anchors[0], replace(before[-1], value=neighbour))
    pair = tuple(Anchor(mention.value, basemap) for mention in both)
    return phrase if land_border(pair, basemap).is_empty else replace(phrase, anchors=both)


def _excludes(phrase: Phrase) -> bool:
    """True for "outside the country", not for "around the country"."""
    said = phrase.words.split()
    return phrase.relation == "outside" and any(word in said for word in rules(phrase.language).excluding)


def _abroad(phrase: Phrase) -> PlaceMention:
    name = phrase.anchors[0].value
    why = (Reason.of("area.abroad", phrase.span, place=name.name("en"), place_ar=name.name("ar")),)
    place = Place(phrase.span.quote, Precision.UNSPECIFIED, kind="abroad", reasons=why)
    return Mention(MentionKind.PLACE, phrase.span, place, why, TOOL)


def _placeless(document: Document, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    for precision, span in placeless_spans(document, mentions):
        why = (Reason.of(f"area.{precision}", span, words=span.quote),)
        place = Place(span.quote, precision, kind=str(precision), reasons=why)
        yield Mention(MentionKind.PLACE, span, place, why, TOOL)


def _shaped(
    phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap
) -> tuple[Drawn, BaseGeometry] | None:
    """The area and its final outline, kept for as long as the basemap: reports repeat each other."""
    known = _KNOWN.setdefault(basemap, {})
    places = tuple((a.place.gazetteer_id, a.place.name("en"), a.place.kind, a.place.point) for a in anchors)
    key = (phrase.relation, phrase.direction, phrase.km, phrase.within, phrase.detail, phrase.words, places)
    if len(known) > MOST_KNOWN:
        known.clear()
    if key not in known:
        drawn = draw(phrase, anchors, basemap)
        known[key] = (drawn, on_the_map(_clipped(drawn, anchors[0], basemap))) if drawn else None
    return known[key]


def _clipped(drawn: Drawn, anchor: Anchor, basemap: Basemap) -> BaseGeometry:
    """Cut to land, to the sea or to the country; whole where nothing would be left of it."""
    shape, ground = drawn.shape, None
    if drawn.clip in ("land", "country"):
        ground = shapely.intersection(shape, basemap.dry(_window(shape)))
    if drawn.clip == "country" and anchor.country is not None:
        ground = shapely.intersection(ground, anchor.country.shape)
    elif drawn.clip in ("sea", "bay"):
        ground = shapely.difference(shape, basemap.land(_window(shape)))
    if drawn.clip == "bay" and ground is not None:
        ground = min(shapely.get_parts(ground), key=lambda part: _away(part, anchor.point), default=ground)
    cut = _solid(shape if ground is None else ground)
    return _solid(shape) if cut.is_empty else cut


def _away(shape: BaseGeometry, point: Point) -> float:
    return float(shapely.distance(shape, shapely.Point(point.lon, point.lat)))


def _place(phrase: Phrase, drawn: Drawn, shape: BaseGeometry, anchors: tuple[Anchor, ...]) -> Place:
    first = anchors[0].place
    point = anchors[0].point if drawn.centred else _middle(shape)
    places = tuple(anchor.place for anchor in anchors)
    why = (*reason(phrase, drawn, places), *_city(phrase, first), *first.reasons)
    return Place(
        surface=phrase.span.quote,
        precision=drawn.precision,
        names=names(phrase, places),
        kind=kind(phrase, places),
        point=point,
        radius_km=round(max(0.1, spread_km(point, shape)), 1),
        area=_area(shape),
        country=first.country if len({p.country for p in places}) == 1 else None,
        containment=tuple(dict.fromkeys([*(p.name("en") for p in places), *first.containment])),
        confidence=round(min(m.value.confidence for m in phrase.anchors), 3),
        reasons=why,
        losers=first.losers,
    )


def _city(phrase: Phrase, place: Place) -> Iterator[Reason]:
    if not phrase.span.contains(phrase.anchors[0].span):
        yield Reason.of(
            "area.city_before",
            phrase.span,
            words=phrase.span.quote,
            place=place.name("en"),
            place_ar=place.name("ar"),
        )


def _area(shape: BaseGeometry) -> Area:
    """The model's rings: on a grid of ten metres, valid, without corners that nobody would see."""
    west, south, east, north = shape.bounds
    simple = shapely.simplify(shape, max(east - west, north - south) / DETAIL)
    return area_of(_solid(shapely.set_precision(_solid(shapely.make_valid(simple)), GRID)))


def _middle(shape: BaseGeometry) -> Point:
    """The centre of the largest part, if it lies inside, else a point that does."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    centre = shapely.centroid(largest)
    spot = centre if shapely.contains(largest, centre) else shapely.point_on_surface(largest)
    return Point(round(float(spot.y), 4), round(float(spot.x), 4))


def _solid(shape: BaseGeometry) -> BaseGeometry:
    parts = [
        p for p in shapely.get_parts(shapely.get_parts(shape)) if p.geom_type == "Polygon" and p.area > 1e-9
    ]
    return shapely.MultiPolygon(parts)


def _window(shape: BaseGeometry) -> tuple[float, float, float, float]:
    west, south, east, north = shape.bounds
    return west, south, east, north


__all__ = ["area", "enlarge", "placeless"]
