"""Names on a map that never lie on one another, most important first."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining

from wherewhen.publication.illustrations import ink
from wherewhen.publication.illustrations.sheet import Sheet

Block = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
_CELL = 64.0
_NARROW = set("iljtfrI.,'’ː:;|!()[] ١اأإآ1")
_WIDE = set("mwMWصضسشﷺ—")


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of name is written."""

    size: float
    colour: str = ink.TEXT
    weight: int = 400
    italic: bool = False
    spaced: bool = False
    serif: bool = False


TOWN = Style(11.5)
SUBJECT = Style(14, ink.TEXT, 700)
COUNTRY = Style(11.5, ink.MUTED, 600, spaced=True)
AREA = Style(10.5, ink.MUTED)
SMALL_COUNTRY = Style(9.5, ink.MUTED, 600, spaced=True)
SMALL_AREA = Style(9.0, ink.MUTED)
SMALL_WATER = Style(9.0, ink.WATER_TEXT, italic=True, serif=True)
WATER = Style(10.5, ink.WATER_TEXT, italic=True, serif=True)


class Labels:
    """Places names on a sheet, greedily: a name that finds no room is left out."""

    def __init__(self, sheet: Sheet, room: Block) -> None:
        self._sheet = sheet
        self._room = room
        self._taken: list[Block] = []
        self._cells: dict[tuple[int, int], list[Block]] = {}
        self.written: set[str] = set()

    def keep_free(self, block: Block) -> None:
        self._taken.append(block)
        for cell in _cells(block):
            self._cells.setdefault(cell, []).append(block)

    def at_point(self, text: str, x: float, y: float, radius: float, style: Style) -> bool:
        """Beside a point, on the first of eight sides where it fits."""
        wide, high = text_width(text, style), style.size * 1.25
        gap = radius + 3
        low, high_up = y + gap + high / 2, y - gap - high / 2
        right, left = x + gap + wide / 2, x - gap - wide / 2
        sides = [(right, y), (left, y), (x, high_up), (x, low)]
        sides += [(right, high_up), (left, high_up), (right, low), (left, low)]
        return any(self._put(text, cx, cy, style) for cx, cy in sides)

    def centred(self, text: str, x: float, y: float, style: Style) -> bool:
        """On a spot, or a little above or below it."""
        return any(self._put(text, x, y + shift, style) for shift in (0, -14, 14, -28, 28))

    def _is_taken(self, block: Block) -> bool:
        return any(_meet(block, other) for cell in _cells(block) for other in self._cells.get(cell, ()))

    def _put(self, text: str, x: float, y: float, style: Style) -> bool:
        wide, high = text_width(text, style), style.size * 1.25
        block = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        if not _inside(block, self._room) or self._is_taken(block):
            return False
        self.keep_free((block[0] - 3, block[1] - 1, block[2] + 3, block[3] + 1))
        self.written.add(text)
        write(self._sheet, text, x, y + style.size * 0.36, style)
        return True


def _cells(block: Block) -> Iterator[tuple[int, int]]:
    """The squares of a grid that a block touches; only blocks of one square can meet."""
    left, top, right, bottom = (math.floor(side / _CELL) for side in block)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def write(
    sheet: Sheet, text: str, x: float, y: float, style: Style, anchor: str = "middle", halo: bool = True
) -> None:
    """Text with its baseline at y."""
    arabic = sheet.language == "ar"
    shown = text.upper() if style.spaced and not arabic else text
    sheet.add(
        "text", shown, x=x, y=y, text_anchor=anchor, font_size=style.size, font_weight=style.weight,
        font_family=ink.SERIF if style.serif else ink.SANS, fill=style.colour,
        font_style="italic" if style.italic and not arabic else None,
        letter_spacing=1.6 if style.spaced and not arabic else None,
        stroke=ink.HALO if halo else None, stroke_width=3 if halo else None,
        stroke_linejoin="round" if halo else None, paint_order="stroke" if halo else None,
        direction="rtl" if arabic else None,
    )  # fmt: skip


def text_width(text: str, style: Style) -> float:
    """A careful guess of a text's width in pixels."""
    letters = [c for c in text if not combining(c)]
    wide = sum(0.32 if c in _NARROW else 0.88 if c in _WIDE else 0.58 for c in letters) * style.size
    if style.spaced:
        wide = wide * 1.15 + 1.6 * len(letters)
    return wide * (1.07 if style.weight > 500 else 1.0)


def _inside(block: Block, room: Block) -> bool:
    return block[0] >= room[0] and block[1] >= room[1] and block[2] <= room[2] and block[3] <= room[3]


def _meet(a: Block, b: Block) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
