"""What is marked on a drawn map: exact places as discs, areas hatched, doubt as rings, plans hollow."""

from __future__ import annotations

import math
from collections.abc import Iterable

from wherewhen.model.place import Area
from wherewhen.publication.ground import Town
from wherewhen.publication.illustrations import ink
from wherewhen.publication.illustrations.frame import Frame
from wherewhen.publication.illustrations.labels import TOWN, Labels, Style, text_width, write
from wherewhen.publication.illustrations.sheet import Sheet, path, tag

NUMBER = Style(11, "#ffffff", 700)
DISC = 6.5
HOLLOW = frozenset({"planned", "denied"})


def define_hatch(sheet: Sheet, name: str, spacing: float = 6.0) -> None:
    """The pattern of areas, under a name that is unique on the page."""
    line = tag("path", d=f"M0 0V{spacing:g}", stroke=ink.ACCENT, stroke_width=1.1, stroke_opacity="0.6")
    sheet.define(
        "pattern", line, id=name, width=spacing, height=spacing, patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )  # fmt: skip


def draw_area(sheet: Sheet, frame: Frame, area: Area, hatch: str) -> None:
    """Soft fill and hatching, no hard outline."""
    drawn = path((frame.run(ring) for polygon in area for ring in polygon), closed=True)
    if drawn:
        sheet.add("path", d=drawn, fill=ink.ACCENT, fill_opacity="0.1", fill_rule="evenodd")
        sheet.add("path", d=drawn, fill=f"url(#{hatch})", fill_rule="evenodd")


def draw_radius(sheet: Sheet, x: float, y: float, radius: float, hatch: str) -> None:
    """How far the true place may lie."""
    sheet.add("circle", cx=x, cy=y, r=radius, fill=ink.ACCENT, fill_opacity="0.08")
    sheet.add(
        "circle", cx=x, cy=y, r=radius, fill=f"url(#{hatch})", stroke=ink.ACCENT, stroke_width=1.0,
        stroke_dasharray="2 3", stroke_opacity="0.8",
    )  # fmt: skip


def draw_disc(sheet: Sheet, x: float, y: float, hollow: bool, radius: float = DISC) -> None:
    colours = _colours(hollow)
    dashes = "2.5 2" if hollow else None
    sheet.add("circle", cx=x, cy=y, r=radius, stroke_width=2.0, stroke_dasharray=dashes, **colours)


def _colours(hollow: bool) -> dict[str, str]:
    fill, stroke = (ink.PAPER, ink.ACCENT) if hollow else (ink.ACCENT, ink.PAPER)
    return {"fill": fill, "stroke": stroke}


def pill_size(text: str) -> tuple[float, float]:
    """Width and height of a numbered mark."""
    return max(20.0, text_width(text, NUMBER) + 11.0), 20.0


def draw_pill(sheet: Sheet, x: float, y: float, text: str, hollow: bool, area: bool = False) -> None:
    """A numbered disc, wider for several numbers; the label of an area has corners and no weight."""
    wide, high = pill_size(text)
    colours = {"fill": ink.LABEL, "stroke": ink.ACCENT} if area and not hollow else _colours(hollow)
    sheet.add(
        "rect", x=x - wide / 2, y=y - high / 2, width=wide, height=high, rx=4 if area else high / 2,
        stroke_width=1.0 if area else 1.8,
        stroke_dasharray="2.5 2" if hollow else None, **colours,
    )  # fmt: skip
    style = Style(NUMBER.size, ink.ACCENT if hollow or area else "#ffffff", NUMBER.weight)
    write(sheet, text, x, y + NUMBER.size * 0.36, style, halo=False)


def draw_towns(
    sheet: Sheet, labels: Labels, frame: Frame, towns: Iterable[Town], language: str, most: int, but: set[str]
) -> None:
    """Small dots with names, the most important towns first, only those whose name finds room."""
    shown = 0
    for town in towns:
        name, (x, y) = dict(town.names).get(language, ""), frame.xy(town.lon, town.lat)
        if shown < most and name and name not in but and labels.at_point(name, x, y, 2.0, TOWN):
            sheet.add("circle", cx=x, cy=y, r=2.1, fill=ink.TEXT, stroke=ink.HALO, stroke_width=1)
            shown += 1


def draw_scale(sheet: Sheet, frame: Frame, words: str, length: float, margin: float = 12.0) -> None:
    """The scale bar in the lower corner at the side where reading begins."""
    rtl = sheet.language == "ar"
    y = frame.height - margin
    start = frame.width - margin - length if rtl else margin
    sheet.add(
        "path", d=f"M{start:.1f} {y - 4:.1f}V{y:.1f}H{start + length:.1f}V{y - 4:.1f}", fill="none",
        stroke=ink.TEXT, stroke_width=1.1,
    )  # fmt: skip
    write(sheet, words, start + length / 2, y - 6, Style(10, ink.TEXT))


def draw_journey(sheet: Sheet, frame: Frame, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A stated journey: a bent line with an arrowhead, between (lon, lat) pairs."""
    (x1, y1), (x2, y2) = frame.xy(*start), frame.xy(*end)
    length = math.hypot(x2 - x1, y2 - y1)
    if length < 30:
        return
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    cx, cy = (x1 + x2) / 2 + uy * length * 0.12, (y1 + y2) / 2 - ux * length * 0.12
    turn = math.atan2(y2 - cy, x2 - cx)
    tip_x, tip_y = x2 - 12 * math.cos(turn), y2 - 12 * math.sin(turn)
    wings = [(tip_x - 8 * math.cos(turn + a), tip_y - 8 * math.sin(turn + a)) for a in (0.4, -0.4)]
    sheet.add(
        "path", d=f"M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {tip_x:.1f} {tip_y:.1f}", fill="none",
        stroke=ink.ACCENT, stroke_width=1.6,
    )  # fmt: skip
    sheet.add("path", d=path([[wings[0], (tip_x, tip_y), wings[1]]], closed=True), fill=ink.ACCENT)
