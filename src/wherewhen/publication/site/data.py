"""What the page's script needs to know, as plain data: positions, bounds, and the interface's words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from wherewhen.languages import LANGUAGES
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.site.base import Label
from wherewhen.publication.site.figures import figures, title
from wherewhen.publication.site.marks import Mark
from wherewhen.publication.site.markup import clean
from wherewhen.publication.site.stage import Stage
from wherewhen.publication.site.words import words

_EPOCH = date(1970, 1, 1).toordinal()


def page_data(
    case: PublicCase, scene: Stage, marks: dict[int, Mark], labels: Sequence[Label]
) -> dict[str, Any]:
    """Days are counted from 1970-01-01; positions are units of the stage's plane."""
    numbers = {s.id: s.number for s in case.sightings}
    plane = scene.plane
    return {
        "draft": case.draft,
        "plane": {
            "west": plane.west,
            "top": plane.top,
            "scale": plane.scale,
            "w": plane.width,
            "h": plane.height,
        },
        "fit": [round(side, 1) for side in scene.fit],
        "focus": [round(side, 1) for side in scene.focus],
        "labels": [_label(label) for label in labels],
        "sightings": [_sighting(s, marks.get(s.number), case) for s in case.sightings],
        "legs": [
            [numbers[leg.start], numbers[leg.end], leg.stated]
            for leg in case.itinerary.legs
            if leg.start in numbers and leg.end in numbers
        ],
        "order": [numbers[s] for s in case.itinerary.order if s in numbers],
        "words": {language: _words(case, language) for language in LANGUAGES},
    }


def _words(case: PublicCase, language: str) -> dict[str, Any]:
    w = words(language)
    return {**w.data, "title": title(case, figures(case), w)}


def _label(label: Label) -> list[Any]:
    return [label.kind, label.x, label.y, label.width, label.rank, dict(label.names)]


def _sighting(s: PublicSighting, mark: Mark | None, case: PublicCase) -> dict[str, Any]:
    chains = [s.attribution, *(claim.attribution for claim in s.claims)]
    publishers = {d.id: d.publisher for d in case.documents if d.publisher}
    sources = [source.name for chain in chains for source in chain if source.named and source.name]
    sources += [publishers[c.document] for c in s.claims if c.document in publishers]
    return {
        "n": s.number,
        "id": clean(s.id),
        "status": s.status,
        "evidence": list(s.evidence),
        "with": list(s.companions),
        "sources": list(dict.fromkeys(sources)),
        "days": [_day(day) for day in (*s.time.begin, *s.time.end)],
        "vague": bool(s.time.edtf and set(s.time.edtf) & set("~?%")),
        "date": {language: words(language).generated(s.time.words, s.time.surface) for language in LANGUAGES},
        "place": {language: _place(s, language) for language in LANGUAGES},
        "region": {language: words(language).of(s.region) for language in LANGUAGES},
        "mark": [mark.form, mark.x, mark.y, mark.reach, bool(mark.path)] if mark else None,
    }


def _place(s: PublicSighting, language: str) -> str:
    w = words(language)
    return w.of(s.place.names, s.place.name or s.place.surface) or w.named("precision", s.place.precision)


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal() - _EPOCH
