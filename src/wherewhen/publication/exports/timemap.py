"""timemap (Forensic Architecture): events, sources, associations; every scalar a string, no unknown key."""

from __future__ import annotations

from datetime import date
from typing import Any

from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_conflicts,
    has_radius,
    has_reasons,
    is_undated,
    is_unplaced,
    lost,
)
from wherewhen.publication.exports.encoding import Files, json_bytes
from wherewhen.publication.exports.telling import (
    as_markdown_text,
    lines,
    photo_of,
    photos,
    web_address,
    where_words,
)
from wherewhen.publication.public import PublicCase, PublicDocument, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH, date_words


def write(case: PublicCase) -> Files:
    """Beside each other in one folder, as its data server would answer them."""
    return photos(case) | {
        "timemap/events.json": json_bytes([_event(s, case) for s in case.sightings if not is_undated(s)]),
        "timemap/sources.json": json_bytes(_sources(case)),
        "timemap/associations.json": json_bytes(_associations(case)),
    }


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case,
        undated=is_undated,
        unplaced_map=is_unplaced,
        area=has_area,
        radius=has_radius,
        reasons=has_reasons,
        conflicts=has_conflicts,
    )


def _event(sighting: PublicSighting, case: PublicCase) -> dict[str, Any]:
    place = sighting.place
    documents = dict.fromkeys(claim.document[:16] for claim in sighting.claims)
    photo = photo_of(sighting)
    told = [*lines(sighting, case, ENGLISH), *lines(sighting, case, ARABIC)]
    event: dict[str, Any] = {
        "id": str(sighting.number),
        "description": as_markdown_text(told),
        "date": _american(sighting.time.earliest or sighting.time.latest),
        "time": "",
        "time_precision": as_markdown_text([date_words(sighting.time, ENGLISH)]),
        "location": as_markdown_text([where_words(sighting, ENGLISH)]),
        "latitude": "" if place.lat is None else str(place.lat),
        "longitude": "" if place.lon is None else str(place.lon),
        "category": sighting.status,
        "associations": [f"status-{sighting.status}", *(f"evidence-{kind}" for kind in sighting.evidence)],
        "sources": [*documents, *([f"photo-{sighting.id}"] if photo else [])],
        "comments": "",
    }
    return event


def _american(day: date | None) -> str:
    """``MM/DD/YYYY``, the format that the consumer expects unless it is told otherwise."""
    assert day is not None
    return f"{day.month:02}/{day.day:02}/{day.year:04}"


def _sources(case: PublicCase) -> dict[str, dict[str, Any]]:
    """The documents and the photos by id."""
    found = {document.id[:16]: _source(document) for document in case.documents}
    for sighting in case.sightings:
        photo = photo_of(sighting)
        if photo and sighting.image:
            key = f"photo-{sighting.id}"
            found[key] = _blank(key, sighting.image.caption or dict(sighting.image.alt)["en"], "Photo") | {
                "paths": [photo.file],
                "author": as_markdown_text([sighting.image.credit]),
            }
    return found


def _source(document: PublicDocument) -> dict[str, Any]:
    address = web_address(document.url)
    title = document.title or document.publisher or document.id[:16]
    return _blank(document.id[:16], title, "Document") | {
        "paths": [address] if address else [],
        "url": address or "",
        "author": as_markdown_text([document.publisher or ""]),
        "date": document.published.isoformat() if document.published else "",
        "notes": f"SHA-256 {document.id}",
    }


def _blank(key: str, title: str, kind: str) -> dict[str, Any]:
    """A source with every key that the schema knows."""
    empty = dict.fromkeys(("thumbnail", "url", "description", "parent", "author", "date", "notes"), "")
    return {"id": key, "title": as_markdown_text([title]), "type": kind, "paths": [], "affil_s": [], **empty}


def _associations(case: PublicCase) -> list[dict[str, Any]]:
    statuses = dict.fromkeys(sighting.status for sighting in case.sightings)
    kinds = dict.fromkeys(kind for sighting in case.sightings for kind in sighting.evidence)
    categories = [
        {
            "id": f"status-{status}",
            "title": status,
            "desc": ENGLISH.word("status", status),
            "mode": "CATEGORY",
            "filter_paths": [],
        }
        for status in statuses
    ]
    filters = [
        {
            "id": f"evidence-{kind}",
            "title": ENGLISH.word("evidence", kind),
            "desc": ENGLISH.word("evidence", kind),
            "mode": "FILTER",
            "filter_paths": ["Evidence", ENGLISH.word("evidence", kind)],
        }
        for kind in kinds
    ]
    return [*categories, *filters]
