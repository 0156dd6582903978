"""The product's own JSON: the output contract ``wherewhen.sightings/1``."""

from __future__ import annotations

from datetime import date
from typing import Any

from wherewhen.publication.exports.dropped import Dropped, lost
from wherewhen.publication.exports.encoding import Files, json_bytes
from wherewhen.publication.public import (
    PublicCase,
    PublicClaim,
    PublicConflict,
    PublicDocument,
    PublicItinerary,
    PublicPlace,
    PublicReason,
    PublicSighting,
    PublicSource,
    PublicTime,
)

SCHEMA = "wherewhen.sightings/1"
Json = dict[str, Any]


def write(case: PublicCase) -> Files:
    return {"sightings.json": json_bytes(contract(case))}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case, merge_reasons=lambda s: bool(s.reasons), unnamed_companions=lambda s: s.unnamed_companions > 0
    )


def contract(case: PublicCase) -> Json:
    """The case as plain JSON values; ``draft`` and ``withheld`` say how far it may be trusted."""
    return {
        "schema": SCHEMA,
        "subject": {"name": case.subject, "aliases": list(case.aliases)},
        "documents": [_document(document) for document in case.documents],
        "sightings": [_sighting(sighting) for sighting in case.sightings],
        "itinerary": _itinerary(case.itinerary),
        "draft": case.draft,
        "withheld": dict(case.withheld),
        "tools": [{"name": name, "version": version} for name, version in case.tools],
    }


def _document(document: PublicDocument) -> Json:
    return {
        "id": document.id,
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": _day(document.published),
        "language": document.language,
    }


def _sighting(sighting: PublicSighting) -> Json:
    return {
        "id": sighting.id,
        "status": sighting.status,
        "confidence": sighting.confidence,
        "place": _place(sighting.place),
        "time": _time(sighting.time),
        "companions": list(sighting.companions),
        "activity": sighting.activity,
        "evidence": list(sighting.evidence),
        "attribution": [_source(source) for source in sighting.attribution],
        "independent_sources": sighting.independent_sources,
        "conflicts": [_conflict(conflict) for conflict in sighting.conflicts],
        "claims": [_claim(claim) for claim in sighting.claims],
    }


def _place(place: PublicPlace) -> Json:
    return {
        "surface": place.surface,
        "name": place.name,
        "names": dict(place.names),
        "precision": place.precision,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "geometry": place.geometry,
        "gazetteer_id": place.gazetteer_id,
        "reasons": [_reason(reason) for reason in place.reasons],
    }


def _time(time: PublicTime) -> Json:
    return {
        "surface": time.surface,
        "earliest": _day(time.earliest),
        "latest": _day(time.latest),
        "begin": [_day(day) for day in time.begin],
        "end": [_day(day) for day in time.end],
        "edtf": time.edtf,
        "grain": time.grain,
        "reasons": [_reason(reason) for reason in time.reasons],
    }


def _claim(claim: PublicClaim) -> Json:
    return {
        "document": claim.document,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "status": claim.status,
        "evidence": claim.evidence,
        "attribution": [_source(source) for source in claim.attribution],
        "confidence": claim.confidence,
    }


def _source(source: PublicSource) -> Json:
    return {"name": source.name, "kind": source.kind, "named": source.named}


def _reason(reason: PublicReason) -> Json:
    return {"code": reason.code, "values": dict(reason.values), **dict(reason.text)}


def _conflict(conflict: PublicConflict) -> Json:
    return {"sightings": list(conflict.sightings), "reason": _reason(conflict.reason)}


def _itinerary(itinerary: PublicItinerary) -> Json:
    return {
        "order": list(itinerary.order),
        "legs": [
            {"from": leg.start, "to": leg.end, "stated": leg.stated, "km": leg.km, "days": list(leg.days)}
            for leg in itinerary.legs
        ],
        "gaps": [{"after": after, "before": before, "days": days} for after, before, days in itinerary.gaps],
        "conflicts": [_conflict(conflict) for conflict in itinerary.conflicts],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
