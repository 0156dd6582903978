"""The ground of a drawn map: sea, land, waters, borders, and the names of countries and areas."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import shapely

from wherewhen.basemap import Outline
from wherewhen.publication.illustrations import ink
from wherewhen.publication.illustrations.frame import Frame
from wherewhen.publication.illustrations.labels import (
    AREA,
    COUNTRY,
    SMALL_AREA,
    SMALL_COUNTRY,
    SMALL_WATER,
    WATER,
    Labels,
    Style,
    text_width,
)
from wherewhen.publication.illustrations.sheet import Sheet
from wherewhen.publication.illustrations.terrain import Terrain

_WIDEST_WITH_AREAS_KM = 2600.0
_WIDEST_WITH_AREA_NAMES_KM = 1300.0
_NARROWEST = 26.0
_SMALL = 400.0
_MINOR_RIVER = 6


def draw_land(sheet: Sheet, terrain: Terrain, home: frozenset[str]) -> None:
    """Everything below the marks. ``home`` holds the countries that are drawn lighter."""
    frame = terrain.frame
    _fill_land(sheet, terrain, home)
    if frame.width / frame.km < _WIDEST_WITH_AREAS_KM:
        for area in terrain.areas:
            _stroke(sheet, terrain, area, stroke=ink.FIRST_LEVEL, stroke_width=0.7, stroke_dasharray="3 2.5")
    for river in terrain.rivers:
        if river.rank <= _MINOR_RIVER:
            _stroke(sheet, terrain, river, stroke=ink.WATER_LINE, stroke_width=1.3 - 0.1 * river.rank)
    for lake in terrain.lakes:
        _fill(sheet, terrain, lake, ink.SEA, stroke=ink.WATER_LINE, stroke_width=0.6)
    weight = 0.9 if frame.width / frame.km < _WIDEST_WITH_AREAS_KM else 0.5
    for country in terrain.countries:
        _stroke(sheet, terrain, country, stroke=ink.BORDER, stroke_width=weight, stroke_linejoin="round")
    for line in terrain.disputed:
        _stroke(sheet, terrain, line, stroke=ink.DISPUTED, stroke_width=1.1, stroke_dasharray="1.5 2.5")


def draw_countries(sheet: Sheet, terrain: Terrain, home: frozenset[str]) -> None:
    """Sea, land and borders alone, for the wider world in a corner."""
    _fill_land(sheet, terrain, home)
    for country in terrain.countries:
        _stroke(sheet, terrain, country, stroke=ink.BORDER, stroke_width=0.25, stroke_linejoin="round")


def name_land(labels: Labels, terrain: Terrain, language: str, but: Collection[str]) -> None:
    """Names of countries, then of first-level areas, then of lakes, where there is room, but not ``but``."""
    small = terrain.frame.width < _SMALL
    country, area = (SMALL_COUNTRY, SMALL_AREA) if small else (COUNTRY, AREA)
    _names(labels, terrain, terrain.countries, language, country, but)
    if terrain.frame.width / terrain.frame.km < _WIDEST_WITH_AREA_NAMES_KM:
        _names(labels, terrain, terrain.areas, language, area, but)
    _names(labels, terrain, terrain.lakes, language, SMALL_WATER if small else WATER, but)


def _fill_land(sheet: Sheet, terrain: Terrain, home: frozenset[str]) -> None:
    frame = terrain.frame
    sheet.add("rect", x=0, y=0, width=frame.width, height=frame.height, fill=ink.SEA)
    for country in terrain.countries:
        _fill(sheet, terrain, country, ink.HOME if country.country in home else ink.LAND)


def _fill(sheet: Sheet, terrain: Terrain, outline: Outline, colour: str, **attributes: object) -> None:
    drawn = terrain.drawn(outline)
    if drawn:
        sheet.add("use", None, href=sheet.shape(drawn), fill=colour, **attributes)


def _stroke(sheet: Sheet, terrain: Terrain, outline: Outline, **attributes: object) -> None:
    _fill(sheet, terrain, outline, "none", **attributes)


def _names(
    labels: Labels,
    terrain: Terrain,
    outlines: Iterable[Outline],
    language: str,
    style: Style,
    but: Collection[str],
) -> None:
    for outline in outlines:
        name = dict(outline.names).get(language)
        if name and name not in but and name not in labels.written:
            _centre(labels, terrain.frame, outline, name, style)


def _centre(labels: Labels, frame: Frame, outline: Outline, name: str, style: Style) -> None:
    """The name on the widest part of what is seen of it, if that is wide enough."""
    biggest = max(shapely.get_parts(outline.shape), key=lambda part: (part.area, part.bounds))
    west, _, east, _ = biggest.bounds
    if (east - west) * frame.squeeze * frame.scale < max(_NARROWEST, text_width(name, style) * 0.8):
        return
    inside = shapely.maximum_inscribed_circle(biggest, tolerance=(east - west) / 20)
    spot = shapely.get_point(inside, 0)
    labels.centred(name, *frame.xy(shapely.get_x(spot), shapely.get_y(spot)), style)
