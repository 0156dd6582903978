"""What the API answers, as OpenAPI describes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from wherewhen.casefile import Entry, State
from wherewhen.casefile.script import told
from wherewhen.model.place import Place
from wherewhen.model.when import When
from wherewhen.workbench.instruments import Taken
from wherewhen.workbench.shown import Shown


class PlaceAnswer(BaseModel):
    """``area`` holds polygons of rings of [longitude, latitude] in degrees, WGS 84."""

    surface: str
    precision: str
    names: dict[str, str]
    gazetteer_id: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    area: list[list[list[tuple[float, float]]]] | None
    containment: list[str]

    @classmethod
    def of(cls, place: Place) -> PlaceAnswer:
        area = [[list(ring) for ring in polygon] for polygon in place.area] if place.area else None
        return cls(
            surface=place.surface, precision=place.precision.value, names=dict(place.names),
            gazetteer_id=place.gazetteer_id, lat=place.point.lat if place.point else None,
            lon=place.point.lon if place.point else None, radius_km=place.radius_km, area=area,
            containment=list(place.containment),
        )  # fmt: skip


class TimeAnswer(BaseModel):
    """An open side is null."""

    earliest: date | None
    latest: date | None
    grain: str
    edtf: str | None

    @classmethod
    def of(cls, when: When) -> TimeAnswer:
        return cls(earliest=when.earliest, latest=when.latest, grain=when.grain.value, edtf=when.edtf)


class SourceAnswer(BaseModel):
    name: str
    kind: str
    named: bool


class ClaimAnswer(BaseModel):
    """``start`` and ``end`` count code points of the document's text; ``state`` is that of the review."""

    id: str
    state: str
    protected: bool
    document: str
    start: int
    end: int
    quote: str
    place: PlaceAnswer
    time: TimeAnswer
    status: str
    evidence: str
    companions: list[str]
    activity: str
    sources: list[SourceAnswer]
    confidence: float

    @classmethod
    def of(cls, one: Shown) -> ClaimAnswer:
        claim, held = one.claim, one.held
        return cls(
            id=held.id, state=one.state, protected=held.protected, document=held.document, start=held.start,
            end=held.end, quote=claim.span.quote, place=PlaceAnswer.of(claim.place),
            time=TimeAnswer.of(claim.when), status=claim.status.value, evidence=claim.evidence.value,
            companions=list(claim.companions), activity=claim.activity,
            sources=[SourceAnswer(name=s.name, kind=s.kind.value, named=s.named) for s in claim.attribution],
            confidence=claim.confidence,
        )  # fmt: skip


class Claims(BaseModel):
    """``number`` is what to send as ``seen``."""

    number: int
    total: int
    claims: list[ClaimAnswer]


class CaseAnswer(BaseModel):
    """``number`` is that of the newest entry, ``head`` its hash."""

    subject: str
    aliases: list[str]
    purpose: str
    number: int
    head: str
    items: int
    open: int
    decided: int
    publications: int

    @classmethod
    def of(cls, state: State, open_: int, decided: int) -> CaseAnswer:
        return cls(
            subject=state.subject.name, aliases=list(state.subject.aliases), purpose=state.purpose,
            number=state.number, head=state.head, items=len(state.items), open=open_, decided=decided,
            publications=len(state.publications),
        )  # fmt: skip


class DocumentAnswer(BaseModel):
    id: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    language: str
    text: str


class DocumentLine(BaseModel):
    id: str
    label: str
    claims: int


class HitAnswer(BaseModel):
    document: str
    start: int
    end: int
    text: str


class EntryAnswer(BaseModel):
    """One line of the journal; ``act`` is null once its content was erased."""

    number: int
    at: str
    actor: str
    kind: str
    reason: str
    act: dict[str, Any] | None
    hash: str
    previous: str

    @classmethod
    def of(cls, entry: Entry) -> EntryAnswer:
        return cls(**told(entry))


class TakenAnswer(BaseModel):
    """``fault`` is set where it was refused; ``known`` where the case held the same bytes already."""

    label: str
    sha256: str
    found: int
    known: bool
    fault: str | None

    @classmethod
    def of(cls, one: Taken) -> TakenAnswer:
        fault = one.error.sentence() if one.error else None
        return cls(label=one.label, sha256=one.sha256, found=one.found, known=one.known, fault=fault)


class Preview(BaseModel):
    """``sightings`` by number with their sentence by language; ``withheld`` counts by category."""

    number: int
    sightings: list[dict[str, Any]]
    withheld: dict[str, int]


class Fault(BaseModel):
    """``code`` is stable; ``remedy`` says what to do."""

    code: str
    error: str
    remedy: str = ""
