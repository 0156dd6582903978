"""A document as it was read: one text, never changed again, and its blocks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from wherewhen.model.recorded import Recorded


class BlockKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start, end)`` of the text with one role on the page."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the document.

    src      path as the page wrote it (a label, never opened as such)
    content  the bytes where they came with the document, else None
    caption  index into ``Document.blocks`` of the caption that belongs to it, else None
    before   offset in the text where the picture stands
    """

    src: str
    alt: str = ""
    caption: int | None = None
    before: int = 0
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A published report.

    id         sha256 of the original bytes, hexadecimal
    text       NFC, ``\\n`` line ends; all offsets of the product count its code points
    language   ``en`` or ``ar`` (ISO 639-1 of the text, else the nearest the product reads)
    published  day of publication as stated by the document or the user, else None
    doubtful   ordered stretches ``[start, end)`` that a machine read from a picture: digits in them,
               and dates made of such digits, hold only once a person has compared them
    records    sightings that it holds as records of their own, e.g. the rows of a table
    """

    id: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    language: str = "en"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    path: str | None = None
    images: tuple[Image, ...] = field(default=(), repr=False)
    doubtful: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    records: tuple[Recorded, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not unicodedata.is_normalized("NFC", self.text):
            raise ValueError("a document's text is NFC")

    def one_paragraph(self, one: int, other: int) -> bool:
        """Does no line end between two offsets?"""
        return "\n" not in self.text[min(one, other) : max(one, other)]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at ``offset``."""
        return next((block for block in self.blocks if block.start <= offset < block.end), None)

    def heading_of(self, offset: int) -> Block | None:
        """The last section heading before ``offset``."""
        above = [b for b in self.blocks if b.kind is BlockKind.HEADING and b.end <= offset]
        return above[-1] if above else None

    def is_doubtful(self, start: int, end: int) -> bool:
        """True where some of ``[start, end)`` was read by a machine from a picture."""
        return any(start < last and first < end for first, last in self.doubtful)

    def quote(self, block: Block) -> str:
        return self.text[block.start : block.end]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)
