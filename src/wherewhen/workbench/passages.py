"""A document's text with its marked passages, cut so that every stretch has the same passages over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wherewhen.model.document import Block, BlockKind, Document

TAGS = {
    BlockKind.TITLE: "h2",
    BlockKind.HEADING: "h3",
    BlockKind.CAPTION: "figcaption",
    BlockKind.BYLINE: "p",
    BlockKind.PARAGRAPH: "p",
    BlockKind.BOILERPLATE: "p",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """``[start, end)`` of the text that a claim rests on; ``state`` is that of its review."""

    claim: str
    start: int
    end: int
    state: str
    machine: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text from ``at`` on, with the passages over it, the shortest first."""

    at: int
    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the document as it is shown; ``tag`` is the HTML element for its role."""

    kind: str
    tag: str
    stretches: tuple[Stretch, ...]


def paragraphs(document: Document, passages: Sequence[Passage]) -> tuple[Paragraph, ...]:
    """Every block of the document in order; a text without blocks is one paragraph."""
    blocks = document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(document.text)),)
    return tuple(_paragraph(document, block, passages) for block in blocks if block.start < block.end)


def _paragraph(document: Document, block: Block, passages: Sequence[Passage]) -> Paragraph:
    here = [p for p in passages if p.start < block.end and block.start < p.end]
    cuts = {block.start, block.end}
    cuts |= {edge for p in here for edge in (p.start, p.end) if block.start < edge < block.end}
    edges = sorted(cuts)
    stretches = tuple(Stretch(a, document.text[a:b], _over(here, a, b)) for a, b in pairwise(edges))
    return Paragraph(block.kind.value, TAGS[block.kind], stretches)


def _over(passages: Sequence[Passage], start: int, end: int) -> tuple[Passage, ...]:
    covering = [p for p in passages if p.start <= start and end <= p.end]
    return tuple(sorted(covering, key=lambda p: (p.end - p.start, p.start, p.claim)))
