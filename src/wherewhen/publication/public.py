"""The only thing an exporter ever sees: a family of types without any private field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Names = tuple[tuple[str, str], ...]
"""Text by language code: (("en", "Aleppo"), ("ar", "حلب"))."""


ONLY_NEAR = frozenset({"place.inside_container", "place.coarsened", "area.near", "area.near_land"})
"""Reasons that make a point stand for its surroundings: maps draw a ring."""


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

    @property
    def only_near(self) -> bool:
        """Whether the point tells no more than the surroundings of the true place."""
        return any(reason.code in ONLY_NEAR for reason in self.reasons)


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
class PublicFile:
    """One picture file of the publication; ``language`` is set where words are drawn in it."""

    file: str
    width: int
    height: int
    content: bytes = field(repr=False)
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PublicImage:
    """What illustrates a sighting: a photo of the documents, or a drawn locator map.

    file, width, height, content  the picture to show when only one can be shown
    renditions  a photo: the same in smaller widths, largest first; a map: one SVG for each language
    drawn       True for a locator map
    content is re-encoded and carries no metadata. Relative file names, ``/`` between folders.
    """

    file: str
    width: int
    height: int
    alt: Names
    caption: str
    caption_language: str
    credit: str
    drawn: bool
    content: bytes = field(repr=False)
    renditions: tuple[PublicFile, ...] = ()

    @property
    def main(self) -> PublicFile:
        return PublicFile(self.file, self.width, self.height, self.content)

    def in_language(self, language: str) -> PublicFile:
        """The file whose words are in ``language``, else the picture itself."""
        return next((file for file in self.renditions if file.language == language), self.main)


@dataclass(frozen=True, slots=True)
class PublicConflict:
    sightings: tuple[str, str]
    reason: PublicReason


@dataclass(frozen=True, slots=True)
class PublicSighting:
    """One sighting as the reader sees it.

    id                  stays the same when a place or a date is corrected
    number              counts from 1 in the story, region after region, the unplaced last
    summary             one sentence with the hedge that the status demands, by language
    region              heading of the story by region, by language
    unnamed_companions  how many further companions the policy keeps unnamed
    """

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
    unnamed_companions: int = 0


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
class PublicBand:
    """A span of time that the case states as context ("companion alive"); an open side is None."""

    names: Names
    begin: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class PublicCase:
    """Everything that goes out about one subject; ``sightings`` stand in the order of their numbers.

    withheld  counts by category what the policy kept back (words: ``wording.withheld``)
    draft     nobody has reviewed it: the page carries the watermark
    title     "NAME: documented movements, FIRST–LAST year", by language
    summary   the counts in one line, by language
    bands     spans of time shown behind the timeline
    overview  the map of all sightings as ``images/overview-LANGUAGE.svg`` and ``images/share-LANGUAGE.svg``
    """

    subject: str
    subject_names: Names
    aliases: tuple[str, ...]
    documents: tuple[PublicDocument, ...]
    sightings: tuple[PublicSighting, ...]
    itinerary: PublicItinerary
    withheld: tuple[tuple[str, int], ...]
    draft: bool
    tools: tuple[tuple[str, str], ...]
    title: Names = ()
    summary: Names = ()
    overview: tuple[PublicFile, ...] = ()
    bands: tuple[PublicBand, ...] = ()
