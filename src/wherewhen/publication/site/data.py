"""What the page's script needs to know, as plain data: positions, bounds, and the interface's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wherewhen.languages import LANGUAGES
from wherewhen.publication.public import PublicBand, PublicCase, PublicSighting
from wherewhen.publication.site.base import Label
from wherewhen.publication.site.card import place_name
from wherewhen.publication.site.figures import figures, title
from wherewhen.publication.site.marks import Mark, first_outlines
from wherewhen.publication.site.markup import clean
from wherewhen.publication.site.stage import Stage
from wherewhen.publication.site.words import words

_EPOCH = date(1970, 1, 1).toordinal()


def page_data(
    case: PublicCase, scene: Stage, marks: dict[int, Mark], labels: Sequence[Label], apart: bool
) -> dict[str, Any]:
    """Days are counted from 1970-01-01; positions are units of the stage's plane.

    A sighting is a row (``record.ts`` names its cells); texts stand once in ``strings`` and are counted.
    """
    numbers = {s.id: s.number for s in case.sightings}
    plane, strings = scene.plane, Strings()
    publishers = {d.id: d.publisher for d in case.documents if d.publisher}
    shared = first_outlines(marks.values())
    rows = [_row(s, marks.get(s.number), publishers, shared, strings) for s in case.sightings]
    return {
        "draft": case.draft,
        "large": apart,
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
        "rows": rows,
        "strings": strings.listed,
        "legs": [
            [numbers[leg.start], numbers[leg.end], leg.stated]
            for leg in case.itinerary.legs
            if leg.start in numbers and leg.end in numbers
        ],
        "order": [numbers[s] for s in case.itinerary.order if s in numbers],
        "bands": [_band(band) for band in case.bands],
        "words": {language: _words(case, language) for language in LANGUAGES},
    }


class Strings:
    """Texts, each once, and their places in the list."""

    def __init__(self) -> None:
        self.listed: list[str] = []
        self._known: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        if text not in self._known:
            self._known[text] = len(self.listed)
            self.listed.append(text)
        return self._known[text]


def _band(band: PublicBand) -> list[Any]:
    return [_day(band.begin), _day(band.end), dict(band.names)]


def _words(case: PublicCase, language: str) -> dict[str, Any]:
    w = words(language)
    return {**w.data, "title": title(case, figures(case), w)}


def _label(label: Label) -> list[Any]:
    return [label.kind, label.x, label.y, label.width, label.rank, dict(label.names)]


def _row(
    s: PublicSighting,
    mark: Mark | None,
    publishers: Mapping[str, str],
    shared: Mapping[str, int],
    strings: Strings,
) -> list[Any]:
    chains = [s.attribution, *(claim.attribution for claim in s.claims)]
    sources = [source.name for chain in chains for source in chain if source.named and source.name]
    sources += [publishers[c.document] for c in s.claims if c.document in publishers]
    drawn = [mark.form, mark.x, mark.y, mark.reach, shared.get(mark.path, 0)] if mark else None
    return [
        s.number,
        clean(s.id),
        strings(s.status),
        [strings(kind) for kind in s.evidence],
        [strings(name) for name in s.companions],
        [strings(name) for name in dict.fromkeys(sources)],
        [_day(day) for day in (*s.time.begin, *s.time.end)],
        int(bool(s.time.edtf and set(s.time.edtf) & set("~?%"))),
        [strings(words(language).generated(s.time.words, s.time.surface)) for language in LANGUAGES],
        [strings(_place(s, language)) for language in LANGUAGES],
        [strings(words(language).of(s.region)) for language in LANGUAGES],
        s.independent_sources,
        drawn,
    ]


def _place(s: PublicSighting, language: str) -> str:
    w = words(language)
    return place_name(s.place, w)


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal() - _EPOCH
