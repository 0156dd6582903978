"""Linked Places (LPF v1.3): the places of a case, named in both scripts, with when the subject was there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from wherewhen.publication.exports.dropped import Dropped, has_reasons, is_unplaced, lost
from wherewhen.publication.exports.encoding import Files, json_bytes
from wherewhen.publication.public import PublicCase, PublicPlace, PublicSighting, PublicTime
from wherewhen.publication.wording import ENGLISH

CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places-format/main/linkedplaces-context-v1.3.jsonld"
)
_CERTAINTY = {"site": "certain", "settlement": "certain", "district": "less-certain"}
_CLASSES = frozenset("AHLPRST")
_CLASS_OF = {"site": "S", "settlement": "P", "district": "A", "region": "L", "country": "A"}


def write(case: PublicCase) -> Files:
    features = [_feature(group) for group in _places(case)]
    collection = {"type": "FeatureCollection", "@context": CONTEXT, "features": features}
    return {"places.lpf.json": json_bytes(collection)}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(case, unplaced=is_unplaced, reasons=has_reasons)


def _places(case: PublicCase) -> list[list[PublicSighting]]:
    """The placed sightings, those of one place together."""
    groups: dict[str, list[PublicSighting]] = {}
    for sighting in case.sightings:
        if not is_unplaced(sighting):
            groups.setdefault(_identity(sighting.place), []).append(sighting)
    return list(groups.values())


def _identity(place: PublicPlace) -> str:
    """The same for the same place, whatever it is called in a document."""
    what = (place.gazetteer_id, place.names, place.precision, place.lat, place.lon, repr(place.geometry))
    return hashlib.sha256(repr(what).encode()).hexdigest()[:16]


def _feature(group: Sequence[PublicSighting]) -> dict[str, Any]:
    place = group[0].place
    feature: dict[str, Any] = {
        "@id": f"urn:wherewhen:place:{_identity(place)}",
        "type": "Feature",
        "properties": {
            "title": place.name or place.surface,
            "ccodes": [place.country] if place.country else [],
            "fclasses": [_class(place)],
        },
        "when": {"timespans": [_timespan(sighting.time) for sighting in group]},
        "names": _names(group),
        "types": [{"label": ENGLISH.word("precision", place.precision)}],
        "geometry": _geometry(place),
        "descriptions": [
            {"value": text, "lang": language} for sighting in group for language, text in sighting.summary
        ],
    }
    number = (place.gazetteer_id or "").removeprefix("geonames:")
    if number.isdigit():
        feature["links"] = [{"type": "closeMatch", "identifier": f"gn:{number}"}]
    return feature


def _names(group: Sequence[PublicSighting]) -> list[dict[str, Any]]:
    """Names of the gazetteer, then the words of the documents with the documents that use them."""
    names: list[dict[str, Any]] = [{"toponym": name, "lang": lang} for lang, name in group[0].place.names]
    known = {name["toponym"] for name in names}
    for sighting in group:
        claim = sighting.claims[0]
        if sighting.place.surface and sighting.place.surface not in known:
            known.add(sighting.place.surface)
            source = [{"label": f"document {claim.document[:16]}"}]
            names.append({"toponym": sighting.place.surface, "lang": claim.language, "citations": source})
    return names or [{"toponym": ENGLISH.say("where", "nowhere"), "lang": "en"}]


def _timespan(time: PublicTime) -> dict[str, Any]:
    span = {}
    for side, (earliest, latest) in (("start", time.begin), ("end", time.end)):
        bounds = {"earliest": earliest, "latest": latest}
        if earliest and earliest == latest:
            bounds = {"in": earliest}
        span[side] = {name: day.isoformat() for name, day in bounds.items() if day}
    return span


def _geometry(place: PublicPlace) -> dict[str, Any]:
    geometry = dict(place.geometry or {"type": "Point", "coordinates": [place.lon, place.lat]})
    return geometry | {"certainty": _CERTAINTY.get(place.precision, "uncertain")}


def _class(place: PublicPlace) -> str:
    """GeoNames' class of the feature code, else by how exact the place is."""
    code = place.kind
    if code[:3] in ("PPL",):
        return "P"
    if code[:3] in ("ADM", "PCL", "TER"):
        return "A"
    return _CLASS_OF.get(place.precision, "L")
