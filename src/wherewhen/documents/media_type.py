"""The media type of an item, told by its bytes first; its name is only asked where they say nothing."""

from __future__ import annotations

import mimetypes

from wherewhen.model.item import Item, ItemKind
from wherewhen.model.provenance import How

UNKNOWN = "application/octet-stream"
OPENINGS = (
    (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG", "image/png"), (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"), (b"%PDF", "application/pdf"),
    (b"\x1f\x8b", "application/gzip"), (b"WARC/", "application/warc"),
)  # fmt: skip
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def media_type(item: Item) -> str:
    """Never a picture's type for what is none, whatever its name says."""
    data = item.content or b""
    if item.kind is ItemKind.IMAGE and data[8:12] == b"WEBP":
        return "image/webp"
    told = next((media for opening, media in OPENINGS if data.startswith(opening)), None)
    if told is not None:
        return told
    if data.startswith(b"PK"):
        return DOCX if item.kind is ItemKind.DOCUMENT else "application/zip"
    guessed = mimetypes.guess_type(item.label)[0] or ""
    if item.kind is ItemKind.DOCUMENT:
        return guessed if guessed.startswith(("text/", "message/", "application/")) else _page(item)
    guessed = guessed or UNKNOWN
    return guessed if item.kind is not ItemKind.VIDEO or guessed.startswith("video/") else "video/mp4"


def _page(item: Item) -> str:
    pages = (How.WEB_ARCHIVE, How.SAVED_PAGE)
    return "text/html" if item.provenances[0].how in pages else "text/plain"
