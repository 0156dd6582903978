"""FollowTheMoney: the subject, sightings as Events, stated journeys as Trips, documents as Articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_chain,
    has_conflicts,
    has_radius,
    has_reasons,
    is_open,
    lost,
)
from wherewhen.publication.exports.encoding import Files, json_lines
from wherewhen.publication.exports.telling import documents_of, lines, web_address, where_words
from wherewhen.publication.public import PublicCase, PublicDocument, PublicLeg, PublicPlace, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH

Entity = dict[str, Any]
_LANGUAGES = {"en": "eng", "ar": "ara"}


def write(case: PublicCase) -> Files:
    return {"followthemoney.ftm.json": json_lines(_entities(case))}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case,
        area=has_area,
        radius=has_radius,
        open_date=is_open,
        chain=has_chain,
        reasons=has_reasons,
        conflicts=has_conflicts,
    )


def _entities(case: PublicCase) -> Iterator[Entity]:
    yield _entity(_subject(case), "Person", name=[case.subject], alias=list(case.aliases))
    for document in case.documents:
        yield _article(document)
    for name in dict.fromkeys(name for sighting in case.sightings for name in sighting.companions):
        yield _entity(_key("companion", name), "LegalEntity", name=[name])
    places: dict[str, PublicSighting] = {}
    for sighting in case.sightings:
        places.setdefault(_key("place", repr(_spot(sighting.place))), sighting)
        yield _event(sighting, case)
    for key, sighting in places.items():
        yield _address(key, sighting)
    found = {sighting.id: sighting for sighting in case.sightings}
    for leg in case.itinerary.legs:
        if leg.stated:
            yield _trip(leg, found[leg.start], found[leg.end], case)


def _event(sighting: PublicSighting, case: PublicCase) -> Entity:
    documents = [documents_of(case)[key] for key in dict.fromkeys(c.document for c in sighting.claims)]
    first, last = sighting.time.earliest, sighting.time.latest
    exact = first is not None and first == last
    addresses = [a for d in documents if (a := web_address(d.url))]
    return _entity(
        _key("sighting", sighting.id),
        "Event",
        name=[dict(sighting.summary)["en"]],
        date=_days(first) if exact else [],
        startDate=[] if exact else _days(first),
        endDate=[] if exact else _days(last),
        location=[where_words(sighting, ENGLISH), where_words(sighting, ARABIC)],
        country=[sighting.place.country.lower()] if sighting.place.country else [],
        addressEntity=[_key("place", repr(_spot(sighting.place)))],
        involved=[_subject(case), *(_key("companion", name) for name in sighting.companions)],
        summary=[dict(sighting.summary)["en"], dict(sighting.summary)["ar"]],
        description=["\n".join(lines(sighting, case, voice)) for voice in (ENGLISH, ARABIC)],
        sourceUrl=addresses,
        publisher=[d.publisher for d in documents if d.publisher],
        proof=[_key("document", d.id) for d in documents],
        recordId=[sighting.id],
        keywords=[sighting.status, *sighting.evidence],
    )


def _article(document: PublicDocument) -> Entity:
    address = web_address(document.url)
    return _entity(
        _key("document", document.id),
        "Article",
        title=[document.title or document.publisher or document.id[:16]],
        fileName=[document.id],
        sourceUrl=[address] if address else [],
        publisher=[document.publisher] if document.publisher else [],
        publishedAt=_days(document.published),
        language=[_LANGUAGES[document.language]] if document.language in _LANGUAGES else [],
    )


def _address(key: str, sighting: PublicSighting) -> Entity:
    place = sighting.place
    return _entity(
        key,
        "Address",
        full=[where_words(sighting, ENGLISH)],
        country=[place.country.lower()] if place.country else [],
        latitude=[str(place.lat)] if place.lat is not None else [],
        longitude=[str(place.lon)] if place.lon is not None else [],
    )


def _trip(leg: PublicLeg, start: PublicSighting, end: PublicSighting, case: PublicCase) -> Entity:
    names = f"{where_words(start, ENGLISH)} → {where_words(end, ENGLISH)}"
    return _entity(
        _key("trip", leg.start, leg.end),
        "Trip",
        name=[names],
        startLocation=[_key("place", repr(_spot(start.place)))],
        endLocation=[_key("place", repr(_spot(end.place)))],
        startDate=_days(start.time.earliest),
        endDate=_days(end.time.latest),
        involved=[_subject(case)],
        proof=[_key("document", claim.document) for claim in end.claims[:1]],
    )


def _subject(case: PublicCase) -> str:
    return _key("subject", case.subject)


def _spot(place: PublicPlace) -> tuple[object, ...]:
    return (place.gazetteer_id, place.names, place.surface, place.lat, place.lon, place.precision)


def _key(*parts: str) -> str:
    """The id of an entity: the same in every publication of the same facts."""
    return "ww-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]


def _days(day: date | None) -> list[str]:
    return [day.isoformat()] if day else []


def _entity(key: str, schema: str, **properties: list[str]) -> Entity:
    """Without empty properties and without repeated values."""
    filled = {name: [v for v in dict.fromkeys(values) if v] for name, values in properties.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }
