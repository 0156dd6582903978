"""Paragraphs to one text with its blocks, for formats whose structure is known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from wherewhen.documents.encoding import cleaned
from wherewhen.documents.limits import MAX_BLOCKS, MAX_BYTES
from wherewhen.model.document import Block, BlockKind
from wherewhen.model.errors import DocumentTooLarge

BETWEEN = "\n\n"


def plain(words: str) -> str:
    """NFC with ``\\n`` line ends, without control characters and the white space at its edges."""
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", cleaned(whole)).strip()


@dataclass(slots=True)
class Layout:
    """A text under construction. ``add`` returns the index of the new block, or None for empty words."""

    name: object
    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    end: int = 0

    def add(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH) -> int | None:
        piece = plain(words)
        if not piece:
            return None
        start = self.end + (len(BETWEEN) if self.pieces else 0)
        self.end = start + len(piece)
        self.pieces.append(piece)
        self.blocks.append(Block(kind, start, self.end))
        self._measure()
        return len(self.blocks) - 1

    def add_all(self, lines: Iterable[str], kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        for line in lines:
            self.add(line, kind)

    @property
    def text(self) -> str:
        return BETWEEN.join(self.pieces)

    def _measure(self) -> None:
        if len(self.blocks) > MAX_BLOCKS:
            raise DocumentTooLarge(self.name, f"At most {MAX_BLOCKS:,} paragraphs; split the document")
        if self.end > MAX_BYTES:
            raise DocumentTooLarge(self.name, f"At most {MAX_BYTES:,} characters; split the document")
