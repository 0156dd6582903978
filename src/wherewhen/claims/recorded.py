"""Sightings that a document holds as records: proposed as they stand, beside what its sentences claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import cos, hypot, radians

from wherewhen.languages import fold
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document
from wherewhen.model.evidence import Evidence
from wherewhen.model.person import Person
from wherewhen.model.place import NOWHERE, Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.recorded import Recorded
from wherewhen.model.source import Source
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import Grain, When
from wherewhen.places import Gazetteer, resolve
from wherewhen.times import edtf

TOOL = Tool("wherewhen.claims.recorded", "1")
CONFIDENCE = 0.9
FAR_KM = 60.0
"""From a place of that name, over which a recorded position means another one."""
KM_PER_DEGREE = 111.2
GRAINS = ((1, Grain.DAY), (7, Grain.WEEK), (31, Grain.MONTH), (92, Grain.SEASON), (366, Grain.YEAR))


def with_records(
    found: Sequence[Claim], document: Document, subject: Person, gazetteer: Gazetteer
) -> tuple[Claim, ...]:
    """What was found, and a claim for each record of the subject; what only repeats a record is left out."""
    told = [
        _claim(record, document, subject, gazetteer)
        for record in document.records
        if _concerns(record, subject)
    ]
    return tuple(
        sorted([*told, *(c for c in found if not _again(c, told))], key=lambda claim: claim.span.start)
    )


def _again(claim: Claim, told: Sequence[Claim]) -> bool:
    """A sentence of a record that names no other place than the record itself."""
    around = [record for record in told if record.span.contains(claim.span)]
    return any(
        not claim.place.precision.placed or claim.place.gazetteer_id == record.place.gazetteer_id
        for record in around
    )


def _concerns(record: Recorded, subject: Person) -> bool:
    """A record that names people is the subject's only where it names the subject."""
    return not record.people or any(_is(person, subject) for person in record.people)


def _is(name: str, subject: Person) -> bool:
    words = set(fold(name).split())
    names = (set(fold(known).split()) for known in (subject.name, *subject.aliases))
    return any(words and (words <= known or known <= words) for known in names)


def _claim(record: Recorded, document: Document, subject: Person, gazetteer: Gazetteer) -> Claim:
    return Claim(
        subject.name,
        Span(document, record.start, record.end),
        _place(record, document, gazetteer),
        _when(record),
        Status.ATTRIBUTED if record.sources else Status.ASSERTED,
        Evidence.REPORT if record.sources else Evidence.UNATTRIBUTED,
        tuple(Source(source) for source in record.sources),
        tuple(person for person in record.people if not _is(person, subject)),
        confidence=CONFIDENCE,
        reasons=(Reason.of("claim.recorded"),),
        tool=TOOL,
    )


def _when(record: Recorded) -> When:
    low, high = (date.fromisoformat(day) if day else None for day in (record.earliest, record.latest))
    if low is None and high is None:
        return When()
    days = (high - low).days + 1 if low and high else 0
    grain = next((grain for most, grain in GRAINS if 0 < days <= most), Grain.UNKNOWN)
    return When.between(low, high, grain, edtf(low, high), (Reason.of("claim.recorded_days"),))


def _place(record: Recorded, document: Document, gazetteer: Gazetteer) -> Place:
    named = _named(record, document, gazetteer)
    if record.latitude is None or record.longitude is None:
        return named
    point = Point(record.latitude, record.longitude)
    reasons = (*named.reasons, Reason.of("claim.recorded_position"))
    if named.point is not None and _km(named.point, point) <= FAR_KM:
        return replace(named, point=point, reasons=reasons)
    words = record.place or f"{point.lat:.4f}, {point.lon:.4f}"
    return Place(words, Precision.SITE, ((document.language, words),), point=point, reasons=reasons)


def _named(record: Recorded, document: Document, gazetteer: Gazetteer) -> Place:
    """The first words of the recorded place that stand in the text, by the gazetteer."""
    for words in (record.place or "", *(record.place or "").split(", ")):
        start = document.text.find(words, record.start, record.end) if words else -1
        if start >= 0:
            (mention,) = resolve(document, gazetteer, [Span(document, start, start + len(words))])
            return mention.value
    return NOWHERE


def _km(one: Point, other: Point) -> float:
    """Near enough for short distances."""
    east = (other.lon - one.lon) * cos(radians((one.lat + other.lat) / 2))
    return KM_PER_DEGREE * hypot(other.lat - one.lat, east)
