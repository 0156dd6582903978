"""Annotated documents, read up to the point where claims begin, and the examples that they give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wherewhen import claims, mentions, places, times
from wherewhen.basemap import Basemap
from wherewhen.claims import dating, placing
from wherewhen.claims.advice import ReadingModel, advice
from wherewhen.claims.calendar import Calendar
from wherewhen.claims.candidates import candidates
from wherewhen.claims.find import Weighed
from wherewhen.claims.frame import Frame, frames
from wherewhen.claims.quote import quote
from wherewhen.claims.scorer import Scorer
from wherewhen.evaluation import agreement
from wherewhen.evaluation.material import given
from wherewhen.evaluation.sightings import TRUE
from wherewhen.languages import sentences
from wherewhen.measuring import document_of
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.mention import PersonMention, PlaceMention, TimeMention
from wherewhen.model.person import Person
from wherewhen.model.place import Place
from wherewhen.model.span import Span
from wherewhen.model.when import When

UNTRAINED = Scorer({}, 0.5, "untrained")
Case = dict[str, Any]
Example = tuple[str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Read:
    """One annotated document, read up to the point where claims begin."""

    case: Case
    document: Document
    subject: Person
    people: tuple[PersonMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    model: ReadingModel | None = None

    @property
    def frames(self) -> tuple[Frame, ...]:
        lines = sentences(self.document)
        return frames(self.document, lines, self.subject, self.people, self.places, self.times)

    @property
    def mentions(self) -> tuple[Any, ...]:
        return self.document, self.subject, self.people, self.places, self.times

    def weigh(self, presence: Scorer, dates: Scorer, where: Scorer) -> tuple[Weighed, ...]:
        return claims.weigh(*self.mentions, self.model, presence, dates, where)


def read(
    case: Case, gazetteer: places.Gazetteer, basemap: Basemap, model: ReadingModel | None = None
) -> Read:
    document, subject = document_of(given(case)), Person(case["subject"])
    where = places.everywhere(document, gazetteer, mentions.subject_names(document, subject), basemap)
    people = mentions.people(document, subject, where)
    return Read(case, document, subject, people, where, times.find(document), model)


def gold_on(case: Case, span: Span) -> list[Case]:
    claimed = {"claims": [{"start": span.start, "end": span.end, "quote": span.quote}]}
    return [gold for gold in case["sightings"] if agreement.touches(case["text"], gold, claimed)]


def placed(gold: Case, place: Place) -> bool:
    point = place.point
    row = {
        "surface": place.surface,
        "name": place.name("en"),
        "names": dict(place.names),
        "radius_km": place.radius_km,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
    }
    return agreement.place_agrees(gold, {"place": row})


def dated(gold: Case, when: When) -> bool:
    row = {"earliest": _iso(when.earliest), "latest": _iso(when.latest)}
    return agreement.time_agrees(gold, {"time": row})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def placing_examples(documents: Sequence[Read]) -> Iterator[Example]:
    for doc in documents:
        lines = doc.frames
        scene, last = placing.Scene(lines), None
        for c in candidates(lines):
            if c.spot:
                ours = c.doer.subject and c.spot.mention in placing.literal(c.frame)
                last = c.spot.mention if ours else last
                continue
            gold = [g for g in gold_on(doc.case, quote(c, None)) if g["status"] in TRUE]
            if gold:
                for option in placing.options(c, scene, last):
                    yield doc.case["id"], option.features, any(placed(g, option.place) for g in gold)


def dating_examples(documents: Sequence[Read], where: Scorer) -> Iterator[Example]:
    for doc in documents:
        lines = doc.frames
        calendar = Calendar.of(doc.document, lines)
        advised = advice(lines, candidates(lines), doc.model)
        for weighed, told in zip(doc.weigh(UNTRAINED, UNTRAINED, where), advised, strict=True):
            gold = _gold_of(doc.case, weighed.claims)
            if gold and (gold["earliest"] or gold["latest"]):
                for option in dating.options(weighed.candidate, calendar, told):
                    yield doc.case["id"], option.features, dated(gold, option.when)


def _gold_of(case: Case, found: Sequence[Claim]) -> Case | None:
    for claim in found:
        for gold in gold_on(case, claim.span):
            if gold["status"] in TRUE and placed(gold, claim.place):
                return gold
    return None


def presence_examples(documents: Sequence[Read], where: Scorer) -> Iterator[Example]:
    for doc in documents:
        for weighed in doc.weigh(UNTRAINED, UNTRAINED, where):
            verdict = _verdict(doc.case, weighed.claims)
            if verdict is not None:
                yield doc.case["id"], weighed.features, verdict


def _verdict(case: Case, found: Sequence[Claim]) -> bool | None:
    """True on a sighting; None on one whose status was misread, which teaches nothing about presence."""
    misread = False
    for claim in found:
        for gold in gold_on(case, claim.span):
            if placed(gold, claim.place):
                if (gold["status"] in TRUE) == claim.status.claimed:
                    return True
                misread = True
    return None if misread else False
