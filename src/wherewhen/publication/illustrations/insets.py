"""The wider world in a corner of a map, with the window of the map marked in it."""

from __future__ import annotations

from wherewhen.publication.ground import Ground
from wherewhen.publication.illustrations import ink
from wherewhen.publication.illustrations.frame import Frame
from wherewhen.publication.illustrations.labels import Block
from wherewhen.publication.illustrations.land import draw_countries
from wherewhen.publication.illustrations.sheet import Sheet
from wherewhen.publication.illustrations.terrain import Terrain

_WIDE, _HIGH, _MARGIN = 62, 46, 6
_LEAST_KM = 1500
_STEP = 2.0
_TIMES_WIDER = 4


class Insets:
    """Draws insets; maps of neighbouring places share one view of the world."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._views: dict[tuple[float, float, int], Terrain] = {}

    def draw(self, sheet: Sheet, frame: Frame, home: frozenset[str]) -> Block:
        """In the upper corner at the side where reading ends; returns the room it takes."""
        left = _MARGIN if sheet.language == "ar" else sheet.width - _WIDE - _MARGIN
        view = self._view(frame)
        west, south, east, north = frame.box()
        (x1, y1), (x2, y2) = view.frame.xy(west, north), view.frame.xy(east, south)
        sheet.open_window(left, _MARGIN, _WIDE, _HIGH)
        draw_countries(sheet, view, home)
        sheet.add(
            "rect", x=x1, y=y1, width=x2 - x1, height=y2 - y1, fill=ink.ACCENT, fill_opacity="0.25",
            stroke=ink.ACCENT, stroke_width=1.2,
        )  # fmt: skip
        sheet.close_window()
        edge = {"fill": "none", "stroke": ink.BORDER, "stroke_width": 0.8}
        sheet.add("rect", None, x=left, y=_MARGIN, width=_WIDE, height=_HIGH, **edge)
        return left - 2, _MARGIN - 2, left + _WIDE + 2, _MARGIN + _HIGH + 2

    def _view(self, frame: Frame) -> Terrain:
        """Its middle lies on a coarse grid, its reach on a few steps: few views serve many maps."""
        reach = _LEAST_KM
        while reach < frame.width / frame.km * _TIMES_WIDER:
            reach *= 2
        lon, lat = round(frame.lon / _STEP) * _STEP, round(frame.lat / _STEP) * _STEP
        key = (lon, lat, reach)
        if key not in self._views:
            small = Frame.around((lon, lat, lon, lat), _WIDE, _HIGH, 0.0, reach)
            self._views[key] = Terrain(self._ground, small)
        return self._views[key]
