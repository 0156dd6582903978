"""The form in which a claim is changed: what was typed, and what it says."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field

from wherewhen.model.claim import Claim, Status
from wherewhen.model.evidence import Evidence
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.source import Source, SourceKind
from wherewhen.publication.site.words import Words

if TYPE_CHECKING:
    from wherewhen.workbench.asked import Asked

MOST_CORNERS = 200
_DAY = re.compile(r"(\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


Name = Annotated[str, Field(max_length=64)]
Word = Annotated[str, Field(max_length=12)]
Line = Annotated[str, Field(max_length=400)]
Text = Annotated[str, Field(max_length=2000)]
Corners = Annotated[str, Field(max_length=4000)]
Count = Annotated[int, Field(ge=0)]


class Unclear(Exception):
    """Something of the form cannot be understood; ``code`` names the words that say so."""

    def __init__(self, code: str, look: str = "") -> None:
        super().__init__(code)
        self.code, self.look = code, look


class Entered(BaseModel):
    """Every entry as it was typed. ``look`` asks for the candidates or for the meaning of the date."""

    claim: Name = ""
    document: Name = ""
    start: Count = 0
    end: Count = 0
    seen: Count = 0
    part: Word = "all"
    look: Word = ""
    place: Word = "keep"
    place_words: Line = ""
    found_for: Line = ""
    corners: Corners = ""
    drawn_name: Line = ""
    time: Word = "keep"
    time_words: Line = ""
    earliest: Word = ""
    latest: Word = ""
    status: Status = Status.ASSERTED
    evidence: Evidence = Evidence.UNATTRIBUTED
    companions: Text = ""
    activity: Line = ""
    sources: Text = ""
    reason: Text = ""

    def named_companions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for line in self.companions.splitlines() if (name := line.strip())))

    def chain(self, words: Words) -> tuple[Source, ...]:
        """Lines as "NAME | KIND"; a "-" before one that is not named."""
        kinds = {words.named("kind", kind.value).casefold(): kind for kind in SourceKind}
        kinds |= {kind.value: kind for kind in SourceKind}
        return tuple(_source(line, kinds) for line in self.sources.splitlines() if line.strip())

    def bounds(self) -> tuple[date | None, date | None]:
        earliest, latest = _day(self.earliest, False), _day(self.latest, True)
        if earliest and latest and earliest > latest:
            raise Unclear("wrong_way_round", "time")
        return earliest, latest

    def drawn_place(self, surface: str, language: str) -> Place:
        ring = _ring(self.corners)
        lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
        middle = Point((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
        name = self.drawn_name.strip()
        names = ((language, name),) if name else ()
        kind = "drawn"
        if not (name or surface):
            raise Unclear("name_the_area", "place")
        return Place(surface, Precision.DISTRICT, names, None, kind, middle, area=((ring,),))


def written(claim: Claim, form: Entered, asked: Asked) -> Entered:
    """The form as it is first shown: what stands, in words that can be changed."""
    when, words = claim.when, asked.words
    place, time = ("keep", "keep") if form.claim else ("unspecified", "words")
    return form.model_copy(
        update={
            "place": place, "time": time, "status": claim.status, "evidence": claim.evidence,
            "earliest": when.earliest.isoformat() if when.earliest else "",
            "latest": when.latest.isoformat() if when.latest else "",
            "companions": "\n".join(claim.companions), "activity": claim.activity,
            "sources": "\n".join(_line(source, words) for source in claim.attribution),
        }
    )  # fmt: skip


def _line(source: Source, words: Words) -> str:
    return f"{'' if source.named else '- '}{source.name} | {words.named('kind', source.kind.value)}"


def _source(line: str, kinds: dict[str, SourceKind]) -> Source:
    name, bar, kind = line.strip().rpartition("|")
    if not bar:
        name, kind = line.strip(), ""
    known = kinds.get(kind.strip().casefold(), SourceKind.OTHER if not kind.strip() else None)
    if known is None:
        raise Unclear("unknown_kind")
    bare = name.strip()
    return Source(bare.removeprefix("-").strip(), known, not bare.startswith("-"))


def _day(text: str, last: bool) -> date | None:
    """A year, a month or a day; the end of a span is its last day."""
    said = text.strip().translate(_ASCII)
    if not said:
        return None
    found = _DAY.fullmatch(said)
    try:
        if not found:
            raise ValueError(said)
        year = int(found[1])
        month = int(found[2] or (12 if last else 1))
        day = int(found[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day)
    except ValueError:
        raise Unclear("not_a_day", "time") from None


def _ring(corners: str) -> tuple[tuple[float, float], ...]:
    """Longitude and latitude, closed. Raises Unclear for less than a triangle."""
    try:
        pairs = [pair.split(",") for pair in corners.translate(_ASCII).split()]
        ring = [(round(float(lon), 5), round(float(lat), 5)) for lon, lat in pairs]
    except ValueError:
        raise Unclear("draw_first", "place") from None
    on_earth = all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)
    if not 3 <= len(set(ring)) <= MOST_CORNERS or not on_earth:
        raise Unclear("draw_first", "place")
    return tuple(ring if ring[0] == ring[-1] else [*ring, ring[0]])
