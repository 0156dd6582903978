"""What was read, for the desk: the output contract, a spreadsheet, or a table for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wherewhen.model.dossier import Dossier
from wherewhen.publication.exports import export
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.publish import publish

COLUMNS = ("number", "status", "place", "date", "with", "evidence", "sources", "quote")


def reading(dossier: Dossier, today: date) -> PublicCase:
    """Everything that was found, without pictures, marked as a draft."""
    return publish(dossier, Policy.reading(), today, pictures=False)


def as_json(dossier: Dossier, today: date) -> str:
    return export(reading(dossier, today), "json")["sightings.json"].decode("utf-8")


def as_csv(dossier: Dossier, today: date) -> str:
    return export(reading(dossier, today), "csv")["sightings.csv"].decode("utf-8-sig")


def as_rows(dossier: Dossier, today: date, language: str = "en") -> list[dict[str, Any]]:
    """One row a sighting under ``COLUMNS``, in words."""
    return list(_rows(reading(dossier, today), language))


def _rows(case: PublicCase, language: str) -> Iterator[dict[str, Any]]:
    for sighting in case.sightings:
        yield dict(zip(COLUMNS, _row(sighting, language), strict=True))


def _row(s: PublicSighting, language: str) -> tuple[Any, ...]:
    return (
        s.number,
        s.status,
        dict(s.place.names).get(language) or s.place.surface or "—",
        dict(s.time.words).get(language, ""),
        ", ".join(s.companions),
        ", ".join(s.evidence),
        " ← ".join(source.name for source in s.attribution),
        s.claims[0].quote,
    )
