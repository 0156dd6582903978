"""Which reader some bytes belong to, told by their content."""

from __future__ import annotations

from wherewhen.documents import signatures
from wherewhen.documents.encoding import glance
from wherewhen.documents.readers import READERS, Reader
from wherewhen.model.errors import NotText, UnknownFormat

REMEDY = "Save it as a complete web page or as plain text"


def reader_of(data: bytes, suffix: str, name: object) -> Reader:
    """The reader that claims the bytes; raises UnknownFormat or NotText."""
    kind = signatures.document(data)
    if kind is not None:
        raise UnknownFormat(f"{name} ({kind})", REMEDY)
    if signatures.binary(data):
        raise NotText(name, "Give a text file or a saved web page")
    if _other_markup(glance(data).lstrip()):
        raise UnknownFormat(name, REMEDY)
    return next(reader for reader in READERS if reader.claims(data, suffix))


def _other_markup(start: str) -> bool:
    lower = start[:2048].lower()
    mail = lower.startswith(("from: <saved by", "mime-version:")) and "multipart/" in lower
    xml = lower.startswith("<?xml") and "<html" not in lower
    return mail or xml or lower.startswith(("<svg", "<rss", "<feed", "<kml"))
