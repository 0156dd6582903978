"""What a script says of a claim: the parts that it names, in words or in values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from wherewhen.model.claim import Status
from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused
from wherewhen.model.evidence import Evidence
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.source import Source, SourceKind
from wherewhen.model.when import When
from wherewhen.workbench.instruments import Instruments

Line = Annotated[str, Field(max_length=400)]
Corner = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]


class Strict(BaseModel):
    """What is asked for by another name is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SaidPlace(Strict):
    """Words for the gazetteer, or corners of an area with its name, or neither: no place is stated."""

    words: Line = ""
    choice: Annotated[
        int, Field(ge=0, description="Which of the places that the words can mean; 0 is the best.")
    ] = 0
    corners: Annotated[
        list[Corner], Field(max_length=200, description="Longitude and latitude in degrees.")
    ] = []
    name: Line = ""
    on_the_way: bool = False

    def place(self, surface: str, instruments: Instruments) -> Place:
        """Raises ActRefused where the words mean nothing, or the corners make no area."""
        if self.words:
            choices = instruments.places(self.words)
            if self.choice >= len(choices):
                raise ActRefused(self.words, "No such place: look at the choices, or give corners")
            picked = choices[self.choice]
            return replace(picked, surface=surface or picked.surface, confidence=1.0)
        if self.corners:
            return self._drawn(surface)
        return Place(surface, Precision.IN_TRANSIT if self.on_the_way else Precision.UNSPECIFIED)

    def _drawn(self, surface: str) -> Place:
        if len(set(self.corners)) < 3 or not (self.name or surface):
            raise ActRefused("an area", "Give three corners or more, and a name")
        ring = (
            (*self.corners, self.corners[0]) if self.corners[0] != self.corners[-1] else tuple(self.corners)
        )
        lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
        middle = Point((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
        names = (("en", self.name),) if self.name else ()
        return Place(surface, Precision.DISTRICT, names, None, "drawn", middle, area=((ring,),))


class SaidTime(Strict):
    """Words, or bounds; nothing at all: no time is stated."""

    words: Line = ""
    earliest: date | None = None
    latest: date | None = None

    def when(self, document: Document, instruments: Instruments) -> When:
        """Raises ActRefused where the words name no time, or the bounds are the wrong way round."""
        if self.words:
            found = instruments.when(self.words, document)
            if found is None:
                raise ActRefused(self.words, "No date was found in these words: give bounds")
            return found
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ActRefused(f"{self.earliest} > {self.latest}", "The first day comes first")
        return instruments.between(self.earliest, self.latest) if self.earliest or self.latest else When()


class SaidSource(Strict):
    name: Line = ""
    kind: SourceKind = SourceKind.OTHER
    named: bool = True


class Saying(Strict):
    """What is left out stays as it is."""

    place: SaidPlace | None = None
    time: SaidTime | None = None
    status: Status | None = None
    evidence: Evidence | None = None
    companions: Annotated[list[Line] | None, Field(max_length=200)] = None
    activity: Line | None = None
    sources: Annotated[list[SaidSource] | None, Field(max_length=50)] = None

    def parts(self, surface: str, document: Document, instruments: Instruments) -> dict[str, Any]:
        """The parts of a claim that are said, by the names that ``Claim`` and ``Amendment`` share."""
        chain = [Source(s.name, s.kind, s.named) for s in self.sources] if self.sources is not None else None
        said = {
            "place": self.place.place(surface, instruments) if self.place else None,
            "when": self.time.when(document, instruments) if self.time else None,
            "status": self.status,
            "evidence": self.evidence,
            "companions": tuple(dict.fromkeys(self.companions)) if self.companions is not None else None,
            "activity": self.activity,
            "attribution": tuple(chain) if chain is not None else None,
        }
        return {part: value for part, value in said.items() if value is not None}


def says(
    *,
    place: str | SaidPlace | None = None,
    when: str | tuple[date | None, date | None] | None = None,
    status: Status | str | None = None,
    evidence: Evidence | str | None = None,
    companions: Sequence[str] | None = None,
    activity: str | None = None,
    sources: Sequence[SaidSource] | None = None,
) -> Saying:
    """A saying in few words: a place by name, a time by words or by its first and last day."""
    return Saying(
        place=SaidPlace(words=place) if isinstance(place, str) else place,
        time=_time(when) if when is not None else None,
        status=Status(status) if status else None,
        evidence=Evidence(evidence) if evidence else None,
        companions=list(companions) if companions is not None else None,
        activity=activity,
        sources=list(sources) if sources is not None else None,
    )


def _time(when: str | tuple[date | None, date | None]) -> SaidTime:
    if isinstance(when, str):
        return SaidTime(words=when)
    return SaidTime(earliest=when[0], latest=when[1])
