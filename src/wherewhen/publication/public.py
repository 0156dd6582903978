"""The only thing an exporter ever sees: a family of types without any private field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Names = tuple[tuple[str, str], ...]
"""Text by language code: (("en", "Aleppo"), ("ar", "حلب"))."""


@dataclass(frozen=True, slots=True)
class PublicReason:
    """A reason with its sentence in every language of the page."""

    code: str
    values: tuple[tuple[str, str], ...]
    text: Names


@dataclass(frozen=True, slots=True)
class PublicPlace:
    surface: str
    name: str
    names: Names
    precision: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    geometry: dict[str, Any] | None
    gazetteer_id: str | None
    kind: str
    country: str | None
    containment: tuple[str, ...]
    reasons: tuple[PublicReason, ...]


@dataclass(frozen=True, slots=True)
class PublicTime:
    """``words`` is the date as a phrase that carries the doubt, by language."""

    surface: str
    begin: tuple[date | None, date | None]
    end: tuple[date | None, date | None]
    edtf: str | None
    grain: str
    words: Names
    reasons: tuple[PublicReason, ...]

    @property
    def earliest(self) -> date | None:
        return self.begin[0]

    @property
    def latest(self) -> date | None:
        return self.end[1]


@dataclass(frozen=True, slots=True)
class PublicSource:
    name: str
    kind: str
    named: bool


@dataclass(frozen=True, slots=True)
class PublicClaim:
    """``document`` is a document id; offsets count code points of its stored text."""

    document: str
    start: int
    end: int
    quote: str
    language: str
    status: str
    evidence: str
    attribution: tuple[PublicSource, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class PublicImage:
    """``content`` is re-encoded and carries no metadata; ``drawn`` marks a locator map."""

    file: str
    width: int
    height: int
    alt: Names
    caption: str
    caption_language: str
    credit: str
    drawn: bool
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PublicConflict:
    sightings: tuple[str, str]
    reason: PublicReason


@dataclass(frozen=True, slots=True)
class PublicSighting:
    """``number`` counts from 1 in the story; ``summary`` is one sentence with the hedge its status demands."""

    id: str
    number: int
    status: str
    confidence: float
    place: PublicPlace
    time: PublicTime
    companions: tuple[str, ...]
    activity: str
    summary: Names
    region: Names
    evidence: tuple[str, ...]
    attribution: tuple[PublicSource, ...]
    independent_sources: int
    conflicts: tuple[PublicConflict, ...]
    claims: tuple[PublicClaim, ...]
    image: PublicImage | None
    reasons: tuple[PublicReason, ...]


@dataclass(frozen=True, slots=True)
class PublicDocument:
    id: str
    path: str | None
    url: str | None
    title: str | None
    publisher: str | None
    published: date | None
    language: str


@dataclass(frozen=True, slots=True)
class PublicLeg:
    start: str
    end: str
    stated: bool
    km: float | None
    days: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class PublicItinerary:
    order: tuple[str, ...]
    legs: tuple[PublicLeg, ...]
    gaps: tuple[tuple[str, str, int], ...]
    conflicts: tuple[PublicConflict, ...]


@dataclass(frozen=True, slots=True)
class PublicCase:
    """``withheld`` counts by category what the policy kept back; ``draft`` means nobody has reviewed it."""

    subject: str
    subject_names: Names
    aliases: tuple[str, ...]
    documents: tuple[PublicDocument, ...]
    sightings: tuple[PublicSighting, ...]
    itinerary: PublicItinerary
    withheld: tuple[tuple[str, int], ...]
    draft: bool
    tools: tuple[tuple[str, str], ...]
