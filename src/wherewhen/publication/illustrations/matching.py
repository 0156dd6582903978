"""Which pictures of the documents may illustrate a sighting: by the passage, the caption or the position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wherewhen.model.claim import Claim
from wherewhen.model.document import BlockKind, Document, Image

Spot = tuple[Document, int]
"""A document and the index of one of its pictures."""


def spoken_of(claims: Iterable[Claim]) -> Iterator[Spot]:
    """Pictures that the passages describe: passages that are captions."""
    for claim in claims:
        document = claim.span.document
        if claim.image is not None and claim.image < len(document.images):
            yield document, claim.image


def nearby(claims: Sequence[Claim], taken: set[tuple[str, int]]) -> Iterator[Spot]:
    """Pictures that no passage describes, surest first.

    1. the caption or the alternative text names the place, in the same section
    2. a picture without a caption stands in or right after the paragraph
    """
    for fits in (_names_the_place, _stands_beside):
        for claim in claims:
            document = claim.span.document
            for index, picture in enumerate(document.images):
                if (document.id, index) not in taken and fits(claim, picture, document):
                    yield document, index


def _names_the_place(claim: Claim, picture: Image, document: Document) -> bool:
    if not claim.place.precision.placed or document.heading_of(claim.span.start) != document.heading_of(
        picture.before
    ):
        return False
    caption = document.quote(document.blocks[picture.caption]) if picture.caption is not None else ""
    names = {claim.place.surface, *(name for _, name in claim.place.names)}
    return any(_names(name, f"{caption} {picture.alt}") for name in names if len(name) > 2)


def _names(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


def _stands_beside(claim: Claim, picture: Image, document: Document) -> bool:
    """Between the beginning of the paragraph and the end of what follows it."""
    home = document.block_at(claim.span.start)
    if picture.caption is not None or home is None or home.kind is not BlockKind.PARAGRAPH:
        return False
    after = next((block.start for block in document.blocks if block.start >= home.end), len(document.text))
    return home.start <= picture.before <= after
