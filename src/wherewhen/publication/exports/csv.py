"""CSV for spreadsheets: numbers stay numbers, text can never become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_conflicts,
    has_reasons,
    has_several_claims,
    lost,
)
from wherewhen.publication.exports.encoding import Files
from wherewhen.publication.public import PublicCase, PublicDocument, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH, chain_words

Cell = str | int | float | bool | None
BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
COLUMNS = (
    "number", "id", "status", "confidence", "summary_en", "summary_ar", "place_en", "place_ar",
    "place_verbatim", "precision", "lat", "lon", "radius_km", "gazetteer_id", "when_en", "when_ar",
    "when_verbatim", "earliest", "latest", "edtf", "companions", "unnamed_companions", "activity",
    "evidence", "sources_en", "sources_ar", "independent_sources", "quote", "document_title",
    "document_publisher", "document_published", "document_url", "document_id", "draft",
)  # fmt: skip


def write(case: PublicCase) -> Files:
    documents = {document.id: document for document in case.documents}
    rows = [_row(sighting, documents[sighting.claims[0].document], case) for sighting in case.sightings]
    return {"sightings.csv": table(COLUMNS, rows)}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case, area=has_area, reasons=has_reasons, conflicts=has_conflicts, further_claims=has_several_claims
    )


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]], bom: bool = True) -> bytes:
    """Comma-separated UTF-8 with ``\\r\\n`` (RFC 4180); the mark in front tells spreadsheets so."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return ((BOM if bom else "") + out.getvalue()).encode()


def cell(value: Cell) -> str | int | float:
    """A number as it is, an empty cell for None, a text with ' before anything that starts a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = value.replace("\0", "")
        return (
            f"'{text}" if text.lstrip(" \u00a0\u200e\u200f\u2066\u2067\u2068").startswith(_FORMULA) else text
        )
    return value


def _row(sighting: PublicSighting, document: PublicDocument, case: PublicCase) -> list[Cell]:
    place, time, names = sighting.place, sighting.time, dict(sighting.place.names)
    return [
        sighting.number, sighting.id, sighting.status, sighting.confidence,
        dict(sighting.summary)["en"], dict(sighting.summary)["ar"],
        names.get("en"), names.get("ar"), place.surface, place.precision,
        place.lat, place.lon, place.radius_km, place.gazetteer_id,
        dict(time.words)["en"], dict(time.words)["ar"], time.surface,
        time.earliest.isoformat() if time.earliest else None,
        time.latest.isoformat() if time.latest else None, time.edtf,
        "; ".join(sighting.companions), sighting.unnamed_companions, sighting.activity,
        "; ".join(sighting.evidence), chain_words(sighting.attribution, ENGLISH),
        chain_words(sighting.attribution, ARABIC), sighting.independent_sources, sighting.claims[0].quote,
        document.title, document.publisher, document.published.isoformat() if document.published else None,
        document.url, document.id, case.draft,
    ]  # fmt: skip
