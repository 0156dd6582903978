"""The page in reading order: pieces of text and the pictures between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from wherewhen.documents.encoding import CLEAN
from wherewhen.documents.page.captions import captions_of
from wherewhen.documents.page.hidden import Hidden
from wherewhen.documents.page.names import names
from wherewhen.documents.page.structure import Structure
from wherewhen.documents.page.tree import Element, block_tag, is_link, leaves_page, tag_of

BLOCKS = names("blocks")
BYLINE_NAMES = names("byline_names")
SPACE = re.compile(r"\s+")
LAYOUT_HINTS = {0x00AD: None, 0x200B: None, 0xFEFF: None, 0xFFFC: None}
"""Soft hyphens and the like tell a browser where to break a line; they are no letters."""
CELL = " | "


class Zone(StrEnum):
    MAIN = "main"
    OUTSIDE = "outside"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of text as the page shows it.

    tag, level  of the block element that holds it; level 1 to 6 for headings, else 0
    linked      characters inside links
    leaving     those of them in links to other pages
    bold        all of it is set in bold
    holder      the element around the block
    caption     the caption element where the piece is a caption
    """

    text: str
    zone: Zone
    tag: str = "p"
    level: int = 0
    linked: int = 0
    leaving: int = 0
    bold: bool = False
    byline: bool = False
    holder: Element | None = None
    caption: Element | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """``position`` counts the pieces that stand before the picture."""

    element: Element
    zone: Zone
    position: int
    caption: Element | None


@dataclass(slots=True)
class Walk:
    """Goes through a page once. ``pieces`` and ``pictures`` fill as it goes."""

    structure: Structure
    hidden: Hidden
    pieces: list[Piece] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _linked: int = 0
    _leaving: int = 0
    _bold: int = 0
    _bylined: int = 0
    _inside: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("margin", "main", "a", "away", "b", "byline"), 0)
    )
    _blocks: list[Element] = field(default_factory=list)
    _caption: Element | None = None
    _captions: frozenset[Element] = frozenset()
    _bound: dict[Element, Element] = field(default_factory=dict)

    def run(self) -> None:
        self._captions, self._bound = captions_of(self.structure.body, self.hidden)
        walk = etree.iterwalk(self.structure.body, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if element is not self.structure.body and self.hidden.hides(element):
                    walk.skip_subtree()
                    continue
                self._enter(element, block_tag(element))
                self._add(element.text)
            else:
                if element is self.structure.body or not self.hidden.hides(element):
                    self._leave(element, block_tag(element))
                if element is not self.structure.body:
                    self._add(element.tail)
        self._flush()

    def _enter(self, element: Element, tag: str) -> None:
        if element in self._captions:
            self._flush()
            self._caption = element
        if tag == "br":
            self._break()
        elif tag == "img":
            self._picture(element)
        elif tag in ("td", "th") and self._words:
            self._words.append(CELL)
        elif tag in BLOCKS or element in self.structure.margins:
            self._edge()
        self._count(element, tag, 1)
        if tag in BLOCKS:
            self._blocks.append(element)

    def _leave(self, element: Element, tag: str) -> None:
        if element in self._captions:
            self._flush()
            self._caption = None
        elif (tag in BLOCKS and tag not in ("td", "th")) or element in self.structure.margins:
            self._edge()
        self._count(element, tag, -1)
        if tag in BLOCKS:
            self._blocks.pop()

    def _count(self, element: Element, tag: str, step: int) -> None:
        inside = self._inside
        inside["margin"] += step * (element in self.structure.margins)
        inside["main"] += step * (element is self.structure.main)
        inside["a"] += step * is_link(element)
        inside["away"] += step * leaves_page(element)
        inside["b"] += step * (tag in ("b", "strong"))
        inside["byline"] += step * _is_byline(element, tag)

    def _zone(self) -> Zone:
        if self._inside["margin"]:
            return Zone.MARGIN
        return Zone.MAIN if self._inside["main"] else Zone.OUTSIDE

    def _picture(self, element: Element) -> None:
        self.pictures.append(Picture(element, self._zone(), len(self.pieces), self._bound.get(element)))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        plain = SPACE.sub(" ", text)
        self._words.append(plain)
        size = len(plain.strip())
        self._linked += size if self._inside["a"] else 0
        self._leaving += size if self._inside["away"] else 0
        self._bold += size if self._inside["b"] else 0
        self._bylined += size if self._inside["byline"] else 0

    def _edge(self) -> None:
        """A block begins or ends; inside a caption that is only a new line."""
        if self._caption is not None:
            self._words.append("\n")
        else:
            self._flush()

    def _break(self) -> None:
        """A second line break in a row parts paragraphs."""
        shown = next((word for word in reversed(self._words) if word != " "), "")
        if shown == "\n" and self._caption is None:
            self._flush()
        else:
            self._words.append("\n")

    def _flush(self) -> None:
        text = tidy("".join(self._words))
        linked, leaving, bold, bylined = self._linked, self._leaving, self._bold, self._bylined
        self._words, self._linked, self._leaving, self._bold, self._bylined = [], 0, 0, 0, 0
        if not text:
            return
        block = self._blocks[-1] if self._blocks else self.structure.body
        size = int(0.9 * len(text))
        piece = Piece(
            text=text,
            zone=self._zone(),
            tag=tag_of(block),
            level=self._level(),
            linked=min(linked, len(text)),
            leaving=min(leaving, len(text)),
            bold=bold >= max(1, size),
            byline=bylined * 2 >= max(1, size),
            holder=block.getparent(),
            caption=self._caption,
        )
        self.pieces.append(piece)

    def _level(self) -> int:
        """The level of the heading around this place, else 0."""
        near = (tag_of(block) for block in reversed(self._blocks[-4:]))
        return next((int(tag[1]) for tag in near if tag in HEADINGS), 0)


HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def _is_byline(element: Element, tag: str) -> bool:
    if (
        tag == "address"
        or element.get("rel") == "author"
        or element.get("itemprop") in ("author", "datePublished")
    ):
        return True
    return tag in ("div", "p", "span", "ul", "header", "time") and not BYLINE_NAMES.isdisjoint(
        (element.get("class") or "").lower().replace("_", "-").split()
    )


def tidy(raw: str) -> str:
    """Collapsed white space, no control characters or layout hints, NFC; a line break stays one."""
    plain = raw.translate(LAYOUT_HINTS).translate(CLEAN)
    lines = (SPACE.sub(" ", line).strip(" |") for line in plain.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(filter(None, lines)))
