"""Atlos: the CSV that its bulk import reads, one incident for every sighting."""

from __future__ import annotations

from wherewhen.publication.exports.csv import Cell, table
from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_conflicts,
    has_radius,
    has_reasons,
    is_open,
    is_unplaced,
    is_vague,
    lost,
)
from wherewhen.publication.exports.encoding import Files
from wherewhen.publication.exports.telling import documents_of, lines, web_address, where_words
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH, date_words

HEADER = (
    "description", "status", "sensitive", "latitude", "longitude", "date", "general_location", "tags",
    "more_info", "urls",
)  # fmt: skip


def write(case: PublicCase) -> Files:
    rows = [_row(sighting, case) for sighting in case.sightings]
    return {"atlos.csv": table(HEADER, rows, bom=False)}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case,
        unplaced_map=is_unplaced,
        vague_date=is_vague,
        open_date=is_open,
        area=has_area,
        radius=has_radius,
        reasons=has_reasons,
        conflicts=has_conflicts,
    )


def _row(sighting: PublicSighting, case: PublicCase) -> list[Cell]:
    """A date only where it is one day; every other date stands in the words."""
    time, place = sighting.time, sighting.place
    exact = time.earliest.isoformat() if time.earliest and time.earliest == time.latest else None
    documents = documents_of(case)
    addresses = dict.fromkeys(web_address(documents[c.document].url) for c in sighting.claims)
    return [
        dict(sighting.summary)["en"],
        "Ready for Review" if case.draft else "Completed",
        "Not Sensitive",
        place.lat,
        place.lon,
        exact,
        f"{where_words(sighting, ENGLISH)} ({date_words(time, ENGLISH)})",
        ",".join([sighting.status, *sighting.evidence]),
        "\n".join([*lines(sighting, case, ENGLISH), *lines(sighting, case, ARABIC)]),
        ",".join(address.replace(",", "%2C") for address in addresses if address),
    ]
