"""A few words as a document."""

from __future__ import annotations

import hashlib
from datetime import date

from wherewhen.model.document import Block, Document

PUBLISHED = date(2015, 6, 10)
"""A Wednesday."""


def document(
    text: str, language: str = "en", published: date | None = PUBLISHED, blocks: tuple[Block, ...] = ()
) -> Document:
    name = hashlib.sha256(f"{language} {published} {text}".encode()).hexdigest()
    return Document(name, text, blocks, language=language, published=published)
