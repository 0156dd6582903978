"""Plain text. The text is kept verbatim; blocks only mark stretches of it."""

from __future__ import annotations

from pathlib import Path

from wherewhen.documents.draft import Draft
from wherewhen.documents.encoding import decoded
from wherewhen.documents.limits import MAX_BLOCKS
from wherewhen.documents.signatures import PDF, ZIP
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.documents.stretches import stretches
from wherewhen.documents.textual import judged, what_it_says
from wherewhen.model.errors import DocumentTooLarge, EmptyDocument

NAME = "text"


def claims(data: bytes, suffix: str) -> bool:
    """The reader of last resort: what is no text is found out on decoding."""
    return not data.startswith((*ZIP, PDF))


def read(data: bytes, path: Path | None, stated: Stated = NOTHING_STATED) -> Draft:
    name = path or "(text)"
    text = decoded(data, name)
    if not text.strip():
        raise EmptyDocument(name, "The file holds only white space")
    found = stretches(text)
    if len(found) > MAX_BLOCKS:
        raise DocumentTooLarge(name, f"At most {MAX_BLOCKS:,} paragraphs; split the document")
    blocks = judged(text, found, stated.title)
    return Draft(text, blocks, what_it_says(text, blocks))
