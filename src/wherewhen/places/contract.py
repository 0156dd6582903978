"""Places in the output contract: one plain record a mention."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wherewhen.languages import sentence
from wherewhen.model.mention import PlaceMention
from wherewhen.places.crosswalk import acled, ucdp
from wherewhen.places.find import is_literal


def as_json(mentions: Iterable[PlaceMention], language: str | None = None) -> list[dict[str, Any]]:
    """Records with start, end, surface, name, lat, lon, radius_km, precision, its codes at ACLED and UCDP,
    gazetteer_id, literal, confidence and reasons: sentences in ``language``, else in the document's."""
    return [_record(mention, language or mention.span.document.language) for mention in mentions]


def _record(mention: PlaceMention, language: str) -> dict[str, Any]:
    place, span, point = mention.value, mention.span, mention.value.point
    return {
        "start": span.start,
        "end": span.end,
        "surface": span.quote,
        "name": place.name(language),
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "radius_km": place.radius_km,
        "precision": str(place.precision),
        "acled_geo_precision": acled(place),
        "ucdp_where_prec": ucdp(place),
        "gazetteer_id": place.gazetteer_id,
        "literal": is_literal(mention),
        "confidence": mention.confidence,
        "reasons": [sentence(reason, language) for reason in mention.reasons],
    }
