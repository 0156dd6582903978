"""GeoJSON (RFC 7946): one feature for every sighting, geometry null where there is no place."""

from __future__ import annotations

from typing import Any

from wherewhen.publication.exports.dropped import (
    Dropped,
    has_conflicts,
    has_reasons,
    has_several_claims,
    lost,
)
from wherewhen.publication.exports.encoding import Files, json_bytes
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH, chain_words


def write(case: PublicCase) -> Files:
    features = [_feature(sighting, case) for sighting in case.sightings]
    return {"sightings.geojson": json_bytes({"type": "FeatureCollection", "features": features})}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(case, reasons=has_reasons, conflicts=has_conflicts, further_claims=has_several_claims)


def _feature(sighting: PublicSighting, case: PublicCase) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": sighting.id,
        "geometry": sighting.place.geometry,
        "properties": _properties(sighting, case),
    }


def _properties(sighting: PublicSighting, case: PublicCase) -> dict[str, Any]:
    place, time, lead = sighting.place, sighting.time, sighting.claims[0]
    radius = place.radius_km
    return {
        "number": sighting.number,
        "subject": case.subject,
        "status": sighting.status,
        "confidence": sighting.confidence,
        "summary_en": dict(sighting.summary)["en"],
        "summary_ar": dict(sighting.summary)["ar"],
        "place_en": dict(place.names).get("en"),
        "place_ar": dict(place.names).get("ar"),
        "place_verbatim": place.surface,
        "place_precision": place.precision,
        "radius_m": round(radius * 1000) if radius is not None else None,
        "lat": place.lat,
        "lon": place.lon,
        "gazetteer_id": place.gazetteer_id,
        "when_en": dict(time.words)["en"],
        "when_ar": dict(time.words)["ar"],
        "when_verbatim": time.surface,
        "when_edtf": time.edtf,
        "earliest": time.earliest.isoformat() if time.earliest else None,
        "latest": time.latest.isoformat() if time.latest else None,
        "companions": list(sighting.companions),
        "activity": sighting.activity,
        "basis": list(sighting.evidence),
        "sources": [source.name for source in sighting.attribution if source.named],
        "sources_en": chain_words(sighting.attribution, ENGLISH),
        "sources_ar": chain_words(sighting.attribution, ARABIC),
        "independent_sources": sighting.independent_sources,
        "quote": lead.quote,
        "document": lead.document,
        "draft": case.draft,
    }
