"""All sightings on one map: for print, and 1200 × 630 pixels to share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from wherewhen.model.place import Area
from wherewhen.publication.geometry import area_of, kilometres
from wherewhen.publication.ground import Ground, Towns
from wherewhen.publication.illustrations import ink
from wherewhen.publication.illustrations.frame import Frame
from wherewhen.publication.illustrations.labels import TOWN, Block, Labels, Style, write
from wherewhen.publication.illustrations.land import draw_land, name_land
from wherewhen.publication.illustrations.legend import draw_legend, draw_notes
from wherewhen.publication.illustrations.marks import (
    HOLLOW,
    define_hatch,
    draw_area,
    draw_journey,
    draw_pill,
    draw_radius,
    draw_scale,
    draw_towns,
    pill_size,
)
from wherewhen.publication.illustrations.sheet import Sheet
from wherewhen.publication.illustrations.still import png
from wherewhen.publication.illustrations.terrain import Terrain
from wherewhen.publication.public import PublicCase, PublicFile, PublicSighting
from wherewhen.publication.wording import Voice, place_name

PRINT = (1100, 760)
SHARE = (1200, 630)
_HEAD = 118
_MARGIN = 0.11
_LEAST_KM = 260.0
_SMALLEST_RING = 12.0
_NEAR_KM = 400.0
_WIDE_KM = 250.0
_FEW = 5
_LONGEST_NAME = 26
_HOME_SHARE = 0.15
_TITLE = Style(34, ink.TEXT, 700, serif=True)
_LINE = Style(17, ink.MUTED)
_MOST_TOWNS = 14


def overview(
    case: PublicCase, voices: Sequence[Voice], ground: Ground, towns: Towns
) -> tuple[PublicFile, ...]:
    """``overview-LANGUAGE.svg``, ``share-LANGUAGE.svg``, ``.png``; nothing where nothing can be placed."""
    placed = [s for s in case.sightings if s.place.lat is not None]
    if not placed:
        return ()
    sizes = (PRINT, (SHARE[0], SHARE[1] - _HEAD))
    plain, shared = (_Plate(placed, case, ground, towns, size) for size in sizes)
    files = [_file(f"overview-{v.language}", plain.alone(v), *PRINT, v) for v in voices]
    files += [_file(f"share-{v.language}", shared.under_title(v), *SHARE, v) for v in voices]
    return (*files, *(still for file in files[len(voices) :] if (still := _still(file))))


def _still(file: PublicFile) -> PublicFile | None:
    """The same as PNG, where it can be rendered."""
    content = png(file.content)
    return replace(file, file=file.file.replace(".svg", ".png"), content=content) if content else None


def _file(name: str, sheet: Sheet, width: int, height: int, voice: Voice) -> PublicFile:
    return PublicFile(f"images/{name}.svg", width, height, sheet.svg().encode(), voice.language)


@dataclass(frozen=True, slots=True)
class Mark:
    """One numbered mark: the sightings of one spot."""

    x: float
    y: float
    numbers: tuple[int, ...]
    hollow: bool
    area: bool

    def text(self, voice: Voice) -> str:
        shown = _runs(self.numbers, voice)
        return shown if len(shown) <= 9 else voice.digits(f"{len(self.numbers)}×")


class _Plate:
    """The map of a case in one size, to be named in any language."""

    def __init__(
        self,
        placed: list[PublicSighting],
        case: PublicCase,
        ground: Ground,
        towns: Towns,
        size: tuple[int, int],
    ) -> None:
        self._case = case
        self.width, self.height = size
        exact = [s for s in placed if not _is_wide(s)] or placed
        self._frame = Frame.around(_box(_gathered(exact)), *size, _MARGIN, _LEAST_KM)
        self._placed = [s for s in exact if self._frame.holds(s.place.lon or 0.0, s.place.lat or 0.0)]
        shown, drawable = {s.number for s in self._placed}, {s.number for s in exact}
        self._notes = {
            "beyond": tuple(s.number for s in exact if s.number not in shown),
            "wide": tuple(s.number for s in placed if s.number not in drawable),
        }
        self._terrain = Terrain(ground, self._frame)
        self._towns = tuple(towns(self._frame.box(-0.02)))
        self._home = _home(self._placed)
        self._marks = _marks(self._placed, self._frame)

    def alone(self, voice: Voice) -> Sheet:
        title = voice.say("image", "overview_alt")
        sheet = Sheet(self.width, self.height, voice.language, title, f"overview-{voice.language}")
        self._draw(sheet, voice)
        return sheet

    def under_title(self, voice: Voice) -> Sheet:
        """The map below the title and the counts of the case."""
        language = voice.language
        sheet = Sheet(*SHARE, language, dict(self._case.title)[language], f"share-{language}")
        sheet.add("rect", x=0, y=0, width=SHARE[0], height=_HEAD, fill=ink.PAPER)
        edge, anchor = (SHARE[0] - 32, "start") if language == "ar" else (32, "start")
        write(sheet, _cut(dict(self._case.title)[language], 58), edge, 56, _TITLE, anchor, halo=False)
        write(sheet, _cut(dict(self._case.summary)[language], 118), edge, 92, _LINE, anchor, halo=False)
        sheet.open_window(0, _HEAD, self.width, self.height)
        self._draw(sheet, voice)
        sheet.close_window()
        return sheet

    def _draw(self, sheet: Sheet, voice: Voice) -> None:
        hatch = f"hatch-overview-{self.width}-{voice.language}"
        define_hatch(sheet, hatch)
        draw_land(sheet, self._terrain, self._home)
        self._draw_areas(sheet, hatch)
        self._draw_journeys(sheet)
        labels = Labels(sheet, (6, 6, self.width - 6, self.height - 6))
        labels.keep_free(self._draw_scale(sheet, voice))
        labels.keep_free(draw_legend(sheet, self._frame, voice, self._case.draft))
        labels.keep_free(draw_notes(sheet, self._frame, self._noted(voice)))
        for mark in self._marks:
            wide, high = pill_size(mark.text(voice))
            labels.keep_free((mark.x - wide / 2, mark.y - high / 2, mark.x + wide / 2, mark.y + high / 2))
        self._draw_names(sheet, labels, voice)
        for mark in self._marks:
            draw_pill(sheet, mark.x, mark.y, mark.text(voice), mark.hollow, mark.area)

    def _noted(self, voice: Voice) -> list[str]:
        """Numbers of what the map cannot show at its place."""
        found = ((key, numbers) for key, numbers in self._notes.items() if numbers)
        return [voice.say("legend", key, numbers=_runs(numbers, voice)) for key, numbers in found]

    def _draw_areas(self, sheet: Sheet, hatch: str) -> None:
        """Each area once, the largest below."""
        areas = {repr(s.place.geometry): area_of(s.place.geometry) for s in self._placed}
        for area in sorted(areas.values(), key=_extent, reverse=True):
            draw_area(sheet, self._frame, area, hatch)
        rings = {(s.place.lon, s.place.lat, s.place.radius_km) for s in self._placed if _is_disc(s)}
        for lon, lat, radius in sorted(rings, key=repr):
            if lon is not None and lat is not None and (radius or 0.0) * self._frame.km > _SMALLEST_RING:
                draw_radius(sheet, *self._frame.xy(lon, lat), (radius or 0.0) * self._frame.km, hatch)

    def _draw_journeys(self, sheet: Sheet) -> None:
        spots = {s.id: (s.place.lon, s.place.lat) for s in self._placed}
        for leg in self._case.itinerary.legs:
            (x1, y1), (x2, y2) = spots.get(leg.start, (None, None)), spots.get(leg.end, (None, None))
            if leg.stated and x1 is not None and y1 is not None and x2 is not None and y2 is not None:
                draw_journey(sheet, self._frame, (x1, y1), (x2, y2))

    def _draw_scale(self, sheet: Sheet, voice: Voice) -> Block:
        km, length = self._frame.scale_bar(self.width * 0.15)
        draw_scale(sheet, self._frame, voice.say("image", "scale", n=voice.number(km)), length)
        side = self.width - length - 26 if voice.language == "ar" else 0.0
        return side, self.height - 34, side + length + 26, self.height

    def _draw_names(self, sheet: Sheet, labels: Labels, voice: Voice) -> None:
        """The places of the sightings, then towns, countries, areas."""
        for sighting in self._placed:
            name = place_name(sighting.place, voice)
            lon, lat = sighting.place.lon, sighting.place.lat
            exact = sighting.place.precision in ("site", "settlement", "district")
            if exact and name not in labels.written and len(name) <= _LONGEST_NAME:
                x, y = self._frame.xy(lon or 0.0, lat or 0.0)
                labels.at_point(name, x, y, 12.0, TOWN)
        draw_towns(sheet, labels, self._frame, self._towns, voice.language, _MOST_TOWNS, labels.written)
        name_land(labels, self._terrain, voice.language, ())


def _gathered(placed: list[PublicSighting]) -> list[PublicSighting]:
    """Without the few that lie so far off that showing them would hide where all the others are."""
    lon = median(s.place.lon or 0.0 for s in placed)
    lat = median(s.place.lat or 0.0 for s in placed)
    far = {s.id: kilometres(lat, lon, s.place.lat or 0.0, s.place.lon or 0.0) for s in placed}
    reach = max(_NEAR_KM, 4 * sorted(far.values())[len(far) * 3 // 4])
    near = [s for s in placed if far[s.id] <= reach]
    return near if _FEW * (len(placed) - len(near)) <= len(placed) else placed


def _is_wide(sighting: PublicSighting) -> bool:
    """A country, or a region that no disc could stand for."""
    place = sighting.place
    return place.precision == "country" or (place.radius_km or 0.0) > _WIDE_KM


def _box(placed: Sequence[PublicSighting]) -> tuple[float, float, float, float]:
    lons, lats = [], []
    for sighting in placed:
        lons.append(sighting.place.lon or 0.0)
        lats.append(sighting.place.lat or 0.0)
        if sighting.place.precision in ("site", "settlement", "district"):
            continue
        corners = [c for polygon in area_of(sighting.place.geometry) for c in polygon[0]]
        lons += [lon for lon, _ in corners]
        lats += [lat for _, lat in corners]
    return min(lons), min(lats), max(lons), max(lats)


def _marks(placed: Sequence[PublicSighting], frame: Frame) -> list[Mark]:
    """Sightings whose discs would lie on one another share one mark."""
    groups: list[tuple[float, float, list[PublicSighting]]] = []
    for sighting in placed:
        x, y = frame.xy(sighting.place.lon or 0.0, sighting.place.lat or 0.0)
        near = next((g for g in groups if abs(g[0] - x) < 30 and abs(g[1] - y) < 20), None)
        if near:
            near[2].append(sighting)
        else:
            groups.append((x, y, [sighting]))
    return [
        Mark(
            x,
            y,
            tuple(s.number for s in inside),
            all(s.status in HOLLOW for s in inside),
            all(_is_area(s) for s in inside),
        )
        for x, y, inside in groups
    ]


def _runs(numbers: Sequence[int], voice: Voice) -> str:
    """``8–10, 12``."""
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    comma = voice.say("legend", "comma")
    parts = [f"{r[0]}–{r[-1]}" if len(r) > 2 else comma.join(map(str, r)) for r in runs]
    return voice.digits(comma.join(parts))


def _home(placed: Sequence[PublicSighting]) -> frozenset[str]:
    """Countries with a fair share of the sightings."""
    counted = Counter(s.place.country for s in placed if s.place.country)
    return frozenset(country for country, n in counted.items() if n >= _HOME_SHARE * len(placed))


def _is_disc(sighting: PublicSighting) -> bool:
    place = sighting.place
    ring = place.only_near or place.precision in ("district", "region")
    return ring and not area_of(place.geometry)


def _is_area(sighting: PublicSighting) -> bool:
    return sighting.place.precision in ("region", "country", "district") and not sighting.place.only_near


def _extent(area: Area) -> float:
    lons = [lon for polygon in area for lon, _ in polygon[0]]
    lats = [lat for polygon in area for _, lat in polygon[0]]
    return (max(lons) - min(lons)) * (max(lats) - min(lats)) if lons else 0.0


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(None, 1)[0] + " …"
