"""Places and areas named side by side: the smallest is meant, the others tell where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import shapely

from wherewhen.basemap import shape_of
from wherewhen.languages.words import words
from wherewhen.model.document import Document
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import Place, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.places.areas_phrases import Phrase, demonym
from wherewhen.places.areas_rules import rules
from wherewhen.places.geodesy import distance

_LADDER = (Precision.SITE, Precision.SETTLEMENT, Precision.DISTRICT, Precision.REGION, Precision.COUNTRY)
_LOOSE = frozenset(("side", "near", "distance", "toward", "between", "border", "river", "coast"))
MARGIN_DEGREES = 0.1
LOOSE_KM = 150.0


def nested(
    document: Document, mentions: tuple[PlaceMention, ...], drawn: Mapping[Span, Phrase]
) -> tuple[PlaceMention, ...]:
    """Each run of linked mentions with at least one area becomes its smallest place."""
    kept: list[PlaceMention] = []
    tail: PlaceMention | None = None
    for mention in mentions:
        if tail and (mention.span in drawn or tail.span in drawn) and linked(document, tail, mention):
            winner = _winner(kept[-1], mention, drawn)
            kept[-1:] = [winner] if winner else [kept[-1], mention]
        else:
            kept.append(mention)
        tail = mention
    return tuple(kept)


def linked(document: Document, one: PlaceMention, two: PlaceMention) -> bool:
    """True where only "in the town of" or a comma stands between the two."""
    if two.span.start < one.span.end or demonym(one) or demonym(two):
        return False
    between = " ".join(w.key for w in words(document.text, one.span.end, two.span.start))
    return rules(document.language).link.fullmatch(f"{between} " if between else "") is not None


def _winner(one: PlaceMention, two: PlaceMention, drawn: Mapping[Span, Phrase]) -> PlaceMention | None:
    small, large = sorted((one, two), key=lambda m: (_LADDER.index(m.value.precision), _size(m.value)))
    if not _inside(small.value, large.value):
        return None
    phrase = drawn.get(large.span)
    names = (large.value.name("en"), *(m.value.name("en") for m in (phrase.anchors if phrase else ())))
    why = Reason.of(
        "area.container", large.span, place=small.value.name("en"), place_ar=small.value.name("ar")
    )
    place = replace(
        small.value,
        containment=tuple(dict.fromkeys([*small.value.containment, *names])),
        reasons=(*small.value.reasons, why),
    )
    return replace(small, value=place, reasons=(*small.reasons, why))


def _size(place: Place) -> float:
    return place.radius_km or 0.0


def _inside(small: Place, large: Place) -> bool:
    """Whether the smaller place lies in the larger one, or as near as loose words allow."""
    if small.point is None or large.point is None:
        return False
    if large.area is None:
        return (
            large.precision in _LADDER
            and distance(small.point, large.point) <= (large.radius_km or 500.0) * 1.5
        )
    spot = shapely.Point(small.point.lon, small.point.lat)
    apart = float(shapely.distance(shape_of(large.area), spot))
    return apart <= (LOOSE_KM / 111 if large.kind in _LOOSE else MARGIN_DEGREES + 0.1 * _size(large) / 111)
