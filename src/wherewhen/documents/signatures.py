"""The opening bytes by which kinds of files are known."""

from __future__ import annotations

DOCUMENTS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or office document"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"{\\rtf", "RTF"),
    (b"WARC/", "web archive"),
    (b"SQLite format 3", "database"),
)
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
BINARY = (
    b"\x7fELF", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"OggS", b"ID3",
    b"\x1a\x45\xdf\xa3", b"II*\x00", b"MM\x00*",
)  # fmt: skip


def picture(data: bytes) -> bool:
    """True for the opening bytes of a raster picture that pages use."""
    return data.startswith(PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def document(data: bytes) -> str | None:
    """The name of a document format that is known by its opening but not as text, else None."""
    return next((kind for opening, kind in DOCUMENTS if data.startswith(opening)), None)


def binary(data: bytes) -> bool:
    """True for pictures, sound, film, programs and packed files."""
    return picture(data) or data.startswith(BINARY) or data[4:8] == b"ftyp"
