"""What a reader hands over before it becomes a Document."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from wherewhen.documents.language import language_of
from wherewhen.documents.limits import MAX_BLOCKS
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import Block, Document, Image
from wherewhen.model.errors import DocumentTooLarge, EmptyDocument
from wherewhen.model.item import FileClaim
from wherewhen.model.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is final (NFC), its ordered blocks, and what the document says about itself."""

    text: str
    blocks: tuple[Block, ...]
    said: Stated = NOTHING_STATED
    images: tuple[Image, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    claims: tuple[FileClaim, ...] = ()
    records: tuple[Recorded, ...] = ()


def finished(draft: Draft, data: bytes, path: Path | None, stated: Stated) -> Document:
    """The document of a draft; raises EmptyDocument where there is nothing to read."""
    if not draft.blocks:
        raise EmptyDocument(path or "(text)", "The file holds no words")
    if len(draft.blocks) > MAX_BLOCKS:
        raise DocumentTooLarge(path or "(text)", f"At most {MAX_BLOCKS:,} paragraphs; split the document")
    known = stated.over(draft.said)
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        text=draft.text,
        blocks=draft.blocks,
        language=language_of(draft.text, known.language),
        title=known.title,
        publisher=known.publisher,
        author=known.author,
        url=known.url,
        published=known.published,
        path=str(path) if path else None,
        images=draft.images,
        doubtful=draft.doubtful,
        records=draft.records,
    )
