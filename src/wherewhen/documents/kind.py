"""Which reader some bytes belong to, told by their content."""

from __future__ import annotations

from wherewhen.documents import signatures
from wherewhen.documents.encoding import glance
from wherewhen.documents.readers import READERS, Reader
from wherewhen.model.errors import LockedFile, NotText, UnknownFormat

REMEDY = "Save it as a complete web page, as PDF or as plain text"


def reader_of(data: bytes, suffix: str, name: object) -> Reader:
    """The reader that claims the bytes; raises UnknownFormat, NotText or LockedFile."""
    if data.startswith(signatures.SEALED):
        raise LockedFile(name, "Export the case again without a password")
    kind = signatures.unread(data)
    if kind is not None:
        raise UnknownFormat(f"{name} ({kind})", REMEDY)
    if signatures.binary(data):
        raise NotText(name, "Give a text file, a saved web page, a PDF, a picture or a film")
    if _other_markup(glance(data).lstrip()):
        raise UnknownFormat(name, REMEDY)
    found = next((reader for reader in READERS if reader.claims(data, suffix)), None)
    if found is None:
        raise UnknownFormat(f"{name} (ZIP or office document)", REMEDY)
    return found


def _other_markup(start: str) -> bool:
    lower = start[:2048].lower()
    xml = lower.startswith("<?xml") and "<html" not in lower
    return xml or lower.startswith(("<svg", "<rss", "<feed", "<kml"))
