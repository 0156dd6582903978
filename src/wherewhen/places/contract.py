"""Places in the output contract: one plain record a mention."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wherewhen.languages import sentence
from wherewhen.model.mention import PlaceMention
from wherewhen.places.find import is_literal


def as_json(mentions: Iterable[PlaceMention]) -> list[dict[str, Any]]:
    """Records with start, end, surface, name, lat, lon, radius_km, precision, gazetteer_id, literal,
    confidence and reasons (sentences in the document's language)."""
    return [_record(mention) for mention in mentions]


def _record(mention: PlaceMention) -> dict[str, Any]:
    place, span = mention.value, mention.span
    language = span.document.language
    point = place.point
    return {
        "start": span.start,
        "end": span.end,
        "surface": span.quote,
        "name": place.name(language),
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "radius_km": place.radius_km,
        "precision": str(place.precision),
        "gazetteer_id": place.gazetteer_id,
        "literal": is_literal(mention),
        "confidence": mention.confidence,
        "reasons": [sentence(reason, language) for reason in mention.reasons],
    }
