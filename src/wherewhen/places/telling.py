"""A verdict as a mention: the place, how sure we are, and why; or no point where nothing decides."""

from __future__ import annotations

import math
from collections.abc import Iterator

from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, PlaceMention
from wherewhen.model.place import Candidate, Place
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.places.gazetteer import Entry
from wherewhen.places.geometry import precision, radius_km
from wherewhen.places.literal import stands_for
from wherewhen.places.ranking import Reading, Verdict
from wherewhen.places.reading import Words
from wherewhen.places.tool import TOOL

LOSERS = 4
# Calibrated on news: of readings that lead by m, a share of CEILING / (1 + exp(OFFSET - SLOPE m)) is right.
CEILING, OFFSET, SLOPE = 0.95, 0.05, 1.7
# A lead so small, with nothing in the document that speaks for it, is right one time in four: better no pin.
TIED, UNSUPPORTED = 0.1, 0.15
_SUPPORT = ("own", "inside", "country", "area", "home", "near", "company")
_TOLD = ("own", "near", "area", "country", "home")


def mention(document: Document, verdict: Verdict, words: Words) -> PlaceMention:
    named = verdict.named
    span = Span(document, named.start, named.end)
    tied = ambiguous(verdict)
    reasons = list(_tied_reasons(verdict, span) if tied else _reasons(verdict, span))
    figurative = stands_for(named, words, document.language)
    if figurative:
        reasons.append(Reason.of(figurative, span, name=span.quote))
    confidence = round(named.likely * sure(verdict), 3)
    make = _unplaced if tied else _place
    place = make(span, verdict, confidence, tuple(reasons))
    return Mention(MentionKind.PLACE, span, place, tuple(reasons), TOOL, confidence)


def sure(verdict: Verdict) -> float:
    """Probability that the best reading is the right one, from its lead."""
    return CEILING / (1 + math.exp(OFFSET - SLOPE * verdict.margin()))


def ambiguous(verdict: Verdict) -> bool:
    """Several places fit equally well and nothing in the document speaks for the first."""
    support = sum(verdict.best.grounds.get(ground, 0.0) for ground in _SUPPORT)
    return verdict.margin() < TIED and support < UNSUPPORTED


def _place(span: Span, verdict: Verdict, confidence: float, reasons: tuple[Reason, ...]) -> Place:
    entry = verdict.best.entry
    return Place(
        span.quote, precision(entry), entry.names, entry.id, entry.kind, entry.point, radius_km(entry),
        country=entry.country, containment=containment(entry), confidence=confidence, reasons=reasons,
        losers=_candidates(verdict.readings[1 : 1 + LOSERS]),
    )  # fmt: skip


def _unplaced(span: Span, verdict: Verdict, confidence: float, reasons: tuple[Reason, ...]) -> Place:
    entry = verdict.best.entry
    return Place(
        span.quote, precision(entry), kind=entry.kind, confidence=confidence, reasons=reasons,
        losers=_candidates(verdict.readings[: 1 + LOSERS]),
    )  # fmt: skip


def _candidates(readings: list[Reading]) -> tuple[Candidate, ...]:
    return tuple(Candidate(r.entry.id, _full(r.entry), round(r.score, 2), r.entry.point) for r in readings)


def containment(entry: Entry) -> tuple[str, ...]:
    return tuple(part for part in (entry.admin2_name, entry.admin1_name, entry.country or "") if part)


def _full(entry: Entry) -> str:
    return ", ".join((entry.name, *containment(entry)[-2:]))


def _tied_reasons(verdict: Verdict, span: Span) -> Iterator[Reason]:
    yield Reason.of("place.ambiguous", span, count=len(verdict.readings))


def _reasons(verdict: Verdict, span: Span) -> Iterator[Reason]:
    best, named = verdict.best, verdict.named
    yield Reason.of("place.named", span, name=best.entry.name, kind=best.entry.kind, id=best.entry.id)
    if len(verdict.readings) == 1:
        yield Reason.of("place.only_one", span, name=best.entry.name)
        return
    if "inside" in best.grounds and named.containers:
        yield Reason.of("place.stated_container", span, container=named.containers[0].name)
    for ground in _TOLD:
        if best.grounds.get(ground, 0) > 0.2:
            yield Reason.of(f"place.{ground}", span, name=best.entry.name)
    if named.typed:
        yield Reason.of("place.kind_stated", span, kind=best.entry.kind)
    yield Reason.of("place.best_of", span, count=len(verdict.readings), people=best.entry.population)
